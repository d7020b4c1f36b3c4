import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import { type DocumentNode, execute, Kind, parse, type TypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../graphql/context.ts';
import { costLimit, costOf } from '../graphql/cost.ts';
import { ApiError } from '../graphql/errors.ts';
import { priceOfWhere } from '../graphql/filter.ts';
import { checkVariables } from '../graphql/nesting.ts';
import { inTurn } from './in-turn.ts';
import { operationNameIn, pathOf } from './logged.ts';
import { baseUrlOf, newContext, newRequestId, type Platform } from './platform.ts';
import {
  answerKey,
  encodingFor,
  expiryOf,
  immutable,
  isUnchanged,
  momentary,
  prepare,
  type Representation,
  revalidated,
  unchangedHeaders,
} from './representation.ts';
import { type Reader, rawReaders } from './turns.ts';

interface Known {
  readonly document: DocumentNode;
  readonly contentType: string;
  /** What every answer is given before its route runs. */
  readonly given: Readonly<Record<string, string>>;
  /** Names of the variables that may change the price. */
  readonly pricing: readonly string[];
  readonly prices: LRUCache<string, number>;
}

interface Asked {
  readonly key: string;
  readonly query: string;
  readonly variables: string | undefined;
  readonly operationName: string | undefined;
}

const path = '/graphql?';
const mostKnown = 500;
const mostPrices = 50;

/** Filters are priced by their size. */
const isFilter = (name: string): boolean => name.endsWith('Where');

/** Prices follow from page sizes, lists, filters and what is left out; never from a text or a day. */
const mayPrice = (type: TypeNode): boolean => {
  if (type.kind === Kind.NON_NULL_TYPE) return mayPrice(type.type);
  if (type.kind === Kind.LIST_TYPE) return true;
  const { value: name } = type.name;
  return name === 'Int' || name === 'Boolean' || isFilter(name);
};

/** What of a variable's value the price may depend on: of a filter, which alone is an object, its size. */
const pricedBy = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? priceOfWhere(value) : value;

const pricingVariables = ({ definitions }: DocumentNode): string[] =>
  definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.variableDefinitions ?? []).flatMap(({ type, variable }) =>
          mayPrice(type) ? [variable.name.value] : [],
        )
      : [],
  );

/** What a GET asks for; undefined when it is anything but a plain question. */
function askedBy({ url = '', headers: { accept = '*/*' } }: IncomingMessage): Asked | undefined {
  if (!url.startsWith(path)) return undefined;
  const { query, variables, operationName, ...others } = parseQuery(url.slice(path.length));
  if (typeof query !== 'string' || Array.isArray(variables) || Array.isArray(operationName)) return undefined;
  if (Object.keys(others).length > 0) return undefined;
  return { key: `${accept}\n${query}`, query, variables, operationName };
}

/** Undefined when the long way must say what is wrong with them. */
function variablesOf(text: string | undefined): Record<string, unknown> | undefined {
  if (!text) return {};
  try {
    const variables: unknown = JSON.parse(text);
    checkVariables(variables);
    return typeof variables === 'object' && variables !== null && !Array.isArray(variables)
      ? { ...variables }
      : undefined;
  } catch {
    return undefined;
  }
}

/** What is pinned to an instant that has passed holds for ever, unless it shows names that may change (`live`, `named`). */
export const cacheControlOf = ({ live, pinned, named, until }: Context['clocks']): string => {
  if (until !== undefined) return momentary;
  return pinned && !live && !named ? immutable : revalidated;
};

/** Whoever finds no place is told so by the long way. */
const notAnswered = (error: unknown): null => {
  if (error instanceof ApiError) return null;
  throw error;
};

/** A faultless answer to a query, to be sent and kept. */
export const represent = (text: string, contentType: string, { touched, clocks }: Context): Representation => ({
  body: text,
  contentType,
  cacheControl: cacheControlOf(clocks),
  touched,
  until: clocks.until,
});

/**
 * The short way for a GET whose document was answered without fault before (直路): it was read, checked and limited then,
 * so only its price and its execution are left, without a framework's request and response. The answer is that of the
 * long way, byte for byte. Whatever is out of the ordinary, an error above all, is left to the long way.
 */
export class StraightRoad {
  readonly #platform: Platform;
  readonly #readerOf: ReturnType<typeof rawReaders>;
  readonly #known = new LRUCache<string, Known>({ max: mostKnown });

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#readerOf = rawReaders(platform.trustedProxies);
  }

  /** Remembers that the long way answered a GET without fault, and how. */
  learn(request: IncomingMessage, contentType: string, given: Readonly<Record<string, string>>): void {
    const asked = askedBy(request);
    if (!asked || this.#known.has(asked.key)) return;
    const document = parse(asked.query);
    const prices = new LRUCache<string, number>({ max: mostPrices });
    this.#known.set(asked.key, { document, contentType, given, pricing: pricingVariables(document), prices });
  }

  /** Undefined where this road does not lead; else whether it answered. When it did not, nothing is sent yet. */
  enter(request: IncomingMessage, response: ServerResponse): Promise<boolean> | undefined {
    const asked = askedBy(request);
    const known = asked && this.#known.get(asked.key);
    const variables = known && variablesOf(asked.variables);
    return variables && this.#answer(request, response, known, variables, asked.operationName);
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    known: Known,
    variables: Record<string, unknown>,
    operationName: string | undefined,
  ): Promise<boolean> {
    const platform = this.#platform;
    const { url = '', headers } = request;
    const baseUrl = baseUrlOf(platform, headers.host);
    const mark = platform.answers.mark();
    const context = newContext(platform, baseUrl);
    const reader = this.#readerOf(request, response);
    const text = await this.#execute(known, variables, operationName, context, reader);
    if (text === null) return false;
    const encoding = encodingFor(headers['accept-encoding']);
    const prepared = await prepare(represent(text, known.contentType, context), encoding);
    const { body, etag } = prepared;
    const ready = {
      body,
      etag,
      headers: { ...known.given, ...prepared.headers },
      touched: context.touched,
      expiresAt: expiryOf(context.now, context.clocks.until),
    };
    platform.answers.put(answerKey(baseUrl, url, headers.accept ?? '', encoding), ready, mark);
    const requestId = newRequestId();
    const status = isUnchanged(headers['if-none-match'], etag) ? 304 : 200;
    const sent = status === 304 ? unchangedHeaders(ready) : ready.headers;
    response.writeHead(status, { ...sent, 'x-request-id': requestId }).end(status === 304 ? undefined : body);
    const ms = platform.clock().getTime() - context.now.getTime();
    const operation = operationNameIn(known.document, operationName);
    platform.logger.info({ requestId, method: 'GET', path: pathOf(url), operation, status, ms }, 'answered');
    return true;
  }

  /** The answer's text; null when it is not faultless. */
  async #execute(
    known: Known,
    variableValues: Record<string, unknown>,
    operationName: string | undefined,
    contextValue: Context,
    reader: Reader,
  ): Promise<string | null> {
    const { schema, store } = this.#platform;
    const cost = this.#priceOf(known, variableValues, operationName, contextValue);
    if (cost === null) return null;
    const answered = await inTurn(store, reader, async () =>
      execute({
        schema,
        document: known.document,
        variableValues,
        operationName: operationName ?? null,
        contextValue,
      }),
    ).catch(notAnswered);
    if (!answered?.data || answered.errors) return null;
    const { data } = answered;
    const priced = cost > 0 ? { extensions: { cost: { requested: cost, limit: costLimit } } } : {};
    return JSON.stringify({ data, ...priced });
  }

  /** Null when it is too much. */
  #priceOf(
    { document, pricing, prices }: Known,
    variables: Record<string, unknown>,
    operationName: string | undefined,
    context: Context,
  ): number | null {
    const key = JSON.stringify([operationName, ...pricing.map((name) => pricedBy(variables[name]))]);
    const known = prices.get(key);
    if (known !== undefined) return known;
    const { cost, error } = costOf(document, this.#platform.schema, variables, operationName, context);
    if (error) return null;
    prices.set(key, cost);
    return cost;
  }
}
