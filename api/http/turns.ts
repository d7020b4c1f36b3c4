import type { IncomingMessage, ServerResponse } from 'node:http';
import proxyAddress, { compile } from '@fastify/proxy-addr';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientNetwork } from './client-network.ts';

/** Who waits for something to be made. */
export interface Reader {
  /** Where he asks from, as the server knows it (proxies that are trusted say for whom they ask). */
  readonly address: string;
  /** Aborted when his connection closes. */
  readonly gone: AbortSignal;
}

/** Of the answer, not of the question: that one is closed as soon as its body has been read. */
function closingOf(response: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  if (response.destroyed) leaving.abort();
  else response.once('close', () => leaving.abort());
  return leaving.signal;
}

/** Who asks, for as long as he waits for the answer. */
export const readerOf = ({ ip }: FastifyRequest, { raw }: FastifyReply): Reader => ({
  address: clientNetwork(ip),
  gone: closingOf(raw),
});

/** The same before there is a framework, where its proxies are believed. */
export function rawReaders(trustedProxies: readonly string[]) {
  const isTrusted = compile([...trustedProxies]);
  return (request: IncomingMessage, response: ServerResponse): Reader => ({
    address: clientNetwork(proxyAddress(request, isTrusted)),
    gone: closingOf(response),
  });
}

/** A request in its place, and how it is let in or sent away. */
interface Waiting {
  readonly enter: () => void;
  readonly refuse: () => void;
}

/**
 * Work that is done a few pieces at a time, for everybody in turn: the next piece is for the address that had its turn longest
 * ago, however many another has waiting. Where all places are taken, the address that holds most gives up its last one for
 * an address with fewer: nobody is kept out by the number of somebody else's requests.
 */
export class Turns {
  static #asked = 0;
  /** Requests that wait, by address; the first address that may has its turn next. */
  readonly #lines = new Map<string, Waiting[]>();
  /** How many pieces are in work for whom. */
  readonly #served = new Map<string, number>();
  readonly #atOnce: number;
  readonly #places: number;
  readonly #refusal: () => Error;
  readonly #mostOfOne: number;
  #waiting = 0;
  #working = 0;

  /** So many pieces are in work at once, for one address no more than `mostOfOne`, and so many requests may wait. */
  constructor(atOnce: number, places: number, refusal: () => Error, mostOfOne = atOnce) {
    this.#atOnce = atOnce;
    this.#places = places;
    this.#refusal = refusal;
    this.#mostOfOne = mostOfOne;
  }

  get isIdle(): boolean {
    return this.#working === 0 && this.#waiting === 0 && this.#lines.size === 0;
  }

  /** How many have asked for a turn so far, of whatever work. */
  static get asked(): number {
    return Turns.#asked;
  }

  /** Does the work when the reader's turn comes. Refused when there is no place for it, and when the reader has left. */
  async take<Result>(reader: Reader, work: () => Promise<Result>): Promise<Result> {
    const end = await this.begin(reader);
    try {
      return await work();
    } finally {
      end();
    }
  }

  /** Waits for the reader's turn, which lasts until what is given is called, once. Refused as `take` is. */
  async begin(reader: Reader): Promise<() => void> {
    const { address, gone } = reader;
    Turns.#asked += 1;
    if (gone.aborted) throw this.#refusal();
    // Whoever is let in later has been counted by him who went.
    if (this.#mayEnter(address)) this.#enter(address);
    else await this.#wait(reader);
    return () => {
      this.#leave(address);
      // Whoever came meanwhile goes before whoever has just been served.
      this.#moveToEnd(address);
      this.#next();
    };
  }

  #mayEnter(address: string): boolean {
    return this.#working < this.#atOnce && (this.#served.get(address) ?? 0) < this.#mostOfOne;
  }

  #enter(address: string): void {
    this.#working += 1;
    this.#served.set(address, (this.#served.get(address) ?? 0) + 1);
  }

  #leave(address: string): void {
    this.#working -= 1;
    const left = (this.#served.get(address) ?? 0) - 1;
    if (left > 0) this.#served.set(address, left);
    else this.#served.delete(address);
  }

  async #wait({ address, gone }: Reader): Promise<void> {
    if (this.#waiting >= this.#places && !this.#makeRoomFor(address)) throw this.#refusal();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting: Waiting = { enter: resolve, refuse: () => reject(this.#refusal()) };
    const leave = () => {
      this.#remove(address, waiting);
      waiting.refuse();
    };
    this.#lines.set(address, [...(this.#lines.get(address) ?? []), waiting]);
    this.#waiting += 1;
    gone.addEventListener('abort', leave);
    try {
      await promise;
    } finally {
      gone.removeEventListener('abort', leave);
    }
  }

  #remove(address: string, waiting: Waiting): void {
    const line = this.#lines.get(address) ?? [];
    const others = line.filter((one) => one !== waiting);
    this.#waiting -= line.length - others.length;
    if (others.length > 0) this.#lines.set(address, others);
    else this.#lines.delete(address);
  }

  #makeRoomFor(newcomer: string): boolean {
    const own = this.#lines.get(newcomer) ?? [];
    const [longest] = [...this.#lines].sort(([, left], [, right]) => right.length - left.length);
    const [address = '', line = []] = longest ?? [];
    const last = line.at(-1);
    if (!last || line.length <= own.length + 1) return false;
    this.#remove(address, last);
    last.refuse();
    return true;
  }

  #moveToEnd(address: string): void {
    const line = this.#lines.get(address);
    if (!line) return;
    this.#lines.delete(address);
    this.#lines.set(address, line);
  }

  #next(): void {
    const [address, [first] = []] = [...this.#lines].find(([waiting]) => this.#mayEnter(waiting)) ?? [''];
    if (!first) return;
    this.#remove(address, first);
    this.#moveToEnd(address);
    this.#enter(address);
    first.enter();
  }
}
