import type { DraftRow } from '../../../desk/draft.ts';
import { type ListedEdition, listOf } from '../../../desk/work-lists.ts';
import { mayActFor } from '../../../publishing/actor.ts';
import { type Choice, choices, type Place } from './fields.ts';
import { type Markup, nothing } from './markup.ts';
import type { Visit } from './visit.ts';

/** Others that are approved and may go out at the same moment: a document and its interpretation. */
export async function companions(
  visit: Visit,
  { id }: Pick<DraftRow, 'id'>,
  said: (row: ListedEdition) => string = ({ title }) => title,
): Promise<readonly Choice[]> {
  const { rows } = await listOf(visit, 'approved', { first: 49 });
  return rows
    .filter((row) => row.id !== id && row.releaseId === null && mayActFor(visit.actor, row.document.organizationId))
    .map((row) => ({ value: row.id, label: { zh: said(row), en: '' } }));
}

export const togetherField = (place: Place, others: readonly Choice[]): Markup =>
  others.length === 0
    ? nothing
    : choices(place, {
        type: 'checkbox',
        name: 'together',
        label: { zh: '同时发布', en: 'Together with' },
        hint: { zh: '要么全部，要么全无。', en: 'All of them or none.' },
        choices: others,
      });
