import type { DocumentNumber } from '../../core/document-number.ts';
import type { LocalDate } from '../../core/local-date.ts';
import type { CleanUpItem } from './clean-up.ts';
import type { Rank } from './rank.ts';

/** How one document stands to another; the names of the other direction are in relation-types.ts. */
export type RelationType =
  | 'BASED_ON'
  | 'CITES'
  | 'IMPLEMENTS'
  | 'CARRIES'
  | 'FORWARDS'
  | 'AMENDS'
  | 'REPEALS'
  | 'SUPERSEDES'
  | 'INTERPRETS'
  | 'DRAFT_OF'
  | 'DECISION_OF'
  | 'CORRECTS';

/** 一、 or 第一章 is a part, （一） a point, 第一条 an article, and an unnumbered paragraph between them a paragraph. */
export type ArticleLevel = 'PART' | 'POINT' | 'ARTICLE' | 'PARAGRAPH';

/** An addressable part of the text. `marker + text` is what the source prints, its line breaks healed. */
export interface ArticleRow {
  readonly level: ArticleLevel;
  /** As printed: 一、 or （十四） or 第三条; empty for a paragraph. */
  readonly marker: string;
  readonly number: number | null;
  /**
   * Stable address, unique in the document: part-1, 14 (points numbered through the document) or 1.3 (numbered anew
   * in each part), 3 (article), p1 (paragraph).
   */
  readonly path: string;
  /** Index of the part this stands in; null at the top. */
  readonly parent: number | null;
  /** The opening sentence that names the matter, without its full stop; null when there is none. */
  readonly heading: string | null;
  /** Whole, heading and responsibility clause included; one line for each paragraph. */
  readonly text: string;
  /** Names of the responsible organs (责任单位) as written, in order. */
  readonly responsibilities: readonly string[];
}

/** A document this one names. Each target stands here once, with the most telling type. */
export interface RelationRow {
  readonly type: RelationType;
  /** Canonical number, when the text gives one. */
  readonly targetNumber: string | null;
  readonly targetTitle: string | null;
  /** The canonical number, or else the title key: what finds the target on the platform. */
  readonly targetKey: string;
  /** Index of the article that names it; null for the title and the carrying notice. */
  readonly article: number | null;
}

/** 《X》 inside the notice that carries it: validity belongs to it, the number to the notice. */
export interface InstrumentContent {
  readonly title: string;
  /** Code of the genre list. */
  readonly genre: string;
}

/** What an official document (公文) states beside the metadata every record has. */
export interface RegulatoryContent {
  /** 效力层级. */
  readonly rank: Rank;
  /** Last day in force by the rule for documents that state no period; null where the text states one, or no rule was given. */
  readonly lapsesOn: LocalDate | null;
  readonly number: DocumentNumber | null;
  /** As printed, spaces and all. */
  readonly numberWritten: string | null;
  /** 规范性文件登记号; only a normative document has one. */
  readonly registration: string | null;
  /** Code of the genre list (文种, or 解读). */
  readonly genre: string;
  readonly instrument: InstrumentContent | null;
  /** Normalised title by which others cite it when they give no number; see titleKey. */
  readonly titleKey: string;
  /** Issuing organs (发文机关), the lead organ first. */
  readonly issuers: readonly string[];
  /** 主送机关, without the colon. */
  readonly addressees: string | null;
  /** 附注, with its brackets: （此件公开发布）. */
  readonly annotation: string | null;
  /** 抄送机关. */
  readonly copiedTo: readonly string[];
  /** 正文 with its line breaks healed: one line for each paragraph, the instrument and its title included. */
  readonly text: string;
  readonly articles: readonly ArticleRow[];
  readonly relations: readonly RelationRow[];
  /** The lists of a clean-up decision; empty for every other document. */
  readonly cleanUp: readonly CleanUpItem[];
}
