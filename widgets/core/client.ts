import { plainJson } from './json.ts';
import { type Guard, record, text } from './shape.ts';

const withdrawal = record({ code: text, reason: text, withdrawnAt: text });

/** Why there is no answer. `http` also covers an answer that is not from the platform (a sign-in page of the network). */
export interface Failure {
  readonly kind: 'offline' | 'timeout' | 'http' | 'graphql';
  /** For the console and for support: a status or the platform's error code. */
  readonly detail: string;
}

/** Why something that was public is so no longer. */
export interface Withdrawal {
  readonly reason: string;
  readonly withdrawnAt: string;
}

export type Answer<T> =
  | { readonly ok: true; readonly data: T; readonly withdrawal?: Withdrawal }
  | { readonly ok: false; readonly failure: Failure };

export interface Request {
  readonly endpoint: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** What a reader typed: the browser keeps nothing of it. */
  readonly isPrivate?: boolean;
}

const refused = (kind: Failure['kind'], detail: string): Answer<never> => ({ ok: false, failure: { kind, detail } });

/** GET, so that HTTP caches can answer; one spelling for one question, so that they do. */
export const address = ({ endpoint, document, variables }: Request): string => {
  const query = document.replace(/\s+/g, ' ').trim();
  return `${endpoint.replace(/\/+$/, '')}/graphql?query=${encodeURIComponent(query)}&variables=${encodeURIComponent(plainJson(variables))}`;
};

/** The subject was withdrawn: the platform answers, and says why there is nothing. */
const withdrawalIn = (errors: unknown): Withdrawal | undefined => {
  const told: unknown = Array.isArray(errors) ? errors[0]?.extensions : undefined;
  return withdrawal(told) && told.code === 'WITHDRAWN' ? told : undefined;
};

const inFlight = new Map<string, Promise<Answer<unknown>>>();

const fetchAnswer = async (url: string, patience: number, cache: RequestCache): Promise<Answer<unknown>> => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), patience);
  try {
    // No header outside the safelist and no credentials: the browser asks in one request, without a preflight.
    const response = await fetch(url, {
      credentials: 'omit',
      cache,
      headers: { accept: 'application/graphql-response+json, application/json' },
      signal: controller.signal,
    });
    const body: unknown = await response.json().catch((cause: unknown) => {
      if (controller.signal.aborted) throw cause;
      return undefined;
    });
    if (typeof body !== 'object' || body === null) return refused('http', String(response.status));
    const { data, errors } = body as { data?: unknown; errors?: readonly { extensions?: { code?: unknown } }[] };
    if (data !== undefined && data !== null) {
      const gone = withdrawalIn(errors);
      return { ok: true, data, ...(gone && { withdrawal: gone }) };
    }
    return Array.isArray(errors)
      ? refused('graphql', String(errors[0]?.extensions?.code ?? 'unknown'))
      : refused('http', String(response.status));
  } catch (cause) {
    return controller.signal.aborted ? refused('timeout', `${patience} ms`) : refused('offline', String(cause));
  } finally {
    clearTimeout(timer);
  }
};

/** Asks the platform. Never throws; panels with the same question share one request. */
export const ask = async <T>(request: Request, guard: Guard<T>, patience: number): Promise<Answer<T>> => {
  const url = address(request);
  let pending = inFlight.get(url);
  if (!pending) {
    pending = fetchAnswer(url, patience, request.isPrivate ? 'no-store' : 'default').finally(() =>
      inFlight.delete(url),
    );
    inFlight.set(url, pending);
  }
  const answer = await pending;
  if (!answer.ok) return answer;
  return guard(answer.data) ? { ...answer, data: answer.data } : refused('graphql', 'unexpected shape');
};
