import type { Context } from '../graphql/context.ts';
import { organizationAsked } from '../graphql/organization-asked.ts';
import { sql } from '../store/statements.ts';

/** The credit code of the publisher that is asked for, by code or any written name; one that is unknown is refused. */
export async function organizationCodeAsked(context: Context, written: string): Promise<string> {
  const id = await organizationAsked(context, written);
  const [row] = await context.store.read<{ code: string | null }>(
    sql`select code from organization where id = ${id}::uuid`,
  );
  // Whoever has no code has no index numbers, and so publishes nothing.
  return row?.code ?? '';
}
