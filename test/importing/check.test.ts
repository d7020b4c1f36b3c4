import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stageFile } from '../../api/desk/staging.ts';
import { operator } from '../../api/publishing/actor.ts';
import type { Store } from '../../api/store/client.ts';
import { emptyCounty, type Paper, publishPaper, textOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { tester } from '../support/gate.ts';

describe.each(databases)('only to be checked, on $name', (database) => {
  let store: Store;

  beforeAll(async () => {
    store = await emptyCounty(database);
  });
  afterAll(() => store.close());

  const check = (paper: Paper, actor = tester) => {
    const now = new Date();
    const options = { name: 'paper.txt', bytes: new TextEncoder().encode(textOf(paper)), actor, now };
    return stageFile({ store, actor, now }, 'regulatory-document', options, { isDryRun: true });
  };
  /** Everything that staging writes to. */
  const stored = async () => ({
    documents: await store.db.document.count(),
    editions: await store.db.edition.count(),
    events: await store.db.event.count(),
    findings: await store.db.gateFinding.count(),
    files: await store.db.attachment.count(),
  });
  const lastAudit = () => store.db.audit.findFirst({ orderBy: { id: 'desc' } });

  test('what an import and a submission would find is found, and nothing of it is stored', async () => {
    const before = await stored();
    const body = ['联系人王明，手机13812345678。'];
    const { outcome, findings, drafts } = await check({ subject: '校核电话', body });
    expect([outcome, drafts]).toEqual(['UNCHANGED', []]);
    const found = findings.find(({ rule }) => rule === 'personal-mobile-number');
    expect([found?.severity, found?.message.zh]).toEqual(['WARNING', expect.stringContaining('138******78')]);
    expect(JSON.stringify(findings)).not.toContain('13812345678');

    const unknown = await check({ subject: '外县来文', issuer: '乌有县人民政府办公室' });
    expect([unknown.outcome, unknown.findings.map(({ rule }) => rule)]).toEqual([
      'REFUSED',
      expect.arrayContaining(['unknown-publisher']),
    ]);
    expect(await stored()).toEqual(before);
    expect(await lastAudit()).toMatchObject({ action: 'CHECK', subject: 'paper.txt', outcome: 'REFUSED' });
  });

  test('who may not stage for that body is told so, and that he tried is on record', async () => {
    const stranger = { ...operator('外人'), organizationIds: [crypto.randomUUID()] };
    await expect(check({ subject: '别家的事' }, stranger)).rejects.toThrow(/不能拟稿这个机构的信息/);
    expect(await lastAudit()).toMatchObject({ actor: '外人', action: 'CHECK', outcome: 'REFUSED' });
  });

  test('what is live already is said to be the same, and stays as it is', async () => {
    const paper = { subject: '已公开的工作', number: '桓政办字〔2024〕81号' };
    await publishPaper(store, paper);
    const before = await stored();
    const { outcome, findings } = await check(paper);
    expect([outcome, findings.map(({ rule }) => rule)]).toEqual([
      'UNCHANGED',
      expect.arrayContaining(['same-as-live']),
    ]);
    expect(await stored()).toEqual(before);
    expect(await lastAudit()).toMatchObject({ actor: 'test', action: 'CHECK', outcome: 'ALLOWED' });
  });
});
