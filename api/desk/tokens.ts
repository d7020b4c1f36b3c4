import { act } from '../publishing/audit.ts';
import { createToken, longestLife, revokeToken } from '../publishing/tokens.ts';
import { builder } from './builder.ts';
import { RoleEnum, refusable } from './vocabulary.ts';

interface FreshToken {
  readonly id: string;
  readonly text: string;
  readonly expiresAt: Date;
}

const Fresh = builder.objectRef<FreshToken>('FreshToken').implement({
  description: '刚发放的令牌，密文只显示这一次。A new token; its text is shown this once.',
  fields: (t) => ({
    id: t.exposeID('id', { description: '编号。Its id.' }),
    text: t.exposeString('text', { description: '令牌全文，请立即妥善保存。The token itself; keep it now.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: '到期。When it expires.' }),
  }),
});

builder.mutationFields((t) => ({
  createToken: t.field({
    type: Fresh,
    errors: refusable,
    args: {
      holder: t.arg.string({ required: true, description: '持有人姓名。Who it is given to.' }),
      roles: t.arg({ type: [RoleEnum], required: true, description: '角色。Roles.' }),
      organizations: t.arg.stringList({
        description: '可代表的机构名称；不写为你所能代表的全部。Whose records; all of yours unless given.',
      }),
      days: t.arg.int({
        required: true,
        defaultValue: 90,
        description: `有效天数，1–${longestLife}。Days until it expires.`,
      }),
    },
    description: '发放令牌（管理员）。Makes a token; for administrators.',
    resolve: (_, { holder, roles, organizations, days }, { store, actor }) =>
      act(store, actor, { action: 'CREATE_TOKEN', subject: holder }, (tx) =>
        createToken(tx, actor, { holder, roles, organizations: organizations ?? [], days }),
      ),
  }),
  revokeToken: t.field({
    type: 'ID',
    errors: { ...refusable, result: { name: 'Revoked' } },
    args: { id: t.arg.id({ required: true, description: '令牌编号。Its id.' }) },
    description: '停用令牌，不可恢复（管理员）。Revokes a token for good; for administrators.',
    resolve: async (_, { id }, { store, actor }) => {
      await act(store, actor, { action: 'REVOKE_TOKEN', subject: id }, (tx) => revokeToken(tx, actor, id));
      return id;
    },
  }),
}));
