import { builder } from '../../graphql/builder.ts';
import { Code, type CodeValue, chosen, chosenOrNull, coded, codedOrNull, codeOrNull } from '../../graphql/code.ts';
import { moneyField } from '../../graphql/money.ts';
import { recordNode } from '../../graphql/record.ts';
import { categories } from './categories.ts';
import { natures, paces, statuses, types } from './code-lists.ts';
import { shareOf } from './decimal.ts';
import { LivelihoodPace, LivelihoodStatus, LivelihoodType, LivelihoodUnitRole } from './enums.ts';
import {
  LivelihoodFund,
  LivelihoodMilestone,
  LivelihoodPhoto,
  LivelihoodPlace,
  LivelihoodSatisfaction,
  LivelihoodTarget,
  LivelihoodUnit,
  votesOf,
} from './part-schema.ts';
import {
  fundsOf,
  kindName,
  milestonesOf,
  type ProjectRow,
  photosOf,
  placesOf,
  progressOf,
  projectById,
  targetsOf,
  unitsOf,
} from './reads.ts';
import { LivelihoodReport } from './report-schema.ts';
import { isReportOverdue } from './silence.ts';
import { LivelihoodTargetChange, targetChangesOf } from './target-changes.ts';

function statusLabelOf({ status, isOverdue }: ProjectRow): CodeValue | null {
  const known = codeOrNull(statuses, status);
  if (!known || !isOverdue) return known;
  const { zh, en } = known.label;
  return { ...known, label: { zh: `${zh}（逾期未完成）`, en: `${en} (overdue)` } };
}

export const LivelihoodProject = builder.objectRef<ProjectRow>('LivelihoodProject');
builder.node(LivelihoodProject, {
  ...recordNode(kindName, projectById),
  description:
    '一个民生实事项目，或一项政府工作报告任务：目标、责任、进展。One livelihood project or task of the work report: its target, who answers for it, how far it is.',
  fields: (t) => ({
    type: chosen(t, LivelihoodType, 'type', '民生实事或工作报告任务。Livelihood project or task of the work report.'),
    typeLabel: coded(t, types, 'type', '类型的代码和名称。Code and name of the type.'),
    year: t.exposeInt('year', { description: '项目年度。The year it is a project of.' }),
    programme: t.exposeString('programme', {
      description: '所属批次，如“2024年桓台县民生实事项目”。The programme it belongs to.',
    }),
    number: t.exposeInt('projectNumber', { nullable: true, description: '序号。Its number in the programme.' }),
    name: t.exposeString('name', { description: '项目名称。Its name.' }),
    category: codedOrNull(
      t,
      categories,
      'category',
      '项目类别；原文没有时为 null。Category; null where the source gives none.',
    ),
    categoryWord: t.exposeString('categoryWord', {
      nullable: true,
      description: '类别的原词。The word of the source.',
    }),
    nature: codedOrNull(
      t,
      natures,
      'nature',
      '项目性质：建设类、服务类、政策类；政策类没有施工进度。Construction, service or policy.',
    ),
    content: t.exposeString('content', { nullable: true, description: '主要内容。What is done.' }),
    target: t.exposeString('target', { nullable: true, description: '年度目标，照原样。The target as written.' }),
    targets: t.field({
      type: [LivelihoodTarget],
      description: '量化目标；第一项用于计算完成率。The figures of the target.',
      resolve: ({ editionId }, _, context) => targetsOf(context, editionId),
    }),
    targetChanges: t.field({
      type: [LivelihoodTargetChange],
      complexity: 3,
      description: '目标公布后的变动；没有变动时为空。Changes of the target since it was published.',
      resolve: ({ documentId, moment }, _, context) => targetChangesOf(documentId, moment, context),
    }),
    location: t.exposeString('location', { nullable: true, description: '建设地点，照原样。Where, as written.' }),
    places: t.field({
      type: [LivelihoodPlace],
      description: '所在镇（街道）、村（社区）。The towns and villages it is in.',
      resolve: ({ editionId }, _, context) => placesOf(context, editionId),
    }),
    units: t.field({
      type: [LivelihoodUnit],
      args: { role: t.arg({ type: LivelihoodUnitRole, description: '只取牵头或配合单位。Only these.' }) },
      description: '牵头单位和配合单位，牵头的在前。Units, those that lead first.',
      resolve: async ({ editionId }, { role }, context) =>
        (await unitsOf(context, editionId)).filter((unit) => !role || unit.role === role),
    }),
    leader: t.exposeString('leader', { nullable: true, description: '分管领导。The leader in charge.' }),
    startedOn: t.expose('startedOn', { type: 'Date', nullable: true, description: '开工日期。Started on.' }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: '完成时限；只写到月、季、年的取其最后一天。The day it is due; of a month or a year its last day.',
    }),
    dueWord: t.exposeString('dueWord', { nullable: true, description: '完成时限，照原样。Due, as written.' }),
    completedOn: t.expose('completedOn', { type: 'Date', nullable: true, description: '完成日期。Completed on.' }),
    acceptance: t.exposeString('acceptance', { nullable: true, description: '验收情况。Record of acceptance.' }),
    status: chosenOrNull(
      t,
      LivelihoodStatus,
      'status',
      '最近一期的状态；原文没有或不能归类时为 null。Where it stands; null where the source gives nothing known.',
    ),
    statusLabel: t.field({
      type: Code,
      nullable: true,
      description:
        '状态的代码和名称；按 validOn 那天已逾期的，名称写明“逾期未完成”。Code and name of the status; of what is overdue on the day of validOn the name says so.',
      resolve: statusLabelOf,
    }),
    statusWord: t.exposeString('statusWord', { nullable: true, description: '状态的原词。The word of the source.' }),
    pace: chosenOrNull(
      t,
      LivelihoodPace,
      'pace',
      '按 validOn 那天的快慢；已逾期的一律为 BEHIND。How it goes against its plan on the day of validOn; BEHIND for all that is overdue.',
    ),
    paceLabel: codedOrNull(t, paces, 'pace', '快慢的代码和名称。Code and name of the pace.'),
    completionRate: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        '完成率，%，可超过 100：有数量时按累计完成量与目标重新计算，否则为原文所载。Percent of the target, computed again from quantities where there are such; it may exceed 100.',
      resolve: ({ completionRate }) => completionRate,
    }),
    publishedRate: t.field({
      type: 'Decimal',
      nullable: true,
      description: '原文所载完成率，%。Rate as published, in percent.',
      resolve: ({ publishedRate }) => publishedRate,
    }),
    totalInvestment: moneyField(t, 'totalInvestment', '总投资。Total investment.', '万元'),
    plannedInvestment: moneyField(t, 'plannedInvestment', '年度计划投资。Investment planned for the year.', '万元'),
    invested: moneyField(t, 'invested', '累计完成投资。Invested so far.', '万元'),
    investmentRate: t.field({
      type: 'Decimal',
      nullable: true,
      description: '投资完成率，%：累计完成投资与年度计划之比。Invested in percent of what was planned.',
      resolve: ({ invested, plannedInvestment }) => shareOf(invested, plannedInvestment),
    }),
    fundSources: t.exposeString('fundSources', { nullable: true, description: '资金来源，照原样。Sources of funds.' }),
    funds: t.field({
      type: [LivelihoodFund],
      description: '各项资金的计划与支付。Funds planned and paid, by source.',
      resolve: ({ editionId }, _, context) => fundsOf(context, editionId),
    }),
    milestones: t.field({
      type: [LivelihoodMilestone],
      description: '时间节点，按原次序。Milestones, in their order.',
      resolve: ({ editionId }, _, context) => milestonesOf(context, editionId),
    }),
    reports: t.field({
      type: [LivelihoodReport],
      complexity: { field: 1, multiplier: 4 },
      description: '历期进展，旧的在前；数字为累计。Reports by period, oldest first; figures are cumulative.',
      resolve: ({ editionId }, _, context) => progressOf(context, editionId),
    }),
    latestReport: t.field({
      type: LivelihoodReport,
      nullable: true,
      description: '最近一期进展；尚未公布时为 null。The latest report; null before the first.',
      resolve: async ({ editionId }, _, context) => (await progressOf(context, editionId)).at(-1) ?? null,
    }),
    isOverdue: t.exposeBoolean('isOverdue', {
      description:
        '按 validOn 那天判断：已过完成时限而未完成。Past its due day on the day of validOn, and not completed.',
    }),
    isReportOverdue: t.boolean({
      description:
        '按 validOn 那天判断：未完成而连续两个季度没有公开进展。Not completed, and silent for two quarters on the day of validOn.',
      resolve: isReportOverdue,
    }),
    measures: t.exposeString('measures', { nullable: true, description: '执行措施。Measures.' }),
    steps: t.exposeString('steps', { nullable: true, description: '实施步骤。Steps.' }),
    responsibilities: t.exposeString('responsibilities', {
      nullable: true,
      description: '责任分工。Division of duties.',
    }),
    supervision: t.exposeString('supervision', { nullable: true, description: '监督方式。How it is supervised.' }),
    satisfaction: t.field({
      type: LivelihoodSatisfaction,
      nullable: true,
      description: '满意度测评；没有测评时为 null。Votes on it; null where there was no vote.',
      resolve: votesOf,
    }),
    photos: t.field({
      type: [LivelihoodPhoto],
      description: '现场照片。Photos of the place.',
      resolve: ({ editionId }, _, context) => photosOf(context, editionId),
    }),
  }),
});
