import type { Block, Column, PanelDocument, Row } from '../../../widgets/core/document.ts';
import { badInput } from '../../graphql/errors.ts';
import { soundHref, wordsOf } from './words.ts';

/** A block as rows and columns, as a spreadsheet has it. */
export interface Grid {
  readonly id: string;
  readonly caption: string;
  readonly unit: string | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly note: string | undefined;
}

type Words = ReturnType<typeof wordsOf>;

/** Cells that stand under a key, in the order of the columns; a column nobody fills is left out. */
function gridOf(
  id: string,
  caption: string,
  columns: readonly (readonly [key: string, label: string, type?: Column['type']])[],
  rows: readonly Readonly<Record<string, string | null | undefined>>[],
): Grid {
  const used = columns.filter(([key], at) => at === 0 || rows.some((row) => (row[key] ?? '') !== ''));
  return {
    id,
    caption,
    unit: undefined,
    note: undefined,
    columns: used.map(([key, label, type = 'text']) => ({ key, label, type })),
    rows: rows.map((row) => used.map(([key]) => row[key] ?? null)),
  };
}

function tableGrid({ id, caption, unit, note, columns, rows }: Extract<Block, { type: 'table' }>, words: Words): Grid {
  const more: [Column, (row: Row) => string | null][] = [];
  if (rows.some(({ badge }) => badge)) {
    more.push([{ key: 'status', label: words.status, type: 'text' }, ({ badge }) => badge?.text ?? null]);
  }
  if (rows.some(({ href }) => soundHref(href))) {
    more.push([{ key: 'link', label: words.link, type: 'text' }, ({ href }) => soundHref(href) ?? null]);
  }
  return {
    id,
    caption,
    unit,
    note,
    columns: [...columns, ...more.map(([column]) => column)],
    rows: rows.map((row) => [...columns.map((_, at) => row.cells[at] ?? null), ...more.map(([, cell]) => cell(row))]),
  };
}

/** One block as rows; null for what has none. */
export function gridIn(block: Block, words: Words): Grid | null {
  switch (block.type) {
    case 'table':
      return tableGrid(block, words);
    case 'list':
      return gridOf(
        'list',
        words.list,
        [
          ['title', words.title],
          ['status', words.status],
          ['meta', words.remark],
          ['progress', words.progress],
          ['text', words.excerpt],
          ['link', words.link],
        ],
        block.items.map(({ title, badge, meta, progress, text, href }) => ({
          title,
          status: badge?.text,
          meta: meta.join('；'),
          progress: progress?.text,
          text,
          link: soundHref(href),
        })),
      );
    case 'facts':
      return gridOf(
        'facts',
        words.facts,
        [
          ['item', words.item],
          ['content', words.content],
          ['link', words.link],
        ],
        block.items.map(({ label, text, href }) => ({ item: label, content: text, link: soundHref(href) })),
      );
    case 'figures':
      return gridOf(
        'figures',
        words.figures,
        [
          ['item', words.item],
          ['value', words.value, 'number'],
          ['unit', words.unit],
          ['note', words.remark],
        ],
        block.items.map(({ label, value, unit, note }) => ({ item: label, value, unit, note })),
      );
    case 'steps':
      return gridOf(
        'steps',
        block.caption ?? words.steps,
        [
          ['step', words.step],
          ['status', words.status],
          ['time', words.time],
          ['text', words.content],
        ],
        block.items.map(({ title, stateText, time, text }) => ({ step: title, status: stateText, time, text })),
      );
    case 'sections':
      return gridOf(
        'sections',
        words.text,
        [
          ['number', words.number],
          ['heading', words.heading],
          ['text', words.text],
        ],
        block.items.map(({ marker, heading, paragraphs }) => ({
          number: marker,
          heading,
          text: paragraphs.join('\n'),
        })),
      );
    default:
      return null;
  }
}

/** Everything of a document that has rows, in its order; each has an id of its own. */
export function gridsOf({ blocks, lang }: Pick<PanelDocument, 'blocks' | 'lang'>): Grid[] {
  const words = wordsOf(lang);
  const grids: Grid[] = [];
  const taken = new Map<string, number>();
  const walk = (within: readonly Block[]): void => {
    for (const block of within) {
      if (block.type === 'group') walk(block.blocks);
      const grid = gridIn(block, words);
      if (!grid || grid.rows.length === 0) continue;
      const count = (taken.get(grid.id) ?? 0) + 1;
      taken.set(grid.id, count);
      grids.push(count === 1 ? grid : { ...grid, id: `${grid.id}-${count}` });
    }
  };
  walk(blocks);
  return grids;
}

/** Rows that are what a panel is about, where it has no table; what else it says stands beside them. */
const sought = ['list', 'facts'];

/** The one a file of one table holds: as asked, else the first table, else the first list, else the first of what there is. */
export function gridNamed(document: PanelDocument, id: string | undefined): Grid | undefined {
  const grids = gridsOf(document);
  if (id === undefined) {
    const own = new Set(document.blocks.flatMap((block) => (block.type === 'table' ? [block.id] : [])));
    const wanted = [...own, ...sought].find((each) => grids.some((grid) => grid.id === each));
    return grids.find((grid) => grid.id === wanted) ?? grids[0];
  }
  const found = grids.find((grid) => grid.id === id);
  if (found) return found;
  const known = grids.map((grid) => grid.id);
  throw badInput(
    `没有表 ${id.slice(0, 40)}；可用的有：${known.join('、')}。`,
    `There is no table ${id.slice(0, 40)}; there are: ${known.join(', ')}.`,
  );
}

/** A column's name with the unit of its figures: 决算数（万元）. */
export const headed = ({ label, type }: Column, { unit }: Grid, lang: PanelDocument['lang']): string => {
  // Some columns are in another unit than their table, and say so.
  if (type !== 'number' || !unit || /[)）]$/.test(label)) return label;
  const short = unit.replace(/^(单位|單位|Unit)[：:]\s*/, '');
  return lang === 'en' ? `${label} (${short})` : `${label}（${short}）`;
};
