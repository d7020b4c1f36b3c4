import type { TableBlock } from '../../../../widgets/core/document.ts';
import { barsOf, drawnColumn } from '../../../../widgets/core/drawing.ts';
import { cellText } from '../../../../widgets/core/figures.ts';
import { type Drawn, lineAt, type Paper, rect } from './paper.ts';
import { textWidth } from './text-width.ts';

/** Columns standing side by side, for what has an order (years); null when their words do not fit. */
export function columns(table: TableBlock, paper: Paper): Drawn | null {
  const { width, size, ink, muted, accent, soft, rule, lang } = paper;
  const { zero, bars: marks } = barsOf(table.rows);
  if (marks.length === 0 || marks.length < table.rows.length || table.columns.length > 2) return null;
  const small = size * 0.8125;
  const slot = width / marks.length;
  const drawnAt = drawnColumn(table);
  const type = table.columns[drawnAt]?.type ?? 'number';
  const labels = marks.map(({ row }) => row.cells[0] ?? '');
  const values = marks.map(({ row }) => cellText(type, row.cells[drawnAt] ?? null, lang));
  const room = slot - 8;
  const fits = (text: string) => textWidth(text) * small <= room;
  if (![...values, ...labels].every(fits)) return null;

  const tall = Math.round(size * 11);
  const top = size * 1.5;
  const down = (share: number) => top + (1 - share) * tall;
  const thick = Math.min(slot * 0.6, size * 3.5);
  const under = top + tall + (zero > 0 ? size * 1.5 : 0);
  const drawn = marks.map(({ row: { mark = 0 }, from, length, before }, at) => {
    const middle = slot * at + slot / 2;
    const isLast = at === marks.length - 1;
    const bar = rect(middle - thick / 2, down(from + length), thick, length * tall, isLast ? accent : soft);
    const thin = before === undefined ? '' : rect(middle - thick / 2 - 4, down(before) - 1, thick + 8, 2, ink);
    const said = lineAt(
      middle,
      mark < 0 ? down(from) + size * 1.1 : down(Math.max(from + length, before ?? 0)) - size * 0.4,
      values[at] ?? '',
      {
        size: small,
        fill: ink,
        bold: isLast,
        anchor: 'middle',
      },
    );
    return `${bar}${thin}${said}${lineAt(middle, under + size * 1.2, labels[at] ?? '', { size: small, fill: muted, anchor: 'middle' })}`;
  });
  return { markup: `${drawn.join('')}${rect(0, down(zero), width, 1, rule)}`, height: under + size * 1.6 };
}
