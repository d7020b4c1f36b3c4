import { formatIndexNumber } from '../core/index-number.ts';
import type { Transaction } from '../store/client.ts';

/**
 * The next index numbers (索引号) of organizations in a year, in the order asked; issued once, never reused. Null for an
 * organization without a credit code.
 */
export async function issueIndexNumbers(
  tx: Transaction,
  asked: readonly { readonly organizationId: string; readonly year: number }[],
): Promise<(string | null)[]> {
  const organizations = await tx.organization.findMany({
    where: { id: { in: [...new Set(asked.map(({ organizationId }) => organizationId))] } },
  });
  const codes = new Map(organizations.map(({ id, code }) => [id, code]));
  const wanted = asked.map(({ organizationId, year }) => ({ code: codes.get(organizationId) ?? null, year }));
  const counts = new Map<string, { code: string; year: number; last: number }>();
  for (const { code, year } of wanted) {
    if (code === null) continue;
    const count = counts.get(`${code} ${year}`) ?? { code, year, last: 0 };
    counts.set(`${code} ${year}`, { ...count, last: count.last + 1 });
  }
  const issued = await tx.$queryRaw<{ code: string; year: number; last: number }[]>`
    insert into index_counter (code, year, last)
    select code, year, last from json_to_recordset(${JSON.stringify([...counts.values()])}::json) as c(code text, year int, last int) order by code, year
    on conflict (code, year) do update set last = index_counter.last + excluded.last returning code, year, last`;
  const next = new Map(
    issued.map(({ code, year, last }) => [`${code} ${year}`, last - (counts.get(`${code} ${year}`)?.last ?? 0)]),
  );
  return wanted.map(({ code, year }) => {
    if (code === null) return null;
    const serial = (next.get(`${code} ${year}`) ?? 0) + 1;
    next.set(`${code} ${year}`, serial);
    return formatIndexNumber({ code, year, serial });
  });
}
