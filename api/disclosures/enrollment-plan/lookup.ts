import { builder } from '../../graphql/builder.ts';
import { publishedOne } from '../../graphql/lookup.ts';
import { writtenAs } from '../../graphql/organization-asked.ts';
import { sql } from '../../store/statements.ts';
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

publishedOne({
  name: 'EnrollmentPlan',
  field: 'enrollmentPlan',
  kind: kindName,
  node: EnrollmentPlan,
  one: { zh: '一份招生方案', en: 'One plan' },
  naming: '指明一份方案，三者择一。Names one plan, in one of these ways.',
  which: '哪一份。Which one.',
  validOn: '与其他种类一致；方案按年度有效。As elsewhere; a plan is of its year.',
  names: (t) => ({ plan: t.field({ type: OfYear, description: '年度和学段。Year and stage.' }) }),
  condition: ({ plan }) =>
    plan == null
      ? null
      : sql`exists (select from enrollment_plan named join organization o on o.id = e.publisher_id
          where named.edition_id = e.id and named.year = ${plan.year} and named.stage = ${plan.stage}::enrollment_stage
          and ${plan.publisher == null ? sql`true` : writtenAs(sql`o`, plan.publisher)})`,
  read,
});
