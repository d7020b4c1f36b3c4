import type { Action } from '../core/lifecycle.ts';
import type { Actor } from '../publishing/actor.ts';
import { act } from '../publishing/audit.ts';
import { discard } from '../publishing/discard.ts';
import { BadInput, NotFound } from '../publishing/errors.ts';
import { publishTogether } from '../publishing/publish.ts';
import { approve, clear, returnDraft, review, signOff } from '../publishing/review.ts';
import { schedule, unschedule } from '../publishing/schedule.ts';
import { type Ground, grounds, submit } from '../publishing/submit.ts';
import { seal, withdraw } from '../publishing/withdraw.ts';
import type { Transaction } from '../store/client.ts';
import { builder, type DeskContext } from './builder.ts';
import { Draft, type DraftRow, draftById } from './draft.ts';
import { refusable } from './vocabulary.ts';

type Work<Subject> = (tx: Transaction, subject: Subject, actor: Actor) => Promise<unknown>;

/** Takes a step, records the attempt, and gives the edition as it stands after it. */
async function take(context: DeskContext, action: Action, id: string, work: Work<string>): Promise<DraftRow> {
  await act(context.store, context.actor, { action, subject: id }, (tx) => work(tx, id, context.actor));
  const after = await draftById(context, id);
  if (after) return after;
  throw new NotFound({ zh: '没有这一件了。', en: 'It is gone.' });
}

const GroundEnum = builder.enumType('Ground', {
  description: '不予公开的依据：《政府信息公开条例》。The article on which information is withheld.',
  values: Object.fromEntries(
    grounds.map((name) => [name, { description: `第${name.slice(8)}条。Article ${name.slice(8)}.` }]),
  ) as Record<Ground, { description: string }>,
});

const Withholding = builder.inputType('WithholdingInput', {
  description: '不予公开的说明（1.6）。Why it is withheld.',
  fields: (t) => ({
    ground: t.field({ type: GroundEnum, required: true, description: '依据。The ground.' }),
    reason: t.string({ required: true, description: '理由。The reason.' }),
    decider: t.string({ required: true, description: '决定人。Who decided.' }),
    reassessOn: t.field({ type: 'Date', required: true, description: '重新评估的日期。When it is looked at again.' }),
  }),
});

const Upstream = builder.inputType('UpstreamInput', {
  description: '跟进上级发布的来源（11.1）。The release that is followed.',
  fields: (t) => ({
    organ: t.string({ required: true, description: '上级机关。The authority.' }),
    url: t.string({ required: true, description: '来源网址。Where it released.' }),
    at: t.field({ type: 'DateTime', description: '上级发布的时刻；之前不能发布。When it released; not before that.' }),
  }),
});

const SubmitInput = builder.inputType('SubmitInput', {
  description: '报送时写明的事项。What is stated with a submission.',
  fields: (t) => ({
    withholding: t.field({ type: Withholding, description: '不予公开的说明。Why it is withheld.' }),
    upstream: t.field({ type: Upstream, description: '跟进发布的来源。The release that is followed.' }),
    signOffs: t.stringList({ description: '须会签的机构名称（11.3）。Organizations that must sign off.' }),
    withoutInterpretation: t.string({
      description: '政策性文件为何无需解读，须审核人同意。Why it needs no interpretation.',
    }),
  }),
});

const ReviewInput = builder.inputType('ReviewInput', {
  description: '保密审查（1.8）。A secrecy review.',
  fields: (t) => ({
    isPassed: t.boolean({ required: true, description: '是否通过；不通过的退文。Whether it passes.' }),
    basis: t.string({ required: true, description: '依据。What it rests on.' }),
    note: t.string({ description: '意见。A note.' }),
  }),
});

const id = { required: true as const, description: '稿件编号。Id of the edition.' };
const reason = { required: true as const, description: '理由，不超过 2000 字。The reason.' };
const some = (ids: readonly string[]): readonly string[] => {
  if (ids.length >= 1 && ids.length <= 50 && new Set(ids).size === ids.length) return ids;
  throw new BadInput({ zh: 'ids 须为 1 至 50 个，不重复。', en: 'ids takes 1 to 50, none twice.' });
};

/** Takes a step of several editions, all of them or none, and gives them as they stand after it. */
async function takeTogether(
  context: DeskContext,
  action: Action,
  ids: readonly string[],
  work: Work<readonly string[]>,
): Promise<DraftRow[]> {
  const { store, actor } = context;
  await act(store, actor, { action, subject: ids.join(' ') }, (tx) => work(tx, some(ids), actor));
  return (await Promise.all(ids.map((one) => draftById(context, one)))).filter((row) => row !== null);
}

builder.mutationFields((t) => ({
  submit: t.field({
    type: Draft,
    errors: refusable,
    args: { id: t.arg.id(id), input: t.arg({ type: SubmitInput, description: '写明的事项。What is stated.' }) },
    description:
      '报送审核：检查个人信息；未提公开属性、材料不齐全的当即退文。Submits a draft; what is incomplete is returned at once.',
    resolve: (_, { id: edition, input }, context) =>
      take(context, 'SUBMIT', edition, (tx, held, actor) =>
        submit(tx, held, actor, {
          ...(input?.withholding ? { withholding: input.withholding } : {}),
          ...(input?.upstream
            ? { upstream: { organ: input.upstream.organ, url: input.upstream.url, at: input.upstream.at ?? null } }
            : {}),
          signOffs: input?.signOffs ?? [],
          ...(input?.withoutInterpretation == null ? {} : { withoutInterpretation: input.withoutInterpretation }),
        }),
      ),
  }),
  review: t.field({
    type: Draft,
    errors: refusable,
    args: {
      id: t.arg.id(id),
      input: t.arg({ type: ReviewInput, required: true, description: '审查结果。The result.' }),
    },
    description: '记录保密审查，须由拟稿人以外的人。Records a secrecy review by somebody other than the author.',
    resolve: (_, { id: edition, input: { isPassed, basis, note } }, context) =>
      take(context, 'REVIEW', edition, (tx, held, actor) =>
        review(tx, held, actor, { result: isPassed ? 'PASSED' : 'REFUSED', basis, note: note ?? undefined }),
      ),
  }),
  clear: t.field({
    type: Draft,
    errors: refusable,
    args: {
      id: t.arg.id(id),
      findingId: t.arg.id({ required: true, description: '哪一处，GateFinding 的 id。Which finding.' }),
      reason: t.arg.string(reason),
    },
    description: '核准保留一处发现，记名并说明理由。Lets one finding stay, by name and with a reason.',
    resolve: (_, { id: edition, findingId, reason: why }, context) =>
      take(context, 'CLEAR', edition, (tx, held, actor) => clear(tx, held, actor, { findingId, reason: why })),
  }),
  signOff: t.field({
    type: Draft,
    errors: refusable,
    args: { id: t.arg.id(id) },
    description: '会签。Signs off for one’s organization.',
    resolve: (_, { id: edition }, context) => take(context, 'SIGN_OFF', edition, signOff),
  }),
  returnDraft: t.field({
    type: Draft,
    errors: refusable,
    args: { id: t.arg.id(id), reason: t.arg.string(reason) },
    description: '退文，说明理由。Sends it back with a reason.',
    resolve: (_, { id: edition, reason: why }, context) =>
      take(context, 'RETURN', edition, (tx, held, actor) => returnDraft(tx, held, actor, why)),
  }),
  approve: t.field({
    type: Draft,
    errors: refusable,
    args: { id: t.arg.id(id) },
    description: '审签：只对这一内容有效。Approves exactly this edition.',
    resolve: (_, { id: edition }, context) => take(context, 'APPROVE', edition, approve),
  }),
  discard: t.field({
    type: 'ID',
    errors: { ...refusable, result: { name: 'Discarded' } },
    args: { id: t.arg.id(id) },
    description: '弃稿；曾公开的不可弃。Throws a draft away; never what was public.',
    resolve: async (_, { id: edition }, { store, actor }) => {
      await act(store, actor, { action: 'DISCARD', subject: edition }, (tx) => discard(tx, edition, actor));
      return edition;
    },
  }),
  publish: t.field({
    type: [Draft],
    errors: refusable,
    args: {
      ids: t.arg.idList({
        required: true,
        description: '一件或同时发布的几件（文件与解读）。One or several together.',
      }),
    },
    description: '发布已审签的，几件同时，要么全部要么全无。Publishes what is approved: all of it or nothing.',
    resolve: (_, { ids }, context) => takeTogether(context, 'PUBLISH', ids, publishTogether),
  }),
  schedule: t.field({
    type: [Draft],
    errors: refusable,
    args: {
      ids: t.arg.idList({ required: true, description: '同时发布的各件。Those that go out together.' }),
      at: t.arg({ type: 'DateTime', required: true, description: '何时，一年之内。When, within a year.' }),
    },
    description: '定时发布：到时一次，要么全部要么全无。Publishes at an instant, once, all of it or nothing.',
    resolve: (_, { ids, at }, context) =>
      takeTogether(context, 'SCHEDULE', ids, (tx, held, actor) => schedule(tx, held, actor, at)),
  }),
  unschedule: t.field({
    type: Draft,
    errors: refusable,
    args: { id: t.arg.id(id) },
    description: '取消定时，同批各件一并取消。Cancels the schedule, for all that go out together.',
    resolve: (_, { id: edition }, context) => take(context, 'UNSCHEDULE', edition, unschedule),
  }),
  withdraw: t.field({
    type: 'ID',
    errors: { ...refusable, result: { name: 'Withdrawn' } },
    args: {
      indexNumber: t.arg.string({ required: true, description: '索引号。Index number.' }),
      reason: t.arg.string(reason),
    },
    description: '撤回现行版本，公开显示理由。Withdraws the live edition; the reason is shown in public.',
    resolve: async (_, { indexNumber, reason: why }, { store, actor }) => {
      await act(store, actor, { action: 'WITHDRAW', subject: indexNumber }, (tx) =>
        withdraw(tx, indexNumber, actor, why),
      );
      return indexNumber;
    },
  }),
  seal: t.field({
    type: Draft,
    errors: refusable,
    args: { id: t.arg.id(id), reason: t.arg.string(reason) },
    description: '封存已被更正、更新或撤回的一版：任何时刻都不再可读。Closes an edition for good, at every instant.',
    resolve: (_, { id: edition, reason: why }, context) =>
      take(context, 'SEAL', edition, (tx, held, actor) => seal(tx, held, actor, why)),
  }),
}));
