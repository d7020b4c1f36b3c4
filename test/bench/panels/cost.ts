import { type HostPage, type Open, type Row, scriptOf, shown } from './pages.ts';

const budget = '县财政局" year="2024';
/** Twenty panels of six kinds, each with something of its own to show. */
const asked: Readonly<Record<string, readonly string[]>> = {
  budget: ['overview', 'bars', 'revenue', 'three-public'].map((view) => `organization="${budget}" view="${view}"`),
  projects: ['2024', '2023', '2022'].map((year) => `year="${year}"`),
  latest: ['', 'organization="县财政局"', 'organization="县教育和体育局"', 'organization="县应急管理局"'],
  documents: ['', 'publisher="桓台县人民政府"', 'publisher="桓台县财政局"'],
  department: ['县财政局', '县教育和体育局', '县应急管理局'].map((name) => `organization="${name}"`),
  emergency: ['', 'hazard="FOREST_FIRE"', 'hazard="EARTHQUAKE"'],
};
/** The first of each kind, then the second of each. */
const panels = [0, 1, 2, 3].flatMap((turn) =>
  Object.entries(asked).flatMap(([stem, all]) =>
    all[turn] === undefined ? [] : [`<gk-${stem} endpoint="$" ${all[turn]}></gk-${stem}>`],
  ),
);
const tags = (count: number): string => panels.slice(0, count).join('');
const withScript = (body: string): string => body + scriptOf('$');
const done = async ({ page, context }: HostPage): Promise<void> => {
  await page.waitForLoadState('networkidle', { timeout: 3_000 }).catch(() => undefined);
  await context.close();
};
/** A live stream is no request for what is shown. */
const forPanels = ({ asked }: HostPage): string[] => asked.filter((each) => !each.includes('/changes'));

export async function requests(open: Open): Promise<Row[]> {
  const three = await open(withScript(tags(3)));
  await shown(three.page, 3);
  await done(three);
  const many = await open(withScript(tags(20)));
  await many.page.waitForTimeout(2_000);
  await done(many);
  const data = many.asked.filter((each) => each.includes('/w?'));
  return [
    {
      target: 'T4',
      what: 'three kinds of panel, cold: requests',
      value: forPanels(three).length,
      most: 6,
      unit: '',
      others: 'Shoelace 28, Web Awesome 64',
    },
    {
      target: 'T4',
      what: '20 panels: requests for data',
      value: data.length,
      most: 1,
      unit: '',
      others: '11-13 naively',
    },
    {
      target: 'T4',
      what: '20 panels: preflights',
      value: many.asked.filter((each) => each.startsWith('OPTIONS')).length,
      most: 0,
      unit: '',
      others: '',
    },
  ];
}

const shifted = async (open: Open, body: string): Promise<number> => {
  const host = await open(
    withScript(
      `<script>shift=0;new PerformanceObserver(function(l){l.getEntries().forEach(function(e){shift+=e.value})}).observe({type:'layout-shift',buffered:true})</script>${body}<p>其后的文字。</p>`,
    ),
  );
  await shown(host.page);
  await host.page.waitForTimeout(500);
  const shift = await host.page.evaluate(() => (window as unknown as { shift: number }).shift);
  await host.context.close();
  return shift;
};

export async function shift(open: Open): Promise<Row[]> {
  const forms: readonly (readonly [name: string, body: string, most: number])[] = [
    [
      'picture first',
      '<gk-budget endpoint="$" organization="县财政局" year="2024"><a href="$/w/budget?organization=县财政局&year=2024"><img src="$/w/budget.svg?organization=县财政局&year=2024" width="640" height="420" alt="预算"></a></gk-budget>',
      0,
    ],
    [
      'bare element, one line of style',
      '<style>gk-budget{min-block-size:900px;display:block}</style><gk-budget endpoint="$" organization="县财政局" year="2024"></gk-budget>',
      0.01,
    ],
  ];
  const rows: Row[] = [];
  for (const [name, body, most] of forms) {
    const value = await shifted(open, body);
    rows.push({
      target: 'T5',
      what: `layout shift, ${name}`,
      value,
      most,
      unit: '',
      others: 'Web Awesome 0.055, DSFR 0.41',
    });
  }
  return rows;
}

/** Chinese text in the font that tests bring, looked for by its name as on a reader's machine, or found letter by letter. */
const fonts: readonly (readonly [what: string, style: string])[] = [
  ['', `<style>body{--gk-font:'Noto Sans S Chinese'}</style>`],
  [', no font of the machine named', ''],
];

async function held(open: Open, style: string): Promise<{ blocked: number; longest: number }> {
  const host = await open(
    `${style}<script>tasks=[];new PerformanceObserver(function(l){l.getEntries().forEach(function(e){tasks.push(e.duration)})}).observe({type:'longtask'})</script>${tags(20)}`,
  );
  const tools = await host.context.newCDPSession(host.page);
  await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await host.page.waitForTimeout(300);
  await host.page.evaluate((src) => {
    (window as unknown as { tasks: number[] }).tasks.length = 0;
    document.head.append(Object.assign(document.createElement('script'), { src }));
  }, `${host.platform}/v1/loader.js`);
  await shown(host.page, 20);
  await host.page.waitForTimeout(1_500);
  const tasks = await host.page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
  await host.context.close();
  return { blocked: tasks.reduce((sum, each) => sum + Math.max(0, each - 50), 0), longest: Math.max(0, ...tasks) };
}

/** A browser beside a server and a database on two cores is late now and then: what is told is the middle of some runs. */
const runs = 5;
const middle = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[runs >> 1] ?? Number.NaN;

export async function blocked(open: Open): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [font, style] of fonts) {
    const all: Awaited<ReturnType<typeof held>>[] = [];
    while (all.length < runs) all.push(await held(open, style));
    const what = `20 panels, processor four times slower${font}`;
    const row = (name: keyof (typeof all)[number], said: string, most: number, others: string): Row => ({
      target: 'T6',
      what: `${what}: ${said}, middle of ${runs}`,
      value: middle(all.map((each) => each[name])),
      most,
      unit: 'ms',
      others,
    });
    rows.push(row('blocked', 'blocked', 50, 'prototype 0-35'), row('longest', 'longest task', 80, ''));
  }
  return rows;
}

/** From the page's start to numbers on the screen, where every answer takes 80 ms more. */
export async function firstData(open: Open): Promise<Row[]> {
  const host = await open(
    withScript(`<gk-budget endpoint="$" organization="县财政局" year="2024"></gk-budget>`),
    (context) =>
      context.route(/127\.0\.0\.1:/, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 80));
        await route.continue();
      }),
  );
  await shown(host.page);
  const value = await host.page.evaluate(() => performance.now());
  await host.context.close();
  return [
    {
      target: 'T6',
      what: 'first data, 80 ms a response',
      value,
      most: 700,
      unit: 'ms',
      others: 'DSFR 259 without data',
    },
  ];
}

interface Drawn extends HTMLElement {
  document: { readonly blocks: readonly { readonly rows?: readonly { readonly cells: string[] }[] }[] };
  draw(): void;
}

/** One value of the table changes. */
export async function redraw(open: Open): Promise<Row[]> {
  const host = await open(withScript('<gk-department endpoint="$" organization="桓台县财政局"></gk-department>'));
  await shown(host.page);
  await host.page.locator('gk-department td').first().waitFor();
  const [touched, ms] = await host.page.evaluate(() => {
    const panel = document.querySelector('gk-department') as Drawn;
    const changes = new MutationObserver(() => undefined);
    changes.observe(panel.shadowRoot as ShadowRoot, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const cells = panel.document.blocks.find(({ rows }) => rows)?.rows?.[0]?.cells as string[];
    cells[1] = `${Number(cells[1]) + 1}`;
    const began = performance.now();
    panel.draw();
    return [changes.takeRecords().length, performance.now() - began] as const;
  });
  await host.context.close();
  return [
    { target: 'T6', what: 'one value changes: nodes touched', value: touched, most: 1, unit: '', others: '' },
    { target: 'T6', what: 'one value changes: drawn in', value: ms, most: 2, unit: 'ms', others: '' },
  ];
}
