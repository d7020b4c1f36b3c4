import { parseDocumentNumber } from '../../core/document-number.ts';
import { planKey } from '../../core/plan-title.ts';
import { builder } from '../../graphql/builder.ts';
import { momentOf } from '../../graphql/moment.ts';
import { idOf } from '../../graphql/node-id.ts';
import { tombstoneOf, withdrawn } from '../../graphql/withdrawal.ts';
import { type Sql, sql } from '../../store/statements.ts';
import { kindName, read } from './reads.ts';
import { EmergencyPlan } from './schema.ts';

const By = builder.inputType('EmergencyPlanBy', {
  isOneOf: true,
  description: '指明一份应急预案，四者择一。Names one plan, in one of these ways.',
  fields: (t) => ({
    id: t.id({ description: '标识。Its id.' }),
    indexNumber: t.string({ description: '索引号。Its index number.' }),
    number: t.string({ description: '发文字号，如“桓政办字〔2021〕31号”。Its document number.' }),
    name: t.string({
      description: '预案名称，如“桓台县防汛抗旱应急预案”；同名的取现行的一份。Its name; of several the one in force.',
    }),
  }),
});

function conditionOf({ id, indexNumber, number, name }: typeof By.$inferInput): Sql {
  if (indexNumber != null) return sql`d.index_number = ${indexNumber.trim()}`;
  const named = (condition: Sql): Sql =>
    sql`exists (select from emergency_plan named where named.edition_id = e.id and ${condition})`;
  if (number != null) return named(sql`named.number = ${parseDocumentNumber(number)?.text ?? number}`);
  if (name != null) return named(sql`named.key = ${planKey(name)}`);
  return sql`d.id = ${idOf(id ?? '', 'EmergencyPlan')}::uuid`;
}

builder.queryField('emergencyPlan', (t) =>
  t.field({
    type: EmergencyPlan,
    nullable: true,
    args: {
      by: t.arg({ type: By, required: true, description: '哪一份。Which one.' }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
      validOn: t.arg({
        type: 'Date',
        description: '按这一天判断是否有效、是否超期；默认今天。Judge on this day whether it holds and is overdue.',
      }),
    },
    description:
      '一份应急预案；从未公开时为 null，已撤回时报 WITHDRAWN 并附理由。One plan; null when it never was public, WITHDRAWN with the reason when it no longer is.',
    resolve: async (_, { by, ...clocks }, context) => {
      const moment = momentOf(clocks, context);
      const condition = conditionOf(by);
      const [found] = await read(context, moment, condition);
      if (found) return found;
      const tombstone = await tombstoneOf(context.store, kindName, moment, condition);
      if (tombstone) throw withdrawn(tombstone);
      return null;
    },
  }),
);
