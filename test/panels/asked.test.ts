import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Params } from '../../widgets/core/document.ts';
import { isMisuse, type Scene } from '../../widgets/core/panel.ts';
import { panels } from '../../widgets/panels.ts';
import { sampleCounty } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, publicUrl, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await openServer(await sampleCounty({ name: 'PGlite', open: openMemory }, 6));
});
afterAll(() => server.close());

const asked: readonly (readonly [stem: string, params: Params])[] = [
  ['documents', { search: '通知', 'page-size': '20' }],
  ['document', { number: '桓政办字〔2021〕29号' }],
  ['search', { q: '方案', 'page-size': '20' }],
  ['latest', { first: '20' }],
  ['department', { organization: '县财政局', years: '10' }],
  ['figure', { of: 'budget', organization: '县财政局', year: '2024' }],
  ['figure', { of: 'documents' }],
];

test.each(asked)('the question behind %s %o can be asked by anybody at the public door', async (stem, params) => {
  const panel = panels[stem];
  const scene: Scene = {
    language: 'zh-CN',
    params,
    platform: publicUrl,
    today: '2026-03-01',
    now: '2026-03-01T00:00:00.000Z',
  };
  const variables = panel?.variables(scene) ?? { misuse: 'no such panel' };
  expect(isMisuse(variables)).toBe(false);
  const { errors, data } = await server.request(panel?.query ?? '', { ...variables });
  expect(errors).toEqual([]);
  expect(panel?.guard(data)).toBe(true);
});
