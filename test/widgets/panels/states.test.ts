import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PanelElement } from '../../../widgets/core/panel-element.ts';
import { all, budget, document1, documents, endpoint, mount, panels, projects, settled, words } from './mount.ts';

const link = '<a href="https://example.cn/">政策文件（链接）</a>';

beforeEach(() => localStorage.clear());
afterEach(() => {
  PanelElement.patience = 8000;
});

describe.each(Object.entries(panels))('<%s>', (_, snippet) => {
  test('shows its data with source, date and permalink', async () => {
    const panel = mount(snippet('ok'));
    expect(await settled(panel)).toBe('data');
    expect(words(panel, '.source')).toMatch(
      /^来源：.*示例县政府信息公开平台.*(截至 \d\d:\d\d|发布 2026年7月15日).*示例$/,
    );
    expect(all(panel, '.source a')).toHaveLength(1);
  });

  test('shows the structure while it waits, and no failure', async () => {
    const panel = mount(snippet('hang'));
    await panel.updateComplete;
    expect(panel.state).toBe('loading');
    expect(all(panel, '.bar').length).toBeGreaterThan(5);
    expect(all(panel, '.notice')).toHaveLength(0);
  });

  test.each([
    ['500', '没有收到公开平台的答复'],
    ['html', '没有收到公开平台的答复'],
    ['shape', '公开平台的答复无法识别'],
    ['drop', '现在连不上公开平台'],
    ['never', '公开平台这次没有及时答复'],
    ['misuse', '公开平台不认识标签上写的条件'],
  ])('says what is wrong and keeps the fallback content (%s)', async (scenario, sentence) => {
    // Only what never answers is given up soon: a busy machine answers late.
    PanelElement.patience = scenario === 'never' ? 150 : 5000;
    const panel = mount(snippet(scenario, '', link));
    expect(await settled(panel)).toBe('error');
    expect(words(panel, '.notice')).toContain(sentence);
    expect(words(panel, '[role=status]')).toBe(sentence);
    expect(panel.querySelector('a')?.checkVisibility()).toBe(true);
    expect(panel.querySelector('a')?.assignedSlot).not.toBeNull();
    expect(all(panel, '.source a')[0]?.getAttribute('href')).toContain(endpoint(scenario));
  });

  test('shows the saved copy with its time when the platform is lost, and recovers by itself', async () => {
    const panel = mount(snippet('ok'));
    await settled(panel);
    const shown = words(panel, '[aria-busy]');
    // The copy is kept by address: the same address must fail now.
    const fetchNow = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    try {
      const again = mount(snippet('ok', '', link));
      await again.updateComplete;
      expect(again.state).toBe('data');
      expect(await settled(again)).toBe('stale');
      expect(words(again, '.notice')).toMatch(/现在连不上公开平台，下面是 \d\d:\d\d 保存的副本。/);
      expect(words(again, '[aria-busy]')).toBe(shown);
      globalThis.fetch = fetchNow;
      dispatchEvent(new Event('online'));
      await expect.poll(() => again.state).toBe('data');
      expect(all(again, '.notice')).toHaveLength(0);
    } finally {
      globalThis.fetch = fetchNow;
    }
  });

  test('does not believe a saved copy of another shape', async () => {
    await settled(mount(snippet('ok')));
    for (const key of Object.keys(localStorage)) {
      const entry = JSON.parse(localStorage.getItem(key) ?? '');
      localStorage.setItem(
        key,
        JSON.stringify({
          ...entry,
          data: { regulatoryDocument: { title: [] }, budget: { title: [] }, livelihoodProjects: [], inForceNow: 1 },
        }),
      );
    }
    const fetchNow = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    try {
      expect(await settled(mount(snippet('ok')))).toBe('error');
    } finally {
      globalThis.fetch = fetchNow;
    }
  });

  test('tells the page its state', async () => {
    const states: string[] = [];
    const listen = (event: Event) => states.push((event as CustomEvent<{ state: string }>).detail.state);
    document.addEventListener('gk-state', listen);
    await settled(mount(snippet('slow')));
    document.removeEventListener('gk-state', listen);
    expect(states).toEqual(['loading', 'data']);
  });

  test('speaks the language of the page around it, and its own attribute first', async () => {
    const english = mount(`<div lang="en-GB">${snippet('ok')}</div>`);
    await settled(english);
    expect(words(english, '.source')).toMatch(/^Source: /);
    english.lang = 'zh-CN';
    await english.updateComplete;
    await expect.poll(() => words(english, '.source')).toMatch(/^来源：/);
  });

  test('leaves no listener behind and works again when moved in the page', async () => {
    const panel = mount(snippet('ok'));
    await settled(panel);
    const home = panel.parentElement;
    for (let i = 0; i < 50; i++) {
      panel.remove();
      home?.append(panel);
    }
    expect(await settled(panel)).toBe('data');
    expect(panel.shadowRoot?.querySelectorAll('.panel')).toHaveLength(1);
  });
});

test('an empty list says that nothing has been published yet', async () => {
  const panel = mount(documents('empty'));
  expect(await settled(panel)).toBe('empty');
  expect(words(panel)).toContain('这里还没有公开的文件。');
});

test('an unknown number is said, with a way on', async () => {
  const panel = mount(document1('empty'));
  expect(await settled(panel)).toBe('empty');
  expect(words(panel)).toContain('平台上没有“示政办字〔2026〕29号”这份文件。');
});

test('a tag without a number says what is missing', async () => {
  const panel = mount(`<gk-document endpoint="${endpoint('ok')}"></gk-document>`);
  await panel.updateComplete;
  expect(words(panel)).toContain('没有写明要显示哪一份文件。');
});

test('a budget is a table, largest first, with exact amounts; a bar says nothing that the table does not', async () => {
  const panel = mount(budget('ok'));
  expect(await settled(panel)).toBe('data');
  expect(all(panel, 'tbody tr').map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim())).toEqual([
    '教育支出 159,261 175,896.50',
    '社会保障和就业支出 — 82,016',
    '预备费 100 -12.30',
    '“三公”经费合计 10 9',
    '因公出国（境）费 1 0',
  ]);
  expect(all(panel, 'svg').every((mark) => mark.getAttribute('aria-hidden') === 'true')).toBe(true);
  const missing = mount(budget('empty'));
  expect(await settled(missing)).toBe('empty');
  expect(words(missing)).toContain('平台上还没有这份预算或决算。');
});

test.each([
  ['', '没有写明要显示哪一份预算或决算'],
  ['organization="县财政局"', '没有写明要显示哪一份预算或决算'],
  ['organization="县财政局" year="2024年"', 'year="2024年" 不是四位年份'],
  ['organization="县财政局" year="2024" stage="结算"', 'stage="结算" 不能识别'],
  ['organization="没有这个局" year="2024"', '机构名录中没有“没有这个局”'],
])(
  'a wrong tag is told to whoever wrote it, not taken for a budget that was not published: %s',
  async (attributes, said) => {
    const panel = mount(`<gk-budget endpoint="${endpoint('ok')}" ${attributes}><a href="/old">预算</a></gk-budget>`);
    if (attributes.includes('没有这个局')) await settled(panel);
    await panel.updateComplete;
    expect(words(panel)).toContain(said);
    expect(words(panel)).not.toContain('平台上还没有');
    expect(panel.querySelector('a')?.checkVisibility()).toBe(true);
  },
);

test('the stage may be written in Chinese', async () => {
  const panel = mount(
    `<gk-budget endpoint="${endpoint('ok')}" organization="县财政局" year="2024" stage="决算"></gk-budget>`,
  );
  expect(await settled(panel)).toBe('data');
});

test('an attribute that is none is told on the console', async () => {
  const warned: unknown[][] = [];
  const { warn } = console;
  console.warn = (...said: unknown[]) => void warned.push(said);
  try {
    await settled(mount(documents('ok', 'pagesize="3" data-x="1" class="y"')));
    expect(warned.map((said) => said.join(' '))).toEqual([expect.stringContaining('pagesize')]);
    expect(String(warned[0])).toContain('page-size');
  } finally {
    console.warn = warn;
  }
});

test('panels with one question send one request', async () => {
  const seen = performance.getEntriesByType('resource').length;
  document.body.innerHTML = documents('slow') + documents('slow') + documents('slow');
  for (const panel of document.querySelectorAll<ReturnType<typeof mount>>('gk-documents')) await settled(panel);
  const asked = performance.getEntriesByType('resource').slice(seen);
  expect(asked.filter(({ name }) => name.includes('/slow/graphql'))).toHaveLength(1);
});

test('a document that cannot be fetched is not replaced by the one shown before', async () => {
  const panel = mount(document1('ok'));
  expect(await settled(panel)).toBe('data');
  panel.setAttribute('endpoint', endpoint('500'));
  await expect.poll(() => panel.state).toBe('error');
  expect(words(panel)).not.toContain('责任单位');
});

test('projects are told by word, mark and figure; more than the whole fills the bar and no more', async () => {
  const panel = mount(projects('ok'));
  expect(await settled(panel)).toBe('data');
  expect(words(panel, '.sentence')).toBe(
    '共 12 项，已完成 7 项，进度滞后 1 项。累计完成投资 24,100 万元，年度计划 24,700 万元。',
  );
  expect(all(panel, '.standing').map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim())).toEqual([
    '▲ 欠进度 68.8%',
    '● 超额完成 122.6%',
    '· 状态未公布',
    '○ 未开工 0%',
  ]);
  expect(all(panel, '.project')[0]?.textContent).toContain('2024年12月31日前完成');
  expect(all(panel, '.project')[1]?.textContent).toContain('2024年11月20日完成');
  expect(all(panel, 'rect:last-child').map((bar) => bar.getAttribute('width'))).toEqual(['68.8%', '100.0%', '0.0%']);
  expect(words(panel)).toContain('列出 4 项，共 12 项');
  for (const anchor of all(panel, '.project a'))
    expect(anchor.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
  const missing = mount(projects('empty'));
  expect(await settled(missing)).toBe('empty');
  expect(words(missing)).toContain('平台上还没有这样的项目。');
});
