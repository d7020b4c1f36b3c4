import type { TableBlock } from '../../../../widgets/core/document.ts';
import { cellText } from '../../../../widgets/core/figures.ts';
import { barsOf, drawnColumn, rangeOf, textWidth } from '../../../../widgets/core/geometry.ts';
import { type Drawn, lineAt, type Paper, rect } from './paper.ts';

/** Columns standing side by side, for what has an order (years); null when their words do not fit. */
export function columns(table: TableBlock, paper: Paper): Drawn | null {
  const { width, size, ink, muted, accent, soft, rule, lang } = paper;
  const marks = barsOf(table);
  if (marks.length === 0 || marks.length < table.rows.length || table.columns.length > 2) return null;
  const small = size * 0.8125;
  const slot = width / marks.length;
  const type = table.columns[drawnColumn(table)]?.type ?? 'number';
  const values = marks.map(({ value }) => cellText(type, value, lang));
  const room = slot - 8;
  const fits = (text: string) => textWidth(text) * small <= room;
  if (!values.every(fits) || !marks.every(({ label }) => fits(label))) return null;

  const [low, high] = rangeOf(marks);
  const tall = Math.round(size * 11);
  const top = size * 1.5;
  const down = (value: number) => top + ((high - value) / (high - low)) * tall;
  const zero = down(0);
  const thick = Math.min(slot * 0.6, size * 3.5);
  const under = top + tall + (low < 0 ? size * 1.5 : 0);
  const drawn = marks.map(({ label, mark, before }, at) => {
    const middle = slot * at + slot / 2;
    const end = down(mark);
    const isLast = at === marks.length - 1;
    const bar = rect(middle - thick / 2, Math.min(zero, end), thick, Math.abs(end - zero), isLast ? accent : soft);
    const thin = before === undefined ? '' : rect(middle - thick / 2 - 4, down(before) - 1, thick + 8, 2, ink);
    const said = lineAt(
      middle,
      mark < 0 ? end + size * 1.1 : Math.min(end, down(Math.max(before ?? 0, 0))) - size * 0.4,
      values[at] ?? '',
      {
        size: small,
        fill: ink,
        bold: isLast,
        anchor: 'middle',
      },
    );
    return `${bar}${thin}${said}${lineAt(middle, under + size * 1.2, label, { size: small, fill: muted, anchor: 'middle' })}`;
  });
  return { markup: `${drawn.join('')}${rect(0, zero, width, 1, rule)}`, height: under + size * 1.6 };
}
