import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type Actor, operator } from '../../publishing/actor.ts';
import { recordRefusal } from '../../publishing/audit.ts';
import { actorOfToken } from '../../publishing/tokens.ts';
import type { Store } from '../../store/client.ts';
import { clientNetwork } from '../client-network.ts';

/** Takes a point; false when none is left. */
const spend = (limiter: RateLimiterMemory, key: string): Promise<boolean> =>
  limiter.consume(key).then(
    () => true,
    (reason: unknown) => {
      if (reason instanceof RateLimiterRes) return false;
      throw reason;
    },
  );

const nobody: Actor = { ...operator('unknown'), roles: [], organizationIds: [] };

/** Whoever a token stands for, or the status with which he is turned away. */
export type Admission = { readonly actor: Actor } | { readonly status: 401 | 429 };

/** Lets in who has a token (undefined: none was given), from an address. */
export type Admit = (token: string | undefined, ip: string) => Promise<Admission>;

/**
 * Who may enter the publishing door, by whichever way: ten wrong tokens a minute from one address, and two hundred
 * requests a minute of one token are far above a person's pace, and counted together for pages and programs.
 */
export function admission(store: Store): Admit {
  const failures = new RateLimiterMemory({ points: 10, duration: 60 });
  const requests = new RateLimiterMemory({ points: 200, duration: 60 });
  return async (token, ip) => {
    // A right token is let in however many wrong ones came from there: whole departments share one address.
    const actor = token === undefined ? null : await actorOfToken(store, token, ip);
    if (!actor) {
      if (!(await spend(failures, clientNetwork(ip)))) return { status: 429 };
      await recordRefusal(store, { ...nobody, remote: ip }, { action: 'AUTHENTICATE' }, '令牌无效 no valid token');
      return { status: 401 };
    }
    return (await spend(requests, actor.tokenId ?? clientNetwork(ip))) ? { actor } : { status: 429 };
  };
}
