import { beforeEach, expect, test } from 'vitest';
import { all, document1, find, mount, type Panel, settled, words } from './mount.ts';

let panel: Panel;

beforeEach(async () => {
  localStorage.clear();
  panel = mount(document1('ok'));
  await settled(panel);
});

test('the head names title, number, validity and disclosure attribute; the data is a list of terms', () => {
  expect(words(panel, 'header')).toBe(
    '示例县人民政府办公室关于印发2026年示例县政务公开工作要点的通知 示政办字〔2026〕29号 现行有效 主动公开 示例',
  );
  expect(all(panel, '.facts dt').map((term) => term.textContent)).toEqual([
    '发文机关',
    '成文日期',
    '印发日期',
    '主题分类',
    '索引号',
    '主送',
    '抄送',
  ]);
  expect(find(panel, '.facts time').getAttribute('datetime')).toBe('2026-07-15');
});

test('every article stands under its part, with its own address and those responsible, said once', () => {
  expect(all(panel, 'details')).toHaveLength(3);
  expect(words(panel, 'summary')).toBe('一、夯实政务公开工作基础 3 项');
  const point = find(panel, '#article-1\\.2');
  expect(point.querySelector('a')?.href).toMatch(/#1\.2$/);
  expect([...point.querySelectorAll('li')].map((item) => item.textContent)).toEqual([
    '县政府各部门单位',
    '各镇人民政府',
    '县住房和城乡建设局',
  ]);
  expect(point.textContent?.match(/责任单位/g)).toHaveLength(1);
  expect(point.textContent).toContain('（二）做好主动公开内容维护。用好政府信息公开平台');
});

test('numbers of documents and articles are never broken across lines', () => {
  const kept = new Set(all(panel, '.keep').map((run) => run.textContent));
  for (const run of ['〔2019〕8号', '第三条', '2026年10月31日']) expect(kept).toContain(run);
  for (const run of all(panel, '.keep')) expect(run.getClientRects().length).toBeLessThanOrEqual(1);
});

test('all parts open and close at once, and open for print', () => {
  const [toggle] = all(panel, '.quiet');
  toggle?.click();
  expect(all(panel, 'details[open]')).toHaveLength(3);
  for (const part of all(panel, 'details')) part.removeAttribute('open');
  dispatchEvent(new Event('beforeprint'));
  expect(all(panel, 'details[open]')).toHaveLength(3);
});

test('relations are grouped; only what the platform has is a link', () => {
  expect(all(panel, '.groups dt').map((term) => term.textContent)).toEqual(['依据', '引用']);
  const links = all(panel, '.groups a').map((link) => link.textContent);
  expect(links).toEqual(['示例县政府信息公开办法 示政发〔2019〕8号', '见（一）']);
  expect(words(panel, '.groups')).toContain('国办发〔2021〕12号');
});

test('files stand beside the page of the document', () => {
  const files = all(panel, '[part=downloads] a').map((link) => link.getAttribute('href')?.replace(/^.*\//, ''));
  expect(files).toEqual(['11370321004220001.xlsx', '11370321004220001.csv', '11370321004220001.json']);
});

test.each([
  ['the clipboard', () => Promise.resolve(), '已复制。'],
  ['a selection where there is no clipboard', () => Promise.reject(new Error('no')), '已选中，请按 Ctrl+C 复制。'],
])('the citation is copied through %s', async (_, write, said) => {
  let copied = '';
  const clipboard = {
    writeText: (text: string) => {
      copied = text;
      return write();
    },
  };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  find(panel, '[part=citation] button').click();
  await expect.poll(() => words(panel, '[role=status]')).toBe(said);
  expect(copied).toMatch(/^示例县人民政府办公室\. .*〔2026〕29号\[EB\/OL\]/);
});

test.each([
  ['', '这份文件已于 2026年3月4日撤回，理由：'],
  ['lang="en"', 'This document was withdrawn on 4 March 2026. The reason given:'],
])('what was withdrawn says when and why, and what the page says of it stays %s', async (lang, told) => {
  panel = mount(document1('withdrawn', lang, '<a href="https://example.cn/">政策文件（链接）</a>'));
  expect(await settled(panel)).toBe('empty');
  expect(words(panel)).toContain(told);
  expect(words(panel)).toContain('含有个人信息，已更正另行发布');
  expect(all(panel, 'slot')).toHaveLength(1);
});
