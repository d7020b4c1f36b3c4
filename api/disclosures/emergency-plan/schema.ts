import { daysBetween } from '../../core/local-date.ts';
import { builder } from '../../graphql/builder.ts';
import { Code, chosen, chosenOrNull, coded, codedOrNull, codeOf } from '../../graphql/code.ts';
import { divisionField } from '../../graphql/division.ts';
import {
  EmergencyClass,
  emergencyClassCodes,
  Hazard,
  hazardCodes,
  ResponseLevel,
} from '../../graphql/emergency-scales.ts';
import { organizationField } from '../../graphql/organization.ts';
import { recordNode } from '../../graphql/record.ts';
import { planLevelCodes, planTypeCodes, standingCodes } from './codes.ts';
import { PlanLevel, PlanType } from './enums.ts';
import { Drill, DutyPhone, PlanChapter, PlanGrade, PlanResponse, PlanWarning, Repeal, Shelter } from './part-schema.ts';
import {
  chaptersOf,
  drillsOf,
  gradesOf,
  kindName,
  type PlanRow,
  phonesOf,
  planById,
  planByKey,
  repealsOf,
  responsesOf,
  sheltersOf,
  warningsOf,
} from './reads.ts';

const standingOf = ({ repealedBy, effectiveFrom, formedOn, moment }: PlanRow): string => {
  if (repealedBy !== null) return 'REPEALED';
  return (effectiveFrom ?? formedOn ?? '') > moment.validOn ? 'NOT_YET_IN_FORCE' : 'IN_FORCE';
};

const isOverdue = ({ assessmentDueOn, repealedBy, moment }: PlanRow): boolean =>
  repealedBy === null && assessmentDueOn !== null && assessmentDueOn < moment.validOn;

export const EmergencyPlan = builder.objectRef<PlanRow>('EmergencyPlan');
builder.node(EmergencyPlan, {
  ...recordNode(kindName, planById),
  description:
    '应急预案：发生突发事件时谁做什么。An emergency plan: who does what when something happens (突发事件应急预案管理办法).',
  fields: (t) => ({
    name: t.exposeString('name', { description: '预案名称，不含印发通知的字样。The plan itself, without its notice.' }),
    number: t.exposeString('number', { nullable: true, description: '发文字号。Document number.' }),
    formedOn: t.expose('formedOn', { type: 'Date', nullable: true, description: '成文日期。Day of signing.' }),
    effectiveFrom: t.expose('effectiveFrom', { type: 'Date', nullable: true, description: '施行日期。In force from.' }),
    level: chosen(t, PlanLevel, 'level', '预案层级。Whose plan it is.'),
    levelLabel: coded(t, planLevelCodes, 'level', '层级的代码和名称。Code and name of the level.'),
    type: chosen(t, PlanType, 'type', '预案类别。What sort of plan.'),
    typeLabel: coded(t, planTypeCodes, 'type', '类别的代码和名称。Code and name of the type.'),
    eventClass: chosenOrNull(
      t,
      EmergencyClass,
      'eventClass',
      '事件类别；总体预案为 null。Class of events; null for a general plan.',
    ),
    eventClassLabel: codedOrNull(
      t,
      emergencyClassCodes,
      'eventClass',
      '事件类别的代码和名称。Code and name of the class.',
    ),
    hazard: chosenOrNull(t, Hazard, 'hazard', '灾种或事故类型。The hazard it is about.'),
    hazardLabel: codedOrNull(t, hazardCodes, 'hazard', '灾种的代码和名称。Code and name of the hazard.'),
    area: t.exposeString('area', { nullable: true, description: '适用区域，照原样。Where it applies, as written.' }),
    division: divisionField(t, 'areaCode', '适用区域的区划。The division it applies to.'),
    leadUnit: t.exposeString('leadUnit', {
      nullable: true,
      description: '牵头部门，照原样。Lead department as written.',
    }),
    leadOrganization: organizationField(
      t,
      'leadUnitId',
      '牵头部门；名录中没有时为 null。The lead department, where it is among the organizations.',
    ),
    isAbridged: t.exposeBoolean('isAbridged', {
      description: '是否简本：部分内容不公开。Whether parts of it are withheld.',
    }),
    upperPlanTitle: t.exposeString('upperPlan', {
      nullable: true,
      description: '所衔接的上级预案，照原样。The plan of the level above, as written.',
    }),
    upperPlan: t.field({
      type: EmergencyPlan,
      nullable: true,
      complexity: 5,
      description: '所衔接的上级预案；平台上没有时为 null。That plan, where it is on the platform.',
      resolve: ({ upperKey, moment }, _, context) =>
        upperKey === null ? null : planByKey(context, moment).load(upperKey),
    }),
    filedWith: t.exposeString('filedWith', { nullable: true, description: '备案机关。Whom it was filed with.' }),
    filedOn: t.expose('filedOn', {
      type: 'Date',
      nullable: true,
      description: '备案日期；印发后 20 个工作日内。When it was filed; within 20 working days of its issue.',
    }),
    lastAssessedOn: t.expose('lastAssessedOn', {
      type: 'Date',
      nullable: true,
      description: '最近评估日期。When it was last assessed.',
    }),
    reviewYears: t.exposeInt('reviewYears', { description: '评估周期（年），一般为 3。Years between assessments.' }),
    assessmentDueOn: t.expose('assessmentDueOn', {
      type: 'Date',
      nullable: true,
      description: '评估到期日：上次评估或施行之日起满评估周期。The day by which it must be assessed.',
    }),
    overdue: t.boolean({
      description:
        '按 validOn（默认今天）是否已超过评估期；已废止的不算。Whether its assessment is overdue on validOn, today by default.',
      resolve: isOverdue,
    }),
    overdueDays: t.int({
      description: '评估已超期几天；未超期为 0。For how many days it has been overdue; 0 when it is not.',
      resolve: (row) =>
        isOverdue(row) && row.assessmentDueOn ? daysBetween(row.assessmentDueOn, row.moment.validOn) : 0,
    }),
    drillDueOn: t.expose('drillDueOn', {
      type: 'Date',
      nullable: true,
      description: '下一次演练的期限。The day by which the next drill must be held.',
    }),
    standing: t.field({
      type: Code,
      description: '按 validOn 是否有效：现行有效、尚未施行、已废止。Whether it holds on validOn.',
      resolve: (row) => codeOf(standingCodes, standingOf(row)),
    }),
    repealedBy: t.field({
      type: EmergencyPlan,
      nullable: true,
      complexity: 5,
      description: '将其废止的新预案。The plan that put an end to it.',
      resolve: ({ repealedBy, moment }, _, context) =>
        repealedBy === null ? null : planById(context, moment).load(repealedBy),
    }),
    repeals: t.field({
      type: [Repeal],
      description: '同时废止的预案。The plans it puts an end to.',
      resolve: ({ editionId }, _, context) => repealsOf(context, editionId),
    }),
    revisionReason: t.exposeString('revisionReason', { nullable: true, description: '修订原因。Why it was revised.' }),
    responses: t.field({
      type: [PlanResponse],
      args: { level: t.arg({ type: ResponseLevel, description: '只看这一级。Only this level.' }) },
      complexity: { field: 1, multiplier: 4 },
      description: '各级应急响应：条件、批准人、行动。Its response levels: conditions, approver, actions.',
      resolve: async ({ editionId }, { level }, context) =>
        (await responsesOf(context, editionId)).filter((one) => !level || one.level === level),
    }),
    grades: t.field({
      type: [PlanGrade],
      complexity: { field: 1, multiplier: 4 },
      description: '事件分级标准。Its event grades.',
      resolve: ({ editionId }, _, context) => gradesOf(context, editionId),
    }),
    warnings: t.field({
      type: [PlanWarning],
      complexity: { field: 1, multiplier: 4 },
      description: '预警分级。Its warning levels.',
      resolve: ({ editionId }, _, context) => warningsOf(context, editionId),
    }),
    chapters: t.field({
      type: [PlanChapter],
      complexity: { field: 1, multiplier: 5 },
      description: '正文各章。Its chapters.',
      resolve: ({ editionId }, _, context) => chaptersOf(context, editionId),
    }),
    contacts: t.field({
      type: [DutyPhone],
      complexity: { field: 1, multiplier: 3 },
      description: '值班电话。Duty phones.',
      resolve: ({ editionId }, _, context) => phonesOf(context, editionId),
    }),
    shelters: t.field({
      type: [Shelter],
      complexity: { field: 1, multiplier: 5 },
      description: '应急避难场所。Shelters.',
      resolve: ({ editionId }, _, context) => sheltersOf(context, editionId),
    }),
    drills: t.field({
      type: [Drill],
      complexity: { field: 1, multiplier: 3 },
      description: '演练记录。Drills that were held.',
      resolve: ({ editionId }, _, context) => drillsOf(context, editionId),
    }),
  }),
});
