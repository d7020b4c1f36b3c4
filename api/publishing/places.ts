import { officialNames, townKey, type WrittenPlace } from '../core/place-name.ts';
import type { ResolvePlace } from '../disclosures/kind.ts';
import type { Transaction } from '../store/client.ts';

/**
 * Finds divisions by any written name (行政区划), within the divisions below `scope`. A name several places have, and no
 * town to tell them apart, finds none: which is meant is never guessed.
 */
export async function placeResolver(
  tx: Transaction,
  places: readonly WrittenPlace[],
  scope: string | null,
): Promise<ResolvePlace> {
  if (places.length === 0) return () => null;
  const names = [...new Set(places.flatMap(({ name }) => officialNames(name)))];
  const divisions = await tx.division.findMany({
    where: { name: { in: names }, ...(scope === null ? {} : { code: { startsWith: scope } }) },
    include: { parent: true },
  });
  const byName = Map.groupBy(divisions, ({ name }) => name);
  return ({ name, town }) => {
    for (const official of officialNames(name)) {
      const found = (byName.get(official) ?? []).filter(
        ({ parent }) => town === null || (parent !== null && townKey(parent.name) === townKey(town)),
      );
      if (found.length > 0) return found.length === 1 ? (found[0]?.code ?? null) : null;
    }
    return null;
  };
}
