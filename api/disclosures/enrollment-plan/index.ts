import './schema.ts';
import './list.ts';
import './lookup.ts';
import './finder-schema.ts';
import { templateSheets } from '../../core/form/print-forms.ts';
import { defineKind } from '../kind.ts';
import { sampleFilesOf } from '../sample-files.ts';
import { compareWithPublished } from './compare.ts';
import { formSet } from './forms.ts';
import { dividedPlaces, itemsOf } from './places.ts';
import { printPlan } from './print.ts';
import { questions } from './questions.ts';
import { readEnrollmentPlan } from './read.ts';
import { kindName, plural } from './reads.ts';
import { rowsOf } from './rows.ts';
import { faults } from './sample/faults.ts';
import { samplePlans } from './sample/plans.ts';
import { exports } from './sheet.ts';

const notes = [
  '1. 一个年度、一个学段一份：小学和初中分别填写。',
  '2. 招生范围一行可写多个村、社区、小区，用“、”分开；几所学校共同招生的，对口学校写几所。',
  '3. 路段写路名，门牌起止和单双号填在后面的列。',
  '4. 招生结果只填人数。不得列出学生姓名、身份证号等个人信息，否则整份退回。',
  '5. 填好后先校核：在发布台“导入”页选“只校核”，或在命令行 gongkai import enrollment-plan 文件.xlsx --dry-run。',
];

/** 义务教育招生入学。 */
export const enrollmentPlan = defineKind({
  name: kindName,
  plural,
  label: { zh: '招生入学', en: 'Enrollment in compulsory schooling' },
  shortLabel: { zh: '招生入学', en: 'Enrollment' },
  readTables: readEnrollmentPlan,
  identity: ({ content: { facts } }) => `${facts.year}|${facts.stage}`,
  organizations: () => [],
  places: ({ areas }) => dividedPlaces(areas.flatMap(itemsOf)),
  compare: (tx, plan, organizationId, { placeOf }) => compareWithPublished(tx, plan, organizationId, placeOf),
  searchText: ({ metadata, content }) => ({
    head: metadata.title,
    body: [
      ...content.schools.map(({ name }) => name ?? ''),
      ...content.areas.flatMap(({ town, places }) => [town ?? '', ...(places ?? [])]),
      content.facts.rules ?? '',
    ].join('\n'),
  }),
  rows: (editionId, plan, _, placeOf) => rowsOf(editionId, plan, placeOf),
  exports,
  templates: [
    {
      name: 'plan',
      label: { zh: '招生入学方案模板', en: 'Template of an enrollment plan' },
      sheets: () => templateSheets(formSet, notes),
    },
  ],
  questions,
  panels: [{ tag: 'gk-enrollment', heading: '查学区', attributes: { place: '周坊村' } }],
  files: ({ faults: withFaults, ...options }) =>
    sampleFilesOf(samplePlans(options), printPlan, withFaults ? faults : []),
  sample: samplePlans,
});
