import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everything } from '../../api/cache/ready-answers.ts';
import { sampleCounty } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { graphqlPath, post, send } from './raw.ts';

let server: TestServer;
let base: string;

beforeAll(async () => {
  server = await openServer(await sampleCounty({ name: 'PGlite', open: openMemory }, 10), { level: 'info' });
  base = await server.listen();
});
afterAll(() => server.close());

const secret = '周坊村柳树街7号';
const finder = 'query SchoolFor($place: String!) { schoolFor(place: $place) { status } }';

/** What is logged of one request. */
async function loggedOf(ask: () => Promise<unknown>): Promise<Record<string, unknown>> {
  const before = server.log.length;
  await ask();
  await expect.poll(() => server.log.length).toBe(before + 1);
  const line = server.log[before] ?? '';
  expect(decodeURIComponent(line.replaceAll(/%(?![0-9A-F]{2})/g, '%25'))).not.toMatch(/周坊|柳树/);
  expect(line).not.toContain('url');
  return JSON.parse(line);
}

describe('the log tells which address was read and what the question is called, never what was asked', () => {
  test('of a question in an address, by the long way and by the straight road', async () => {
    const path = graphqlPath(finder, { place: secret });
    for (let time = 0; time < 2; time += 1) {
      server.platform.answers.purge(everything);
      const logged = await loggedOf(() => send(base, path));
      expect(logged).toMatchObject({ method: 'GET', path: '/graphql', operation: 'SchoolFor', status: 200 });
    }
  });

  test('of a question in a body', async () => {
    const logged = await loggedOf(() => post(base, JSON.stringify({ query: finder, variables: { place: secret } })));
    expect(logged).toMatchObject({ method: 'POST', path: '/graphql', operation: 'SchoolFor', status: 200 });
  });

  test('of one that is refused', async () => {
    const nameless = graphqlPath(`{ schoolFor(place: "${secret}") { nothing } }`);
    const headers = { accept: 'application/graphql-response+json' };
    expect(await loggedOf(() => send(base, nameless, { headers }))).toMatchObject({ path: '/graphql', status: 400 });
  });

  test.each(['/regulatory-documents', '/api/v1/regulatory-documents.json', '/nothing'])(
    'of words searched at %s',
    async (path) => {
      expect(await loggedOf(() => send(base, `${path}?search=${encodeURIComponent(secret)}`))).toMatchObject({ path });
    },
  );
});
