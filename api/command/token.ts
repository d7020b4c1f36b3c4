import { Command, InvalidArgumentError } from 'commander';
import { type Role, roleLabels } from '../core/lifecycle.ts';
import { demandRole } from '../publishing/actor.ts';
import { act } from '../publishing/audit.ts';
import { createToken, longestLife, revokeToken } from '../publishing/tokens.ts';
import { actorOf, run, withStore } from './session.ts';

const roles = Object.keys(roleLabels) as Role[];

function rolesOf(text: string): Role[] {
  const named = text.split(',').map((one) => one.trim().toUpperCase());
  const unknown = named.find((one) => !roles.includes(one as Role));
  if (unknown === undefined) return named as Role[];
  throw new InvalidArgumentError(`没有角色“${unknown}”；有：${roles.join(', ')} / there is no role "${unknown}"`);
}

interface CreateOptions {
  readonly holder: string;
  readonly roles: Role[];
  readonly organization?: readonly string[];
  readonly days: string;
}

const create = new Command('create')
  .description('发放令牌，只显示这一次 / make a token; it is shown this once')
  .requiredOption('--holder <name>', '持有人姓名；同一人的令牌视为一人 / the person; all tokens of one are one person')
  .requiredOption('--roles <roles>', `角色，逗号分隔：${roles.join(', ')} / roles`, rolesOf)
  .option('--organization <name...>', '可代表的机构；不写为全部 / whose records it may act on; all unless given')
  .option('--days <n>', `有效天数，至多 ${longestLife} / days until it expires`, '90')
  .action(({ holder, roles: given, organization = [], days }: CreateOptions) =>
    run((config) =>
      withStore(config, async (store) => {
        const actor = await actorOf(store, config);
        const { id, text, expiresAt } = await act(store, actor, { action: 'CREATE_TOKEN', subject: holder }, (tx) =>
          createToken(tx, actor, { holder, roles: given, organizations: organization, days: Number(days) }),
        );
        process.stdout.write(`${text}\n`);
        process.stderr.write(
          `令牌 ${id}，${expiresAt.toISOString()} 到期；只显示这一次，请立即妥善保存 / shown this once, keep it now\n`,
        );
      }),
    ),
  );

const list = new Command('list').description('列出令牌 / list the tokens').action(() =>
  run((config) =>
    withStore(config, async (store) => {
      const { db } = store;
      demandRole(await actorOf(store, config), ['ADMINISTRATOR'], { zh: '查看令牌', en: 'see tokens' });
      const tokens = await db.token.findMany({ orderBy: { createdAt: 'asc' } });
      const organizations = new Map((await db.organization.findMany()).map(({ id, name }) => [id, name]));
      for (const { id, holder, roles: held, organizationIds, expiresAt, revokedAt, lastUsedOn } of tokens) {
        const scope = organizationIds.map((one) => organizations.get(one) ?? one).join('、') || '全部机构';
        const used = lastUsedOn ? `最近使用 ${lastUsedOn.toISOString().slice(0, 10)}` : '未曾使用';
        const state = revokedAt ? `已停用 ${revokedAt.toISOString()}` : `到期 ${expiresAt.toISOString()}`;
        process.stdout.write(`${id}  ${holder}  ${held.join(',')}  ${scope}  ${state}  ${used}\n`);
      }
      if (tokens.length === 0) process.stdout.write('没有令牌 / no tokens\n');
    }),
  ),
);

const revoke = new Command('revoke')
  .description('停用令牌，不可恢复 / revoke a token for good')
  .argument('<id>', '令牌编号，见 gongkai token list / its id')
  .action((id: string) =>
    run((config) =>
      withStore(config, async (store) => {
        const actor = await actorOf(store, config);
        await act(store, actor, { action: 'REVOKE_TOKEN', subject: id }, (tx) => revokeToken(tx, actor, id));
        process.stdout.write(`已停用 revoked: ${id}\n`);
      }),
    ),
  );

export const tokenCommand = new Command('token')
  .description('发布端的令牌：发放、列出、停用 / credentials of the publishing door')
  .addCommand(create)
  .addCommand(list)
  .addCommand(revoke);

export const auditCommand = new Command('audit')
  .description('列出每次写操作的尝试，新的在前 / list every attempt to change something, newest first')
  .option('--limit <n>', '条数 / how many', '50')
  .action(({ limit }: { limit: string }) =>
    run((config) =>
      withStore(config, async (store) => {
        const { db } = store;
        demandRole(await actorOf(store, config), ['AUDITOR'], { zh: '查看审计记录', en: 'read the audit' });
        const take = Math.min(Math.max(Number(limit) || 50, 1), 1_000);
        for (const { at, actor, remote, action, subject, outcome, reason } of await db.audit.findMany({
          orderBy: { id: 'desc' },
          take,
        }))
          process.stdout.write(
            `${at.toISOString()}  ${outcome}  ${action}  ${actor}  ${remote ?? 'shell'}  ${subject ?? ''}  ${reason ?? ''}\n`,
          );
      }),
    ),
  );
