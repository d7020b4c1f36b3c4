import { localDate, startOf } from '../core/local-date.ts';
import type { Context } from '../graphql/context.ts';
import { badInput } from '../graphql/errors.ts';
import { organizationAsked } from '../graphql/organization-asked.ts';
import { instantOf } from '../graphql/scalars.ts';
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

/** From when changes are asked for: the beginning of a day in China, or an instant. */
export function sinceAsked(written: string): Date {
  const day = localDate(written);
  const at = day ? startOf(day) : instantOf(written);
  if (at) return at;
  const shown = written.slice(0, 40);
  throw badInput(
    `since 为“${shown}”，须为日期（北京时间 0 时起），如 2026-06-01，或时刻，如 2026-06-01T08:00:00Z；地址中的 + 须写成 %2B。`,
    `since is "${shown}"; it must be a day (from 00:00 Beijing time) such as 2026-06-01, or an instant such as 2026-06-01T08:00:00Z; in an address + is written %2B.`,
  );
}
