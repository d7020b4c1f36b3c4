import type { Context } from '../graphql/context.ts';
import type { PublishedRow } from '../graphql/published.ts';
import { stillGiven } from '../graphql/withdrawal.ts';
import { sql } from '../store/statements.ts';

/** When each edition was published that a reader may compare with: those up to the moment, and still given. */
export async function publishedInstants(
  { store }: Context,
  { documentId, moment }: PublishedRow,
): Promise<ReadonlyMap<number, Date>> {
  const rows = await store.read<{ number: number; at: Date }>(sql`
    select e.number, e.published_at as at from edition e
    where e.document_id = ${documentId}::uuid and ${moment.asOf ? sql`e.published_at <= ${moment.asOf}` : sql`e.published_at is not null`}
      and e.attribute = 'PROACTIVE' and ${stillGiven(sql`e`)} order by e.number`);
  return new Map(rows.map(({ number, at }) => [number, at]));
}
