import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { Division } from '../../graphql/division.ts';
import { badInput } from '../../graphql/errors.ts';
import { lang } from '../../graphql/language.ts';
import { momentOf } from '../../graphql/moment.ts';
import { AdmissionCategory, EnrollmentStage } from './enums.ts';
import { type Found, findSchool } from './finder.ts';
import { AdmissionRequirement, areaSchools, CatchmentArea, EnrollmentSchool, EnrollmentStep } from './parts-schema.ts';
import { type AreaRow, categoriesOf, type PlanRow, type SchoolRow, stepsOf } from './reads.ts';
import { EnrollmentPlan } from './schema.ts';
import { statementOf } from './statement.ts';

const SchoolStatus = builder.enumType('SchoolAnswerStatus', {
  description: '答案的性质。What sort of answer it is.',
  values: {
    SINGLE_SCHOOL: { description: '单校划片：对口一所学校。One school.' },
    MULTI_SCHOOL: { description: '多校划片：几所学校之一，办法见方案。One of several schools that share the area.' },
    UNASSIGNED: {
      description: '这个村、社区没有划入任何招生范围，应向教育主管部门反映。A known place in no area: to be reported.',
    },
    AMBIGUOUS: { description: '有几处同名，请写明镇、街道。Several places have that name; say the town.' },
    UNKNOWN_PLACE: { description: '没有这个地方；看 suggestions。No such place; see suggestions.' },
    NO_PLAN: { description: '这一年、这一学段的方案还没有公开。No plan of that year and stage is published.' },
  },
});

/** Schools of areas, each once, in the order of the areas. */
async function schoolsFor(areas: readonly AreaRow[], context: Context): Promise<SchoolRow[]> {
  const found = await Promise.all(areas.map((area) => areaSchools(area, context)));
  return [...new Map(found.flat().map((school) => [`${school.editionId} ${school.position}`, school])).values()];
}

async function requirementsOf(plan: PlanRow | null, category: string | null | undefined, context: Context) {
  const all = plan ? await categoriesOf(context, plan.editionId) : [];
  return category == null ? all : all.filter((one) => one.category === category);
}

const timelineOf = async (plan: PlanRow | null, context: Context) =>
  plan ? await stepsOf(context, plan.editionId) : [];

interface Match {
  readonly area: AreaRow;
  readonly plan: PlanRow;
}

const SchoolMatch = builder.objectRef<Match>('SchoolMatch').implement({
  description: '一处招生范围及其所依据的一切。One area the place is in, and all that it rests on.',
  fields: (t) => ({
    area: t.field({
      type: CatchmentArea,
      description: '招生范围中的这一项，含条款。The item of the catchment area, with its clause.',
      resolve: ({ area }) => area,
    }),
    schools: t.field({
      type: [EnrollmentSchool],
      complexity: { field: 1, multiplier: 3 },
      description: '对口学校；几所时为多校划片。Its school, or the schools that share it.',
      resolve: ({ area }, _, context) => schoolsFor([area], context),
    }),
    plan: t.field({
      type: EnrollmentPlan,
      description: '所依据的方案（含版次和永久地址）。The plan it rests on, with its edition and permalink.',
      resolve: ({ plan }) => plan,
    }),
    requirements: t.field({
      type: [AdmissionRequirement],
      args: { category: t.arg({ type: AdmissionCategory, description: '只要这一类。Only this category.' }) },
      complexity: { field: 1, multiplier: 5 },
      description: '要带什么。What must be brought.',
      resolve: ({ plan }, { category }, context) => requirementsOf(plan, category, context),
    }),
    registration: t.field({
      type: [EnrollmentStep],
      complexity: { field: 1, multiplier: 2 },
      description: '报名的起止日期。The days of registration.',
      resolve: async ({ plan }, _, context) =>
        (await timelineOf(plan, context)).filter(({ step }) => step === 'REGISTRATION'),
    }),
  }),
});

const SchoolAnswer = builder.objectRef<Found>('SchoolAnswer').implement({
  description: '“这个地址上哪所学校，要带什么”的答案。Which school for a place, and what must be brought.',
  fields: (t) => ({
    status: t.field({
      type: SchoolStatus,
      description: '答案的性质。What sort of answer.',
      resolve: ({ status }) => status,
    }),
    statement: t.string({
      args: { lang: t.arg(lang) },
      description: '一句话的答案。The answer in a sentence.',
      resolve: async (found, { lang }, context) =>
        statementOf(found, await schoolsFor(found.areas, context), lang === 'EN'),
    }),
    schools: t.field({
      type: [EnrollmentSchool],
      complexity: { field: 1, multiplier: 3 },
      description:
        '对口学校；几所时为多校划片，或几处同名（见 status）。The schools: several where an area is shared or a name is not unique.',
      resolve: ({ areas }, _, context) => schoolsFor(areas, context),
    }),
    matches: t.field({
      type: [SchoolMatch],
      complexity: { field: 1, multiplier: 3 },
      description:
        '逐处：招生范围条目、学校、所依据的方案。Each area found, with its schools and the plan it rests on.',
      resolve: ({ areas, plans }) =>
        areas.flatMap((area) => {
          const plan = plans.find(({ editionId }) => editionId === area.editionId);
          return plan ? [{ area, plan }] : [];
        }),
    }),
    divisions: t.field({
      type: [Division],
      complexity: { field: 1, multiplier: 3 },
      description: '名录中叫这个名字的村、社区。Villages and communities of that name.',
      resolve: ({ divisions }) => [...divisions],
    }),
    towns: t.stringList({
      description: '几处同名时，各在哪个镇、街道。The towns that have it, where several do.',
      resolve: ({ towns }) => [...towns],
    }),
    suggestions: t.stringList({
      description: '相近的名称，没有找到时给出。Names like it, where nothing was found.',
      resolve: ({ suggestions }) => [...suggestions],
    }),
    requirements: t.field({
      type: [AdmissionRequirement],
      args: { category: t.arg({ type: AdmissionCategory, description: '只要这一类。Only this category.' }) },
      complexity: { field: 1, multiplier: 5 },
      description: '要带什么：各类入学对象的条件和材料。What must be brought, by category.',
      resolve: ({ plan }, { category }, context) => requirementsOf(plan, category, context),
    }),
    timeline: t.field({
      type: [EnrollmentStep],
      complexity: { field: 1, multiplier: 7 },
      description: '什么时候办：各环节日期。When: the days of every step.',
      resolve: ({ plan }, _, context) => timelineOf(plan, context),
    }),
    hotline: t.string({
      nullable: true,
      description: '咨询电话。Telephone for questions.',
      resolve: ({ plan }) => plan?.hotline ?? null,
    }),
    complaints: t.string({
      nullable: true,
      description: '监督电话：没有划片时向这里反映。Telephone for complaints, such as a place in no area.',
      resolve: ({ plan }) => plan?.complaints ?? null,
    }),
    plan: t.field({
      type: EnrollmentPlan,
      nullable: true,
      description:
        '所依据的方案（含版次和永久地址）；没有方案、或几个县的方案都有这一处时为 null，见 matches。The plan it rests on; null where there is none, or those of several counties answer.',
      resolve: ({ plan }) => plan,
    }),
  }),
});

const longestPlace = 60;

builder.queryField('schoolFor', (t) =>
  t.field({
    type: SchoolAnswer,
    args: {
      place: t.arg.string({
        required: true,
        description:
          '村、社区、小区、道路加门牌（中心大街12号）或 12 位村代码；可带镇名，如“果里镇周坊村”。Village, community, compound, road with a door number, or a code of 12 digits; the town may stand before it.',
      }),
      stage: t.arg({
        type: EnrollmentStage,
        required: true,
        defaultValue: 'PRIMARY',
        description: '学段，默认小学。Stage; primary school by default.',
      }),
      town: t.arg.string({
        description: '所在镇、街道，几处同名时需要。The town, where several places have the name.',
      }),
      year: t.arg.int({
        description: '招生年度；默认已公开的最近一年。Year; by default the newest that is published.',
      }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
    },
    complexity: { field: 10, multiplier: 1 },
    description:
      '这个地址上哪所学校，要带什么：对口学校、所依据的条款和版次、材料和日期。所问地址不存入数据库。Which school for this place, and what must be brought; the address asked for is put in no database.',
    resolve: (_, { place, stage, town, year, ...clocks }, context) => {
      const written = place.trim();
      if (written === '' || written.length > longestPlace) {
        throw badInput(
          `place 应为 1 至 ${longestPlace} 字的地名，如“周坊村”。`,
          `place must be the name of a place of 1 to ${longestPlace} characters, such as 周坊村.`,
        );
      }
      return findSchool(context, momentOf(clocks, context), {
        place: written,
        stage,
        town: town?.trim() || null,
        year: year ?? null,
      });
    },
  }),
);
