import type { Kind } from '../../disclosures/kind.ts';
import type { Page } from './layout.ts';
import type { Markup } from './typography.ts';
import type { View } from './view.ts';

/** A question a journalist asks, with its answer and the files that hold it. */
export interface Question {
  readonly zh: string;
  readonly en: string;
  /** The answer in a sentence. */
  readonly answer: Markup;
  /** Query string of the list and of its files. */
  readonly filter: string;
}

/** What the first page says of a kind. */
export interface Overview {
  /** Null: the kind does not count its list. */
  readonly count: number | null;
  readonly latestAt: string | null;
  /** Tags of its panels; a kind without one has no door on the first page, only its row. */
  readonly panels: readonly string[];
  readonly questions: readonly Question[];
  /** How the newest document is cited. */
  readonly citation: string | null;
  /** A query worth pasting, on one line. */
  readonly query: string;
  /** What stands in a panel of the list until the panel comes. */
  readonly fallback: Markup;
}

/** The pages of one kind. */
export interface KindPages {
  overview(view: View): Promise<Overview>;
  list(view: View, kind: Kind, query: Readonly<Record<string, unknown>>): Promise<Page>;
  /** Address of the document a list query names outright (`?number=…`), if there is exactly one. */
  redirect(view: View, kind: Kind, query: Readonly<Record<string, unknown>>): Promise<string | null>;
  /** Null: nothing by this index number, or no such edition, is public. */
  document(view: View, kind: Kind, indexNumber: string, edition: number | null): Promise<Page | null>;
  linkedData(view: View, indexNumber: string): Promise<unknown | null>;
}
