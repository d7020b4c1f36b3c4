import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GrowingTree, leafHash, verifyInclusion } from '../../api/core/merkle.ts';
import { openNote, parseCheckpoint } from '../../api/core/signed-note.ts';
import { appendToLog } from '../../api/publishing/log.ts';
import { longTransaction, type Store } from '../../api/store/client.ts';
import { logKeyFrom, selectLogKey } from '../../api/store/log.ts';
import { sql } from '../../api/store/statements.ts';
import { emptyCounty, stagePaper, withdrawPaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { publish } from '../support/gate.ts';
import { type History, logEntries, loggedCounty, publicEvents, tamper, wholeLog } from '../support/log.ts';
import { openServer } from '../support/server.ts';

const keyOf = async (store: Store) => {
  const key = logKeyFrom(await store.read(selectLogKey));
  if (!key) throw new Error('no key');
  return key;
};
const checkpoints = (store: Store) =>
  store.read<{ size: number; root: Buffer; note: string }>(sql`select size, root, note from checkpoint order by size`);

describe.each(databases)('the log of publications on $name', (database) => {
  let store: Store;
  let history: History;
  beforeAll(async () => {
    ({ store, history } = await loggedCounty(database));
  });
  afterAll(() => store.close());

  const entries = async () => (await logEntries(store)).map(({ body }) => JSON.parse(body) as Record<string, unknown>);

  test('has every publication and withdrawal, in order, numbered without gaps', async () => {
    const told = (await entries()).map(({ timepoint, type, indexNumber, edition, replaces, reason }) => [
      timepoint,
      type,
      indexNumber,
      edition,
      replaces,
      reason,
    ]);
    const { changed, back, withdrawn } = history;
    expect(told.slice(0, 7)).toEqual([
      [1, 'PUBLISHED', changed, 1, null, 'FIRST'],
      [2, 'PUBLISHED', changed, 2, 1, 'UPDATE'],
      [3, 'PUBLISHED', back, 1, null, 'FIRST'],
      [4, 'WITHDRAWN', back, 1, null, null],
      [5, 'PUBLISHED', back, 2, null, 'REPUBLICATION'],
      [6, 'PUBLISHED', withdrawn, 1, null, 'FIRST'],
      [7, 'WITHDRAWN', withdrawn, 1, null, null],
    ]);
    expect(told).toHaveLength(publicEvents);
  });

  test('says of each what it was, when, whose and why', async () => {
    const [, update, , , , , withdrawal] = await entries();
    expect(update).toEqual({
      timepoint: 2,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      type: 'PUBLISHED',
      kind: 'regulatory-document',
      indexNumber: history.changed,
      edition: 2,
      replaces: 1,
      reason: 'UPDATE',
      withdrawalReason: null,
      changeNote: '补充内容',
      title: '桓台县人民政府办公室关于第1项工作的通知',
      publisher: { name: '桓台县人民政府办公室', code: expect.stringMatching(/^\w{18}$/) },
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      hasStatement: true,
      rowsDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(withdrawal).toMatchObject({
      withdrawalReason: '内容有误',
      changeNote: null,
      indexNumber: history.withdrawn,
    });
  });

  test('hashes to the roots that were signed, one for each size', async () => {
    const tree = new GrowingTree();
    const { verifier, origin } = await keyOf(store);
    expect(origin).toMatch(/^gongkai-[0-9a-f]{8}$/);
    const signed = new Map((await checkpoints(store)).map((each) => [each.size, each]));
    for (const { body, leafHash: stored } of await logEntries(store)) {
      expect(stored).toEqual(leafHash(body));
      tree.append(leafHash(body));
      const checkpoint = signed.get(tree.size);
      expect(checkpoint?.root).toEqual(tree.root());
      const text = openNote(checkpoint?.note ?? '', verifier);
      expect(parseCheckpoint(text ?? '')).toEqual({ origin, size: tree.size, root: tree.root() });
    }
    expect(signed.size).toBe(publicEvents);
  });

  test('a draft staged, replaced or refused leaves no trace in it, and what is undone neither', async () => {
    const before = await wholeLog(store);
    const paper = { subject: '草稿工作', number: '桓政办字〔2024〕90号' };
    await stagePaper(store, paper);
    const draft = await stagePaper(store, { ...paper, body: ['另一稿。'] });
    const undone = new Error('undone');
    await expect(
      store.db.$transaction(async (tx) => {
        await publish(tx, draft);
        throw undone;
      }),
    ).rejects.toBe(undone);
    await expect(withdrawPaper(store, 'nobody/2024-0000001')).rejects.toThrow();
    await store.db.$transaction(appendToLog);
    expect(await wholeLog(store)).toEqual(before);
  });

  test('each statement kept is the text its digest is taken over', async () => {
    const [row] = await store.read<{ editions: number; statements: number; right: number }>(sql`
      select count(*) as editions, count(s.body) as statements,
        count(*) filter (where e.digest = 'sha256:' || encode(sha256(convert_to(s.body, 'UTF8')), 'hex')) as right
      from edition e left join statement s on s.edition_id = e.id`);
    expect(row?.editions).toBeGreaterThan(publicEvents - 2);
    expect(row).toEqual({ editions: row?.editions, statements: row?.editions, right: row?.editions });
  });

  test('what earlier versions published is appended at start, as it would have been at once', async () => {
    const before = await logEntries(store);
    const key = await keyOf(store);
    await tamper(store, 'delete from log_entry', 'delete from log_hash', 'delete from checkpoint');
    await store.db.$transaction(appendToLog);
    expect(await logEntries(store)).toEqual(before);
    expect((await keyOf(store)).verifier).toBe(key.verifier);
    expect((await checkpoints(store)).map(({ size }) => size)).toEqual([publicEvents]);
  });

  test('the longest words anyone may write still fit into an entry', async () => {
    const draft = await stagePaper(store, { subject: '冗长的工作', number: '桓政办字〔2024〕91号' });
    const title = `桓${'长'.repeat(30_000)}`;
    await store.db.edition.update({ where: { id: draft }, data: { title, changeNote: '\u0001'.repeat(30_000) } });
    const { indexNumber } = await store.db.$transaction((tx) => publish(tx, draft));
    await withdrawPaper(store, indexNumber, '😀'.repeat(1_000));
    const [published, withdrawal] = (await entries()).slice(-2);
    expect(String(published?.['title'])).toMatch(/^桓长+…$/);
    expect(String(withdrawal?.['withdrawalReason'])).toMatch(/^(😀)+$/u);
  });

  test('an edition is proven in GraphQL, by what anyone can compute', async () => {
    const server = await openServer(store);
    interface Proof {
      readonly timepoint: number;
      readonly entry: string;
      readonly leafHash: string;
      readonly treeSize: number;
      readonly inclusion: readonly string[];
      readonly checkpoint: string;
      readonly statementUrl: string;
    }
    const { platform, regulatoryDocuments } = await server.ask<{
      platform: { log: { origin: string; key: string; size: number; checkpoint: string } };
      regulatoryDocuments: { nodes: { editions: { number: number; digest: string; proof: Proof }[] }[] };
    }>(`{ platform { log { origin key size checkpoint } }
      regulatoryDocuments { nodes { editions { number digest
        proof { timepoint entry leafHash treeSize inclusion checkpoint statementUrl } } } } }`);
    const { log } = platform;
    const editions = regulatoryDocuments.nodes.flatMap((node) => node.editions);
    expect(editions.length).toBeGreaterThan(4);
    const checkpoint = parseCheckpoint(openNote(log.checkpoint, log.key) ?? '');
    expect(checkpoint).toMatchObject({ origin: log.origin, size: log.size });
    for (const { number, digest, proof } of editions) {
      expect(JSON.parse(proof.entry)).toMatchObject({ edition: number, digest, timepoint: proof.timepoint });
      expect([proof.checkpoint, proof.treeSize]).toEqual([log.checkpoint, log.size]);
      const leaf = leafHash(proof.entry);
      expect(leaf.toString('base64')).toBe(proof.leafHash);
      const hashes = proof.inclusion.map((hash) => Buffer.from(hash, 'base64'));
      expect(
        verifyInclusion(leaf, proof.timepoint - 1, proof.treeSize, hashes, checkpoint?.root ?? new Uint8Array()),
      ).toBe(true);
      expect(proof.statementUrl.endsWith(`/log/statements/${digest.slice('sha256:'.length)}`)).toBe(true);
    }
  });
});

describe.each(databases)('many at once on $name', (database) => {
  test('publications that come together are numbered without gaps, and each size is signed once', async () => {
    const store = await emptyCounty(database);
    const drafts: string[] = [];
    for (let serial = 1; serial <= 12; serial += 1)
      drafts.push(await stagePaper(store, { subject: `第${serial}项工作`, number: `桓政办字〔2024〕${serial}号` }));
    await Promise.all(drafts.map((id) => store.db.$transaction((tx) => publish(tx, id))));
    const entries = await logEntries(store);
    expect(entries.map(({ timepoint }) => timepoint)).toEqual(drafts.map((_, at) => at + 1));
    const instants = entries.map(({ body }) => String(JSON.parse(body).at));
    expect(instants).toEqual([...new Set(instants)].sort());
    expect((await checkpoints(store)).map(({ size }) => size)).toEqual(entries.map(({ timepoint }) => timepoint));
    await store.close();
  });

  test('an empty platform signs that its log is empty', async () => {
    const store = await emptyCounty(database);
    await store.db.$transaction(appendToLog);
    const [only, ...more] = await checkpoints(store);
    expect([only?.size, only?.root.toString('hex'), more]).toEqual([0, leafOfNothing, []]);
    await store.close();
  });
});

test('an edition whose rows take longer to digest than a reader’s question may is published all the same', async () => {
  const [, postgres] = databases;
  if (!postgres) throw new Error('no PostgreSQL');
  const store = await emptyCounty(postgres, { statementTimeoutMs: 1_000 });
  const id = await stagePaper(store, { subject: '很多行', number: '桓政办字〔2024〕1号' });
  // As long as a million rows take: the digest itself, after a while.
  await store.db.$executeRaw`alter function gk_rows_digest(uuid) rename to gk_rows_digest_of_few`;
  await store.db.$executeRaw`create function gk_rows_digest(of_edition uuid) returns text language sql stable
    as 'select gk_rows_digest_of_few(of_edition) from (select pg_sleep(1.5)) as slept'`;
  await store.db.$transaction((tx) => publish(tx, id), longTransaction);
  expect(await logEntries(store)).toHaveLength(1);
  await expect(store.read(sql`select pg_sleep(1.5)`)).rejects.toThrow(/statement timeout/);
  await store.close();
});

const leafOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
