import { builder } from '../../graphql/builder.ts';
import { Code, chosen, chosenOrNull, coded, codedOrNull } from '../../graphql/code.ts';
import type { Context } from '../../graphql/context.ts';
import { Division, type DivisionRow } from '../../graphql/division.ts';
import { Hazard, hazardCodes, ResponseLevel, WarningLevel } from '../../graphql/emergency-scales.ts';
import { holdsUntil, type Moment, momentOf, visible } from '../../graphql/moment.ts';
import { placeAsked, touches } from '../../graphql/place-asked.ts';
import { permalinkOf } from '../../graphql/published.ts';
import { type Sql, sql } from '../../store/statements.ts';
import { stepScaleCodes } from './codes.ts';
import { EmergencyScale } from './enums.ts';
import { levelLabel } from './level.ts';
import { type EventRow, from, kindName, plansNamed, source } from './reads.ts';
import { divisionsOf, EmergencyEvent, EmergencyPlanRef } from './schema.ts';

interface InForceRow extends EventRow {
  readonly scale: string;
  readonly warningLevel: string | null;
  readonly responseLevel: string | null;
  readonly since: Date;
  readonly begunAt: Date;
  readonly endsAt: Date | null;
  readonly until: Date | null;
  readonly places: readonly string[];
  readonly periodCodes: readonly string[];
  readonly matter: string | null;
  readonly measures: readonly string[];
  readonly issuer: string | null;
}

const InForce = builder.objectRef<InForceRow>('EmergencyInForce').implement({
  description:
    '此刻生效的一项预警或应急响应：什么级别、自何时、在哪里、该怎么做、问谁。A warning or a response in force: its level, since when, where, what to do, whom to ask.',
  fields: (t) => ({
    scale: chosen(t, EmergencyScale, 'scale', '预警还是应急响应。A warning or a response.'),
    scaleLabel: coded(t, stepScaleCodes, 'scale', '“预警”或“应急响应”。Which of the two, in words.'),
    warningLevel: chosenOrNull(
      t,
      WarningLevel,
      'warningLevel',
      '预警级别；应急响应为 null。Warning level; null for a response.',
    ),
    responseLevel: chosenOrNull(
      t,
      ResponseLevel,
      'responseLevel',
      '响应级别；预警为 null。Response level; null for a warning.',
    ),
    levelLabel: t.field({
      type: Code,
      nullable: true,
      description: '级别的名称，颜色写在字里：如“四级（蓝色）”“Ⅲ级（三级）”。Its level in words, the colour named.',
      resolve: levelLabel,
    }),
    hazard: chosenOrNull(t, Hazard, 'hazard', '灾种。The hazard.'),
    hazardLabel: codedOrNull(t, hazardCodes, 'hazard', '灾种的代码和名称。Code and name of the hazard.'),
    since: t.expose('since', { type: 'DateTime', description: '这一级自何时生效。Since when at this level.' }),
    begunAt: t.expose('begunAt', {
      type: 'DateTime',
      description: '最初何时发布或启动，无论几级。When it began, at whatever level.',
    }),
    endsAt: t.expose('endsAt', {
      type: 'DateTime',
      nullable: true,
      description: '已公布的调整或结束时刻；没有为 null。When its change or end is already announced.',
    }),
    until: t.expose('until', {
      type: 'DateTime',
      nullable: true,
      description: '预计期限；过了仍未公布解除的，仍然生效。Expected end; it holds until its end is announced.',
    }),
    places: t.exposeStringList('places', { description: '在哪里，照原样。Where, as written.' }),
    divisions: t.field({
      type: [Division],
      complexity: 3,
      description: '在哪里，区划；空为全部范围。Where, as divisions; none: everywhere.',
      resolve: ({ periodCodes }, _, context) => divisionsOf(periodCodes, context),
    }),
    matter: t.exposeString('matter', { nullable: true, description: '警示或响应事项。What it is about.' }),
    whatToDo: t.exposeStringList('measures', { description: '我该怎么做，一条一项。What to do, one thing each.' }),
    issuer: t.exposeString('issuer', { nullable: true, description: '发布单位，照原样。Who issued it, as written.' }),
    hotline: t.exposeString('hotline', { nullable: true, description: '咨询（值班）电话。Hotline or duty phone.' }),
    plan: t.field({
      type: EmergencyPlanRef,
      nullable: true,
      complexity: 2,
      description: '依据的预案。The plan it rests on.',
      resolve: ({ plan, moment }, _, context) => (plan === null ? null : plansNamed(context, moment).load(plan)),
    }),
    permalink: t.field({
      type: 'URL',
      description: '永久标识地址。Its permanent address.',
      resolve: (row, _, context) => permalinkOf(row, context),
    }),
    isSample: t.exposeBoolean('isSample', { description: '是否示例数据（虚构）。Whether it is made-up sample data.' }),
    event: t.field({
      type: EmergencyEvent,
      complexity: 1,
      description: '整个过程。The whole episode.',
      resolve: (row): EventRow => row,
    }),
  }),
});

const most = 200;

/** The next instant at which something begins, changes or ends as announced; null when nothing is. */
const nextChange = ({ now }: Context, moment: Moment): Sql => sql`select min(change.at) as "changesAt" from (
    select edition_id, since as at from emergency_period where since > ${now}
    union all select edition_id, ends_at from emergency_period where ends_at > ${now}) change
  join edition e on e.id = change.edition_id where ${visible(sql`e`, moment)}`;

interface Asked {
  readonly at: DivisionRow | null;
  readonly hazard: string | null;
  readonly instant: Date;
}

interface Found {
  readonly rows: readonly InForceRow[];
  readonly changesAt: Date | null;
}

/** One statement, through the index of periods: what is in force at an instant, the highest level first, and what comes next. */
async function inForce(context: Context, moment: Moment, { at, hazard, instant }: Asked): Promise<Found> {
  context.touched.add(kindName);
  const there = at
    ? sql`(cardinality(f.place_codes) = 0 or exists (select from unnest(f.place_codes) as named(code) where ${touches(sql`named.code`, at.code)}))`
    : sql`true`;
  const found = await context.store.read<Record<string, unknown>>(sql`
    select next."changesAt", held.* from (${nextChange(context, moment)}) next left join (
      select ${source.columns(moment)}, f.scale::text as scale, f.warning_level::text as "warningLevel", f.response_level::text as "responseLevel", f.rank,
        f.since, f.begun_at as "begunAt", f.ends_at as "endsAt", f.until, f.places, f.place_codes as "periodCodes", f.matter, f.measures, f.issuer
      from ${from} join emergency_period f on f.edition_id = e.id
      where tstzrange(f.since, f.ends_at) @> ${instant}::timestamptz and e.kind = ${kindName} and ${visible(sql`e`, moment)}
        and ${there} and ${hazard === null ? sql`true` : sql`v.hazard = ${hazard}`}
      order by f.rank, f.scale desc, f.since desc, e.document_id limit ${most}) held on true
    order by held.rank, held.scale, held.since desc, held."documentId"`);
  const [first] = found;
  return {
    // Where nothing is in force one row is left, of the next change alone.
    rows: found.flatMap((row) => (row['documentId'] === null ? [] : [source.read(row, moment) as InForceRow])),
    changesAt: (first?.['changesAt'] as Date | null | undefined) ?? null,
  };
}

builder.queryField('inForceNow', (t) =>
  t.field({
    type: [InForce],
    description:
      '现在有什么生效的预警和应急响应，我该怎么做；没有时为空列表。What is in force now and what to do; an empty list when nothing is. 镇的预警包括其各村，全县的包括各镇村。',
    args: {
      at: t.arg.string({
        description:
          '在哪里：区划代码或书写名称，如“起凤镇”“起凤镇付庙村”；不给为全部。Where, by division code or written name; everywhere by default.',
      }),
      hazard: t.arg({ type: Hazard, description: '只看这一灾种。Only this hazard.' }),
      instant: t.arg({
        type: 'DateTime',
        description:
          '哪一时刻生效的，如 2021-07-28T15:00:00+08:00；默认 asOf 或此刻。In force at which instant; asOf or now by default.',
      }),
      asOf: t.arg({
        type: 'DateTime',
        description: '按平台在这一时刻的内容。What the platform said at this instant.',
      }),
    },
    complexity: { field: 5, multiplier: 5 },
    resolve: async (_, { at, hazard, instant, asOf }, context) => {
      const moment = momentOf({ asOf }, context);
      const place = at == null ? null : await placeAsked(context, at);
      const { rows, changesAt } = await inForce(context, moment, {
        at: place,
        hazard: hazard ?? null,
        instant: instant ?? asOf ?? context.now,
      });
      // A pinned instant gives one answer for ever; this minute gives one until the next announced change.
      if (!asOf && !instant) holdsUntil(context, changesAt);
      return rows;
    },
  }),
);
