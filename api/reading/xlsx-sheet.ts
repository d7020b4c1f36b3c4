import type { Finding } from '../core/finding.ts';
import type { Cell, Merge } from '../core/grid.ts';
import { type CellContext, CellReader, type WrittenCell } from './xlsx-cell.ts';
import { type Counted, SheetGrid } from './xlsx-grid.ts';
import { hiddenFindings } from './xlsx-hidden.ts';
import { limits, tooLarge } from './xlsx-limits.ts';
import { clipped, mergeOf, referenceOf, rowOf } from './xlsx-reference.ts';
import { readXml } from './xlsx-xml.ts';

export interface SheetContext extends CellContext {
  readonly counted: Counted;
}

export interface ReadSheet {
  readonly rows: readonly { readonly row: number; readonly cells: Cell[] }[];
  readonly merges: readonly Merge[];
  readonly findings: readonly Finding[];
}

const isOn = (attributes: ReadonlyMap<string, string>, name: string): boolean =>
  /^(1|true)$/.test(attributes.get(name) ?? '');

const indexOf = (text: string | undefined): number => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0);

/** Reads one worksheet's cells as the exact text a person sees. */
export async function readSheet(bytes: AsyncIterable<Uint8Array>, context: SheetContext): Promise<ReadSheet> {
  const grid = new SheetGrid(context.sheet, context.counted);
  const reader = new CellReader(context);
  const merges: Merge[] = [];
  const hiddenRows: number[] = [];
  const hiddenColumns: [number, number][] = [];
  let row = 0;
  let column = -1;
  let cell: WrittenCell | null = null;
  let collecting: 'value' | 'text' | null = null;
  let isPhonetic = false;

  const openings: Readonly<Record<string, (attributes: ReadonlyMap<string, string>) => void>> = {
    row: (attributes) => {
      row = rowOf(attributes.get('r'), row + 1);
      column = -1;
      if (isOn(attributes, 'hidden')) hiddenRows.push(row);
    },
    c: (attributes) => {
      const at = referenceOf(attributes.get('r') ?? '') ?? { row: rowOf(undefined, row), column: column + 1 };
      column = at.column;
      const type = attributes.get('t') ?? 'n';
      cell = { at, type, style: indexOf(attributes.get('s')), value: null, hasFormula: false, text: '' };
    },
    v: () => {
      collecting = 'value';
      if (cell) cell.value ??= '';
    },
    f: () => {
      if (cell) cell.hasFormula = true;
    },
    t: () => {
      if (!isPhonetic) collecting = 'text';
    },
    rPh: () => {
      isPhonetic = true;
    },
    mergeCell: (attributes) => {
      const merge = mergeOf(attributes.get('ref') ?? '');
      if (merge && merges.push(merge) > limits.merges) throw tooLarge('合并单元格数', `${limits.merges} merged cells`);
    },
    col: (attributes) => {
      if (!isOn(attributes, 'hidden')) return;
      const first = Math.max(1, indexOf(attributes.get('min')));
      hiddenColumns.push([first - 1, Math.max(first, indexOf(attributes.get('max'))) - 1]);
    },
  };

  await readXml(bytes, {
    open: (name, attributes) => {
      if (Object.hasOwn(openings, name)) openings[name]?.(attributes);
    },
    text: (piece) => {
      if (!cell || collecting === null) return;
      if (collecting === 'value') cell.value += piece;
      else cell.text += piece;
      grid.checkLength(cell.at, (cell.value?.length ?? 0) + cell.text.length);
    },
    close: (name) => {
      if (name === 'v' || name === 't') collecting = null;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'c' && cell) {
        grid.put(cell.at, reader.read(cell));
        cell = null;
      }
    },
  });
  return {
    rows: grid.rows(),
    merges: clipped(merges, grid.last),
    findings: [...reader.findings, ...hiddenFindings(context.sheet, hiddenRows, hiddenColumns)],
  };
}
