import type { Block, PanelDocument } from '../../../widgets/core/document.ts';
import { cellText } from '../../../widgets/core/figures.ts';
import { partTitle } from '../../../widgets/core/part-title.ts';
import { notesOf } from './files.ts';
import { type Grid, gridIn, gridsOf, headed } from './tables.ts';
import { plain, soundHref, wordsOf } from './words.ts';

/** A text that is nothing but text: what Markdown or HTML would take for markup is written as a character. */
const escaped = (text: string): string =>
  plain(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]|#~$!>]/g, '\\$&')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/(https?):\/\//g, '$1:\\//');

/** An address between angles: nothing in it ends it. */
const target = (href: string): string => `<${href.replace(/[<>\s]/g, encodeURIComponent)}>`;

/** An address by itself, or at the end of a sentence. */
function address(value: string): string {
  const [, words = '', href = ''] = /^(?:(.*)\s)?(https?:\/\/\S+)$/s.exec(value) ?? [];
  if (!soundHref(href)?.startsWith('http')) return escaped(value);
  return words === '' ? target(href) : `${escaped(words)} ${target(href)}`;
}

/**
 * A citation is copied: it reads literally. Nothing ends a code span but a backtick, or the cell it stands in; a text that
 * holds one, or an angle for readers that know no code spans, is escaped like the rest.
 */
const copied = (text: string): string => (/[`|\\<>]/.test(text) ? escaped(text) : `\`${plain(text)}\``);

const heading = (level: number, text: string): string => `${'#'.repeat(Math.min(6, level))} ${escaped(text)}`;

function table(grid: Grid, { lang, source }: PanelDocument): string {
  const { columns, rows, note } = grid;
  const isFigure = (at: number) => ['number', 'share'].includes(columns[at]?.type ?? '');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => escaped(headed(column, grid, lang)))),
    line(columns.map((_, at) => (isFigure(at) ? '---:' : '---'))),
    ...rows.map((row) =>
      line(
        columns.map(({ type, key }, at) => {
          const value = row[at] ?? null;
          if (key === 'link' && value) return address(value);
          if (value && value === source.citation) return copied(value);
          const text = cellText(type, value, lang);
          // A figure is exact in the source of the text too.
          return isFigure(at) && /^[-−]?[\d,.]+ ?%?$/.test(text) ? text : escaped(text);
        }),
      ),
    ),
    ...(note ? ['', escaped(note)] : []),
  ].join('\n');
}

const sections = ({ items }: Extract<Block, { type: 'sections' }>, depth: number): string[] =>
  items.flatMap(({ level, marker = '', heading: name = '', paragraphs }) => {
    const head = plain(partTitle(marker, name));
    return [...(head === '' ? [] : [heading(level + depth, head)]), ...paragraphs.map(escaped)];
  });

/** Blocks in their order, below a heading of their group, or of none; one that says only what sort it is goes by the group's. */
function written(blocks: readonly Block[], document: PanelDocument, depth = 2, group = ''): string[] {
  const words = wordsOf(document.lang);
  const grids = blocks.map((block) => (block.type === 'sections' ? null : gridIn(block, words)));
  const isAlone = grids.filter((grid) => grid && grid.rows.length > 0).length === 1;
  return blocks.flatMap((block, at) => {
    if (block.type === 'group') {
      const within = written(block.blocks, document, depth + 1, block.heading);
      return within.length === 0 || block.heading === '' ? within : [heading(depth, block.heading), ...within];
    }
    if (block.type === 'notice') return block.text === '' ? [] : [`> ${escaped(block.text)}`];
    if (block.type === 'sections') return sections(block, Math.max(2, depth - 1));
    const grid = grids[at];
    if (!grid || grid.rows.length === 0) return [];
    const isFirst = !blocks.slice(0, at).some(({ type }) => type === 'group');
    const isNamed = group !== '' && (grid.caption === group || (isAlone && isFirst && block.type !== 'table'));
    return [...(isNamed ? [] : [heading(depth, grid.caption)]), table(grid, document)];
  });
}

/** A panel as plain text that is read as it is, and that programs read too. */
export function markdownOf(document: PanelDocument, now: Date): string {
  const { title, sentence, badge, blocks, lang, source } = document;
  const words = wordsOf(lang);
  const notes = notesOf(document, now).map(([label, value]) => [label, address(value)] as const);
  const { citation } = source;
  const isCited = gridsOf(document).some(({ rows }) => rows.some((row) => row.some((cell) => cell === citation)));
  if (citation && !isCited) notes.push([words.citation, copied(citation)]);
  const parts = [
    `# ${escaped(title)}`,
    ...(badge ? [`**${escaped(badge.text)}**`] : []),
    escaped(sentence),
    ...written(blocks, document),
    '---',
    notes.map(([label, value]) => `- ${escaped(label)}${words.colon}${value}`).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
