import { type Sql, sql } from '../store/statements.ts';
import type { FacetField } from './facet.ts';
import type { FilterField, Lookup } from './filter.ts';
import { organizationsAsked } from './organization-asked.ts';

/** Compares the id of an organization with those of the organizations written, by code or by any name. */
export const organizationLookup = (id: Sql): Lookup => ({
  expression: id,
  type: sql`uuid`,
  find: (context, written, _, where) => organizationsAsked(context, written, where),
});

/** A filter by an organization that a list joins: whole values are names or codes, a beginning is that of a code. */
export const organizationFilter = (alias: Sql, description: string): FilterField => ({
  type: 'text',
  expression: () => sql`${alias}.code`,
  lookup: organizationLookup(sql`${alias}.id`),
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
