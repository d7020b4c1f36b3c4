import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

describe.each(databases)('how many statements a question costs on $name', (database) => {
  const statements: string[] = [];
  let server: TestServer;

  beforeAll(async () => {
    server = await openServer(await sampleCounty(database, 60, { onStatement: (text) => statements.push(text) }));
  });
  afterAll(() => server.close());

  const count = async (query: string, variables: Record<string, unknown> = {}): Promise<number> => {
    statements.length = 0;
    await server.ask(query, variables);
    return statements.length;
  };

  test('a list of twenty with their publishers and the total: at most three', async () => {
    const query = `{ regulatoryDocuments(first: 20) { totalCount pageInfo { hasNextPage endCursor }
      nodes { title number { text } validity { code label } topic { label } publisher { name code } } } }`;
    expect(await count(query)).toBeLessThanOrEqual(3);
  });

  test('a later page costs no more than two statements more', async () => {
    const { list } = await server.ask<{ list: { pageInfo: { endCursor: string } } }>(
      '{ list: regulatoryDocuments(first: 20) { pageInfo { endCursor } } }',
    );
    const query =
      'query P($after: Cursor) { regulatoryDocuments(first: 20, after: $after) { totalCount nodes { title publisher { name } } } }';
    expect(await count(query, { after: list.pageInfo.endCursor })).toBeLessThanOrEqual(5);
  });

  test('one document with everything: one statement for each sort of thing', async () => {
    const query = `query One($number: String!) { regulatoryDocument(by: { number: $number }) {
      title publisher { name parent { name } division { name } } issuers { name } text editions { number } findings { rule } attachments { name }
      articles { path parent { path } responsibilities { organization { name names { name } } } }
      relations { type document { title publisher { name } } article { path } } interpretations { title } } }`;
    const { nodes } = await server
      .ask<{ list: { nodes: { number: { text: string } | null }[] } }>(
        '{ list: regulatoryDocuments(first: 100, where: { number: { isNull: false } }) { nodes { number { text } } } }',
      )
      .then(({ list }) => list);
    const counts = [];
    for (const { number } of nodes.slice(0, 10)) counts.push(await count(query, { number: number?.text }));
    expect(Math.max(...counts)).toBeLessThanOrEqual(22);
  });

  test.each([
    ['publishers', 'publisher { name code division { name } parent { name } }', 50, 4],
    ['issuers', 'issuers { name }', 50, 4],
    [
      'editions, findings and attachments',
      'editions { number } findings { rule } attachments { name } firstPublishedAt',
      50,
      5,
    ],
    ['proofs', 'editions { proof { entry inclusion checkpoint } }', 50, 6],
    ['citations and licences', 'citation license { attribution }', 50, 3],
    [
      'articles with the organizations responsible',
      'articles { path responsibilities { writtenName organization { name } } }',
      15,
      5,
    ],
    [
      'relations and their documents',
      'relations { type document { title publisher { name } } article { path } }',
      20,
      9,
    ],
    ['interpretations both ways', 'interpretations { title } interprets { title }', 20, 6],
  ])('the number of statements does not grow with the page: %s', async (_, selection, first, most) => {
    const query = `query L($first: Int!) { regulatoryDocuments(first: $first) { totalCount nodes { title ${selection} } } }`;
    expect(await count(query, { first: 3 })).toBeLessThanOrEqual(most);
    expect(await count(query, { first })).toBeLessThanOrEqual(most);
  });

  test('highlights of a whole page are read at once', async () => {
    const query = `query H($first: Int!) { regulatoryDocuments(search: "管理", first: $first) { edges { highlights { text } } } }`;
    expect(await count(query, { first: 5 })).toBe(await count(query, { first: 50 }));
  });

  test('a hundred nodes of four types cost a statement or two for each type', async () => {
    const { list, organizations } = await server.ask<{
      list: { nodes: { id: string; articles: { id: string }[] }[] };
      organizations: { id: string }[];
    }>('{ list: regulatoryDocuments(first: 20) { nodes { id articles { id } } } organizations { id } }');
    const ids = [
      ...list.nodes.map(({ id }) => id),
      ...list.nodes.flatMap(({ articles }) => articles.map(({ id }) => id)).slice(0, 40),
      ...organizations.slice(0, 39).map(({ id }) => id),
      Buffer.from('Division:370321').toString('base64url'),
    ];
    expect(ids).toHaveLength(100);
    expect(await count('query N($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).toBeLessThanOrEqual(6);
  });
});
