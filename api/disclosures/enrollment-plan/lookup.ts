import { organizationKey } from '../../core/organization-name.ts';
import { builder } from '../../graphql/builder.ts';
import { momentOf } from '../../graphql/moment.ts';
import { idOf } from '../../graphql/node-id.ts';
import { tombstoneOf, withdrawn } from '../../graphql/withdrawal.ts';
import { type Sql, sql } from '../../store/statements.ts';
import { EnrollmentStage } from './enums.ts';
import { kindName, read } from './reads.ts';
import { EnrollmentPlan } from './schema.ts';

const OfYear = builder.inputType('EnrollmentPlanOfYear', {
  description: '哪一年、哪个学段、谁发布的方案。Whose plan, of which year and stage.',
  fields: (t) => ({
    year: t.int({ required: true, description: '招生年度。Year of enrollment.' }),
    stage: t.field({ type: EnrollmentStage, required: true, description: '学段。Stage.' }),
    publisher: t.string({
      description:
        '发布机构：统一社会信用代码或任一书写名称；只有一个时可不写。Publisher, by credit code or written name.',
    }),
  }),
});

const By = builder.inputType('EnrollmentPlanBy', {
  isOneOf: true,
  description: '指明一份方案，三者择一。Names one plan, in one of these ways.',
  fields: (t) => ({
    id: t.id({ description: '标识。Its id.' }),
    indexNumber: t.string({ description: '索引号。Its index number.' }),
    plan: t.field({ type: OfYear, description: '年度和学段。Year and stage.' }),
  }),
});

function conditionOf({ id, indexNumber, plan }: typeof By.$inferInput): Sql {
  if (indexNumber != null) return sql`d.index_number = ${indexNumber.trim()}`;
  if (plan == null) return sql`d.id = ${idOf(id ?? '', 'EnrollmentPlan')}::uuid`;
  const { year, stage, publisher } = plan;
  const by =
    publisher == null
      ? sql`true`
      : sql`exists (select from organization o where o.id = e.publisher_id
          and (o.code = ${publisher} or o.id in (select organization_id from organization_name where name = ${organizationKey(publisher)})))`;
  return sql`exists (select from enrollment_plan named where named.edition_id = e.id and named.year = ${year} and named.stage = ${stage}::enrollment_stage) and ${by}`;
}

builder.queryField('enrollmentPlan', (t) =>
  t.field({
    type: EnrollmentPlan,
    nullable: true,
    args: {
      by: t.arg({ type: By, required: true, description: '哪一份。Which one.' }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
      validOn: t.arg({
        type: 'Date',
        description: '与其他种类一致；方案按年度有效。As elsewhere; a plan is of its year.',
      }),
    },
    description:
      '一份招生方案；从未公开时为 null，已撤回时报 WITHDRAWN 并附理由。One plan; null when it never was public, WITHDRAWN with the reason when it no longer is.',
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
