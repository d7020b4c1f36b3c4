import type { Row, TableBlock } from '../../../../widgets/core/document.ts';
import { cellText } from '../../../../widgets/core/figures.ts';
import { drawnColumn, rangeOf, textWidth } from '../../../../widgets/core/geometry.ts';
import { badgeAt, type Drawn, lineAt, type Paper, paragraph, rect, stacked } from './paper.ts';

const last = (value: number): number => Math.max(0, value);

/** The rows' marks on one scale from zero, with the thin mark of what each is compared with. */
function markOf(
  { mark, before }: Row,
  [low, high]: readonly [number, number],
  width: number,
  thick: number,
  { accent, soft, ink, rule }: Paper,
  isSubject: boolean,
): string {
  if (mark === undefined) return '';
  const at = (value: number) => ((value - low) / (high - low)) * width;
  const zero = at(0);
  const end = at(mark);
  const bar = rect(
    Math.min(zero, end),
    0,
    Math.max(mark === 0 ? 0 : 1, Math.abs(end - zero)),
    thick,
    isSubject ? accent : soft,
  );
  const thin = before === undefined ? '' : rect(last(at(before) - 1), -3, 2, thick + 6, ink);
  return `${bar}${thin}${low < 0 ? rect(zero, -4, 1, thick + 8, rule) : ''}`;
}

/** Values beside the one that is drawn: (预算数 1,200 · 占比 31%). */
export const othersOf = ({ columns }: TableBlock, row: Row, shown: readonly number[], { lang }: Paper): string =>
  columns
    .flatMap(({ label, type }, at) => {
      const value = row.cells[at] ?? null;
      return at === 0 || shown.includes(at) || value === null ? [] : [`${label} ${cellText(type, value, lang)}`];
    })
    .join(' · ');

/** Bars lying, one row each, under one another: the name, the mark, the exact value. */
export function bars(table: TableBlock, rows: readonly Row[], paper: Paper): Drawn {
  const { size, width, isNarrow, lang, ink, muted } = paper;
  const small = size * 0.875;
  const at = drawnColumn(table);
  const type = table.columns[at]?.type ?? 'number';
  const texts = rows.map(({ cells }) => cellText(type, cells[at] ?? null, lang));
  const range = rangeOf(rows.flatMap(({ mark, before }) => (mark === undefined ? [] : [{ mark, before }])));
  const largest = Math.max(...rows.map(({ mark = 0 }) => Math.abs(mark)));
  const valueWidth = Math.max(...texts.map((text) => textWidth(text) * small));
  const longest = Math.max(
    ...rows.map(({ cells, level = 1 }) => (textWidth(cells[0] ?? '') + last(level - 1)) * small + 2),
  );
  const labelWidth = isNarrow ? width - valueWidth - 12 : Math.min(longest, width * 0.36);
  const from = isNarrow ? 0 : labelWidth + 12;
  const long = isNarrow ? width : last(width - from - valueWidth - 12);
  const thick = Math.round(isNarrow ? size * 0.5 : size * 0.875);

  const drawn = rows.map((row, index): Drawn => {
    const { level = 1, badge } = row;
    const isTotal = level === 0 || row.mark === undefined;
    const indent = last(level - 1) * small;
    const look = { size: small, fill: ink, bold: isTotal, leading: 1.4, most: 3 };
    const label = paragraph(indent, labelWidth - indent, row.cells[0] ?? '', look);
    const base = small * 0.7 + small * 0.36;
    const value = lineAt(width, base, texts[index] ?? '', { size: small, fill: ink, bold: isTotal, anchor: 'end' });
    const isSubject = Math.abs(row.mark ?? 0) === largest;
    const mark = markOf(row, range, long, thick, paper, isSubject);
    const top = isNarrow ? label.height + 2 : small * 0.7 - thick / 2;
    const named = `${label.markup}${value}<g transform="translate(${from} ${Math.round(top * 100) / 100})">${mark}</g>`;
    const height = isNarrow && row.mark !== undefined ? label.height + thick + 4 : Math.max(label.height, thick);
    const others = othersOf(table, row, [at], paper);
    const more =
      others === '' ? null : paragraph(from, width - from, others, { size: size * 0.8125, fill: muted, leading: 1.4 });
    const state = badge && { markup: badgeAt(from, small, badge, size * 0.8125, paper), height: small * 1.4 };
    return stacked([{ markup: named, height }, more, state ?? null], 2);
  });
  return stacked(drawn, isNarrow ? 8 : Math.round(size * 0.5));
}
