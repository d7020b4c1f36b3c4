import type { Bilingual } from '../core/finding.ts';
import { sql } from '../store/statements.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import type { FilterField, Labels } from './filter.ts';
import { said } from './language.ts';
import { edition, type ListPlan, largestPage, listConditions } from './page.ts';

/** Counts the values of a filter: what the filter compares, by the names it gives, unless the facet says otherwise. */
export interface FacetField {
  readonly description: string;
  /** The name of the filter in `where`; the facet is not narrowed by it. */
  readonly filter: string;
  readonly expression?: FilterField['expression'];
  readonly labels?: Labels;
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
    label: said(t, '名称。Its name.', ({ label }) => label),
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

/** The fields of a list that can be counted, and those it is filtered by. */
interface Fields {
  readonly facets: Readonly<Record<string, FacetField>>;
  readonly filters: Readonly<Record<string, FilterField>>;
}

/** One statement a facet. */
export async function readFacets<Row>(
  context: Context,
  plan: ListPlan<Row>,
  { facets, filters }: Fields,
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
      const facet = facets[name];
      const filter = facet && filters[facet.filter];
      const expression = facet?.expression ?? filter?.expression;
      if (!facet || !expression) return { field: name, missing: 0, buckets: [] };
      const rows = await context.store.read<{ value: string | null; count: number }>(sql`
        select value, count from (
          select (${expression(plan.moment)})::text as value, count(*)::int as count
          from ${plan.source.from(plan.moment, 'whole')}
          where ${listConditions(plan, edition, facet.filter)} group by 1
        ) bucket
        order by value is null desc, count desc, value limit ${first + 1}`);
      const present = rows.filter((row): row is { value: string; count: number } => row.value !== null).slice(0, first);
      const values = present.map(({ value }) => value);
      const labels = await (facet.labels ?? filter?.labels)?.(values, context);
      return {
        field: name,
        missing: rows.find(({ value }) => value === null)?.count ?? 0,
        buckets: present.map(({ value, count }) => ({
          value,
          count,
          label: labels?.get(value) ?? filter?.codes?.labels[value] ?? { zh: value, en: value },
        })),
      };
    }),
  );
}
