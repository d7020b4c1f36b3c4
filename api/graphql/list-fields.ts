import { type Sql, sql } from '../store/statements.ts';
import type { CodeList } from './code.ts';
import type { FilterField, Labels, Lookup } from './filter.ts';
import type { SortKey } from './keyset.ts';
import { organizationsAsked } from './organization-asked.ts';

/** Compares the id of an organization with those of the organizations written, by code or by any name. */
export const organizationLookup = (id: Sql): Lookup => ({
  expression: id,
  type: sql`uuid`,
  find: (context, written, _, where) => organizationsAsked(context, written, where),
});

/** Names of organizations by their codes. */
export const organizationNames: Labels = async (values, context) => {
  const rows = await context.store.read<{ code: string; name: string }>(
    sql`select code, name from organization where code = any(${values}::text[])`,
  );
  return new Map(rows.map(({ code, name }) => [code, { zh: name, en: name }]));
};

/** A filter by an organization that a list joins: whole values are names or codes, a beginning is that of a code. */
export const organizationFilter = (alias: Sql, description: string): FilterField => ({
  type: 'text',
  expression: () => sql`${alias}.code`,
  lookup: organizationLookup(sql`${alias}.id`),
  labels: organizationNames,
  description,
});

/** A filter by a code of a closed list. */
export const codeFilter = (
  codes: CodeList,
  expression: FilterField['expression'],
  description: string,
): FilterField => ({ type: 'text', expression, codes, description });

export const yearFilter = (year: Sql, description: string): FilterField => ({
  type: 'int',
  expression: () => year,
  labels: async (values) => new Map(values.map((value) => [value, { zh: `${value}年`, en: value }])),
  description,
});

/** The filters that lists of several kinds have alike. */
export const publisher = organizationFilter(
  sql`publisher`,
  '发布机构：统一社会信用代码或任一书写名称。The publisher, by credit code or any written name.',
);
export const indexNumber: FilterField = {
  type: 'text',
  expression: () => sql`d.index_number`,
  description: '索引号。Index number.',
};
export const publishedAt: FilterField = {
  type: 'instant',
  expression: () => sql`e.published_at`,
  description: '这一版的发布时刻。When this edition was published.',
};

/** The order that every list has. */
export const byPublication: { readonly key: SortKey; readonly description: string } = {
  key: { expression: sql`e.published_at`, type: sql`timestamptz`, descending: true, nullable: false },
  description: '发布时刻。When published.',
};
