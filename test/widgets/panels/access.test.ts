import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { PanelElement } from '../../../widgets/core/panel-element.ts';
import { all, document1, documents, mount, panels, settled } from './mount.ts';

const link = '<a href="https://example.cn/">政策文件（链接）</a>';
const states = [
  ['data', (lang: string) => documents('ok', lang)],
  ['search', (lang: string) => documents('ok', `search="29" ${lang}`)],
  ['nothing matches', (lang: string) => documents('ok', `search="无" ${lang}`)],
  ['empty', (lang: string) => documents('empty', lang)],
  ['error', (lang: string) => documents('500', lang, link)],
  ['later page fails', (lang: string) => documents('no-next', lang)],
  ['loading', (lang: string) => documents('hang', lang, link)],
  ['document', (lang: string) => document1('ok', lang)],
  ['document not found', (lang: string) => document1('empty', lang)],
  ['document withdrawn', (lang: string) => document1('withdrawn', lang)],
  ['document error', (lang: string) => document1('500', lang)],
  ['document loading', (lang: string) => document1('hang', lang)],
  ...Object.entries(panels).flatMap(([tag, snippet]) => [
    [tag, (lang: string) => snippet('ok', lang)] as const,
    [`${tag} with nothing`, (lang: string) => snippet('empty', lang)] as const,
  ]),
] as const;

beforeEach(() => localStorage.clear());
afterEach(() => {
  document.documentElement.style.colorScheme = '';
  document.body.style.background = '';
  PanelElement.patience = 8000;
});

const reach = async (name: string, snippet: string) => {
  const panel = mount(snippet);
  if (name.endsWith('loading')) await panel.updateComplete;
  else await settled(panel);
  for (const part of all(panel, 'details')) part.setAttribute('open', '');
  if (name === 'later page fails') {
    all(panel, '.paging button').at(-1)?.click();
    await expect.poll(() => panel.state).toBe('stale');
  }
  return panel;
};

describe.each(['light', 'dark'])('%s', (scheme) => {
  test.each(states)('%s: axe finds nothing, in Chinese and English', async (name, snippet) => {
    document.documentElement.style.colorScheme = scheme;
    document.body.style.background = 'Canvas';
    for (const lang of ['lang="zh-CN"', 'lang="en"']) {
      const panel = await reach(name, snippet(lang));
      const { violations, passes } = await axe.run(panel, { resultTypes: ['violations', 'passes'] });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
    }
  });
});

test.each([320, 390, 768, 1280])('nothing is wider than a screen of %i px', async (width) => {
  await page.viewport(width, 800);
  document.body.style.margin = '0';
  for (const [name, snippet] of states) {
    for (const lang of ['lang="zh-CN"', 'lang="en"']) {
      const panel = await reach(name, snippet(lang));
      const right = panel.getBoundingClientRect().right;
      expect(right, name).toBeLessThanOrEqual(width);
      const beyond = all(panel, '*').filter((each) => each.getBoundingClientRect().right > right + 0.5);
      expect(beyond.map(({ className, localName }) => `${name}: ${localName}.${className}`)).toEqual([]);
    }
  }
});
