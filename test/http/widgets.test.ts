import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { panels } from '../../widgets/panels.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

let platform: TestServer;
beforeAll(async () => {
  platform = await openServer(await openMemory());
});
afterAll(() => platform.close());

const file = (name: string) => platform.server.inject({ url: `/widgets/${name}` });
const digestOf = (bytes: Buffer): string => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

test('the manifest names every script with the digest of what is served, and each holds the digest of the next', async () => {
  const manifest = JSON.parse((await file('manifest.json')).body) as Record<
    string,
    { file: string; integrity: string }
  >;
  expect(Object.keys(manifest).sort()).toEqual(['gongkai.classic.js', 'loader.js', 'more.js', 'panels.js']);
  const bodies: Record<string, string> = {};
  for (const [name, named] of Object.entries(manifest)) {
    const { rawPayload, body, headers } = await file(named.file);
    expect([name, digestOf(rawPayload)]).toEqual([name, named.integrity]);
    expect([name, headers['access-control-allow-origin']]).toEqual([name, '*']);
    expect([name, `${headers['cache-control']}`.includes('immutable')]).toEqual([name, /^(?:panels|more)/.test(name)]);
    bodies[name] = body;
  }
  expect(bodies['loader.js']).toContain(manifest['panels.js']?.integrity);
  expect(bodies['panels.js']).toContain(manifest['more.js']?.integrity);
});

test('a page may pin the loader to its very bytes, and the address of the major version gives what is there now', async () => {
  const evergreen = await file('loader.js');
  const mark = createHash('sha384').update(evergreen.rawPayload).digest('base64url').slice(0, 8);
  const same = await file(`loader-${mark}.js`);
  expect(same.rawPayload.equals(evergreen.rawPayload)).toBe(true);
  expect(same.headers['cache-control']).toContain('immutable');
  const major = await platform.server.inject({ url: '/v1/loader.js' });
  expect(major.rawPayload.equals(evergreen.rawPayload)).toBe(true);
  expect(major.headers['cache-control']).not.toContain('immutable');
  expect((await file('loader-AAAAAAAA.js')).statusCode).toBe(404);
});

test('what an earlier release served under a pinned name is served as it was, also when this one has other scripts', async () => {
  const store = await openMemory();
  const body = new TextEncoder().encode('/* of an earlier release */');
  await store.db.panelScript.create({ data: { name: 'panels-OLDer_01.js', body } });
  const later = await openServer(store);
  const old = await later.server.inject({ url: '/widgets/panels-OLDer_01.js' });
  expect([old.statusCode, old.body]).toEqual([200, '/* of an earlier release */']);
  expect(old.headers['cache-control']).toContain('immutable');
  expect((await later.server.inject({ url: '/widgets/panels-OLDer_02.js' })).statusCode).toBe(404);
  const names = (await store.db.panelScript.findMany()).map(({ name }) => name.replace(/-[\w-]{8}\.js$/, ''));
  expect(names.sort()).toEqual(['gongkai.classic', 'loader', 'more', 'panels', 'panels']);
  await later.close();
});

test.each(['gongkai.d.ts', 'vscode.html-custom-data.json', 'web-types.json', 'custom-elements.json'])(
  '%s is served, and knows every tag',
  async (name) => {
    const { statusCode, body } = await file(name);
    expect(statusCode).toBe(200);
    for (const stem of Object.keys(panels)) expect(body).toContain(`gk-${stem}`);
  },
);

test('types and editors’ data offer the values of a closed set', async () => {
  expect((await file('gongkai.d.ts')).body).toContain(`"type"?: 'LIVELIHOOD' | 'WORK_REPORT' | 'ALL';`);
  expect((await file('gongkai.d.ts')).body).toContain(`"stage"?: 'BUDGET' | 'FINAL_ACCOUNTS' | (string & {});`);
  expect((await file('custom-elements.json')).body).toContain(`'LIVELIHOOD' | 'WORK_REPORT' | 'ALL'`);
});
