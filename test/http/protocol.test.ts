import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishPaper, sampleCounty, withdrawPaper } from '../support/county.ts';
import { databases, openPostgres } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { converse, graphqlPath, post, type RawAnswer, send } from './raw.ts';

const [database] = databases;
if (!database) throw new Error('no database');

let server: TestServer;
let base: string;

beforeAll(async () => {
  server = await openServer(await sampleCounty(database, 10));
  base = await server.listen();
});
afterAll(() => server.close());

const codeOf = ({ body }: RawAnswer): string | undefined => {
  const answer = JSON.parse(body.toString());
  return answer.code ?? answer.errors?.[0]?.extensions.code;
};

describe('any site may read, none with credentials', () => {
  test.each([
    ['GET', graphqlPath('{ __typename }')],
    ['GET', '/api/v1/regulatory-documents.json'],
    ['GET', '/nothing'],
    ['GET', '/graphql?query={'],
    ['GET', '/healthz'],
    ['OPTIONS', '/graphql'],
    ['OPTIONS', '/api/v1/regulatory-documents.csv'],
  ])('%s %s', async (method, path) => {
    for (const origin of ['https://panel.example', 'null']) {
      const { headers } = await send(base, path, {
        method,
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
  });

  test('a preflight is answered for a day', async () => {
    const { status, headers } = await send(base, '/graphql', {
      method: 'OPTIONS',
      headers: { origin: 'https://panel.example' },
    });
    expect(status).toBe(204);
    expect(headers['access-control-allow-methods']).toBe('GET, HEAD, POST, OPTIONS');
    expect(headers['access-control-allow-headers']).toMatch(/Content-Type/i);
    expect(headers['access-control-max-age']).toBe('86400');
  });
});

describe('methods', () => {
  test.each(['PUT', 'PATCH', 'DELETE', 'TRACE'])('%s is not allowed, and it is said what is', async (method) => {
    for (const path of ['/graphql', '/', '/api/v1/regulatory-documents.csv']) {
      const answer = await send(base, path, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toMatch(/GET/);
      if (method !== 'TRACE') expect(codeOf(answer)).toBe('METHOD_NOT_ALLOWED');
    }
  });

  test('nothing but the endpoint takes a POST', async () => {
    const answer = await send(base, '/api/v1/regulatory-documents.csv', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  test('a mutation by GET is refused with what is allowed', async () => {
    const answer = await send(base, graphqlPath('mutation { x }'), {
      headers: { accept: 'application/graphql-response+json' },
    });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toMatch(/POST/);
  });
});

describe('bodies', () => {
  const question = JSON.stringify({ query: '{ __typename }' });

  test.each([
    ['text', 'text/plain', question],
    ['a form', 'application/x-www-form-urlencoded', 'query=%7B__typename%7D'],
    [
      'parts',
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${question}\r\n--x--\r\n`,
    ],
    ['GraphQL', 'application/graphql', '{ __typename }'],
    ['XML', 'application/xml', '<query/>'],
  ])('%s is refused: a page of another site could send it unasked', async (_, type, body) => {
    const answer = await post(base, body, { 'content-type': type });
    expect([answer.status, codeOf(answer)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  test('a body without a type is refused', async () => {
    const answer = await send(base, '/graphql', { method: 'POST', body: question });
    expect([answer.status, codeOf(answer)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    const empty = await send(base, '/graphql', { method: 'POST' });
    expect([empty.status, codeOf(empty)]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  test.each([
    ['broken JSON', '{"query": "{ __typename }"'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '1'],
    ['a text', '"{ __typename }"'],
    ['a list of questions', `[${question}]`],
    ['a thousand questions', `[${Array.from({ length: 1000 }, () => question).join()}]`],
    ['UTF-16', Buffer.from(question, 'utf16le').toString('latin1')],
    ['a question that is a number', '{"query": 1}'],
    ['variables that are a list', '{"query": "{ __typename }", "variables": []}'],
    ['a member that means something to JavaScript', '{"query": "{ __typename }", "__proto__": {"polluted": true}}'],
  ])('%s is a bad request', async (_, body) => {
    const answer = await post(base, body);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('no question is a bad request, told with 200 to those who want plain JSON', async () => {
    for (const [accept, status] of [
      ['application/graphql-response+json', 400],
      ['application/json', 200],
    ] as const) {
      const answer = await post(base, '{}', { accept });
      expect([answer.status, codeOf(answer)]).toEqual([status, 'BAD_USER_INPUT']);
    }
  });

  test('a compressed body is refused, not guessed at', async () => {
    const answer = await post(base, question, { 'content-encoding': 'gzip' });
    expect([200, 400, 415]).toContain(answer.status);
  });

  test('more than a megabyte is refused, also when it does not say how much it is', async () => {
    const large = JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(5_000_000) } });
    const answer = await post(base, large);
    expect([answer.status, codeOf(answer)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const chunked = await converse(
      base,
      `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n200000\r\n${' '.repeat(0x20_00_00)}\r\n0\r\n\r\n`,
    );
    expect(chunked).toMatch(/^HTTP\/1\.1 413 /);
  });
});

describe('JSON in an address', () => {
  test.each(['variables', 'extensions'])(
    '%s that are no JSON are a bad request, and no fault of ours',
    async (name) => {
      for (const accept of ['application/json', 'application/graphql-response+json', '*/*']) {
        const logged = server.log.length;
        const answer = await send(base, `${graphqlPath('{ __typename }')}&${name}=zzz`, { headers: { accept } });
        expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
        expect(answer.body.toString()).toMatch(new RegExp(`地址中的 ${name} .*${name} in the address`));
        expect(server.log.slice(logged)).toEqual([]);
      }
      const sound = await send(base, `${graphqlPath('{ __typename }')}&${name}=%7B%22a%22%3A1%7D`);
      expect(sound.status).toBe(200);
    },
  );
});

describe('addresses', () => {
  test.each([
    'foo|bar',
    'a/b',
    'a?b',
    'a#b',
    'a\\b',
    'a b',
    'a:99999',
    '',
    'a@b',
    '[::1',
    'a\tb',
    'a\u0001b',
    'a\u007fb',
    'a\u00a0b',
    'a%0d%0ab',
    'a, b',
    'a'.repeat(254),
    '<script>',
  ])('a Host of %j is refused before anything is made of it', async (host) => {
    const said = await converse(
      base,
      `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`,
    );
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
    expect(said).not.toMatch(/node_modules|at .*\(|<script>/);
    if (host.length > 200) expect(said).toMatch(/主机名.*The Host .* cannot be used/);
  });

  test.each(['//evil.example/graphql', 'http://evil.example/graphql?query=%7B__typename%7D', '*', 'graphql'])(
    'a target of %s is refused',
    async (target) => {
      const said = await converse(base, `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect(said).toMatch(/^HTTP\/1\.1 400 /);
    },
  );

  test('an address that cannot be decoded is a bad request', async () => {
    for (const path of ['/%', '/%E0%A4%A', '/regulatory-documents/%/x.json']) {
      const answer = await send(base, path);
      expect([answer.status, codeOf(answer)]).toEqual([400, 'BAD_USER_INPUT']);
    }
  });

  test('two lengths of one body are refused', async () => {
    const said = await converse(
      base,
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\nhost: x\r\n\r\n',
    );
    expect(said.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
    expect(said).toMatch(/^HTTP\/1\.1 400 /);
  });

  test('headers of twenty kilobytes are refused', async () => {
    expect((await send(base, '/', { headers: { 'x-long': 'x'.repeat(20_000) } })).status).toBe(431);
  });
});

describe('what an error tells', () => {
  const check = (errors: readonly { message: string; extensions: Record<string, unknown> }[], requestId: unknown) => {
    expect(errors.length).toBeGreaterThan(0);
    for (const { message, extensions } of errors) {
      expect(message).toMatch(/\p{Script=Han}.* \/ .*[A-Za-z]/su);
      expect(extensions).toMatchObject({
        code: expect.stringMatching(/^[A-Z_]+$/),
        documentation: `https://gongkai.example/docs/errors#${extensions['code']}`,
        requestId,
      });
      expect(extensions).not.toHaveProperty('originalError');
      expect(extensions).not.toHaveProperty('stack');
    }
  };

  test.each([
    '{',
    '{ nope }',
    '{ regulatoryDocuments(first: "x") { totalCount } }',
    '{ regulatoryDocuments(first: 0) { totalCount } }',
    '{ regulatoryDocuments(asOf: "x") { totalCount } }',
    '{ regulatoryDocuments(after: "x") { totalCount } }',
    '{ node(id: "x") { id } }',
    '{ regulatoryDocument(by: {}) { id } }',
    '{ regulatoryDocument(by: { number: "x" }) { id } }',
    '{ regulatoryDocument(by: { number: "x", indexNumber: "y" }) { id } }',
    '{ division(code: "x") { name } }',
    'query A { __typename } query B { __typename }',
    'mutation { x }',
    'subscription { x }',
    '{ regulatoryDocuments(first: 100) { nodes { articles { responsibilities { organization { names { name } } } } } } }',
  ])('%s', async (query) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await post(base, { query }, { accept });
      const { errors } = JSON.parse(answer.body.toString());
      check(errors, answer.headers['x-request-id']);
    }
  });

  test('an argument that only a variable makes wrong is the asker’s mistake, not a fault of ours', async () => {
    const query =
      'query Q($style: CitationStyle = APA) { regulatoryDocuments(first: 1) { nodes { citation(style: $style) } } }';
    const { errors } = await server.request(query, { style: null });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test.each([
    ['/regulatory-documents/x/2024-0000001.json', 404, 'NOT_FOUND'],
    ['/regulatory-documents/x/2024-0000001/editions/1/attachments/0', 404, 'NOT_FOUND'],
    ['/regulatory-documents/x/2024-0000001/editions/x/attachments/-1', 404, 'NOT_FOUND'],
    ['/api/v1/regulatory-documents.csv?colour=red', 400, 'BAD_USER_INPUT'],
    ['/api/v1/regulatory-documents.csv?year=x', 400, 'BAD_USER_INPUT'],
    ['/api/v1/regulatory-documents.csv?asOf=x', 400, 'BAD_USER_INPUT'],
    ['/api/v1/regulatory-documents.json?asOf=2999-01-01T00:00:00Z', 400, 'BAD_USER_INPUT'],
    ['/api/v1/regulatory-documents.xlsx?validOn=x', 400, 'BAD_USER_INPUT'],
    ['/api/v1/regulatory-documents.json?number=%00', 400, 'BAD_USER_INPUT'],
    [`/api/v1/regulatory-documents.json?search=${'x'.repeat(201)}`, 400, 'BAD_USER_INPUT'],
    ['/nothing/here', 404, 'NOT_FOUND'],
  ])('%s', async (path, status, code) => {
    const answer = await send(base, path);
    const problem = JSON.parse(answer.body.toString());
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(problem).toMatchObject({
      type: `/docs/errors#${code}`,
      title: code,
      status,
      code,
      requestId: answer.headers['x-request-id'],
    });
    expect(problem.detail).toMatch(/\p{Script=Han}.* \/ .*[A-Za-z]/su);
  });

  test('what was withdrawn says so, with the reason and the day', async () => {
    const { indexNumber } = await publishPaper(server.store, {
      subject: '误发的工作',
      number: '桓政办字〔2024〕902号',
    });
    await withdrawPaper(server.store, indexNumber, '内容有误，另行发布');
    for (const format of ['json', 'csv', 'xlsx']) {
      const answer = await send(base, `/regulatory-documents/${indexNumber}.${format}`);
      expect([answer.status, codeOf(answer)]).toEqual([410, 'WITHDRAWN']);
      expect(JSON.parse(answer.body.toString())).toMatchObject({
        reason: '内容有误，另行发布',
        withdrawnAt: expect.stringMatching(/^\d{4}-.*Z$/),
      });
    }
    for (const by of [{ number: '桓政办字[2024]902 号' }, { indexNumber }]) {
      const { data, errors } = await server.request(
        'query ($by: RegulatoryDocumentBy!) { one: regulatoryDocument(by: $by) { title } }',
        { by },
      );
      expect(data).toEqual({ one: null });
      expect(errors[0]?.extensions).toMatchObject({ code: 'WITHDRAWN', indexNumber, reason: '内容有误，另行发布' });
    }
    const list = await send(base, `/regulatory-documents?number=${encodeURIComponent('桓政办字〔2024〕902号')}`, {
      headers: { accept: 'text/html' },
    });
    expect([list.status, list.headers['location']]).toEqual([303, `/regulatory-documents/${indexNumber}`]);
    const attachment = await send(base, `/regulatory-documents/${indexNumber}/editions/1/attachments/0`);
    expect([attachment.status, codeOf(attachment)]).toEqual([410, 'WITHDRAWN']);
  });
});

test('a fault of ours tells a number and nothing else; the log has the rest under that number', async () => {
  for (const each of databases) {
    const broken = await openServer(await each.open());
    await broken.store.close();
    const { errors, body, headers } = await broken.request('{ organizations { name } }');
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(errors[0]?.message).toContain(headers['x-request-id']);
    expect(errors[0]?.message).toMatch(/平台内部出错.* \/ Something failed/);
    const file = await broken.get('/api/v1/regulatory-documents.json');
    expect(file.status).toBe(500);
    for (const text of [body, file.body])
      expect(text).not.toMatch(/pool|PGlite|closed|select|stack|\.ts|node_modules/i);
    const logged = broken.log.filter((line) => line.includes(headers['x-request-id'] ?? 'x'));
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatch(/"stack":/);
    expect((await broken.get('/healthz')).status).toBe(200);
    expect((await broken.get('/readyz')).status).toBe(503);
    await broken.server.close();
  }
});

test('a question that takes too long is stopped and said to be so, and the next one is answered', async () => {
  const store = await openPostgres({ statementTimeoutMs: 300 });
  const slow = await openServer(store);
  await store.session((session) =>
    session.transaction(async (held) => {
      await held.query('lock table organization in access exclusive mode');
      const { errors } = await slow.request('{ organizations { name } }');
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['TIMEOUT']);
    }),
  );
  expect((await slow.request('{ organizations { name } }')).errors).toEqual([]);
  await slow.close();
});

test('a platform that is going away says so to whoever sends it readers', async () => {
  expect((await server.get('/readyz')).status).toBe(200);
  server.platform.draining = true;
  expect((await server.get('/readyz')).status).toBe(503);
  expect((await server.get('/healthz')).status).toBe(200);
  server.platform.draining = false;
  expect((await server.get('/readyz')).headers['cache-control']).toBe('no-store');
});

test('introspection as every tool asks it is answered', async () => {
  for (const options of [
    {},
    {
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    },
  ]) {
    const data = await server.ask<{ __schema: { types: unknown[] } }>(getIntrospectionQuery(options));
    expect(data.__schema.types.length).toBeGreaterThan(40);
  }
});
