import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ErrorCode, errorCodes } from '../../api/graphql/errors.ts';
import { emptyCounty } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, publicUrl, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer(await emptyCounty({ name: 'PGlite', open: openMemory }));
});
afterAll(() => server.close());

const times = (count: number, text: string | ((index: number) => string)): string =>
  Array.from({ length: count }, (_, index) => (typeof text === 'string' ? text : text(index))).join(' ');

/** Sends a body as it is. */
const send = async (payload: string) => {
  const started = performance.now();
  const { statusCode, body } = await server.server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    payload,
  });
  return { status: statusCode, body, took: performance.now() - started };
};

const errorsIn = (body: string) =>
  (JSON.parse(body) as { errors?: { message: string; extensions: Record<string, string> }[] }).errors ?? [];

/** Every refusal says its code, where it is explained, its number, and speaks both languages; of our inside it says nothing. */
function expectRefused(body: string, code: ErrorCode | readonly ErrorCode[]): void {
  const errors = errorsIn(body);
  expect(errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of errors) {
    expect([code].flat()).toContain(extensions['code']);
    expect(extensions['documentation']).toBe(`${publicUrl}/docs/errors#${extensions['code']}`);
    expect(extensions['requestId']).toMatch(/^[\w-]{8,}$/);
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(message).toMatch(/[A-Za-z]{3,}/);
  }
  expect(body).not.toMatch(/node_modules|\.ts:\d|\bat \S+ \(|select .* from |\/work\/|RangeError|stack/i);
}

/** Fragments that double: a few hundred characters, 2^25 fields. */
const bomb = (field: string, type: string, entry: string, leaf: string): string =>
  `{ ${entry} { ...F0 } } ${times(25, (at) => `fragment F${at} on ${type} { ${field} { ...F${at + 1} } ${field} { ...F${at + 1} } }`)} fragment F25 on ${type} { ${leaf} }`;

/** A list of documents inside a list of documents, as deep as asked. */
const nested = (depth: number): string => {
  let inner = 'id';
  for (let at = 1; at < depth; at += 1) inner = `parent { ${inner} }`;
  return `{ organization(by: { code: "91370321000000000X" }) { ${inner} } }`;
};

/** So many alternatives; each is a branch and a condition. */
const manyYears = (count: number) => Array.from({ length: count }, (_, at) => ({ year: { eq: 2000 + at } }));

const wrap = (query: string, variables: unknown = {}): string => JSON.stringify({ query, variables });
const listed = 'query($where: RegulatoryDocumentWhere) { regulatoryDocuments(where: $where) { totalCount } }';
const searched = 'query($search: String) { regulatoryDocuments(search: $search) { totalCount } }';

const hostile: readonly (readonly [name: string, payload: () => string, code: ErrorCode | readonly ErrorCode[]])[] = [
  ['more than 10,000 characters', () => wrap(`{ platform { name } } #${'x'.repeat(10_000)}`), 'PAYLOAD_TOO_LARGE'],
  ['20,000 open braces', () => wrap('{'.repeat(20_000)), 'PAYLOAD_TOO_LARGE'],
  ['20,000 open brackets', () => wrap(`{ a(b: ${'['.repeat(20_000)}`), 'PAYLOAD_TOO_LARGE'],
  ['more than 2,000 tokens', () => wrap(`{ ${'a '.repeat(2_000)}}`), 'GRAPHQL_PARSE_FAILED'],
  ['4,000 open brackets', () => wrap(`{ a(b: ${'['.repeat(4_000)}`), 'DEPTH_LIMIT_EXCEEDED'],
  ['900 fields in each other', () => wrap(`{ ${'a{'.repeat(900)}b${'}'.repeat(901)}`), 'DEPTH_LIMIT_EXCEEDED'],
  [
    'fragments in a circle',
    () => wrap('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments that double twenty-five times',
    () => wrap(bomb('parent', 'Organization', 'organization(by: { code: "1" })', 'id')),
    ['COST_LIMIT_EXCEEDED', 'DEPTH_LIMIT_EXCEEDED'],
  ],
  [
    'introspection fragments that double',
    () => wrap(bomb('ofType', '__Type', '__type(name: "Query")', 'name')),
    ['COST_LIMIT_EXCEEDED', 'DEPTH_LIMIT_EXCEEDED'],
  ],
  [
    'fragments that double below a list of none',
    () =>
      wrap(
        bomb('publisher { parent', 'Organization', 'regulatoryDocuments(first: 0) { nodes { publisher', 'id')
          .replace('...F0 } }', '...F0 } } } }')
          .replaceAll('publisher { parent', 'parent'),
      ),
    ['COST_LIMIT_EXCEEDED', 'DEPTH_LIMIT_EXCEEDED'],
  ],
  [
    'fragments that double without going deeper below a list of none',
    () =>
      wrap(
        `{ regulatoryDocuments(first: 0) { ...F0 } } ${times(25, (at) => `fragment F${at} on RegulatoryDocumentConnection { ...F${at + 1} ... { ...F${at + 1} } }`)} fragment F25 on RegulatoryDocumentConnection { nodes { id } }`,
      ),
    'COST_LIMIT_EXCEEDED',
  ],
  [
    'fragments that double without going deeper',
    () =>
      wrap(
        `{ ...F0 } ${times(25, (at) => `fragment F${at} on Query { ...F${at + 1} ... on Query { ...F${at + 1} } }`)} fragment F25 on Query { __typename }`,
      ),
    'COST_LIMIT_EXCEEDED',
  ],
  ['1,000 aliases', () => wrap(`{ ${times(1000, (at) => `a${at}:__typename`)} }`), 'PAYLOAD_TOO_LARGE'],
  ['600 aliases', () => wrap(`{ ${times(600, (at) => `a${at}:__typename`)} }`), 'COST_LIMIT_EXCEEDED'],
  ['31 aliases', () => wrap(`{ ${times(31, (at) => `a${at}:__typename`)} }`), 'COST_LIMIT_EXCEEDED'],
  [
    'aliases in a fragment',
    () => wrap(`{ ...A } fragment A on Query { ${times(31, (at) => `a${at}:__typename`)} }`),
    'COST_LIMIT_EXCEEDED',
  ],
  ['1,000 directives', () => wrap(`{ __typename ${times(1000, '@include(if:true)')} }`), 'PAYLOAD_TOO_LARGE'],
  ['900 unknown directives', () => wrap(`{ __typename ${times(900, '@a')} }`), 'GRAPHQL_VALIDATION_FAILED'],
  ['one field 10,000 times', () => wrap(`{${'a '.repeat(4_990)}}`), 'GRAPHQL_PARSE_FAILED'],
  [
    'a hundred introspections',
    () => wrap(`{ ${times(100, (at) => `a${at}:__schema{types{name}}`)} }`),
    'COST_LIMIT_EXCEEDED',
  ],
  [
    'introspection in a circle',
    () => wrap(`{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }`),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['a depth of thirteen', () => wrap(nested(12)), 'DEPTH_LIMIT_EXCEEDED'],
  [
    'a cost over 5,000',
    () =>
      wrap(
        '{ regulatoryDocuments(first: 100) { nodes { articles { text responsibilities { writtenName } } relations { document { title } } } } }',
      ),
    'COST_LIMIT_EXCEEDED',
  ],
  ['several questions in one body', () => `[${wrap('{ __typename }')},${wrap('{ __typename }')}]`, 'BAD_USER_INPUT'],
  ['broken JSON', () => '{"query": "{ __typename }', 'BAD_USER_INPUT'],
  ['JSON that is no object', () => '"{ __typename }"', 'BAD_USER_INPUT'],
  ['null', () => 'null', 'BAD_USER_INPUT'],
  ['a number', () => '1', 'BAD_USER_INPUT'],
  ['no query', () => '{}', 'BAD_USER_INPUT'],
  ['a query that is no text', () => '{"query": 1}', 'BAD_USER_INPUT'],
  ['variables that are no object', () => '{"query":"{ __typename }","variables":[1]}', 'BAD_USER_INPUT'],
  [
    '100,000 arrays in each other',
    () => `{"query":"{ __typename }","variables":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    'DEPTH_LIMIT_EXCEEDED',
  ],
  [
    '100,000 conditions in each other',
    () =>
      `{"query":${JSON.stringify(listed)},"variables":{"where":${'{"NOT":'.repeat(100_000)}{}${'}'.repeat(100_000)}}}`,
    'DEPTH_LIMIT_EXCEEDED',
  ],
  [
    '100,000 arrays where a text is due',
    () => `{"query":${JSON.stringify(searched)},"variables":{"search":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`,
    'DEPTH_LIMIT_EXCEEDED',
  ],
  [
    '30,000 conditions under thirty aliases',
    () =>
      wrap(
        `query($where: RegulatoryDocumentWhere) { ${times(30, (at) => `a${at}: regulatoryDocuments(where: $where, first: 1) { totalCount }`)} }`,
        { where: { OR: Array.from({ length: 30_000 }, () => ({ year: { eq: 0 } })) } },
      ),
    'BAD_USER_INPUT',
  ],
  [
    'a hundred and one conditions in several branches',
    () => wrap(listed, { where: { AND: [{ OR: manyYears(30) }, { NOT: { OR: manyYears(30) } }] } }),
    'BAD_USER_INPUT',
  ],
  ['30,000 empty branches', () => wrap(listed, { where: { AND: Array(30_000).fill({}) } }), 'BAD_USER_INPUT'],
  [
    'lists of values under thirty aliases',
    () =>
      wrap(
        `query($where: RegulatoryDocumentWhere) { ${times(30, (at) => `a${at}: regulatoryDocuments(where: $where, first: 1) { totalCount }`)} }`,
        {
          where: {
            OR: Array.from({ length: 10 }, () => ({ year: { in: Array.from({ length: 100 }, (_, at) => at) } })),
          },
        },
      ),
    'COST_LIMIT_EXCEEDED',
  ],
  ['U+0000 in a filter', () => wrap(listed, { where: { number: { eq: '\0' } } }), 'BAD_USER_INPUT'],
  [
    'U+0000 in a code',
    () => wrap('query($c: String!) { organization(by: { code: $c }) { id } }', { c: '\0' }),
    'BAD_USER_INPUT',
  ],
  [
    'a number beyond 32 bits',
    () => wrap('query($n: Int) { regulatoryDocuments(first: $n) { totalCount } }', { n: 1e308 }),
    'BAD_USER_INPUT',
  ],
  [
    'a number beyond everything',
    () => `{"query":"query($n: Int) { regulatoryDocuments(first: $n) { totalCount } }","variables":{"n":1e999}}`,
    'BAD_USER_INPUT',
  ],
  [
    'a prototype for a condition',
    () => `{"query":${JSON.stringify(listed)},"variables":{"where":{"__proto__":{"eq":1}}}}`,
    'BAD_USER_INPUT',
  ],
  [
    'a constructor for a condition',
    () => `{"query":${JSON.stringify(listed)},"variables":{"where":{"constructor":{"eq":1}}}}`,
    'BAD_USER_INPUT',
  ],
  [
    'an operation that is not there',
    () => JSON.stringify({ query: 'query A { __typename }', operationName: 'B' }),
    'BAD_USER_INPUT',
  ],
  ['two operations and no name', () => wrap('query A { __typename } query B { __typename }'), 'BAD_USER_INPUT'],
  [
    'a prototype for an operation',
    () => JSON.stringify({ query: 'query A { __typename }', operationName: '__proto__' }),
    'BAD_USER_INPUT',
  ],
  ['a mutation', () => wrap('mutation { x }'), ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']],
  ['a subscription', () => wrap('subscription { x }'), ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']],
  ['a syntax error', () => wrap('{ a'), 'GRAPHQL_PARSE_FAILED'],
  ['an empty query', () => wrap(' '), ['GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT']],
];

describe('what would cost too much, or says nothing, is refused with a code, in a second, in two languages', () => {
  test.each(hostile)('%s', async (_, payload, code) => {
    const logged = server.log.length;
    const { status, body, took } = await send(payload());
    expectRefused(body, code);
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(500);
    expect(took).toBeLessThan(1_000);
    expect(server.log.slice(logged).filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });
});

describe('what is unusual, and right, is answered', () => {
  const right: readonly (readonly [name: string, payload: () => string])[] = [
    ['the standard introspection', () => wrap(getIntrospectionQuery())],
    [
      'the fullest introspection, as the explorer sends it',
      () =>
        wrap(
          getIntrospectionQuery({
            descriptions: true,
            schemaDescription: true,
            inputValueDeprecation: true,
            specifiedByUrl: true,
            directiveIsRepeatable: true,
            oneOf: true,
          }),
        ),
    ],
    ['fifty alternatives, a hundred conditions in all', () => wrap(listed, { where: { OR: manyYears(50) } })],
    ['thirty aliases', () => wrap(`{ ${times(30, (at) => `a${at}:__typename`)} }`)],
    ['a depth of twelve', () => wrap(nested(11))],
    ['a lone surrogate', () => `{"query":${JSON.stringify(searched)},"variables":{"search":"\\ud800"}}`],
    [
      'a lone surrogate in a filter',
      () => `{"query":${JSON.stringify(listed)},"variables":{"where":{"number":{"eq":"\\udfff"}}}}`,
    ],
    [
      'variables nobody asked for',
      () => `{"query":"{ __typename }","variables":{"__proto__":{"x":1},"constructor":1}}`,
    ],
    [
      'one of two operations',
      () => JSON.stringify({ query: 'query A { __typename } query B { nothing: __typename }', operationName: 'A' }),
    ],
  ];
  test.each(right)('%s', async (_, payload) => {
    const { status, body, took } = await send(payload());
    expect(errorsIn(body)).toEqual([]);
    expect(status).toBe(200);
    expect(took).toBeLessThan(1_000);
  });
});

test('the answer tells the price, and a refusal names its limit', async () => {
  const paid = JSON.parse((await send(wrap('{ regulatoryDocuments(first: 10) { nodes { id } } }'))).body);
  expect(paid.extensions.cost).toEqual({ requested: expect.any(Number), limit: 5000 });
  const refused = errorsIn(
    (
      await send(
        wrap(
          '{ regulatoryDocuments(first: 100) { nodes { articles { text responsibilities { writtenName } } relations { document { title } } } } }',
        ),
      )
    ).body,
  );
  expect(refused[0]?.message).toContain('5000');
  expect(Number(refused[0]?.extensions['cost'])).toBeGreaterThan(5000);
});

test('a filter counts in the price, and one of too many conditions is told the limit', async () => {
  const priced = async (where: unknown): Promise<number> =>
    JSON.parse((await send(wrap(listed, { where }))).body).extensions.cost.requested;
  expect(await priced({ OR: manyYears(40) })).toBe((await priced({})) + 80);
  const [refused] = errorsIn((await send(wrap(listed, { where: { OR: manyYears(51) } }))).body);
  expect(refused?.message).toMatch(/100 个.*100 conditions/);
});

test('every code has its place in the list of codes', async () => {
  const { body } = await server.get('/docs/errors', { accept: 'text/html' });
  for (const code of Object.keys(errorCodes)) expect(body).toContain(`id="${code}"`);
});
