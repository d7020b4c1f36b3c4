import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOf } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { said } from './said.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openServer(await openMemory({ beginning: sampleOf(72) }));
}, 120_000);
afterAll(() => server.close());

const ofLists: readonly (readonly [stem: string, params: Readonly<Record<string, string>>, catalogue: string])[] = [
  ['projects', { year: '2024', status: 'completed' }, '/livelihood-projects'],
  ['documents', { validity: 'REPEALED', 'valid-on': '2021-07-15' }, '/regulatory-documents'],
  ['emergency-plans', { hazard: 'FLOOD_DROUGHT' }, '/emergency-plans'],
  ['figure', { of: 'documents', value: 'in-force' }, '/regulatory-documents'],
  ['latest', { kind: 'budget' }, '/'],
  ['search', { q: '通知' }, '/'],
];

describe('a panel of no one record', () => {
  test.each(ofLists)('%s is found again by its own address, which keeps what was asked', async (stem, params, all) => {
    const { source, address } = await said(server, stem, params);
    expect(source.permalink).toBe(address);
    const kept = new URL(source.permalink).searchParams;
    for (const [name, value] of Object.entries(params)) expect(kept.get(name)).toBe(value);
    expect(source.catalogue).toMatch(new RegExp(`^https?://[^/]+${all}$`));
    const page = await server.get(new URL(source.permalink).pathname + new URL(source.permalink).search);
    expect(page.status).toBe(200);
    expect(page.body).toContain(`href="${source.catalogue}"`);
  });

  test.each(ofLists)(
    '%s is cited by publisher, title, day and address, as what it is: a sample',
    async (stem, params) => {
      const { title, source } = await said(server, stem, params);
      expect(source.isSample).toBe(true);
      expect(source.citation).toMatch(/\[EB\/OL\]\. \(\d{4}-\d\d-\d\d\)\[\d{4}-\d\d-\d\d\]\. /);
      expect(source.citation).toContain(`${source.publisher}. ${title}（示例）[EB/OL]`);
      expect(source.citation).toContain(` ${source.permalink}.`);
    },
  );

  test('as of an instant, address and citation are of that instant', async () => {
    const instant = new Date().toISOString();
    server.clock.set(new Date(Date.now() + 9 * 86_400_000).toISOString());
    const { source } = await said(server, 'documents', { validity: 'REPEALED', 'as-of': instant });
    server.clock.run();
    expect(new URL(source.permalink).searchParams.get('as-of')).toBe(instant);
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(instant));
    expect(source.citation).toContain(`(${day})[${day}]`);
  });
});

test('a panel of one record is found again and cited as that record', async () => {
  const { source } = await said(server, 'budget', { organization: '县财政局', year: '2024' });
  expect(source.permalink).toMatch(/\/id\/budget\//);
  expect([source.catalogue, source.citation]).toEqual([undefined, expect.stringContaining(source.digest ?? '-')]);
});

test('a tag that is wrong is cited by nothing', async () => {
  const { source } = await said(server, 'documents', { validity: '有效' });
  expect(source.citation).toBeUndefined();
});
