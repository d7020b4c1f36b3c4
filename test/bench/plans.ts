import { pino } from 'pino';
import { graphql } from 'graphql';
import { newContext, type Platform } from '../../api/http/platform.ts';
import { ReadyAnswers } from '../../api/cache/ready-answers.ts';
import { schema } from '../../api/schema.ts';
import { openDatabase, type Store } from '../../api/store/client.ts';
import type { Query } from '../../api/store/driver.ts';
import { median } from './rounds.ts';

/** A question to the platform, asked inside this process so that its statements are seen. */
export interface Asked {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, string>>;
}

export interface Looked {
  readonly name: string;
  readonly statements: number;
  /** The whole answer: execution, statements, all. */
  readonly ms: number;
  readonly slowest: { readonly ms: number; readonly query: Query };
}

/** Twelve askings each: PostgreSQL plans a prepared statement anew five times, and may then keep one plan for all arguments. */
const askings = 12;

async function look(store: Store, platform: Omit<Platform, 'store'>, { name, query, variables = {} }: Asked): Promise<Looked> {
  const times: number[] = [];
  let statements: { ms: number; query: Query }[] = [];
  const observed: Store = {
    ...store,
    read: async <Row>(statement: Query) => {
      const started = performance.now();
      const rows = await store.read<Row>(statement);
      statements.push({ ms: performance.now() - started, query: statement });
      return rows;
    },
  };
  for (let asking = 0; asking < askings; asking += 1) {
    statements = [];
    const started = performance.now();
    const contextValue = newContext({ ...platform, store: observed }, 'http://bench.invalid');
    const { errors } = await graphql({ schema, source: query, variableValues: variables, contextValue });
    if (errors?.[0]) throw errors[0];
    times.push(performance.now() - started);
  }
  const slowest = statements.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
  return { name, statements: statements.length, ms: median(times.slice(askings / 2)), slowest };
}

/** Asks each question on one connection and counts its statements. */
export async function lookAt(url: string, questions: readonly Asked[]): Promise<Looked[]> {
  const store = await openDatabase({ url, poolSize: 1 });
  try {
    const platform = {
      schema,
      logger: pino({ level: 'silent' }),
      answers: new ReadyAnswers(1_000_000),
      cursorKey: 'bench',
      publicUrl: null,
      clock: () => new Date(),
      draining: false,
    };
    const looked: Looked[] = [];
    for (const question of questions) looked.push(await look(store, platform, question));
    return looked;
  } finally {
    await store.close();
  }
}

/** What PostgreSQL does for a statement, and what it reads. */
export async function planOf(url: string, { text, values }: Query): Promise<string> {
  const store = await openDatabase({ url, poolSize: 1 });
  try {
    const rows = await store.read<{ 'QUERY PLAN': string }>({ text: `explain (analyze, buffers, summary) ${text}`, values, name: '' });
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await store.close();
  }
}
