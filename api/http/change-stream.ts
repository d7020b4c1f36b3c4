import type { ServerResponse } from 'node:http';
import type { ChangeFilter, ChangeRow } from '../changes/entries.ts';
import type { ChangeHub, Listener } from '../changes/hub.ts';
import type { Store } from '../store/client.ts';
import { eventOf } from './change-told.ts';

const heartbeat = 20_000;
/** Bytes that wait for a slow reader before he is let go. */
const mostWaiting = 256 << 10;

/** How many streams one address holds. */
export class Holders {
  readonly #held = new Map<string, number>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  take(address: string): boolean {
    const held = this.#held.get(address) ?? 0;
    if (held >= this.#most) return false;
    this.#held.set(address, held + 1);
    return true;
  }

  free(address: string): void {
    const held = (this.#held.get(address) ?? 1) - 1;
    if (held <= 0) this.#held.delete(address);
    else this.#held.set(address, held);
  }
}

interface Listening {
  readonly hub: ChangeHub;
  readonly store: Store;
  readonly baseUrl: string;
  readonly filter: ChangeFilter;
  readonly left: () => void;
}

/** One reader's open answer. There may be thousands: it holds nothing of the request it came from. */
class OpenStream implements Listener {
  readonly filter: ChangeFilter;
  readonly #raw: ServerResponse;
  readonly #store: Store;
  readonly #baseUrl: string;
  #sending: Promise<void> | null = null;

  constructor(raw: ServerResponse, { store, baseUrl, filter }: Listening) {
    this.filter = filter;
    this.#raw = raw;
    this.#store = store;
    this.#baseUrl = baseUrl;
  }

  tell(change: ChangeRow): boolean {
    const raw = this.#raw;
    if (raw.writableLength > mostWaiting || raw.destroyed) return false;
    const event = eventOf(this.#store, this.#baseUrl, change);
    const before = this.#sending ?? Promise.resolve();
    const sending = before
      .then(async () => void raw.write(await event))
      .catch(() => void raw.destroy())
      .finally(() => {
        if (this.#sending === sending) this.#sending = null;
      });
    this.#sending = sending;
    return true;
  }

  beat(): void {
    if (!this.#raw.destroyed) this.#raw.write(': \n\n');
  }

  close(): void {
    this.#raw.end();
  }
}

/** Proxies between cut what is silent: everybody hears something now and then, by one clock. */
class Pulse {
  readonly #streams = new Set<OpenStream>();
  #timer: NodeJS.Timeout | undefined;

  add(stream: OpenStream): void {
    this.#streams.add(stream);
    this.#timer ??= setInterval(() => {
      for (const each of this.#streams) each.beat();
    }, heartbeat).unref();
  }

  remove(stream: OpenStream): void {
    this.#streams.delete(stream);
    if (this.#streams.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

const pulse = new Pulse();

export const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  'access-control-allow-origin': '*',
};

/** Answers with a stream that lasts until the reader leaves. */
export async function openStream(
  raw: ServerResponse,
  requestId: string,
  from: number,
  listening: Listening,
): Promise<void> {
  raw.writeHead(200, { ...streamHeaders, 'x-request-id': requestId });
  // Those who lost their stream together do not come back together.
  raw.write(`retry: ${2_000 + Math.floor(Math.random() * 4_000)}\n\n`);
  const stream = new OpenStream(raw, listening);
  pulse.add(stream);
  const end = () => {
    pulse.remove(stream);
    listening.left();
  };
  try {
    const leave = await listening.hub.join(stream, from);
    const endAll = () => {
      leave();
      end();
    };
    if (raw.destroyed) endAll();
    else raw.once('close', endAll);
  } catch {
    // The reader comes back by himself, to where he was.
    end();
    raw.destroy();
  }
}
