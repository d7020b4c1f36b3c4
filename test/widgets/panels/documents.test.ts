import { beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { all, documents, endpoint, find, mount, type Panel, settled, words } from './mount.ts';

beforeEach(() => localStorage.clear());

const titles = (panel: Panel): readonly string[] => all(panel, '.name').map((name) => (name.textContent ?? '').trim());
const button = (panel: Panel, name: string): HTMLButtonElement => {
  const found = all(panel, 'button').find((each) => each.textContent?.trim() === name);
  if (!(found instanceof HTMLButtonElement)) throw new Error(`no button ${name}`);
  return found;
};

test('a row names number, publisher, validity in a word and a shape, date, and links to the permalink', async () => {
  const panel = mount(documents('ok'));
  await settled(panel);
  const row = find(panel, '.row:nth-child(2)');
  expect(row.textContent?.replace(/\s+/g, ' ')).toMatch(
    /示政办字〔2026〕28号 示例县人民政府办公室 现行有效 2026年10月27日/,
  );
  expect(row.querySelector('a')?.href).toBe(
    `${new URL(endpoint('ok')).origin}/id/regulatory-document/11370321004221001`,
  );
  const shapes = new Map(
    all(panel, '.validity').map((badge) => [badge.textContent?.trim(), badge.querySelector('svg')?.innerHTML]),
  );
  expect(new Set(shapes.values()).size).toBe(shapes.size);
  expect(shapes.size).toBeGreaterThan(2);
  expect(words(panel, '.row:nth-child(4)')).toContain('无文号');
});

test('paging keeps count, loses and repeats nothing, moves the focus to the head of the list and leaves the address alone', async () => {
  const panel = mount(documents('ok'));
  await settled(panel);
  const before = location.href;
  const seen: string[] = [];
  const counts = ['共 28 件，第 1–10 件', '共 28 件，第 11–20 件', '共 28 件，第 21–28 件'];
  for (const [index, count] of counts.entries()) {
    expect(words(panel, '#count')).toBe(count);
    seen.push(...all(panel, '.name a').map((name) => (name as HTMLAnchorElement).href));
    expect(button(panel, '上一页').disabled).toBe(index === 0);
    if (index === 2) break;
    button(panel, '下一页').focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => words(panel, '#count')).toBe(counts[index + 1]);
    expect(panel.shadowRoot?.activeElement?.id).toBe('count');
  }
  expect(new Set(seen).size).toBe(28);
  expect(button(panel, '下一页').disabled).toBe(true);
  button(panel, '上一页').click();
  await expect.poll(() => words(panel, '#count')).toBe(counts[1]);
  expect(location.href).toBe(before);
});

test('a search is sent by Enter, marks what matched and can be taken back', async () => {
  const panel = mount(documents('ok'));
  await settled(panel);
  await userEvent.fill(find(panel, 'input[type=search]'), '义务教育');
  expect(titles(panel)).toHaveLength(10);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => titles(panel).length).toBe(4);
  expect(words(panel, '#count')).toBe('共 4 件');
  expect(new Set(all(panel, '.name mark').map((mark) => mark.textContent))).toEqual(new Set(['义务教育']));
  expect(words(panel, '.excerpt')).toBe('加强义务教育工作的组织领导，每季度调度一次。');
  expect(words(panel, '[role=status]')).toBe('共 4 件');
  await userEvent.fill(find(panel, 'input[type=search]'), '没有这个词');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => panel.state).toBe('empty');
  expect(words(panel)).toContain('没有符合条件的文件。');
  button(panel, '清除条件，查看全部').click();
  await expect.poll(() => words(panel, '#count')).toBe('共 28 件，第 1–10 件');
  expect(find<HTMLInputElement>(panel, 'input[type=search]').value).toBe('');
});

test('a match inside a number keeps the number in one piece', async () => {
  const panel = mount(documents('ok', 'search="29号"'));
  await settled(panel);
  const keep = find(panel, '.facts .keep');
  expect(keep.textContent).toBe('〔2026〕29号');
  expect(keep.querySelector('mark')?.textContent).toBe('29号');
});

test('topic and validity narrow the list, with counts, from the keyboard', async () => {
  const panel = mount(documents('ok'));
  await settled(panel);
  const topic = find<HTMLSelectElement>(panel, 'select');
  expect([...topic.options].map((option) => option.text.trim())).toEqual([
    '全部主题',
    '城乡建设、环境保护 (10)',
    '科技、教育 (9)',
    '农业、林业、水利 (9)',
  ]);
  await userEvent.selectOptions(topic, 'EDUCATION');
  await expect.poll(() => words(panel, '#count')).toBe('共 9 件');
  find(panel, 'input[type=radio]:checked').focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => words(panel, '#count')).toBe('共 6 件');
  expect(find<HTMLInputElement>(panel, 'input[type=radio]:checked').value).toBe('IN_FORCE');
  expect(new Set(all(panel, '.state').map((state) => state.textContent?.trim()))).toEqual(new Set(['现行有效']));
  expect(find<HTMLSelectElement>(panel, 'select').value).toBe('EDUCATION');
});

test('what the webmaster has fixed is no choice of the reader, and is named', async () => {
  const panel = mount(documents('ok', 'topic="EDUCATION" validity="IN_FORCE" page-size="3"'));
  await settled(panel);
  expect(all(panel, 'select, input[type=radio]')).toHaveLength(0);
  expect(words(panel, 'header')).toContain('科技、教育');
  expect(titles(panel)).toHaveLength(3);
});

test('a page that cannot be fetched leaves the last one standing, under its own count', async () => {
  const panel = mount(documents('no-next'));
  await settled(panel);
  button(panel, '下一页').click();
  await expect.poll(() => panel.state).toBe('stale');
  expect(words(panel, '.notice')).toContain('下面仍是上一次的结果。');
  expect(words(panel, '#count')).toBe('共 28 件，第 1–10 件');
});

test('a lost place in the list begins again instead of failing', async () => {
  const panel = mount(documents('cursor'));
  await settled(panel);
  button(panel, '下一页').click();
  await settled(panel);
  await expect.poll(() => panel.state).toBe('data');
  expect(words(panel, '#count')).toBe('共 28 件，第 1–10 件');
});

test('every control can be reached by Tab, in the order of the page', async () => {
  const panel = mount(documents('ok', 'page-size="2"'));
  await settled(panel);
  const order: string[] = [];
  for (let step = 0; step < 12; step++) {
    await userEvent.tab();
    const active = panel.shadowRoot?.activeElement;
    if (!active) break;
    order.push(active.getAttribute('type') ?? active.localName);
  }
  expect(order).toEqual(['search', 'button', 'select', 'radio', 'a', 'a', 'button', 'a']);
});

test('what the reader searches for is not kept on the machine', async () => {
  const panel = mount(documents('ok'));
  await settled(panel);
  const kept = Object.keys(localStorage).length;
  await userEvent.fill(find(panel, 'input[type=search]'), '招生');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => words(panel, '#count')).toBe('共 4 件');
  expect(kept).toBe(1);
  expect(Object.keys(localStorage)).toHaveLength(1);
});
