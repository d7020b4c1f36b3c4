import { execute, type GraphQLSchema, parse } from 'graphql';
import type { CellValue } from '../core/sheet.ts';
import type { Kind } from '../disclosures/kind.ts';
import type { Context } from '../graphql/context.ts';
import { largestPage } from '../graphql/page.ts';

type Fields = Record<string, unknown>;

/** Asks the public schema, exactly as a reader would. A fault is thrown on as it is. */
async function ask(schema: GraphQLSchema, context: Context, document: string, variables: Fields): Promise<Fields> {
  const { data, errors } = await execute({
    schema,
    document: parse(document),
    variableValues: variables,
    contextValue: context,
  });
  if (errors?.[0]) throw errors[0];
  return (data ?? {}) as Fields;
}

interface ListPage {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Fields[];
}

/**
 * Every record of a list, page by page under one snapshot, so that nothing is lost or repeated. `inTurn` says with which
 * context a page is asked for, and when.
 */
export async function* exportList(
  schema: GraphQLSchema,
  { exports: { list } }: Kind,
  variables: Fields,
  inTurn: (ask: (context: Context) => Promise<Fields>) => Promise<Fields>,
): AsyncGenerator<readonly Fields[]> {
  let after: string | null = null;
  do {
    const asked: Fields = { ...variables, first: largestPage, after };
    const answer = await inTurn((context) => ask(schema, context, list.document, asked));
    const page = answer['list'] as ListPage;
    yield page.nodes;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}

/** One record with everything it states; null when there is none in public. */
export async function exportOne(
  schema: GraphQLSchema,
  context: Context,
  { exports: { one } }: Kind,
  variables: Fields,
): Promise<Fields | null> {
  const answer = await ask(schema, context, one.document, variables);
  return (answer['one'] as Fields | null | undefined) ?? null;
}

/** The header and rows of a list, as cells. */
export const listHeader = ({ exports: { list } }: Kind, header: 'label' | 'code'): CellValue[] =>
  list.sheet.columns.map(({ key, label }) => (header === 'code' ? key : label.zh));

export const listRows = ({ exports: { list } }: Kind, records: readonly Fields[]): CellValue[][] =>
  records.map((record) => list.sheet.columns.map(({ value }) => value(record)));
