// Checks a log of publications (透明日志) without trusting whoever keeps it: node api/verifier.ts <url | dump> [--key …]
// One file that needs nothing but Node: it can be read whole, and kept apart from the platform it checks.
import { createHash, createPublicKey, verify as isSigned } from 'node:crypto';
import { createReadStream, realpathSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

export type VerifyOptions = Readonly<Partial<Record<'key' | 'since' | 'save', string>>>;
type Head = Readonly<{ size: number; root: string }>;
type Entry = Readonly<Record<'at' | 'type' | 'indexNumber' | 'digest', string>> &
  Readonly<{ timepoint: number; edition: number; replaces?: number | null; hasStatement?: boolean }>;
type Bytes = Buffer | null | undefined;
/** `leaf`: the hash the log says the entry has. `statement`: what the edition states; null: withdrawn; undefined: missing. */
type Item = Readonly<{ text: string; leaf: Bytes; statement: (digest: string) => Promise<Bytes> }>;
type Source = Readonly<Record<'key' | 'note', () => Promise<string>>> & { items(size: number): AsyncIterable<Item[]> };
const says = {
  changed: '条目已被改动，与其散列不符 / the entry was changed: it is not what was hashed',
  gap: '序号不连续，有条目缺失、增添或调换 / not the next timepoint: entries are missing, added or swapped',
  instant: '时刻没有递增 / its instant is not later than the one before',
  edition: '版次或其与前一版的关系不符 / its edition does not follow the one before it',
  withdrawal: '撤回的不是现行版 / what it withdraws was not live',
  missing: '全文缺失 / its statement is missing',
  digest: '全文已被改动，与摘要不符 / its statement was changed: it has another digest',
  withheld: '全文不予提供，却没有撤回 / its statement is withheld, yet there is no withdrawal',
  fewer: '此条起缺失，而检查点含有它们 / entries are missing from here, yet the checkpoint has them',
  root: '全部条目的根与签名的根不符 / the root of all entries is not the one that was signed',
  unsigned: '检查点不是用这把密钥签的 / the checkpoint is not signed with this key',
  exchanged: '此前的检查点是另一把密钥签的 / the earlier checkpoint has another key, or is of another log',
  truncated: '历史被截短，此前的条目更多 / history was truncated: there were more entries before',
  rewritten: '历史被改写或分叉，与此前签名的不同 / history was rewritten or forked since it was signed',
} as const;
const keep = '两份检查点互相矛盾，请都保存，即是证据 / keep both checkpoints: they contradict, and that is evidence';
type Fault = (what: keyof typeof says, timepoint: number, indexNumber?: string) => void;
/** A log may say anything: what reaches a terminal of it controls nothing there. */
const printable = (text = '*') => encodeURI(String(text).toWellFormed()).slice(0, 60);
const sha256 = (...parts: readonly (Uint8Array | string)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** RFC 6962, 2.1: hashed in pairs, level by level; one that is left over goes up as it is. */
function rootOf(leaves: readonly Buffer[]): string {
  let level = leaves;
  const pair = (left: Buffer, right?: Buffer) => (right ? sha256(Uint8Array.of(1), left, right) : left);
  while (level.length > 1) level = level.flatMap((left, at) => (at % 2 === 0 ? [pair(left, level[at + 1])] : []));
  return (level[0] ?? sha256()).toString('base64');
}

/** The size and root in a signed note (C2SP tlog-checkpoint); null where it is not signed with this key, for this log. */
function opened(note: string, key: string): Head | null {
  const [, name = '', hint = '', encoded = ''] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key.trim()) ?? [];
  const marked = Buffer.from(encoded, 'base64');
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
  const [origin, size = '', root = ''] = text.split('\n');
  if (marked.length !== 33 || marked[0] !== 1 || origin !== name || !/^\d{1,15}$/.test(size)) return null;
  if (sha256(`${name}\n`, marked).toString('hex', 0, 4) !== hint) return null;
  const x = marked.toString('base64url', 1);
  const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const [signature = ''] = note.slice(text.length).split(`\n— ${name} `)[1]?.split('\n') ?? [];
  const bytes = Buffer.from(signature, 'base64').subarray(4);
  return isSigned(null, Buffer.from(text), publicKey, bytes) ? { size: Number(size), root } : null;
}

/** A log over HTTP, by https://c2sp.org/tlog-tiles. */
async function online(address: string): Promise<Source> {
  const get = async (path: string, isNeeded = false): Promise<Bytes> => {
    const answer = await fetch(`${address.replace(/\/+$/, '')}${path}`, { signal: AbortSignal.timeout(60_000) });
    if (answer.ok) return Buffer.from(await answer.arrayBuffer());
    if (isNeeded || ![404, 410].includes(answer.status)) throw new Error(`${path}: HTTP ${answer.status}`);
    return answer.status === 410 ? null : undefined;
  };
  const text = async (path: string) => String(await get(path, true));
  const statement = (digest: string) => get(`/log/statements/${digest.slice('sha256:'.length)}`);
  /** A tile; where it is missing, the widest that there is: what follows it was removed. */
  const widest = async (path: string, width: number): Promise<Buffer> =>
    (await get(width < 256 ? `${path}.p/${width}` : path)) ?? (width > 1 ? widest(path, width - 1) : Buffer.alloc(0));
  async function* items(size: number): AsyncGenerator<Item[]> {
    for (let tile = 0, count = 0; tile * 256 < size && count === tile * 256; tile += 1) {
      const digits = String(tile).padStart(Math.ceil(String(tile).length / 3) * 3, '0');
      const path = digits.replace(/\d{3}(?=\d)/g, 'x$&/');
      const read = (sort: string) => widest(`/log/tile/${sort}/${path}`, Math.min(256, size - tile * 256));
      const [bundle, hashes] = [await read('entries'), await read('0')];
      const found: Item[] = [];
      for (let at = 2, end = 0; at <= bundle.length; at = end + 2) {
        end = at + bundle.readUInt16BE(at - 2);
        const leaf = hashes.subarray(found.length * 32, found.length * 32 + 32);
        found.push({ text: bundle.toString('utf8', at, end), leaf, statement });
      }
      for (let at = 0; at < found.length; at += 16) yield found.slice(at, at + 16);
      count += found.length;
    }
  }
  return { key: () => text('/.well-known/gongkai-log-key'), note: () => text('/log/checkpoint'), items };
}

/** A log in a file, as `gongkai log export` writes it. */
async function offline(path: string): Promise<Source> {
  const lines = () => createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  const { key, checkpoint } = JSON.parse((await lines()[Symbol.asyncIterator]().next()).value ?? 'null') ?? {};
  if (typeof key !== 'string' || typeof checkpoint !== 'string') throw new Error(`${path}: 不是日志 / not a log`);
  async function* items(): AsyncGenerator<Item[]> {
    for await (const line of lines()) {
      const { entry: text, leafHash: leaf, statement: body } = JSON.parse(line);
      if (text) yield [{ text, leaf: Buffer.from(leaf, 'base64'), statement: async () => body && Buffer.from(body) }];
    }
  }
  return { key: async () => key, note: async () => checkpoint, items };
}

function entryOf(text: string): Entry {
  const unread: Entry = { timepoint: 0, at: '', type: '', indexNumber: '*', edition: 0, digest: '' };
  try {
    return { ...unread, ...JSON.parse(text) };
  } catch {
    return unread;
  }
}

/** Goes through the whole log. Gives the hashes of its leaves, and how many statements agree, are withdrawn or unkept. */
async function check({ items }: Source, { size, root }: Head, fault: Fault) {
  const [leaves, documents, untold]: [Buffer[], Map<string, Entry>, Map<string, number>] = [[], new Map(), new Map()];
  let [stated, gone, unkept, last]: [number, number, number, Entry] = [0, 0, 0, entryOf('')];
  for await (const batch of items(size)) {
    const read = batch.map(async ({ text, leaf, statement }) => {
      const entry = entryOf(text);
      const isStated = entry.type === 'PUBLISHED' && entry.hasStatement !== false;
      return { text, leaf, entry, isStated, body: isStated ? await statement(String(entry.digest)) : undefined };
    });
    for (const { text, leaf, entry, isStated, body } of await Promise.all(read)) {
      const place = leaves.push(sha256(Uint8Array.of(0), text));
      const wrong = (is: boolean, what: keyof typeof says) => is && fault(what, place, entry.indexNumber);
      const before = documents.get(entry.indexNumber);
      const live = before?.type === 'PUBLISHED' ? before.edition : null;
      const [isPublished, isSealed] = [entry.type === 'PUBLISHED', entry.type === 'SEALED'];
      const ended = isSealed ? `${entry.indexNumber}/${entry.edition}/` : `${entry.indexNumber}/`;
      if (!isSealed) documents.set(entry.indexNumber, entry);
      wrong(leaf?.equals(leaves[place - 1] as Buffer) === false, 'changed');
      wrong(entry.timepoint !== last.timepoint + 1, 'gap');
      wrong(!(entry.at > last.at), 'instant');
      last = entry;
      if (!isPublished) for (const one of untold.keys()) if (one.startsWith(ended)) untold.delete(one);
      wrong(!isPublished && (live === entry.edition) === isSealed, 'withdrawal');
      if (!isPublished) continue;
      wrong(entry.edition !== (before?.edition ?? 0) + 1 || entry.replaces !== live, 'edition');
      wrong(isStated && body === undefined, 'missing');
      wrong(body != null && `sha256:${sha256(body).toString('hex')}` !== entry.digest, 'digest');
      if (body === null) untold.set(`${entry.indexNumber}/${entry.edition}/`, place);
      [stated, gone] = [stated + Number(body != null), gone + Number(body === null)];
      unkept += Number(!isStated);
    }
  }
  for (const [edition, place] of untold) fault('withheld', place, edition.split('/').slice(0, -2).join('/'));
  if (leaves.length < size) fault('fewer', leaves.length + 1);
  else if (rootOf(leaves) !== root) fault('root', size);
  return { leaves, stated, gone, unkept };
}

/** 0: all is well; 1: something is wrong; 2: it could not be checked. */
export async function verify(where: string, options: VerifyOptions, write: (line: string) => void): Promise<0 | 1 | 2> {
  try {
    const source = await (/^https?:\/\//.test(where) ? online(where) : offline(where));
    const { key: given = await source.key(), since, save } = options;
    const key = /^[^\s+]+\+[0-9a-f]{8}\+/.test(given) ? given : await readFile(given, 'utf8');
    const earlier = since === undefined ? null : await readFile(since, 'utf8');
    for (let turn = 1; ; turn += 1) {
      const faults: string[] = [];
      const fault: Fault = (what, place, number) =>
        faults.push(`✗ 序号 timepoint ${place}，索引号 index number ${printable(number)}：${says[what]}`);
      const note = await source.note();
      const [head, old] = [opened(note, key), earlier === null ? undefined : opened(earlier, key)];
      const { leaves, stated, gone, unkept } = await check(source, head ?? { size: 0, root: rootOf([]) }, fault);
      const ends = faults.length;
      if (!head) fault('unsigned', 0);
      else if (old === null) fault('exchanged', 0);
      else if (old && old.size > head.size) fault('truncated', head.size + 1);
      else if (old && leaves.length >= old.size && rootOf(leaves.slice(0, old.size)) !== old.root)
        fault('rewritten', old.size);
      if (faults.length > ends && earlier !== null) faults.push(`${keep}\n\n${earlier}\n${note}`);
      // What was published or withdrawn meanwhile looks like a fault: then the longer log is read.
      if (faults.length > 0 && turn < 3 && (await source.note()) !== note) continue;
      for (const line of faults) write(line);
      if (faults.length > 0 || !head) return 1;
      if (save !== undefined) await writeFile(save, note);
      write(`✓ ${head.size} 条记录、${stated} 份全文与签名一致；${gone} 份已撤回，${unkept} 份只记了摘要`);
      write(`✓ ${head.size} entries, ${stated} statements as signed; ${gone} withdrawn, ${unkept} by digest only`);
      write(`  ${key.trim()}`);
      return 0;
    }
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } };
    write(`未能核验 could not check ${where}: ${cause?.code ?? message}`);
    return 2;
  }
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === import.meta.filename) {
  const options = { key: { type: 'string' }, since: { type: 'string' }, save: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  process.exitCode = await verify(positionals[0] ?? '', values, (line) => void process.stdout.write(`${line}\n`));
}
