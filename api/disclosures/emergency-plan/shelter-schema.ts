import { builder } from '../../graphql/builder.ts';
import { Hazard } from '../../graphql/emergency-scales.ts';
import { momentOf, visible } from '../../graphql/moment.ts';
import { placeAsked, touches } from '../../graphql/place-asked.ts';
import { sql } from '../../store/statements.ts';
import { Shelter } from './part-schema.ts';
import { kindName, type PlanRow, planById, repealer, type ShelterRow } from './reads.ts';
import { EmergencyPlan } from './schema.ts';

interface Found extends ShelterRow {
  readonly documentId: string;
  readonly isInPlace: boolean;
}

const Nearby = builder.objectRef<{ readonly shelter: Found; readonly plan: PlanRow }>('ShelterNearby').implement({
  description: '一处避难场所，及列出它的预案。A shelter, and the plan that names it.',
  fields: (t) => ({
    shelter: t.expose('shelter', { type: Shelter, description: '避难场所。The shelter.' }),
    isInPlace: t.boolean({
      description:
        '是否就在所问的地方；否则在同一镇（街道）。Whether it is in the very place asked for, or only in its town.',
      resolve: ({ shelter }) => shelter.isInPlace,
    }),
    plan: t.expose('plan', { type: EmergencyPlan, description: '出处。The plan it is from.' }),
  }),
});

const mostShelters = 200;

builder.queryField('emergencyShelters', (t) =>
  t.field({
    type: [Nearby],
    description:
      '我村的避难场所在哪：某村（社区）、镇（街道）或县的应急避难场所，本村的在前，同镇的随后。Where the shelters of a village, town or county are; those of the very place first, then those of its town.',
    args: {
      at: t.arg.string({
        required: true,
        description: '地方：区划代码或书写名称，如“起凤镇”“起凤镇付庙村”。The place, by division code or written name.',
      }),
      hazard: t.arg({ type: Hazard, description: '只看针对这一灾种的预案。Only of plans about this hazard.' }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
      validOn: t.arg({ type: 'Date', description: '按这一天有效的预案；默认今天。Of plans that hold on this day.' }),
    },
    complexity: { field: 10, multiplier: 20 },
    resolve: async (_, { at, hazard, ...clocks }, context) => {
      const moment = momentOf(clocks, context);
      context.touched.add(kindName);
      const place = await placeAsked(context, at);
      // A village without a shelter of its own goes to its town's.
      const around = place.level === 'VILLAGE' ? (place.parentCode ?? place.code) : place.code;
      const rows = await context.store.read<Found>(sql`
        select s.edition_id as "editionId", s.position, s.name, s.town, s.village, s.code, s.address, s.capacity, s.phone, e.document_id as "documentId",
          ${touches(sql`s.code`, place.code)} as "isInPlace"
        from plan_shelter s join edition e on e.id = s.edition_id join emergency_plan p on p.edition_id = e.id
        where ${touches(sql`s.code`, around)} and e.kind = ${kindName} and ${visible(sql`e`, moment)}
          and ${repealer(moment)} is null and ${hazard == null ? sql`true` : sql`p.hazard = ${hazard}`}
        order by (s.code = ${place.code}) desc, "isInPlace" desc, s.code, s.name, e.document_id limit ${mostShelters}`);
      const plans = await planById(context, moment).loadMany([...new Set(rows.map(({ documentId }) => documentId))]);
      const byId = new Map(
        plans.flatMap((plan) => (plan === null || plan instanceof Error ? [] : [[plan.documentId, plan] as const])),
      );
      return rows.flatMap((shelter) => {
        const plan = byId.get(shelter.documentId);
        return plan ? [{ shelter, plan }] : [];
      });
    },
  }),
);
