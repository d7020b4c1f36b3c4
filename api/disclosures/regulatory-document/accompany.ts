import type { Transaction } from '../../store/client.ts';
import { sql } from '../../store/statements.ts';
import type { Lack } from '../kind.ts';

/** Which documents must be interpreted: normative ones, and policies that issue an instrument. `r` is its row. */
export const needsInterpretation = sql`(r.rank = 'NORMATIVE' or r.rank = 'POLICY' and r.instrument_title is not null)`;

const missing: Lack = {
  rule: 'interpretation-missing',
  message: {
    zh: '政策性文件须与解读同步发布（14.1）：解读尚未公开，也不在同时发布的各件之中，材料不齐全的予以退文。没有导入解读的请先导入；已导入的请一并审签，发布时同时发布。',
    en: 'A policy document goes out together with its interpretation, and that is neither public nor among those published together. Import it first where it is not here; where it is, have it approved too and publish both together.',
  },
};

/** The interpretation (解读) a policy document must go out with. */
export async function lacksInterpretation(
  tx: Transaction,
  editionId: string,
  together: readonly string[],
): Promise<readonly Lack[]> {
  const [row] = await tx.$queryRaw<{ isLacking: boolean }[]>(sql`
    select not exists (
      select from relation x join edition i on i.id = x.edition_id
      where x.type = 'INTERPRETS' and x.target_key in (r.number, r.title_key) and i.document_id <> e.document_id
        and (i.published_at is not null and i.published_until is null or i.id = any(${together}::uuid[]))
    ) as "isLacking"
    from edition e join regulatory_document r on r.edition_id = e.id
    where e.id = ${editionId}::uuid and ${needsInterpretation}`);
  return row?.isLacking ? [missing] : [];
}
