import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storeTurns } from '../../api/http/in-turn.ts';
import { pictureTurns } from '../../api/http/panels/picture/raster.ts';
import { Turns } from '../../api/http/turns.ts';
import { sampleCounty } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

const staying = new AbortController().signal;
const refusal = () => new Error('too many');

/** Turns in which every work is finished by hand: whose was begun, in order. */
function turnsOf(places: number) {
  const turns = new Turns(1, places, refusal);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (name: string, address: string, gone: AbortSignal = staying) =>
    turns.take({ address, gone }, () => {
      begun.push(name);
      return new Promise<void>((resolve) => void ends.push(resolve));
    });
  const finish = async () => {
    await wait(0);
    ends.shift()?.();
    await wait(0);
  };
  return { turns, begun, ask, finish };
}

describe('turns', () => {
  test('go round the addresses, each in the order it asked', async () => {
    const { turns, begun, ask, finish } = turnsOf(20);
    const asked = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'].map((name) => ask(name, name.slice(0, 1)));
    for (const _ of asked) await finish();
    await Promise.all(asked);
    expect(begun).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
    expect(turns.isIdle).toBe(true);
  });

  test('whoever has most waiting makes room for who has fewer, and for nobody else', async () => {
    const { turns, begun, ask, finish } = turnsOf(4);
    const many = Array.from({ length: 7 }, (_, at) => ask(`a${at}`, 'a').catch(({ message }: Error) => message));
    const other = ['b0', 'b1', 'b2'].map((name) => ask(name, 'b').catch(({ message }: Error) => message));
    for (let left = 5; left > 0; left -= 1) await finish();
    const told = await Promise.all([...many, ...other]);
    // One is in work and four wait; two of the four go for two of the others.
    expect(told.map((one) => one === 'too many')).toEqual(
      [false, false, false, true, true, true, true].concat([false, false, true]),
    );
    expect(begun).toEqual(['a0', 'b0', 'a1', 'b1', 'a2']);
    expect(turns.isIdle).toBe(true);
  });

  test('who leaves keeps no place, and nothing is made for him', async () => {
    const { turns, begun, ask, finish } = turnsOf(2);
    const leaving = new AbortController();
    const first = ask('a1', 'a');
    const left = [ask('a2', 'a', leaving.signal), ask('b1', 'b', leaving.signal)].map((one) =>
      expect(one).rejects.toThrow(),
    );
    leaving.abort();
    await Promise.all(left);
    await expect(ask('c0', 'c', leaving.signal)).rejects.toThrow();
    const stayed = [ask('c1', 'c'), ask('c2', 'c')];
    for (let more = 3; more > 0; more -= 1) await finish();
    await Promise.all([first, ...stayed]);
    expect(begun).toEqual(['a1', 'c1', 'c2']);
    expect(turns.isIdle).toBe(true);
  });

  test('nobody holds all that is in work, however long his work takes', async () => {
    const turns = new Turns(3, 20, refusal, 2);
    const begun: string[] = [];
    const ask = async (name: string, address: string) => {
      const end = await turns.begin({ address, gone: staying });
      begun.push(name);
      return end;
    };
    const slow = ['a1', 'a2', 'a3', 'a4'].map((name) => ask(name, 'a'));
    const ends = [await slow[0], await slow[1], await ask('b1', 'b')];
    const another = ask('c1', 'c');
    await wait(0);
    expect(begun).toEqual(['a1', 'a2', 'b1']);
    // The place of the other is for the other who waits, not for the one who has two.
    ends[2]?.();
    ends.push(await another);
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1']);
    ends[0]?.();
    ends.push(await slow[2]);
    ends[1]?.();
    ends.push(await slow[3]);
    for (const end of ends.slice(3)) end?.();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4']);
    expect(turns.isIdle).toBe(true);
  });

  test('a work that fails ends its turn', async () => {
    const turns = new Turns(1, 2, refusal);
    const asked = [
      turns.take({ address: 'a', gone: staying }, () => Promise.reject(new Error('no'))),
      turns.take({ address: 'a', gone: staying }, async () => 'made'),
    ];
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(turns.isIdle).toBe(true);
  });
});

describe('on a platform', () => {
  let server: TestServer;
  let address: string;
  beforeAll(async () => {
    server = await openServer(await sampleCounty({ name: 'PGlite', open: openMemory }, 72));
    address = await server.listen();
  });
  afterAll(() => server.close());

  /** A client at a loopback address of its own. */
  const clientAt = (localAddress: string) => {
    const agent = new Agent({ localAddress, maxSockets: 100 });
    return (path: string) => {
      const request = get(`${address}${path}`, { agent });
      const answered = new Promise<{ status: number; retryAfter: string | undefined; body: string }>(
        (resolve, reject) => {
          request.on('error', reject);
          request.on('response', async (response) => {
            const chunks: Buffer[] = [];
            response.on('error', reject);
            for await (const chunk of response) chunks.push(chunk);
            const body = Buffer.concat(chunks).toString('utf8');
            resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], body });
          });
        },
      );
      return { answered, leave: () => request.destroy() };
    };
  };
  const pathOf = (at: number) => `/w/documents.png?page-size=2&width=${320 + at}`;

  test('pictures for a client who asks for sixty at once do not keep another from his', async () => {
    const [greedy, modest] = [clientAt('127.0.0.2'), clientAt('127.0.0.3')];
    let made = 0;
    const many = Array.from({ length: 60 }, async (_, at) => {
      const answer = await greedy(pathOf(at)).answered;
      if (answer.status === 200) made += 1;
      return answer;
    });
    await Promise.race(many);
    const before = made;
    expect((await modest(pathOf(100)).answered).status).toBe(200);
    expect(made - before).toBeLessThanOrEqual(5);
    const answers = await Promise.all(many);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(20);
    for (const { status, retryAfter, body } of refused) {
      expect([status, retryAfter]).toEqual([504, '15']);
      expect(body).toMatch(/15 秒后再取.*again in 15 seconds/);
    }
    await expect.poll(() => pictureTurns.isIdle).toBe(true);
  });

  test('pictures for readers who left are not made, and keep no place', async () => {
    const asked = Array.from({ length: 30 }, (_, at) => clientAt('127.0.0.2')(pathOf(200 + at)));
    const ended = Promise.allSettled(asked.map(({ answered }) => answered));
    await expect.poll(() => pictureTurns.isIdle).toBe(false);
    for (const { leave } of asked) leave();
    expect((await clientAt('127.0.0.3')(pathOf(300)).answered).status).toBe(200);
    await ended;
    await expect.poll(() => pictureTurns.isIdle).toBe(true);
    expect(server.log).toEqual([]);
  });

  test('a batch of twenty searches leaves others their turn, and each of its panels is there', async () => {
    const words =
      '教育 应急 预案 工程 道路 财政 通知 意见 方案 安全 农业 水利 医疗 招生 学校 住房 环境 交通 养老 防汛'.split(' ');
    const batch = words.map((word) => `p=${encodeURIComponent(`search?q=${encodeURIComponent(word)}`)}`).join('&');
    const since = performance.now();
    const took = async (answered: Promise<{ status: number; body: string }>) => {
      const { status, body } = await answered;
      expect(status).toBe(200);
      return { body, ms: performance.now() - since };
    };
    const whole = took(clientAt('127.0.0.2')(`/w?${batch}`).answered);
    const others = ['/w/figure.json?of=documents', '/healthz'].map((path) =>
      took(clientAt('127.0.0.3')(path).answered),
    );
    const { ms, body } = await whole;
    for (const other of await Promise.all(others)) expect(other.ms).toBeLessThan(ms / 2);
    const { panels } = JSON.parse(body) as { panels: { document?: { state: string } }[] };
    expect(panels.map(({ document }) => document !== undefined)).toEqual(words.map(() => true));
    expect(storeTurns(server.store).isIdle).toBe(true);
    expect(server.log).toEqual([]);
  });

  const question =
    'query ($words: String) { regulatoryDocuments(first: 20, search: $words) { totalCount nodes { title text } } }';
  const questionAt = (at: number, query = question): string =>
    `/graphql?${new URLSearchParams({ query, variables: JSON.stringify({ words: `工作 ${at}` }) })}`;

  // The first of a document goes the long way; the others, of a document that is known, the straight road.
  test.each([
    ['questions, the long way,', (at: number) => questionAt(at, `${question} # ${at}`)],
    ['questions, the straight road,', (at: number) => questionAt(at)],
    ['files of rows', (at: number) => `/api/v1/budget-lines.xlsx?fiscalYear=${1_960 + at}`],
    ['lists as files', (at: number) => `/api/v1/regulatory-documents.csv?search=${encodeURIComponent(`工作 ${at}`)}`],
    [
      'records as files',
      (at: number) => `/api/v1/regulatory-documents.json?search=${encodeURIComponent(`工作 ${at}`)}`,
    ],
    ['pages', (at: number) => `/regulatory-documents?search=${encodeURIComponent(`工作 ${at}`)}`],
    ['the changes', (at: number) => `/changes.json?first=${at + 1}`],
  ])('%s for one address do not keep another from his', async (what, pathOf) => {
    // A file of rows is written in many steps, two of the other's beside each of them; in line it would wait for all sixty.
    const most = what === 'files of rows' ? 30 : 10;
    const [greedy, modest] = [clientAt('127.0.0.2'), clientAt('127.0.0.3')];
    expect((await modest(pathOf(60)).answered).status).toBe(200);
    let answered = 0;
    const many = Array.from({ length: 60 }, async (_, at) => {
      const { status } = await greedy(pathOf(at)).answered;
      answered += 1;
      return status;
    });
    await Promise.race(many);
    const before = answered;
    expect((await modest(pathOf(61)).answered).status).toBe(200);
    expect(answered - before).toBeLessThanOrEqual(most);
    expect(new Set(await Promise.all(many))).toEqual(new Set([200]));
    expect(storeTurns(server.store).isIdle).toBe(true);
    expect(server.log).toEqual([]);
  });

  test('what is posted waits for its turn too: its reader is there until he has his answer', async () => {
    const query = '{ regulatoryDocuments(first: 20, search: "工作") { totalCount nodes { title text } } }';
    const asked = (at: number) => `/graphql?${new URLSearchParams({ query: `${query} # posted ${at}` })}`;
    const many = Array.from({ length: 30 }, async (_, at) => clientAt('127.0.0.2')(asked(at)).answered);
    await Promise.race(many);
    const json = { 'content-type': 'application/json' };
    const posted = await Promise.all([
      fetch(`${address}/graphql`, { method: 'POST', headers: json, body: JSON.stringify({ query }) }),
      fetch(`${address}/embed/doctor`, {
        method: 'POST',
        body: new URLSearchParams({ source: '<gk-latest></gk-latest>' }),
      }),
    ]);
    expect(posted.map(({ status }) => status)).toEqual([200, 200]);
    expect(await posted[1]?.text()).toContain('gk-latest');
    await Promise.all(many);
    expect(server.log).toEqual([]);
  });
});
