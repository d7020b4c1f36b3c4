import type { Store } from '../store/client.ts';
import { type ChangeFilter, type ChangeRow, changesAfter, matches, newestTimepoint } from './entries.ts';

/** Somebody who is told of changes as they happen. */
export interface Listener {
  readonly filter: ChangeFilter;
  /** False: it cannot keep up and is to be let go; it comes back with the last timepoint it was told. */
  tell(change: ChangeRow): boolean;
  close(): void;
}

interface Seat {
  readonly listener: Listener;
  /** The last timepoint it was told of, or that does not concern it. */
  position: number;
}

const batch = 500;
/** Where the line to the database is cut, news is looked for this often. */
const pollEvery = 2_000;

/**
 * Tells everybody who listens on this instance of public changes, in order, each once, whichever instance made them. The
 * log is read once for all of them; a notification says only that there is something to read.
 */
export class ChangeHub {
  readonly #store: Store;
  readonly #seats = new Set<Seat>();
  #newest = 0;
  #reading: Promise<void> = Promise.resolve();
  #poll: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;

  private constructor(store: Store) {
    this.#store = store;
  }

  static async open(store: Store, channel: string): Promise<ChangeHub> {
    const hub = new ChangeHub(store);
    hub.#newest = await newestTimepoint(store);
    hub.#unlisten = await store.listen(channel, () => hub.look(), {
      onLost: () => {
        hub.#poll ??= setInterval(() => hub.look(), pollEvery).unref();
      },
      onBack: () => {
        clearInterval(hub.#poll);
        hub.#poll = undefined;
        hub.look();
      },
    });
    return hub;
  }

  get size(): number {
    return this.#seats.size;
  }

  /** Reads what is new and tells it. One reading at a time; a notification during one is followed by another. */
  look(): void {
    this.#reading = this.#reading.then(() => this.#read()).catch(() => undefined);
  }

  async #read(): Promise<void> {
    for (;;) {
      const changes = await changesAfter(this.#store, this.#newest, batch);
      const last = changes.at(-1);
      if (!last) return;
      this.#newest = last.timepoint;
      for (const seat of this.#seats) this.#tellAll(seat, changes);
    }
  }

  #tellAll(seat: Seat, changes: readonly ChangeRow[]): void {
    for (const change of changes) {
      if (change.timepoint <= seat.position) continue;
      if (matches(change, seat.listener.filter) && !seat.listener.tell(change)) {
        this.#seats.delete(seat);
        seat.listener.close();
        return;
      }
      seat.position = change.timepoint;
    }
  }

  /** Tells a listener everything after a timepoint, and then what happens. Returns how to leave. */
  async join(listener: Listener, after: number): Promise<() => void> {
    const seat: Seat = { listener, position: after };
    // What is missed is read in the hub's own turn, so that nothing comes between it and what happens next.
    const joined = this.#reading.then(async () => {
      while (seat.position < this.#newest) {
        const changes = await changesAfter(this.#store, seat.position, batch);
        if (changes.length === 0) break;
        this.#tellAll(seat, changes);
      }
      this.#seats.add(seat);
    });
    // Who cannot be told what he missed keeps nobody else from joining.
    this.#reading = joined.catch(() => undefined);
    await joined;
    this.look();
    return () => void this.#seats.delete(seat);
  }

  async close(): Promise<void> {
    clearInterval(this.#poll);
    await this.#unlisten?.();
    for (const { listener } of this.#seats) listener.close();
    this.#seats.clear();
    await this.#reading;
  }
}
