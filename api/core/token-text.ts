import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A number in base 62, padded to a fixed length. */
function base62(value: bigint, length: number): string {
  let text = '';
  for (let rest = value; rest > 0n; rest /= 62n) text = `${alphabet[Number(rest % 62n)]}${text}`;
  return text.padStart(length, '0');
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

const checkOf = (text: string): string => base62(BigInt(crc32(text)), 6);

/** A token as its holder writes it (令牌): the id that names it, the secret nobody keeps, and a check of both. */
export interface TokenText {
  readonly id: string;
  readonly secret: string;
}

const pattern = /^gkt_([0-9A-Za-z]{8})_([0-9A-Za-z]{43})_([0-9A-Za-z]{6})$/;

/** A fresh token: 256 random bits. Prefix and check let a leaked one be found by whoever scans for such. */
export function newToken(): TokenText & { readonly text: string } {
  const id = base62(numberOf(randomBytes(5)), 8).slice(-8);
  const secret = base62(numberOf(randomBytes(32)), 43);
  const head = `gkt_${id}_${secret}`;
  return { id, secret, text: `${head}_${checkOf(head)}` };
}

/** The parts of a token; null for what cannot be one. The check spares the database every mistyped one. */
export function parseToken(text: string): TokenText | null {
  const [, id, secret, check] = pattern.exec(text) ?? [];
  if (id === undefined || secret === undefined) return null;
  return checkOf(`gkt_${id}_${secret}`) === check ? { id, secret } : null;
}

/** What is stored of a secret. Of 256 random bits a plain hash is enough. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();
