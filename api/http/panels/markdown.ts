import type { Block, PanelDocument } from '../../../widgets/core/document.ts';
import { cellText } from '../../../widgets/core/figures.ts';
import { partTitle } from '../../../widgets/core/part-title.ts';
import { notesOf } from './files.ts';
import { type Grid, gridsOf, headed } from './tables.ts';
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

/** An address by itself. */
const address = (value: string): string => (soundHref(value)?.startsWith('http') ? target(value) : escaped(value));

function table(grid: Grid, { lang }: PanelDocument): string {
  const { columns, rows, caption, note } = grid;
  const isFigure = (at: number) => ['number', 'share'].includes(columns[at]?.type ?? '');
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## ${escaped(caption)}`,
    '',
    line(columns.map((column) => escaped(headed(column, grid, lang)))),
    line(columns.map((_, at) => (isFigure(at) ? '---:' : '---'))),
    ...rows.map((row) =>
      line(
        columns.map(({ type, key }, at) => {
          const value = row[at] ?? null;
          if (key === 'link' && value) return address(value);
          const text = cellText(type, value, lang);
          // A figure is exact in the source of the text too.
          return isFigure(at) && /^[-−]?[\d,.]+ ?%?$/.test(text) ? text : escaped(text);
        }),
      ),
    ),
    ...(note ? ['', escaped(note)] : []),
  ].join('\n');
}

function sections({ items }: Extract<Block, { type: 'sections' }>): string {
  return items
    .flatMap(({ level, marker = '', heading = '', paragraphs }) => {
      const head = plain(partTitle(marker, heading));
      return [
        ...(head === '' ? [] : [`${'#'.repeat(Math.min(6, level + 2))} ${escaped(head)}`]),
        ...paragraphs.map(escaped),
      ];
    })
    .join('\n\n');
}

const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.type === 'group' ? flat(block.blocks) : [block]));

/** A panel as plain text that is read as it is, and that programs read too. */
export function markdownOf(document: PanelDocument, now: Date): string {
  const { title, sentence, badge, blocks } = document;
  const words = wordsOf(document.lang);
  const texts = flat(blocks);
  const parts = [
    `# ${escaped(title)}`,
    ...(badge ? [`**${escaped(badge.text)}**`] : []),
    escaped(sentence),
    ...texts.flatMap((block) => (block.type === 'notice' && block.text !== '' ? [`> ${escaped(block.text)}`] : [])),
    ...gridsOf(document)
      .filter(({ id }) => !/^sections(-\d+)?$/.test(id))
      .map((grid) => table(grid, document)),
    ...texts.flatMap((block) => (block.type === 'sections' ? [sections(block)] : [])),
    '---',
    notesOf(document, now)
      .map(([label, value]) => `- ${escaped(label)}${words.colon}${address(value)}`)
      .join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
