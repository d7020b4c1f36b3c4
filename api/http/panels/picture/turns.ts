/** Who waits for something to be made. */
export interface Reader {
  /** Where he asks from, as the server knows it (proxies that are trusted say for whom they ask). */
  readonly address: string;
  /** Aborted when his connection closes. */
  readonly gone: AbortSignal;
}

/** A request in its place, and how it is let in or sent away. */
interface Waiting {
  readonly enter: () => void;
  readonly refuse: () => void;
}

/**
 * Work that is done one piece at a time, for everybody in turn: the next piece is for the address that had its turn longest
 * ago, however many another has waiting. Where all places are taken, the address that holds most gives up its last one for
 * an address with fewer: nobody is kept out by the number of somebody else's requests.
 */
export class Turns {
  /** Requests that wait, by address; the first address has its turn next. */
  readonly #lines = new Map<string, Waiting[]>();
  readonly #places: number;
  readonly #refusal: () => Error;
  #waiting = 0;
  #isBusy = false;

  constructor(places: number, refusal: () => Error) {
    this.#places = places;
    this.#refusal = refusal;
  }

  get isIdle(): boolean {
    return !this.#isBusy && this.#waiting === 0 && this.#lines.size === 0;
  }

  /** Does the work when the reader's turn comes. Refused when there is no place for it, and when the reader has left. */
  async take<Result>(reader: Reader, work: () => Promise<Result>): Promise<Result> {
    if (reader.gone.aborted) throw this.#refusal();
    if (this.#isBusy) await this.#wait(reader);
    this.#isBusy = true;
    try {
      return await work();
    } finally {
      this.#isBusy = false;
      this.#next();
    }
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

  #next(): void {
    for (const [address, [first, ...others]] of this.#lines) {
      if (!first) continue;
      // Whoever has more waiting goes on behind everybody who waits now.
      this.#lines.delete(address);
      if (others.length > 0) this.#lines.set(address, others);
      this.#waiting -= 1;
      this.#isBusy = true;
      first.enter();
      return;
    }
  }
}
