import { builder } from '../../graphql/builder.ts';
import { momentOf } from '../../graphql/moment.ts';
import { idOf } from '../../graphql/node-id.ts';
import { tombstoneOf, withdrawn } from '../../graphql/withdrawal.ts';
import { type Sql, sql } from '../../store/statements.ts';
import { kindName, read } from './reads.ts';
import { EmergencyEvent } from './schema.ts';

const By = builder.inputType('EmergencyEventBy', {
  isOneOf: true,
  description: '指明一次事件过程，三者择一。Names one episode, in one of these ways.',
  fields: (t) => ({
    id: t.id({ description: '标识。Its id.' }),
    indexNumber: t.string({ description: '索引号。Its index number.' }),
    name: t.string({
      description: '事件名称，如“2021年7月强降雨”；同名的取最近一次。Its name; of several the latest.',
    }),
  }),
});

function conditionOf({ id, indexNumber, name }: typeof By.$inferInput): Sql {
  if (indexNumber != null) return sql`d.index_number = ${indexNumber.trim()}`;
  if (name != null)
    return sql`exists (select from emergency_event named where named.edition_id = e.id and named.name = ${name.trim()})`;
  return sql`d.id = ${idOf(id ?? '', 'EmergencyEvent')}::uuid`;
}

builder.queryField('emergencyEvent', (t) =>
  t.field({
    type: EmergencyEvent,
    nullable: true,
    args: {
      by: t.arg({ type: By, required: true, description: '哪一次。Which one.' }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
      validOn: t.arg({
        type: 'Date',
        description: '与其他种类一致；过程不按日期失效。As elsewhere; an episode does not expire.',
      }),
    },
    description:
      '一次预警与应急响应过程；从未公开时为 null，已撤回时报 WITHDRAWN 并附理由。One episode; null when it never was public, WITHDRAWN with the reason when it no longer is.',
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
