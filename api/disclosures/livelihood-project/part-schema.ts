import { builder } from '../../graphql/builder.ts';
import { chosen, coded } from '../../graphql/code.ts';
import { divisionField } from '../../graphql/division.ts';
import { moneyField } from '../../graphql/money.ts';
import { organizationField } from '../../graphql/organization.ts';
import { directions } from './code-lists.ts';
import { LivelihoodUnitRole } from './enums.ts';
import type { FundRow, MilestoneRow, PhotoRow, PlaceRow, TargetRow, UnitRow } from './reads.ts';

export const LivelihoodTarget = builder
  .objectRef<Pick<TargetRow, 'name' | 'direction' | 'quantity' | 'unit'>>('LivelihoodTarget')
  .implement({
    description: '一项量化目标，首次公布即冻结。A figure of the target, frozen when first published.',
    fields: (t) => ({
      name: t.exposeString('name', { description: '指标，如“改造道路”。What is counted.' }),
      direction: coded(t, directions, 'direction', '方向：不少于、不超过或等于。At least, at most or exactly.'),
      quantity: t.field({
        type: 'Decimal',
        description: '目标值，计量单位见 unit。The figure, in its unit.',
        resolve: ({ quantity }) => quantity,
      }),
      unit: t.exposeString('unit', { nullable: true, description: '计量单位，如公里、处。Unit of measure.' }),
    }),
  });

export const LivelihoodUnit = builder.objectRef<UnitRow>('LivelihoodUnit').implement({
  description: '牵头或配合的单位。A unit that leads or supports a project.',
  fields: (t) => ({
    role: chosen(t, LivelihoodUnitRole, 'role', '牵头或配合。Leads or supports.'),
    name: t.exposeString('name', { description: '单位名称，照原样。Its name as written.' }),
    organization: organizationField(
      t,
      'organizationId',
      '该单位；名录中没有时为 null。The organization; null when it is not among them.',
    ),
  }),
});

export const LivelihoodPlace = builder.objectRef<PlaceRow>('LivelihoodPlace').implement({
  description: '项目所在的镇（街道）或村（社区）。A town or village the project is in.',
  fields: (t) => ({
    written: t.exposeString('written', { description: '地点，照原样。As written.' }),
    division: divisionField(
      t,
      'code',
      '行政区划；名录中没有或有几处同名时为 null。The division; null when unknown or not the only one.',
    ),
  }),
});

export const LivelihoodMilestone = builder.objectRef<MilestoneRow>('LivelihoodMilestone').implement({
  description: '一个时间节点。A milestone.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '节点，如“路面铺设”。What is to be reached.' }),
    dueWord: t.exposeString('dueWord', { nullable: true, description: '计划完成时间，照原样。Due, as written.' }),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: '计划完成日期。The day it is due.' }),
    doneOn: t.expose('doneOn', {
      type: 'Date',
      nullable: true,
      description: '实际完成日期；未完成时为 null。The day it was reached; null until then.',
    }),
  }),
});

export const LivelihoodFund = builder.objectRef<FundRow>('LivelihoodFund').implement({
  description: '一项资金来源。Money from one source.',
  fields: (t) => ({
    source: t.exposeString('source', { description: '来源，如“县级财政”。Where it comes from.' }),
    planned: moneyField(t, 'planned', '计划安排。Planned.', '万元'),
    paid: moneyField(t, 'paid', '已支付。Paid so far.', '万元'),
  }),
});

export const LivelihoodPhoto = builder.objectRef<PhotoRow>('LivelihoodPhoto').implement({
  description: '一张现场照片；文件在附件中时同名。A photo of the place; its file is the attachment of that name.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '文件名。File name.' }),
    caption: t.exposeString('caption', { nullable: true, description: '说明。What it shows.' }),
    takenOn: t.expose('takenOn', { type: 'Date', nullable: true, description: '拍摄日期。The day it was taken.' }),
  }),
});

interface Votes {
  readonly satisfied: number;
  readonly mostlySatisfied: number;
  readonly dissatisfied: number;
}

/** The votes of a row; null where there was no vote. */
export const votesOf = ({
  satisfied,
  mostlySatisfied,
  dissatisfied,
}: Readonly<Record<keyof Votes, number | null>>): Votes | null =>
  satisfied === null && mostlySatisfied === null && dissatisfied === null
    ? null
    : { satisfied: satisfied ?? 0, mostlySatisfied: mostlySatisfied ?? 0, dissatisfied: dissatisfied ?? 0 };

export const LivelihoodSatisfaction = builder.objectRef<Votes>('LivelihoodSatisfaction').implement({
  description: '满意度测评票数。Votes on how a project was done.',
  fields: (t) => ({
    satisfied: t.exposeInt('satisfied', { description: '满意票。Satisfied.' }),
    mostlySatisfied: t.exposeInt('mostlySatisfied', { description: '基本满意票。Mostly satisfied.' }),
    dissatisfied: t.exposeInt('dissatisfied', { description: '不满意票。Dissatisfied.' }),
    total: t.int({
      description: '三项合计。All three.',
      resolve: ({ satisfied, mostlySatisfied, dissatisfied }) => satisfied + mostlySatisfied + dissatisfied,
    }),
  }),
});
