import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../api/core/lifecycle.ts';
import { createDeskServer } from '../../api/http/server.ts';
import { emptyCounty, publishPaper, stagePaper, textOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { fromHere, Person, type Seen, tokenFor } from '../support/desk.ts';
import { openServer, type TestServer } from '../support/server.ts';

const draftIn = ({ body, location }: Seen): string =>
  /\/publish\/drafts\/([0-9a-f-]{36})/.exec(`${location} ${body}`)?.[1] ?? '';

const headersOf = ({ headers }: Seen, ...names: readonly string[]) => names.map((name) => headers[name]);

describe.each(databases)('the desk on $name', (database) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await openServer(await emptyCounty(database), { level: 'info', url: null });
  });
  afterAll(() => server.close());

  async function person(name: string, roles: readonly Role[], organizations: readonly string[] = []) {
    const somebody = new Person(server.server);
    expect((await somebody.signIn(await tokenFor(server.store, name, roles, organizations))).status).toBe(303);
    return somebody;
  }

  const upload = async (editor: Person, subject: string, more: Record<string, string> = {}): Promise<string> => {
    const file = { name: '通知.txt', content: textOf({ subject, number: null }) };
    const seen = await editor.upload({ kind: 'regulatory-document', ...more }, file);
    expect(seen.status).toBe(200);
    return draftIn(seen);
  };

  test('a document goes its whole way by four people, and one of them takes it back', async () => {
    const editor = await person('张三', ['EDITOR']);
    const reviewer = await person('李四', ['REVIEWER']);
    const publisher = await person('王五', ['PUBLISHER']);
    const administrator = await person('赵六', ['ADMINISTRATOR', 'AUDITOR']);

    const checked = await editor.upload(
      { kind: 'regulatory-document', 'only-check': 'yes' },
      { name: '通知.txt', content: textOf({ subject: '校核' }) },
    );
    expect([checked.status, draftIn(checked)]).toEqual([200, '']);
    expect(checked.body).toContain('校核通过，未存任何内容');

    const id = await upload(editor, '四人办文');
    const page = `/publish/drafts/${id}`;
    expect((await editor.get('/publish')).body).toMatch(/草稿.*四人办文的通知/s);
    expect(await editor.post(`${page}/submit`, { withoutInterpretation: '测试' })).toMatchObject({
      status: 303,
      location: `${page}?done=SUBMIT`,
    });
    expect((await editor.get(`${page}?done=SUBMIT`)).body).toMatch(/已完成：报送.*审核中/s);
    expect((await editor.get(page)).body).not.toContain('id="form-APPROVE"');

    const early = await reviewer.post(`${page}/approve`);
    expect(early.status).toBe(422);
    expect(early.body).toContain('尚无通过的保密审查，不能审签');
    const passed = { result: 'PASSED', basis: '办法第八条' };
    expect((await reviewer.post(`${page}/review`, passed)).status).toBe(303);
    const open = (await reviewer.get(page)).body;
    const finding = /name="finding" value="([^"]+)"/.exec(open)?.[1] ?? '';
    const unexplained = await reviewer.post(`${page}/clear`, { finding, reason: ' ' });
    expect(unexplained.status).toBe(400);
    expect(unexplained.body).toContain(`id="error-CLEAR-${finding}"`);
    expect((await reviewer.post(`${page}/clear`, { finding, reason: '确无需解读' })).status).toBe(303);
    expect((await reviewer.post(`${page}/approve`)).status).toBe(303);

    const past = await publisher.post(`${page}/schedule`, { at: '2001-01-01T09:00' });
    expect([past.status, past.body.includes('value="2001-01-01T09:00"')]).toEqual([400, true]);
    const at = new Date(Date.now() + 9 * 3_600_000 + 86_400_000).toISOString().slice(0, 16);
    expect((await publisher.post(`${page}/schedule`, { at })).status).toBe(303);
    const { release } = await server.store.db.edition.findUniqueOrThrow({ where: { id }, include: { release: true } });
    expect(release?.at.toISOString()).toBe(new Date(`${at}:00+08:00`).toISOString());
    expect((await publisher.get('/publish')).body).toMatch(/已定时.*四人办文的通知/s);
    expect((await publisher.post(`${page}/unschedule`)).status).toBe(303);
    expect((await publisher.post(`${page}/publish`)).status).toBe(303);

    const published = (await publisher.get('/publish/published')).body;
    const address = /href="(\/regulatory-documents\/[^"]+)"/.exec(published)?.[1] ?? '';
    expect((await server.get(address)).status).toBe(200);
    const history = (await editor.get(page)).body;
    expect([...history.matchAll(/<li><b>(.+?) </g)].map(([, step]) => step)).toEqual([
      '拟稿',
      '报送',
      '保密审查',
      '核准保留',
      '审签',
      '定时发布',
      '取消定时',
      '发布',
    ]);

    expect((await publisher.get(`${page}/withdraw`)).body).toContain('查询过去某一时刻');
    expect((await publisher.post(`${page}/withdraw`, { reason: ' ' })).status).toBe(400);
    expect((await publisher.post(`${page}/withdraw`, { reason: '内容有误' })).status).toBe(303);
    expect((await server.get(address)).status).toBe(410);
    expect((await administrator.post(`${page}/seal`, { reason: '含个人信息' })).status).toBe(303);
    expect((await administrator.get(`${page}/statement.json`)).status).toBe(404);
    const audit = (await administrator.get('/publish/audit')).body;
    expect(audit).toMatch(
      /封存 <code[^>]*>SEAL<.*撤回 <code[^>]*>WITHDRAW<.*发布 <code[^>]*>PUBLISH<.*只校核 <code[^>]*>CHECK</s,
    );
    for (const action of ['SEAL', 'WITHDRAW', 'APPROVE'])
      expect(audit).toMatch(
        new RegExp(`${action}</code></td>\\s*<td data-label="对什么"><div><a href="${page}">[^<]*四人办文的通知`),
      );
  });

  test('a document and another go out together, a draft comes back and is thrown away', async () => {
    const all = await person('陈一', ['EDITOR', 'PUBLISHER']);
    const reviewer = await person('周二', ['REVIEWER']);
    const ids: string[] = [];
    for (const subject of ['同时之一', '同时之二']) {
      const id = await upload(all, subject);
      await all.post(`/publish/drafts/${id}/submit`, { withoutInterpretation: '测试' });
      await reviewer.post(`/publish/drafts/${id}/review`, { result: 'PASSED', basis: '办法第八条' });
      const finding = /name="finding" value="([^"]+)"/.exec((await reviewer.get(`/publish/drafts/${id}`)).body)?.[1];
      await reviewer.post(`/publish/drafts/${id}/clear`, { finding: finding ?? '', reason: '同意' });
      await reviewer.post(`/publish/drafts/${id}/approve`);
      ids.push(id);
    }
    const [first = '', second = ''] = ids;
    expect((await all.get(`/publish/drafts/${first}/publish`)).body).toMatch(
      new RegExp(`name="together"\\s+value="${second}"`),
    );
    expect((await all.post(`/publish/drafts/${first}/publish`, { together: [second] })).status).toBe(303);
    expect(await server.store.db.edition.count({ where: { id: { in: ids }, state: 'PUBLISHED' } })).toBe(2);

    const id = await upload(all, '退文');
    await all.post(`/publish/drafts/${id}/submit`, { withoutInterpretation: '测试' });
    await reviewer.post(`/publish/drafts/${id}/return`, { reason: '请补附件' });
    expect((await all.get(`/publish/drafts/${id}`)).body).toMatch(/退文 Returned.*请补附件/s);
    expect((await all.get(`/publish/drafts/${id}/discard`)).body).toContain('不能恢复');
    expect(await all.post(`/publish/drafts/${id}/discard`)).toMatchObject({ location: '/publish?done=DISCARD' });
    expect((await all.get(`/publish/drafts/${id}`)).status).toBe(404);
  });

  test('another organization that is asked to sign off sees the draft, and signs', async () => {
    const editor = await person('张三', ['EDITOR']);
    const other = await person('吴八', ['REVIEWER'], ['桓台县教育和体育局']);
    const id = await upload(editor, '会签');
    const page = `/publish/drafts/${id}`;
    expect((await other.get(page)).status).toBe(404);
    const unknown = await editor.post(`${page}/submit`, { signOffs: '没有这家', withoutInterpretation: '测试' });
    expect([unknown.status, unknown.body.includes('没有这家</textarea')]).toEqual([400, true]);
    await editor.post(`${page}/submit`, { signOffs: '桓台县教育和体育局', withoutInterpretation: '测试' });
    expect((await other.get('/publish')).body).toContain(`${page}#form-SIGN_OFF`);
    expect((await other.post(`${page}/sign-off`)).status).toBe(303);
    expect((await other.get(page)).body).toMatch(/桓台县教育和体育局：吴八/);
    expect((await other.get('/publish')).body).not.toContain('#form-SIGN_OFF');
  });

  test('a file with errors is refused row by row beside its data, and nothing typed is lost', async () => {
    const editor = await person('张三', ['EDITOR']);
    const content = '收入支出决算总表\n项目,行次,决算数\n一、财政拨款收入,1,100.00\n本年收入合计,2,甲\n总计,3,120.00\n';
    const given = { kind: 'budget', changeNote: '第一次', given: '年度=2023' };
    const seen = await editor.upload(given, { name: '预算.csv', content });
    expect(seen.status).toBe(422);
    expect(seen.body).toMatch(/发现 Findings：错误/);
    expect(seen.body).toContain('本年收入合计 | 2 | 甲');
    expect(seen.body).toMatch(/value="第一次"/);
    expect(seen.body).toMatch(/>年度=2023<\/textarea/);
    const unread = await editor.upload({ ...given, given: '年度' }, { name: '预算.csv', content });
    expect([unread.status, unread.body.includes('须写作 名称=值')]).toEqual([400, true]);
    const bare = await editor.upload({ kind: '' }, { name: 'a.txt', content: 'x' });
    expect([bare.status, bare.body.includes('aria-describedby="UPLOAD-file-hint error-UPLOAD"')]).toEqual([400, true]);
    const large = await editor.upload(given, { name: 'a.csv', content: Buffer.alloc((30 << 20) + 1, 'a') });
    expect([large.status, large.body.includes('超过 30 MB')]).toEqual([413, true]);
  });

  test('a form that is forged is refused, and nothing happens', async () => {
    const editor = await person('张三', ['EDITOR']);
    const id = await stagePaper(server.store, { subject: '伪造' });
    const address = `/publish/drafts/${id}/discard`;
    const mark = await editor.mark();
    const forged: readonly (readonly [Record<string, string>, Record<string, string>])[] = [
      [{}, fromHere],
      [{ mark: 'x' }, fromHere],
      [{ mark: `${mark}x` }, fromHere],
      [{ mark }, { origin: 'https://evil.example' }],
      [{ mark }, { origin: 'null' }],
      [{ mark }, { origin: 'http://localhost:4000', 'sec-fetch-site': 'cross-site' }],
      [{ mark }, { 'sec-fetch-site': 'same-site' }],
      [{ mark }, { 'sec-fetch-site': 'none' }],
      [{ mark }, {}],
    ];
    for (const [fields, headers] of forged) {
      const seen = await editor.raw(address, fields, headers);
      expect([seen.status, seen.body.includes('不是从发布台的页面发出的')]).toEqual([403, true]);
    }
    const other = await person('李四', ['EDITOR']);
    expect((await editor.raw(address, { mark: await other.mark() })).status).toBe(403);
    expect(await server.store.db.edition.count({ where: { id } })).toBe(1);
    expect((await editor.raw(address, { mark })).status).toBe(303);
  });

  test('without a token there is nothing of the desk', async () => {
    const id = await stagePaper(server.store, { subject: '外人不见' });
    const nobody = new Person(server.server);
    const first = await nobody.get('/publish');
    expect([first.status, first.body.includes('外人不见')]).toEqual([200, false]);
    const paths = [
      'drafts',
      'lists/draft',
      `drafts/${id}`,
      `drafts/${id}/statement.json`,
      'upload',
      'published',
      'tokens',
      'audit',
      'records/x',
      'nowhere',
    ];
    for (const path of paths) {
      const seen = await nobody.get(`/publish/${path}`);
      expect([path, seen.status, seen.body.includes('外人不见')]).toEqual([path, 401, false]);
      expect(seen.body).not.toContain('name="mark"');
    }
    for (const path of [`drafts/${id}/discard`, 'tokens', 'upload'])
      expect([path, (await nobody.raw(`/publish/${path}`, { mark: 'x' })).status]).toEqual([path, 401]);
    expect(await server.store.db.edition.count({ where: { id } })).toBe(1);
  });

  test('of another organization nothing is seen, and nothing done', async () => {
    const id = await stagePaper(server.store, { subject: '别家的事' });
    const { documentId } = await server.store.db.edition.findUniqueOrThrow({ where: { id } });
    const live = await publishPaper(server.store, { subject: '别家已发' });
    const stranger = await person(
      '外单位',
      ['EDITOR', 'REVIEWER', 'PUBLISHER', 'ADMINISTRATOR'],
      ['桓台县教育和体育局'],
    );
    for (const path of ['', '/lists/draft', '/published', '/published?q=%E5%88%AB%E5%AE%B6'])
      expect((await stranger.get(`/publish${path}`)).body).not.toMatch(/别家的事|别家已发/);
    const paths = [
      `drafts/${id}`,
      `drafts/${id}/discard`,
      `drafts/${id}/statement.json`,
      `drafts/${live.editionId}/withdraw`,
      `records/${documentId}`,
    ];
    for (const path of paths) expect([path, (await stranger.get(`/publish/${path}`)).status]).toEqual([path, 404]);
    for (const step of ['discard', 'submit', 'approve', 'publish', 'withdraw', 'return'])
      expect(
        (await stranger.post(`/publish/drafts/${step === 'withdraw' ? live.editionId : id}/${step}`, { reason: 'x' }))
          .status,
      ).toBe(404);
    expect((await stranger.get('/publish/audit')).status).toBe(403);
  });

  test('markup in titles, file names and reasons is only text', async () => {
    const evil = '<script>alert(1)</script>';
    const editor = await person(evil, ['EDITOR', 'PUBLISHER']);
    const reviewer = await person('李四', ['REVIEWER']);
    const file = { name: `a${evil.replace('/', '')}.txt`, content: textOf({ subject: evil }) };
    const uploaded = await editor.upload({ kind: 'regulatory-document', changeNote: evil }, file);
    const id = draftIn(uploaded);
    const bodies = [uploaded.body];
    await editor.post(`/publish/drafts/${id}/submit`, { withoutInterpretation: evil });
    await reviewer.post(`/publish/drafts/${id}/return`, { reason: evil });
    bodies.push((await editor.post(`/publish/drafts/${id}/publish`, { reason: evil })).body);
    const addresses = [
      '',
      '/lists/returned',
      `/drafts/${id}`,
      `/drafts/${id}/discard`,
      `?done=${encodeURIComponent(evil)}`,
      `/upload?kind=${encodeURIComponent(`"${evil}`)}`,
      `/published?q=${encodeURIComponent(`"${evil}`)}`,
    ];
    for (const address of addresses) bodies.push((await editor.get(`/publish${address}`)).body);
    for (const body of bodies) expect(body).not.toMatch(/<script/i);
    expect(bodies.filter((body) => body.includes('&lt;script&gt;')).length).toBeGreaterThan(4);
  });

  test('the token stays in its cookie: none in a page, an address, the log; no other site is told anything', async () => {
    const token = await tokenFor(server.store, '孙七', ['EDITOR', 'ADMINISTRATOR']);
    const secret = token.split('_')[2] ?? '';
    const somebody = new Person(server.server);
    const seen = await somebody.signIn(token);
    const cookie = String(seen.headers['set-cookie']);
    expect(cookie).toBe(`gongkai_desk=${token}; Path=/publish; HttpOnly; SameSite=Strict`);
    const secure = await somebody.raw('/publish/sign-in', { token }, { ...fromHere, origin: 'https://localhost:4000' });
    expect(String(secure.headers['set-cookie'])).toMatch(/; Secure$/);
    for (const path of ['/publish', '/publish/upload', '/publish/tokens', '/publish/published']) {
      const page = await somebody.get(path);
      expect([path, page.status, page.body.includes(secret)]).toEqual([path, 200, false]);
      expect(headersOf(page, 'cache-control', 'x-frame-options', 'access-control-allow-origin')).toEqual([
        'private, no-store',
        'DENY',
        undefined,
      ]);
      expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(page.body).not.toMatch(/<script|<style| style=| on\w+="/);
    }
    const made = await somebody.post('/publish/tokens', { holder: '新人', roles: ['EDITOR', 'REVIEWER'], days: '10' });
    const fresh = /gkt_\w{8}_\w{43}_\w{6}/.exec(made.body)?.[0] ?? '';
    expect((await new Person(server.server).signIn(fresh)).status).toBe(303);
    expect((await somebody.get('/publish/tokens')).body).not.toContain(fresh);
    expect((await somebody.post(`/publish/tokens/${fresh.split('_')[1]}/revoke`)).status).toBe(303);
    expect((await new Person(server.server).signIn(fresh)).status).toBe(401);
    const bad = await somebody.post('/publish/tokens', { holder: '无角色', days: '10' });
    expect([bad.status, bad.body.includes('value="无角色"')]).toEqual([400, true]);
    const out = await somebody.post('/publish/sign-out');
    expect(String(out.headers['set-cookie'])).toMatch(/^gongkai_desk=; Max-Age=0; Path=\/publish/);
    expect(server.log.join('\n')).not.toContain(secret);
    expect(server.log.join('\n')).not.toContain(fresh);
    const sheet =
      /href="(\/publish\/assets\/[^"]+css)"/.exec(seen.body + (await somebody.get('/publish')).body)?.[1] ?? '';
    expect((await somebody.get(sheet)).headers['content-type']).toBe('text/css; charset=utf-8');
  });
});

test('the desk stands at an address of its own too, with its style sheet; programs find what pages show', async () => {
  const [database] = databases;
  if (!database) throw new Error('no database');
  const store = await emptyCounty(database);
  const server = await createDeskServer({
    store,
    logger: pino({ level: 'silent' }),
    clock: () => new Date(),
    trustedProxies: [],
  });
  const somebody = new Person(server);
  const token = await tokenFor(store, '赵六', ['EDITOR', 'ADMINISTRATOR', 'AUDITOR']);
  await somebody.signIn(token);
  const { body } = await somebody.get('/publish');
  const address = /href="(\/publish\/assets\/[^"]+css)"/.exec(body)?.[1] ?? '';
  expect([(await somebody.get(address)).status, (await somebody.get('/')).status]).toEqual([200, 404]);
  const contentBase64 = Buffer.from(textOf({ subject: '程序' })).toString('base64');
  const query = `mutation { stage(input: { kind: "regulatory-document", fileName: "a.txt", contentBase64: "${contentBase64}", isDryRun: true }) { __typename ... on MutationStageSuccess { data { outcome } } } }`;
  const ask = async (question: string) => {
    const { body: answer } = await server.inject({
      method: 'POST',
      url: '/publish/graphql',
      headers: { 'content-type': 'application/json', 'gongkai-preflight': '1', authorization: `Bearer ${token}` },
      payload: JSON.stringify({ query: question }),
    });
    return JSON.parse(answer);
  };
  expect(await ask(query)).toMatchObject({ data: { stage: { data: { outcome: 'UNCHANGED' } } } });
  expect(await ask('{ me { name } tokens { holder } audit { action } }')).toMatchObject({
    data: { me: { name: '赵六' }, tokens: [{ holder: '赵六' }], audit: [{ action: 'CHECK' }] },
  });
  await server.close();
  await store.close();
});

test('wrong tokens are told in one sentence, and too many shut both ways in', async () => {
  const [database] = databases;
  if (!database) throw new Error('no database');
  const server = await openServer(await emptyCounty(database), { url: null });
  const right = await tokenFor(server.store, '张三', ['EDITOR']);
  const wrong = ['', 'x', `${right.slice(0, -1)}_`, right.replace(/_.{4}/, '_0000')];
  const somebody = new Person(server.server);
  const bodies = new Set<string>();
  for (const token of wrong) {
    const { status, body, headers } = await somebody.raw('/publish/sign-in', { token });
    expect([status, headers['set-cookie']]).toEqual([401, undefined]);
    bodies.add(body);
  }
  expect(bodies.size).toBe(1);
  for (let round = wrong.length; round < 10; round += 1) await somebody.raw('/publish/sign-in', { token: 'x' });
  expect((await somebody.raw('/publish/sign-in', { token: 'x' })).status).toBe(429);
  const program = await server.server.inject({
    method: 'POST',
    url: '/publish/graphql',
    headers: { 'content-type': 'application/json', 'gongkai-preflight': '1', authorization: `Bearer ${right}` },
    payload: '{"query":"{ me { name } }"}',
  });
  // Whoever has a right token is let in all the same.
  expect(program.statusCode).toBe(200);
  expect((await somebody.raw('/publish/sign-in', { token: right })).status).toBe(303);
  await server.close();
});
