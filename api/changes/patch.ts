import type { Operation } from 'rfc6902';
import { jsonPatch } from '../core/json-difference.ts';
import { stillGiven } from '../graphql/withdrawal.ts';
import type { Store } from '../store/client.ts';
import { sql } from '../store/statements.ts';
import type { ChangeRow } from './entries.ts';

const longestStatement = 300_000;

/**
 * How the statement before becomes this one (RFC 6902), over what the digests are taken of. Null where there is nothing
 * before, where one of them is not given any more, and where they are too long to be compared.
 */
export async function patchOf({ read }: Pick<Store, 'read'>, change: ChangeRow): Promise<Operation[] | null> {
  const { type, indexNumber, edition, replaces } = change;
  if (type !== 'PUBLISHED' || replaces === null) return null;
  const rows = await read<{ number: number; body: string }>(sql`
    select e.number, s.body from edition e join document d on d.id = e.document_id join statement s on s.edition_id = e.id
    where d.index_number = ${indexNumber} and e.number in (${edition}, ${replaces}) and e.published_at is not null
      and e.attribute = 'PROACTIVE' and ${stillGiven(sql`e`)} and length(s.body) <= ${longestStatement}`);
  const bodies = new Map(rows.map(({ number, body }) => [number, JSON.parse(body) as unknown]));
  const [before, after] = [bodies.get(replaces), bodies.get(edition)];
  return before === undefined || after === undefined ? null : jsonPatch(before, after);
}
