import { pino } from 'pino';
import { ReadyAnswers } from '../../api/cache/ready-answers.ts';
import type { Platform } from '../../api/http/platform.ts';
import { createHttpServer } from '../../api/http/server.ts';
import { schema } from '../../api/schema.ts';
import { openDatabase, type Store } from '../../api/store/client.ts';
import type { Query } from '../../api/store/driver.ts';
import { type Arguments, graphqlPath, tailOf } from './questions.ts';
import { median } from './rounds.ts';

/** A question to the platform, asked inside this process so that its statements are seen. */
export interface Asked {
  readonly name: string;
  readonly query: string;
  readonly variables?: Arguments;
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

type Statement = Looked['slowest'];

/** Asks each question on one connection, through every route of the platform, and counts its statements. */
export async function lookAt(url: string, questions: readonly Asked[]): Promise<Looked[]> {
  const store = await openDatabase({ url, poolSize: 1 });
  let statements: Statement[] = [];
  const observed: Store = {
    ...store,
    read: async <Row>(query: Query) => {
      const started = performance.now();
      const rows = await store.read<Row>(query);
      statements.push({ ms: performance.now() - started, query });
      return rows;
    },
  };
  const platform: Platform = {
    schema,
    store: observed,
    logger: pino({ level: 'silent' }),
    answers: new ReadyAnswers(1_000_000),
    cursorKey: 'bench',
    publicUrl: null,
    clock: () => new Date(),
    trustedProxies: [],
    streamsPerAddress: 20,
    hasDesk: false,
    draining: false,
  };
  const server = await createHttpServer(platform);
  const look = async ({ name, query, variables = {} }: Asked): Promise<Looked> => {
    const times: number[] = [];
    for (let asking = 0; asking < askings; asking += 1) {
      statements = [];
      const started = performance.now();
      const { statusCode, body } = await server.inject({ path: graphqlPath(query) + tailOf(variables, asking) });
      times.push(performance.now() - started);
      if (statusCode !== 200) throw new Error(`${name}: ${statusCode} ${body}`);
    }
    const slowest = statements.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
    return { name, statements: statements.length, ms: median(times.slice(askings / 2)), slowest };
  };
  try {
    const looked: Looked[] = [];
    for (const question of questions) looked.push(await look(question));
    return looked;
  } finally {
    await server.close();
    await store.close();
  }
}

/** What PostgreSQL does for a statement, and what it reads. */
export async function planOf(url: string, { text, values }: Query): Promise<string> {
  const store = await openDatabase({ url, poolSize: 1 });
  try {
    const rows = await store.read<{ 'QUERY PLAN': string }>({
      text: `explain (analyze, buffers, summary) ${text}`,
      values,
      name: '',
    });
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await store.close();
  }
}
