import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile } from '../../api/importing/import.ts';
import { publishOnPaper } from '../../api/publishing/express.ts';
import { submit } from '../../api/publishing/submit.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { emptyCounty, publishPaper, regulatoryDocument, textOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { Person, tokenFor } from '../support/desk.ts';
import { onPaper, tester } from '../support/gate.ts';
import { openServer, type TestServer } from '../support/server.ts';

describe.each(databases)('a correction at the desk on $name', (database) => {
  let server: TestServer;
  const paper = { subject: '更正的工作', number: '桓政办字〔2024〕61号', body: ['请于3月1日前完成。'] };
  const file = (body: string, number = paper.number) => ({
    name: '通知.txt',
    content: textOf({ ...paper, number, body: [body] }),
  });

  beforeAll(async () => {
    server = await openServer(await emptyCounty(database));
  }, 60_000);
  afterAll(() => server.close());

  test('files that go with a record are kept, inspected, and given with it', async () => {
    const bytes = Buffer.from('联系人王明，手机13812345678。');
    const imported = await importFile(
      server.store,
      regulatoryDocument,
      {
        name: '通知.txt',
        bytes: new TextEncoder().encode(textOf({ subject: '有附件的工作', number: '桓政办字〔2024〕63号' })),
        attachments: [bytesSource('名单.txt', new Uint8Array(bytes))],
        actor: tester,
        now: new Date(),
      },
      null,
    );
    if (imported.outcome !== 'staged') throw new Error(imported.outcome);
    const { editionId } = imported;
    await server.store.db.$transaction((tx) => submit(tx, editionId, tester));
    const found = await server.store.db.gateFinding.findMany({ where: { editionId } });
    expect(found.map(({ rule, file }) => [rule, file])).toEqual([['personal-mobile-number', '名单.txt']]);
    await server.store.db.edition.update({ where: { id: editionId }, data: { state: 'DRAFT' } });
    const cleared = { ...onPaper, clearing: new Map([['personal-mobile-number', '公开的值班电话']]) };
    const [publication] = await server.store.db.$transaction((tx) => publishOnPaper(tx, [editionId], tester, cleared));
    const address = `/regulatory-documents/${publication?.indexNumber}/editions/1/attachments/1`;
    const { status, body, headers } = await server.get(address);
    expect([status, body, headers['content-type']]).toEqual([
      200,
      bytes.toString(),
      expect.stringContaining('text/plain'),
    ]);
  });

  test('is of that very record, and shows what it changes', async () => {
    const { editionId } = await publishPaper(server.store, paper);
    const editor = new Person(server.server);
    await editor.signIn(await tokenFor(server.store, '张三', ['EDITOR']));
    expect((await editor.get(`/publish/upload?correction=${editionId}`)).body).toContain(
      `name="corrects" value="${editionId}"`,
    );

    const given = { kind: 'regulatory-document', corrects: editionId, correction: 'yes' };
    const other = await editor.upload(given, file('请于3月31日前完成。', '桓政办字〔2024〕62号'));
    expect([other.status, other.body]).toEqual([422, expect.stringContaining('不是要更正的那一件')]);
    expect(await server.store.db.edition.count({ where: { publishedAt: null } })).toBe(0);
    expect(other.body).toContain(`name="corrects" value="${editionId}"`);

    const own = await editor.upload(given, file('请于3月31日前完成。'));
    expect(own.status).toBe(200);
    const draft = await server.store.db.edition.findFirstOrThrow({ where: { publishedAt: null } });
    expect([draft.number, draft.reason]).toEqual([2, 'CORRECTION']);
    const { body } = await editor.get(`/publish/drafts/${draft.id}`);
    expect(body).toMatch(/与现行版的差别[\s\S]*3月1日前[\s\S]*3月31日前/);
    expect((await editor.get(`/publish/drafts/${editionId}`)).body).not.toContain('与现行版的差别');
  });
});
