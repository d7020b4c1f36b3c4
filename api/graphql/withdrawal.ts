import { GraphQLError } from 'graphql';
import type { Bilingual } from '../core/finding.ts';
import type { Store } from '../store/client.ts';
import { type Sql, sql } from '../store/statements.ts';
import { ApiError } from './errors.ts';
import { type Moment, visible } from './moment.ts';

/** What is left of a withdrawn document (撤回说明). */
export interface Tombstone {
  readonly indexNumber: string;
  readonly title: string;
  readonly reason: string;
  readonly at: Date;
}

/**
 * The tombstone of a document of this kind that is gone at the moment in question, found by a condition on `d`, its
 * document, or `e`, the edition that was withdrawn; null when there is none.
 */
export async function tombstoneOf(
  store: Store,
  kind: string,
  { asOf }: Pick<Moment, 'asOf'>,
  condition: Sql,
): Promise<Tombstone | null> {
  const [row] = await store.read<Tombstone>(sql`
    select d.index_number as "indexNumber", case when e.sealed_at is null then e.title else d.index_number end as title, event.reason, event.at
    from event join document d on d.id = event.document_id join edition e on e.id = event.edition_id
    where event.type = 'WITHDRAWN' and d.kind = ${kind} and ${condition}
      and ${asOf ? sql`event.at <= ${asOf}` : sql`true`}
      and not exists (select from edition live where live.document_id = d.id and ${visible(sql`live`, { asOf })})
    order by event.timepoint desc limit 1`);
  return row ?? null;
}

/** Whether what a published edition states is still given to everybody: it is not sealed, nor was it withdrawn later. */
export const stillGiven = (edition: Sql): Sql => sql`(${edition}.sealed_at is null and not exists (
  select from event taken where taken.document_id = ${edition}.document_id and taken.type = 'WITHDRAWN' and taken.at > ${edition}.published_at))`;

/**
 * Why one edition is not given any more although its document may be public again: it was withdrawn after that edition, or
 * the edition is sealed (封存). Null when it is given. A sealed edition's own title is not repeated.
 */
export async function tombstoneOfEdition(
  store: Store,
  kind: string,
  indexNumber: string,
  number: number,
): Promise<Tombstone | null> {
  const [row] = await store.read<Tombstone>(sql`
    select d.index_number as "indexNumber", case when e.sealed_at is null then e.title else coalesce((
        select other.title from edition other
        where other.document_id = d.id and other.published_at is not null and other.sealed_at is null and other.attribute = 'PROACTIVE'
        order by other.number desc limit 1), d.index_number) end as title,
      event.reason, event.at
    from edition e join document d on d.id = e.document_id
    join event on event.document_id = d.id
      and (event.type = 'WITHDRAWN' and event.at > e.published_at or event.type = 'SEALED' and event.edition_id = e.id)
    where d.kind = ${kind} and d.index_number = ${indexNumber} and e.number = ${number} and e.attribute = 'PROACTIVE'
    order by event.timepoint limit 1`);
  return row ?? null;
}

export const withdrawnSentence = ({ title, reason }: Tombstone): Bilingual => ({
  zh: `《${title}》已撤回：${reason}`,
  en: `"${title}" was withdrawn: ${reason}`,
});

export const withdrawnFacts = ({ indexNumber, title, reason, at }: Tombstone) => ({
  indexNumber,
  documentTitle: title,
  withdrawnAt: at.toISOString(),
  reason,
});

/** Says that a document was withdrawn, when and why: never a bare "not found". */
export const withdrawn = (tombstone: Tombstone): ApiError =>
  new ApiError('WITHDRAWN', withdrawnSentence(tombstone), withdrawnFacts(tombstone));

/** Index number of the document an error says was withdrawn; undefined for any other error. */
export function withdrawnIn(error: unknown): string | undefined {
  if (!(error instanceof GraphQLError) || error.extensions['code'] !== 'WITHDRAWN') return undefined;
  return String(error.extensions['indexNumber']);
}
