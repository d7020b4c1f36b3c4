import { type LocalDate, toUtcDate } from '../core/local-date.ts';
import { organizationKey } from '../core/organization-name.ts';
import type { ResolveOrganization } from '../disclosures/kind.ts';
import type { Transaction } from '../store/client.ts';

/**
 * Finds organizations by any written name in use on a day (别名表). A name of a longer division wins nothing: names are
 * unique within the county's documents, and an official name goes before an alias.
 */
export async function organizationResolver(
  tx: Transaction,
  names: readonly string[],
  on: LocalDate | null,
): Promise<ResolveOrganization> {
  const keys = new Map(names.map((name) => [name, organizationKey(name)]));
  const rows = await tx.organizationName.findMany({
    where: { name: { in: [...new Set(keys.values())] } },
    orderBy: { isOfficial: 'asc' },
  });
  const day = on ? toUtcDate(on) : null;
  const inUse = rows.filter(
    ({ validFrom, validTo }) => !day || ((!validFrom || validFrom <= day) && (!validTo || validTo >= day)),
  );
  const found = new Map(inUse.map(({ name, organizationId }) => [name, organizationId]));
  return (written) => found.get(keys.get(written) ?? organizationKey(written)) ?? null;
}
