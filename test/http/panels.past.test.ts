import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { importFile } from '../../api/importing/import.ts';
import type { PanelDocument } from '../../widgets/core/document.ts';
import { emptyCounty, pause, publishPaper, withdrawPaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { onPaper, tester } from '../support/gate.ts';
import { openServer, type TestServer } from '../support/server.ts';

const spending = (education: number): string =>
  `桓台县2010年一般公共预算支出决算表\n机构：桓台县人民政府\n单位：万元\n公开属性：主动公开\n科目编码,科目名称,决算数\n201,一般公共服务支出,100\n205,教育支出,${education}\n,支出合计,${education + 100}\n`;

describe.each(databases)('what a panel said in the past on $name', (database) => {
  let server: TestServer;
  let indexNumber: string;
  let before: string;
  const params = 'organization=桓台县人民政府&year=2010';

  const publish = async (education: number, isCorrection: boolean): Promise<Date> => {
    const imported = await importFile(
      server.store,
      kindNamed('budget') as Kind,
      {
        name: 'spending.csv',
        bytes: new TextEncoder().encode(spending(education)),
        actor: tester,
        now: new Date(),
        isCorrection,
        ...(isCorrection ? { changeNote: '教育支出漏记一项' } : {}),
      },
      onPaper,
    );
    if (imported.outcome !== 'published') throw new Error(JSON.stringify(imported));
    ({ indexNumber } = imported.publication);
    return imported.publication.at;
  };
  const at = (instant: string, form = '.json', more = '') =>
    server.get(`/w/budget${form}?${params}&as-of=${encodeURIComponent(instant)}${more}`);
  const document = async (instant: string): Promise<PanelDocument> => JSON.parse((await at(instant)).body);
  const batch = async (instant: string, more = '') => {
    const key = `budget?${params}&as-of=${instant}${more}`;
    const answer = await server.get(`/w?p=${encodeURIComponent(key)}`);
    return { headers: answer.headers, shown: JSON.parse(answer.body).panels[0] };
  };
  let still: string;

  beforeAll(async () => {
    server = await openServer(await emptyCounty(database));
    const first = await publish(200, false);
    before = new Date(first.getTime() + 1).toISOString();
    await pause(20);
    // What was said at an instant is settled some minutes after it.
    server.clock.set(new Date(Date.now() + 20 * 60_000));
    still = (await at(before)).body;
  }, 60_000);
  afterAll(() => server.close());

  test('holds as long as nothing is corrected, and says so nowhere', async () => {
    const { shown } = await batch(before);
    expect(shown).toEqual({ key: expect.any(String), document: JSON.parse(still), words: expect.anything() });
    expect(JSON.parse(still)).toMatchObject({ asOf: before, source: { edition: 1 } });
    // It leads to the edition it is of, which stays what it is.
    const { permalink } = (JSON.parse(still) as PanelDocument).source;
    expect(permalink).toMatch(/\/editions\/1$/);
    expect((await server.get(new URL(permalink).pathname, { accept: 'text/html' })).status).toBe(200);
    expect((await at(before, '')).body).not.toContain('此后已');
  });

  test('made from many records says that some were corrected since, and where the result of now is', async () => {
    const list = async () => {
      const answer = await server.get(`/w?p=${encodeURIComponent(`documents?as-of=${before}`)}`);
      return JSON.parse(answer.body).panels[0];
    };
    expect((await list()).correction).toBeUndefined();
    const { indexNumber: number } = await publishPaper(server.store, { subject: '一件后来撤回的工作' });
    await withdrawPaper(server.store, number);
    server.platform.answers.purge('*');
    const { correction, document } = await list();
    expect(correction.text).toMatch(
      /^此后同类公开信息有更正或撤回（最近：.*一件后来撤回的工作.*）；现在的结果可能不同$/,
    );
    expect(correction.href).toBe(document.address.replace(/[?&]as-of=[^&]+/, ''));
    const page = await server.get(`/w/documents?as-of=${before}`, { accept: 'text/html' });
    expect(page.body).toContain('此后同类公开信息有更正或撤回');
  });

  test('stays byte for byte, for a year in every cache, after it was corrected', async () => {
    const live = (await server.get(`/w/budget.csv?${params}`)).body;
    await publish(250, true);
    server.clock.set(new Date(Date.now() + 40 * 60_000));
    server.platform.answers.purge('*');
    const past = await at(before);
    expect(past.body).toBe(still);
    expect(past.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    // However the instant is written, it is the same answer.
    const elsewhere = `${new Date(Date.parse(before) + 8 * 3_600_000).toISOString().slice(0, -1)}+08:00`;
    expect((await at(elsewhere)).body).toBe(still);
    for (const form of ['.csv', '.svg', '.md']) {
      const { body, headers } = await at(before, form);
      expect([form, headers['cache-control']]).toEqual([form, expect.stringContaining('immutable')]);
      expect(body).toContain('200');
      expect(body).not.toContain('250');
    }
    // And what holds now has followed.
    expect(live).toContain('"200.00"');
    const now = await server.get(`/w/budget.csv?${params}`);
    expect(now.body).toContain('"250.00"');
    expect(now.headers['cache-control']).not.toContain('immutable');
  });

  test('the correction is told beside it: in the answer of several, on the page, in the frame', async () => {
    const { shown, headers } = await batch(before);
    expect(shown.document).toEqual(await document(before));
    expect(shown.correction).toMatchObject({
      edition: 2,
      reason: 'CORRECTION',
      text: expect.stringMatching(/^此后已更正：第2版，\d{4}年\d{1,2}月\d{1,2}日。教育支出漏记一项$/),
      href: expect.stringContaining(`/budgets/${indexNumber}/editions/2`),
    });
    expect(headers['cache-control']).not.toContain('immutable');
    const english = await batch(before, '&lang=en');
    expect(english.shown.correction.text).toMatch(/^Corrected since: edition 2, \d/);
    for (const more of ['', '&frame=1']) {
      const { body, headers: given } = await at(before, '', more);
      expect(body).toContain('此后已更正：第2版');
      expect(given['cache-control']).not.toContain('immutable');
    }
    expect((await batch(new Date(server.clock().getTime() - 1_000).toISOString())).shown.correction).toBeUndefined();
  });

  test('after a withdrawal the past is still told, with the withdrawal; the page of now is gone', async () => {
    await withdrawPaper(server.store, indexNumber, '口径有误');
    server.clock.set(new Date(Date.now() + 60 * 60_000));
    server.platform.answers.purge('*');
    expect((await at(before)).body).toBe(still);
    const { shown } = await batch(before);
    expect(shown.correction).toMatchObject({
      reason: 'WITHDRAWN',
      text: expect.stringMatching(/此后已撤回：.*口径有误/),
    });
    for (let round = 0; round < 2; round += 1) {
      const page = await server.get(`/w/budget?${params}`);
      expect([page.status, page.body]).toEqual([410, expect.stringContaining('口径有误')]);
    }
    for (const form of ['csv', 'xlsx']) expect((await server.get(`/w/budget.${form}?${params}`)).status).toBe(410);
    expect((await server.get(`/w/budget.csv?${params}`)).body).toContain('口径有误');
    const { body } = await server.get(`/w/budget.json?${params}&lang=en`);
    expect(JSON.parse(body)).toMatchObject({ state: 'withdrawn', sentence: expect.stringContaining('was withdrawn') });
  });
});
