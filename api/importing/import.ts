import type { Finding } from '../core/finding.ts';
import { hasErrors } from '../core/finding.ts';
import type { Attribute, Kind, Statement } from '../disclosures/kind.ts';
import { type Publication, publish } from '../publishing/publish.ts';
import { stage } from '../publishing/stage.ts';
import type { Store, Transaction } from '../store/client.ts';
import { decodeText } from './readers/text.ts';

/** The steps of an import, for whoever shows that it goes on. */
export const phases = {
  decode: '解码 decoding',
  read: '解析 reading',
  store: '存入 storing',
} as const;

export type Phase = keyof typeof phases;

export interface ImportOptions {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Encoding said by the publisher; without it the file must say or show it. */
  readonly encoding?: string | undefined;
  /** 公开属性 said by the publisher, for a source that prints none. */
  readonly attribute?: Attribute | undefined;
  readonly changeNote?: string | undefined;
  readonly isCorrection?: boolean;
  readonly isSample?: boolean;
  readonly actor: string;
  readonly now: Date;
  readonly onPhase?: (phase: Phase) => void;
}

/** What was read: a statement, or only the reasons why there is none. */
export interface Reading {
  readonly statement: Statement | null;
  readonly findings: readonly Finding[];
}

/** Bytes to statement. Touches no database: this is what `--dry-run` shows. */
export function readFile(kind: Kind, { name, bytes, encoding, attribute, onPhase }: ImportOptions): Reading {
  const decoded = decodeText(bytes, encoding === undefined ? {} : { encoding });
  onPhase?.('decode');
  if (!decoded.ok) return { statement: null, findings: decoded.findings };
  const read = kind.read({ name, text: decoded.text });
  const findings = [...decoded.findings, ...read.findings];
  onPhase?.('read');
  if (attribute === undefined) return { statement: { ...read, findings }, findings };
  const kept = findings.filter(({ rule }) => rule !== 'missing-attribute');
  const metadata = { ...read.metadata, attribute };
  return { statement: { ...read, metadata, findings: kept }, findings: kept };
}

export type Imported =
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }
  | { readonly outcome: 'staged' | 'unchanged'; readonly editionId: string; readonly findings: readonly Finding[] }
  | { readonly outcome: 'published'; readonly publication: Publication; readonly findings: readonly Finding[] };

async function importInto(
  tx: Transaction,
  statement: Statement,
  options: ImportOptions,
  publishing: boolean,
): Promise<Imported> {
  const { actor, now, name, bytes, isSample = false, changeNote, isCorrection = false } = options;
  const staged = await stage(tx, {
    statement,
    files: [{ name, mediaType: 'text/plain', bytes }],
    actor,
    now,
    isSample,
    isCorrection,
    ...(changeNote === undefined ? {} : { changeNote }),
  });
  if (staged.outcome === 'refused') return { outcome: 'refused', findings: staged.findings };
  if (staged.outcome === 'unchanged' || !publishing) {
    return { outcome: staged.outcome, editionId: staged.editionId, findings: staged.findings };
  }
  return { outcome: 'published', publication: await publish(tx, staged.editionId, actor), findings: staged.findings };
}

/**
 * Stages what was read, or stages and publishes it, in one transaction: a process killed half-way leaves nothing. What
 * has errors is refused whole.
 */
export async function importReading(
  store: Store,
  { statement, findings }: Reading,
  options: ImportOptions,
  publishing: boolean,
): Promise<Imported> {
  if (!statement || hasErrors(findings)) return { outcome: 'refused', findings };
  const imported = await store.db.$transaction((tx) => importInto(tx, statement, options, publishing));
  options.onPhase?.('store');
  return imported;
}

/** Bytes to draft, or to publication. */
export const importFile = (store: Store, kind: Kind, options: ImportOptions, publishing: boolean): Promise<Imported> =>
  importReading(store, readFile(kind, options), options, publishing);
