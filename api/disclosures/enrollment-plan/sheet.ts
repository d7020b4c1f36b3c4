import { listDocument, oneDocument } from '../../core/export-documents.ts';
import { cell, type Fields, listOf } from '../../core/record.ts';
import { column, day, indexNumber, permalink, publisher, sample } from '../../core/record-columns.ts';
import { type Exports, fill, type Sheet } from '../../core/sheet.ts';

const plans: Sheet<Fields> = {
  name: { zh: '招生入学方案', en: 'Enrollment plans' },
  columns: [
    column('title', '标题', 'Title', 44),
    column('year', '招生年度', 'Year', 10),
    column('stage', '学段', 'Stage', 8, ({ stage }) => (stage === 'PRIMARY' ? '小学' : '初中')),
    publisher,
    day('bornFrom', '出生日期起', 'Born from'),
    day('bornTo', '出生日期止', 'Born until'),
    column('policyNumber', '依据文号', 'Policy number', 24),
    column('hotline', '咨询电话', 'Telephone', 16),
    day('formedOn', '成文日期', 'Signed on'),
    indexNumber,
    sample,
    permalink,
  ],
};

const areas: Sheet<Fields> = {
  name: { zh: '招生范围', en: 'Catchment areas' },
  columns: [
    column('town', '镇街', 'Town', 12),
    column('place', '村、社区、小区、路段', 'Place', 24),
    column('kind', '类型', 'Sort', 8, cell('kind', 'label')),
    column('doors', '门牌', 'Doors', 16),
    column('schools', '对口学校', 'Schools', 30, (row) =>
      listOf(row, 'schools')
        .map(({ name }) => String(name))
        .join('、'),
    ),
    column('clause', '依据条款', 'Clause', 16),
    column('divisionCode', '区划代码', 'Division code', 14, cell('division', 'code')),
  ],
};

const schools: Sheet<Fields> = {
  name: { zh: '学校与计划', en: 'Schools and plans' },
  columns: [
    column('name', '学校名称', 'School', 30),
    column('nature', '办学类型', 'Nature', 8, cell('nature', 'label')),
    column('type', '办学层次', 'Type', 16, cell('type', 'label')),
    column('town', '镇街', 'Town', 12),
    column('address', '地址', 'Address', 30),
    column('phone', '办公电话', 'Telephone', 16),
    column('classes', '班数', 'Classes', 8),
    column('places', '计划人数', 'Places', 10),
    column('perClass', '每班人数', 'Per class', 10),
    column('method', '录取方式', 'Method', 14, cell('method', 'label')),
    column('registered', '报名人数', 'Registered', 10),
    column('admitted', '录取人数', 'Admitted', 10),
    column('code', '学校标识码', 'School code', 14),
  ],
};

const requirements: Sheet<Fields> = {
  name: { zh: '条件与材料', en: 'Conditions and materials' },
  columns: [
    column('category', '入学类别', 'Category', 16, cell('category', 'label')),
    column('conditions', '条件', 'Conditions', 40),
    column('materials', '所需材料', 'Materials', 60),
    column('clause', '依据条款', 'Clause', 16),
  ],
};

const timeline: Sheet<Fields> = {
  name: { zh: '时间安排', en: 'Timeline' },
  columns: [
    column('step', '环节', 'Step', 14, cell('step', 'label')),
    column('audience', '适用学校', 'For', 10, cell('audience', 'label')),
    day('from', '开始日期', 'From'),
    day('to', '结束日期', 'To'),
    column('note', '说明', 'Note', 40),
  ],
};

const head = `id indexNumber title year stage bornFrom bornTo policyNumber hotline formedOn permalink versionUrl digest isSample
  publisher { name code }`;

/** How plans leave as files: what the public schema shows, and nothing else. */
export const exports: Exports = {
  list: {
    document: listDocument('EnrollmentPlan', 'enrollmentPlans', head),
    sheet: plans,
  },
  one: {
    document: oneDocument(
      'EnrollmentPlan',
      'enrollmentPlan',
      `${head} policy implementation detailedRules complaints rules
        areas(first: 2000) { kind { code label } place town doors clause division { code } schools { name } }
        schools { name code nature { label } type { label } town address phone classes places perClass method { label } registered admitted }
        requirements { category { code label } conditions materials clause }
        timeline { step { code label } audience { label } from to note }`,
    ),
    sheets: (record) => [
      fill(requirements, listOf(record, 'requirements')),
      fill(timeline, listOf(record, 'timeline')),
      fill(schools, listOf(record, 'schools')),
      fill(areas, listOf(record, 'areas')),
    ],
    csv: (record) => fill(areas, listOf(record, 'areas')),
  },
};
