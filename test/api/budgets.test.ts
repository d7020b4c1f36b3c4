import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellText } from '../../api/core/printed-sheet.ts';
import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { csvLines } from '../../api/exporting/csv.ts';
import { importFile } from '../../api/importing/import.ts';
import type { Store } from '../../api/store/client.ts';
import { sampleOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { onPaper, tester, withdraw } from '../support/gate.ts';
import { sheetsOf } from '../support/grids.ts';
import { openServer, type TestServer } from '../support/server.ts';

const budget = kindNamed('budget') as Kind;

interface Sum {
  readonly amount: string;
  readonly perHead: string | null;
  readonly share: string | null;
}

describe.each(databases)('budgets on $name', ({ open }) => {
  let store: Store;
  let platform: TestServer;
  const ask = <Data>(query: string): Promise<Data> => platform.ask<Data>(query);
  const codeOf = async (query: string) => (await platform.request(query)).errors?.[0]?.extensions.code;

  beforeAll(async () => {
    store = await open({ beginning: sampleOf(72) });
    platform = await openServer(store);
  }, 120_000);
  afterAll(() => platform.close());

  test('a department’s budget against its final accounts by function for ten years is one question', async () => {
    const { budgetTotals } = await ask<{
      budgetTotals: { year: number; code: { code: string; label: string }; approved: Sum | null; final: Sum | null }[];
    }>(
      '{ budgetTotals(level: DEPARTMENT, table: EXPENDITURE, organizations: ["县教育和体育局"], groupBy: [YEAR, CODE]) { year code { code label } approved { amount } final { amount } } }',
    );
    expect(new Set(budgetTotals.map(({ year }) => year)).size).toBe(10);
    const education = budgetTotals.filter(({ code }) => code.code === '205');
    expect(education).toHaveLength(10);
    for (const { approved, final } of education)
      expect([approved?.amount, final?.amount].every((amount) => /^\d+\.\d\d$/.test(amount ?? ''))).toBe(true);
    // A code keeps its number when its name changes.
    const health = (year: number) =>
      budgetTotals.find((each) => each.year === year && each.code.code === '210')?.code.label;
    expect([health(2016), health(2021)]).toEqual(['医疗卫生与计划生育支出', '卫生健康支出']);
  });

  test('an organization may be given by its code or by each of its names, in a query, an address and a file', async () => {
    const count = async (written: string) =>
      (
        await ask<{ budgets: { totalCount: number } }>(
          `{ budgets(where: { organization: { eq: "${written}" } }) { totalCount } }`,
        )
      ).budgets.totalCount;
    const { organization } = await ask<{ organization: { code: string } }>(
      '{ organization(by: { name: "县财政局" }) { code } }',
    );
    const byCode = await count(organization.code);
    expect(byCode).toBeGreaterThan(0);
    expect([await count('桓台县财政局'), await count('县财政局')]).toEqual([byCode, byCode]);
    const body = async (path: string) => (await platform.get(encodeURI(path))).body;
    expect(await body('/budgets?organization=桓台县财政局')).toContain(`共 ${byCode} 件`);
    const file = await body(`/api/v1/budgets.csv?publisher=${organization.code}`);
    expect(await body('/api/v1/budgets.csv?publisher=县财政局')).toBe(file);
    // The platform published at some instant; readers see the time on their own clocks, and are told so.
    const page = await body(`/budgets?organization=${organization.code}`);
    expect(page).toContain('发布时间（北京时间）');
    expect(page).not.toContain('UTC');
    const lines = await body(`/api/v1/budget-lines.csv?organization=${organization.code}`);
    expect(lines.length).toBeGreaterThan(1_000);
    expect(await body('/api/v1/budget-lines.csv?organization=县财政局')).toBe(lines);
  });

  test.each([
    '/graphql?query={budgets(where:{organization:{eq:"乌有局"}}){totalCount}}',
    '/graphql?query={budgetTotals(level:DEPARTMENT,table:EXPENDITURE,organizations:["乌有局"]){year}}',
    '/graphql?query={budgetCompleteness(fromYear:2024,toYear:2024,organization:"乌有局"){fiscalYear}}',
    '/budgets?organization=乌有局',
    '/api/v1/budgets.csv?publisher=乌有局',
    '/api/v1/budget-lines.csv?organization=乌有局',
  ])('an organization nobody knows is told, not answered with nothing: %s', async (path) => {
    const { body } = await platform.get(encodeURI(path));
    expect(body).toContain('BAD_USER_INPUT');
    expect(body).toContain('乌有局');
  });

  test('all departments’ three public expenses, ranked', async () => {
    const { budgetTotals } = await ask<{
      budgetTotals: { rank: number; organization: { name: string }; final: Sum }[];
    }>(
      '{ budgetTotals(level: DEPARTMENT, table: THREE_PUBLIC, codes: ["TOTAL"], fromYear: 2024, toYear: 2024, groupBy: [ORGANIZATION], orderBy: final) { rank organization { name } final { amount } } }',
    );
    expect(budgetTotals.length).toBeGreaterThan(20);
    const amounts = budgetTotals.map(({ final }) => Number(final.amount));
    expect(amounts).toEqual([...amounts].sort((left, right) => right - left));
    expect(budgetTotals.map(({ rank }) => rank)).toEqual(amounts.map((_, index) => index + 1));
  });

  test('education spending 2015–2024, per head and as a share', async () => {
    const { budgetTotals } = await ask<{ budgetTotals: { year: number; final: Sum }[] }>(
      '{ budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, codes: ["205"], fromYear: 2015, toYear: 2024) { year final { amount perHead share } } }',
    );
    expect(budgetTotals.map(({ year }) => year)).toEqual([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024]);
    const [row] = await store.read<{ final: string; whole: string; persons: number }>({
      text: `select (select sum(final)::text from budget_line l join budget b using (edition_id) where l.form = 'GENERAL_EXPENDITURE' and l.code = '205' and b.fiscal_year = 2024 and b.stage = 'FINAL_ACCOUNTS') as final,
        (select sum(final)::text from budget_line l join budget b using (edition_id) where l.form = 'GENERAL_EXPENDITURE' and l.code = 'YEAR_TOTAL' and b.fiscal_year = 2024 and b.stage = 'FINAL_ACCOUNTS') as whole,
        (select persons from population where division_code = '370321' and year = 2024) as persons`,
      values: [],
    });
    const last = budgetTotals.at(-1)?.final;
    expect(last?.amount).toBe((Number(row?.final) / 100).toFixed(2));
    expect(Number(last?.perHead)).toBeCloseTo(Number(row?.final) / 100 / (row?.persons ?? 1), 1);
    expect(Number(last?.share)).toBeCloseTo((Number(row?.final) / Number(row?.whole)) * 100, 1);
  });

  test('which tables a department still owes', async () => {
    const { budgetCompleteness } = await ask<{
      budgetCompleteness: { fiscalYear: number; stage: string; isPublished: boolean; missing: { code: string }[] }[];
    }>(
      '{ budgetCompleteness(fromYear: 2023, toYear: 2024, organization: "县水利局") { fiscalYear stage isPublished requiredCount publishedCount emptyCount missing { code label } } }',
    );
    expect(
      budgetCompleteness.map(({ fiscalYear, stage, isPublished, missing }) => [
        fiscalYear,
        stage,
        isPublished,
        missing.length,
      ]),
    ).toEqual([
      [2024, 'BUDGET', false, 9],
      [2024, 'FINAL_ACCOUNTS', true, 0],
      [2023, 'BUDGET', false, 9],
      [2023, 'FINAL_ACCOUNTS', false, 9],
    ]);
  });

  test('totals are of a depth there is', async () => {
    const totals = (depth: number) =>
      `{ budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, depth: ${depth}) { year final { amount } } }`;
    for (const depth of [0, 1, 3]) expect(await codeOf(totals(depth))).toBeUndefined();
    for (const depth of [-1, 4, 99]) expect(await codeOf(totals(depth))).toBe('BAD_USER_INPUT');
    expect((await platform.request(totals(99))).errors[0]?.message).toMatch(/0 到 3 之间.*0 to 3/);
  });

  test('nothing is owed before its latest legal day has passed', async () => {
    const owed = async (organization: string, validOn: string) =>
      (
        await ask<{ budgetCompleteness: { stage: string; dueOn: string; isDue: boolean; missing: unknown[] }[] }>(
          `{ budgetCompleteness(fromYear: 2026, toYear: 2026, organization: "${organization}", validOn: "${validOn}") { stage dueOn isDue missing { code } } }`,
        )
      ).budgetCompleteness.map(({ stage, dueOn, isDue, missing }) => [stage, dueOn, isDue, missing.length]);
    expect(await owed('县水利局', '2026-11-29')).toEqual([
      ['BUDGET', '2026-05-10', true, 9],
      ['FINAL_ACCOUNTS', '2027-11-09', false, 0],
    ]);
    expect(await owed('县水利局', '2026-05-10')).toMatchObject([['BUDGET', '2026-05-10', false, 0], {}]);
    expect(await owed('县水利局', '2027-11-10')).toMatchObject([{}, ['FINAL_ACCOUNTS', '2027-11-09', true, 9]]);
    expect((await owed('县政府', '2026-11-29')).map(([, dueOn]) => dueOn)).toEqual(['2026-04-20', '2027-10-20']);
    const { budgetCompleteness } = await ask<{ budgetCompleteness: unknown[] }>(
      '{ budgetCompleteness(fromYear: 2026, toYear: 2026, validOn: "2026-11-29", incompleteOnly: true, stages: [FINAL_ACCOUNTS]) { dueOn } }',
    );
    expect(budgetCompleteness).toEqual([]);
  });

  test('an answer is cut short only where that was asked for', async () => {
    const groups = (first: string) =>
      ask<{ budgetTotals: unknown[] }>(
        `{ budgetTotals(level: DEPARTMENT, table: EXPENDITURE, depth: 3, groupBy: [YEAR, CODE, ORGANIZATION]${first}) { rank } }`,
      ).then(({ budgetTotals }) => budgetTotals.length);
    expect(await groups('')).toBeGreaterThan(100);
    expect(await groups(', first: 100')).toBe(100);
  });

  test('a class may be asked for by its name in any year', async () => {
    const totals = (table: string, code: string) =>
      ask(
        `{ budgetTotals(level: COUNTY_TOTAL, table: ${table}, codes: ["${code}"], fromYear: 2015, toYear: 2024) { year final { amount } } }`,
      );
    expect(await totals('GENERAL_EXPENDITURE', '教育支出')).toEqual(await totals('GENERAL_EXPENDITURE', '205'));
    for (const name of ['卫生健康支出', '医疗卫生与计划生育支出'])
      expect(await totals('GENERAL_EXPENDITURE', name)).toEqual(await totals('GENERAL_EXPENDITURE', '210'));
    expect(await totals('GENERAL_REVENUE', '增值税')).toEqual(await totals('GENERAL_REVENUE', '10101'));
    expect(await totals('GOVERNMENT_THREE_PUBLIC', '公务接待费')).toEqual(
      await totals('GOVERNMENT_THREE_PUBLIC', 'RECEPTION'),
    );
  });

  test.each([
    ['codes: ["教育"]', /“教育”.*205 教育支出/],
    ['codes: ["乌有"]', /“乌有”/],
    ['codes: ["999"]', /没有科目 999.*201 一般公共服务支出.* \/ .*no code 999/],
    ['codes: ["205", "29502"]', /没有科目 29502.*没有 295 这一类。相近的有：.*229 其他支出/],
    ['under: "299"', /under：没有科目 299.*229 其他支出/],
    ['fromYear: 2024, toYear: 2015', /2024.*2015/],
    ['organizations: ["财政局"]', /“财政局”.*县财政局/],
  ])('what means nothing is told with what may be meant: %s', async (argument, message) => {
    const { errors } = await platform.request(
      `{ budgetTotals(level: DEPARTMENT, table: EXPENDITURE, ${argument}) { year } }`,
    );
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(message);
  });

  test('the tree opens to any depth, and every level adds up', async () => {
    const children = (depth: number): string =>
      depth === 0 ? '' : `children { code { code } final { fen } ${children(depth - 1)} }`;
    interface Node {
      readonly code: { code: string };
      readonly final: { fen: string };
      readonly children?: readonly Node[];
    }
    const { budget: report } = await ask<{ budget: { tables: { lines: Node[] }[] } }>(
      `{ budget(by: { report: { organization: "县政府", fiscalYear: 2022, stage: FINAL_ACCOUNTS } }) { tables(forms: [GENERAL_EXPENDITURE]) { lines(depth: 1, first: 30) { code { code } final { fen } ${children(2)} } } } }`,
    );
    const check = ({ final, children: below = [] }: Node): void => {
      if (below.length === 0) return;
      expect(below.reduce((sum, child) => sum + BigInt(child.final.fen), 0n)).toBe(BigInt(final.fen));
      below.forEach(check);
    };
    const lines = report.tables[0]?.lines ?? [];
    expect(lines.length).toBeGreaterThan(10);
    lines.forEach(check);
    expect(lines.some(({ children: groups = [] }) => groups.some(({ children: items = [] }) => items.length > 1))).toBe(
      true,
    );
  });

  test('a sum is never made of two levels of the classification, and unknown bodies are told', async () => {
    for (const query of [
      '{ budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, codes: ["205", "20502"]) { year } }',
      '{ budgetTotals(level: DEPARTMENT, table: EXPENDITURE, organizations: ["乌有局"]) { year } }',
      '{ budgetCompleteness(fromYear: 2024, toYear: 2020) { fiscalYear } }',
      '{ budgetTotals(level: COUNTY_TOTAL, table: EXPENDITURE) { year } }',
      '{ budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE_OWN) { year } }',
      '{ budgetTotals(level: COUNTY_TOTAL, table: DEBT) { year } }',
    ]) {
      expect([query, await codeOf(query)]).toEqual([query, 'BAD_USER_INPUT']);
    }
  });

  describe('a correction', () => {
    const rows = (reception: string): string => {
      const total = (Number(reception) + 5).toFixed(2);
      return csvLines([
        ['2023年桓台县审计局部门决算“三公”经费支出决算表', null, null],
        ['部门：桓台县审计局', null, '单位：万元'],
        ['项目', '预算数', '决算数'],
        ['合计', '9.00', total],
        ['因公出国（境）费', '0.00', '0.00'],
        ['公务用车购置及运行维护费', '5.00', '5.00'],
        ['公务用车购置费', '0.00', '0.00'],
        ['公务用车运行维护费', '5.00', '5.00'],
        ['公务接待费', '4.00', reception],
      ]);
    };
    const publishReport = (reception: string, isCorrection = false) =>
      importFile(
        store,
        budget,
        {
          name: '三公.csv',
          bytes: new TextEncoder().encode(rows(reception)),
          attribute: 'PROACTIVE',
          actor: tester,
          now: new Date(),
          isCorrection,
        },
        onPaper,
      );

    test('shows line by line what changed between two editions, and the old one stays readable', async () => {
      expect(await publishReport('3.00')).toMatchObject({ outcome: 'published' });
      expect(await publishReport('3.00')).toMatchObject({ outcome: 'unchanged' });
      expect(await publishReport('3.20', true)).toMatchObject({ outcome: 'published' });
      const { budget: report } = await ask<{
        budget: { edition: { number: number; reason: string }; changes: unknown[]; indexNumber: string };
      }>(
        '{ budget(by: { report: { organization: "县审计局", fiscalYear: 2023, stage: FINAL_ACCOUNTS } }) { indexNumber edition { number reason } changes(from: 1) { type name code { code } measure before { amount } after { amount } difference { amount } } } }',
      );
      expect(report.edition).toEqual({ number: 2, reason: 'CORRECTION' });
      expect(report.changes).toEqual([
        {
          type: 'CHANGED',
          name: '合计',
          code: { code: 'TOTAL' },
          measure: 'final',
          before: { amount: '80000.00' },
          after: { amount: '82000.00' },
          difference: { amount: '2000.00' },
        },
        {
          type: 'CHANGED',
          name: '公务接待费',
          code: { code: 'RECEPTION' },
          measure: 'final',
          before: { amount: '30000.00' },
          after: { amount: '32000.00' },
          difference: { amount: '2000.00' },
        },
      ]);
      // In a list too, and where nothing else of the edition is asked for.
      const { budgets } = await ask<{ budgets: { nodes: { changes: unknown[] }[] } }>(
        `{ budgets(where: { indexNumber: { eq: "${report.indexNumber}" } }) { nodes { changes(from: 1) { name } } } }`,
      );
      expect(budgets.nodes.map(({ changes }) => changes)).toEqual([[{ name: '合计' }, { name: '公务接待费' }]]);
      await store.db.$transaction((tx) => withdraw(tx, report.indexNumber, '数据有误'));
      expect(await codeOf(`{ budget(by: { indexNumber: "${report.indexNumber}" }) { title } }`)).toBe('WITHDRAWN');
    });
  });

  test('accounts that repeat another budget than the one published are told', async () => {
    const [file] = [...budget.files({ seed: 20_210_715, count: 200, faults: false })].filter(
      ({ name }) => name === '2023年桓台县教育和体育局部门决算',
    );
    const sheet = sheetsOf(file).find(({ name }) => name.includes('三公'));
    const table = (sheet?.rows ?? []).map((row) => row.map(cellText));
    const column = 1;
    for (const [index, row] of table.entries())
      if (index > 3 && ['合计', '公务接待费'].includes(row[0] ?? ''))
        row[column] = (Number(row[column]) + 10).toFixed(2);
    const width = Math.max(...table.map((row) => row.length));
    const bytes = new TextEncoder().encode(
      csvLines(table.map((row) => [...row, ...Array.from({ length: width - row.length }, () => null)])),
    );
    const given = new Map([
      ['发布机构', '桓台县教育和体育局'],
      ['层级', '部门'],
      ['年度', '2023'],
    ]);
    const imported = await importFile(
      store,
      budget,
      { name: 'x.csv', bytes, given, attribute: 'PROACTIVE', actor: tester, now: new Date() },
      null,
    );
    expect(
      imported.findings.filter(({ rule }) => rule === 'differs-from-approved-budget').map(({ row }) => row),
    ).toHaveLength(2);
  });

  test('a government is set beside its departments: the difference is shown, not called an error', async () => {
    const { budget: report } = await ask<{
      budget: {
        reconciliation: { own: { fen: string }; below: { fen: string }; difference: { fen: string }; count: number };
      };
    }>(
      '{ budget(by: { report: { organization: "县政府", fiscalYear: 2024, stage: FINAL_ACCOUNTS } }) { reconciliation { own { fen } below { fen } difference { fen } count } } }',
    );
    const { own, below, difference, count } = report.reconciliation;
    expect(count).toBeGreaterThan(20);
    expect(BigInt(own.fen) - BigInt(below.fen)).toBe(BigInt(difference.fen));
    const [sum] = await store.read<{ sum: string }>({
      text: `select sum(l.final)::text as sum from budget_line l join budget b using (edition_id)
        where l.form = 'EXPENDITURE' and l.code = 'YEAR_TOTAL' and l.component = 'TOTAL' and b.level = 'DEPARTMENT' and b.fiscal_year = 2024 and b.stage = 'FINAL_ACCOUNTS'`,
      values: [],
    });
    expect(below.fen).toBe(sum?.sum);
  });

  test('more lines than a statement holds are stored whole', async () => {
    const lines = Array.from(
      { length: 12_000 },
      (_, index) => `2050201,明细${index},1.${String(index % 100).padStart(2, '0')}`,
    );
    const bytes = new TextEncoder().encode(['科目编码,科目名称,决算数', ...lines].join('\n'));
    const given = new Map(
      Object.entries({ 表: '收支明细', 年度: '2022', 阶段: '决算', 机构: '桓台县统计局', 层级: '部门', 单位: '元' }),
    );
    const imported = await importFile(
      store,
      budget,
      { name: '明细.csv', bytes, given, attribute: 'PROACTIVE', actor: tester, now: new Date() },
      onPaper,
    );
    expect(imported.outcome).toBe('published');
    const { budget: report } = await ask<{
      budget: { lineCount: number; tables: { lines: { position: number; final: { amount: string } }[] }[] };
    }>(
      '{ budget(by: { report: { organization: "县统计局", fiscalYear: 2022, stage: FINAL_ACCOUNTS } }) { lineCount tables { lines(first: 3, after: 11995) { position final { amount } } } } }',
    );
    expect(report.lineCount).toBe(12_000);
    expect(report.tables[0]?.lines).toEqual([
      { position: 11_996, final: { amount: '1.96' } },
      { position: 11_997, final: { amount: '1.97' } },
      { position: 11_998, final: { amount: '1.98' } },
    ]);
  });
});
