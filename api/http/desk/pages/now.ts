import type { Action } from '../../../core/lifecycle.ts';
import { possible } from '../../../desk/draft.ts';
import type { ListedEdition } from '../../../desk/work-lists.ts';
import { mayActFor } from '../../../publishing/actor.ts';
import type { Visit } from './visit.ts';

type Row = Pick<ListedEdition, 'state' | 'author' | 'releaseId' | 'sealedAt' | 'signOffs' | 'document'>;

function isOpen(action: Action, { releaseId, sealedAt, signOffs }: Row, { actor }: Visit): boolean {
  if (action === 'SCHEDULE') return releaseId === null;
  if (action === 'UNSCHEDULE') return releaseId !== null;
  if (action === 'SEAL') return sealedAt === null;
  if (action !== 'SIGN_OFF') return true;
  return signOffs.some(({ organizationId, signedAt }) => !signedAt && mayActFor(actor, organizationId));
}

/** What may be done now: of what the state and the roles allow, what is not done already. */
export const actionsNow = (row: Row, visit: Visit): Action[] =>
  possible(row, visit).filter((action) => isOpen(action, row, visit));
