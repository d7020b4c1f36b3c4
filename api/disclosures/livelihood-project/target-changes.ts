import { builder } from '../../graphql/builder.ts';
import { type Context, groupBy, loaderOf } from '../../graphql/context.ts';
import type { Moment } from '../../graphql/moment.ts';
import { sql } from '../../store/statements.ts';
import { sameTarget } from './compare.ts';
import { plain } from './decimal.ts';
import type { Direction } from './model.ts';
import { LivelihoodTarget } from './part-schema.ts';

interface StatedTarget {
  readonly documentId: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly target: string | null;
  readonly targets: readonly {
    readonly name: string;
    readonly direction: Direction;
    readonly quantity: string;
    readonly unit: string | null;
  }[];
}

interface TargetChange {
  readonly before: StatedTarget;
  readonly after: StatedTarget;
}

/** Targets of every edition the public has seen up to the moment, oldest first; a withheld one never shows. */
const statedTargets = (context: Context, moment: Moment) =>
  loaderOf<StatedTarget[]>(context, 'livelihood targets by edition', moment, async (ids) => {
    const { asOf } = moment;
    const rows = await context.store.read<StatedTarget>(sql`
      select e.document_id as "documentId", e.number, e.published_at as "publishedAt", p.target,
        coalesce((select json_agg(json_build_object('name', t.name, 'direction', t.direction, 'quantity', t.quantity::text, 'unit', t.unit)
          order by t.position) from livelihood_target t where t.edition_id = e.id), '[]') as targets
      from edition e join livelihood_project p on p.edition_id = e.id
      where e.document_id = any(${ids}::uuid[]) and e.attribute = 'PROACTIVE'
        and ${asOf ? sql`e.published_at <= ${asOf}` : sql`e.published_at is not null`}
      order by e.document_id, e.number`);
    return groupBy(
      rows.map((row) => ({
        ...row,
        targets: row.targets.map((target) => ({ ...target, quantity: plain(target.quantity) })),
      })),
      ({ documentId }) => documentId,
    );
  });

/** Every edition whose target is not that of the edition before it. */
export async function targetChangesOf(documentId: string, moment: Moment, context: Context): Promise<TargetChange[]> {
  const stated = (await statedTargets(context, moment).load(documentId)) ?? [];
  return stated.flatMap((after, index) => {
    const before = stated[index - 1];
    return before && !sameTarget(before, after) ? [{ before, after }] : [];
  });
}

export const LivelihoodTargetChange = builder.objectRef<TargetChange>('LivelihoodTargetChange').implement({
  description: '目标公布后的一次变动。A change of a target after it was published.',
  fields: (t) => ({
    edition: t.int({ description: '自第几版起改变。From which edition on.', resolve: ({ after }) => after.number }),
    changedAt: t.field({
      type: 'DateTime',
      description: '这一版的发布时刻。When that edition was published.',
      resolve: ({ after }) => after.publishedAt,
    }),
    targetBefore: t.string({
      nullable: true,
      description: '原来的目标，照原样。The target as it was written.',
      resolve: ({ before }) => before.target,
    }),
    targetAfter: t.string({
      nullable: true,
      description: '改后的目标，照原样。The target as it is written.',
      resolve: ({ after }) => after.target,
    }),
    before: t.field({
      type: [LivelihoodTarget],
      description: '原来的量化目标。The figures before.',
      resolve: (change) => [...change.before.targets],
    }),
    after: t.field({
      type: [LivelihoodTarget],
      description: '改后的量化目标。The figures after.',
      resolve: (change) => [...change.after.targets],
    }),
  }),
});
