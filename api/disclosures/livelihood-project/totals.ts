import type { LocalDate } from '../../core/local-date.ts';
import { organizationKey } from '../../core/organization-name.ts';
import { townKey } from '../../core/place-name.ts';
import type { Context } from '../../graphql/context.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { organizationAsked, writtenAs } from '../../graphql/organization-asked.ts';
import { empty, join, type Sql, sql } from '../../store/statements.ts';
import { leadUnitsAsked, townsAsked } from './names-asked.ts';
import { isOverdueOn, paceOn } from './overdue.ts';
import { from, kindName } from './reads.ts';

export const groups = ['YEAR', 'TYPE', 'CATEGORY', 'TOWN', 'LEAD_UNIT'] as const;
export type Group = (typeof groups)[number];

export interface TotalsRow {
  readonly year: number | null;
  readonly type: string | null;
  readonly category: string | null;
  readonly townCode: string | null;
  readonly leadId: string | null;
  readonly items: number;
  readonly notStarted: number;
  readonly started: number;
  readonly inProgress: number;
  readonly ahead: number;
  readonly behind: number;
  readonly completed: number;
  readonly overfulfilled: number;
  readonly suspended: number;
  readonly cancelled: number;
  readonly carriedOver: number;
  readonly unknown: number;
  readonly overdue: number;
  readonly total: string | null;
  readonly planned: string | null;
  readonly invested: string | null;
  readonly investedOfPlanned: string | null;
  readonly satisfied: number | null;
  readonly mostlySatisfied: number | null;
  readonly dissatisfied: number | null;
}

export interface TotalsArguments {
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly type: string | null;
  readonly category: string | null;
  readonly town: string | null;
  readonly leadUnit: string | null;
  readonly publisher: string | null;
  readonly groupBy: readonly Group[];
  readonly first: number;
}

const keys: Readonly<Record<Group, readonly [column: Sql, name: Sql]>> = {
  YEAR: [sql`p.year`, sql`"year"`],
  TYPE: [sql`p.type::text`, sql`"type"`],
  CATEGORY: [sql`p.category`, sql`"category"`],
  TOWN: [sql`of.town`, sql`"townCode"`],
  LEAD_UNIT: [sql`p.lead_id`, sql`"leadId"`],
};

const names: Readonly<Record<Group, Sql>> = {
  YEAR: sql`null::int as "year"`,
  TYPE: sql`null as "type"`,
  CATEGORY: sql`null as "category"`,
  TOWN: sql`null as "townCode"`,
  LEAD_UNIT: sql`null::uuid as "leadId"`,
};

const count = (condition: Sql, name: Sql): Sql => sql`count(*) filter (where ${condition})::int as ${name}`;
const is = (status: string): Sql => sql`p.status::text = ${status}`;

const sums = (validOn: LocalDate): Sql => sql`count(*)::int as items, ${count(is('NOT_STARTED'), sql`"notStarted"`)},
  ${count(sql`p.status is not null and p.status not in ('NOT_STARTED', 'CANCELLED')`, sql`started`)},
  ${count(is('IN_PROGRESS'), sql`"inProgress"`)}, ${count(sql`${paceOn(validOn)} = 'AHEAD'`, sql`ahead`)}, ${count(sql`${paceOn(validOn)} = 'BEHIND'`, sql`behind`)},
  ${count(sql`p.status in ('COMPLETED', 'OVERFULFILLED')`, sql`completed`)}, ${count(is('OVERFULFILLED'), sql`overfulfilled`)},
  ${count(is('SUSPENDED'), sql`suspended`)}, ${count(is('CANCELLED'), sql`cancelled`)}, ${count(is('CARRIED_OVER'), sql`"carriedOver"`)},
  ${count(sql`p.status is null`, sql`unknown`)}, ${count(isOverdueOn(validOn), sql`overdue`)},
  sum(p.total_investment)::text as total, sum(p.planned_investment)::text as planned, sum(p.invested)::text as invested,
  sum(p.invested) filter (where p.planned_investment is not null)::text as "investedOfPlanned", sum(p.satisfied)::int as satisfied,
  sum(p.mostly_satisfied)::int as "mostlySatisfied", sum(p.dissatisfied)::int as dissatisfied`;

/** Projects added up in one statement. Grouped by town, a project in several counts once in each. */
export async function readTotals(context: Context, moment: Moment, args: TotalsArguments): Promise<TotalsRow[]> {
  const { fromYear, toYear, type, category, town, leadUnit, publisher, groupBy, first } = args;
  context.touched.add(kindName);
  if (town !== null) await townsAsked(context, [town], moment);
  if (leadUnit !== null) await leadUnitsAsked(context, [leadUnit], moment);
  const publisherId = publisher === null ? null : await organizationAsked(context, publisher);
  const conditions: Sql[] = [
    sql`e.kind = ${kindName}`,
    visible(sql`e`, moment),
    ...(fromYear === null ? [] : [sql`p.year >= ${fromYear}`]),
    ...(toYear === null ? [] : [sql`p.year <= ${toYear}`]),
    ...(type === null ? [] : [sql`p.type::text = ${type}`]),
    ...(category === null ? [] : [sql`p.category = ${category}`]),
    ...(town === null ? [] : [sql`(${townKey(town)} = any(p.town_keys) or ${town} = any(p.town_codes))`]),
    ...(leadUnit === null
      ? []
      : [
          sql`exists (select from livelihood_unit u left join organization o on o.id = u.organization_id where u.edition_id = e.id and u.role = 'LEAD'
            and (u.key = ${organizationKey(leadUnit)} or ${writtenAs(sql`o`, leadUnit)}))`,
        ]),
    ...(publisherId === null ? [] : [sql`publisher.id = ${publisherId}::uuid`]),
  ];
  const grouped = groups.filter((group) => groupBy.includes(group));
  const selected = groups.map((group) =>
    grouped.includes(group) ? sql`${keys[group][0]} as ${keys[group][1]}` : names[group],
  );
  const by = grouped.map((group) => keys[group][0]);
  return context.store.read<TotalsRow>(sql`
    select ${join(selected, ', ')}, ${sums(moment.validOn)}
    from ${from} ${grouped.includes('TOWN') ? sql`left join lateral unnest(p.town_codes) as of(town) on true` : empty}
    where ${join(conditions, ' and ')}
    ${
      by.length > 0
        ? sql`group by ${join(by, ', ')} order by ${join(
            by.map((key) => sql`${key} nulls last`),
            ', ',
          )}`
        : empty
    }
    limit ${first}`);
}
