import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fill } from '../api/core/sheet.ts';
import type { Statement } from '../api/disclosures/kind.ts';
import { kinds } from '../api/disclosures/registry.ts';
import { byteOrderMark, csvLines } from '../api/exporting/csv.ts';
import { exportList, exportOne, listHeader, listRows } from '../api/exporting/export.ts';
import { newContext } from '../api/http/platform.ts';
import { importFile, readFile } from '../api/importing/import.ts';
import { canonicalStatement } from '../api/publishing/edition-rows.ts';
import { stage } from '../api/publishing/stage.ts';
import { seedCounty } from '../api/seeding/county.ts';
import { sql } from '../api/store/statements.ts';
import { openMemory } from './support/databases.ts';
import { onPaper, publish, tester, withdraw } from './support/gate.ts';
import { openServer, type TestServer } from './support/server.ts';

const chineseAndEnglish = ({ zh, en }: { zh: string; en: string }): boolean =>
  /\p{Script=Han}/u.test(zh) && /[A-Za-z]/.test(en);

// What every kind of disclosure promises. A new kind is held to it by standing in the registry.
describe.each(kinds.map((kind) => ({ kind, name: kind.name })))('$name', ({ kind }) => {
  let platform: TestServer;
  let statement: Statement;

  beforeAll(async () => {
    const store = await openMemory();
    await store.db.$transaction(seedCounty);
    platform = await openServer(store);
    const [first] = kind.sample({ seed: 7, count: 3 });
    if (!first) throw new Error(`${kind.name} makes no sample`);
    statement = first;
  }, 120_000);
  afterAll(() => platform.close());

  const records = async () => {
    const found: Record<string, unknown>[] = [];
    const context = () => newContext(platform.platform, 'https://gk.example');
    for await (const page of exportList(platform.platform.schema, kind, {}, (ask) => ask(context())))
      found.push(...page);
    return found;
  };
  const one = (indexNumber: string) =>
    exportOne(platform.platform.schema, newContext(platform.platform, 'https://gk.example'), kind, { indexNumber });

  test('what cannot be read is a finding, never an exception', async () => {
    for (const text of ['', '\u0000', '{', '标题\n\n', 'a,b\n1,2', '一'.repeat(100_000), '<html></html>']) {
      const bytes = new TextEncoder().encode(text);
      const { findings } = await readFile(kind, { name: 'wrong.txt', bytes, actor: tester, now: new Date() });
      expect(
        findings.filter(({ severity }) => severity === 'ERROR').length,
        JSON.stringify(text.slice(0, 20)),
      ).toBeGreaterThan(0);
      for (const { message, remedy } of findings) {
        expect(chineseAndEnglish(message), JSON.stringify(message)).toBe(true);
        if (remedy) expect(chineseAndEnglish(remedy), JSON.stringify(remedy)).toBe(true);
      }
    }
  });

  test('an unreadable file is refused whole and leaves nothing behind', async () => {
    const { store } = platform;
    const options = { name: 'wrong.txt', bytes: new Uint8Array(), actor: tester, now: new Date() };
    expect((await importFile(store, kind, options, onPaper)).outcome).toBe('refused');
    expect(await store.db.edition.count()).toBe(0);
  });

  test('a draft is invisible; published, it is listed, found, exported; staged again, nothing changes', async () => {
    const { store } = platform;
    const staging = { statement, files: [], actor: tester, now: new Date(), isSample: true };
    const staged = await store.db.$transaction((tx) => stage(tx, staging));
    if (staged.outcome !== 'staged') throw new Error(`not staged: ${JSON.stringify(staged)}`);
    expect(await records()).toEqual([]);

    const { indexNumber } = await store.db.$transaction((tx) => publish(tx, staged.editionId));
    const [record] = await records();
    expect(record).toMatchObject({
      indexNumber,
      title: statement.metadata.title,
      isSample: true,
      digest: canonicalStatement(statement, []).digest,
    });
    expect(await one(indexNumber)).toMatchObject({ indexNumber, title: statement.metadata.title });

    const again = await store.db.$transaction((tx) => stage(tx, staging));
    expect(again.outcome).toBe('unchanged');
    expect(await records()).toHaveLength(1);
  });

  test('it leaves as tables whose columns are named in Chinese and English', async () => {
    const [record] = await records();
    const { sheet } = kind.exports.list;
    for (const { label } of sheet.columns) expect(chineseAndEnglish(label), JSON.stringify(label)).toBe(true);
    expect(new Set(sheet.columns.map(({ key }) => key)).size).toBe(sheet.columns.length);
    const csv = byteOrderMark + csvLines([listHeader(kind, 'label'), ...listRows(kind, record ? [record] : [])]);
    expect(csv).toContain(statement.metadata.title.slice(0, 10));
    expect([...fill(sheet, record ? [record] : []).rows]).toHaveLength(1);
    const whole = await one(String(record?.['indexNumber']));
    for (const { name, columns } of kind.exports.one.sheets(whole ?? {})) {
      expect(chineseAndEnglish(name)).toBe(true);
      expect(columns.length).toBeGreaterThan(0);
    }
  });

  test('its pages and files answer', async () => {
    const [record] = await records();
    const path = `/${kind.plural}/${record?.['indexNumber']}`;
    for (const format of ['json', 'csv', 'xlsx']) {
      expect((await platform.get(`${path}.${format}`)).status, format).toBe(200);
      expect((await platform.get(`/api/v1/${kind.plural}.${format}`)).status, format).toBe(200);
    }
    const html = { accept: 'text/html' };
    for (const address of [`/${kind.plural}`, path, `${path}/editions/1`]) {
      const { status, body } = await platform.get(address, html);
      expect([address, status]).toEqual([address, 200]);
      expect(body.replace(/<[^>]+>/g, '')).toContain(statement.metadata.title);
    }
    expect((await platform.get(`/${kind.plural}?colour=red`, html)).status).toBe(400);
  });

  test('not one row of it can be taken away unnoticed: the log has the digest of all', async () => {
    const { store } = platform;
    const edition = sql`select gk_rows_digest(id) as digest from edition where published_at is not null`;
    const [logged] = await store.read<{ digest: string }>(edition);
    const tables = await store.read<{ name: string }>(
      sql`select tgrelid::regclass::text as name from pg_trigger where tgname = 'gk_guard_insert' and tgrelid <> 'statement'::regclass`,
    );
    const noticed: string[] = [];
    const unnoticed: string[] = [];
    for (const { name } of tables) {
      const without = store.db.$transaction(async (tx) => {
        await tx.$executeRawUnsafe('set local session_replication_role = replica');
        const taken = await tx.$executeRawUnsafe(`delete from ${name} where ctid = (select ctid from ${name} limit 1)`);
        const [now] = await tx.$queryRaw<{ digest: string }[]>(edition);
        if (taken > 0) (now?.digest === logged?.digest ? unnoticed : noticed).push(name);
        throw new Error('nothing is kept');
      });
      await expect(without).rejects.toThrow('nothing is kept');
    }
    expect(unnoticed).toEqual([]);
    expect(noticed.length).toBeGreaterThan(0);
    expect(await store.read(edition)).toEqual([logged]);
  });

  test('withdrawn, it leaves the list, and its addresses say why', async () => {
    const [record] = await records();
    const indexNumber = String(record?.['indexNumber']);
    await platform.store.db.$transaction((tx) => withdraw(tx, indexNumber, '内容有误'));
    expect(await records()).toEqual([]);
    for (const [address, accept] of [
      ['', 'text/html'],
      ['/editions/1', 'text/html'],
      ['.json', '*/*'],
      ['.csv', '*/*'],
      ['.xlsx', '*/*'],
    ] as const) {
      const { status, body } = await platform.get(`/${kind.plural}/${indexNumber}${address}`, { accept });
      expect([address, status]).toEqual([address, 410]);
      expect(body).toContain('内容有误');
    }
  });

  test('the sample is the same for the same seed, and says that it is one', () => {
    const digests = (seed: number) =>
      [...kind.sample({ seed, count: 5 })].map((one) => canonicalStatement(one, []).digest);
    expect(digests(3)).toEqual(digests(3));
    for (const { metadata } of kind.sample({ seed: 3, count: 5 })) expect(metadata.title).toContain('示例');
  });
});
