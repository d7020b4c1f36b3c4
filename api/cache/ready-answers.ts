import { LRUCache } from 'lru-cache';

/** An answer as bytes, with what must stay the same for it to stay true. */
export interface ReadyAnswer {
  readonly body: Buffer;
  /** Headers that go with it, in the form `res.writeHead` takes. */
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  /** Collections it was made from. */
  readonly touched: ReadonlySet<string>;
  /** When it stops being true by itself: validity changes at midnight in Asia/Shanghai. */
  readonly expiresAt: number;
}

/** Touched by what depends on every collection. */
export const everything = '*';

/**
 * Answers kept as ready bytes in front of everything else (热路径). They are dropped by what was read: a publication of
 * a kind drops what touched that kind. While an instance cannot hear the others, it keeps nothing.
 */
export class ReadyAnswers {
  readonly #answers: LRUCache<string, ReadyAnswer>;
  readonly #purgedAt = new Map<string, number>();
  #clock = 0;
  #deaf = false;

  constructor(bytes: number) {
    this.#answers = new LRUCache<string, ReadyAnswer>({
      maxSize: bytes,
      sizeCalculation: ({ body }, key) => body.byteLength + key.length + 500,
    });
  }

  get(key: string, now: number): ReadyAnswer | undefined {
    const answer = this.#answers.get(key);
    if (!answer || answer.expiresAt > now) return answer;
    this.#answers.delete(key);
    return undefined;
  }

  /** Taken before a reading begins; `put` refuses an answer whose sources changed since. */
  mark(): number {
    return this.#clock;
  }

  put(key: string, answer: ReadyAnswer, mark: number): void {
    if (this.#deaf) return;
    // What depends on everything was changed by any purge, everything else by its own or by one of everything.
    const changed = answer.touched.has(everything)
      ? this.#clock > mark
      : [...answer.touched, everything].some((collection) => (this.#purgedAt.get(collection) ?? -1) >= mark);
    if (!changed) this.#answers.set(key, answer);
  }

  /** Drops every answer that was made from a collection. */
  purge(collection: string): void {
    this.#purgedAt.set(collection, this.#clock++);
    for (const [key, { touched }] of this.#answers.entries()) {
      if (collection === everything || touched.has(collection) || touched.has(everything)) this.#answers.delete(key);
    }
  }

  /** The line to the other instances is cut: whatever is kept may be old, and nothing more is kept until it is back. */
  deafen(): void {
    this.#deaf = true;
    this.purge(everything);
  }

  hear(): void {
    this.purge(everything);
    this.#deaf = false;
  }

  get size(): number {
    return this.#answers.size;
  }
}
