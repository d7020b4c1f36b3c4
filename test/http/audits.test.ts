import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let url: string;

beforeAll(async () => {
  const [database] = databases;
  if (!database) throw new Error('no database');
  server = await openServer(await emptyCounty(database));
  url = `${await server.listen()}/graphql`;
});
afterAll(() => server.close());

const audits = serverAudits({ url: () => url, fetchFn: fetch });

test('there are 61 audits of GraphQL over HTTP', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits)('$id $name', async (audit) => {
  const result = await audit.fn();
  expect(result).toMatchObject({ status: 'ok' });
});
