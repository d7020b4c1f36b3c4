import { builder } from '../../graphql/builder.ts';
import { Code, chosen, chosenOrNull, coded, codedOrNull, codeOf } from '../../graphql/code.ts';
import type { Context } from '../../graphql/context.ts';
import { Division, divisionByCode } from '../../graphql/division.ts';
import {
  EmergencyClass,
  EventGrade,
  emergencyClassCodes,
  eventGradeCodes,
  Hazard,
  hazardCodes,
  ResponseLevel,
  WarningLevel,
} from '../../graphql/emergency-scales.ts';
import { recordNode } from '../../graphql/record.ts';
import { episodeStateCodes, stepScaleCodes, stepTypeCodes } from './codes.ts';
import { EmergencyScale, EmergencyStepType } from './enums.ts';
import { levelLabel } from './level.ts';
import { type EventRow, eventById, kindName, type PlanRef, plansNamed, type StepRow, stepsOf } from './reads.ts';

export const divisionsOf = async (codes: readonly string[], context: Context) =>
  (await divisionByCode(context).loadMany([...codes])).flatMap((found) =>
    found === null || found instanceof Error ? [] : [found],
  );

export const EmergencyPlanRef = builder.objectRef<PlanRef>('EmergencyPlanRef').implement({
  description:
    '所依据的应急预案；内容用 emergencyPlan(by: { indexNumber }) 查询。The plan it rests on; ask emergencyPlan for what it says.',
  fields: (t) => ({
    title: t.exposeString('title', { description: '标题。Its title.' }),
    indexNumber: t.exposeString('indexNumber', { description: '索引号。Its index number.' }),
    permalink: t.field({
      type: 'URL',
      description: '永久标识地址。Its permanent address.',
      resolve: ({ indexNumber }, _, { baseUrl }) => `${baseUrl}/id/emergency-plan/${indexNumber}`,
    }),
  }),
});

const Step = builder.objectRef<StepRow>('EmergencyStep').implement({
  description: '一步：发布预警、启动响应、调整或结束。One step: a warning, an activation, a change or an end.',
  fields: (t) => ({
    type: chosen(t, EmergencyStepType, 'type', '做了什么。What was done.'),
    typeLabel: coded(t, stepTypeCodes, 'type', '步骤的代码和名称。Code and name of the step.'),
    scale: chosenOrNull(
      t,
      EmergencyScale,
      'scale',
      '预警还是响应；null 为全部结束。A warning or a response; null for the end of both.',
    ),
    scaleLabel: codedOrNull(t, stepScaleCodes, 'scale', '标度的代码和名称。Code and name of the scale.'),
    warningLevel: chosenOrNull(
      t,
      WarningLevel,
      'warningLevel',
      '预警级别；响应的步骤为 null。Warning level; null for a step of a response.',
    ),
    responseLevel: chosenOrNull(
      t,
      ResponseLevel,
      'responseLevel',
      '响应级别；预警的步骤为 null。Response level; null for a step of a warning.',
    ),
    levelLabel: t.field({
      type: Code,
      nullable: true,
      description: '级别的名称，如“四级（蓝色）”“Ⅲ级（三级）”。Its level in words, on its own scale.',
      resolve: levelLabel,
    }),
    at: t.expose('at', { type: 'DateTime', description: '起始时间（UTC 时刻）。When it begins, as an instant.' }),
    places: t.exposeStringList('places', { description: '影响范围，照原样。The places it is about, as written.' }),
    matter: t.exposeString('matter', { nullable: true, description: '警示或响应事项。What it is about.' }),
    measures: t.exposeStringList('measures', { description: '应采取的措施。What the public is to do.' }),
    issuer: t.exposeString('issuer', { nullable: true, description: '发布单位，照原样。Who issued it, as written.' }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', nullable: true, description: '发布时间。When it was issued.' }),
    until: t.expose('until', {
      type: 'DateTime',
      nullable: true,
      description: '预计期限；以解除公告为准。Expected end; only an announced end ends it.',
    }),
  }),
});

export const EmergencyEvent = builder.objectRef<EventRow>('EmergencyEvent');
builder.node(EmergencyEvent, {
  ...recordNode(kindName, eventById),
  description:
    '一次突发事件过程：从预警、启动响应到结束；每一步形成新的一版。One episode of a hazard, from its warning to its end; each step makes a new edition.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '事件名称。Its name.' }),
    hazard: chosenOrNull(t, Hazard, 'hazard', '灾种或事故类型。The hazard.'),
    hazardLabel: codedOrNull(t, hazardCodes, 'hazard', '灾种的代码和名称。Code and name of the hazard.'),
    eventClass: chosenOrNull(t, EmergencyClass, 'eventClass', '事件类别。Class of events.'),
    eventClassLabel: codedOrNull(
      t,
      emergencyClassCodes,
      'eventClass',
      '事件类别的代码和名称。Code and name of the class.',
    ),
    grade: chosenOrNull(t, EventGrade, 'grade', '事件级别；未定级为 null。Event grade; null where it was not graded.'),
    gradeLabel: codedOrNull(t, eventGradeCodes, 'grade', '事件级别的代码和名称。Code and name of the grade.'),
    state: t.field({
      type: Code,
      description: '按已公布的步骤是否结束：OPEN 未解除，ENDED 已结束。Whether its announced steps end it.',
      resolve: ({ endedAt }) => codeOf(episodeStateCodes, endedAt === null ? 'OPEN' : 'ENDED'),
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: '开始时刻。When it began.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: '结束时刻；未结束为 null。When it ended; null while it has not.',
    }),
    divisions: t.field({
      type: [Division],
      description: '涉及的区划。The divisions it is about.',
      resolve: ({ placeCodes }, _, context) => divisionsOf(placeCodes, context),
    }),
    hotline: t.exposeString('hotline', { nullable: true, description: '咨询（值班）电话。Hotline or duty phone.' }),
    planTitle: t.exposeString('plan', { nullable: true, description: '依据的预案，照原样。The plan, as written.' }),
    planNumber: t.exposeString('planNumber', { nullable: true, description: '预案的文号。Number of the plan.' }),
    plan: t.field({
      type: EmergencyPlanRef,
      nullable: true,
      complexity: 2,
      description: '依据的预案；平台上没有时为 null。The plan it rests on, where it is on the platform.',
      resolve: ({ plan, moment }, _, context) => (plan === null ? null : plansNamed(context, moment).load(plan)),
    }),
    steps: t.field({
      type: [Step],
      complexity: { field: 1, multiplier: 4 },
      description: '过程，按时间先后。Its steps in the order of time.',
      resolve: ({ editionId }, _, context) => stepsOf(context, editionId),
    }),
  }),
});
