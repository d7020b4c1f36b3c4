import type { Action } from '../../../core/lifecycle.ts';
import { possible } from '../../../desk/draft.ts';
import type { ListedEdition } from '../../../desk/work-lists.ts';
import { mayActFor } from '../../../publishing/actor.ts';
import { hasPassed } from '../../../publishing/gate.ts';
import type { Visit } from './visit.ts';

type Row = Pick<
  ListedEdition,
  'state' | 'author' | 'scannedAt' | 'releaseId' | 'sealedAt' | 'signOffs' | 'document' | 'reviews' | 'gateFindings'
>;

/** What comes next comes first; what throws work away, last. */
const order: readonly Action[] = [
  'SUBMIT',
  'CLEAR',
  'REVIEW',
  'APPROVE',
  'SIGN_OFF',
  'PUBLISH',
  'SCHEDULE',
  'UNSCHEDULE',
  'RETURN',
  'STAGE',
  'WITHDRAW',
  'SEAL',
  'DISCARD',
];

const isReviewed = (row: Row): boolean => hasPassed(row, row.reviews);

function isOpen(action: Action, row: Row, { actor }: Visit): boolean {
  const { releaseId, sealedAt, signOffs, gateFindings } = row;
  if (action === 'SCHEDULE') return releaseId === null;
  if (action === 'UNSCHEDULE') return releaseId !== null;
  if (action === 'SEAL') return sealedAt === null;
  if (action === 'APPROVE') return isReviewed(row) && gateFindings.every(({ clearedAt }) => clearedAt !== null);
  if (action !== 'SIGN_OFF') return true;
  return signOffs.some(({ organizationId, signedAt }) => !signedAt && mayActFor(actor, organizationId));
}

/** A review that was held may be held again, but what comes next is something else. */
const placeOf = (action: Action, row: Row): number =>
  order.indexOf(action === 'REVIEW' && isReviewed(row) ? 'RETURN' : action);

/** What may be done now, in the order of what comes next: of what the state and the roles allow, what is not done already. */
export const actionsNow = (row: Row, visit: Visit): Action[] =>
  possible(row, visit)
    .filter((action) => isOpen(action, row, visit))
    .sort((left, right) => placeOf(left, row) - placeOf(right, row));
