import {
  type GraphQLArgument,
  type GraphQLInputType,
  getIntrospectionQuery,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorCodes } from '../../api/graphql/errors.ts';
import { schema } from '../../api/schema.ts';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { type GraphqlError, openServer, type TestServer } from '../support/server.ts';

const nested = (depth: number, open: string, close: string, inner = '__typename'): string =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;
const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

/** Twice as many fields at each step: 2^steps of them when written out. */
const bomb = (steps: number, type: string, spread: (next: string) => string, start: string): string =>
  `query { ${start} { ...F0 } } ${repeat(steps, (step) => `fragment F${step} on ${type} { ${spread(`...F${step + 1}`)} }`)} fragment F${steps} on ${type} { __typename }`;

const refused: readonly (readonly [what: string, query: string])[] = [
  ['a thousand aliases', `{ ${repeat(1000, (index) => `a${index}: __typename`)} }`],
  ['thirty-one aliases', `{ ${repeat(31, (index) => `a${index}: platform { name }`)} }`],
  ['a hundred aliases of the schema', `{ ${repeat(100, (index) => `a${index}: __schema { types { name } }`)} }`],
  ['a thousand directives', `{ __typename ${repeat(1000, () => '@include(if: true)')} }`],
  ['a directive nobody knows', '{ __typename @unknown }'],
  ['fifty levels', `{ organizations { ${nested(48, 'parent { ', ' }', 'name')} } }`],
  ['thirteen levels', `{ division(code: "37") { ${nested(12, 'parent { ', ' }', 'name')} } }`],
  [
    'fifty levels by fragments',
    `query { organizations { ...F0 } } ${repeat(50, (step) => `fragment F${step} on Organization { parent { ...F${step + 1} } }`)} fragment F50 on Organization { name }`,
  ],
  [
    'fifty levels by fragments named like the schema',
    `query { organizations { ...__schema0 } } ${repeat(50, (step) => `fragment __schema${step} on Organization { parent { ...__schema${step + 1} } }`)} fragment __schema50 on Organization { name }`,
  ],
  ['children of children', `{ division(code: "37") { ${nested(6, 'children { ', ' }', 'name')} } }`],
  [
    'lists in lists, a hundred each',
    '{ regulatoryDocuments(first: 100) { nodes { relations { document { relations { document { title } } } } } } }',
  ],
  [
    'a circle of fragments',
    'query { organizations { ...A } } fragment A on Organization { parent { ...B } } fragment B on Organization { parent { ...A } }',
  ],
  ['a fragment in itself', 'query { organizations { ...A } } fragment A on Organization { ...A }'],
  [
    '2^25 by fragments',
    bomb(25, 'Organization', (next) => `parent { ${next} } verticalParent { ${next} }`, 'organizations'),
  ],
  [
    '2^18 by aliased fields in fragments',
    bomb(18, 'Organization', (next) => `a: parent { ${next} } b: parent { ${next} }`, 'organizations'),
  ],
  [
    '2^25 in the schema',
    `${bomb(25, '__Type', (next) => `ofType { ${next} } x: ofType { ${next} }`, '__schema { types')} }`,
  ],
  ['2^25 of nothing', bomb(25, 'Organization', (next) => `${next} ${next}`, 'organization(by: { code: "x" })')],
  ['a circle in the schema', `{ __schema { types { ${nested(6, 'fields { type { ', ' } }', 'name')} } } }`],
  ['brackets twenty thousand deep', nested(20_000, '{ ', ' }')],
  ['lists twenty thousand deep', `{ regulatoryDocuments(where: ${nested(20_000, '[', ']', '1')}) { totalCount } }`],
  ['brackets two thousand deep', nested(2_000, '{a', '}', '')],
  ['lists nine hundred deep', `{ regulatoryDocuments(where: ${nested(900, '[', ']', '1')}) { totalCount } }`],
  ['a type of nine hundred lists', `query ($x: ${nested(900, '[', ']', 'Int')}) { __typename }`],
  ['two hundred thousand tokens', `{ ${'a '.repeat(200_000)} }`],
  ['more than two thousand tokens', `{ ${'a '.repeat(2_100)} }`],
  ['a comment of five megabytes', `#${'x'.repeat(900_000)}\n{ __typename }`],
  [
    'three hundred fields that do not fit together',
    `{ ${repeat(300, (index) => `division(code: "${index}") { name }`)} }`,
  ],
  [
    'two hundred overlapping fragments',
    `query { organizations { ${repeat(200, (index) => `...F${index}`)} } } ${repeat(200, (index) => `fragment F${index} on Organization { ${index % 2 ? 'x: name' : 'x: code'} }`)}`,
  ],
];

const ours = (errors: readonly GraphqlError[]) => {
  for (const { message, extensions } of errors) {
    expect(Object.keys(errorCodes)).toContain(extensions.code);
    expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(message).not.toMatch(/prisma|pothos|select |\.ts:|node_modules|invalid byte|violates|syntax error at/i);
    expect(message.length).toBeLessThan(2_000);
  }
};

describe.each(databases.slice(0, 1))('hostile questions', (database) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await openServer(await sampleCounty(database, 10));
  });
  afterAll(() => server.close());

  test.each(refused)('%s is refused, within a second', async (_, query) => {
    const start = performance.now();
    const { errors, data, status } = await server.request(query);
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(errors.length).toBeGreaterThan(0);
    ours(errors);
    expect(data ?? null).toBeNull();
    expect(status).toBeLessThan(500);
  });

  test.each([
    ['one field three hundred times', `{ ${'__typename '.repeat(300)} }`],
    ['thirty aliases', `{ ${repeat(30, (index) => `a${index}: platform { name }`)} }`],
    ['twelve levels', `{ division(code: "37") { ${nested(10, 'parent { ', ' }', '__typename')} } }`],
  ])('%s is answered, within a second', async (_, query) => {
    const start = performance.now();
    await server.ask(query);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  test('while all of them are asked at once, others are served', async () => {
    const attacks = refused.map(([, query]) => server.request(query));
    const start = performance.now();
    await server.ask('{ __typename }');
    expect(performance.now() - start).toBeLessThan(2_000);
    await Promise.all(attacks);
  });

  test('variables a hundred thousand deep are no more than wrong', async () => {
    for (const type of ['String', '[String]', 'RegulatoryDocumentWhere']) {
      const argument = type === 'RegulatoryDocumentWhere' ? 'where' : 'search';
      const body = `{"query":"query($x:${type}){regulatoryDocuments(${argument}:$x){totalCount}}","variables":{"x":${nested(100_000, '[', ']', '')}}}`;
      const { statusCode, body: told } = await server.server.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json' },
        payload: body,
      });
      expect(statusCode).toBeLessThan(500);
      expect(told.length).toBeLessThan(5_000);
      ours(JSON.parse(told).errors);
    }
  });

  test('a filter a thousand deep is refused before it is compiled', async () => {
    const where = Array.from({ length: 1_000 }).reduce<unknown>((inner) => ({ NOT: inner }), {});
    const { errors } = await server.request(
      'query($where: RegulatoryDocumentWhere) { regulatoryDocuments(where: $where) { totalCount } }',
      { where },
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['DEPTH_LIMIT_EXCEEDED']);
  });

  test('the introspection of every tool is within the limits', async () => {
    await server.ask(getIntrospectionQuery());
  });
});

describe.each(databases)('hostile texts on $name', (database) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await openServer(await sampleCounty(database, 5));
  });
  afterAll(() => server.close());

  const texts = [
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfffx',
    '__proto__',
    'constructor',
    "'",
    '"',
    '\\',
    "\\'",
    '%',
    '_',
    '$1',
    '::text',
    '-- ',
    ';',
    '\u202e\u200b',
    '😀'.repeat(90),
    '9'.repeat(400),
    '-1',
    'x'.repeat(5_000),
    '',
    ' ',
    '\r\n',
    'NULL',
    'RegulatoryDocument:1',
    Buffer.from('RegulatoryDocument:1').toString('base64url'),
    Buffer.from('Query:2f1b5d0e-0000-4000-8000-000000000001').toString('base64url'),
    Buffer.from('Edition:2f1b5d0e-0000-4000-8000-000000000001').toString('base64url'),
    Buffer.from('Division:37\u0000').toString('base64url'),
  ];

  const dangerous = ['a\u0000b', '\ud800', '__proto__', "\\'", 'x'.repeat(5_000)];

  /** Values of an input type with a text at one of its places. */
  function* placed(type: GraphQLInputType, text: string): Generator<unknown> {
    if (isNonNullType(type)) yield* placed(type.ofType, text);
    else if (isListType(type)) for (const inner of placed(type.ofType, text)) yield [inner];
    else if (isInputObjectType(type)) {
      // AND, OR and NOT hold nothing but what is tried beside them.
      for (const field of Object.values(type.getFields())) {
        if (getNamedType(field.type) === type) continue;
        for (const inner of placed(field.type, text)) yield { [field.name]: inner };
      }
    } else if (['String', 'ID', 'Cursor', 'Date', 'DateTime'].includes(type.toString())) yield text;
  }

  const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((field) =>
    field.args.map((arg) => ({ field: field.name, arg })),
  );
  /** A question with one argument from outside; what else it needs is harmless. */
  const asked = ({ field, arg }: { field: string; arg: GraphQLArgument }): string => {
    const others = schema
      .getQueryType()
      ?.getFields()
      [field]?.args.filter((other) => other !== arg && isRequiredArgument(other));
    const harmless = (others ?? []).map(({ name }) => `, ${name}: { number: "桓政办字〔2016〕1号" }`);
    return `query Q($value: ${arg.type}) { ${field}(${arg.name}: $value${harmless.join('')}) { __typename } }`;
  };

  test.each(roots.map((root) => ({ name: `${root.field}(${root.arg.name}:)`, ...root })))(
    '$name takes none of them for a fault of ours',
    async (root) => {
      const query = asked(root);
      // A filter has forty places for a text: the ones that mean something to a database are enough there.
      for (const text of root.arg.name === 'where' ? dangerous : texts) {
        for (const value of placed(root.arg.type, text)) {
          const { errors, status } = await server.request(query, { value });
          expect(status).toBeLessThan(500);
          ours(errors);
        }
      }
      expect(server.log.filter((line) => line.includes('"level":50'))).toEqual([]);
    },
  );

  test('nor do files and pages', async () => {
    for (const text of texts.slice(0, 14).filter((one) => one.isWellFormed())) {
      const part = encodeURIComponent(text);
      for (const path of [
        ...[
          'search',
          'number',
          'number__startsWith',
          'number__in',
          'year',
          'formedOn',
          'asOf',
          'validOn',
          'topic',
          'header',
          'bom',
        ].map((name) => `/api/v1/regulatory-documents.json?${name}=${part}`),
        `/api/v1/regulatory-documents.csv?${part}=x`,
        `/regulatory-documents/${part}/${part}.json`,
        `/regulatory-documents/${part}/2024-0000001.csv`,
        `/regulatory-documents/${part}/2024-0000001`,
        `/regulatory-documents/x/${part}/editions/1/attachments/0`,
        `/regulatory-documents/x/y/editions/${part}/attachments/${part}`,
        `/id/regulatory-document/${part}/${part}`,
        `/regulatory-documents?search=${part}&after=${part}`,
        `/widgets/${part}`,
        `/${part}`,
      ]) {
        const { status, body } = await server.get(path);
        expect(`${path.slice(0, 80)} ${status < 500 ? 'fine' : status}`).toBe(`${path.slice(0, 80)} fine`);
        expect(body).not.toMatch(/node_modules|\.ts:\d/);
      }
    }
    expect(server.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  test('numbers beyond 32 bits, fractions and letters are refused by name', async () => {
    for (const first of [2 ** 31, -(2 ** 31) - 1, 1e100, 1.5, '5', true, Number.MAX_SAFE_INTEGER]) {
      const { errors } = await server.request(
        'query Q($first: Int) { regulatoryDocuments(first: $first) { totalCount } }',
        { first },
      );
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(errors[0]?.message).toContain('$first');
    }
  });

  test('nobody else’s words become a member of an object of ours', async () => {
    const { errors } = await server.request(
      'query Q($where: RegulatoryDocumentWhere) { regulatoryDocuments(where: $where) { totalCount } }',
      {
        where: JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
      },
    );
    ours(errors);
    await server.get('/api/v1/regulatory-documents.json?__proto__=x&constructor=y&__proto__[polluted]=1');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
