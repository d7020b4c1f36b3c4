import { type Cell, columnLetters } from '../../core/grid.ts';
import { TableScan } from '../../core/personal-information/table.ts';
import { referenceOf, rowOf } from '../../reading/xlsx-reference.ts';
import { decimalText, unescaped } from '../../reading/xlsx-values.ts';
import { readXml } from '../../reading/xlsx-xml.ts';
import { personal, placed } from '../finding.ts';
import { isOn, type OfficeFile } from './document.ts';
import { addHidden } from './hidden-places.ts';
import { inspectTexts } from './texts.ts';

interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly strings: readonly string[];
}

const lastColumn = 16_384;

/** What is told of hidden rows names ranges; more need not be kept. */
const mostHidden = 100_000;

const numberOf = (text: string | undefined): number =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : 0;

/** Looks through one worksheet as it is read, row by row; says whether it holds anything. */
export async function inspectSheet(
  { archive, collector }: OfficeFile,
  { name, part, strings }: Sheet,
): Promise<boolean> {
  const scan = new TableScan(name);
  const hiddenRows: number[] = [];
  const hiddenRanges: [number, number][] = [];
  const hiddenColumns = new Set<number>();
  const texts = inspectTexts(collector, {
    ...placed(`工作表 ${name} 的页眉页脚与提示`, `worksheet ${name}`),
    sheet: name,
  });
  let hasContent = false;
  let row = 0;
  let isHidden = false;
  let cells: Cell[] = [];
  let column = -1;
  let type = 'n';
  let text = '';
  let collecting = false;
  let isPhonetic = false;

  const shown = (): Cell => {
    if (text === '') return null;
    if (type === 's') return strings[numberOf(text)] ?? null;
    return type === 'n' ? (decimalText(text) ?? text) : unescaped(text);
  };
  const endRow = (): void => {
    if (cells.length === 0) return;
    hasContent = true;
    if (isHidden && hiddenRows.length < mostHidden) hiddenRows.push(row);
    for (const datum of scan.see({ row, cells })) {
      const cell = `${name}!${columnLetters(datum.column)}${row}`;
      collector.add(personal(datum, { ...placed(cell), sheet: name }));
    }
  };

  await readXml(archive.read(part), {
    open: (tag, attributes) => {
      if (tag === 'row') {
        row = rowOf(attributes.get('r'), row + 1);
        isHidden = isOn(attributes.get('hidden'));
        cells = [];
        column = -1;
      } else if (tag === 'c') {
        column = referenceOf(attributes.get('r') ?? '')?.column ?? column + 1;
        type = attributes.get('t') ?? 'n';
        text = '';
      } else if (tag === 'v' || tag === 't') {
        collecting = !isPhonetic;
        // A value stands for what its formula says.
        if (tag === 'v') text = '';
      } else if (tag === 'rPh') isPhonetic = true;
      else if (tag === 'col' && isOn(attributes.get('hidden')))
        hiddenRanges.push([numberOf(attributes.get('min')) - 1, numberOf(attributes.get('max')) - 1]);
      else texts.open(tag, attributes);
    },
    text: (piece) => {
      if (collecting) text += piece;
      else texts.text(piece);
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') collecting = false;
      else if (tag === 'rPh') isPhonetic = false;
      else if (tag === 'c') {
        const cell = shown();
        if (cell === null || column >= lastColumn) return;
        while (cells.length < column) cells.push(null);
        cells[column] = cell;
        if (hiddenRanges.some(([first, last]) => column >= first && column <= last)) hiddenColumns.add(column);
      } else if (tag === 'row') endRow();
      else texts.close(tag);
    },
  });
  addHidden(collector, name, hiddenRows, hiddenColumns);
  return hasContent;
}
