import { publishedOne } from '../../graphql/lookup.ts';
import { sql } from '../../store/statements.ts';
import { kindName, read } from './reads.ts';
import { EmergencyEvent } from './schema.ts';

publishedOne({
  name: 'EmergencyEvent',
  field: 'emergencyEvent',
  kind: kindName,
  node: EmergencyEvent,
  one: { zh: '一次预警与应急响应过程', en: 'One episode' },
  naming: '指明一次事件过程，三者择一。Names one episode, in one of these ways.',
  which: '哪一次。Which one.',
  validOn: '与其他种类一致；过程不按日期失效。As elsewhere; an episode does not expire.',
  names: (t) => ({
    name: t.string({
      description: '事件名称，如“2021年7月强降雨”；同名的取最近一次。Its name; of several the latest.',
    }),
  }),
  condition: ({ name }) =>
    name == null
      ? null
      : sql`exists (select from emergency_event named where named.edition_id = e.id and named.name = ${name.trim()})`,
  read,
});
