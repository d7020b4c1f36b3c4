import type { Block, PanelDocument, TableBlock } from '../../../../widgets/core/document.ts';
import { formatInstantDay } from '../../../../widgets/core/format.ts';
import { titleOf } from '../marked.ts';
import { heldAt, inLanguage, licence, spelling, wordsOf, xml } from '../words.ts';
import { bars } from './bars.ts';
import { columns } from './columns.ts';
import { metadata } from './metadata.ts';
import { facts, figures, isListOfPoints, items, notice, sections, steps } from './others.ts';
import {
  badgeAt,
  type Drawn,
  fonts,
  group,
  lineAt,
  type Paper,
  paperOf,
  paragraph,
  rect,
  ruleAt,
  stacked,
  type Theme,
} from './paper.ts';
import { rows } from './rows.ts';
import { textWidth } from './text-width.ts';
import { areas } from './treemap.ts';

/** Most rows of a table, records of a list: a picture is looked at, not leafed through. */
const mostRows = 60;
const mostItems = 20;

export interface PictureOptions {
  readonly width: number;
  readonly theme: Theme;
  readonly now: Date;
}

const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => (block.type === 'group' ? flat(block.blocks) : [block]));

const left = (count: number, { lang, size, width, muted }: Paper): Drawn | null =>
  count <= 0
    ? null
    : paragraph(0, width, inLanguage(lang, `另有 ${count} 项，见下面的地址。`, `${count} more at the address below.`), {
        size: size * 0.8125,
        fill: muted,
        leading: 1.4,
      });

/** What stands above a table: what it holds, and once the unit. */
function caption({ caption: text, unit, compared }: TableBlock, paper: Paper): Drawn {
  const { size, width, ink, muted } = paper;
  const small = size * 0.8125;
  const look = { size: size * 0.9375, fill: ink, bold: true, leading: 1.4 };
  const unitWidth = unit ? (textWidth(unit) + 1) * small : 0;
  const asideWidth = unitWidth + (compared ? textWidth(compared) * small + 6 : 0);
  const isBeside = textWidth(text) * look.size + asideWidth + 16 <= width;
  const head = paragraph(0, isBeside ? width - asideWidth - 16 : width, text, look);
  if (asideWidth === 0) return head;
  const y = small * 1.12;
  const markup = compared
    ? // The thin mark itself tells what it stands for.
      lineAt(0, y, unit ?? '', { size: small, fill: muted }) +
      rect(unitWidth, y - small * 0.85, 2, small * 1.05, ink) +
      lineAt(unitWidth + 6, y, compared, { size: small, fill: muted })
    : lineAt(isBeside ? asideWidth : 0, y, unit ?? '', {
        size: small,
        fill: muted,
        anchor: isBeside ? 'end' : 'start',
      });
  if (!isBeside) return stacked([head, { markup, height: small * 1.5 }], 2);
  return { markup: head.markup + group(width - asideWidth, size * 0.08, markup), height: head.height };
}

function drawnTable(table: TableBlock, paper: Paper): Drawn {
  const shown = table.rows.slice(0, mostRows);
  const part = { ...table, rows: shown };
  const isDrawn = table.chart !== undefined && shown.some(({ mark }) => mark !== undefined);
  const isMap = table.chart === 'treemap' && shown.every(({ mark = 0 }) => mark >= 0);
  const drawing = (): Drawn => {
    if (!isDrawn) return rows(part, shown, paper);
    if (isMap) return areas(part, paper);
    return (table.chart === 'columns' && columns(part, paper)) || bars(part, shown, paper);
  };
  const { size, width, muted } = paper;
  const note = table.note ? paragraph(0, width, table.note, { size: size * 0.8125, fill: muted, leading: 1.5 }) : null;
  // Areas show no other time.
  const named = isMap ? { ...table, compared: '' } : table;
  return stacked([caption(named, paper), drawing(), left(table.rows.length - shown.length, paper), note], size * 0.75);
}

function drawn(block: Block | undefined, paper: Paper): Drawn | null {
  switch (block?.type) {
    case 'table':
      return block.rows.length === 0 ? null : drawnTable(block, paper);
    case 'list':
      return stacked(
        [
          items(block.items.slice(0, mostItems), paper),
          left(block.total - Math.min(mostItems, block.items.length), paper),
        ],
        8,
      );
    case 'facts':
      return block.items.length === 0 ? null : facts(block, paper);
    case 'figures':
      return block.items.length === 0 ? null : figures(block, paper);
    case 'steps':
      return steps(block, paper);
    case 'sections':
      return sections(block, paper);
    case 'notice':
      return notice(block, paper);
    default:
      return null;
  }
}

/** What the picture is of: the first drawing, else the first table, else the first of what there is. */
const subjectOf = (blocks: readonly Block[]): Block | undefined =>
  blocks.find((block) => block.type === 'table' && block.chart !== undefined && block.rows.length > 0) ??
  blocks.find((block) => block.type === 'table' && block.rows.length > 0) ??
  blocks.find((block) => block.type === 'list' && block.items.length > 0) ??
  blocks.find(({ type }) => type === 'steps' || type === 'sections') ??
  blocks.find(({ type }) => type === 'facts');

function heading({ title, sentence, badge, source }: PanelDocument, paper: Paper): Drawn {
  const { size, width, ink, muted, lang } = paper;
  const words = wordsOf(lang);
  const small = size * 0.8125;
  const markWidth = source.isSample ? (textWidth(words.sample) + 1) * small : 0;
  // Drawn as a frame: it must not be missed, nor be taken for a warning.
  const sample = source.isSample
    ? `<rect x="${width - markWidth + 0.5}" y="${size * 0.1}" width="${markWidth - 1}" height="${small * 1.5}" fill="none" stroke="${muted}"/>` +
      lineAt(width - markWidth / 2, size * 0.1 + small * 1.1, words.sample, {
        size: small,
        fill: ink,
        anchor: 'middle',
      })
    : '';
  const head = paragraph(0, width - (markWidth === 0 ? 0 : markWidth + 12), title, {
    size: size * 1.25,
    fill: ink,
    bold: true,
    leading: 1.35,
    most: 8,
  });
  return stacked(
    [
      { markup: head.markup + sample, height: head.height },
      badge ? { markup: badgeAt(0, size * 1.05, badge, size * 0.875, paper), height: size * 1.4 } : null,
      paragraph(0, width, sentence, { size, fill: ink, leading: 1.6, most: 8 }),
    ],
    Math.round(size * 0.5),
  );
}

/** Short facts in lines: a line ends between two of them. */
function flowed(parts: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && textWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines;
}

/** Where it comes from, how it stood when, under what it may be used, and where to go on. */
function footing(document: PanelDocument, paper: Paper, now: Date): Drawn {
  const { size, width, muted, lang } = paper;
  const { source } = document;
  const words = wordsOf(lang);
  const spelled = (instant: string) => formatInstantDay(instant, spelling(lang));
  const [published, modified] = [source.publishedAt, source.modifiedAt].map((at) => (at ? spelled(at) : ''));
  const line = [
    source.publisher === '' ? '' : `${words.source}${words.colon}${source.publisher}`,
    published ? `${words.published} ${published}` : '',
    modified && modified !== published ? `${words.updated} ${modified}` : '',
    `${words.asOf} ${heldAt(document, now)}`,
    licence.name,
  ].filter((part) => part !== '');
  const look = { size: size * 0.8125, fill: muted, leading: 1.5 };
  const said = stacked(
    [...flowed(line, width / look.size), source.permalink].map((one) => paragraph(0, width, one, look)),
    0,
  );
  return { markup: ruleAt(0, paper) + group(0, 8, said.markup), height: said.height + 8 };
}

/** A panel as a picture that stands alone: every text is text, every value exact. */
export function picture(document: PanelDocument, { width, theme, now }: PictureOptions): Drawn {
  const paper = paperOf(width, theme, document.lang);
  const blocks = flat(document.blocks);
  const subject = subjectOf(blocks);
  // Whoever is told what to do is told whom to call, and where it is.
  const besides =
    subject?.type === 'sections' && isListOfPoints(subject.items)
      ? blocks.find(({ type }) => type === 'facts')
      : undefined;
  const numbers = blocks.find(({ type }) => type === 'figures');
  const told = blocks.filter((block) => block.type === 'notice' && block.text !== '').slice(0, 3);
  const all = stacked(
    [
      heading(document, paper),
      ...told.map((block) => drawn(block, paper)),
      drawn(numbers, paper),
      drawn(subject, paper),
      drawn(besides, paper),
      footing(document, paper, now),
    ],
    Math.round(paper.size * 1.25),
  );
  const height = Math.ceil(all.height + 2 * paper.margin);
  const lang = document.lang;
  const markup =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" ` +
    `aria-labelledby="title description" lang="${lang}" xml:lang="${lang}" font-family="${xml(fonts)}">\n` +
    `<title id="title">${xml(titleOf(document))}</title>\n<desc id="description">${xml(document.sentence)}</desc>\n` +
    `${metadata(document, now)}\n${rect(0, 0, width, height, paper.paper)}\n${group(paper.margin, paper.margin, all.markup)}\n</svg>\n`;
  return { markup, height };
}
