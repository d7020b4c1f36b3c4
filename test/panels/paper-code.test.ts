import { Resvg } from '@resvg/resvg-js';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paperCode } from '../../api/http/panels/paper-code.ts';
import type { PaperCode } from '../../widgets/core/document.ts';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { asked } from '../support/panel-documents.ts';
import { openServer, type TestServer } from '../support/server.ts';

const [pglite] = databases;
let platform: TestServer;
beforeAll(async () => {
  if (!pglite) throw new Error('no database');
  platform = await openServer(await sampleCounty(pglite, 72));
}, 120_000);
afterAll(() => platform.close());

/** What a camera reads of the code as it is drawn. */
function read({ side, path }: PaperCode): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`;
  const { width, height, pixels } = new Resvg(svg, {
    background: '#fff',
    fitTo: { mode: 'width', value: side * 4 },
  }).render();
  return decodeQR({ width, height, data: new Uint8Array(pixels) });
}

test.each([
  ['emergency', {}],
  ['emergency', { place: '起凤镇' }],
  ['emergency-plan', { hazard: 'FLOOD_DROUGHT' }],
  ['emergency-plans', {}],
] as const)('what is hung up leads back to where it was printed from: %s %o', async (stem, params) => {
  const { source } = await asked(platform, stem, params);
  expect(source.code && read(source.code)).toBe(source.permalink);
});

test('the page without a script has the same code', async () => {
  const { source } = await asked(platform, 'emergency');
  const { body } = await platform.get('/w/emergency', { accept: 'text/html' });
  expect(body).toContain(`<path d="${source.code?.path}"`);
});

test('what is looked at on a screen has none, nor has a tag with a mistake', async () => {
  expect((await asked(platform, 'documents')).source.code).toBeUndefined();
  expect((await asked(platform, 'emergency', { place: '乌有镇' })).source.code).toBeUndefined();
});

test('an address no telephone could read from a wall has none', () => {
  expect(paperCode(`https://gongkai.example/w/emergency?place=${'x'.repeat(2_000)}`)).toBeUndefined();
});
