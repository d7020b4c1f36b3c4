import type { Finding } from '../core/finding.ts';
import { hasErrors } from '../core/finding.ts';
import type { Source } from '../core/grid.ts';
import type { Attribute, Kind, Statement } from '../disclosures/kind.ts';
import { type Publication, publish } from '../publishing/publish.ts';
import { type SourceFile, sourceFile } from '../publishing/source-file.ts';
import { stage } from '../publishing/stage.ts';
import { longTransaction, type Store, type Transaction } from '../store/client.ts';
import { bytesSource, headOf } from './readers/source.ts';
import { readWorkbook } from './readers/tables.ts';
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
  /** The file: its bytes, or where they can be read from. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly source?: Source;
  /** Encoding said by the publisher; without it the file must say or show it. */
  readonly encoding?: string | undefined;
  /** 公开属性 said by the publisher, for a source that prints none. */
  readonly attribute?: Attribute | undefined;
  /** What the file does not say of itself, and what its columns mean: for sources of tables. */
  readonly given?: ReadonlyMap<string, string>;
  readonly mapping?: ReadonlyMap<string, string>;
  readonly remembered?: ReadonlyMap<string, string>;
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

const sourceOf = ({ name, bytes, source }: ImportOptions): Source =>
  source ?? bytesSource(name, bytes ?? new Uint8Array());

async function readText(
  read: Extract<Kind['reading'], { of: 'text' }>['read'],
  options: ImportOptions,
): Promise<Reading> {
  const { name, encoding, onPhase } = options;
  const source = sourceOf(options);
  const bytes = options.bytes ?? new Uint8Array(await headOf(source, source.size));
  const decoded = decodeText(bytes, encoding === undefined ? {} : { encoding });
  onPhase?.('decode');
  if (!decoded.ok) return { statement: null, findings: decoded.findings };
  const statement = read({ name, text: decoded.text, given: options.given ?? new Map() });
  return { statement, findings: [...decoded.findings, ...statement.findings] };
}

async function readTables(
  read: Extract<Kind['reading'], { of: 'tables' }>['read'],
  options: ImportOptions,
): Promise<Reading> {
  const { name, encoding, onPhase, given = new Map(), mapping = new Map(), remembered = new Map() } = options;
  const workbook = await readWorkbook(sourceOf(options), { encoding });
  onPhase?.('decode');
  if (hasErrors(workbook.findings)) return { statement: null, findings: workbook.findings };
  const statement = await read({ name, workbook, given, mapping, remembered });
  return { statement, findings: statement.findings };
}

/** Source to statement. Touches no database: this is what `--dry-run` shows. */
export async function readFile({ reading }: Kind, options: ImportOptions): Promise<Reading> {
  const { statement, findings } =
    reading.of === 'text' ? await readText(reading.read, options) : await readTables(reading.read, options);
  options.onPhase?.('read');
  if (!statement) return { statement, findings };
  const { attribute } = options;
  if (attribute === undefined) return { statement: { ...statement, findings }, findings };
  const kept = findings.filter(({ rule }) => rule !== 'missing-attribute');
  return {
    statement: { ...statement, metadata: { ...statement.metadata, attribute }, findings: kept },
    findings: kept,
  };
}

export type Imported =
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] }
  | { readonly outcome: 'staged' | 'unchanged'; readonly editionId: string; readonly findings: readonly Finding[] }
  | { readonly outcome: 'published'; readonly publication: Publication; readonly findings: readonly Finding[] };

const mediaTypes: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
  jsonl: 'application/jsonl',
};

const mediaTypeOf = (name: string): string =>
  mediaTypes[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'text/plain';

async function importInto(
  tx: Transaction,
  statement: Statement,
  file: SourceFile,
  options: ImportOptions,
  publishing: boolean,
): Promise<Imported> {
  const { actor, now, isSample = false, changeNote, isCorrection = false } = options;
  const staged = await stage(tx, {
    statement,
    files: [file],
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
  const file = await sourceFile(sourceOf(options), mediaTypeOf(options.name));
  const imported = await store.db.$transaction(
    (tx) => importInto(tx, statement, file, options, publishing),
    longTransaction,
  );
  options.onPhase?.('store');
  return imported;
}

/** Bytes to draft, or to publication. */
export const importFile = async (
  store: Store,
  kind: Kind,
  options: ImportOptions,
  publishing: boolean,
): Promise<Imported> => importReading(store, await readFile(kind, options), options, publishing);
