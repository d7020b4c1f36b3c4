import type { Bilingual } from '../core/finding.ts';
import { type Sql, sql } from '../store/statements.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import { Language } from './language.ts';
import type { Moment } from './moment.ts';
import { edition, type ListPlan, largestPage, listConditions } from './page.ts';

export interface FacetField {
  readonly description: string;
  readonly expression: (moment: Moment) => Sql;
  /** The name of the filter in `where` that this facet must not be narrowed by. */
  readonly filter: string;
  /** Names for the values of one answer, looked up together. */
  readonly labels: (values: readonly string[], context: Context) => Promise<ReadonlyMap<string, Bilingual>>;
}

interface Bucket {
  readonly value: string;
  readonly count: number;
  readonly label: Bilingual;
}

interface FacetValue {
  readonly field: string;
  readonly missing: number;
  readonly buckets: readonly Bucket[];
}

const FacetBucket = builder.objectRef<Bucket>('FacetBucket').implement({
  description: '一组及其件数。One group and how many there are.',
  fields: (t) => ({
    value: t.exposeString('value', { description: '可用于 where 的值。The value to give to where.' }),
    count: t.exposeInt('count', { description: '件数。How many.' }),
    label: t.string({
      args: { lang: t.arg({ type: Language, required: true, defaultValue: 'ZH', description: '语言。Language.' }) },
      description: '名称。Its name.',
      resolve: ({ label }, { lang }) => (lang === 'EN' ? label.en : label.zh),
    }),
  }),
});

export const Facet = builder.objectRef<FacetValue>('Facet').implement({
  description: '按一项分组的计数。Counts by one property.',
  fields: (t) => ({
    field: t.exposeString('field', { description: '哪一项。Which property.' }),
    missing: t.exposeInt('missing', { description: '没有值的件数。How many have no value.' }),
    buckets: t.field({
      type: [FacetBucket],
      complexity: { field: 1, multiplier: 1 },
      description: '各组，件数多的在前。The groups, largest first.',
      resolve: ({ buckets }) => buckets,
    }),
  }),
});

/** One statement a facet. */
export async function readFacets<Row>(
  context: Context,
  plan: ListPlan<Row>,
  fields: Readonly<Record<string, FacetField>>,
  asked: readonly string[],
  first: number,
): Promise<FacetValue[]> {
  if (first < 1 || first > largestPage) {
    throw badInput(
      `facets 的 first 为 ${first}，须在 1 到 ${largestPage} 之间。`,
      `first of facets is ${first}; it must be 1 to ${largestPage}.`,
    );
  }
  return Promise.all(
    [...new Set(asked)].map(async (name): Promise<FacetValue> => {
      const field = fields[name];
      if (!field) return { field: name, missing: 0, buckets: [] };
      const rows = await context.store.read<{ value: string | null; count: number }>(sql`
        select value, count from (
          select (${field.expression(plan.moment)})::text as value, count(*)::int as count
          from ${plan.source.from(plan.moment, 'whole')}
          where ${listConditions(plan, edition, field.filter)} group by 1
        ) bucket
        order by value is null desc, count desc, value limit ${first + 1}`);
      const present = rows.filter((row): row is { value: string; count: number } => row.value !== null).slice(0, first);
      const labels = await field.labels(
        present.map(({ value }) => value),
        context,
      );
      return {
        field: name,
        missing: rows.find(({ value }) => value === null)?.count ?? 0,
        buckets: present.map(({ value, count }) => ({
          value,
          count,
          label: labels.get(value) ?? { zh: value, en: value },
        })),
      };
    }),
  );
}
