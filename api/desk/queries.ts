import { type Action, type EditionState, lifecycle, type Role } from '../core/lifecycle.ts';
import type { Actor } from '../publishing/actor.ts';
import { BadInput } from '../publishing/errors.ts';
import { type AuditRow, auditOf, type TokenRow, tokensOf } from './administration.ts';
import { builder } from './builder.ts';
import { Draft, type DraftRow, draftById, draftsOf } from './draft.ts';
import { EditionStateEnum, RoleEnum, Step } from './vocabulary.ts';

const largestPage = 100;
const open: readonly EditionState[] = ['DRAFT', 'IN_REVIEW', 'RETURNED', 'APPROVED'];

function pageSize(first: number): number {
  if (first >= 1 && first <= largestPage) return first;
  throw new BadInput({ zh: `first 须为 1 至 ${largestPage}。`, en: `first must be 1 to ${largestPage}.` });
}

const Me = builder.objectRef<Actor>('Me').implement({
  description: '令牌的持有人。Who the token stands for.',
  fields: (t) => ({
    name: t.exposeString('name', { description: '姓名。Name.' }),
    roles: t.field({ type: [RoleEnum], description: '角色。Roles.', resolve: ({ roles }) => [...roles] }),
    organizations: t.stringList({
      nullable: true,
      description: '可代表的机构；null 为全部。Whose records it may act on; null: every organization’s.',
      resolve: async ({ organizationIds }, _, { store }) => {
        if (organizationIds === 'ALL') return null;
        const rows = await store.db.organization.findMany({
          where: { id: { in: [...organizationIds] } },
          orderBy: { name: 'asc' },
        });
        return rows.map(({ name }) => name);
      },
    }),
  }),
});

const DraftPage = builder
  .objectRef<{ readonly nodes: readonly DraftRow[]; readonly hasNextPage: boolean }>('DraftPage')
  .implement({
    description: '一页稿件。A page of editions.',
    fields: (t) => ({
      nodes: t.field({
        type: [Draft],
        description: '稿件，新的在前。The newest first.',
        resolve: ({ nodes }) => [...nodes],
      }),
      hasNextPage: t.exposeBoolean('hasNextPage', {
        description: '之后是否还有；以最后一件的 id 为 after 继续。Whether there are more after the last id.',
      }),
    }),
  });

const Token = builder.objectRef<TokenRow>('Token').implement({
  description: '一个令牌；密文从不显示。A token; its secret is never shown.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '编号。Its id.' }),
    holder: t.exposeString('holder', { description: '持有人。Who holds it.' }),
    roles: t.field({ type: [RoleEnum], description: '角色。Roles.', resolve: ({ roles }) => roles as Role[] }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: '到期。When it expires.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: '停用时刻。When it was revoked.',
    }),
    lastUsedOn: t.string({
      nullable: true,
      description: '最近使用的日期。The day it was last used.',
      resolve: ({ lastUsedOn }) => lastUsedOn?.toISOString().slice(0, 10) ?? null,
    }),
    createdBy: t.exposeString('createdBy', { description: '谁发放。Who made it.' }),
  }),
});

const AuditEntry = builder.objectRef<AuditRow>('AuditEntry').implement({
  description: '一次写操作的尝试。One attempt to change something.',
  fields: (t) => ({
    id: t.id({ description: '序号，可作 before。Its number.', resolve: ({ id }) => String(id) }),
    at: t.expose('at', { type: 'DateTime', description: '时刻。When.' }),
    actor: t.exposeString('actor', { description: '谁。Who.' }),
    remote: t.exposeString('remote', {
      nullable: true,
      description: '从哪个地址；null 为本机命令行。From where; null: this machine’s shell.',
    }),
    action: t.exposeString('action', { description: '做什么。What.' }),
    subject: t.exposeString('subject', { nullable: true, description: '对什么。About what.' }),
    outcome: t.exposeString('outcome', { description: 'ALLOWED 允许，REFUSED 拒绝，FAILED 失败。The outcome.' }),
    reason: t.exposeString('reason', { nullable: true, description: '为何被拒。Why it was refused.' }),
  }),
});

builder.queryFields((t) => ({
  me: t.field({ type: Me, description: '你是谁。Who you are.', resolve: (_, __, { actor }) => actor }),
  lifecycle: t.field({
    type: [Step],
    description: '状态机全表。The whole state machine.',
    resolve: () => (Object.keys(lifecycle) as Action[]).map((action) => ({ action })),
  }),
  drafts: t.field({
    type: DraftPage,
    args: {
      states: t.arg({
        type: [EditionStateEnum],
        description: '哪些状态；不写为未发布的各状态。Which states; all before publication unless given.',
      }),
      first: t.arg.int({
        required: true,
        defaultValue: 20,
        description: `至多几件，1–${largestPage}。At most so many.`,
      }),
      after: t.arg.id({ description: '从这一件之后。After this one.' }),
    },
    description: '与你有关的稿件。The editions that concern you.',
    resolve: (_, { states, first, after }, context) =>
      draftsOf(context, { states: states ?? open, first: pageSize(first), after: after ?? null }),
  }),
  draft: t.field({
    type: Draft,
    nullable: true,
    args: { id: t.arg.id({ required: true, description: '稿件编号。Its id.' }) },
    description: '一件稿件；没有或与你无关时为 null。One edition; null when there is none that concerns you.',
    resolve: (_, { id }, context) => draftById(context, id),
  }),
  tokens: t.field({
    type: [Token],
    description: '令牌（管理员）。The tokens; for administrators.',
    resolve: async (_, __, context) => [...(await tokensOf(context))],
  }),
  audit: t.field({
    type: [AuditEntry],
    args: {
      first: t.arg.int({
        required: true,
        defaultValue: 50,
        description: `至多几条，1–${largestPage}。At most so many.`,
      }),
      before: t.arg.id({ description: '在这一条之前。Before this one.' }),
    },
    description:
      '审计记录，新的在前（审计人，且不限机构）。Every attempt, newest first; for auditors of the whole platform.',
    resolve: async (_, { first, before }, context) => [
      ...(await auditOf(context, { first: pageSize(first), before: before ?? null })),
    ],
  }),
}));
