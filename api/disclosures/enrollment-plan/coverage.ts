import { builder } from '../../graphql/builder.ts';
import { type Context, loaderOf } from '../../graphql/context.ts';
import { Division, type DivisionRow, readsRegister } from '../../graphql/division.ts';
import type { Transaction } from '../../store/client.ts';
import { sql } from '../../store/statements.ts';

interface Coverage {
  readonly villages: number;
  readonly missing: readonly DivisionRow[];
}

/** Villages and communities of the publisher's county that no area of the edition names. */
const missingVillages = (editions: readonly string[]) => sql`
  select e.id as "editionId", v.code, v.name, v.level, v.parent_code as "parentCode",
    a.division_code is null as missing
  from edition e join organization o on o.id = e.publisher_id
  join division v on v.level = 'VILLAGE' and v.code like left(o.division_code, 6) || '%'
  left join lateral (
    select division_code from enrollment_area a where a.edition_id = e.id and a.division_code = v.code limit 1
  ) a on true
  where e.id = any(${editions}::uuid[])
    and not exists (select from enrollment_area f where f.edition_id = e.id and f.kind = 'FEEDER') order by v.code`;

export const coverageOf = (context: Context) =>
  loaderOf<Coverage>(context, 'enrollment coverage', null, async (ids) => {
    readsRegister(context);
    const rows = await context.store.read<DivisionRow & { editionId: string; missing: boolean }>(missingVillages(ids));
    const byEdition = Map.groupBy(rows, ({ editionId }) => editionId);
    return new Map(
      [...byEdition].map(([id, villages]) => [
        id,
        { villages: villages.length, missing: villages.filter(({ missing }) => missing) },
      ]),
    );
  });

/** Names of villages that stand in no area of what is about to be stored, by the codes its places were linked to. */
export async function villagesWithout(
  tx: Transaction,
  organizationId: string,
  codes: ReadonlySet<string>,
): Promise<{ readonly all: number; readonly missing: readonly string[] }> {
  const villages = await tx.$queryRaw<{ code: string; name: string }[]>(sql`
    select v.code, v.name from organization o join division v on v.level = 'VILLAGE' and v.code like left(o.division_code, 6) || '%'
    where o.id = ${organizationId}::uuid order by v.code`);
  return { all: villages.length, missing: villages.filter(({ code }) => !codes.has(code)).map(({ name }) => name) };
}

export const CatchmentCoverage = builder.objectRef<Coverage>('CatchmentCoverage').implement({
  description: '招生范围覆盖全县各村、社区的情况。How the villages and communities of the county are covered.',
  fields: (t) => ({
    villages: t.exposeInt('villages', { description: '全县村、社区数。How many villages and communities there are.' }),
    covered: t.int({
      description: '已划入招生范围的个数。How many are in an area.',
      resolve: ({ villages, missing }) => villages - missing.length,
    }),
    share: t.string({
      nullable: true,
      description: '覆盖率，百分数，一位小数。Share in percent, one decimal.',
      resolve: ({ villages, missing }) =>
        villages === 0 ? null : (Math.floor(((villages - missing.length) * 1_000) / villages) / 10).toFixed(1),
    }),
    missing: t.field({
      type: [Division],
      complexity: { field: 2, multiplier: 10 },
      description: '未划入任何招生范围的村、社区。Those in no area.',
      resolve: ({ missing }) => [...missing],
    }),
  }),
});
