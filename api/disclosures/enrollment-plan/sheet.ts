import { cell, type Fields, listOf } from '../../core/record.ts';
import { type Exports, fill, type Sheet } from '../../core/sheet.ts';

const plans: Sheet<Fields> = {
  name: { zh: '招生入学方案', en: 'Enrollment plans' },
  columns: [
    { key: 'title', label: { zh: '标题', en: 'Title' }, value: cell('title'), width: 44 },
    { key: 'year', label: { zh: '招生年度', en: 'Year' }, value: cell('year'), width: 10 },
    {
      key: 'stage',
      label: { zh: '学段', en: 'Stage' },
      value: ({ stage }) => (stage === 'PRIMARY' ? '小学' : '初中'),
      width: 8,
    },
    { key: 'publisher', label: { zh: '发布机构', en: 'Publisher' }, value: cell('publisher', 'name'), width: 24 },
    { key: 'bornFrom', label: { zh: '出生日期起', en: 'Born from' }, value: cell('bornFrom'), width: 12, isDay: true },
    { key: 'bornTo', label: { zh: '出生日期止', en: 'Born until' }, value: cell('bornTo'), width: 12, isDay: true },
    { key: 'policyNumber', label: { zh: '依据文号', en: 'Policy number' }, value: cell('policyNumber'), width: 24 },
    { key: 'hotline', label: { zh: '咨询电话', en: 'Telephone' }, value: cell('hotline'), width: 16 },
    { key: 'formedOn', label: { zh: '成文日期', en: 'Signed on' }, value: cell('formedOn'), width: 12, isDay: true },
    { key: 'indexNumber', label: { zh: '索引号', en: 'Index number' }, value: cell('indexNumber'), width: 28 },
    {
      key: 'sample',
      label: { zh: '示例数据', en: 'Sample data' },
      value: (row) => (row['isSample'] ? '示例' : ''),
      width: 8,
    },
    { key: 'permalink', label: { zh: '永久地址', en: 'Permalink' }, value: cell('permalink'), width: 60 },
  ],
};

const areas: Sheet<Fields> = {
  name: { zh: '招生范围', en: 'Catchment areas' },
  columns: [
    { key: 'town', label: { zh: '镇街', en: 'Town' }, value: cell('town'), width: 12 },
    { key: 'place', label: { zh: '村、社区、小区、路段', en: 'Place' }, value: cell('place'), width: 24 },
    { key: 'kind', label: { zh: '类型', en: 'Sort' }, value: cell('kind', 'label'), width: 8 },
    { key: 'doors', label: { zh: '门牌', en: 'Doors' }, value: cell('doors'), width: 16 },
    {
      key: 'schools',
      label: { zh: '对口学校', en: 'Schools' },
      value: (row) =>
        listOf(row, 'schools')
          .map(({ name }) => String(name))
          .join('、'),
      width: 30,
    },
    { key: 'clause', label: { zh: '依据条款', en: 'Clause' }, value: cell('clause'), width: 16 },
    {
      key: 'divisionCode',
      label: { zh: '区划代码', en: 'Division code' },
      value: cell('division', 'code'),
      width: 14,
    },
  ],
};

const schools: Sheet<Fields> = {
  name: { zh: '学校与计划', en: 'Schools and plans' },
  columns: [
    { key: 'name', label: { zh: '学校名称', en: 'School' }, value: cell('name'), width: 30 },
    { key: 'nature', label: { zh: '办学类型', en: 'Nature' }, value: cell('nature', 'label'), width: 8 },
    { key: 'type', label: { zh: '办学层次', en: 'Type' }, value: cell('type', 'label'), width: 16 },
    { key: 'town', label: { zh: '镇街', en: 'Town' }, value: cell('town'), width: 12 },
    { key: 'address', label: { zh: '地址', en: 'Address' }, value: cell('address'), width: 30 },
    { key: 'phone', label: { zh: '办公电话', en: 'Telephone' }, value: cell('phone'), width: 16 },
    { key: 'classes', label: { zh: '班数', en: 'Classes' }, value: cell('classes'), width: 8 },
    { key: 'places', label: { zh: '计划人数', en: 'Places' }, value: cell('places'), width: 10 },
    { key: 'perClass', label: { zh: '每班人数', en: 'Per class' }, value: cell('perClass'), width: 10 },
    { key: 'method', label: { zh: '录取方式', en: 'Method' }, value: cell('method', 'label'), width: 14 },
    { key: 'registered', label: { zh: '报名人数', en: 'Registered' }, value: cell('registered'), width: 10 },
    { key: 'admitted', label: { zh: '录取人数', en: 'Admitted' }, value: cell('admitted'), width: 10 },
    { key: 'code', label: { zh: '学校标识码', en: 'School code' }, value: cell('code'), width: 14 },
  ],
};

const requirements: Sheet<Fields> = {
  name: { zh: '条件与材料', en: 'Conditions and materials' },
  columns: [
    { key: 'category', label: { zh: '入学类别', en: 'Category' }, value: cell('category', 'label'), width: 16 },
    { key: 'conditions', label: { zh: '条件', en: 'Conditions' }, value: cell('conditions'), width: 40 },
    { key: 'materials', label: { zh: '所需材料', en: 'Materials' }, value: cell('materials'), width: 60 },
    { key: 'clause', label: { zh: '依据条款', en: 'Clause' }, value: cell('clause'), width: 16 },
  ],
};

const timeline: Sheet<Fields> = {
  name: { zh: '时间安排', en: 'Timeline' },
  columns: [
    { key: 'step', label: { zh: '环节', en: 'Step' }, value: cell('step', 'label'), width: 14 },
    { key: 'audience', label: { zh: '适用学校', en: 'For' }, value: cell('audience', 'label'), width: 10 },
    { key: 'from', label: { zh: '开始日期', en: 'From' }, value: cell('from'), width: 12, isDay: true },
    { key: 'to', label: { zh: '结束日期', en: 'To' }, value: cell('to'), width: 12, isDay: true },
    { key: 'note', label: { zh: '说明', en: 'Note' }, value: cell('note'), width: 40 },
  ],
};

const head = `id indexNumber title year stage bornFrom bornTo policyNumber hotline formedOn permalink versionUrl digest isSample
  publisher { name code }`;

/** How plans leave as files: what the public schema shows, and nothing else. */
export const exports: Exports = {
  list: {
    document: `query EnrollmentPlans($where: EnrollmentPlanWhere, $search: String, $first: Int, $after: Cursor, $asOf: DateTime, $validOn: Date) {
      list: enrollmentPlans(where: $where, search: $search, first: $first, after: $after, asOf: $asOf, validOn: $validOn) {
        pageInfo { hasNextPage endCursor } nodes { ${head} } } }`,
    sheet: plans,
  },
  one: {
    document: `query EnrollmentPlan($indexNumber: String!, $asOf: DateTime) {
      one: enrollmentPlan(by: { indexNumber: $indexNumber }, asOf: $asOf) {
        ${head} policy implementation detailedRules complaints rules
        areas(first: 2000) { kind { code label } place town doors clause division { code } schools { name } }
        schools { name code nature { label } type { label } town address phone classes places perClass method { label } registered admitted }
        requirements { category { code label } conditions materials clause }
        timeline { step { code label } audience { label } from to note }
      } }`,
    sheets: (record) => [
      fill(requirements, listOf(record, 'requirements')),
      fill(timeline, listOf(record, 'timeline')),
      fill(schools, listOf(record, 'schools')),
      fill(areas, listOf(record, 'areas')),
    ],
    csv: (record) => fill(areas, listOf(record, 'areas')),
  },
};
