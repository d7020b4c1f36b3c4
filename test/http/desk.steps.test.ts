import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCounty, publishPaper, stagePaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { Person, type Seen, tokenFor } from '../support/desk.ts';
import { openServer, type TestServer } from '../support/server.ts';

/** The forms of a page in its order, by the step they take. */
const formsOf = ({ body }: Seen): string[] =>
  [...body.matchAll(/<form\s+id="form-([A-Z_]+)"/g)].map(([, name]) => name ?? '');
const gateOf = ({ body }: Seen): string => /id="obstacles"[\s\S]*?<\/section>/.exec(body)?.[0] ?? '';

describe.each(databases)('steps at the desk on $name', (database) => {
  let server: TestServer;
  let everybody: Person;
  let reviewer: Person;

  beforeAll(async () => {
    server = await openServer(await emptyCounty(database), { url: null });
    everybody = new Person(server.server);
    await everybody.signIn(await tokenFor(server.store, '张三', ['EDITOR', 'REVIEWER', 'PUBLISHER']));
    reviewer = new Person(server.server);
    await reviewer.signIn(await tokenFor(server.store, '李四', ['REVIEWER']));
  });
  afterAll(() => server.close());

  async function approved(id: string): Promise<string> {
    const page = `/publish/drafts/${id}`;
    await everybody.post(`${page}/submit`, { withoutInterpretation: '测试' });
    await reviewer.post(`${page}/review`, { result: 'PASSED', basis: '办法第八条' });
    const finding = /name="finding" value="([^"]+)"/.exec((await reviewer.get(page)).body)?.[1] ?? '';
    await reviewer.post(`${page}/clear`, { finding, reason: '同意' });
    expect((await reviewer.post(`${page}/approve`)).status).toBe(303);
    return page;
  }

  test('what comes next stands first, discarding last; approval is offered when it can be given', async () => {
    const id = await stagePaper(server.store, { subject: '先后' });
    const page = `/publish/drafts/${id}`;
    const draft = await everybody.get(page);
    expect(formsOf(draft)).toEqual(['SUBMIT']);
    expect(draft.body.indexOf('弃稿…')).toBeGreaterThan(draft.body.indexOf('改正后重新导入'));
    const next = /data-label="可做">([\s\S]*?)<\/td>/.exec((await everybody.get('/publish')).body)?.[1] ?? '';
    expect([...next.matchAll(/>(\S+)<\/a>/g)].map(([, step]) => step)).toEqual(['报送', '弃稿']);
    expect(gateOf(draft)).toMatch(/须先报送，经保密审查后由审核人审签/);

    await everybody.post(`${page}/submit`, { withoutInterpretation: '测试' });
    expect(formsOf(await reviewer.get(page))).toEqual(['REVIEW', 'RETURN']);
    await reviewer.post(`${page}/review`, { result: 'PASSED', basis: '办法第八条' });
    const open = await reviewer.get(page);
    expect(formsOf(open)).toEqual(['REVIEW', 'RETURN']);
    const finding = /name="finding" value="([^"]+)"/.exec(open.body)?.[1] ?? '';
    await reviewer.post(`${page}/clear`, { finding, reason: '同意' });
    const ready = await reviewer.get(page);
    expect(formsOf(ready)).toEqual(['APPROVE', 'REVIEW', 'RETURN']);
    expect(gateOf(ready)).toMatch(/尚未审签，须由审核人审签/);
    expect(gateOf(ready)).not.toContain('没有障碍');
    await reviewer.post(`${page}/approve`);
    const last = await everybody.get(page);
    expect(gateOf(last)).toContain('没有障碍');
    expect(formsOf(last)).toEqual(['PUBLISH', 'SCHEDULE', 'RETURN']);
  });

  test('before it is published a page says what becomes public, where, with what, and for how long', async () => {
    const first = await approved(await stagePaper(server.store, { subject: '问一次', number: '桓政办字〔2024〕91号' }));
    const asked = (await everybody.get(`${first}/publish`)).body;
    expect(asked).toMatch(/关于问一次的通知，第 1 版，连同 1 个文件/);
    expect(asked).toMatch(/发布时编定新的索引号[\s\S]*\/regulatory-documents\/…/);
    expect(asked).toMatch(/校核发现[\s\S]*透明日志[\s\S]*撤回也不能抹去/);
    expect((await reviewer.get(`${first}/publish`)).status).toBe(404);
    expect((await everybody.post(`${first}/publish`)).status).toBe(303);
    expect((await everybody.get(`${first}/publish`)).status).toBe(404);

    const paper = { subject: '再发一版', number: '桓政办字〔2024〕92号' };
    const { indexNumber } = await publishPaper(server.store, paper);
    const second = await approved(await stagePaper(server.store, { ...paper, body: ['第二版。'] }));
    const again = (await everybody.get(`${second}/publish`)).body;
    expect(again).toContain(`/regulatory-documents/${indexNumber}`);
    expect(again).toMatch(/现行版[\s\S]*从此是旧版/);
  });

  test('what is scheduled says so, with the time', async () => {
    const page = await approved(await stagePaper(server.store, { subject: '定时的事' }));
    const at = new Date(Date.now() + 8 * 3_600_000 + 86_400_000).toISOString().slice(0, 16);
    expect((await everybody.post(`${page}/schedule`, { at })).status).toBe(303);
    const badge = /class="badge">([\s\S]*?)<\/h1>/.exec((await everybody.get(page)).body)?.[1] ?? '';
    expect(badge).toMatch(new RegExp(`定时[\\s\\S]*${at.replace('T', ' ')}`));
    expect(badge).not.toContain('已审签');
    await everybody.post(`${page}/unschedule`);
  });

  test('what is returned for being incomplete was returned by nobody; the audit keeps who submitted', async () => {
    const id = await stagePaper(server.store, { subject: '未标属性的事', annotation: null });
    const done = await everybody.post(`/publish/drafts/${id}/submit`);
    expect(done.location).toContain('RETURNED_AT_ONCE');
    const { body } = await everybody.get(`/publish/drafts/${id}`);
    expect(body).toMatch(/退文 Returned<\/b> 系统（自动退文）/);
    const events = await server.store.db.event.findMany({ where: { editionId: id }, orderBy: { timepoint: 'asc' } });
    expect(events.slice(-2).map(({ type, actor }) => [type, actor])).toEqual([
      ['SUBMITTED', '张三'],
      ['RETURNED', '系统（自动退文）'],
    ]);
    const audit = await server.store.db.audit.findFirst({ where: { subject: id }, orderBy: { id: 'desc' } });
    expect(audit).toMatchObject({ actor: '张三', action: 'SUBMIT', outcome: 'ALLOWED' });
    await expect(tokenFor(server.store, '系统（自动退文）', ['EDITOR'])).rejects.toThrow(/姓名/);
  });
});
