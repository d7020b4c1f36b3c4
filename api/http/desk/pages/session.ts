import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/**
 * The cookie that holds the token. Only pages of the desk are sent it (Path), which rules the prefix `__Host-` out: that one
 * demands the path `/`, and then every public page would be sent the token too.
 */
const cookieName = 'gongkai_desk';

const pair = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]*)`);

export const tokenIn = ({ cookie = '' }: IncomingHttpHeaders): string | undefined => pair.exec(cookie)?.[1];

/** Whether the browser stands at https, which only its own word tells when a proxy ends the encryption. */
const isSecure = ({ origin = '' }: IncomingHttpHeaders): boolean => origin.startsWith('https:');

const attributes = (headers: IncomingHttpHeaders): string =>
  `Path=/publish; HttpOnly; SameSite=Strict${isSecure(headers) ? '; Secure' : ''}`;

/** Until the browser is closed. */
export const signedIn = (headers: IncomingHttpHeaders, token: string): string =>
  `${cookieName}=${token}; ${attributes(headers)}`;

export const signedOut = (headers: IncomingHttpHeaders): string => `${cookieName}=; Max-Age=0; ${attributes(headers)}`;

/** What every form carries: nobody who lacks the token can tell it, and the token cannot be told from it. */
export const formMark = (token: string): string =>
  createHmac('sha256', token).update('gongkai desk form').digest('base64url');

export function isMarked(token: string, given: string): boolean {
  const [right, said] = [Buffer.from(formMark(token)), Buffer.from(given)];
  return right.byteLength === said.byteLength && timingSafeEqual(right, said);
}

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/** Whether a browser says that a form was sent from a page of this very address. A request that says nothing is refused. */
export function isFromHere(headers: IncomingHttpHeaders): boolean {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (origin === undefined && site === undefined) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || hostOf(origin) === host?.toLowerCase();
}
