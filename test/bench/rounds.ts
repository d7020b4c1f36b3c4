import type { ChildProcess } from 'node:child_process';
import type { Hits, Shot } from './load.ts';
import { processorSeconds, reply } from './processes.ts';

/** One server asked one question. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The tail of the n-th request; absent: the same request every time. */
  readonly tail?: (n: number) => string;
}

export interface Round {
  readonly perSecond: number;
  readonly p99: number;
  /** Processor time of the server itself, without its database, microseconds a request. */
  readonly cpu: number;
}

export interface Timing {
  readonly rounds: number;
  readonly seconds: number;
}

/** Far more than any server answers in a round. */
const mostRequests = (seconds: number): number => Math.ceil(seconds * 12_000);

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** The first rounds are not counted: code is compiled and buffers are filled in them. */
export const warmUps = 2;

/**
 * Contestants one after the other, round by round and in turn there and back, so that what else the machine does falls on
 * all alike.
 */
export async function measure(
  client: ChildProcess,
  contestants: readonly Contestant[],
  { rounds, seconds }: Timing,
): Promise<Round[][]> {
  const asked = contestants.map(() => 0);
  const results: Round[][] = contestants.map(() => []);
  const count = mostRequests(seconds);
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const order = [...contestants.entries()];
    if (round % 2 === 1) order.reverse();
    for (const [index, { name, url, pid, headers = {}, tail }] of order) {
      const from = asked[index] ?? 0;
      const tails = tail ? Array.from({ length: count }, (_, n) => tail(from + n)) : [];
      const before = await processorSeconds(pid);
      client.send({ url, seconds, headers, tails } satisfies Shot);
      const hits = await reply<Hits>(client);
      const used = (await processorSeconds(pid)) - before;
      if (hits.failures > 0 || hits.requests === 0)
        throw new Error(`${name}: ${hits.failures} of ${hits.requests + hits.failures} requests failed`);
      // The last requests of a round may be on their way still: their arguments are not used again.
      asked[index] = from + hits.requests + 100;
      if (round >= warmUps)
        results[index]?.push({ perSecond: hits.perSecond, p99: hits.p99, cpu: (used / hits.requests) * 1e6 });
    }
  }
  return results;
}
