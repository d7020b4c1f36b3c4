import { type Action, type EditionState, isPossible, lifecycle } from '../core/lifecycle.ts';
import { kindNamed } from '../disclosures/registry.ts';
import { type Actor, mayActFor } from '../publishing/actor.ts';
import { obstaclesOf } from '../publishing/gate.ts';
import { builder, type DeskContext } from './builder.ts';
import { ActionEnum, EditionStateEnum, Finding, Words } from './vocabulary.ts';

const withAll = {
  document: { include: { organization: true } },
  release: true,
  findings: { orderBy: { position: 'asc' } },
  gateFindings: { orderBy: { position: 'asc' } },
  reviews: { orderBy: { at: 'asc' } },
  signOffs: true,
} as const;

const read = ({ store }: DeskContext, id: string) => store.db.edition.findUnique({ where: { id }, include: withAll });

export type DraftRow = NonNullable<Awaited<ReturnType<typeof read>>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether an edition concerns who asks: it is of his organizations, or one of them is asked to sign off. */
const concerns = ({ document, signOffs }: DraftRow, { actor }: DeskContext): boolean =>
  mayActFor(actor, document.organizationId) || signOffs.some(({ organizationId }) => mayActFor(actor, organizationId));

/** An edition by its id; null for what there is not, and for what does not concern who asks. */
export async function draftById(context: DeskContext, id: string): Promise<DraftRow | null> {
  const row = uuid.test(id) ? await read(context, id) : null;
  return row && concerns(row, context) ? row : null;
}

/** The same as a condition: only editions that concern who asks. */
export const concerning = ({ organizationIds }: Actor) =>
  organizationIds === 'ALL'
    ? {}
    : {
        OR: [
          { document: { organizationId: { in: [...organizationIds] } } },
          { signOffs: { some: { organizationId: { in: [...organizationIds] } } } },
        ],
      };

export interface DraftFilter {
  readonly states: readonly EditionState[];
  readonly first: number;
  readonly after: string | null;
}

/** Editions that concern who asks, the newest first, and whether there are more. */
export async function draftsOf(
  context: DeskContext,
  { states, first, after }: DraftFilter,
): Promise<{ readonly nodes: readonly DraftRow[]; readonly hasNextPage: boolean }> {
  const last = after === null ? null : await context.store.db.edition.findUnique({ where: { id: after } });
  const earlier = last
    ? { AND: [{ OR: [{ createdAt: { lt: last.createdAt } }, { createdAt: last.createdAt, id: { lt: last.id } }] }] }
    : {};
  const rows = await context.store.db.edition.findMany({
    where: { state: { in: [...states] }, isSample: false, ...concerning(context.actor), ...earlier },
    include: withAll,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: first + 1,
  });
  return { nodes: rows.slice(0, first), hasNextPage: rows.length > first };
}

const GateFinding = builder.objectRef<DraftRow['gateFindings'][number]>('GateFinding').implement({
  description: '发布前须由人核定的一处（个人信息等）。Something a person must settle before publication.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '标识，可用于 clear。Its id, for clear.' }),
    rule: t.exposeString('rule', { description: '规则代码，如 personal-identity-number。Code of the rule.' }),
    file: t.exposeString('file', {
      nullable: true,
      description:
        '在哪个文件；null 为记录本身，或不止一个文件。In which file; null: in the record itself, or in several.',
    }),
    place: t.field({
      type: Words,
      description: '在哪一格、哪一页、哪个字段。In which cell, page or field.',
      resolve: ({ placeZh, placeEn }) => ({ zh: placeZh, en: placeEn }),
    }),
    shown: t.exposeString('shown', { nullable: true, description: '已遮盖的内容。What stands there, masked.' }),
    message: t.field({
      type: Words,
      description: '发现了什么。What was found.',
      resolve: ({ messageZh, messageEn }) => ({ zh: messageZh, en: messageEn }),
    }),
    clearedAt: t.expose('clearedAt', {
      type: 'DateTime',
      nullable: true,
      description: '核准时刻；null 为待核。When it was cleared; null: open.',
    }),
    clearedBy: t.exposeString('clearedBy', { nullable: true, description: '核准人。Who cleared it.' }),
    clearedReason: t.exposeString('clearedReason', { nullable: true, description: '理由。Why it may stay.' }),
  }),
});

const ReviewResult = builder.enumType('ReviewResult', {
  description: '保密审查的结果。The result of a secrecy review.',
  values: {
    PASSED: { description: '通过。It passed.' },
    REFUSED: { description: '不通过，退文。It did not; returned.' },
  },
});

const Review = builder.objectRef<DraftRow['reviews'][number]>('Review').implement({
  description: '一次保密审查。One secrecy review.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: '时刻。When.' }),
    reviewer: t.exposeString('reviewer', { description: '审查人。Who.' }),
    result: t.expose('result', { type: ReviewResult, description: '结果。The result.' }),
    basis: t.exposeString('basis', { description: '依据。What it rests on.' }),
    note: t.exposeString('note', { nullable: true, description: '意见。A note.' }),
  }),
});

interface EventRow {
  readonly at: Date;
  readonly type: string;
  readonly actor: string;
  readonly reason: string | null;
}

const HistoryEvent = builder.objectRef<EventRow>('HistoryEvent').implement({
  description: '经过的一步。One step it went through.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: '时刻。When.' }),
    type: t.exposeString('type', { description: '哪一步，如 SUBMITTED、RETURNED。Which step.' }),
    actor: t.exposeString('actor', { description: '谁。Who.' }),
    reason: t.exposeString('reason', { nullable: true, description: '理由或说明。Why.' }),
  }),
});

const Obstacle = builder
  .objectRef<{ readonly rule: string; readonly message: { zh: string; en: string } }>('Obstacle')
  .implement({
    description: '尚不能发布的一个原因。One reason why it cannot be published yet.',
    fields: (t) => ({
      rule: t.exposeString('rule', { description: '规则代码。Code of the rule.' }),
      message: t.expose('message', { type: Words, description: '说明，含怎么办。What is missing, and what to do.' }),
    }),
  });

/** Steps that who asks may take now; those of an edition's own life. */
export const possible = (
  { state, author, document }: Pick<DraftRow, 'state' | 'author'> & { readonly document: { organizationId: string } },
  { actor }: Pick<DeskContext, 'actor'>,
): Action[] =>
  (Object.keys(lifecycle) as Action[]).filter((action) => {
    const { roles, isForAnother } = { isForAnother: false, ...lifecycle[action] };
    return (
      isPossible(action, state) &&
      roles.some((role) => actor.roles.includes(role)) &&
      (action === 'SIGN_OFF' || mayActFor(actor, document.organizationId)) &&
      !(isForAnother && author === actor.name)
    );
  });

export const bilingualFinding = ({
  messageZh,
  messageEn,
  remedyZh,
  remedyEn,
  ...rest
}: DraftRow['findings'][number]) => ({
  rule: rest.rule,
  severity: rest.severity,
  message: { zh: messageZh, en: messageEn },
  ...(rest.sheet === null ? {} : { sheet: rest.sheet }),
  ...(rest.row === null ? {} : { row: rest.row }),
  ...(rest.column === null ? {} : { column: rest.column }),
  ...(remedyZh === null ? {} : { remedy: { zh: remedyZh, en: remedyEn ?? remedyZh } }),
});

export const Draft = builder.objectRef<DraftRow>('Draft').implement({
  description: '一个版本，从草稿到发布以后。An edition, from draft to publication and after.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '稿件编号。Its id.' }),
    kind: t.exposeString('kind', { description: '种类。Its kind.' }),
    title: t.exposeString('title', { description: '标题。Title.' }),
    state: t.expose('state', { type: EditionStateEnum, description: '状态。Where it stands.' }),
    number: t.exposeInt('number', { description: '第几版。Its number.' }),
    indexNumber: t.string({
      nullable: true,
      description: '索引号；首次发布前为 null。Index number; null before the first publication.',
      resolve: ({ document }) => document.indexNumber,
    }),
    organization: t.string({
      description: '责任机构名称。The responsible organization.',
      resolve: ({ document }) => document.organization.name,
    }),
    attribute: t.exposeString('attribute', { nullable: true, description: '公开属性。Disclosure attribute.' }),
    author: t.exposeString('author', { nullable: true, description: '拟稿人。Who drafted it.' }),
    changeNote: t.exposeString('changeNote', { nullable: true, description: '变更说明。What changed.' }),
    digest: t.exposeString('digest', { description: '内容摘要；审签只对这一内容有效。Digest of what it states.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: '拟稿时刻。When it was drafted.' }),
    publishedAt: t.expose('publishedAt', {
      type: 'DateTime',
      nullable: true,
      description: '发布时刻。When it was published.',
    }),
    scheduledAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: '定时发布的时刻。When it will be published.',
      resolve: ({ release }) => (release?.state === 'PENDING' ? release.at : null),
    }),
    releaseFailure: t.string({
      nullable: true,
      description: '定时发布未成的原因。Why a scheduled publication did not happen.',
      resolve: ({ release, publishedAt }) => (publishedAt === null ? (release?.failure ?? null) : null),
    }),
    findings: t.field({
      type: [Finding],
      description: '对数据的发现。What the rules found.',
      resolve: ({ findings }) => findings.map(bilingualFinding),
    }),
    gateFindings: t.expose('gateFindings', { type: [GateFinding], description: '须核定的各处。What must be settled.' }),
    reviews: t.expose('reviews', { type: [Review], description: '保密审查记录。Secrecy reviews.' }),
    history: t.field({
      type: [HistoryEvent],
      description: '经过，先后为序。What happened to it, in order.',
      resolve: ({ id }, _, { store }) =>
        store.db.event.findMany({ where: { editionId: id }, orderBy: { timepoint: 'asc' } }),
    }),
    obstacles: t.field({
      type: [Obstacle],
      description: '现在还不能发布的原因；空为可以。Why it cannot be published now; empty: it can.',
      resolve: (row, _, { store, now }) =>
        store.db.$transaction((tx) => obstaclesOf(tx, row, { at: now, together: [row.id] })),
    }),
    actions: t.field({
      type: [ActionEnum],
      description: '你现在可做的各步。What you may do now.',
      resolve: (row, _, context) => possible(row, context),
    }),
    label: t.field({
      type: Words,
      description: '种类的名称。Name of its kind.',
      resolve: ({ kind }) => kindNamed(kind)?.label ?? { zh: kind, en: kind },
    }),
  }),
});
