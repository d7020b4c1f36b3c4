import { setImmediate as turnOfLoop } from 'node:timers/promises';
import { ApiError } from '../graphql/errors.ts';
import type { Store } from '../store/client.ts';
import { type Reader, Turns } from './turns.ts';

/** The embedded database has one session; of the connections to a PostgreSQL, some are left to everybody else. */
const atOnce = { pglite: 1, postgresql: 6 } as const;
const places = 500;
const retryAfter = 10;

const refusal = (): ApiError =>
  new ApiError(
    'TIMEOUT',
    {
      zh: `现在要回答的太多，请 ${retryAfter} 秒后再来。`,
      en: `Too much is being answered now; ask again in ${retryAfter} seconds.`,
    },
    { retryAfter },
  );

const turnsByStore = new WeakMap<Store, Turns>();

/** Turns in which questions are put to a store. */
export function storeTurns(store: Store): Turns {
  const known = turnsByStore.get(store);
  if (known) return known;
  const turns = new Turns(atOnce[store.dialect], places, refusal);
  turnsByStore.set(store, turns);
  return turns;
}

/** Of new connections the server is given one each time its loop turns: while they come, the next may be another's. */
const mostRounds = 25;

/** Lets those who stand at the door come in, so that it is known whose turn is next when this one is over. */
async function hearAll(): Promise<void> {
  for (let round = 0, quiet = 0; quiet < 2 && round < mostRounds; round++) {
    const { asked } = Turns;
    await turnOfLoop();
    quiet = Turns.asked === asked ? quiet + 1 : 0;
  }
}

/**
 * Does in the reader's turn what asks the store: one address's two hundred questions are no reason for another to wait for
 * all of them. The embedded database answers without letting the loop turn: nobody would be heard between two questions.
 */
export function inTurn<Result>(store: Store, reader: Reader, work: () => Promise<Result>): Promise<Result> {
  return storeTurns(store).take(reader, async () => {
    if (store.dialect === 'pglite') await hearAll();
    return work();
  });
}
