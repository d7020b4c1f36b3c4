import { describe, expect, test } from 'vitest';
import type { Finding } from '../../api/core/finding.ts';
import { cellText, type PrintedSheet } from '../../api/core/printed-sheet.ts';
import type { BudgetLine } from '../../api/disclosures/budget/model.ts';
import { printReport } from '../../api/disclosures/budget/print.ts';
import { readBudget } from '../../api/disclosures/budget/read/read.ts';
import { faults, spoil } from '../../api/disclosures/budget/sample/faults.ts';
import { sampleBudgets } from '../../api/disclosures/budget/sample/reports.ts';
import { templates } from '../../api/disclosures/budget/templates.ts';
import { printedWorkbook } from '../../api/exporting/printed.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { readWorkbook } from '../../api/reading/tables.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

const seed = 20_210_715;
const reports = [...sampleBudgets({ seed, count: 1_000 })];
const report = (level: string, fiscalYear: number, stage: string) => {
  const found = reports.find(
    ({ content }) => content.level === level && content.fiscalYear === fiscalYear && content.stage === stage,
  );
  if (!found) throw new RangeError('no such report');
  return found;
};

const grids = (sheets: readonly PrintedSheet[]): Record<string, Rows> =>
  Object.fromEntries(sheets.map(({ name, rows }) => [name, rows.map((row) => row.map(cellText))]));

/** A table of two sides is read row by row and made side by side. */
const inOrder = (lines: Iterable<BudgetLine>): BudgetLine[] =>
  [...lines].sort(
    (left, right) =>
      left.table - right.table ||
      left.side.localeCompare(right.side) ||
      left.row - right.row ||
      left.component.localeCompare(right.component),
  );

const placed = ({ rule, sheet, row }: Pick<Finding, 'rule' | 'sheet' | 'row'>): string =>
  [rule, sheet ?? '', row ?? ''].join(' ');

describe('the generator', () => {
  test('makes ten years of reports that keep every rule', async () => {
    expect(reports.length).toBeGreaterThan(500);
    expect(new Set(reports.map(({ content }) => content.fiscalYear)).size).toBe(10);
    for (const { metadata, content } of reports.filter((_, index) => index % 23 === 0)) {
      const { findings } = await readBudget(sourceOf(grids(printReport(metadata.title, metadata.publisher, content))));
      expect([metadata.title, findings]).toEqual([metadata.title, []]);
    }
  }, 60_000);

  test('the three public expenses of the county are those of its departments, to the last 分', () => {
    const total = (
      table: string,
      line: string,
      level: string,
      year: number,
      stage: string,
      kind: 'approved' | 'final',
    ) =>
      reports
        .filter(({ content }) => content.level === level && content.fiscalYear === year && content.stage === stage)
        .flatMap(({ content }) =>
          [...content.lines].filter(({ table: index, code }) => content.tables[index]?.form === table && code === line),
        )
        .reduce((sum, { [kind]: amount }) => sum + (amount ?? 0n), 0n);
    for (const [year, stage, kind] of [
      [2024, 'FINAL_ACCOUNTS', 'final'],
      [2019, 'FINAL_ACCOUNTS', 'approved'],
      [2016, 'BUDGET', 'approved'],
    ] as const) {
      for (const line of ['TOTAL', 'ABROAD', 'VEHICLES', 'RECEPTION']) {
        const county = total('GOVERNMENT_THREE_PUBLIC', line, 'COUNTY_TOTAL', year, stage, kind);
        expect(county).toBeGreaterThan(0n);
        expect(total('THREE_PUBLIC', line, 'DEPARTMENT', year, stage, kind)).toBe(county);
      }
    }
  });

  test.each([
    ['教育和体育局', '205'],
    ['科学技术局', '206'],
    ['卫生健康局', '210'],
    ['公安局', '204'],
    ['农业农村局', '213'],
    ['交通运输局', '214'],
    ['退役军人事务局', '208'],
    ['财政局', '201'],
  ])('most of the money of the %s is for its own function %s', (body, own) => {
    const { content } =
      reports.find(({ content: { body: of, stage } }) => of === `桓台县${body}` && stage === 'FINAL_ACCOUNTS') ?? {};
    const classes = [...(content?.lines ?? [])].filter(
      ({ table, depth, component }) =>
        content?.tables[table]?.form === 'EXPENDITURE' && depth === 1 && component === 'TOTAL',
    );
    const [largest] = classes.sort((one, other) => Number((other.final ?? 0n) - (one.final ?? 0n)));
    expect(largest?.code).toBe(own);
    if (own !== '205') expect(classes.map(({ code }) => code)).not.toContain('205');
  });

  test.each([
    ['COUNTY_TOTAL', 2020, 'FINAL_ACCOUNTS'],
    ['COUNTY_TOTAL', 2016, 'BUDGET'],
    ['DEPARTMENT', 2024, 'FINAL_ACCOUNTS'],
    ['DEPARTMENT', 2019, 'BUDGET'],
  ] as const)('prints a report that reads back as it was: %s %i %s', async (level, year, stage) => {
    const { metadata, content } = report(level, year, stage);
    const read = await readBudget(sourceOf(grids(printReport(metadata.title, metadata.publisher, content))));
    expect(read.metadata).toEqual(metadata);
    expect(
      read.content.tables.map(({ form, state, level: own, unit, statement }) => [form, state, own, unit, statement]),
    ).toEqual(
      content.tables.map(({ form, state, level: own, unit, statement }) => [form, state, own, unit, statement]),
    );
    expect(inOrder(read.content.lines)).toEqual(inOrder(content.lines));
  });

  test('the same report as a workbook reads back to the same amounts', async () => {
    const { metadata, content } = report('DEPARTMENT', 2024, 'FINAL_ACCOUNTS');
    const bytes = await printedWorkbook(printReport(metadata.title, metadata.publisher, content));
    const workbook = await readWorkbook(bytesSource('report.xlsx', bytes));
    const read = await readBudget({ ...sourceOf({}), workbook });
    expect(read.findings).toEqual([]);
    expect(inOrder(read.content.lines)).toEqual(inOrder(content.lines));
  });
});

describe('planted errors', () => {
  test.each(faults.map((fault) => ({ fault, name: fault.name })))(
    '$name: all that follows is found, and nothing else',
    async ({ fault }) => {
      const { sheets, expected } = spoil(
        fault.of === 'government'
          ? report('COUNTY_TOTAL', 2021, 'FINAL_ACCOUNTS')
          : report('DEPARTMENT', 2024, 'FINAL_ACCOUNTS'),
        fault,
      );
      const { findings } = await readBudget(sourceOf(grids(sheets)));
      expect(findings.map(placed).sort()).toEqual(expected.map(placed).sort());
    },
  );
});

describe('templates', () => {
  const filled = (sheets: readonly PrintedSheet[]): Record<string, Rows> => {
    const grid = grids(sheets) as Record<string, (string | null)[][]>;
    const cover = grid['封面'];
    if (!cover) throw new RangeError('a template has a cover');
    for (const [label, value] of [
      ['机构：', '桓台县水利局'],
      ['年度：', '2023'],
      ['标题：', '2023年桓台县水利局部门决算'],
    ]) {
      const row = cover.find(([cell]) => cell === label);
      if (row) row[1] = value ?? null;
    }
    const expenditure = grid['支出表'];
    if (!expenditure) throw new RangeError('a template has every table');
    expenditure.splice(
      3,
      1,
      ['', '合计', '12.50', '10.00', '2.50'],
      ['213', '农林水支出', '12.50', '10.00', '2.50'],
      ['21303', '水利', '12.50', '10.00', '2.50'],
      ['2130301', '行政运行', '12.50', '10.00', '2.50'],
    );
    return grid;
  };

  test('a template filled in is imported as it was filled in', async () => {
    const template = templates.find(({ name }) => name === 'department');
    const { metadata, content, findings } = await readBudget(sourceOf(filled(template?.sheets() ?? [])));
    expect(metadata).toMatchObject({
      title: '2023年桓台县水利局部门决算',
      attribute: 'PROACTIVE',
      publisher: '桓台县水利局',
    });
    expect(content).toMatchObject({ fiscalYear: 2023, stage: 'FINAL_ACCOUNTS', level: 'DEPARTMENT' });
    const lines = [...content.lines].filter(
      ({ table, final }) => content.tables[table]?.form === 'EXPENDITURE' && final !== null,
    );
    expect(lines.map(({ code, component, final }) => [code, component, final])).toContainEqual([
      '2130301',
      'PROJECT',
      25_000_00n * 1n,
    ]);
    // What was left empty is told, and no column is unknown.
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['empty-table-without-statement']));
  });

  test.each(templates.map((template) => ({ template, name: template.name })))(
    '$name: a workbook with lists to choose from',
    async ({ template }) => {
      const bytes = await printedWorkbook(template.sheets());
      const { grids: sheets, findings } = await readWorkbook(bytesSource('template.xlsx', bytes));
      const names: (string | null)[] = [];
      for await (const { name } of sheets) names.push(name);
      expect(names).toEqual(template.sheets().map(({ name }) => name));
      expect(findings).toEqual([]);
      expect(template.sheets().flatMap(({ choices = [] }) => choices).length).toBeGreaterThan(3);
    },
  );
});
