import type { Bilingual } from '../core/finding.ts';
import { stateLabels } from '../core/lifecycle.ts';
import type { DeskContext } from './builder.ts';
import { concerning } from './draft.ts';

/** Lists of work by where it stands. A scheduled edition is approved still, but nobody need do anything about it. */
export const workLists = ['draft', 'in-review', 'returned', 'approved', 'scheduled', 'published'] as const;
export type WorkList = (typeof workLists)[number];

export const workListLabels: Readonly<Record<WorkList, Bilingual>> = {
  draft: stateLabels.DRAFT,
  'in-review': stateLabels.IN_REVIEW,
  returned: stateLabels.RETURNED,
  approved: stateLabels.APPROVED,
  scheduled: { zh: '已定时', en: 'scheduled' },
  published: stateLabels.PUBLISHED,
};

const isScheduled = { release: { is: { state: 'PENDING' as const } } };

const conditions = {
  draft: { state: 'DRAFT' as const },
  'in-review': { state: 'IN_REVIEW' as const },
  returned: { state: 'RETURNED' as const },
  // Not `NOT`: what has no release at all is neither scheduled nor not, for SQL.
  approved: {
    state: 'APPROVED' as const,
    OR: [{ releaseId: null }, { release: { is: { state: { not: 'PENDING' as const } } } }],
  },
  scheduled: { state: 'APPROVED' as const, ...isScheduled },
  published: { state: 'PUBLISHED' as const },
};

/** What is public now, and what was withdrawn. */
const onceLive = { state: { in: ['PUBLISHED' as const, 'WITHDRAWN' as const] } };

const within = ({ actor }: DeskContext, condition: (typeof conditions)[WorkList] | typeof onceLive, title = '') => ({
  AND: [condition, concerning(actor)],
  isSample: false,
  ...(title === '' ? {} : { title: { contains: title } }),
});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Asked {
  readonly first: number;
  /** The id of the last one seen. */
  readonly after?: string;
  readonly title?: string;
}

async function page(context: DeskContext, condition: Parameters<typeof within>[1], { first, after, title }: Asked) {
  const rows = await context.store.db.edition.findMany({
    where: within(context, condition, title),
    include: {
      document: { include: { organization: true } },
      release: true,
      signOffs: true,
      reviews: true,
      gateFindings: { where: { clearedAt: null }, take: 1 },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
    ...(after && uuid.test(after) ? { cursor: { id: after }, skip: 1 } : {}),
  });
  return { rows: rows.slice(0, first), hasMore: rows.length > first };
}

export type ListedEdition = Awaited<ReturnType<typeof page>>['rows'][number];

/** One list, the newest first, without all that is known of each. */
export const listOf = (context: DeskContext, list: WorkList, asked: Asked) => page(context, conditions[list], asked);

/** Own records that are public or were withdrawn. */
export const recordsOf = (context: DeskContext, asked: Asked) => page(context, onceLive, asked);

/** How many there are in each list. */
export async function countsOf(context: DeskContext): Promise<ReadonlyMap<WorkList, number>> {
  const counts = workLists.map(
    async (list) => [list, await context.store.db.edition.count({ where: within(context, conditions[list]) })] as const,
  );
  return new Map(await Promise.all(counts));
}

/** The last thing that happened to each edition. */
export async function lastStepsOf({ store }: DeskContext, rows: readonly ListedEdition[]) {
  const events = await store.db.event.findMany({
    where: {
      documentId: { in: rows.map(({ documentId }) => documentId) },
      editionId: { in: rows.map(({ id }) => id) },
    },
    orderBy: { timepoint: 'desc' },
    distinct: ['editionId'],
  });
  return new Map(events.map((event) => [event.editionId, event]));
}
