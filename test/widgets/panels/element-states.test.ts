import { afterEach, beforeEach, expect, test } from 'vitest';
import { waiting } from '../../../widgets/element/transport.ts';
import { all, endpoint, find, mount, settled, shown, until, words } from './element-mount.ts';

const link = '<a href="https://example.cn/">预算（链接）</a>';
const picture = '<div style="block-size:300px">图</div>';

beforeEach(() => localStorage.clear());
afterEach(() => {
  waiting.patience = 8000;
});

test('shows what the document says, with source, days, edition, sample and permalink', async () => {
  const panel = mount(shown('ok'));
  expect(await settled(panel)).toBe('data');
  expect(words(panel, '.title')).toBe('示例县2024年一般公共预算支出决算 示例');
  expect(words(panel, '.sentence')).toContain('教育支出最多');
  expect(words(panel, '.source')).toMatch(/^来源：示例县财政局 发布 2026年7月15日 更新 2026年8月2日 第 2 版 永久链接/);
  expect(find(panel, '.permalink').getAttribute('href')).toBe(`${endpoint('ok')}/id/budget/1`);
});

test('shows the structure while it waits, and keeps the fallback content', async () => {
  const panel = mount(shown('hang', '', link));
  await panel.updateComplete;
  expect(panel.state).toBe('loading');
  expect(all(panel, '.bar').length).toBeGreaterThan(5);
  expect(panel.querySelector('a')?.checkVisibility()).toBe(true);
});

test.each([
  ['500', '没有收到公开平台的有效答复'],
  ['html', '没有收到公开平台的有效答复'],
  ['shape', '没有收到公开平台的有效答复'],
  ['drop', '现在连不上公开平台'],
  ['never', '没有收到公开平台的有效答复'],
  ['misuse', '公开平台不认识标签上写的条件，请管理员核对'],
])('says what is wrong, keeps the fallback content and links to the platform (%s)', async (scenario, sentence) => {
  waiting.patience = scenario === 'never' ? 150 : 5000;
  const panel = mount(shown(scenario, '', link));
  await until(() => all(panel, '.notice').length > 0, 'a notice');
  expect(panel.state).toBe('error');
  expect(words(panel, '.notice')).toContain(sentence);
  expect(words(panel, '[role=status]')).toBe(sentence);
  expect(panel.querySelector('a')?.checkVisibility()).toBe(true);
  expect(find(panel, '.notice a').getAttribute('href')).toContain(endpoint(scenario));
});

test('shows the saved copy with its time when the platform is lost, and recovers by itself', async () => {
  const panel = mount(shown('ok'));
  await settled(panel);
  await until(() => localStorage.length > 0, 'a saved copy');
  const table = words(panel, 'table');
  const fetchNow = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('offline'));
  try {
    const again = mount(shown('ok', '', link));
    await until(() => again.state === 'stale', 'the copy');
    await again.updateComplete;
    expect(words(again, '.notice')).toMatch(/现在连不上公开平台.*下面是 \d{4}年\d+月\d+日 \d\d:\d\d 保存的副本。/);
    expect(words(again, 'table')).toBe(table);
    globalThis.fetch = fetchNow;
    dispatchEvent(new Event('online'));
    await until(() => again.state === 'data', 'recovery');
    await again.updateComplete;
    expect(all(again, '.notice')).toHaveLength(0);
  } finally {
    globalThis.fetch = fetchNow;
  }
});

test('a choice that does not come is kept, said not to have come, and asked again', async () => {
  const panel = mount(shown('ok', 'organization="search"'));
  await settled(panel);
  await until(() => all(panel, 'select').length, 'the controls');
  const [topic, title] = [find<HTMLSelectElement>(panel, 'select'), words(panel, '.title')];
  const fetchNow = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('offline'));
  try {
    topic.value = 'edu';
    topic.dispatchEvent(new Event('change'));
    await until(() => panel.state === 'stale', 'the failure');
    await panel.updateComplete;
    expect([topic.value, words(panel, '.title')]).toEqual(['edu', title]);
    expect(words(panel, '.notice')).toMatch(
      /现在连不上公开平台 所选的内容没有取到，下面仍是先前的。.*自动更新。下面是 .* \d\d:\d\d 保存的副本。/,
    );
    const asked: string[] = [];
    globalThis.fetch = (url, init) => {
      asked.push(String(url));
      return fetchNow(url, init);
    };
    find(panel, '.notice button').click();
    await until(() => panel.state === 'data', 'recovery');
    await panel.updateComplete;
    expect(asked.join()).toContain('edu');
    expect(all(panel, '.notice')).toHaveLength(0);
    // Back to what it was: what an option said of itself when it was first drawn counts no more.
    topic.value = '';
    topic.dispatchEvent(new Event('change'));
    await settled(panel);
    expect(topic.value).toBe('');
  } finally {
    globalThis.fetch = fetchNow;
  }
});

test('what is shown when the platform is lost is not said to be another thing than was asked', async () => {
  const panel = mount(shown('ok'));
  await settled(panel);
  await until(() => all(panel, '.menu').length, 'the rest');
  const fetchNow = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('offline'));
  try {
    await panel.load('no-cache');
    await panel.updateComplete;
    expect(words(panel, '.notice')).toContain('保存的副本');
    expect(words(panel, '.notice')).not.toContain('没有取到');
  } finally {
    globalThis.fetch = fetchNow;
  }
});

const nested = (depth: number): string => '{"type":"group","heading":"h","blocks":['.repeat(depth) + ']}'.repeat(depth);

test.each([
  ['nothing in a group', '{"type":"group","heading":"h","blocks":[null]}'],
  ['a text in a group', '{"type":"group","heading":"h","blocks":["x"]}'],
  ['a type that is no text', '{"type":"group","heading":"h","blocks":[{"type":{"toString":1}}]}'],
  ['groups without end', nested(20_000)],
])('an answer that cannot be drawn is no answer, and no error of the page: %s', async (_, block) => {
  const errors: unknown[] = [];
  const caught = (event: PromiseRejectionEvent): void => void errors.push(event.reason);
  addEventListener('unhandledrejection', caught);
  const fetchNow = globalThis.fetch;
  globalThis.fetch = async (url, init) => {
    const answer = await (await fetchNow(url, init)).text();
    return new Response(answer.replace('"blocks":[', `"blocks":[${block},`));
  };
  try {
    const panel = mount(shown('ok', '', link));
    await until(() => panel.state === 'error', 'the failure');
    await panel.updateComplete;
    expect(words(panel, '.notice')).toContain('没有收到公开平台的有效答复');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(errors).toEqual([]);
  } finally {
    globalThis.fetch = fetchNow;
    removeEventListener('unhandledrejection', caught);
  }
});

test('does not believe a saved copy of another shape', async () => {
  await settled(mount(shown('ok')));
  await until(() => localStorage.length > 0, 'a saved copy');
  for (const key of Object.keys(localStorage)) {
    const entry = JSON.parse(localStorage.getItem(key) ?? '');
    localStorage.setItem(
      key,
      JSON.stringify({ ...entry, data: { ...entry.data, blocks: [{ type: 'table', rows: 3 }] } }),
    );
  }
  const fetchNow = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('offline'));
  try {
    expect(await settled(mount(shown('ok')))).toBe('error');
  } finally {
    globalThis.fetch = fetchNow;
  }
});

test('keeps the room of its fallback until it is drawn: what follows never moves up', async () => {
  const panel = mount(`${shown('slow', '', picture)}<p>下文</p>`);
  const below = () => document.querySelector('p')?.getBoundingClientRect().top ?? 0;
  const before = below();
  await panel.updateComplete;
  expect(below()).toBe(before);
  await settled(panel).catch(() => undefined);
  expect(below()).toBeGreaterThanOrEqual(before);
});

test('tells the page its state', async () => {
  const states: string[] = [];
  const listen = (event: Event) => states.push((event as CustomEvent<{ state: string }>).detail.state);
  document.addEventListener('gk-state', listen);
  await settled(mount(shown('slow')));
  document.removeEventListener('gk-state', listen);
  expect(states).toEqual(['loading', 'data']);
});

test('an empty panel says so, a misused one keeps what stood there', async () => {
  const empty = mount(shown('ok', 'organization="empty"', link));
  expect(await settled(empty)).toBe('empty');
  expect(words(empty)).toContain('平台上还没有这份预算或决算。');
  expect(empty.querySelector('a')?.checkVisibility()).toBe(false);
  const misused = mount(shown('ok', 'organization="misused"', link));
  expect(await settled(misused)).toBe('empty');
  expect(misused.querySelector('a')?.checkVisibility()).toBe(true);
});

test('speaks the language around it in three languages, and its own attribute first', async () => {
  const panel = mount(`<div lang="en-GB">${shown('ok')}</div>`);
  await settled(panel);
  expect(words(panel, '.source')).toMatch(/^Source: .* Published 15 July 2026/);
  panel.lang = 'zh-Hant-HK';
  await panel.updateComplete;
  // What is shown stays until it is there in the other language.
  expect(all(panel, 'table')).toHaveLength(1);
  await until(() => words(panel, '.source').startsWith('來源'), 'traditional characters');
  panel.lang = 'zh-CN';
  await until(() => words(panel, '.source').startsWith('来源'), 'simplified characters');
});

test('attributes are properties, also those set before the script came', async () => {
  const panel = mount(shown('ok'));
  await settled(panel);
  await until(() => 'asOf' in panel, 'properties');
  (panel as unknown as { year: number }).year = 2023;
  await until(() => words(panel, '.title').includes('2023年'), 'the other year');
  expect(panel.getAttribute('year')).toBe('2023');
  (panel as unknown as { asOf: string }).asOf = '2026-03-01T00:00:00Z';
  await until(() => words(panel, '.source').includes('截至 2026年3月1日 08:00'), 'the instant');
});

test('an attribute that is none of this panel is told on the console', async () => {
  const warned: string[] = [];
  const { warn } = console;
  console.warn = (...said: unknown[]) => void warned.push(said.join(' '));
  try {
    await settled(mount(shown('ok', 'from="2024" data-x="1" class="y"')));
    await until(() => warned.length > 0, 'a warning');
    expect(warned).toEqual([expect.stringMatching(/gongkai: .*from$/)]);
  } finally {
    console.warn = warn;
  }
});

test('leaves no listener behind and works again when moved in the page', async () => {
  const panel = mount(shown('ok'));
  await settled(panel);
  const home = panel.parentElement;
  for (let turn = 0; turn < 50; turn++) {
    panel.remove();
    home?.append(panel);
  }
  expect(await settled(panel)).toBe('data');
  expect(all(panel, '.panel')).toHaveLength(1);
});

test('a panel of another thing is not shown for one that cannot be fetched', async () => {
  const panel = mount(shown('ok'));
  expect(await settled(panel)).toBe('data');
  panel.setAttribute('endpoint', endpoint('500'));
  await until(() => panel.state === 'error', 'the failure');
  expect(all(panel, 'table')).toHaveLength(0);
});

test('the theme may be that of the ground the page paints', async () => {
  const panel = mount(`<div style="background:#111">${shown('ok', 'theme="host"')}</div>`);
  await settled(panel);
  await until(() => getComputedStyle(panel).colorScheme === 'dark', 'a dark panel');
  panel.parentElement?.style.setProperty('background', '#fff');
  document.documentElement.classList.toggle('x');
  await until(() => getComputedStyle(panel).colorScheme === 'light', 'a light panel');
});

test('an answer of a larger page than storage holds is not kept, and others make room', async () => {
  localStorage.setItem('gk:old', JSON.stringify({ at: 1, data: 'x'.repeat(99_000) }));
  localStorage.setItem('own', 'x'.repeat(1000));
  await settled(mount(shown('ok')));
  await until(() => Object.keys(localStorage).some((key) => key.includes('/w?')), 'a saved copy');
  expect(localStorage.getItem('gk:old')).toBeNull();
  expect(localStorage.getItem('own')).not.toBeNull();
});
