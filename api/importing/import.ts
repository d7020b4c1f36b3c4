import type { Finding } from '../core/finding.ts';
import { hasErrors } from '../core/finding.ts';
import type { Source } from '../core/grid.ts';
import type { Attribute, Kind, Statement } from '../disclosures/kind.ts';
import type { Actor } from '../publishing/actor.ts';
import { act } from '../publishing/audit.ts';
import { GateClosed } from '../publishing/errors.ts';
import { type PaperReview, publishOnPaper } from '../publishing/express.ts';
import type { Publication } from '../publishing/publish.ts';
import { type SourceFile, sourceFile } from '../publishing/source-file.ts';
import { type Staged, stage } from '../publishing/stage.ts';
import { bytesSource, headOf } from '../reading/source.ts';
import { readWorkbook } from '../reading/tables.ts';
import { decodeText } from '../reading/text.ts';
import type { Store, Transaction } from '../store/client.ts';

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
  /** Files that go with it (附件), kept byte for byte; they are searched like everything else. */
  readonly attachments?: readonly Source[];
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
  readonly actor: Actor;
  /** The document the source must be about; any unless given. */
  readonly ofDocument?: string | undefined;
  readonly now: Date;
  readonly onPhase?: (phase: Phase) => void;
}

/** What was read: a statement (with the others of its source), or only the reasons why there is none. */
export interface Reading {
  readonly statement: Statement | null;
  /** Of all its statements. */
  readonly findings: readonly Finding[];
}

const sourceOf = ({ name, bytes, source }: ImportOptions): Source =>
  source ?? bytesSource(name, bytes ?? new Uint8Array());

export const allOf = (statement: Statement): readonly Statement[] => [statement, ...statement.others];

/** What decoding found stands with the first statement of a source. */
function ofSource(statement: Statement, decoded: readonly Finding[]): Reading {
  const findings = [...decoded, ...statement.findings];
  return {
    statement: { ...statement, findings },
    findings: [...findings, ...statement.others.flatMap((other) => other.findings)],
  };
}

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
  return ofSource(statement, decoded.findings);
}

async function readTables(
  read: Extract<Kind['reading'], { of: 'tables' }>['read'],
  options: ImportOptions,
): Promise<Reading> {
  const { name, encoding, onPhase, given = new Map(), mapping = new Map(), remembered = new Map() } = options;
  const workbook = await readWorkbook(sourceOf(options), { encoding });
  onPhase?.('decode');
  if (hasErrors(workbook.findings)) return { statement: null, findings: workbook.findings };
  const seen = { grids: 0 };
  const grids = (async function* () {
    for await (const grid of workbook.grids) {
      seen.grids += 1;
      yield grid;
    }
  })();
  const statement = await read({ name, workbook: { ...workbook, grids }, given, mapping, remembered });
  // Of a file that could not be read at all, nothing else is worth saying.
  if (seen.grids === 0 && hasErrors(workbook.findings)) return { statement: null, findings: workbook.findings };
  return ofSource(statement, []);
}

/** Source to statement. Touches no database: this is what `--dry-run` shows. */
export async function readFile({ reading }: Kind, options: ImportOptions): Promise<Reading> {
  const { statement, findings } =
    reading.of === 'text' ? await readText(reading.read, options) : await readTables(reading.read, options);
  options.onPhase?.('read');
  const { attribute } = options;
  if (!statement || attribute === undefined) return { statement, findings };
  const isKept = ({ rule }: Finding): boolean => rule !== 'missing-attribute';
  const said = (each: Statement): Statement => ({
    ...each,
    metadata: { ...each.metadata, attribute },
    findings: each.findings.filter(isKept),
    others: each.others.map(said),
  });
  return { statement: said(statement), findings: findings.filter(isKept) };
}

interface Refused {
  readonly outcome: 'refused';
  readonly findings: readonly Finding[];
}

type Stored =
  | { readonly outcome: 'staged' | 'unchanged'; readonly editionId: string; readonly findings: readonly Finding[] }
  | { readonly outcome: 'published'; readonly publication: Publication; readonly findings: readonly Finding[] };

/** What became of a source's first record, with the findings about all, and of its others. */
export type Imported = Refused | (Stored & { readonly others: readonly Stored[] });

/** Ends the transaction of a source one of whose records cannot be stored: none of them is. */
export class RecordRefused extends GateClosed {
  constructor(findings: readonly Finding[]) {
    const wrong = findings.find(({ severity }) => severity === 'ERROR');
    super(wrong?.message ?? { zh: '有一件不能存入。', en: 'A record cannot be stored.' }, findings);
  }
}

/** A name that is written in many records is told once. */
export const once = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/** The source and what goes with it, in that order. */
export async function filesOf(options: ImportOptions): Promise<SourceFile[]> {
  const files = [await sourceFile(sourceOf(options), 'text/plain')];
  for (const each of options.attachments ?? []) files.push(await sourceFile(each, 'application/octet-stream'));
  return files;
}

type InDraft = Exclude<Staged, { outcome: 'refused' }>;

async function stageOne(
  tx: Transaction,
  statement: Statement,
  files: readonly SourceFile[],
  options: ImportOptions,
): Promise<InDraft> {
  const { actor, now, isSample = false, changeNote, isCorrection = false, ofDocument } = options;
  const staged = await stage(tx, {
    statement,
    files,
    actor,
    now,
    isSample,
    isCorrection,
    ...(changeNote === undefined ? {} : { changeNote }),
    ...(ofDocument === undefined ? {} : { ofDocument }),
  });
  if (staged.outcome === 'refused') throw new RecordRefused(staged.findings);
  return staged;
}

/**
 * All records of a source, in the order of the source. They are staged by identity and published when all are staged, so
 * that two imports of the same records wait for each other in one order.
 */
export async function importInto(
  tx: Transaction,
  statements: readonly Statement[],
  files: readonly SourceFile[],
  options: ImportOptions,
  paper: PaperReview | null,
): Promise<Stored[]> {
  const drafts = new Map<Statement, InDraft>();
  for (const each of [...statements].sort((left, right) => (left.identity < right.identity ? -1 : 1)))
    drafts.set(each, await stageOne(tx, each, files, options));
  const inOrder = statements.flatMap((each) => drafts.get(each) ?? []);
  const fresh = inOrder.filter(({ outcome }) => outcome === 'staged').map(({ editionId }) => editionId);
  const published = paper && fresh.length > 0 ? await publishOnPaper(tx, fresh, options.actor, paper) : [];
  const publications = new Map(published.map((publication) => [publication.editionId, publication]));
  return inOrder.map(({ outcome, editionId, findings }) => {
    const publication = publications.get(editionId);
    return publication ? { outcome: 'published', publication, findings } : { outcome, editionId, findings };
  });
}

/**
 * Stages what was read, or stages and publishes it with a review held on paper, in one transaction: a process killed
 * half-way leaves nothing. What has errors is refused whole, all records of the source with it.
 */
export async function importReading(
  store: Store,
  { statement, findings }: Reading,
  options: ImportOptions,
  paper: PaperReview | null,
): Promise<Imported> {
  if (!statement || hasErrors(findings)) return { outcome: 'refused', findings };
  const files = await filesOf(options);
  try {
    const attempt = { action: paper ? 'STAGE_AND_PUBLISH' : 'STAGE', subject: options.name };
    const [first, ...others] = await act(store, options.actor, attempt, (tx) =>
      importInto(tx, allOf(statement), files, options, paper),
    );
    options.onPhase?.('store');
    if (!first) return { outcome: 'refused', findings };
    return { ...first, findings: once([first, ...others].flatMap((each) => each.findings)), others };
  } catch (error) {
    if (error instanceof RecordRefused) return { outcome: 'refused', findings: once(error.findings) };
    throw error;
  }
}

/** Bytes to draft, or to publication. */
export const importFile = async (
  store: Store,
  kind: Kind,
  options: ImportOptions,
  paper: PaperReview | null,
): Promise<Imported> => importReading(store, await readFile(kind, options), options, paper);
