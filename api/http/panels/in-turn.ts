import { setImmediate as turnOfLoop } from 'node:timers/promises';
import type { PanelDocument } from '../../../widgets/core/document.ts';
import type { Context } from '../../graphql/context.ts';
import { ApiError } from '../../graphql/errors.ts';
import type { Store } from '../../store/client.ts';
import type { Platform } from '../platform.ts';
import { type Reader, Turns } from '../turns.ts';
import type { Asked } from './asked.ts';
import { showPanel } from './show.ts';

/** The embedded database has one session; of the connections to a PostgreSQL, some are left to everybody else. */
const atOnce = { pglite: 1, postgresql: 4 } as const;
const places = 500;
const retryAfter = 10;

const refusal = (): ApiError =>
  new ApiError(
    'TIMEOUT',
    {
      zh: `现在要生成的面板太多，请 ${retryAfter} 秒后再取。`,
      en: `Too many panels are being made now; ask again in ${retryAfter} seconds.`,
    },
    { retryAfter },
  );

const turnsByStore = new WeakMap<Store, Turns>();

/** Turns in which panels are made over a store. */
export function panelTurns(store: Store): Turns {
  const known = turnsByStore.get(store);
  if (known) return known;
  const turns = new Turns(atOnce[store.dialect], places, refusal);
  turnsByStore.set(store, turns);
  return turns;
}

/** What a panel says, made in the reader's turn: one address's twenty searches are no reason for another to wait for all of them. */
export const showInTurn = (
  platform: Platform,
  asked: Asked,
  context: Context,
  reader: Reader,
): Promise<PanelDocument> =>
  panelTurns(platform.store).take(reader, async () => {
    // The embedded database answers without letting the loop turn: nobody would be heard between two panels.
    await turnOfLoop();
    return showPanel(platform, asked, context);
  });
