import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCounty, importText, textOf } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

let server: TestServer;
let path: string;

beforeAll(async () => {
  server = await openServer(await emptyCounty({ name: 'PGlite', open: openMemory }));
  const imported = await importText(server.store, textOf({ subject: '做好示例工作' }), true);
  if (imported.outcome !== 'published') throw new Error(JSON.stringify(imported));
  path = `/regulatory-documents/${imported.publication.indexNumber}`;
});
afterAll(() => server.close());

describe('an address says one thing, and a word in it that is not understood is told', () => {
  test.each(['', '.json', '.csv', '.jsonld', '/editions/1'])('a record takes no parameters: %s', async (ending) => {
    expect((await server.get(`${path}${ending}`)).status).toBe(200);
    const refused = await server.get(`${path}${ending}?edition=99`);
    expect([refused.status, JSON.parse(refused.body).code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(refused.body).toMatch(/没有参数 edition.*There is no parameter edition/);
  });

  test('a reader in a browser is told on a page', async () => {
    const { status, body, headers } = await server.get(`${path}?edition=99`, { accept: 'text/html' });
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('text/html');
    expect(body).toContain('没有参数 edition');
  });

  test('a file has one address', async () => {
    expect((await server.get(`${path}/editions/1/attachments/0`)).status).toBe(200);
    for (const other of ['01/attachments/0', '1/attachments/00', '1/attachments/-0', '1/attachments/0x0'])
      expect([other, (await server.get(`${path}/editions/${other}`)).status]).toEqual([other, 404]);
  });

  test.each([
    '/regulatory-documents',
    '/budgets',
    '/api/v1/regulatory-documents.json',
    '/api/v1/regulatory-documents.csv',
  ])('U+0000 among the words of a search is refused as by GraphQL: %s', async (address) => {
    expect((await server.get(`${address}?search=%E7%A4%BA%E4%BE%8B`)).status).toBe(200);
    const refused = await server.get(`${address}?search=%00`);
    expect([refused.status, JSON.parse(refused.body).code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(refused.body).toContain('U+0000');
  });

  test('a number too large is told as that', async () => {
    const { status, body } = await server.get('/api/v1/regulatory-documents.json?year=99999999999999');
    expect(status).toBe(400);
    expect(body).toMatch(/太大，至多 2147483647.*too large/);
    expect((await server.get('/api/v1/regulatory-documents.json?year=1e3')).body).toContain('不是整数');
    expect((await server.get('/api/v1/regulatory-documents.json?year=2147483647')).status).toBe(200);
  });
});
