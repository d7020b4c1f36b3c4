import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { descriptors } from '../../widgets/manifest.ts';
import { type PanelTag, panels } from '../../widgets/registry.ts';
import { sizes } from '../../widgets/size.ts';
import { platform, scriptTag, useBrowser } from './browser.ts';

const dist = pathToFileURL(`${import.meta.dirname}/../.output/widgets/`);
const visit = useBrowser();
const tags = Object.keys(panels) as PanelTag[];
const described = new Map(await descriptors());
const scripts = readdirSync(dist).filter((file) => file.endsWith('.js'));
const sizeOf = (name: RegExp): number =>
  sizes(dist)
    .filter(({ file }) => name.test(file))
    .reduce((sum, { brotli }) => sum + brotli, 0);

test('the loader is smaller than a kilobyte', () => {
  expect(readFileSync(new URL('loader.js', dist)).length).toBeLessThan(1000);
});

test('every panel has a file named after its tag, beside one shared chunk and the classic bundle', () => {
  const rest = scripts.filter((file) => !tags.some((tag) => file === `${tag}.js`));
  expect(scripts).toEqual(expect.arrayContaining(tags.map((tag) => `${tag}.js`)));
  expect(rest.map((file) => file.replace(/-[\w-]{8}\.js$/, '-*.js')).sort()).toEqual([
    'core-*.js',
    'gongkai.classic.js',
    'loader.js',
  ]);
});

test.each(scripts)('%s is pure ASCII, for pages in any encoding', (file) => {
  const beyond = [...readFileSync(new URL(file, dist), 'latin1')].filter((unit) => unit > '\x7f');
  expect(beyond).toEqual([]);
});

test('a panel is one file more than the shared ones: nothing loads in a chain', () => {
  for (const tag of tags) {
    const code = readFileSync(new URL(`${tag}.js`, dist), 'utf8');
    expect(code.match(/\bimport\b|\.\/[\w-]+\.js/g)).toEqual(['import', expect.stringMatching(/^\.\/core-/)]);
  }
});

test('what a page pays stays within what was measured (brotli bytes)', () => {
  expect(sizeOf(/^(?:loader|core-.*|gk-documents)\.js$/)).toBeLessThan(17_000);
  expect(sizeOf(/^gk-document\.js$/)).toBeLessThan(5_600);
  expect(sizeOf(/^gk-budget\.js$/)).toBeLessThan(3_300);
  expect(sizeOf(/^gk-school-finder\.js$/)).toBeLessThan(3_500);
  expect(sizeOf(/^gk-emergency\.js$/)).toBeLessThan(2_500);
  expect(sizeOf(/^gk-emergency-plan\.js$/)).toBeLessThan(3_100);
  expect(sizeOf(/^gongkai\.classic\.js$/)).toBeLessThan(30_500);
  expect(sizeOf(/^gk-projects\.js$/)).toBeLessThan(3_000);
});

describe('custom-elements.json', () => {
  const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', dist), 'utf8'));

  test('describes every panel of the registry, in both languages', () => {
    expect(manifest.schemaVersion).toBe('1.0.0');
    expect(manifest.modules.map(({ path }: { path: string }) => path)).toEqual(tags.map((tag) => `${tag}.js`));
    for (const { attributes, parts } of described.values()) {
      for (const { description } of Object.values(attributes))
        expect(description).toMatch(/\p{Script=Han}.*[A-Za-z]{3}/u);
      expect(Object.keys(parts).length).toBeGreaterThan(0);
    }
  });

  test('names exactly the attributes and parts a panel has', async () => {
    const { page } = await visit(
      tags.map((tag) => `<${tag} number="1" endpoint="${platform()}/ok"></${tag}>`).join('') +
        scriptTag('gongkai.classic.js'),
    );
    await page.locator('gk-document .facts').waitFor();
    await page.locator('gk-documents .row').first().waitFor();
    for (const tag of tags) {
      const found = await page.locator(tag).evaluate((panel) => ({
        attributes: (panel.constructor as unknown as { observedAttributes: string[] }).observedAttributes,
        parts: [...(panel.shadowRoot?.querySelectorAll('[part]') ?? [])].map((each) => each.getAttribute('part') ?? ''),
      }));
      expect([...found.attributes].sort()).toEqual(Object.keys(described.get(tag)?.attributes ?? {}).sort());
      expect(Object.keys(described.get(tag)?.parts ?? {})).toEqual(expect.arrayContaining([...new Set(found.parts)]));
    }
  });
});
