import type { Block, FormBlock, PanelDocument, TableBlock } from '../../../widgets/core/document.ts';

/** Width of pictures and frames of which nobody said how wide they are (px). */
export const usualWidth = 720;

/** Height of a line of text (px), and about how many Chinese characters are in one; Latin letters take half the room. */
const line = 28;
const perLine = 42;

const linesOf = (text: string): number =>
  Math.max(1, Math.ceil(text.replace(/[\0-\u2e7f]{2}/g, '一').length / perLine));

const tableHeight = ({ rows, chart, note, compared, columns }: TableBlock): number => {
  const besides = (note ? 28 * linesOf(note) : 0) + (compared ? 28 : 0);
  // Names that have no room in the map stand below it.
  if (chart === 'treemap') return 44 + usualWidth / 2 + Math.max(0, rows.length - 4) * 24 + besides;
  if (chart === 'columns') return 44 + 200 + besides;
  // Cells of words are set in lines; in rows of numbers a name stays in one.
  const isWords = columns.filter(({ type }) => type === 'text').length > 1;
  const rowHeight = ({ cells }: TableBlock['rows'][number]) =>
    isWords
      ? 14 + 24 * Math.max(...cells.map((cell) => Math.ceil(((cell ?? '').length * columns.length) / perLine)))
      : 36;
  return 84 + rows.slice(0, 12).reduce((sum, row) => sum + rowHeight(row), 0) + besides;
};

/** Fields stand side by side as they fit, four in a row. */
const formHeight = ({ fields }: FormBlock): number => {
  const rooms = fields.reduce((sum, { kind }) => sum + (kind === 'search' ? 2 : 1), 0);
  return Math.ceil(rooms / 4) * 68 + (fields.some(({ hint }) => hint) ? 24 : 0);
};

function heightOf(block: Block): number {
  switch (block.type) {
    case 'table':
      return tableHeight(block);
    case 'form':
      return formHeight(block);
    case 'figures':
      return Math.ceil(block.items.length / 4) * 104;
    case 'facts':
      return block.items.reduce((sum, { text }) => sum + 14 + line * linesOf(text), 0);
    case 'notice':
      return 16 + line * linesOf(block.text);
    case 'steps':
      return 44 + block.items.reduce((sum, { text }) => sum + 60 + (text ? 24 * linesOf(text) : 0), 0);
    case 'list':
      return block.items.reduce(
        (sum, { title, text, progress }) => sum + 48 + 24 * linesOf(title) + (text ? 24 : 0) + (progress ? 44 : 0),
        80,
      );
    case 'sections':
      return block.items.reduce(
        (sum, { heading, paragraphs }) =>
          sum + (heading ? 44 : 0) + paragraphs.reduce((all, text) => all + 10 + line * linesOf(text), 0),
        0,
      );
    case 'photos':
      return Math.ceil(block.items.length / 4) * 200;
    case 'group':
      return 48 + (block.isFolded ? 0 : block.blocks.reduce((sum, inner) => sum + 16 + heightOf(inner), 0));
  }
}

/** What is longer is scrolled in its frame: no page has room for a whole document. */
const highest = 1_200;

/** A height at which a panel stands in a frame of the usual width without scrolling, where it is no long one (px). */
export function frameHeight({ sentence, blocks }: Pick<PanelDocument, 'sentence' | 'blocks'>): number {
  const inside = blocks.reduce((sum, block) => sum + 16 + heightOf(block), 0);
  return Math.min(highest, Math.ceil((158 + line * linesOf(sentence) + inside) / 20) * 20);
}
