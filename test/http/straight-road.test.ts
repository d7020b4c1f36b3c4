import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { everything } from '../../api/cache/ready-answers.ts';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { graphqlPath, type RawAnswer, send } from './raw.ts';

const page = `query Page($first: Int!, $topic: String) {
  regulatoryDocuments(first: $first, where: {topic: {eq: $topic}}) {
    totalCount
    nodes { title number { text year } publisher { name code } articles { path responsibilities { organization { name } } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const withVariables = (variables: Record<string, unknown>, query = page): string => graphqlPath(query, variables);

const lasting = ({ headers }: RawAnswer): Record<string, unknown> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !['date', 'x-request-id'].includes(name)));

describe.each(databases)('a document asked again, on $name', (database) => {
  let server: TestServer;
  let base: string;

  beforeAll(async () => {
    server = await openServer(await sampleCounty(database, 40));
    base = await server.listen();
  });
  afterAll(() => server.close());
  beforeEach(() => server.platform.answers.purge(everything));

  /** The same question, first by the long way, then by the straight road; nothing is ready in between. */
  const bothWays = async (url: string, headers: Record<string, string> = {}): Promise<[RawAnswer, RawAnswer]> => {
    const long = await send(base, url, { headers });
    server.platform.answers.purge(everything);
    return [long, await send(base, url, { headers })];
  };

  test.each([
    [
      'without variables',
      graphqlPath('{ regulatoryDocuments { nodes { title citation license { attribution } } } }'),
      {},
    ],
    ['with variables', withVariables({ first: 3, topic: '02' }), {}],
    ['compressed', withVariables({ first: 4, topic: '02' }), { 'accept-encoding': 'br' }],
    ['as GraphQL response', withVariables({ first: 5, topic: '02' }), { accept: 'application/graphql-response+json' }],
  ])('is answered byte for byte alike, headers and all: %s', async (_, url, headers) => {
    const [long, straight] = await bothWays(url, headers);
    expect(long.status).toBe(200);
    expect(straight.status).toBe(200);
    expect(straight.body.equals(long.body)).toBe(true);
    expect(lasting(straight)).toEqual(lasting(long));
    expect(straight.headers['x-request-id']).toMatch(/\S/);
    expect(straight.headers['x-request-id']).not.toBe(long.headers['x-request-id']);
  });

  test('is not sent again to who has it', async () => {
    const url = withVariables({ first: 2, topic: '02' });
    const [, { headers }] = await bothWays(url);
    server.platform.answers.purge(everything);
    const known = await send(base, url, { headers: { 'if-none-match': String(headers.etag) } });
    expect(known.status).toBe(304);
    expect(known.body).toHaveLength(0);
  });

  test.each([
    ['a page of nothing', { first: 0, topic: '02' }, 'BAD_USER_INPUT'],
    ['a variable of another type', { first: 'three' }, 'BAD_USER_INPUT'],
    ['a price too high', { first: 100, topic: '02' }, 'COST_LIMIT_EXCEEDED'],
  ])('is refused as ever with %s', async (_, variables, code) => {
    await bothWays(withVariables({ first: 1, topic: '02' }));
    const { body } = await send(base, withVariables(variables));
    expect(JSON.parse(body.toString()).errors[0].extensions.code).toBe(code);
  });

  test('shows what was left out of the first question only where it is asked for', async () => {
    const query =
      'query Q($with: Boolean!) { regulatoryDocuments(first: 1) { nodes { title digest @include(if: $with) } } }';
    const [without] = await bothWays(withVariables({ with: false }, query));
    const { body } = await send(base, withVariables({ with: true }, query));
    expect(without.body.toString()).not.toContain('digest');
    expect(JSON.parse(body.toString()).data.regulatoryDocuments.nodes[0].digest).toMatch(/^sha256/);
  });
});
