import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../api/disclosures/registry.ts';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  const [database] = databases;
  if (!database) throw new Error('no database');
  server = await openServer(await sampleCounty(database, 45));
});
afterAll(() => server.close());

const page = (url: string) => server.get(url, { accept: 'text/html' });

describe.each(kinds)('the list of $plural', ({ plural }) => {
  const choices = (body: string) =>
    [...body.matchAll(/<select name="(\w+)">([\s\S]*?)<\/select>/g)].flatMap(([, name = '', options = '']) => {
      const [, value, count] = /<option value="([^"]+)"[^>]*>[^<]*（(\d+)）</.exec(options) ?? [];
      return value === undefined ? [] : [{ name, value, count: Number(count) }];
    });

  test('can be narrowed by what it is counted by, and has as many as was said', async () => {
    const offered = choices((await page(`/${plural}`)).body);
    expect(offered.length).toBeGreaterThan(0);
    for (const { name, value, count } of offered) {
      const { body } = await page(`/${plural}?${new URLSearchParams({ search: '', [name]: value })}`);
      expect([name, Number(/共 (\d+) 件/.exec(body)?.[1])]).toEqual([name, count]);
      expect([name, body.includes(`<option value="${value}" selected`)]).toEqual([name, true]);
    }
  });
});
