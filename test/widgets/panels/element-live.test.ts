import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { all, endpoint, mount, settled, shown, until, words } from './element-mount.ts';

const fetchNow = globalThis.fetch;
const tell = (kind: string): Promise<unknown> => fetchNow(`${inject('standIn')}/tell/${kind}/live`);
const streams = async (): Promise<number> => Number(await (await fetchNow(`${inject('standIn')}/streams/live`)).text());

let asked: string[] = [];
/** What the platform answers from now on, where a test has changed it. */
let organization: string | undefined;

beforeEach(() => {
  localStorage.clear();
  asked = [];
  organization = undefined;
  globalThis.fetch = async (input, init) => {
    const url = String(input);
    if (!url.includes('/w?')) return fetchNow(input, init);
    asked.push(url);
    const response = await fetchNow(
      organization ? url.replace('organization%3Dnow', `organization%3D${organization}`) : url,
      init,
    );
    const body = (await response.text()).replaceAll(`organization=${organization}`, 'organization=now');
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  };
});
afterEach(async () => {
  document.body.innerHTML = '';
  globalThis.fetch = fetchNow;
  for (let turn = 0; turn < 100 && (await streams()) > 0; turn++)
    await new Promise((resolve) => setTimeout(resolve, 50));
});

const listening = async (): Promise<void> => {
  for (let turn = 0; turn < 200; turn++) {
    if ((await streams()) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nobody listens');
};

test('twenty panels ask once, and those with one question share its answer', async () => {
  mount(
    Array.from({ length: 20 }, (_, index) => shown('live', `year="${2000 + index}"`)).join('') +
      shown('live', 'year="2000"'),
  );
  for (const panel of document.querySelectorAll<ReturnType<typeof mount>>('main [endpoint]')) await settled(panel);
  expect(asked).toHaveLength(1);
  const keys = new URL(asked[0] ?? '').searchParams.getAll('p');
  expect(keys).toHaveLength(20);
  expect(keys).toEqual([...keys].sort());
});

test('a panel that comes later asks later, and more than twenty ask in parts', async () => {
  mount(Array.from({ length: 25 }, (_, index) => shown('live', `year="${2000 + index}"`)).join(''));
  for (const panel of document.querySelectorAll<ReturnType<typeof mount>>('main [endpoint]')) await settled(panel);
  expect(asked.map((url) => new URL(url).searchParams.getAll('p').length)).toEqual([20, 5]);
});

test('one stream for all panels; a change of what one was made from is drawn, marked for two seconds and said once', async () => {
  const panel = mount(shown('live', 'organization="now"') + shown('live', 'year="2001"'));
  await settled(panel);
  await listening();
  expect(await streams()).toBe(1);
  const before = asked.length;
  await tell('enrollment-plan');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(asked).toHaveLength(before);
  organization = 'changed';
  await tell('budget');
  await until(() => words(panel, 'table').includes('175,897'), 'the new value');
  expect(all(panel, 'td.fresh').map((cell) => cell.textContent)).toContain('175,897.00');
  expect(asked).toHaveLength(before + 1);
  await until(() => words(panel, '[role=status]') !== '', 'what is said');
  await until(() => all(panel, '.fresh').length === 0, 'the mark to go');
});

test('a warning is there within a second and a half', async () => {
  const panel = mount(`<gk-emergency-shown endpoint="${endpoint('live')}" organization="now"></gk-emergency-shown>`);
  await settled(panel);
  await listening();
  organization = 'changed';
  const told = performance.now();
  await tell('emergency-event');
  await until(() => words(panel, 'table').includes('175,897'), 'the warning');
  expect(performance.now() - told).toBeLessThan(1500);
});

test.each(['live="off"', 'as-of="2026-03-01T00:00:00Z"'])(
  'a panel with %s hears nothing, and alone holds no stream',
  async (attributes) => {
    await settled(mount(shown('live', attributes)));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await streams()).toBe(0);
  },
);

test('without panels there is no stream', async () => {
  const panel = mount(shown('live'));
  await settled(panel);
  await listening();
  panel.remove();
  for (let turn = 0; turn < 100 && (await streams()) > 0; turn++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await streams()).toBe(0);
});

test('where the stream fails three times the panels ask once a minute whether it still holds', async () => {
  const beats: (() => void)[] = [];
  const every = globalThis.setInterval;
  const caches: (RequestCache | undefined)[] = [];
  const counted = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (String(input).includes('/w?')) caches.push(init?.cache);
    return counted(input, init);
  };
  globalThis.setInterval = ((act: () => void, wait: number) => {
    if (wait !== 60_000) return every(act, wait);
    beats.push(act);
    return 0;
  }) as typeof setInterval;
  try {
    await settled(mount(shown('dead')));
    for (let turn = 0; turn < 200 && beats.length === 0; turn++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(beats).toHaveLength(1);
    beats[0]?.();
    await until(() => caches.length === 2, 'the question');
    expect(caches).toEqual(['default', 'no-cache']);
  } finally {
    globalThis.setInterval = every;
  }
}, 20_000);

test('a hidden page holds no stream, and asks once whether all still holds when it is seen again', async () => {
  await settled(mount(shown('live')));
  await listening();
  const turn = (hidden: boolean): void => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  try {
    turn(true);
    for (let wait = 0; wait < 100 && (await streams()) > 0; wait++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await streams()).toBe(0);
    const before = asked.length;
    turn(false);
    await listening();
    await until(() => asked.length === before + 1, 'the question');
  } finally {
    Reflect.deleteProperty(document, 'hidden');
  }
});
