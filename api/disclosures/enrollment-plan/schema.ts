import { builder } from '../../graphql/builder.ts';
import { chosen } from '../../graphql/code.ts';
import { recordNode } from '../../graphql/record.ts';
import { CatchmentChange, changesSince } from './changes.ts';
import { CatchmentCoverage, coverageOf } from './coverage.ts';
import { AdmissionCategory, EnrollmentStage } from './enums.ts';
import { AdmissionRequirement, CatchmentArea, EnrollmentSchool, EnrollmentStep } from './parts-schema.ts';
import { areasOf, categoriesOf, kindName, type PlanRow, planById, schoolsOf, stepsOf } from './reads.ts';
import { schoolKey } from './rules/school-key.ts';

export const EnrollmentPlan = builder.objectRef<PlanRow>('EnrollmentPlan');
builder.node(EnrollmentPlan, {
  ...recordNode(kindName, planById),
  description:
    '一个县一年一个学段的招生入学方案：学校、计划、招生范围、材料、时间和结果。Enrollment in compulsory schooling: schools, plans, catchment areas, materials, days and results of one year and stage.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: '招生年度。Year of enrollment.' }),
    stage: chosen(t, EnrollmentStage, 'stage', '学段：小学或初中。Primary or junior middle school.'),
    formedOn: t.expose('formedOn', { type: 'Date', nullable: true, description: '成文日期。Day it was signed.' }),
    bornFrom: t.expose('bornFrom', {
      type: 'Date',
      nullable: true,
      description: '足龄入学的出生日期起。Born from this day.',
    }),
    bornTo: t.expose('bornTo', {
      type: 'Date',
      nullable: true,
      description: '足龄入学的出生日期止（含）。Born until this day.',
    }),
    policy: t.exposeString('policy', {
      nullable: true,
      description: '依据的招生文件。The policy document it rests on.',
    }),
    policyNumber: t.exposeString('policyNumber', {
      nullable: true,
      description: '依据文件的发文字号。Number of the policy document.',
    }),
    implementation: t.exposeString('implementation', {
      nullable: true,
      description: '招生工作实施方案的网址。Where the implementation plan can be read.',
    }),
    detailedRules: t.exposeString('detailedRules', {
      nullable: true,
      description: '招生实施细则的网址。Where the detailed rules can be read.',
    }),
    hotline: t.exposeString('hotline', { nullable: true, description: '咨询电话。Telephone for questions.' }),
    complaints: t.exposeString('complaints', { nullable: true, description: '监督电话。Telephone for complaints.' }),
    rules: t.exposeString('rules', { nullable: true, description: '招生和录取办法。The rules of admission.' }),
    schools: t.field({
      type: [EnrollmentSchool],
      args: {
        name: t.arg.string({ description: '只要名称含这些字的。Only those whose name has these characters.' }),
      },
      complexity: { field: 2, multiplier: 20 },
      description: '学校，按原次序。Its schools, in their order.',
      resolve: async ({ editionId }, { name }, context) => {
        const schools = await schoolsOf(context, editionId);
        return name == null ? schools : schools.filter((school) => schoolKey(school.name).includes(schoolKey(name)));
      },
    }),
    areas: t.field({
      type: [CatchmentArea],
      args: {
        school: t.arg.string({
          description: '只要这所学校的（名称含这些字）。Only those of a school whose name has these characters.',
        }),
        first: t.arg.int({ required: true, defaultValue: 100, description: '至多几项，1–2000。At most so many.' }),
        skip: t.arg.int({ required: true, defaultValue: 0, description: '跳过前几项。How many to pass over.' }),
      },
      complexity: ({ first }) => ({ field: 2, multiplier: Math.min(Math.max(first, 1), 200) }),
      description: '招生范围，逐项，按原次序。Its catchment areas, item by item.',
      resolve: async ({ editionId }, { school, first, skip }, context) => {
        const areas = (await areasOf(context).load(editionId)) ?? [];
        const schools = school == null ? [] : await schoolsOf(context, editionId);
        const wanted = new Set(
          schools
            .filter(({ name }) => schoolKey(name).includes(schoolKey(school ?? '')))
            .map(({ position }) => position),
        );
        const own =
          school == null ? areas : areas.filter((area) => area.schools.some((position) => wanted.has(position)));
        return own.slice(Math.max(0, skip), Math.max(0, skip) + Math.min(Math.max(first, 1), 2_000));
      },
    }),
    requirements: t.field({
      type: [AdmissionRequirement],
      args: { category: t.arg({ type: AdmissionCategory, description: '只要这一类。Only this category.' }) },
      complexity: { field: 1, multiplier: 5 },
      description: '各类入学对象的条件和材料。What each category must meet and bring.',
      resolve: async ({ editionId }, { category }, context) => {
        const all = await categoriesOf(context, editionId);
        return category == null ? all : all.filter((one) => one.category === category);
      },
    }),
    timeline: t.field({
      type: [EnrollmentStep],
      complexity: { field: 1, multiplier: 7 },
      description: '时间安排，按原次序。The days of every step.',
      resolve: ({ editionId }, _, context) => stepsOf(context, editionId),
    }),
    coverage: t.field({
      type: CatchmentCoverage,
      nullable: true,
      complexity: 20,
      description:
        '招生范围覆盖了多少村、社区，漏了哪些；按小学对口直升的为 null。Which villages and communities are in no area; null where areas are primary schools.',
      resolve: ({ editionId }, _, context) => coverageOf(context).load(editionId),
    }),
    changes: t.field({
      type: [CatchmentChange],
      nullable: true,
      args: {
        from: t.arg.int({
          description: '与哪一年比；默认上一年。The year to compare with; by default the one before.',
        }),
      },
      complexity: { field: 20, multiplier: 10 },
      description:
        '与上一年（或 from 那一年）方案相比，对口学校变了的地方；没有那一年的方案时为 null。Places whose school is not that of the year before, or of the year from; null when there is no plan of that year.',
      resolve: (row, { from }, context) => changesSince(row, from ?? row.year - 1, context),
    }),
  }),
});
