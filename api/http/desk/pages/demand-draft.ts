import { type DraftRow, draftById } from '../../../desk/draft.ts';
import { NotFound } from '../../../publishing/errors.ts';
import type { Visit } from './visit.ts';

/** An edition that concerns who asks; of any other it is said that there is none. */
export async function demandDraft(visit: Visit, id: string): Promise<DraftRow> {
  const row = await draftById(visit, id);
  if (row) return row;
  throw new NotFound({ zh: '没有这一件，或与你无关。', en: 'There is none that concerns you.' });
}
