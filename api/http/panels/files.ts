import type { Block, Column, PanelDocument } from '../../../widgets/core/document.ts';
import { formatInstant } from '../../../widgets/core/format.ts';
import type { CellValue, FilledSheet } from '../../core/sheet.ts';
import { byteOrderMark, csvLines, exactLines, neutral } from '../../exporting/csv.ts';
import { workbook } from '../../exporting/xlsx.ts';
import { type Grid, gridNamed, gridsOf, headed } from './tables.ts';
import { heldAt, inLanguage, licence, plain, spelling, wordsOf } from './words.ts';

const exact = /^-?\d+(\.\d+)?$/;

/** Of each list that shows a part only, how much it is of how much, and where all of it is: nobody takes ten rows for all. */
function partsOf({ blocks, lang, source }: PanelDocument): string[] {
  const within = (some: readonly Block[], heading = ''): string[] =>
    some.flatMap((block) => {
      if (block.type === 'group') return within(block.blocks, block.heading);
      if (block.type !== 'list' || block.items.length >= block.total) return [];
      const [count, all] = [`${block.items.length} / ${block.total}`, block.more?.href ?? source.permalink];
      const of = heading === '' ? '' : `${heading}${wordsOf(lang).colon}`;
      return [of + inLanguage(lang, `列出 ${count} 条，全部见 `, `${count} listed; for all of them see `) + all];
    });
  return within(blocks);
}

/** Where a file comes from, as pairs of name and value. */
export function notesOf(document: PanelDocument, now: Date): (readonly [label: string, value: string])[] {
  const words = wordsOf(document.lang);
  const { source, address } = document;
  const spelled = (at: string | undefined) => (at ? formatInstant(at, spelling(document.lang)) : undefined);
  const notes: (readonly [string, string | undefined])[] = [
    [words.source, source.publisher],
    [words.title, document.title],
    [words.notes, document.state === 'data' ? undefined : document.sentence],
    ...partsOf(document).map((part) => [words.list, part] as const),
    [words.asOf, heldAt(document, now)],
    [words.published, spelled(source.publishedAt)],
    [words.updated, source.modifiedAt === source.publishedAt ? undefined : spelled(source.modifiedAt)],
    [words.indexNumber, source.indexNumber],
    [words.edition, source.edition === undefined ? undefined : String(source.edition)],
    [words.digest, source.digest],
    [words.link, source.permalink],
    [words.open, address === source.permalink ? undefined : address],
    [words.licence, licence.name],
    [words.terms, licence.url],
    [words.sample, source.isSample ? words.sampleHint : undefined],
  ];
  return notes.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

/** A decimal of one as per cent, exactly: 0.3104 → 31.04%. */
export function percentOf(share: string): string {
  const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(share) ?? [];
  if (whole === '') return share;
  const digits = whole + decimals.padEnd(2, '0').slice(0, 2);
  const rest = decimals.slice(2).replace(/0+$/, '');
  return `${sign}${digits.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}%`;
}

/** A value as a CSV file has it: figures as they are, every other text so that no spreadsheet runs it. */
const csvCell = ({ type }: Column, value: string | null): CellValue =>
  value !== null && (type === 'number' || type === 'share') && exact.test(value) ? value : neutral(value);

/** One table, then where it comes from; all lines have as many fields. */
export function csvOf(document: PanelDocument, id: string | undefined, now: Date): string {
  const grid = gridNamed(document, id);
  const columns = grid?.columns ?? [];
  const width = Math.max(2, columns.length);
  const padded = (cells: readonly CellValue[]) => [...cells, ...Array(width - cells.length).fill(null)];
  const table = grid
    ? [
        padded(columns.map((column) => neutral(headed(column, grid, document.lang)))),
        ...grid.rows.map((row) => padded(columns.map((column, at) => csvCell(column, row[at] ?? null)))),
        padded([]),
      ]
    : [];
  return byteOrderMark + exactLines(table) + csvLines(notesOf(document, now).map(padded));
}

/** Beyond this a worksheet's number loses digits. */
const mostDigits = 15;

function sheetCell({ type }: Column, value: string | null): CellValue {
  if (value === null || !exact.test(value)) return value;
  if (type === 'share') return percentOf(value);
  return type === 'number' && value.replace(/\D/g, '').length <= mostDigits ? Number(value) : value;
}

const sheetOf = (grid: Grid, { lang }: PanelDocument, name: string): FilledSheet => ({
  name: { zh: name, en: name },
  columns: grid.columns.map((column, at) => {
    const label = headed(column, grid, lang);
    const values = grid.rows.flatMap((row) => row[at] ?? []);
    return {
      key: column.key,
      label: { zh: String(neutral(label)), en: label },
      width: at === 0 ? 32 : 18,
      isMoney: column.type === 'number' && values.length > 0 && values.every((value) => /\.\d\d$/.test(value)),
      isDay: column.type === 'date',
      isPercent: column.type === 'share',
    };
  }),
  rows: grid.rows.map((row) => grid.columns.map((column, at) => sheetCell(column, row[at] ?? null))),
});

/** Names of worksheets: what they may not hold left out, none twice whatever its case. */
function namesOf(captions: readonly string[]): string[] {
  const taken = new Set<string>();
  return captions.map((caption) => {
    const base =
      plain(caption)
        .replace(/[\\/?*[\]:]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '表';
    let name = base.slice(0, 31);
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base.slice(0, 27)} ${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** Every table as a sheet, and one that says where they come from. */
export function workbookOf(document: PanelDocument, now: Date): Promise<Buffer> {
  const words = wordsOf(document.lang);
  const grids = gridsOf(document);
  const names = namesOf([...grids.map(({ caption }) => caption), words.notes]);
  const notes: FilledSheet = {
    name: { zh: names.at(-1) ?? words.notes, en: words.notes },
    columns: [
      { key: 'item', label: { zh: words.item, en: words.item }, width: 16 },
      { key: 'content', label: { zh: words.content, en: words.content }, width: 80 },
    ],
    rows: [['', document.sentence], ...notesOf(document, now)],
  };
  return workbook([...grids.map((grid, at) => sheetOf(grid, document, names[at] ?? '')), notes]);
}
