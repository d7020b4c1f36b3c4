import { canonicalJson } from '../core/canonical.ts';
import type { Transaction } from '../store/client.ts';
import { sql } from '../store/statements.ts';

/** A publication, a withdrawal or a sealing, as the log tells it. */
interface PublicEvent {
  readonly eventTimepoint: bigint;
  readonly at: Date;
  readonly type: 'PUBLISHED' | 'WITHDRAWN' | 'SEALED';
  readonly kind: string;
  readonly indexNumber: string;
  readonly edition: number;
  readonly replaces: number | null;
  readonly reason: string;
  readonly changeNote: string | null;
  readonly title: string;
  readonly publisherName: string;
  readonly publisherCode: string | null;
  readonly digest: string;
  readonly hasStatement: boolean;
  readonly rowsDigest: string | null;
  readonly withdrawalReason: string | null;
}

/** The next public events after one, oldest first. */
export const publicEvents = (tx: Transaction, after: bigint, most: number): Promise<PublicEvent[]> =>
  tx.$queryRaw<PublicEvent[]>(sql`
    select event.timepoint as "eventTimepoint", event.at, event.type::text as type, event.kind, d.index_number as "indexNumber",
      e.number as edition, replaced.number as replaces, e.reason::text as reason, e.change_note as "changeNote", e.title,
      publisher.name as "publisherName", publisher.code as "publisherCode", e.digest,
      exists (select from statement where edition_id = e.id) as "hasStatement", event.reason as "withdrawalReason",
      case event.type when 'PUBLISHED' then gk_rows_digest(e.id) end as "rowsDigest"
    from event join document d on d.id = event.document_id join edition e on e.id = event.edition_id
      join organization publisher on publisher.id = e.publisher_id left join edition replaced on replaced.id = event.previous_id
    where event.timepoint > ${after} and event.type in ('PUBLISHED', 'WITHDRAWN', 'SEALED') order by event.timepoint limit ${most}`);

/** An entry has room for 65,535 bytes: four such texts fit whatever they are written in. */
const mostCharacters = 1_500;

function clipped(text: string): string {
  const characters = [...text];
  return characters.length <= mostCharacters ? text : `${characters.slice(0, mostCharacters - 1).join('')}…`;
}

const clippedOrNull = (text: string | null): string | null => (text === null ? null : clipped(text));

/**
 * The leaf: canonical JSON of what happened. Its timepoint is its place among public events, because the numbers of all
 * events would tell of drafts. `hasStatement` is false for what was published before statements were kept; `rowsDigest` is
 * of the rows that readers are answered from, as `gk_rows_digest` takes it in the database.
 */
export function logEntry(event: PublicEvent, timepoint: number): string {
  const { type, kind, indexNumber, edition, replaces, reason, changeNote, title, digest, hasStatement, rowsDigest } =
    event;
  const isPublished = type === 'PUBLISHED';
  return canonicalJson({
    timepoint,
    at: event.at.toISOString(),
    type,
    kind,
    indexNumber,
    edition,
    replaces,
    reason: isPublished ? reason : null,
    withdrawalReason: isPublished ? null : clippedOrNull(event.withdrawalReason),
    changeNote: isPublished ? clippedOrNull(changeNote) : null,
    // What a sealed edition was called may be why it is sealed.
    title: type === 'SEALED' ? null : clipped(title),
    publisher: { name: clipped(event.publisherName), code: event.publisherCode },
    digest,
    hasStatement,
    rowsDigest,
  });
}
