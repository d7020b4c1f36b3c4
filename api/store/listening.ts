import pg from 'pg';

export type Handler = (payload: string) => void;

/** What a listener is told about its connection. Between lost and back anything may have been missed. */
export interface ListenOptions {
  readonly onLost?: () => void;
  readonly onBack?: () => void;
}

/** Calls `handler` for every notification on a channel, until the returned function is called. */
export type Listen = (channel: string, handler: Handler, options?: ListenOptions) => Promise<() => Promise<void>>;

interface Subscription extends ListenOptions {
  readonly channel: string;
  readonly handler: Handler;
}

const firstDelay = 100;
const longestDelay = 5_000;
// A peer that vanished without a word is noticed by the next heartbeat, not by the operating system after two hours.
const heartbeatEvery = 15_000;

/** LISTEN on a PostgreSQL connection of its own, which comes back by itself after it was lost. */
export const createListener = (config: pg.ClientConfig): { listen: Listen; close: () => Promise<void> } => {
  const subscriptions = new Set<Subscription>();
  let current: Promise<pg.Client> | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const lost = (client: Promise<pg.Client>): void => {
    if (closed || current !== client) return;
    current = undefined;
    clearInterval(heartbeat);
    for (const { onLost } of subscriptions) onLost?.();
    reconnect(firstDelay);
  };

  const reconnect = (delay: number): void => {
    retry = setTimeout(() => {
      if (closed || current !== undefined || subscriptions.size === 0) return;
      connect().then(
        () => {
          for (const { onBack } of subscriptions) onBack?.();
        },
        () => reconnect(Math.min(delay * 2, longestDelay)),
      );
    }, delay);
  };

  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({ ...config, keepAlive: true, query_timeout: 10_000 });
    // An error is always followed by the end, and that is what counts.
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload }) => {
      for (const subscription of subscriptions) {
        if (subscription.channel === channel) subscription.handler(payload ?? '');
      }
    });
    await client.connect();
    try {
      for (const channel of new Set([...subscriptions].map((each) => each.channel))) {
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
      }
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    return client;
  };

  const connect = (): Promise<pg.Client> => {
    if (closed) return Promise.reject(new Error('The store is closed.'));
    const opening = open();
    current = opening;
    return opening.then(
      (client) => {
        client.once('end', () => lost(opening));
        const beat = () => client.query('select 1').catch(() => client.end().catch(() => undefined));
        clearInterval(heartbeat);
        heartbeat = setInterval(beat, heartbeatEvery).unref();
        return client;
      },
      (error: unknown) => {
        if (current === opening) current = undefined;
        throw error;
      },
    );
  };

  const listen: Listen = async (channel, handler, options = {}) => {
    const subscription: Subscription = { ...options, channel, handler };
    subscriptions.add(subscription);
    try {
      const client = await (current ?? connect());
      await client.query(`listen ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      subscriptions.delete(subscription);
      throw error;
    }
    return async () => {
      subscriptions.delete(subscription);
      if ([...subscriptions].some((each) => each.channel === channel)) return;
      const client = await current?.catch(() => undefined);
      await client?.query(`unlisten ${client.escapeIdentifier(channel)}`).catch(() => undefined);
    };
  };

  const close = async (): Promise<void> => {
    closed = true;
    clearTimeout(retry);
    clearInterval(heartbeat);
    const client = await current?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  };

  return { listen, close };
};
