import type { LocalDate } from '../../../core/local-date.ts';
import type { ArticleRow, RelationRow } from '../content.ts';
import type { Matter } from './matters.ts';
import type { Theme } from './sentences.ts';

/** An earlier document that a later one may interpret, amend or end. */
export interface Earlier {
  readonly matter: Matter;
  readonly instrument: string;
  readonly number: string;
  readonly title: string;
  readonly theme: Theme;
  readonly index: number;
}

/** What a form of document says, once its matter is known. */
export interface Statement {
  readonly matter: Matter;
  readonly title: string;
  readonly instrument: string | null;
  readonly intro: string;
  readonly articles: readonly ArticleRow[];
  readonly relations: readonly RelationRow[];
  readonly isRule: boolean;
  readonly numbered: boolean;
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  readonly theme: Theme;
}
