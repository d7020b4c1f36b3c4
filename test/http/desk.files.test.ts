import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../api/disclosures/registry.ts';
import { importFile } from '../../api/importing/import.ts';
import { submit } from '../../api/publishing/submit.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { emptyCounty, regulatoryDocument, textOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { Person, tokenFor } from '../support/desk.ts';
import { tester } from '../support/gate.ts';
import { openServer, type TestServer } from '../support/server.ts';

describe.each(databases)('files at the desk on $name', (database) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await openServer(await emptyCounty(database), { url: null });
  });
  afterAll(() => server.close());

  const person = async (...given: [name: string, roles: Parameters<typeof tokenFor>[2], organizations?: string[]]) => {
    const somebody = new Person(server.server);
    expect((await somebody.signIn(await tokenFor(server.store, ...given))).status).toBe(303);
    return somebody;
  };

  test('every template of every kind is offered where one uploads, and given to whoever is signed in', async () => {
    const editor = await person('张三', ['EDITOR']);
    const { body } = await editor.get('/publish/upload');
    const addresses = [...body.matchAll(/href="(\/publish\/templates\/[^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses).toEqual(
      kinds.flatMap(({ name, templates, textTemplates }) =>
        [...templates, ...textTemplates].map((template) => `/publish/templates/${name}/${template.name}`),
      ),
    );
    const auditor = await person('孙七', ['AUDITOR']);
    expect((await auditor.get('/publish/templates')).body).toContain(addresses[0]);
    for (const address of addresses) {
      const { status, headers, body: file } = await auditor.get(address);
      const isText = address.startsWith('/publish/templates/regulatory-document/');
      expect([address, status, file.startsWith('PK')]).toEqual([address, 200, !isText]);
      expect(headers).toMatchObject({
        'content-disposition': expect.stringMatching(/^attachment; filename\*=UTF-8''%E.*\.(xlsx|txt)$/),
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      });
    }
    expect((await auditor.get('/publish/templates/budget/nothing')).status).toBe(404);
    expect((await new Person(server.server).get(addresses[0] ?? '')).status).toBe(401);
  });

  /** A draft with somebody's number in it and in the file beside it. */
  const withNumbers = async (subject: string): Promise<string> => {
    const imported = await importFile(
      server.store,
      regulatoryDocument,
      {
        name: '<通知>.html',
        bytes: new TextEncoder().encode(textOf({ subject, body: ['联系人王明，手机 13812345678。'] })),
        attachments: [bytesSource('名单 一.txt', new TextEncoder().encode('手机13987654321'))],
        actor: tester,
        now: new Date(),
      },
      null,
    );
    if (imported.outcome !== 'staged') throw new Error(JSON.stringify(imported.findings));
    const submission = { withoutInterpretation: '测试', signOffs: ['桓台县财政局'] };
    await server.store.db.$transaction((tx) => submit(tx, imported.editionId, tester, submission));
    return imported.editionId;
  };
  const auditOf = async (action: string) =>
    (await server.store.db.audit.findMany({ where: { action }, orderBy: { id: 'asc' } })).map(
      ({ actor, subject, outcome }) => `${actor} ${subject} ${outcome}`,
    );

  test('whoever a draft concerns opens its files, which are never shown as pages, and it is recorded', async () => {
    const id = await withNumbers('看文件');
    const reviewer = await person('李四', ['REVIEWER']);
    const page = (await reviewer.get(`/publish/drafts/${id}`)).body;
    expect(page).toMatch(/href="\/publish\/drafts\/[^"]+\/files\/0" download>&lt;通知&gt;.html</);
    const source = await reviewer.get(`/publish/drafts/${id}/files/0`);
    expect([source.status, source.body]).toEqual([200, expect.stringContaining('13812345678')]);
    expect(source.headers).toMatchObject({
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('<通知>.html')}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect((await reviewer.get(`/publish/drafts/${id}/files/1`)).body).toBe('手机13987654321');
    expect(await auditOf('DOWNLOAD')).toEqual([`李四 ${id}/0 ALLOWED`, `李四 ${id}/1 ALLOWED`]);
    const asked = await person('吴八', ['REVIEWER'], ['桓台县财政局']);
    expect((await asked.get(`/publish/drafts/${id}/files/1`)).status).toBe(200);
    const stranger = await person('外人', ['REVIEWER'], ['桓台县教育和体育局']);
    for (const path of ['0', '1']) expect((await stranger.get(`/publish/drafts/${id}/files/${path}`)).status).toBe(404);
    for (const path of ['2', '00', '-1', 'x'])
      expect((await reviewer.get(`/publish/drafts/${id}/files/${path}`)).status).toBe(404);
  });

  test('what is masked is shown to a reviewer of that organization alone, when he asks, and it is recorded', async () => {
    const id = await withNumbers('看原文');
    const address = `/publish/drafts/${id}?unmasked=1`;
    const reviewer = await person('周审', ['REVIEWER']);
    const masked = (await reviewer.get(`/publish/drafts/${id}`)).body;
    expect(masked).toContain(`href="${address}#gate"`);
    const gateOf = (body: string) => /id="gate"[\s\S]*?<\/section>/.exec(body)?.[0] ?? '';
    expect(gateOf(masked)).toContain('138******78');
    expect(gateOf(masked)).not.toMatch(/13812345678|13987654321/);
    const open = gateOf((await reviewer.get(address)).body);
    for (const value of ['13812345678', '13987654321']) expect(open).toContain(`>${value}<`);
    expect(open).not.toContain('显示原文');
    const editor = await person('郑编', ['EDITOR']);
    expect((await editor.get(`/publish/drafts/${id}`)).body).not.toContain('unmasked=1');
    const asked = await person('冯会', ['REVIEWER'], ['桓台县财政局']);
    expect((await asked.get(`/publish/drafts/${id}`)).body).not.toContain('unmasked=1');
    for (const other of [editor, asked]) {
      const refused = await other.get(address);
      expect([refused.status, refused.body.includes('13812345678')]).toEqual([403, false]);
    }
    expect(await auditOf('UNMASK')).toEqual([`周审 ${id} ALLOWED`, `郑编 ${id} REFUSED`, `冯会 ${id} REFUSED`]);
  });
});
