// npm run bench -- [--scale 100000] [--rounds 8] [--seconds 1] [--database postgresql://…]
//
// Measures the platform against its peers and limits, in one run on one machine: read the ratios, not the figures.
// It installs the peers when they are missing, starts a PostgreSQL of its own, and leaves nothing behind.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '../../api/core/random.ts';
import { openDatabase } from '../../api/store/client.ts';
import { startPostgres } from '../support/postgres.ts';
import { asked, searched } from './asked.ts';
import { fill } from './database.ts';
import { lookAt, planOf } from './plans.ts';
import { type Running, start, startPeer, startPlatform } from './processes.ts';
import { type Arguments, graphqlPath, list, nested, type Question, tailOf } from './questions.ts';
import { figures, lookedTable, type Result } from './report.ts';
import { type Contestant, measure, type Timing, warmUps } from './rounds.ts';

const { values: options } = parseArgs({
  options: {
    scale: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '8' },
    seconds: { type: 'string', default: '1' },
    // A filled database to use as it is, instead of one of our own.
    database: { type: 'string' },
  },
});
const scale = Number(options.scale);
const seconds = Number(options.seconds);
/** The run ends by itself, whatever hangs. */
const longestMinutes = 9;

const started = performance.now();
/** As many rounds as were asked for, or as the time allows where seeding was slow: ten servers are asked in each. */
function roundsThatFit(): number {
  const left = longestMinutes * 60 - (performance.now() - started) / 1000 - 60;
  const fitting = Math.floor(left / (10 * (seconds + 0.6))) - warmUps;
  const rounds = Math.max(2, Math.min(Number(options.rounds), fitting));
  if (rounds < Number(options.rounds)) step(`only ${rounds} rounds fit into ${longestMinutes} minutes`);
  return rounds;
}

const say = (text: string) => process.stdout.write(`${text}\n`);
const step = (text: string) =>
  process.stderr.write(`[${((performance.now() - started) / 1000).toFixed(0).padStart(3)} s] ${text}\n`);

const ending: (() => Promise<void>)[] = [];
const kept = <One extends { stop(): Promise<void> }>(one: One): One => {
  ending.push(() => one.stop());
  return one;
};
const end = async (): Promise<void> => {
  for (const stop of ending.splice(0).reverse()) await stop().catch((error: unknown) => step(String(error)));
};
const cutShort = (why: string, code: number) => {
  step(why);
  void end().finally(() => process.exit(code));
};
setTimeout(() => cutShort(`not done after ${longestMinutes} minutes`, 1), longestMinutes * 60_000).unref();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cutShort(signal, 130));

function installPeers(): void {
  if (existsSync(join(import.meta.dirname, 'node_modules/postgraphile/package.json'))) return;
  step('installing the peers');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

interface Subjects {
  readonly lists: readonly Arguments[];
  readonly documents: readonly Arguments[];
}

/** What is asked: topics with documents enough, days of the younger half, every document; in an order of chance. */
async function subjectsOf(url: string): Promise<Subjects> {
  const store = await openDatabase({ url, poolSize: 1 });
  try {
    const topics = await store.read<{ topic: string; day: string }>({
      text: `select topic, day::text from (
          select topic, percentile_disc(0.3) within group (order by formed_on) as first, max(formed_on) as last
          from edition where topic is not null group by topic having count(*) >= 100) t
        cross join lateral generate_series(first, last, interval '1 day') as days(day)`,
      values: [],
    });
    const numbers = await store.read<{ indexNumber: string }>({
      text: `select index_number as "indexNumber" from document`,
      values: [],
    });
    const { shuffle } = random(scale);
    return {
      lists: shuffle(topics.map(({ topic, day }) => ({ topic, day: day.slice(0, 10) }))),
      documents: shuffle(numbers),
    };
  } finally {
    await store.close();
  }
}

const headersOf = ({ headers }: Response, unchanged: boolean): Record<string, string> =>
  Object.fromEntries(
    [...headers].filter(
      ([name]) => !['date', 'connection', 'keep-alive', ...(unchanged ? ['content-length'] : [])].includes(name),
    ),
  );

type Client = ReturnType<typeof start>['child'];

async function hotRows(client: Client, timing: Timing, platform: Running, document: Arguments): Promise<Result[]> {
  const path = graphqlPath(nested.query) + encodeURIComponent(JSON.stringify(document));
  const url = platform.origins[0] + path;
  // The first answer is made, the second is the stored one.
  await sizeOf(platform.origins[0] ?? '', path);
  const whole = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const body = Buffer.from(await whole.arrayBuffer());
  const etag = whole.headers.get('etag') ?? '';
  const unchanged = await fetch(url, { headers: { 'accept-encoding': 'identity', 'if-none-match': etag } });
  if (unchanged.status !== 304) throw new Error(`a known tag was answered with ${unchanged.status}`);
  const bare = kept(
    await startPeer(
      'peers/bytes.ts',
      {},
      { body: body.toString('base64'), headers: headersOf(whole, false), unchanged: headersOf(unchanged, true) },
    ),
  );
  const name = 'node:http';
  const target = (atLeast: number) => [{ peer: name, atLeast }];
  const headers = { 'if-none-match': etag };
  const hot: Contestant[] = [
    { name: 'platform', url, pid: platform.pid },
    { name, url: bare.origins[0] + path, pid: bare.pid },
  ];
  const known: Contestant[] = [
    { name: 'platform', url, pid: platform.pid, headers },
    { name, url: bare.origins[1] + path, pid: bare.pid, headers },
  ];
  const names = ['platform', name];
  step(`hot read, ${body.byteLength} bytes`);
  const hotRounds = await measure(client, hot, timing);
  step('hot read, 304');
  const knownRounds = await measure(client, known, timing);
  return [
    { title: `hot read, ${body.byteLength} bytes`, names, rounds: hotRounds, targets: target(0.8) },
    { title: 'hot read, 304', names, rounds: knownRounds, targets: target(0.85) },
  ];
}

interface Peers {
  readonly platform: Running;
  readonly postgraphile: Running;
  readonly statement: Running;
}

async function sizeOf(origin: string, path: string): Promise<number> {
  const response = await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } });
  const text = await response.text();
  if (!response.ok || text.includes('"errors":'))
    throw new Error(`${path.slice(0, 60)}… was answered with ${response.status}: ${text.slice(0, 300)}`);
  return Buffer.byteLength(text);
}

async function coldRow(
  client: Client,
  timing: Timing,
  peers: Peers,
  question: Question,
  key: string,
  subjects: readonly Arguments[],
): Promise<Result> {
  const paths = [
    ['platform', peers.platform, graphqlPath(question.query)],
    ['PostGraphile 5.1', peers.postgraphile, graphqlPath(question.postgraphile)],
    ['json_agg', peers.statement, `/${key}?variables=`],
  ] as const;
  const tail = (n: number) => tailOf(subjects[n % subjects.length], n);
  const contestants: Contestant[] = [];
  for (const [name, { origins, pid }, path] of paths) {
    step(`${question.title}: ${name} answers ${await sizeOf(origins[0] ?? '', path + tail(0))} bytes`);
    contestants.push({ name, url: origins[0] + path, pid, tail: (n) => tail(n + 1) });
  }
  const rounds = await measure(client, contestants, timing);
  return {
    title: question.title,
    names: contestants.map(({ name }) => name),
    rounds,
    targets: [
      { peer: 'PostGraphile 5.1', atLeast: 1.3 },
      { peer: 'json_agg', atLeast: 0.5 },
    ],
  };
}

async function run(): Promise<void> {
  installPeers();
  step('starting PostgreSQL');
  const url = options.database ?? kept(await startPostgres()).url;
  if (options.database === undefined) {
    await fill(url, scale, (done) => {
      if (done % 10_000 === 0) step(`${done.toLocaleString('en')} documents`);
    });
  }
  const { lists, documents } = await subjectsOf(url);
  const [first] = documents;
  if (!first) throw new Error('the sample is empty');
  step(`${documents.length} documents stored; starting the servers`);

  const health = graphqlPath(nested.query) + encodeURIComponent(JSON.stringify(first));
  const platform = kept(await startPlatform(url, health));
  const statement = kept(await startPeer('peers/statement.ts', { DATABASE_URL: url }));
  const postgraphile = kept(await startPeer('peers/postgraphile.ts', { DATABASE_URL: url }));
  const load = kept(start('load.ts'));
  const peers = { platform, postgraphile, statement };

  const timing = { rounds: roundsThatFit(), seconds };
  const results = [
    ...(await hotRows(load.child, timing, platform, first)),
    await coldRow(load.child, timing, peers, list, 'list', lists),
    await coldRow(load.child, timing, peers, nested, 'nested', documents),
  ];
  step('statements and plans');
  const [listed, one, ...others] = await lookAt(url, [
    { name: list.title, query: list.query, variables: lists[0] ?? {} },
    { name: nested.title, query: nested.query, variables: first },
    ...(await asked(url)),
  ]);
  const searching = others.find(({ name }) => name === searched);
  if (!listed || !one || !searching) throw new Error('a question was not asked');

  say(
    `\n${documents.length.toLocaleString('en')} documents, ${cpus().length} processors, Node ${process.version}, 10 connections, ${timing.rounds} rounds of ${seconds} s\n`,
  );
  say(figures(results));
  say(`\nstart to first answer: ${Math.round(platform.firstAnswerMs)} ms`);
  say(`statements: cold list ${listed.statements} (target ≤ 3), cold nested ${one.statements} (target ≤ 3)\n`);
  say(lookedTable([listed, one, ...others]));
  say(`\n${searched}, the slowest statement:\n${await planOf(url, searching.slowest.query)}`);
}

try {
  await run();
  step('done');
} catch (error) {
  step(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  await end();
}
process.exit();
