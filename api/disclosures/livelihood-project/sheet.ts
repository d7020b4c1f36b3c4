import {
  type CellValue,
  type Exports,
  type FilledSheet,
  fill,
  publishedAtColumn,
  type Sheet,
} from '../../core/sheet.ts';

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

/** 万元, as such tables print it. */
const wan =
  (key: string) =>
  (record: Fields): CellValue => {
    const amount = at(record, key, 'amount');
    return typeof amount === 'string' ? Number(amount) : null;
  };

const percent =
  (key: string) =>
  (record: Fields): CellValue => {
    const rate = record[key];
    return typeof rate === 'string' ? `${rate}%` : null;
  };

/** Where it stands in one word: the pace says more than 进行中. */
const standing = (record: Fields): CellValue => {
  const [status, pace] = [at(record, 'statusLabel', 'label'), at(record, 'paceLabel', 'label')];
  if (typeof status !== 'string') return cell('statusWord')(record);
  return typeof pace === 'string' ? `${status}（${pace}）` : status;
};

const namesOf = (record: Fields, role: string): CellValue =>
  listOf(record, 'units')
    .filter((unit) => unit['role'] === role)
    .map((unit) => String(unit['name']))
    .join('、') || null;

const projects: Sheet<Fields> = {
  name: { zh: '民生实事与工作报告任务', en: 'Livelihood projects' },
  columns: [
    { key: 'title', label: { zh: '标题', en: 'Title' }, value: cell('title'), width: 50 },
    { key: 'year', label: { zh: '年度', en: 'Year' }, value: cell('year'), width: 8 },
    { key: 'type', label: { zh: '类型', en: 'Type' }, value: cell('typeLabel', 'label'), width: 14 },
    { key: 'number', label: { zh: '序号', en: 'Number' }, value: cell('number'), width: 6 },
    { key: 'category', label: { zh: '类别', en: 'Category' }, value: cell('category', 'label'), width: 12 },
    { key: 'location', label: { zh: '地点', en: 'Location' }, value: cell('location'), width: 20 },
    { key: 'target', label: { zh: '年度目标', en: 'Target of the year' }, value: cell('target'), width: 40 },
    { key: 'status', label: { zh: '状态', en: 'Status' }, value: standing, width: 14 },
    {
      key: 'completionRate',
      label: { zh: '完成率', en: 'Completed' },
      value: percent('completionRate'),
      width: 10,
      isPercent: true,
    },
    { key: 'due', label: { zh: '完成时限', en: 'Due' }, value: cell('dueOn'), width: 12, isDay: true },
    {
      key: 'completedOn',
      label: { zh: '完成日期', en: 'Completed on' },
      value: cell('completedOn'),
      width: 12,
      isDay: true,
    },
    { key: 'lead', label: { zh: '牵头单位', en: 'Lead unit' }, value: (row) => namesOf(row, 'LEAD'), width: 24 },
    {
      key: 'support',
      label: { zh: '配合单位', en: 'Supporting units' },
      value: (row) => namesOf(row, 'SUPPORT'),
      width: 24,
    },
    {
      key: 'planned',
      label: { zh: '年度计划投资（万元）', en: 'Planned (10,000 yuan)' },
      value: wan('plannedInvestment'),
      width: 16,
      isMoney: true,
    },
    {
      key: 'invested',
      label: { zh: '累计完成投资（万元）', en: 'Invested (10,000 yuan)' },
      value: wan('invested'),
      width: 16,
      isMoney: true,
    },
    {
      key: 'period',
      label: { zh: '最近一期', en: 'Last report' },
      value: cell('latestReport', 'periodLabel'),
      width: 16,
    },
    { key: 'progress', label: { zh: '进展情况', en: 'Progress' }, value: cell('latestReport', 'progress'), width: 40 },
    { key: 'publisher', label: { zh: '发布机构', en: 'Publisher' }, value: cell('publisher', 'name'), width: 24 },
    { key: 'indexNumber', label: { zh: '索引号', en: 'Index number' }, value: cell('indexNumber'), width: 28 },
    publishedAtColumn,
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

const facts: readonly (readonly [label: string, value: (record: Fields) => CellValue])[] = [
  ['所属批次', cell('programme')],
  ['项目性质', cell('nature', 'label')],
  ['主要内容', cell('content')],
  ['分管领导', cell('leader')],
  ['开工日期', cell('startedOn')],
  ['完成时限原文', cell('dueWord')],
  ['状态原词', cell('statusWord')],
  ['验收情况', cell('acceptance')],
  ['总投资', cell('totalInvestment', 'published')],
  ['投资完成率', percent('investmentRate')],
  ['资金来源', cell('fundSources')],
  ['执行措施', cell('measures')],
  ['实施步骤', cell('steps')],
  ['责任分工', cell('responsibilities')],
  ['监督方式', cell('supervision')],
  [
    '满意度',
    (record) =>
      record['satisfaction'] == null
        ? null
        : `满意 ${at(record, 'satisfaction', 'satisfied')}，基本满意 ${at(record, 'satisfaction', 'mostlySatisfied')}，不满意 ${at(record, 'satisfaction', 'dissatisfied')}`,
  ],
];

/** What the columns of a list do not say of a project, one fact a row; what is not known is left out. */
const factSheet = (record: Fields): FilledSheet => ({
  name: { zh: '计划与保障', en: 'Plan and means' },
  columns: [
    { key: 'fact', label: { zh: '栏目', en: 'Field' }, width: 16 },
    { key: 'value', label: { zh: '内容', en: 'Content' }, width: 80 },
  ],
  rows: facts.flatMap(([label, value]) => {
    const written = value(record);
    return written === null || written === '' ? [] : [[label, written]];
  }),
});

const tableOf =
  (key: string, { name, columns }: Sheet<Fields>) =>
  (record: Fields): FilledSheet[] => {
    const rows = listOf(record, key);
    const used = columns.filter(({ value }) => rows.some((row) => value(row) !== null));
    return rows.length === 0
      ? []
      : [{ name, columns: used, rows: rows.map((row) => used.map(({ value }) => value(row))) }];
  };

const reports = tableOf('reports', {
  name: { zh: '历期进展（累计）', en: 'Reports (cumulative)' },
  columns: [
    { key: 'period', label: { zh: '报告期', en: 'Period' }, value: cell('periodLabel'), width: 16 },
    { key: 'status', label: { zh: '状态', en: 'Status' }, value: cell('statusWord'), width: 12 },
    {
      key: 'quantity',
      label: { zh: '累计完成量', en: 'Done so far' },
      value: (row) => (row['quantity'] == null ? null : `${row['quantity']}${row['unit'] ?? ''}`),
      width: 14,
    },
    {
      key: 'rate',
      label: { zh: '完成率（原文）', en: 'Rate as published' },
      value: percent('publishedRate'),
      width: 12,
    },
    {
      key: 'invested',
      label: { zh: '累计完成投资（万元）', en: 'Invested (10,000 yuan)' },
      value: wan('invested'),
      width: 16,
      isMoney: true,
    },
    { key: 'progress', label: { zh: '进展情况', en: 'Progress' }, value: cell('progress'), width: 40 },
    { key: 'results', label: { zh: '工作成效', en: 'Results' }, value: cell('results'), width: 30 },
    { key: 'problems', label: { zh: '存在问题', en: 'Problems' }, value: cell('problems'), width: 30 },
    { key: 'nextSteps', label: { zh: '下一步举措', en: 'Next steps' }, value: cell('nextSteps'), width: 30 },
    { key: 'reason', label: { zh: '调整说明', en: 'Reason of a revision' }, value: cell('reason'), width: 30 },
  ],
});

const milestones = tableOf('milestones', {
  name: { zh: '时间节点', en: 'Milestones' },
  columns: [
    { key: 'name', label: { zh: '节点', en: 'Milestone' }, value: cell('name'), width: 30 },
    { key: 'due', label: { zh: '计划完成', en: 'Due' }, value: cell('dueOn'), width: 14, isDay: true },
    { key: 'done', label: { zh: '实际完成', en: 'Done on' }, value: cell('doneOn'), width: 14, isDay: true },
  ],
});

const funds = tableOf('funds', {
  name: { zh: '资金安排', en: 'Funds' },
  columns: [
    { key: 'source', label: { zh: '来源', en: 'Source' }, value: cell('source'), width: 20 },
    {
      key: 'planned',
      label: { zh: '计划（万元）', en: 'Planned (10,000 yuan)' },
      value: wan('planned'),
      width: 16,
      isMoney: true,
    },
    {
      key: 'paid',
      label: { zh: '已支付（万元）', en: 'Paid (10,000 yuan)' },
      value: wan('paid'),
      width: 16,
      isMoney: true,
    },
  ],
});

const targetChanges = tableOf('targetChanges', {
  name: { zh: '目标变动', en: 'Changes of the target' },
  columns: [
    { key: 'edition', label: { zh: '自第几版', en: 'From edition' }, value: cell('edition'), width: 10 },
    { key: 'before', label: { zh: '原目标', en: 'Before' }, value: cell('targetBefore'), width: 40 },
    { key: 'after', label: { zh: '现目标', en: 'After' }, value: cell('targetAfter'), width: 40 },
  ],
});

const photos = tableOf('photos', {
  name: { zh: '现场照片', en: 'Photos' },
  columns: [
    { key: 'name', label: { zh: '文件名', en: 'File' }, value: cell('name'), width: 24 },
    { key: 'caption', label: { zh: '说明', en: 'Caption' }, value: cell('caption'), width: 40 },
    { key: 'takenOn', label: { zh: '拍摄日期', en: 'Taken on' }, value: cell('takenOn'), width: 14, isDay: true },
  ],
});

const money = '{ amount(unit: WAN_YUAN, scale: 2) published }';

const shared = `id indexNumber title type typeLabel { code label } year number name programme category { code label } categoryWord nature { code label }
  content target location dueOn dueWord completedOn status statusLabel { code label } statusWord pace paceLabel { code label } completionRate
  units { role name } totalInvestment ${money} plannedInvestment ${money} invested ${money} investmentRate
  latestReport { period periodLabel progress results nextSteps } publisher { name code } modifiedAt isSample permalink versionUrl digest`;

export const exports: Exports = {
  list: {
    document: `query LivelihoodProjects($where: LivelihoodProjectWhere, $search: String, $first: Int, $after: Cursor, $asOf: DateTime, $validOn: Date) {
      list: livelihoodProjects(where: $where, search: $search, first: $first, after: $after, asOf: $asOf, validOn: $validOn) {
        pageInfo { hasNextPage endCursor } nodes { ${shared} } } }`,
    sheet: projects,
  },
  one: {
    document: `query LivelihoodProject($indexNumber: String!, $asOf: DateTime, $validOn: Date) {
      one: livelihoodProject(by: { indexNumber: $indexNumber }, asOf: $asOf, validOn: $validOn) {
        ${shared} attribute leader startedOn acceptance publishedRate fundSources measures steps responsibilities supervision isOverdue isReportOverdue
        firstPublishedAt edition { number publishedAt reason changeNote digest } license { uri title attribution } citation
        targets { name direction { code label } quantity unit } targetChanges { edition changedAt targetBefore targetAfter }
        places { written division { code name } } milestones { name dueWord dueOn doneOn } funds { source planned ${money} paid ${money} }
        reports { period periodLabel status pace statusWord quantity unit publishedRate invested ${money} progress results problems nextSteps reason }
        satisfaction { satisfied mostlySatisfied dissatisfied } photos { name caption takenOn }
        findings { rule severity sheet row column message remedy } attachments { name role mediaType size sha256 url } } }`,
    sheets: (record) => [
      fill(projects, [record]),
      factSheet(record),
      ...reports(record),
      ...milestones(record),
      ...funds(record),
      ...targetChanges(record),
      ...photos(record),
    ],
  },
};
