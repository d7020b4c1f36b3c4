import { timingSafeEqual } from 'node:crypto';
import type { Role } from '../core/lifecycle.ts';
import { today, toUtcDate } from '../core/local-date.ts';
import { personName } from '../core/person-name.ts';
import { newToken, parseToken, secretHash } from '../core/token-text.ts';
import type { Store, Transaction } from '../store/client.ts';
import { type Actor, demandRole, mayActFor } from './actor.ts';
import { refuse } from './errors.ts';
import { instant } from './held.ts';
import { nearestNames } from './nearest-names.ts';
import { organizationResolver } from './organizations.ts';

export const longestLife = 365;
const day = 86_400_000;

export interface NewToken {
  /** The person it is given to (持有人). */
  readonly holder: string;
  readonly roles: readonly Role[];
  /** Organizations it covers, by any written name; none: every one that its maker may act for. */
  readonly organizations: readonly string[];
  /** Days until it expires, at most 365. */
  readonly days: number;
}

const administer = { zh: '管理令牌', en: 'manage tokens' };

async function scopeOf(tx: Transaction, actor: Actor, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return actor.organizationIds === 'ALL' ? [] : [...actor.organizationIds];
  const resolve = await organizationResolver(tx, names, null);
  const ids: string[] = [];
  for (const name of names) {
    const id = resolve(name);
    if (!id) {
      const { zh, en } = await nearestNames(tx, name);
      return refuse('BAD_INPUT', `“${name}”不在机构名录中。${zh}`, `"${name}" is not in the register.${en}`);
    }
    if (!mayActFor(actor, id)) {
      refuse('FORBIDDEN', `你不能为“${name}”发放令牌。`, `You cannot issue a token for "${name}".`);
    }
    ids.push(id);
  }
  return ids;
}

/** Makes a token and gives its text, this once: only the hash of its secret is kept. */
export async function createToken(
  tx: Transaction,
  actor: Actor,
  { holder, roles, organizations, days }: NewToken,
): Promise<{ readonly id: string; readonly text: string; readonly expiresAt: Date }> {
  demandRole(actor, ['ADMINISTRATOR'], administer);
  const person =
    personName(holder) ??
    refuse('BAD_INPUT', '请写明持有人姓名（不含冒号）。', 'Say who holds it, by name (no colon).');
  if (roles.length === 0) refuse('BAD_INPUT', '请至少给一个角色。', 'Give it one role at least.');
  if (!Number.isInteger(days) || days < 1 || days > longestLife) {
    refuse('BAD_INPUT', `有效期为 1 至 ${longestLife} 天。`, `A token lives 1 to ${longestLife} days.`);
  }
  const organizationIds = await scopeOf(tx, actor, organizations);
  const { id, secret, text } = newToken();
  const createdAt = await instant(tx);
  const expiresAt = new Date(createdAt.getTime() + days * day);
  await tx.token.create({
    data: {
      id,
      holder: person,
      secretHash: new Uint8Array(secretHash(secret)),
      roles: [...new Set(roles)],
      organizationIds,
      createdAt,
      createdBy: actor.name,
      expiresAt,
    },
  });
  return { id, text, expiresAt };
}

/** Ends a token for good, on every instance from the next request on. */
export async function revokeToken(tx: Transaction, actor: Actor, id: string): Promise<void> {
  demandRole(actor, ['ADMINISTRATOR'], administer);
  const token = await tx.token.findUnique({ where: { id } });
  const isWithin =
    actor.organizationIds === 'ALL' ||
    (token !== null && token.organizationIds.length > 0 && token.organizationIds.every((one) => mayActFor(actor, one)));
  if (!token || !isWithin) return refuse('NOT_FOUND', `没有令牌 ${id}。`, `There is no token ${id}.`);
  if (token.revokedAt) return;
  await tx.token.update({ where: { id }, data: { revokedAt: await instant(tx), revokedBy: actor.name } });
}

/** Whoever a token stands for; null for a wrong, expired or revoked one: which of these it is, nobody is told. */
export async function actorOfToken({ db }: Store, text: string, remote?: string): Promise<Actor | null> {
  const parsed = parseToken(text);
  if (!parsed) return null;
  const token = await db.token.findUnique({ where: { id: parsed.id } });
  const given = secretHash(parsed.secret);
  // An unknown id costs the same comparison.
  const isRight = timingSafeEqual(given, token ? token.secretHash : Buffer.alloc(given.byteLength));
  if (!token || !isRight) return null;
  const now = await instant(db);
  if (token.revokedAt || token.expiresAt <= now) return null;
  const usedOn = toUtcDate(today(now));
  if (token.lastUsedOn?.getTime() !== usedOn.getTime()) {
    await db.token.update({ where: { id: token.id }, data: { lastUsedOn: usedOn } });
  }
  return {
    name: token.holder,
    roles: token.roles as Role[],
    organizationIds: token.organizationIds.length === 0 ? 'ALL' : token.organizationIds,
    tokenId: token.id,
    ...(remote === undefined ? {} : { remote }),
  };
}
