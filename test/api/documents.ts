import { expect } from 'vitest';
import type { TestServer } from '../support/server.ts';

/** What lists sort, filter and count by, of one published document. */
export interface Listed {
  readonly id: string;
  readonly number: { readonly text: string; readonly issuerCode: string; readonly year: number | null } | null;
  readonly indexNumber: string;
  readonly genre: { readonly code: string };
  readonly topic: { readonly code: string } | null;
  readonly subtopic: { readonly code: string } | null;
  readonly publisher: { readonly code: string };
  readonly validity: { readonly code: string };
  readonly formedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly modifiedAt: string;
  readonly edition: { readonly number: number };
}

export const listedFields = `id number { text issuerCode year } indexNumber genre { code } topic { code } subtopic { code }
  publisher { code } validity { code } formedOn effectiveFrom effectiveTo modifiedAt edition { number }`;

export interface Connection<Node> {
  readonly totalCount: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

const pageQuery = `query Page($where: RegulatoryDocumentWhere, $search: String, $orderBy: [RegulatoryDocumentOrder!],
    $first: Int, $after: Cursor, $last: Int, $before: Cursor, $asOf: DateTime, $validOn: Date) {
  list: regulatoryDocuments(where: $where, search: $search, orderBy: $orderBy, first: $first, after: $after,
      last: $last, before: $before, asOf: $asOf, validOn: $validOn) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { ${listedFields} } } }`;

type Variables = Record<string, unknown>;

export const page = async (server: TestServer, variables: Variables): Promise<Connection<Listed>> =>
  (await server.ask<{ list: Connection<Listed> }>(pageQuery, variables)).list;

/** Asks for a page that must be refused, and tells the code of the refusal. */
export async function refusal(server: TestServer, variables: Variables): Promise<string | undefined> {
  const { errors } = await server.request(pageQuery, variables);
  expect(errors).toHaveLength(1);
  return errors[0]?.extensions.code;
}

/** A whole list, page by page. */
export async function all(server: TestServer, variables: Variables = {}): Promise<Listed[]> {
  const rows: Listed[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: Connection<Listed> = await page(server, { ...variables, first: 100, after });
    rows.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return rows;
}

/** The key inside an id, by which lists break ties. */
export const keyOf = ({ id }: Pick<Listed, 'id'>): string =>
  Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
