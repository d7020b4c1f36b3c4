import { type Context, groupBy, loaderOf } from '../../graphql/context.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { sql } from '../../store/statements.ts';
import { kindName } from './reads.ts';
import { effects, validity } from './validity.ts';

/** 依据、落实、转发: what makes one document rest on another. */
export const resting = sql`('BASED_ON', 'IMPLEMENTS', 'FORWARDS')`;

export interface DependentRow {
  readonly rootId: string;
  readonly documentId: string;
  /** The document through which it rests on the root: the root itself at depth 1. */
  readonly throughId: string;
  readonly type: string;
  readonly depth: number;
}

const mostDependents = 500;

/**
 * Documents that rest on others, step by step: they name one of them as their basis, or one that does. Each is given
 * once, by the shortest way; circles end by themselves.
 */
export const dependentsOf = (context: Context, moment: Moment, depth: number) =>
  loaderOf<DependentRow[]>(context, `dependents ${depth}`, moment, async (ids) => {
    context.touched.add(kindName);
    const rows = await context.store.read<DependentRow>(sql`
      with recursive reached(root, document_id, through, type, depth, number, title_key, way) as (
        select e.document_id, e.document_id, e.document_id, null::text, 0, r.number, r.title_key, array[e.document_id]
        from edition e join regulatory_document r on r.edition_id = e.id
        where e.document_id = any(${ids}::uuid[]) and e.kind = ${kindName} and ${visible(sql`e`, moment)}
        union all
        select reached.root, e.document_id, reached.document_id, x.type::text, reached.depth + 1, r.number, r.title_key, reached.way || e.document_id
        from reached join relation x on x.target_key in (reached.number, reached.title_key) and x.type in ${resting}
          join edition e on e.id = x.edition_id and ${visible(sql`e`, moment)}
          join regulatory_document r on r.edition_id = e.id
        where reached.depth < ${depth}::int and not e.document_id = any(reached.way)
      )
      select * from (
        select distinct on (root, document_id) root as "rootId", document_id as "documentId", through as "throughId", type, depth
        from reached where depth > 0 order by root, document_id, depth
      ) shortest order by depth, "documentId" limit ${mostDependents}`);
    return groupBy(rows, ({ rootId }) => rootId);
  });

/** Documents in force on the day that rest on one that is repealed or has lapsed: the newest first. */
export async function restingOnEnded(context: Context, moment: Moment, first: number): Promise<readonly string[]> {
  context.touched.add(kindName);
  const rows = await context.store.read<{ documentId: string }>(sql`
    with judged as materialized (
      select e.document_id, e.id, e.formed_on, r.number, r.title_key, ${validity(moment)} as validity
      from edition e join regulatory_document r on r.edition_id = e.id ${effects(moment, 'whole')}
      where e.kind = ${kindName} and ${visible(sql`e`, moment)}
    ), ended as materialized (
      select document_id, number as key from judged where validity in ('REPEALED', 'LAPSED') and number is not null
      union select document_id, title_key from judged where validity in ('REPEALED', 'LAPSED')
    )
    select j.document_id as "documentId" from judged j
    where j.validity in ('IN_FORCE', 'AMENDED') and exists (
      select from relation x join ended on ended.key = x.target_key
      where x.edition_id = j.id and x.type in ${resting} and ended.document_id <> j.document_id)
    order by j.formed_on desc nulls last, j.document_id limit ${first}::int`);
  return rows.map(({ documentId }) => documentId);
}
