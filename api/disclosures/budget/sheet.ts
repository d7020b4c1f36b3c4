import { editionFields, findingsAndFiles, listDocument, oneDocument } from '../../core/export-documents.ts';
import { at, cell, type Fields, listOf } from '../../core/record.ts';
import {
  column,
  day,
  digest,
  indexNumber,
  permalink,
  publishedAt,
  publisher,
  sample,
} from '../../core/record-columns.ts';
import type { CellValue, Exports, FilledSheet, Sheet } from '../../core/sheet.ts';
import { measures } from './model.ts';

const reports: Sheet<Fields> = {
  name: { zh: '预算与决算', en: 'Budgets and final accounts' },
  columns: [
    column('title', '标题', 'Title', 50),
    column('fiscalYear', '年度', 'Fiscal year', 8),
    column('stage', '阶段', 'Stage', 10, cell('stageLabel', 'label')),
    column('level', '层级', 'Level', 18, cell('levelLabel', 'label')),
    column('body', '机构', 'Body', 30),
    column('organizationCode', '机构代码', 'Body code', 22, cell('organization', 'code')),
    publisher,
    day('approvedOn', '批准日期', 'Approved on'),
    day('disclosedOn', '公开日期', 'Disclosed on'),
    indexNumber,
    column('lineCount', '行数', 'Lines', 8),
    publishedAt,
    sample,
    permalink,
    digest,
  ],
};

const lineColumns: FilledSheet['columns'] = [
  { key: 'side', label: { zh: '收支', en: 'Side' }, width: 8 },
  { key: 'code', label: { zh: '科目编码', en: 'Code' }, width: 12 },
  { key: 'name', label: { zh: '科目名称', en: 'Name' }, width: 40 },
  { key: 'component', label: { zh: '分项', en: 'Component' }, width: 16 },
  { key: 'body', label: { zh: '单位或地区', en: 'Body' }, width: 20 },
  { key: 'prior', label: { zh: '上年数（元）', en: 'Prior year (yuan)' }, width: 18, isMoney: true },
  { key: 'approved', label: { zh: '预算数（元）', en: 'Approved (yuan)' }, width: 18, isMoney: true },
  { key: 'adjusted', label: { zh: '调整预算数（元）', en: 'Adjusted (yuan)' }, width: 18, isMoney: true },
  { key: 'executed', label: { zh: '执行数（元）', en: 'Executed (yuan)' }, width: 18, isMoney: true },
  { key: 'final', label: { zh: '决算数（元）', en: 'Final (yuan)' }, width: 18, isMoney: true },
];

const sides: Readonly<Record<string, string>> = { REVENUE: '收入', EXPENDITURE: '支出', BALANCE: '余额' };

/** Amounts up to 90 万亿元 are exact as numbers of yuan and fen; what is larger stays text. */
const yuan = (line: Fields, measure: string): CellValue => {
  const amount = at(line, measure, 'amount');
  if (typeof amount !== 'string') return null;
  return amount.length <= 16 ? Number(amount) : amount;
};

/** Lines of one row of the printed table, in order: its components stand side by side. */
function printedRows(lines: readonly Fields[]): Fields[][] {
  const rows: Fields[][] = [];
  for (const line of lines) {
    const last = rows.at(-1)?.[0];
    if (last && last['row'] === line['row'] && last['side'] === line['side']) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows;
}

const amountColumns = lineColumns.filter(({ isMoney }) => isMoney);

/** A table as it was printed: a row a row, and a column for every component and number kind it holds. */
function tableSheet(table: Fields): FilledSheet {
  const lines = listOf(table, 'lines');
  const components = [
    ...new Map(lines.map((line) => [String(at(line, 'component', 'code')), String(at(line, 'component', 'label'))])),
  ];
  const pairs = components.flatMap(([component, label]) =>
    amountColumns
      .filter(({ key }) =>
        lines.some((line) => at(line, 'component', 'code') === component && yuan(line, key) !== null),
      )
      .map((column) => ({ component, label, column })),
  );
  const measuresShown = new Set(pairs.map(({ column }) => column.key));
  const labelOf = ({ label, column }: (typeof pairs)[number]) =>
    components.length === 1
      ? column.label
      : { zh: `${label}${measuresShown.size > 1 ? column.label.zh : '（元）'}`, en: `${label} ${column.label.en}` };
  const heads = lineColumns.filter(
    ({ key }) =>
      key === 'code' || key === 'name' || (key === 'side' && new Set(lines.map((line) => line['side'])).size > 1),
  );
  const head: Readonly<Record<string, (line: Fields) => CellValue>> = {
    side: (line) => sides[String(line['side'])] ?? null,
    // A total has no code of the classification.
    code: (line) => (at(line, 'code', 'scheme') === 'ITEM' ? null : cell('code', 'code')(line)),
    name: cell('name'),
  };
  const statement = table['statement'];
  return {
    name: { zh: String(at(table, 'label', 'label')), en: String(at(table, 'label', 'code')) },
    columns: [
      ...heads,
      ...pairs.map((pair) => ({
        key: `${pair.component}.${pair.column.key}`,
        label: labelOf(pair),
        width: 18,
        isMoney: true,
      })),
    ],
    rows: [
      ...printedRows(lines).map((row) => [
        ...heads.map(({ key }) => head[key]?.(row[0] ?? {}) ?? null),
        ...pairs.map(({ component, column }) => {
          const line = row.find((each) => at(each, 'component', 'code') === component);
          return line ? yuan(line, column.key) : null;
        }),
      ]),
      ...(typeof statement === 'string' ? [heads.map(({ key }) => (key === 'name' ? statement : null))] : []),
      ...moreOf(table, lines).map((text) => heads.map(({ key }) => (key === 'name' ? text : null))),
    ],
  };
}

/** What a long table says of the lines that are not shown with it. */
function moreOf(table: Fields, lines: readonly Fields[]): string[] {
  const more = Number(table['lineCount'] ?? 0) - lines.length;
  return more > 0 ? [`另有 ${more} 行，见 /api/v1/budget-lines.csv`] : [];
}

function* tableRows(table: Fields): Generator<CellValue[]> {
  const lines = listOf(table, 'lines');
  for (const line of lines) {
    yield [
      sides[String(line['side'])] ?? null,
      cell('code', 'code')(line),
      cell('name')(line),
      cell('component', 'label')(line),
      cell('body')(line),
      ...measures.map((measure) => yuan(line, measure)),
    ];
  }
  const statement = table['statement'];
  if (typeof statement === 'string') yield [null, null, statement];
  for (const text of moreOf(table, lines)) yield [null, null, text];
}

/** Every line of every table, with the table it stands in. */
const allLines = (record: Fields): FilledSheet => ({
  name: { zh: '预决算明细', en: 'Budget lines' },
  columns: [{ key: 'table', label: { zh: '表', en: 'Table' }, width: 40 }, ...lineColumns],
  rows: listOf(record, 'tables').flatMap((table) =>
    [...tableRows(table)].map((row) => [String(at(table, 'label', 'label')), ...row]),
  ),
});

const shared = `id indexNumber title fiscalYear stage stageLabel { code label } level levelLabel { code label } body organization { code name }
  publisher { name code } approvedOn disclosedOn lineCount linesDigest modifiedAt isSample permalink versionUrl digest`;

const money = measures.map((measure) => `${measure} { amount published }`).join(' ');

export const exports: Exports = {
  list: {
    document: listDocument('Budget', 'budgets', shared),
    sheet: reports,
  },
  one: {
    document: oneDocument(
      'Budget',
      'budget',
      `${shared} attribute narrative ${editionFields} missingTables { code label }
        tables { label { code label } title sheet state statement level unit scale lineCount
          lines(first: 1000) { row side code { code scheme label } name depth component { code label } body ${money} } }
        ${findingsAndFiles}`,
    ),
    csv: allLines,
    sheets: (record) => {
      const tables = listOf(record, 'tables').map(tableSheet);
      return [
        ...tables,
        { name: reports.name, columns: reports.columns, rows: [reports.columns.map(({ value }) => value(record))] },
      ];
    },
  },
};
