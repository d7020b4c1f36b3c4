import { demandRole, mayActFor } from '../publishing/actor.ts';
import { act } from '../publishing/audit.ts';
import { refuse } from '../publishing/errors.ts';
import { scanEdition } from '../publishing/scan.ts';
import type { DeskContext } from './builder.ts';
import type { DraftRow } from './draft.ts';

type Held = Pick<DraftRow, 'id' | 'sealedAt' | 'document' | 'gateFindings'>;

/** Whoever reviews for the organization must know what it is that he lets stay. */
export const mayUnmask = ({ sealedAt, document }: Held, { actor }: DeskContext): boolean =>
  sealedAt === null && actor.roles.includes('REVIEWER') && mayActFor(actor, document.organizationId);

/**
 * What stands behind the masks, by the id of the finding: searched for again, for it is stored nowhere. Who looked is
 * recorded.
 */
export const unmasked = (context: DeskContext, row: Held): Promise<ReadonlyMap<string, string>> =>
  act(context.store, context.actor, { action: 'UNMASK', subject: row.id }, async (tx) => {
    demandRole(context.actor, ['REVIEWER'], { zh: '查看原文', en: 'see what is masked' });
    if (!mayUnmask(row, context)) {
      refuse(
        'FORBIDDEN',
        '原文只给这个机构的审核人看；已封存的不再给人看。',
        'What is masked is for reviewers of this organization; of what was sealed it is for nobody.',
      );
    }
    const notes = await scanEdition(tx, row);
    const found = row.gateFindings.flatMap(({ id, rule, file, placeZh, shown }) => {
      const same = notes.find(
        (note) => note.rule === rule && note.file === file && note.place.zh === placeZh && note.shown === shown,
      );
      return same?.value ? [[id, same.value] as const] : [];
    });
    return new Map(found);
  });
