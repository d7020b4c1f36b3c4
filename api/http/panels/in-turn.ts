import type { PanelDocument } from '../../../widgets/core/document.ts';
import type { Context } from '../../graphql/context.ts';
import { inTurn } from '../in-turn.ts';
import type { Platform } from '../platform.ts';
import type { Reader } from '../turns.ts';
import type { Asked } from './asked.ts';
import { showPanel } from './show.ts';

/** What a panel says, made in the reader's turn. */
export const showInTurn = (
  platform: Platform,
  asked: Asked,
  context: Context,
  reader: Reader,
): Promise<PanelDocument> => inTurn(platform.store, reader, () => showPanel(platform, asked, context));
