import type { Row, TableBlock } from '../../../../widgets/core/document.ts';
import { cellText } from '../../../../widgets/core/figures.ts';
import { othersOf } from './bars.ts';
import { badgeAt, type Drawn, lineAt, type Paper, paragraph, ruled, stacked } from './paper.ts';
import { linesOf, textWidth } from './text-width.ts';

const gap = 16;

/** Widths of the columns: figures as wide as they are, words share what is left; null when that is too little. */
function widthsOf(table: TableBlock, texts: readonly (readonly string[])[], { width, size }: Paper): number[] | null {
  const small = size * 0.875;
  const wanted = table.columns.map(
    ({ label }, at) => Math.max(textWidth(label), ...texts.map((row) => textWidth(row[at] ?? ''))) * small + 2,
  );
  const isFixed = (at: number) => table.columns[at]?.type !== 'text';
  const sum = (of: (at: number) => boolean) => wanted.reduce((total, one, at) => total + (of(at) ? one : 0), 0);
  const left = width - gap * (wanted.length - 1) - sum(isFixed);
  const words = sum((at) => !isFixed(at));
  const widths = wanted.map((one, at) => (isFixed(at) ? one : one * Math.min(1, left / words)));
  // What is over goes to the names, so that figures stand at the right edge.
  const over = width - gap * (widths.length - 1) - widths.reduce((total, one) => total + one, 0);
  if (over > 0 && !isFixed(0)) widths[0] = (widths[0] ?? 0) + over;
  return widths.some((one, at) => one < Math.min(wanted[at] ?? 0, small * 6)) ? null : widths;
}

/** A row that does not fit beside itself: its name, and the values under it. */
function narrowRow(table: TableBlock, row: Row, paper: Paper): Drawn {
  const { width, size, ink, muted, lang } = paper;
  const first = table.columns[0]?.type ?? 'text';
  return stacked(
    [
      paragraph(0, width, cellText(first, row.cells[0] ?? null, lang), {
        size: size * 0.875,
        fill: ink,
        bold: true,
        leading: 1.4,
        most: 3,
      }),
      paragraph(0, width, othersOf(table, row, [], paper), { size: size * 0.875, fill: muted, leading: 1.4 }),
      row.badge ? { markup: badgeAt(0, size, row.badge, size * 0.8125, paper), height: size * 1.4 } : null,
    ],
    2,
  );
}

/** A table as rows of text. */
export function rows(table: TableBlock, shown: readonly Row[], paper: Paper): Drawn {
  const { size, ink, muted, lang } = paper;
  const small = size * 0.875;
  const texts = shown.map(({ cells }) => table.columns.map(({ type }, at) => cellText(type, cells[at] ?? null, lang)));
  const widths = widthsOf(table, texts, paper);
  if (!widths)
    return ruled(
      shown.map((row) => narrowRow(table, row, paper)),
      6,
      paper,
    );
  const lefts = widths.map((_, at) => widths.slice(0, at).reduce((total, one) => total + one + gap, 0));
  const isFigure = (at: number) => ['number', 'share'].includes(table.columns[at]?.type ?? '');
  const line = (cells: readonly string[], fill: string, bold: boolean, indent: number): Drawn => {
    const step = small * 1.4;
    let height = step;
    const markup = cells.map((text, at) => {
      const [left = 0, wide = 0] = [lefts[at], widths[at]];
      const inset = at === 0 ? indent : 0;
      const lines = isFigure(at) ? [text] : linesOf(text, (wide - inset) / small, 4);
      height = Math.max(height, lines.length * step);
      return lines
        .map((one, index) => {
          const y = step * index + step / 2 + small * 0.36;
          if (!isFigure(at)) return lineAt(left + inset, y, one, { size: small, fill, bold });
          return lineAt(left + wide, y, one, { size: small, fill, bold, anchor: 'end' });
        })
        .join('');
    });
    return { markup: markup.join(''), height };
  };
  const head = line(
    table.columns.map(({ label }) => label),
    muted,
    false,
    0,
  );
  const body = texts.map((cells, at) => {
    const level = shown[at]?.level ?? 1;
    return line(cells, ink, level === 0, Math.max(0, level - 1) * small);
  });
  return ruled([head, ...body], 6, paper);
}
