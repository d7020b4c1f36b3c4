// npm run bench:live -- [--readers 5000] [--rounds 5]
//
// How long a publication takes to reach readers who listen (`/changes`), against a bare broadcaster, and what a reader
// weighs. One machine holds both ends: read the ratio, not the figures.

import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { parseArgs } from 'node:util';
import { openStore } from '../../api/instance.ts';
import { seedCounty } from '../../api/seeding/county.ts';
import { publishPaper } from '../support/county.ts';
import { startPostgres } from '../support/postgres.ts';
import { startPeer, startPlatform } from './processes.ts';
import { table } from './report.ts';

const { values } = parseArgs({
  options: { readers: { type: 'string', default: '5000' }, rounds: { type: 'string', default: '5' } },
});
const count = Number(values.readers);
const rounds = Number(values.rounds);

const residentKiB = async (pid: number): Promise<number> =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]);

interface Reader {
  readonly socket: Socket;
  /** When it was told last, ms. */
  told: number;
}

const opened = (port: number, path: string): Promise<Reader> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`));
    const reader: Reader = { socket, told: 0 };
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (text.includes('retry:')) resolve(reader);
      if (text.includes('id: ')) reader.told = performance.now();
    });
    socket.once('error', reject);
  });

async function crowd(port: number, path: string): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (let at = 0; at < count; at += 200)
    readers.push(...(await Promise.all(Array.from({ length: Math.min(200, count - at) }, () => opened(port, path)))));
  return readers;
}

/** Milliseconds until the last of a hundred readers but one was told. */
async function round(readers: readonly Reader[], publish: () => Promise<unknown>): Promise<number> {
  for (const reader of readers) reader.told = 0;
  await publish();
  const began = performance.now();
  while (readers.some(({ told }) => told === 0)) {
    if (performance.now() - began > 30_000) throw new Error('some readers were never told');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const first = Math.min(...readers.map(({ told }) => told));
  const late = readers.map(({ told }) => told - first).sort((left, right) => left - right);
  return late[Math.floor(late.length * 0.99)] ?? 0;
}

interface Measured {
  readonly name: string;
  readonly p99: number;
  readonly kilobytes: number;
}

async function measured(
  name: string,
  pid: number,
  origin: string,
  path: string,
  publish: (turn: number) => Promise<unknown>,
): Promise<Measured> {
  const before = await residentKiB(pid);
  const readers = await crowd(Number(new URL(origin).port), path);
  const weight = ((await residentKiB(pid)) - before) / count;
  const times: number[] = [];
  for (let turn = 0; turn < rounds; turn += 1) times.push(await round(readers, () => publish(turn)));
  for (const { socket } of readers) socket.destroy();
  times.sort((left, right) => left - right);
  return { name, p99: times[Math.floor(times.length / 2)] ?? 0, kilobytes: weight };
}

const postgres = await startPostgres();
const store = await openStore({ databaseUrl: postgres.url, dataFolder: '' });
await store.db.$transaction(seedCounty);
const platform = await startPlatform(postgres.url, '/graphql?query=%7B__typename%7D', {
  STREAMS_PER_ADDRESS: '100000',
});
const bare = await startPeer('broadcaster.ts', {});
try {
  const [own = '', peer = ''] = [platform.origins[0], bare.origins[0]];
  const paper = (turn: number) =>
    publishPaper(store, { subject: `第${turn}项工作`, number: `桓政办字〔2024〕${turn + 1}号` });
  const ours = await measured('platform', platform.pid, own, '/changes', paper);
  const text = 'x'.repeat(900);
  const theirs = await measured('bare broadcaster', bare.pid, peer, '/', () =>
    fetch(peer, { method: 'POST', body: text }),
  );
  const ratio = ours.p99 / theirs.p99;
  process.stdout.write(
    `${table(
      ['row', 'server', 'p99 of readers ms', 'kB a reader', 'platform ÷ it', 'target', ''],
      [
        [
          `${count} live readers`,
          ours.name,
          ours.p99.toFixed(0),
          ours.kilobytes.toFixed(1),
          '',
          '≤ 25 kB',
          ours.kilobytes <= 25 ? '✓' : '✗',
        ],
        [
          '',
          theirs.name,
          theirs.p99.toFixed(0),
          theirs.kilobytes.toFixed(1),
          ratio.toFixed(2),
          '≤ 1.5',
          ratio <= 1.5 ? '✓' : '✗',
        ],
      ],
    )}\n`,
  );
} finally {
  await Promise.all([platform.stop(), bare.stop()]);
  await store.close();
  await postgres.stop();
}
process.exit(0);
