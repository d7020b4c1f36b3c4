import type {
  Block,
  FactsBlock,
  FiguresBlock,
  ListBlock,
  SectionsBlock,
  StepsBlock,
} from '../../../../widgets/core/document.ts';
import { groupDigits } from '../../../../widgets/core/figures.ts';
import { partTitle } from '../../../../widgets/core/part-title.ts';
import { toneShapes } from '../../../../widgets/core/tone-shapes.ts';
import { badgeAt, badgeWidth, type Drawn, lineAt, type Paper, paragraph, rect, ruled, stacked } from './paper.ts';
import { textWidth } from './text-width.ts';

/** A number as it is read; other short texts as they are. */
export const figureText = (value: string): string => (/^-?\d+(\.\d+)?$/.test(value) ? groupDigits(value) : value);

/** Few large numbers, side by side as far as they fit. */
export function figures({ items }: FiguresBlock, paper: Paper): Drawn {
  const { size, width, isNarrow, ink, muted } = paper;
  const large = size * (isNarrow ? 1.25 : 1.5625);
  const across = isNarrow ? 2 : Math.min(4, items.length);
  const slot = width / across;
  const drawn = items.map(({ label, value, unit = '', note }) => {
    const number = figureText(value);
    const room = slot - 12;
    const unitSize = size * 0.875;
    return stacked(
      [
        paragraph(0, room, label, { size: size * 0.8125, fill: muted, leading: 1.4, most: 2 }),
        {
          markup:
            lineAt(0, large, number, { size: large, fill: ink, bold: true }) +
            (unit === '' ? '' : lineAt(textWidth(number) * large + 6, large, unit, { size: unitSize, fill: muted })),
          height: large * 1.3,
        },
        note ? paragraph(0, room, note, { size: size * 0.8125, fill: muted, leading: 1.4, most: 2 }) : null,
      ],
      2,
    );
  });
  const lines: Drawn[] = [];
  for (let from = 0; from < drawn.length; from += across) {
    const line = drawn.slice(from, from + across);
    lines.push({
      markup: line.map(({ markup }, at) => `<g transform="translate(${slot * at} 0)">${markup}</g>`).join(''),
      height: Math.max(...line.map(({ height }) => height)),
    });
  }
  return stacked(lines, size);
}

/** How far something is, with the target as a thin mark; the words beside it say the same. */
function progressOf({ share, target, text }: NonNullable<ListBlock['items'][number]['progress']>, paper: Paper): Drawn {
  const { width, size, accent, pale, ink, muted } = paper;
  const long = Math.min(width * 0.5, size * 18);
  const within = (one: number) => Math.max(0, Math.min(1, one)) * long;
  const bar = rect(0, size * 0.35, long, size * 0.5, pale) + rect(0, size * 0.35, within(share), size * 0.5, accent);
  const thin = target === undefined ? '' : rect(within(target) - 1, size * 0.2, 2, size * 0.8, ink);
  const said = paragraph(long + 12, width - long - 12, text, { size: size * 0.8125, fill: muted, leading: 1.4 });
  return { markup: bar + thin + said.markup, height: Math.max(size * 1.2, said.height) };
}

export function items(block: ListBlock['items'], paper: Paper): Drawn {
  const { width, size, accent, muted, ink } = paper;
  const small = size * 0.8125;
  const drawn = block.map(({ title, badge, meta, text, progress }) => {
    const facts = meta.join(' · ');
    const indent = badge ? badgeWidth(badge, small) + 12 : 0;
    const under =
      facts === ''
        ? { markup: '', height: small * 1.4 }
        : paragraph(indent, width - indent, facts, { size: small, fill: muted, leading: 1.4, most: 2 });
    const state = badge ? badgeAt(0, small * 0.7 + small * 0.36, badge, small, paper) : '';
    return stacked(
      [
        paragraph(0, width, title, { size, fill: accent, leading: 1.4, most: 3 }),
        facts === '' && !badge ? null : { markup: state + under.markup, height: under.height },
        text ? paragraph(0, width, text, { size: small, fill: ink, leading: 1.5, most: 2 }) : null,
        progress ? progressOf(progress, paper) : null,
      ],
      2,
    );
  });
  return ruled(drawn, 8, paper);
}

const pairs = (given: readonly (readonly [label: string, text: string])[], paper: Paper): Drawn => {
  const { width, size, muted, ink } = paper;
  const small = size * 0.875;
  const left = Math.min(width * 0.34, Math.max(...given.map(([label]) => textWidth(label))) * small + 2);
  return stacked(
    given.map(([label, text]) => {
      const name = paragraph(0, left, label, { size: small, fill: muted, leading: 1.5 });
      const said = paragraph(left + 16, width - left - 16, text, { size: small, fill: ink, leading: 1.5, most: 4 });
      return { markup: name.markup + said.markup, height: Math.max(name.height, said.height) };
    }),
    4,
  );
};

export const facts = ({ items: given }: FactsBlock, paper: Paper): Drawn =>
  pairs(
    given.map(({ label, text }) => [label, text]),
    paper,
  );

const toneOf = { done: 'good', now: 'plain', late: 'late', todo: 'ended' } as const;

export const steps = ({ items: given }: StepsBlock, paper: Paper): Drawn =>
  items(
    given.map(({ title, state, stateText, time, text }) => ({
      title,
      href: '',
      badge: { text: stateText, tone: toneOf[state] },
      meta: time ? [time] : [],
      ...(text ? { text } : {}),
    })),
    { ...paper, accent: paper.ink },
  );

/** Points of one list that are told: what to do is told whole. */
const mostPoints = 12;

/** 1. and its like, which stand beside what they count. */
const isPoint = (marker = '', heading = ''): boolean => heading === '' && /^\d+\W$/.test(marker);

/** Whether a text is a list of points and nothing else: what to do. */
export const isListOfPoints = (given: SectionsBlock['items']): boolean =>
  given.every(({ marker, heading }) => isPoint(marker, heading));

function pointed(marker: string, text: string, { width }: Paper, look: Parameters<typeof paragraph>[3]): Drawn {
  const indent = look.size * 1.75;
  const number = paragraph(0, indent, marker, { ...look, bold: true });
  const said = paragraph(indent, width - indent, text, { ...look, most: 4 });
  return { markup: number.markup + said.markup, height: Math.max(number.height, said.height) };
}

/** The beginning of a text. */
export function sections({ items: given }: SectionsBlock, paper: Paper): Drawn {
  const { width, size, ink } = paper;
  const look = { size: size * 0.875, fill: ink, leading: 1.7 };
  const isList = isListOfPoints(given);
  return stacked(
    given.slice(0, isList ? mostPoints : 4).flatMap(({ marker = '', heading = '', paragraphs }) => {
      if (isPoint(marker, heading)) return [pointed(marker, paragraphs.join(' '), paper, look)];
      const head = partTitle(marker, heading);
      return [
        head === '' ? null : paragraph(0, width, head, { ...look, bold: true, leading: 1.4 }),
        ...paragraphs.slice(0, 2).map((text) => paragraph(0, width, text, { ...look, most: 4 })),
      ];
    }),
    8,
  );
}

export function notice({ text, tone }: Extract<Block, { type: 'notice' }>, paper: Paper): Drawn {
  const { width, size, ink } = paper;
  const indent = toneShapes[tone] === '' ? 0 : size * 1.1;
  const said = paragraph(indent, width - indent, text, { size: size * 0.9375, fill: ink, leading: 1.5, most: 6 });
  return { markup: badgeAt(0, size * 1.08, { text: '', tone }, size, paper) + said.markup, height: said.height };
}
