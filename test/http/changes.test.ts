import { get } from 'node:http';
import { applyPatch } from 'rfc6902';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChangeHub } from '../../api/changes/hub.ts';
import type { Store } from '../../api/store/client.ts';
import { emptyCounty, publishPaper, stagePaper, withdrawPaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

const subject = '变更日志测试工作';
const number = '桓政办字〔2024〕31号';
const paper = (body: string) => ({ subject, number, body: [body] });

interface Event {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly timepoint: number; readonly type: string; readonly sentence: { readonly zh: string } };
}

const parsed = (text: string): Event[] =>
  text
    .split('\n\n')
    .filter((block) => block.startsWith('id:'))
    .map((block) => {
      const fields = new Map(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      return {
        id: fields.get('id') ?? '',
        event: fields.get('event') ?? '',
        data: JSON.parse(fields.get('data') ?? 'null'),
      };
    });

/** A stream that is read until it has told so many events. */
function listen(address: string, path: string, headers: Record<string, string> = {}) {
  let text = '';
  let status = 0;
  const waiting: (() => void)[] = [];
  const request = get(`${address}${path}`, { headers }, (response) => {
    status = response.statusCode ?? 0;
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      text += chunk;
      for (const wake of waiting.splice(0)) wake();
    });
    response.on('error', () => undefined);
    for (const wake of waiting.splice(0)) wake();
  });
  request.on('error', () => undefined);
  const until = async (isEnough: () => boolean): Promise<void> => {
    while (!isEnough()) await new Promise<void>((resolve) => void waiting.push(resolve));
  };
  return {
    events: async (count: number) => {
      await until(() => parsed(text).length >= count);
      return parsed(text);
    },
    opened: () => until(() => text.includes('retry:')),
    status: async () => {
      await until(() => status > 0 && text !== '');
      return status;
    },
    text: () => text,
    close: () => void request.destroy(),
  };
}

describe.each(databases)('the change log on $name', (database) => {
  let platform: TestServer;
  let address: string;
  let indexNumber: string;

  beforeAll(async () => {
    platform = await openServer(await emptyCounty(database));
    address = await platform.listen();
    ({ indexNumber } = await publishPaper(platform.store, paper('请于3月1日前完成。')));
    await publishPaper(platform.store, { subject: '另一项工作', number: '桓政办字〔2024〕32号' });
    await publishPaper(platform.store, paper('请于3月31日前完成。'), { changeNote: '完成时限改为3月31日' });
  }, 60_000);
  afterAll(() => platform.close());

  const changes = async (argument = '') =>
    (
      await platform.ask<{
        changes: {
          nodes: { timepoint: number; type: string; edition: number; sentence: string; patch: string | null }[];
          hasNextPage: boolean;
          newestTimepoint: number;
        };
      }>(`{ changes${argument} { nodes { timepoint type edition sentence patch } hasNextPage newestTimepoint } }`)
    ).changes;

  test('is read from any timepoint, and nothing is lost or repeated', async () => {
    const all = await changes();
    expect(all.nodes.map(({ timepoint, type, edition }) => [timepoint, type, edition])).toEqual([
      [1, 'PUBLISHED', 1],
      [2, 'PUBLISHED', 1],
      [3, 'PUBLISHED', 2],
    ]);
    const pages = [];
    for (let after = 0, more = true; more; ) {
      const page = await changes(`(after: ${after}, first: 1)`);
      pages.push(...page.nodes);
      after = page.nodes.at(-1)?.timepoint ?? after;
      more = page.hasNextPage;
    }
    expect(pages).toEqual(all.nodes);
    expect((await platform.request('{ changes(after: 99) { newestTimepoint } }')).errors[0]?.message).toMatch(
      /日志才到 3/,
    );
  });

  test('tells each change in a sentence, and as a patch that makes the one edition of the other', async () => {
    const [first, , third] = (await changes()).nodes;
    expect(first?.sentence).toMatch(/^桓台县人民政府办公室发布了《.*变更日志测试工作.*》（第 1 版）$/);
    expect(third?.sentence).toMatch(/更新了.*第 2 版.*：完成时限改为3月31日$/);
    expect(first?.patch).toBeNull();
    const statements = await Promise.all(
      [1, 2].map(async (edition) => {
        const { digest } = await platform.store.db.edition.findFirstOrThrow({
          where: { document: { indexNumber }, number: edition },
        });
        return JSON.parse((await platform.get(`/log/statements/${digest.slice(7)}`)).body);
      }),
    );
    const errors = applyPatch(statements[0], JSON.parse(third?.patch ?? '[]'));
    expect(errors.filter((error) => error !== null)).toEqual([]);
    expect(statements[0]).toEqual(statements[1]);
  });

  test('two editions are compared by field and row, in words', async () => {
    const { regulatoryDocument } = await platform.ask<{
      regulatoryDocument: { diff: { from: number; to: number; count: number; changes: { sentence: string }[] } };
    }>(
      `{ regulatoryDocument(by: { indexNumber: "${indexNumber}" }) { diff(from: 1) { from to count changes { sentence } } } }`,
    );
    const { diff } = regulatoryDocument;
    expect([diff.from, diff.to, diff.count > 0]).toEqual([1, 2, true]);
    expect(diff.changes.map(({ sentence }) => sentence).join('\n')).toMatch(/3月1日前.*改为.*3月31日前/);
    const { errors } = await platform.request(
      `{ regulatoryDocument(by: { indexNumber: "${indexNumber}" }) { diff(from: 7) { count } } }`,
    );
    expect(errors[0]?.message).toMatch(/没有第 7 版.*有：1、2/);
  });

  test('is a feed that names what changed, the newest first', async () => {
    const { status, body, headers } = await platform.get('/changes.atom');
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('application/atom+xml')]);
    expect([...body.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title)).toEqual([
      '政府信息公开平台：变更',
      expect.stringContaining('更新了'),
      expect.stringContaining('另一项工作'),
      expect.stringContaining('第 1 版'),
    ]);
    expect((await platform.get('/changes.atom?kind=budget')).body).not.toContain('<entry>');
    expect((await platform.get('/changes.json?kind=nonsense')).status).toBe(400);
    const { changes: listed } = JSON.parse((await platform.get('/changes.json?after=2')).body);
    expect(listed.map(({ timepoint }: { timepoint: number }) => timepoint)).toEqual([3]);
  });

  test('is read since a day in China or an instant, both included, as JSON, as a feed and in GraphQL', async () => {
    const { changes: all } = JSON.parse((await platform.get('/changes.json')).body);
    const second: string = all[1].at;
    const since = async (written: string): Promise<readonly unknown[]> => {
      const encoded = encodeURIComponent(written);
      const listed = JSON.parse((await platform.get(`/changes.json?since=${encoded}`)).body);
      const feed = (await platform.get(`/changes.atom?since=${encoded}`)).body;
      const numbers = (rows: { timepoint: number }[]) => rows.map(({ timepoint }) => timepoint);
      return [
        numbers(listed.changes),
        numbers((await changes(`(since: "${written}")`)).nodes),
        feed.split('<entry>').length - 1,
      ];
    };
    const dayOf = (at: string, later = 0) =>
      new Date(Date.parse(at) + (8 + later) * 3_600_000).toISOString().slice(0, 10);
    const [day, next] = [dayOf(second), dayOf(second, 24)];
    // Midnight may have passed between the first and the second.
    const ofDay = all.filter(({ at }: { at: string }) => dayOf(at) >= day);
    for (const [written, found] of [
      [second, [2, 3]],
      [`${second.slice(0, -1)}+00:00`, [2, 3]],
      [day, ofDay.map(({ timepoint }: { timepoint: number }) => timepoint)],
      [next, []],
    ] as const)
      expect([written, await since(written)]).toEqual([written, [found, found, found.length]]);
    for (const wrong of ['2026-13-01', 'yesterday', '2026-06-01T00:00']) {
      const { status, body } = await platform.get(`/changes.json?since=${wrong}`);
      expect([status, JSON.parse(body).detail]).toEqual([400, expect.stringMatching(/须为日期.*it must be a day/)]);
      const { errors } = await platform.request(`{ changes(since: "${wrong}") { newestTimepoint } }`);
      expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });

  test('a listener is told as it happens, and after a pause goes on where it was', async () => {
    const live = listen(address, '/changes');
    await live.opened();
    await publishPaper(platform.store, { subject: '第三项工作', number: '桓政办字〔2024〕33号' });
    const [told] = await live.events(1);
    expect([told?.id, told?.event]).toEqual(['4', 'published']);
    expect(told?.data.sentence.zh).toContain('第三项工作');
    live.close();
    const { indexNumber: fourth } = await publishPaper(platform.store, {
      subject: '第四项工作',
      number: '桓政办字〔2024〕34号',
    });
    await withdrawPaper(platform.store, fourth, '内容有误');
    const back = listen(address, '/changes', { 'last-event-id': told?.id ?? '' });
    expect((await back.events(2)).map(({ id, event }) => [id, event])).toEqual([
      ['5', 'published'],
      ['6', 'withdrawn'],
    ]);
    back.close();
    const other = listen(address, '/changes?kind=budget&after=0');
    await other.opened();
    expect(parsed(other.text())).toEqual([]);
    other.close();
  });

  test('who cannot go on is told where to begin again, and drafts are told to nobody', async () => {
    const lost = listen(address, '/changes', { 'last-event-id': '99999' });
    expect(await lost.status()).toBe(410);
    expect(JSON.parse(lost.text())).toMatchObject({
      code: 'CURSOR_EXPIRED',
      newestTimepoint: (await changes()).newestTimepoint,
    });
    const live = listen(address, '/changes');
    await live.opened();
    const before = await changes();
    await stagePaper(platform.store, { subject: '秘密工作', number: '桓政办字〔2024〕35号' });
    expect(await changes()).toEqual(before);
    await publishPaper(platform.store, { subject: '公开工作', number: '桓政办字〔2024〕36号' });
    await live.events(1);
    expect(live.text()).not.toContain('秘密工作');
    live.close();
  });

  test('whether there is a stream is answered at once, and takes no place', async () => {
    for (let turn = 0; turn < 25; turn++) {
      const answer = await fetch(new URL('/changes', address), { method: 'HEAD', signal: AbortSignal.timeout(2_000) });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
    }
    const stream = listen(address, '/changes');
    expect(await stream.status()).toBe(200);
    stream.close();
  });

  test('one address holds twenty streams at most, and twenty again when they are closed', async () => {
    const twenty = () => Array.from({ length: 20 }, () => listen(address, '/changes'));
    const streams = twenty();
    await Promise.all(streams.map((stream) => stream.opened()));
    const refused = listen(address, '/changes');
    expect(await refused.status()).toBe(429);
    for (const stream of [...streams, refused]) stream.close();
    await expect
      .poll(async () => {
        const again = twenty();
        const statuses = await Promise.all(again.map((stream) => stream.status()));
        for (const stream of again) stream.close();
        return new Set(statuses);
      })
      .toEqual(new Set([200]));
  });

  test('who cannot be told what he missed keeps nobody else from joining', async () => {
    const { store } = platform;
    let fails = false;
    const failing: Store = {
      ...store,
      read: (query) => (fails ? Promise.reject(new Error('the connection is lost')) : store.read(query)),
    };
    const hub = await ChangeHub.open(failing, 'nobody_tells_here');
    const listener = { filter: { kinds: [], organization: undefined }, tell: () => true, close: () => undefined };
    fails = true;
    await expect(hub.join(listener, 0)).rejects.toThrow('the connection is lost');
    fails = false;
    const leave = await hub.join(listener, 0);
    expect(hub.size).toBe(1);
    leave();
    expect(hub.size).toBe(0);
    await hub.close();
  });
});
