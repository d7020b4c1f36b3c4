import type { Store } from '../store/client.ts';
import { type Sql, sql } from '../store/statements.ts';

/** One public change, as the log (透明日志) has it. */
export interface ChangeRow {
  /** Its place among public changes, from 1 without gaps. */
  readonly timepoint: number;
  readonly at: Date;
  readonly type: 'PUBLISHED' | 'WITHDRAWN' | 'SEALED';
  readonly kind: string;
  readonly indexNumber: string;
  readonly edition: number;
  readonly replaces: number | null;
  readonly reason: 'FIRST' | 'UPDATE' | 'CORRECTION' | 'REPUBLICATION' | null;
  /** Why it was withdrawn or sealed. */
  readonly withdrawalReason: string | null;
  readonly changeNote: string | null;
  readonly title: string | null;
  readonly publisher: { readonly name: string; readonly code: string | null };
  readonly digest: string;
  readonly leafHash: string;
}

interface EntryRow {
  readonly body: string;
  readonly isSealed: boolean;
  readonly leafHash: string;
}

const changeOf = ({ body, leafHash, isSealed }: EntryRow): ChangeRow => {
  const entry = JSON.parse(body) as Omit<ChangeRow, 'at' | 'leafHash'> & { readonly at: string };
  // What a sealed edition was called may be why it is sealed.
  const title = isSealed ? null : entry.title;
  return { ...entry, title, at: new Date(entry.at), leafHash: `sha256:${leafHash}` };
};

export interface ChangeFilter {
  readonly kinds?: readonly string[];
  /** Credit code (统一社会信用代码) of the publisher. */
  readonly organization?: string | undefined;
  /** Only what happened at this instant or after it. */
  readonly since?: Date | null;
  /** Only what had happened by this instant. */
  readonly until?: Date | null;
  /** Only what takes back something that was said: corrections and withdrawals. */
  readonly isAmending?: boolean;
}

const conditions = ({ kinds = [], organization, since = null, until = null, isAmending }: ChangeFilter): Sql => sql`
  ${since === null ? sql`` : sql`and event.at >= ${since}::timestamptz`}
  ${until === null ? sql`` : sql`and event.at <= ${until}::timestamptz`}
  ${kinds.length > 0 ? sql`and event.kind = any(${[...kinds]}::text[])` : sql``}
  ${organization === undefined ? sql`` : sql`and publisher.code = ${organization}`}
  ${isAmending ? sql`and (event.type = 'WITHDRAWN' or (event.type = 'PUBLISHED' and e.reason = 'CORRECTION'))` : sql``}`;

const from = sql`log_entry l join event on event.timepoint = l.event_timepoint join edition e on e.id = event.edition_id
  join organization publisher on publisher.id = e.publisher_id`;

const columns = sql`l.body, e.sealed_at is not null as "isSealed", encode(l.leaf_hash, 'hex') as "leafHash"`;

/** Changes after a timepoint, oldest first. */
export async function changesAfter(
  { read }: Pick<Store, 'read'>,
  after: number,
  most: number,
  filter: ChangeFilter = {},
): Promise<ChangeRow[]> {
  const rows = await read<EntryRow>(
    sql`select ${columns} from ${from} where l.timepoint > ${after} ${conditions(filter)} order by l.timepoint limit ${most}`,
  );
  return rows.map(changeOf);
}

/** The newest changes, the newest first. */
export async function newestChanges(
  { read }: Pick<Store, 'read'>,
  most: number,
  filter: ChangeFilter = {},
): Promise<ChangeRow[]> {
  const rows = await read<EntryRow>(
    sql`select ${columns} from ${from} where true ${conditions(filter)} order by l.timepoint desc limit ${most}`,
  );
  return rows.map(changeOf);
}

/** The timepoint of the newest change, or of the newest by an instant; 0 where there is none. */
export async function newestTimepoint({ read }: Pick<Store, 'read'>, until: Date | null = null): Promise<number> {
  const [row] = await read<{ timepoint: number | null }>(
    until === null
      ? sql`select max(timepoint) as timepoint from log_entry`
      : sql`select max(l.timepoint) as timepoint from ${from} where true ${conditions({ until })}`,
  );
  return row?.timepoint ?? 0;
}

export const matches = ({ kind, publisher }: ChangeRow, { kinds = [], organization }: ChangeFilter): boolean =>
  (kinds.length === 0 || kinds.includes(kind)) && (organization === undefined || publisher.code === organization);
