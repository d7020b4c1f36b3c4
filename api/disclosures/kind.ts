import type { Bilingual, Finding } from '../core/finding.ts';
import type { LocalDate } from '../core/local-date.ts';
import type { Exports } from '../core/sheet.ts';
import type { TableRows } from '../store/rows.ts';

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
}

/** A source file after decoding. The bytes themselves are kept beside it. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/** Finds the organization behind a written name (别名), on the document's day; null when nobody is known by it. */
export type ResolveOrganization = (writtenName: string) => string | null;

/** What a kind supplies: what is different about one sort of disclosure. Everything else is the same for all. */
export interface KindDefinition<Content> {
  /** Folder, registry name and tag stem: singular, kebab-case. */
  readonly name: string;
  readonly label: Bilingual;
  /** Path segment of lists and pages, e.g. `regulatory-documents`. */
  readonly plural: string;
  /** Reads a decoded source. Never throws on bad data. */
  read(source: SourceText): Draft<Content>;
  /** Two drafts with one identity and one publisher are the same document: the second is a new edition of it. */
  identity(draft: Draft<Content>): string;
  /** Every written organization name in the content, to be linked. */
  organizations(content: Content): readonly string[];
  /** The words to find it by: title and number weigh more than the body. */
  searchText(draft: Draft<Content>): SearchText;
  /** The rows of one new edition in the kind's own tables, parents first. */
  rows(editionId: string, content: Content, resolve: ResolveOrganization): readonly TableRows[];
  readonly exports: Exports;
  /** Believable made-up records (示例), oldest first, the same for the same seed. */
  sample(options: SampleOptions): Iterable<Draft<Content>>;
}

export interface SampleOptions {
  readonly seed: number;
  readonly count: number;
}

export interface SearchText {
  readonly head: string;
  readonly body: string;
}

/** A draft with its kind's knowledge bound to it, so that the wings need not know what it holds. */
export interface Statement {
  readonly kind: Kind;
  readonly metadata: Metadata;
  /** All of it as plain data: what the digest is taken over. */
  readonly content: unknown;
  readonly findings: readonly Finding[];
  readonly identity: string;
  readonly organizations: readonly string[];
  readonly searchText: SearchText;
  rows(editionId: string, resolve: ResolveOrganization): readonly TableRows[];
}

export interface Kind {
  readonly name: string;
  readonly label: Bilingual;
  readonly plural: string;
  readonly exports: Exports;
  read(source: SourceText): Statement;
  sample(options: SampleOptions): Generator<Statement>;
}

/** Closes over `Content`, so that the registry holds plain `Kind`s and needs no `any`. */
export function defineKind<Content>(definition: KindDefinition<Content>): Kind {
  const { name, label, plural, exports } = definition;
  const state = (draft: Draft<Content>): Statement => ({
    kind,
    metadata: draft.metadata,
    content: draft.content,
    findings: draft.findings,
    identity: definition.identity(draft),
    organizations: [draft.metadata.publisher, ...definition.organizations(draft.content)],
    searchText: definition.searchText(draft),
    rows: (editionId, resolve) => definition.rows(editionId, draft.content, resolve),
  });
  const kind: Kind = {
    name,
    label,
    plural,
    exports,
    read: (source) => state(definition.read(source)),
    *sample(options) {
      for (const draft of definition.sample(options)) yield state(draft);
    },
  };
  return kind;
}
