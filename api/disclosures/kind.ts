import type { Bilingual, Finding } from '../core/finding.ts';
import type { Source, Workbook } from '../core/grid.ts';
import type { LocalDate } from '../core/local-date.ts';
import type { WrittenPlace } from '../core/place-name.ts';
import type { PrintedSheet } from '../core/printed-sheet.ts';
import type { Exports } from '../core/sheet.ts';
import type { Transaction } from '../store/client.ts';
import type { TableRows } from '../store/rows.ts';
import type { LinesExport } from './lines.ts';
import { unseenInText, watchedForUnseen } from './unseen.ts';

export type Attribute = 'PROACTIVE' | 'ON_REQUEST' | 'WITHHELD';

/** What every record states about itself, whatever its kind (domain terms: 公共元数据). */
export interface Metadata {
  readonly title: string;
  readonly summary: string | null;
  /** 公开属性 as printed; null when the source does not say. */
  readonly attribute: Attribute | null;
  /** 主题分类, first and second level, as codes of the topic list. */
  readonly topic: string | null;
  readonly subtopic: string | null;
  /** “一类事”分类, codes of the event-class list. */
  readonly eventClasses: readonly string[];
  readonly formedOn: LocalDate | null;
  readonly printedOn: LocalDate | null;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  /** The responsible organ's name as written in the source. */
  readonly publisher: string;
}

/** A source read: what it states and what is wrong with it. Nothing is stored yet. */
export interface Draft<Content> {
  readonly metadata: Metadata;
  readonly content: Content;
  readonly findings: readonly Finding[];
  /** What the publisher said of columns, to be remembered for the next file with this header. */
  readonly memory?: ReadonlyMap<string, string>;
  /** Further records the same source states (一表多件): findings about the source as a whole stand with the first. */
  readonly others?: readonly Draft<Content>[];
  /** Files that go with a made-up record (附件); those of an import come with the import. */
  readonly attachments?: readonly Source[];
}

/** A source file after decoding. The bytes themselves are kept beside it. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
  /** What the publisher said of it (`--set`), by label. */
  readonly given?: ReadonlyMap<string, string>;
}

/** A source of tables, and what its publisher said about it. */
export interface SourceTables {
  readonly name: string;
  readonly workbook: Workbook;
  /** What the file does not say, by label: 年度 → 2021. */
  readonly given: ReadonlyMap<string, string>;
  /** What columns mean, by their label as written. */
  readonly mapping: ReadonlyMap<string, string>;
  /** What was said of columns before, by signature of the header and label. */
  readonly remembered: ReadonlyMap<string, string>;
}

/** Finds the organization behind a written name (别名), on the document's day; null when nobody is known by it. */
export type ResolveOrganization = (writtenName: string) => string | null;

/** Finds the code of the division a written place is; null when there is none, or several by that name. */
export type ResolvePlace = (place: WrittenPlace) => string | null;

/** What else a comparison with published records may depend on. */
export interface Comparison {
  readonly metadata: Metadata;
  /** How its written places are linked. */
  readonly placeOf: ResolvePlace;
  readonly now: Date;
}

/** A question that readers ask, as the explorer offers it. */
export interface Question {
  /** Name of the operation, in PascalCase. */
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  /** What is selected of the query type, indented by two spaces. */
  readonly selection: string;
}

/** One of its panels, as the demonstration page shows it and as a webmaster pastes it. */
export interface Showcase {
  readonly tag: `gk-${string}`;
  readonly heading: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The way to a value in plain data: names, and places in lists from 0. */
export type FieldPath = readonly (string | number)[];

/** What a kind supplies: what is different about one sort of disclosure. Everything else is the same for all. */
export interface KindDefinition<Content> {
  /** Folder, registry name and tag stem: singular, kebab-case. */
  readonly name: string;
  readonly label: Bilingual;
  /** What the navigation calls it; the label unless given. */
  readonly shortLabel?: Bilingual;
  /** Path segment of lists and pages, e.g. `regulatory-documents`. */
  readonly plural: string;
  /** Reads a decoded source of text. Never throws on bad data. A kind has this or `readTables`. */
  read?(source: SourceText): Draft<Content>;
  /** Reads a source of tables. Never throws on bad data. */
  readTables?(source: SourceTables): Promise<Draft<Content>>;
  /**
   * All that the content states, as plain data: what the digest is taken over. The content itself unless given. Once
   * published, anyone may read it word for word (`/log/statements`).
   */
  stated?(content: Content): unknown;
  /**
   * The draft completed by what is live of its document (续报), for a source that states only what is new. Staged again,
   * it must come out the same.
   */
  continues?(tx: Transaction, draft: Draft<Content>, organizationId: string): Promise<Draft<Content>>;
  /** What is wrong in the light of what this publisher has published before. */
  compare?(tx: Transaction, content: Content, organizationId: string, at: Comparison): Promise<readonly Finding[]>;
  /**
   * What must be public together with an edition and is not (同步解读): neither published nor among the editions that go
   * out with it.
   */
  lacks?(tx: Transaction, editionId: string, together: readonly string[]): Promise<readonly Lack[]>;
  /** Two drafts with one identity and one publisher are the same document: the second is a new edition of it. */
  identity(draft: Draft<Content>): string;
  /** Every written organization name in the content, to be linked. */
  organizations(content: Content): readonly string[];
  /** Every written place in the content (镇、村、社区), to be linked. */
  places?(content: Content): readonly WrittenPlace[];
  /** The words to find it by: title and number weigh more than the body. */
  searchText(draft: Draft<Content>): SearchText;
  /** The rows of one new edition in the kind's own tables, parents first. */
  rows(editionId: string, content: Content, resolve: ResolveOrganization, placeOf: ResolvePlace): readonly TableRows[];
  /** Where in what is stated something stands, in the words of its readers; null: its path is told. */
  placeNamed?(stated: unknown, path: FieldPath): Bilingual | null;
  readonly exports: Exports;
  /** Rows below its records that are given as whole files, where there are very many. */
  readonly lines?: LinesExport;
  /** Workbooks to be filled in and imported. */
  readonly templates?: readonly Template[];
  /** Texts to be written over and imported. */
  readonly textTemplates?: readonly TextTemplate[];
  /** Questions to begin with. */
  readonly questions?: readonly Question[];
  /** Its panels, for the demonstration page. */
  readonly panels?: readonly Showcase[];
  /** Sample records as the files a department would publish, and errors planted in some of them. */
  files?(options: SampleOptions & { readonly faults: boolean }): Iterable<SampleFile>;
  /** Believable made-up records (示例), oldest first, the same for the same seed. */
  sample(options: SampleOptions): Iterable<Draft<Content>>;
}

/** Something that must go out together with an edition. */
export interface Lack {
  readonly rule: string;
  readonly message: Bilingual;
}

export interface SampleOptions {
  readonly seed: number;
  readonly count: number;
  /** Made-up subordinate units whose records are added to the `count`, for large samples. */
  readonly units?: number;
}

/** A text to be written over. */
export interface TextTemplate {
  readonly name: string;
  readonly label: Bilingual;
  readonly text: string;
}

/** A workbook to be filled in. */
export interface Template {
  /** Path segment, e.g. `department`. */
  readonly name: string;
  readonly label: Bilingual;
  sheets(): readonly PrintedSheet[];
}

/** A made-up file, and what an import of it must find: the ledger of what was planted. */
export type SampleFile = SampleBody & {
  /** Without extension. */
  readonly name: string;
  readonly expected: readonly Pick<Finding, 'rule' | 'sheet' | 'row'>[];
};

/** What a made-up file holds: a workbook, or running text. */
export type SampleBody = { readonly sheets: readonly PrintedSheet[] } | { readonly text: string };

export interface SearchText {
  readonly head: string;
  readonly body: string;
}

/** A draft with its kind's knowledge bound to it, so that the wings need not know what it holds. */
export interface Statement {
  readonly kind: Kind;
  readonly metadata: Metadata;
  /** All of it as plain data: what the digest is taken over. */
  readonly stated: unknown;
  readonly findings: readonly Finding[];
  readonly identity: string;
  readonly organizations: readonly string[];
  readonly places: readonly WrittenPlace[];
  readonly searchText: SearchText;
  readonly memory: ReadonlyMap<string, string>;
  /** Further records of the same source; all are stored, or none. */
  readonly others: readonly Statement[];
  readonly attachments: readonly Source[];
  /** The whole of what is to be staged, where the source states only what is new. */
  continued(tx: Transaction, organizationId: string): Promise<Statement>;
  compare(tx: Transaction, organizationId: string, at: Omit<Comparison, 'metadata'>): Promise<readonly Finding[]>;
  rows(editionId: string, resolve: ResolveOrganization, placeOf: ResolvePlace): readonly TableRows[];
}

export interface Kind {
  readonly name: string;
  readonly label: Bilingual;
  readonly shortLabel: Bilingual;
  readonly plural: string;
  readonly questions: readonly Question[];
  readonly panels: readonly Showcase[];
  readonly exports: Exports;
  readonly lines: LinesExport | null;
  readonly templates: readonly Template[];
  readonly textTemplates: readonly TextTemplate[];
  files(options: SampleOptions & { readonly faults: boolean }): Iterable<SampleFile>;
  lacks(tx: Transaction, editionId: string, together: readonly string[]): Promise<readonly Lack[]>;
  placeNamed(stated: unknown, path: FieldPath): Bilingual | null;
  /** How its files are read: as running text or as tables. */
  readonly reading: Reading;
  sample(options: SampleOptions): Generator<Statement>;
}

export type Reading =
  | { readonly of: 'text'; readonly read: (source: SourceText) => Statement }
  | { readonly of: 'tables'; readonly read: (source: SourceTables) => Promise<Statement> };

function readingOf<Content>(
  { name, read, readTables }: KindDefinition<Content>,
  state: (draft: Draft<Content>) => Statement,
): Reading {
  if (read) {
    const readSeen = (source: SourceText): Statement => {
      const draft = read(source);
      return state({ ...draft, findings: [...draft.findings, ...unseenInText(source.text)] });
    };
    return { of: 'text', read: readSeen };
  }
  if (readTables) {
    const readSeen = async (source: SourceTables): Promise<Statement> => {
      const { workbook, found } = watchedForUnseen(source.workbook);
      const draft = await readTables({ ...source, workbook });
      return state({ ...draft, findings: [...draft.findings, ...found.all()] });
    };
    return { of: 'tables', read: readSeen };
  }
  throw new TypeError(`kind ${name} reads neither text nor tables`);
}

/** Closes over `Content`, so that the registry holds plain `Kind`s and needs no `any`. */
export function defineKind<Content>(definition: KindDefinition<Content>): Kind {
  const { name, label, plural, exports } = definition;
  const state = (draft: Draft<Content>): Statement => ({
    kind,
    metadata: draft.metadata,
    stated: definition.stated?.(draft.content) ?? draft.content,
    findings: draft.findings,
    identity: definition.identity(draft),
    organizations: [draft.metadata.publisher, ...definition.organizations(draft.content)],
    places: definition.places?.(draft.content) ?? [],
    searchText: definition.searchText(draft),
    memory: draft.memory ?? new Map(),
    others: (draft.others ?? []).map(state),
    attachments: draft.attachments ?? [],
    async continued(tx, organizationId) {
      if (!definition.continues) return this;
      // What the publisher said at import stands over what the source says.
      const { metadata, findings } = this;
      return state(await definition.continues(tx, { ...draft, metadata, findings }, organizationId));
    },
    compare: async (tx, organizationId, at) =>
      (await definition.compare?.(tx, draft.content, organizationId, { ...at, metadata: draft.metadata })) ?? [],
    rows: (editionId, resolve, placeOf) => definition.rows(editionId, draft.content, resolve, placeOf),
  });
  const kind: Kind = {
    name,
    label,
    shortLabel: definition.shortLabel ?? label,
    plural,
    questions: definition.questions ?? [],
    panels: definition.panels ?? [],
    exports,
    lines: definition.lines ?? null,
    templates: definition.templates ?? [],
    textTemplates: definition.textTemplates ?? [],
    files: (options) => definition.files?.(options) ?? [],
    lacks: async (tx, editionId, together) => (await definition.lacks?.(tx, editionId, together)) ?? [],
    placeNamed: (stated, path) => definition.placeNamed?.(stated, path) ?? null,
    reading: readingOf(definition, state),
    *sample(options) {
      for (const draft of definition.sample(options)) yield state(draft);
    },
  };
  return kind;
}
