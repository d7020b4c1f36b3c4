import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/**
 * Signed notes (https://c2sp.org/signed-note) with Ed25519, and the checkpoints of a log written in them
 * (https://c2sp.org/tlog-checkpoint): what anyone's tools for transparency logs read.
 */
const algorithm = 1;

/** The 32 bytes of a public key, marked as Ed25519. */
const markedKey = (key: KeyObject): Buffer =>
  Buffer.concat([Uint8Array.of(algorithm), Buffer.from(String(key.export({ format: 'jwk' }).x), 'base64url')]);

/** A hint which key signed, not a proof of it. */
const keyHint = (name: string, marked: Uint8Array): Buffer =>
  createHash('sha256').update(`${name}\n`).update(marked).digest().subarray(0, 4);

/** The public key as verifiers are given it: `name+hint+key`. */
export function verifierKey(name: string, key: KeyObject): string {
  const marked = markedKey(key);
  return `${name}+${keyHint(name, marked).toString('hex')}+${marked.toString('base64')}`;
}

/** Signs a text that ends in a newline. */
export function signNote(text: string, name: string, privateKey: KeyObject): string {
  const hint = keyHint(name, markedKey(createPublicKey(privateKey)));
  const signature = Buffer.concat([hint, sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${name} ${signature.toString('base64')}\n`;
}

const verifierPattern = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/;

/** The text of a note that this key signed; null for any other. */
export function openNote(note: string, verifier: string): string | null {
  const [, name = '', hint = '', encoded = ''] = verifierPattern.exec(verifier) ?? [];
  const marked = Buffer.from(encoded, 'base64');
  if (marked.length !== 33 || marked[0] !== algorithm || keyHint(name, marked).toString('hex') !== hint) return null;
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return null;
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: marked.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  const text = note.slice(0, end + 1);
  const isSigned = note
    .slice(end + 2)
    .split('\n')
    .some((line) => {
      const [dash, by, signature = ''] = line.split(' ');
      const bytes = Buffer.from(signature, 'base64');
      if (dash !== '—' || by !== name || bytes.subarray(0, 4).toString('hex') !== hint) return false;
      return verify(null, Buffer.from(text), key, bytes.subarray(4));
    });
  return isSigned ? text : null;
}

export interface Checkpoint {
  /** The name of the log. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;

const checkpointPattern = /^([^\n]+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n/;

export function parseCheckpoint(text: string): Checkpoint | null {
  const [, origin, size, root] = checkpointPattern.exec(text) ?? [];
  if (origin === undefined || size === undefined || root === undefined) return null;
  return { origin, size: Number(size), root: Buffer.from(root, 'base64') };
}
