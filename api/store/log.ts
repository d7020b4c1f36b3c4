import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Subtree, SubtreeHash } from '../core/merkle.ts';
import { verifierKey } from '../core/signed-note.ts';
import { type Sql, sql } from './statements.ts';

/** Where the log (透明日志) keeps its name and its key. The name stays when the address of the platform changes. */
export const logSettings = { origin: 'log-origin', key: 'log-key' } as const;

export interface LogKey {
  readonly origin: string;
  readonly privateKey: KeyObject;
  /** The public key, as verifiers take it. */
  readonly verifier: string;
}

export const selectLogKey: Sql = sql`select name, value from setting where name in (${logSettings.origin}, ${logSettings.key})`;

/** Null where there is no log yet. */
export function logKeyFrom(rows: readonly { readonly name: string; readonly value: string }[]): LogKey | null {
  const values = new Map(rows.map(({ name, value }) => [name, value]));
  const [origin, key] = [values.get(logSettings.origin), values.get(logSettings.key)];
  if (origin === undefined || key === undefined) return null;
  const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' });
  return { origin, privateKey, verifier: verifierKey(origin, privateKey) };
}

interface HashRow {
  readonly level: number;
  readonly position: number | bigint;
  readonly hash: string;
}

/** Reads the hashes of complete subtrees, each once. */
export async function subtreeHashes(
  read: (query: Sql) => Promise<readonly HashRow[]>,
  subtrees: readonly Subtree[],
): Promise<Map<string, SubtreeHash>> {
  if (subtrees.length === 0) return new Map();
  const rows = await read(sql`
    with asked as (select distinct level, position from json_to_recordset(${JSON.stringify(subtrees)}::json) as a(level int, position bigint))
    select level, position, encode(leaf_hash, 'hex') as hash from asked join log_entry on level = 0 and timepoint = position + 1
    union all select level, position, encode(hash, 'hex') from asked join log_hash using (level, position)`);
  return new Map(
    rows.map(({ level, position, hash }) => [
      `${level}/${position}`,
      { level, position: Number(position), hash: Buffer.from(hash, 'hex') },
    ]),
  );
}

/** One of them; that there is none means that rows of the log are gone. */
export function subtreeHash(found: ReadonlyMap<string, SubtreeHash>, level: number, position: number): SubtreeHash {
  const hash = found.get(`${level}/${position}`);
  if (!hash) throw new Error(`the log lacks the hash ${level}/${position}`);
  return hash;
}
