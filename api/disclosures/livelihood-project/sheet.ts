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
import { type CellValue, type Exports, type FilledSheet, fill, type Sheet } from '../../core/sheet.ts';

/** 万元, as such tables print it. */
const wan =
  (key: string) =>
  (record: Fields): CellValue => {
    const amount = at(record, key, 'wanYuan');
    return typeof amount === 'string' ? Number(amount) : null;
  };

const percent =
  (key: string) =>
  (record: Fields): CellValue => {
    const rate = record[key];
    return typeof rate === 'string' ? `${rate}%` : null;
  };

/** Where it stands in one word: the pace says more than 进行中, and that its day has passed more than the pace. */
const standing = (record: Fields): CellValue => {
  const { isOverdue, statusWord } = record;
  const [status, pace] = [at(record, 'statusLabel', 'label'), at(record, 'paceLabel', 'label')];
  if (typeof status !== 'string')
    return isOverdue ? `${statusWord ?? '状态未公布'}（逾期未完成）` : cell('statusWord')(record);
  if (isOverdue) return status;
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
    column('title', '标题', 'Title', 50),
    column('year', '年度', 'Year', 8),
    column('type', '类型', 'Type', 14, cell('typeLabel', 'label')),
    column('number', '序号', 'Number', 6),
    column('category', '类别', 'Category', 12, cell('category', 'label')),
    column('location', '地点', 'Location', 20),
    column('target', '年度目标', 'Target of the year', 40),
    column('status', '状态', 'Status', 14, standing),
    { ...column('completionRate', '完成率', 'Completed', 10, percent('completionRate')), isPercent: true },
    day('due', '完成时限', 'Due', 12, cell('dueOn')),
    column('overdue', '是否逾期', 'Overdue', 10, ({ isOverdue }) => (isOverdue ? '是' : '否')),
    day('completedOn', '完成日期', 'Completed on'),
    column('lead', '牵头单位', 'Lead unit', 24, (row) => namesOf(row, 'LEAD')),
    column('support', '配合单位', 'Supporting units', 24, (row) => namesOf(row, 'SUPPORT')),
    {
      ...column('planned', '年度计划投资（万元）', 'Planned (10,000 yuan)', 16, wan('plannedInvestment')),
      isMoney: true,
    },
    { ...column('invested', '累计完成投资（万元）', 'Invested (10,000 yuan)', 16, wan('invested')), isMoney: true },
    column('period', '最近一期', 'Last report', 16, cell('latestReport', 'periodLabel')),
    column('progress', '进展情况', 'Progress', 40, cell('latestReport', 'progress')),
    publisher,
    indexNumber,
    publishedAt,
    sample,
    permalink,
    digest,
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
    column('period', '报告期', 'Period', 16, cell('periodLabel')),
    column('status', '状态', 'Status', 12, cell('statusWord')),
    column('quantity', '累计完成量', 'Done so far', 14, (row) =>
      row['quantity'] == null ? null : `${row['quantity']}${row['unit'] ?? ''}`,
    ),
    column('rate', '完成率（原文）', 'Rate as published', 12, percent('publishedRate')),
    { ...column('invested', '累计完成投资（万元）', 'Invested (10,000 yuan)', 16, wan('invested')), isMoney: true },
    column('progress', '进展情况', 'Progress', 40),
    column('results', '工作成效', 'Results', 30),
    column('problems', '存在问题', 'Problems', 30),
    column('nextSteps', '下一步举措', 'Next steps', 30),
    column('reason', '调整说明', 'Reason of a revision', 30),
  ],
});

const milestones = tableOf('milestones', {
  name: { zh: '时间节点', en: 'Milestones' },
  columns: [
    column('name', '节点', 'Milestone', 30),
    day('due', '计划完成', 'Due', 14, cell('dueOn')),
    day('done', '实际完成', 'Done on', 14, cell('doneOn')),
  ],
});

const funds = tableOf('funds', {
  name: { zh: '资金安排', en: 'Funds' },
  columns: [
    column('source', '来源', 'Source', 20),
    { ...column('planned', '计划（万元）', 'Planned (10,000 yuan)', 16, wan('planned')), isMoney: true },
    { ...column('paid', '已支付（万元）', 'Paid (10,000 yuan)', 16, wan('paid')), isMoney: true },
  ],
});

const targetChanges = tableOf('targetChanges', {
  name: { zh: '目标变动', en: 'Changes of the target' },
  columns: [
    column('edition', '自第几版', 'From edition', 10),
    column('before', '原目标', 'Before', 40, cell('targetBefore')),
    column('after', '现目标', 'After', 40, cell('targetAfter')),
  ],
});

const photos = tableOf('photos', {
  name: { zh: '现场照片', en: 'Photos' },
  columns: [
    column('name', '文件名', 'File', 24),
    column('caption', '说明', 'Caption', 40),
    day('takenOn', '拍摄日期', 'Taken on', 14),
  ],
});

const money = '{ amount wanYuan: amount(unit: WAN_YUAN, scale: 2) published }';

const shared = `id indexNumber title type typeLabel { code label } year number name programme category { code label } categoryWord nature { code label }
  content target location dueOn dueWord isOverdue completedOn status statusLabel { code label } statusWord pace paceLabel { code label } completionRate
  units { role name } totalInvestment ${money} plannedInvestment ${money} invested ${money} investmentRate
  latestReport { period periodLabel progress results nextSteps } publisher { name code } modifiedAt isSample permalink versionUrl digest`;

export const exports: Exports = {
  list: {
    document: listDocument('LivelihoodProject', 'livelihoodProjects', shared),
    sheet: projects,
  },
  one: {
    document: oneDocument(
      'LivelihoodProject',
      'livelihoodProject',
      `${shared} attribute leader startedOn acceptance publishedRate fundSources measures steps responsibilities supervision isReportOverdue
        ${editionFields}
        targets { name direction { code label } quantity unit } targetChanges { edition changedAt targetBefore targetAfter }
        places { written division { code name } } milestones { name dueWord dueOn doneOn } funds { source planned ${money} paid ${money} }
        reports { period periodLabel status pace statusWord quantity unit publishedRate invested ${money} progress results problems nextSteps reason }
        satisfaction { satisfied mostlySatisfied dissatisfied } photos { name caption takenOn }
        ${findingsAndFiles}`,
    ),
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
