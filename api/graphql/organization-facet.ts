import { type Sql, sql } from '../store/statements.ts';
import type { FacetField } from './facet.ts';
import type { FilterField } from './filter.ts';

/** A filter by the credit code of an organization that a list joins. */
export const organizationFilter = (alias: Sql, description: string): FilterField => ({
  type: 'text',
  expression: () => sql`${alias}.code`,
  description,
});

/** Counts by such an organization, under its name. `filter` is the name of the filter in `where`. */
export const organizationFacet = (alias: Sql, filter: string, description: string): FacetField => ({
  description,
  expression: () => sql`${alias}.code`,
  filter,
  labels: async (values, context) => {
    const rows = await context.store.read<{ code: string; name: string }>(
      sql`select code, name from organization where code = any(${values}::text[])`,
    );
    return new Map(rows.map(({ code, name }) => [code, { zh: name, en: name }]));
  },
});
