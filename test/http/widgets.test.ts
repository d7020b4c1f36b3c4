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

test.each(['gongkai.d.ts', 'vscode.html-custom-data.json', 'web-types.json', 'custom-elements.json'])(
  '%s is served, and knows every tag',
  async (name) => {
    const { statusCode, body } = await file(name);
    expect(statusCode).toBe(200);
    for (const stem of Object.keys(panels)) expect(body).toContain(`gk-${stem}`);
  },
);
