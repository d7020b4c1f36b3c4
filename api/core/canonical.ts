import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** `sha256:` and 64 hexadecimal digits (数据指纹). */
export type Digest = `sha256:${string}`;

/** The one JSON text of a value (RFC 8785, JCS): keys sorted, numbers as ECMAScript writes them, no spaces. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('only JSON values have a canonical form');
  return text;
}

/** Digest over canonical JSON in UTF-8: anyone can compute it again from what the platform states. */
export const digestOf = (canonical: string): Digest =>
  `sha256:${createHash('sha256').update(canonical, 'utf8').digest('hex')}`;
