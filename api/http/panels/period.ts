import type { PanelDocument } from '../../../widgets/core/document.ts';
import { tablesOf } from '../../../widgets/core/panel.ts';
import type { Asked } from './asked.ts';

const year = /^(?:19|20)\d\d$/;

/** A row of a year or of a part of one: 2024年, 2024, 2024年第一季度, 2024Q1. */
const dated = /^((?:19|20)\d\d)(?:年.*|Q[1-4])?$/;

/** Years that a title names; the one in a document number (〔2024〕) is no year of its contents. */
const named = /(?<![\d〔])((?:19|20)\d\d)(?![\d〕])/g;

/** Years that a sentence speaks of, days apart: those say when, not of what. */
const spokenOf = /(?<!\d)((?:19|20)\d\d) ?年(?! ?\d)|\b(?:of|in) ((?:19|20)\d\d)\b(?!-)/g;

const yearsIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap((found) => found.slice(1).find((part) => part !== undefined) ?? []);

/** The years of the rows of the first table, where every row is of one. */
function yearsOfRows(document: PanelDocument): string[] {
  const rows = tablesOf(document)[0]?.rows ?? [];
  const years = rows.flatMap(({ cells }) => dated.exec(cells[0] ?? '')?.[1] ?? []);
  return years.length === rows.length ? years : [];
}

/** The year chosen in the panel's own form, also where nobody asked for one. */
const yearsChosen = ({ blocks }: PanelDocument): string[] =>
  blocks.flatMap((block) =>
    block.type === 'form' ? block.fields.flatMap(({ name, value }) => (name === 'year' ? [value] : [])) : [],
  );

/**
 * The year the data of a panel are of, or the first and the last with a stroke between (schema.org temporalCoverage);
 * undefined where they are of no year or nobody says of which. The day of reading is never it.
 */
export function periodOf({ params }: Pick<Asked, 'params'>, document: PanelDocument): string | undefined {
  const spoken = new Set(yearsIn(document.sentence, spokenOf));
  const told = [
    yearsOfRows(document),
    [params['year'] ?? ''].filter((text) => year.test(text)),
    yearsChosen(document).filter((text) => year.test(text)),
    yearsIn(document.title, named),
    // Several in one sentence are compared, or said by the way.
    spoken.size === 1 ? [...spoken] : [],
  ];
  const years = (told.find(({ length }) => length > 0) ?? []).toSorted();
  const [first, last] = [years[0], years.at(-1)];
  return first === last ? first : `${first}/${last}`;
}
