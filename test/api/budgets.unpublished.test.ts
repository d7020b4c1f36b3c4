import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attribute, Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { importFile } from '../../api/importing/import.ts';
import { cursorKeyOf } from '../../api/instance.ts';
import type { Store } from '../../api/store/client.ts';
import { sampleOf, twins } from '../support/county.ts';
import { onPaper, tester } from '../support/gate.ts';
import { openServer, type TestServer } from '../support/server.ts';

const budget = kindNamed('budget') as Kind;

const expenses = (body: string, year: number, stage: string, reception: string): string =>
  [
    `${year}年${body}部门${stage}“三公”经费支出${stage}表,`,
    `部门：${body},单位：万元`,
    `项目,${stage}数`,
    `合计,${reception}`,
    '因公出国（境）费,0.00',
    '公务用车购置及运行维护费,0.00',
    `公务接待费,${reception}`,
  ].join('\n');

const give = (store: Store, text: string, attribute: Attribute, publishing: boolean) =>
  importFile(
    store,
    budget,
    { name: '三公.csv', bytes: new TextEncoder().encode(text), attribute, actor: tester, now: new Date() },
    publishing ? onPaper : null,
  );

/** Two worlds alike in everything public; in the second there are drafts of budgets too. */
describe('sums, changes, completeness and files of budgets do not tell whether anything unpublished exists', () => {
  let plain: TestServer;
  let full: TestServer;

  beforeAll(async () => {
    const [one, other] = await twins(sampleOf(72), async (store) => {
      await give(store, expenses('桓台县审计局', 2023, '决算', '3.00'), 'PROACTIVE', true);
      await cursorKeyOf(store);
    });
    const hidden = [
      await give(other, expenses('桓台县审计局', 2023, '决算', '9.99'), 'PROACTIVE', false),
      await give(other, expenses('桓台县审计局', 2022, '决算', '8.88'), 'PROACTIVE', false),
      await give(other, expenses('桓台县水利局', 2023, '预算', '7.77'), 'ON_REQUEST', false),
      await give(other, expenses('桓台县民政局', 2023, '预算', '6.66'), 'WITHHELD', false),
    ];
    expect(hidden.map(({ outcome }) => outcome)).toEqual(['staged', 'staged', 'staged', 'staged']);
    plain = await openServer(one);
    full = await openServer(other);
    for (const { clock } of [plain, full]) clock.set(new Date(Date.now() + 60_000));
  }, 120_000);
  afterAll(async () => {
    await plain.close();
    await full.close();
  });

  const total =
    'year organization { name } prior { amount } approved { amount } approvedInAccounts { amount } final { amount } reports';
  const report = (year: number, stage: string, body: string) =>
    `{ organization: "${body}", fiscalYear: ${year}, stage: ${stage} }`;

  test.each([
    `{ budgetTotals(level: DEPARTMENT, table: THREE_PUBLIC, codes: ["TOTAL"], groupBy: [YEAR, ORGANIZATION]) { ${total} } }`,
    `{ budgetTotals(level: DEPARTMENT, table: THREE_PUBLIC, codes: ["RECEPTION"], fromYear: 2022, toYear: 2023) { ${total} } }`,
    '{ budgetCompleteness(fromYear: 2022, toYear: 2023) { organization { name } fiscalYear stage isPublished publishedCount missing { code } } }',
    `{ budget(by: { report: ${report(2023, 'FINAL_ACCOUNTS', '县审计局')} }) { title edition { number } editions { number } lineCount linesDigest tables { lines { final { fen } } } changes(from: 1) { name } reconciliation { count } } }`,
    `{ budget(by: { report: ${report(2022, 'FINAL_ACCOUNTS', '县审计局')} }) { title } }`,
    `{ budget(by: { report: ${report(2023, 'BUDGET', '县水利局')} }) { title } }`,
    `{ budget(by: { report: ${report(2023, 'FINAL_ACCOUNTS', '县审计局')} }) { changes(from: 1, to: 2) { name } } }`,
    '{ budgets(search: "审计局") { totalCount nodes { title digest } } }',
    '{ budgets(first: 5, where: { fiscalYear: { eq: 2023 } }) { totalCount nodes { title } facets(fields: [FISCAL_YEAR, STAGE, LEVEL, ORGANIZATION]) { buckets { value count } } pageInfo { endCursor } } }',
  ])('%s', async (query) => {
    const [expected, actual] = [await plain.request(query), await full.request(query)];
    expect(actual.data).toEqual(expected.data);
    expect(actual.errors.map(({ message }) => message)).toEqual(expected.errors.map(({ message }) => message));
    expect(actual.headers['etag']).toBe(expected.headers['etag']);
  });

  test.each(['csv', 'jsonl'])('/api/v1/budget-lines.%s', async (format) => {
    for (const query of ['', '?fiscalYear=2023&table=THREE_PUBLIC', '?fiscalYear=2022&stage=FINAL_ACCOUNTS']) {
      const address = `/api/v1/budget-lines.${format}${query}`;
      const [expected, actual] = [await plain.get(address), await full.get(address)];
      expect(actual.body.split('\n').sort()).toEqual(expected.body.split('\n').sort());
    }
  });
});
