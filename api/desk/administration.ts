import { demandRole } from '../publishing/actor.ts';
import { BadInput, Forbidden } from '../publishing/errors.ts';
import type { DeskContext } from './builder.ts';

export interface TokenRow {
  readonly id: string;
  readonly holder: string;
  readonly roles: readonly string[];
  /** None: every organization's. */
  readonly organizationIds: readonly string[];
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedOn: Date | null;
  readonly createdBy: string;
}

/** What an administrator of some organizations may see: tokens that reach no further than his own. */
const isWithin = ({ actor }: DeskContext, organizationIds: readonly string[]): boolean => {
  const own = actor.organizationIds;
  return own === 'ALL' || (organizationIds.length > 0 && organizationIds.every((id) => own.includes(id)));
};

/** The tokens an administrator may see, the newest first. */
export async function tokensOf(context: DeskContext): Promise<readonly TokenRow[]> {
  demandRole(context.actor, ['ADMINISTRATOR'], { zh: '查看令牌', en: 'see tokens' });
  const rows = await context.store.db.token.findMany({ orderBy: { createdAt: 'desc' } });
  return rows.filter(({ organizationIds }) => isWithin(context, organizationIds));
}

export interface AuditRow {
  readonly id: bigint;
  readonly at: Date;
  readonly actor: string;
  readonly remote: string | null;
  readonly action: string;
  readonly subject: string | null;
  readonly outcome: string;
  readonly reason: string | null;
}

/** Every attempt to change something, the newest first; `before` is the number of an entry. */
export async function auditOf(
  { actor, store }: DeskContext,
  { first, before }: { readonly first: number; readonly before: string | null },
): Promise<readonly AuditRow[]> {
  demandRole(actor, ['AUDITOR'], { zh: '查看审计记录', en: 'read the audit' });
  if (actor.organizationIds !== 'ALL')
    throw new Forbidden({
      zh: '审计记录须由不限机构的审计人查看。',
      en: 'The audit is for an auditor of every organization.',
    });
  if (before !== null && !/^\d{1,18}$/.test(before))
    throw new BadInput({ zh: 'before 须为序号。', en: 'before must be a number of an entry.' });
  return store.db.audit.findMany({
    where: before === null ? {} : { id: { lt: BigInt(before) } },
    orderBy: { id: 'desc' },
    take: first,
  });
}
