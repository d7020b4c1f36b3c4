import type { FastifyInstance, InjectOptions } from 'fastify';
import { pino } from 'pino';
import { expect } from 'vitest';
import type { ErrorCode } from '../../api/graphql/errors.ts';
import type { Platform } from '../../api/http/platform.ts';
import { createHttpServer } from '../../api/http/server.ts';
import { cursorKeyOf, listeningAnswers } from '../../api/instance.ts';
import { schema } from '../../api/schema.ts';
import type { Store } from '../../api/store/client.ts';
import { type TestClock, testClock } from './clock.ts';

/** Where the server of a test says it stands, so that addresses in answers are always the same. */
export const publicUrl = 'https://gongkai.example';

type Json = Record<string, unknown>;

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: ErrorCode; readonly documentation: string; readonly requestId: string };
}

export interface Answer<Data> {
  readonly status: number;
  readonly body: string;
  readonly data: Data;
  readonly errors: readonly GraphqlError[];
  readonly headers: Record<string, string | undefined>;
}

/** A platform over a store, with its server; nothing listens until a test says so. */
export interface TestServer {
  readonly store: Store;
  readonly platform: Platform;
  readonly server: FastifyInstance;
  readonly clock: TestClock;
  /** What the platform logged, newest last. */
  readonly log: readonly string[];
  /** Asks and expects no error. */
  ask<Data = Json>(query: string, variables?: Json): Promise<Data>;
  /** Asks, whatever the answer. */
  request<Data = Json>(query: string, variables?: Json): Promise<Answer<Data>>;
  get(url: string, headers?: Record<string, string>): Promise<Answer<Json>>;
  /** A real socket on a free port: the address to send to. */
  listen(): Promise<string>;
  close(): Promise<void>;
}

const parsed = (body: string): { data?: unknown; errors?: readonly GraphqlError[] } => {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
};

/** Stands a server before a store. `listening` keeps it informed of publications, as a real instance is. */
export async function openServer(
  store: Store,
  {
    url = publicUrl,
    level = 'warn',
    embedHosts = [],
  }: { url?: string | null; level?: 'warn' | 'info'; embedHosts?: string[] } = {},
): Promise<TestServer> {
  const clock = testClock();
  const log: string[] = [];
  const logger = pino({ level }, { write: (line: string) => void log.push(line) });
  const platform: Platform = {
    schema,
    store,
    logger,
    answers: await listeningAnswers(store, logger),
    cursorKey: await cursorKeyOf(store),
    publicUrl: url,
    clock,
    trustedProxies: [],
    streamsPerAddress: 20,
    embedHosts,
    hasDesk: true,
    draining: false,
  };
  const server = await createHttpServer(platform);
  const inject = async <Data>(options: InjectOptions): Promise<Answer<Data>> => {
    const response = await server.inject(options);
    const { data, errors = [] } = parsed(response.body);
    const headers = response.headers as Record<string, string | undefined>;
    return { status: response.statusCode, body: response.body, data: data as Data, errors, headers };
  };
  const request = <Data>(query: string, variables: Json = {}) =>
    inject<Data>({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      payload: JSON.stringify({ query, variables }),
    });
  return {
    store,
    platform,
    server,
    clock,
    log,
    request,
    get: (path, headers = {}) => inject({ method: 'GET', url: path, headers }),
    ask: async <Data>(query: string, variables?: Json) => {
      const { errors, data } = await request<Data>(query, variables);
      expect(errors).toEqual([]);
      return data;
    },
    listen: () => server.listen({ host: '127.0.0.1', port: 0 }),
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}
