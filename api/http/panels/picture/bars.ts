import type { Row, TableBlock } from '../../../../widgets/core/document.ts';
import { type Bar, barsOf, drawnColumn } from '../../../../widgets/core/drawing.ts';
import { cellText } from '../../../../widgets/core/figures.ts';

import { badgeAt, type Drawn, group, lineAt, type Paper, paragraph, rect, stacked } from './paper.ts';
import { textWidth } from './text-width.ts';

const positive = (value: number): number => Math.max(0, value);

/** A row's mark on the scale of all, with the thin mark of what it is compared with. */
function markOf(
  { row, from, length, before }: Bar,
  zero: number,
  width: number,
  thick: number,
  { accent, soft, ink, rule }: Paper,
  isSubject: boolean,
): string {
  const least = row.mark === 0 ? 0 : 1;
  const bar = rect(from * width, 0, Math.max(least, length * width), thick, isSubject ? accent : soft);
  const thin = before === undefined ? '' : rect(positive(before * width - 1), -3, 2, thick + 6, ink);
  return `${bar}${thin}${zero > 0 ? rect(zero * width, -4, 1, thick + 8, rule) : ''}`;
}

/** Values beside the one that is drawn: (预算数 1,200 · 占比 31%). */
export const othersOf = ({ columns }: TableBlock, row: Row, shown: readonly number[], { lang }: Paper): string =>
  columns
    .flatMap(({ label, type }, at) =>
      at === 0 || shown.includes(at) ? [] : [`${label} ${cellText(type, row.cells[at] ?? null, lang)}`],
    )
    .join(' · ');

/** A column of values at the right of the marks. */
interface Values {
  readonly at: number;
  readonly label: string;
  readonly texts: readonly string[];
  readonly width: number;
}

const between = 16;

/** The columns that stand beside the marks, the drawn one first: as many as leave the marks their room. */
function valuesBeside(table: TableBlock, rows: readonly Row[], room: number, { size, lang }: Paper): Values[] {
  const small = size * 0.875;
  const drawn = drawnColumn(table);
  const order = [drawn, ...table.columns.keys()].filter((at, index, all) => at > 0 && all.indexOf(at) === index);
  const taken: Values[] = [];
  let left = room;
  for (const at of order) {
    const { label = '', type = 'text' } = table.columns[at] ?? {};
    const texts = rows.map(({ cells }) => cellText(type, cells[at] ?? null, lang));
    const width = Math.max(textWidth(label) * size * 0.8125, ...texts.map((text) => textWidth(text) * small));
    left -= width + between;
    if (at !== drawn && left < 0) break;
    taken.push({ at, label, texts, width });
  }
  return taken;
}

/** Bars lying, one row each, under one another: the name, the mark, the exact values. */
export function bars(table: TableBlock, rows: readonly Row[], paper: Paper): Drawn {
  const { size, width, isNarrow, ink, muted } = paper;
  const small = size * 0.875;
  const { zero, bars: marks } = barsOf(rows);
  const markedBy = new Map(marks.map((bar) => [bar.row, bar]));
  const largest = Math.max(...rows.map(({ mark = 0 }) => Math.abs(mark)));
  const longest = Math.max(
    ...rows.map(({ cells, level = 1 }) => (textWidth(cells[0] ?? '') + positive(level - 1)) * small + 2),
  );
  const values = valuesBeside(table, rows, isNarrow ? 0 : width * 0.32, paper);
  const valuesWidth = values.reduce((sum, one) => sum + one.width + between, 0);
  const labelWidth = isNarrow ? width - valuesWidth : Math.min(longest, width * 0.34);
  const from = isNarrow ? 0 : labelWidth + 12;
  const long = isNarrow ? width : width - from - valuesWidth;
  const thick = Math.round(isNarrow ? size * 0.5 : size * 0.875);
  const rights = values.map((_, index) =>
    index === values.length - 1
      ? width
      : width - values.slice(index + 1).reduce((sum, one) => sum + one.width + between, 0),
  );

  const drawn = rows.map((row, index): Drawn => {
    const { level = 1, badge } = row;
    const bold = level === 0 || row.mark === undefined;
    const indent = positive(level - 1) * small;
    const label = paragraph(indent, labelWidth - indent, row.cells[0] ?? '', {
      size: small,
      fill: ink,
      bold,
      leading: 1.4,
      most: 3,
    });
    const base = small * 0.7 + small * 0.36;
    const said = values.map(({ texts }, at) =>
      lineAt(rights[at] ?? width, base, texts[index] ?? '', {
        size: small,
        fill: at === 0 ? ink : muted,
        // Of several values the one that is drawn is told from the others in every row.
        bold: at === 0 && (bold || values.length > 1),
        anchor: 'end',
      }),
    );
    const bar = markedBy.get(row);
    const mark = bar ? markOf(bar, zero, long, thick, paper, Math.abs(row.mark ?? 0) === largest) : '';
    const named =
      label.markup + said.join('') + group(from, isNarrow ? label.height + 2 : small * 0.7 - thick / 2, mark);
    const height = isNarrow && row.mark !== undefined ? label.height + thick + 4 : Math.max(label.height, thick);
    const shown = values.map(({ at }) => at);
    const others = othersOf(table, row, shown, paper);
    return stacked(
      [
        { markup: named, height },
        paragraph(from, width - from, others, { size: size * 0.8125, fill: muted, leading: 1.4 }),
        badge ? { markup: badgeAt(from, small, badge, size * 0.8125, paper), height: small * 1.4 } : null,
      ],
      2,
    );
  });
  const gap = isNarrow ? 8 : Math.round(size * 0.5);
  if (values.length < 2) return stacked(drawn, gap);
  const head = values.map(({ label }, at) =>
    lineAt(rights[at] ?? width, size, label, { size: size * 0.8125, fill: muted, anchor: 'end' }),
  );
  return stacked([{ markup: head.join(''), height: size * 1.2 }, ...drawn], gap);
}
