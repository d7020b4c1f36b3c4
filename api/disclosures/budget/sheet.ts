import type { CellValue, Exports, FilledSheet, Sheet } from '../../core/sheet.ts';
import { measures } from './model.ts';

type Fields = Record<string, unknown>;

const at = (record: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === 'object' ? (value as Fields)[key] : null),
    record,
  );

const cell =
  (...path: readonly string[]) =>
  (record: Fields): CellValue => {
    const value = at(record, ...path);
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  };

const listOf = (record: Fields, key: string): Fields[] => {
  const value = record[key];
  return Array.isArray(value) ? (value as Fields[]) : [];
};

const reports: Sheet<Fields> = {
  name: { zh: '预算与决算', en: 'Budgets and final accounts' },
  columns: [
    { key: 'indexNumber', label: { zh: '索引号', en: 'Index number' }, value: cell('indexNumber'), width: 28 },
    { key: 'title', label: { zh: '标题', en: 'Title' }, value: cell('title'), width: 50 },
    { key: 'fiscalYear', label: { zh: '年度', en: 'Fiscal year' }, value: cell('fiscalYear'), width: 8 },
    { key: 'stage', label: { zh: '阶段', en: 'Stage' }, value: cell('stageLabel', 'label'), width: 10 },
    { key: 'level', label: { zh: '层级', en: 'Level' }, value: cell('levelLabel', 'label'), width: 18 },
    { key: 'body', label: { zh: '机构', en: 'Body' }, value: cell('body'), width: 30 },
    {
      key: 'organizationCode',
      label: { zh: '机构代码', en: 'Body code' },
      value: cell('organization', 'code'),
      width: 22,
    },
    { key: 'publisher', label: { zh: '发布机构', en: 'Publisher' }, value: cell('publisher', 'name'), width: 24 },
    {
      key: 'approvedOn',
      label: { zh: '批准日期', en: 'Approved on' },
      value: cell('approvedOn'),
      width: 12,
      isDay: true,
    },
    {
      key: 'disclosedOn',
      label: { zh: '公开日期', en: 'Disclosed on' },
      value: cell('disclosedOn'),
      width: 12,
      isDay: true,
    },
    { key: 'lineCount', label: { zh: '行数', en: 'Lines' }, value: cell('lineCount'), width: 8 },
    {
      key: 'publishedAt',
      label: { zh: '发布时间（UTC）', en: 'Published at (UTC)' },
      value: cell('modifiedAt'),
      width: 22,
    },
    {
      key: 'sample',
      label: { zh: '示例数据', en: 'Sample data' },
      value: (row) => (row['isSample'] ? '示例' : ''),
      width: 8,
    },
    { key: 'permalink', label: { zh: '永久地址', en: 'Permalink' }, value: cell('permalink'), width: 60 },
    { key: 'digest', label: { zh: '校验值（SHA-256）', en: 'Digest (SHA-256)' }, value: cell('digest'), width: 40 },
  ],
};

const lineColumns: FilledSheet['columns'] = [
  { key: 'side', label: { zh: '收支', en: 'Side' }, width: 8 },
  { key: 'code', label: { zh: '科目编码', en: 'Code' }, width: 12 },
  { key: 'name', label: { zh: '科目名称', en: 'Name' }, width: 40 },
  { key: 'component', label: { zh: '分项', en: 'Component' }, width: 16 },
  { key: 'body', label: { zh: '单位或地区', en: 'Body' }, width: 20 },
  { key: 'prior', label: { zh: '上年数（元）', en: 'Prior year (yuan)' }, width: 18 },
  { key: 'approved', label: { zh: '预算数（元）', en: 'Approved (yuan)' }, width: 18 },
  { key: 'adjusted', label: { zh: '调整预算数（元）', en: 'Adjusted (yuan)' }, width: 18 },
  { key: 'executed', label: { zh: '执行数（元）', en: 'Executed (yuan)' }, width: 18 },
  { key: 'final', label: { zh: '决算数（元）', en: 'Final (yuan)' }, width: 18 },
];

const sides: Readonly<Record<string, string>> = { REVENUE: '收入', EXPENDITURE: '支出', BALANCE: '余额' };

/** Amounts up to 90 万亿元 are exact as numbers of yuan and fen; what is larger stays text. */
const yuan = (line: Fields, measure: string): CellValue => {
  const amount = at(line, measure, 'amount');
  if (typeof amount !== 'string') return null;
  return amount.length <= 16 ? Number(amount) : amount;
};

function* tableRows(table: Fields): Generator<CellValue[]> {
  for (const line of listOf(table, 'lines')) {
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
}

const shared = `id indexNumber title fiscalYear stage stageLabel { code label } level levelLabel { code label } body organization { code name }
  publisher { name code } approvedOn disclosedOn lineCount linesDigest modifiedAt isSample permalink versionUrl digest`;

const money = measures.map((measure) => `${measure} { amount published }`).join(' ');

export const exports: Exports = {
  list: {
    document: `query Budgets($where: BudgetWhere, $search: String, $first: Int, $after: Cursor, $asOf: DateTime, $validOn: Date) {
      list: budgets(where: $where, search: $search, first: $first, after: $after, asOf: $asOf, validOn: $validOn) {
        pageInfo { hasNextPage endCursor } nodes { ${shared} } } }`,
    sheet: reports,
  },
  one: {
    document: `query Budget($indexNumber: String!, $asOf: DateTime, $validOn: Date) {
      one: budget(by: { indexNumber: $indexNumber }, asOf: $asOf, validOn: $validOn) {
        ${shared} attribute narrative firstPublishedAt edition { number publishedAt reason changeNote digest }
        license { uri title attribution } citation missingTables { code label }
        tables { label { code label } title sheet state statement level unit scale lineCount
          lines(first: 1000) { row side code { code scheme label } name depth component { code label } body ${money} } }
        findings { rule severity sheet row column message remedy } attachments { name role mediaType size sha256 url } } }`,
    sheets: (record) => {
      const tables = listOf(record, 'tables').map(
        (table): FilledSheet => ({
          name: { zh: String(at(table, 'label', 'label')), en: String(at(table, 'label', 'code')) },
          columns: lineColumns,
          rows: tableRows(table),
        }),
      );
      return [
        ...tables,
        { name: reports.name, columns: reports.columns, rows: [reports.columns.map(({ value }) => value(record))] },
      ];
    },
  },
};
