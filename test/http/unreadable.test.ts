import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { converse } from './raw.ts';

let platform: TestServer;
let address: string;

beforeAll(async () => {
  const [database] = databases;
  if (!database) throw new Error('there is no database to test on');
  platform = await openServer(await emptyCounty(database));
  address = await platform.listen();
}, 60_000);
afterAll(() => platform.close());

const answerTo = async (request: string) => {
  const [head = '', body = ''] = (await converse(address, request)).split('\r\n\r\n');
  return { head, problem: JSON.parse(body), said: body };
};

test('an address with raw Chinese is told how to be written, in both languages, and is not repeated', async () => {
  const { head, problem, said } = await answerTo(
    'GET /w/budget?organization=县财政局 HTTP/1.1\r\nHost: gongkai.example\r\n\r\n',
  );
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(head).toMatch(/connection: close/i);
  expect(problem).toMatchObject({ status: 400, code: 'BAD_USER_INPUT', type: '/docs/errors#BAD_USER_INPUT' });
  expect(problem.detail).toMatch(/须按 UTF-8 百分号编码.*curl -G --data-urlencode.* \/ .*must be percent-encoded/);
  expect(said).not.toContain('县财政局');
  expect(said).not.toContain('budget');
});

test('headers that are too long keep their status, and so does a request that does not arrive in time', async () => {
  const long = await answerTo(`GET / HTTP/1.1\r\nHost: gongkai.example\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
  expect(long.head).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
  expect(long.problem).toMatchObject({ status: 431, detail: expect.stringMatching(/太长.* \/ .*too long/) });
  const slow = await answerTo('GET / HTTP/1.1\r\nHost: gongkai.example\r\n');
  expect(slow.head).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
  expect(slow.problem).toMatchObject({ status: 408, detail: expect.stringMatching(/没有在规定时间内.* \/ .*in time/) });
}, 30_000);
