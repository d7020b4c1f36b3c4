import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDocument } from '../../widgets/core/document.ts';
import { sumOf } from '../../widgets/platform/figure.values.ts';
import { publishPaper, sampleCounty } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { blocksOf, listOf, said } from './said.ts';

type Params = Readonly<Record<string, string>>;

interface Report {
  readonly organization: { readonly name: string };
  readonly fiscalYear: number;
  readonly stage: string;
  readonly level: string;
  readonly permalink: string;
  readonly digest: string;
  readonly tables: readonly { readonly lines: readonly Line[] }[];
}

interface Line {
  readonly code: { readonly code: string } | null;
  readonly approved: { readonly fen: string } | null;
  readonly final: { readonly fen: string } | null;
}

let server: TestServer;

beforeAll(async () => {
  server = await openServer(await sampleCounty({ name: 'PGlite', open: openMemory }, 12));
});
afterAll(() => server.close());

async function figureOf(params: Params): Promise<string | undefined> {
  const document = await said(server, 'figure', params);
  expect([document.state, document.sentence]).toEqual(['data', expect.anything()]);
  expect(document.blocks).toHaveLength(1);
  const [figures] = blocksOf(document, 'figures');
  expect(figures?.items).toHaveLength(1);
  const [item] = figures?.items ?? [];
  expect([item?.label, item?.note]).toEqual([document.title, expect.stringMatching(/./)]);
  expect(document.source.permalink).toMatch(/^https:/);
  return item?.value;
}

/** 万元 with two decimals, of whole fen. */
const wan = (fen: bigint): string => {
  const cents = fen / 10_000n;
  return `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
};

describe('a figure of a budget', () => {
  let reports: readonly Report[];
  beforeAll(async () => {
    const answer = await server.ask<{ budgets: { nodes: readonly Report[] } }>(`{ budgets(first: 8) { nodes {
      organization { name } fiscalYear stage level permalink digest
      tables(forms: [GENERAL_EXPENDITURE, EXPENDITURE]) { lines(depth: 1, side: EXPENDITURE, component: TOTAL, first: 40) {
        code { code } approved { fen } final { fen } } } } } }`);
    reports = answer.budgets.nodes.filter(({ tables }) => tables.length > 0);
  });

  test('is the exact sum of its classes, and each class exactly', async () => {
    expect(reports.length).toBeGreaterThan(3);
    for (const { organization, fiscalYear, stage, level, tables, permalink, digest } of reports) {
      const of = { of: 'budget', organization: organization.name, year: String(fiscalYear), stage, level };
      const own = stage === 'BUDGET' ? 'approved' : 'final';
      const amounts = (tables[0]?.lines ?? []).flatMap((line) => {
        const fen = line[own]?.fen;
        return fen === undefined ? [] : [{ code: line.code?.code ?? '', fen: BigInt(fen) }];
      });
      expect(await figureOf(of)).toBe(wan(amounts.reduce((sum, { fen }) => sum + fen, 0n)));
      const [first] = amounts;
      if (first) expect(await figureOf({ ...of, value: first.code })).toBe(wan(first.fen));
      const { source } = await said(server, 'figure', of);
      expect(source).toMatchObject({ permalink, digest, edition: 1, isSample: true });
    }
  });

  test('says that nothing is published where there is none', async () => {
    const [report] = reports;
    const document = await said(server, 'figure', {
      of: 'budget',
      organization: report?.organization.name ?? '',
      year: '1999',
    });
    expect([document.state, blocksOf(document, 'figures')]).toEqual(['empty', []]);
    expect(document.sentence).toMatch(/还没有公开这个数。$/);
  });

  test('of a report that is published and has no such line says just that', async () => {
    const report = reports.find(({ tables }) => tables[0]?.lines.every(({ code }) => code?.code !== '232'));
    const { organization, fiscalYear, stage, level } = report ?? reports[0] ?? expect.fail('no report');
    const of = { of: 'budget', organization: organization.name, year: String(fiscalYear), stage, level, value: '232' };
    expect((await said(server, 'figure', of)).sentence).toMatch(/这份报告已经公开，其中没有这个数。$/);
    expect((await said(server, 'figure', { ...of, lang: 'en' })).sentence).toMatch(/does not state this number\.$/);
  });

  test('adds exactly, however large and however many', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })), (cents) => {
        const spelled = (value: bigint): string => {
          const size = value < 0n ? -value : value;
          return `${value < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
        };
        const whole = cents.reduce((sum, one) => sum + one, 0n);
        expect(sumOf(cents.map(spelled))).toBe(spelled(whole));
      }),
    );
  });
});

describe('a figure of records', () => {
  test.each([
    ['total', {}],
    ['in-force', { validity: 'IN_FORCE' }],
    ['lapsed', { validity: 'LAPSED' }],
    ['repealed', { validity: 'REPEALED' }],
  ])('documents %s is the total of the list of documents', async (value, filter) => {
    const { blocks } = await said(server, 'documents', filter as Params);
    const total = blocks.some(({ type }) => type === 'list')
      ? listOf(await said(server, 'documents', filter as Params)).total
      : 0;
    expect(await figureOf({ of: 'documents', value })).toBe(String(total));
  });

  test('projects and plans are what the API counts', async () => {
    const { progress, plans, current, overdue } = await server.ask<{
      progress: { items: number; completed: number; overdue: number; invested: { fen: string } }[];
      plans: { totalCount: number };
      current: { totalCount: number };
      overdue: { totalCount: number };
    }>(`{ progress: livelihoodProgress(year: 2024, groupBy: []) { items completed overdue invested { fen } }
      plans: emergencyPlans { totalCount } current: emergencyPlans(where: { standing: { eq: "IN_FORCE" } }) { totalCount }
      overdue: emergencyPlans(where: { assessment: { eq: "OVERDUE" } }) { totalCount } }`);
    const [total] = progress;
    const of = { of: 'projects', year: '2024', type: 'ALL' };
    expect(await figureOf(of)).toBe(String(total?.items));
    expect(await figureOf({ ...of, value: 'done' })).toBe(String(total?.completed));
    expect(await figureOf({ ...of, value: 'overdue' })).toBe(String(total?.overdue));
    expect(await figureOf({ ...of, value: 'invested' })).toBe(wan(BigInt(total?.invested.fen ?? 0)));
    // As the panel counts them: one sort of them, of one year.
    const all = await said(server, 'projects', { year: '2024', type: 'ALL' });
    const shown = (document: PanelDocument) => blocksOf(document, 'figures')[0]?.items.map(({ value }) => value);
    expect(shown(all)?.[0]).toBe(String(total?.items));
    for (const asked of [{ year: '2024' }, {}, { year: '2024', type: 'ALL' }]) {
      const panel = shown(await said(server, 'projects', asked));
      for (const [at, value] of [
        [0, 'total'],
        [1, 'done'],
        [3, 'overdue'],
      ] as const)
        expect([asked, value, await figureOf({ of: 'projects', ...asked, value })]).toEqual([
          asked,
          value,
          panel?.[at],
        ]);
    }
    // A year of which nothing is public has no number, not none of them.
    const { state, blocks } = await said(server, 'figure', { of: 'projects', value: 'overdue', year: '2030' });
    expect([state, blocks]).toEqual(['empty', []]);
    expect(await figureOf({ of: 'emergency-plan' })).toBe(String(plans.totalCount));
    expect(await figureOf({ of: 'emergency-plan', value: 'current' })).toBe(String(current.totalCount));
    expect(await figureOf({ of: 'emergency-plan', value: 'overdue' })).toBe(String(overdue.totalCount));
  });

  test('what is in force is counted here and everywhere', async () => {
    server.clock.set('2021-07-28T07:00:00Z');
    const { all, here } = await server.ask<{ all: unknown[]; here: unknown[] }>(
      '{ all: inForceNow { permalink } here: inForceNow(at: "起凤镇") { permalink } }',
    );
    expect(await figureOf({ of: 'emergency' })).toBe(String(all.length));
    expect(await figureOf({ of: 'emergency', place: '起凤镇' })).toBe(String(here.length));
    server.clock.run();
  });

  test('stays as it was as of an instant', async () => {
    const instant = new Date().toISOString();
    const before = await figureOf({ of: 'documents' });
    await publishPaper(server.store, { subject: '新发的工作', number: '桓政办字〔2023〕981号' });
    expect(await figureOf({ of: 'documents' })).toBe(String(Number(before) + 1));
    expect(await figureOf({ of: 'documents', 'as-of': instant })).toBe(before);
  });

  test('is one value in every language, with the sentence in each', async () => {
    const said_ = await Promise.all(
      ['zh-CN', 'zh-TW', 'en'].map((lang) => said(server, 'figure', { of: 'documents', value: 'in-force', lang })),
    );
    const values = said_.map((document) => blocksOf(document, 'figures')[0]?.items[0]?.value);
    expect(new Set(values).size).toBe(1);
    expect(said_.map(({ sentence }) => sentence)).toEqual([
      `现行有效的政策文件 ${values[0]} 件。`,
      `現行有效的政策文件 ${values[0]} 件。`,
      `policy documents in force: ${values[0]}.`,
    ]);
  });
});

test.each([
  [{}, '请写 of="budget"', 'write of="budget"'],
  [{ of: 'weather' }, '请写 of="budget"', 'write of="budget"'],
  [{ of: 'constructor' }, '请写 of="budget"', 'write of="budget"'],
  [{ of: 'budget' }, 'organization="县财政局" year="2024"', 'organization="县财政局" year="2024"'],
  [{ of: 'budget', organization: '县财政局', year: '24' }, 'year="2024"', 'year="2024"'],
  [{ of: 'budget', organization: '县财政局', year: '2024', value: '20' }, 'value="205"', 'value="205"'],
  [{ of: 'budget', organization: '县财政局', year: '2024', stage: '草案' }, 'FINAL_ACCOUNTS', 'FINAL_ACCOUNTS'],
  [{ of: 'documents', value: 'toString' }, '可写：total', 'write one of: total'],
  [{ of: 'emergency', year: '2024' }, '请删去 year', 'delete year'],
  [{ of: 'documents', organization: '县财' }, '没有机构“县财”', 'There is no organization "县财"'],
])('says in both languages what to do about %o', async (params, zh, en) => {
  const chinese = await said(server, 'figure', params as Params);
  expect([chinese.state, chinese.sentence]).toEqual(['misused', expect.stringContaining(zh)]);
  const english = await said(server, 'figure', { ...(params as Params), lang: 'en' });
  expect([english.state, english.sentence]).toEqual(['misused', expect.stringContaining(en)]);
});
