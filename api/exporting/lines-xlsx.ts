import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { columnLetters } from '../core/grid.ts';
import type { RowBatch, RowBatches } from '../core/row-batch.ts';
import { instantText, type RowColumn } from '../core/row-column.ts';
import { rowWriter, type Slot } from './row-writer.ts';

/** The same content is the same bytes: nothing says when it was packed. */
const mtime = new Date(1980, 0, 1);
const packed = { mtime, forceDosTimestamp: true, compressionLevel: 3 } as const;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What is the same in every workbook. */
const fixedParts: Readonly<Record<string, string>> = {
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  // Styles: 0 plain, 1 header, 2 text, 3 money, 4 day, 5 instant.
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What depends on how many worksheets there are, known when the last is written. */
function indexParts(title: string, sheets: readonly number[]): Readonly<Record<string, string>> {
  const each = (xml: (number: number) => string): string => sheets.map(xml).join('');
  const nameOf = (number: number): string => (number === 1 ? title : `${title.slice(0, 24)} (${number})`);
  return {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((number) => `<sheet name="${attribute(nameOf(number))}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${each((number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${contentType}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
  };
}

/** XML has no other control characters. */
const escapes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from({ length: 32 }, (_, code) => [String.fromCharCode(code), ''])),
  '\t': '\t',
  '\n': '\n',
  '\r': '&#13;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
};

const escaped = (text: string): string => text.replace(/[&<>]/g, (character) => escapes[character] ?? '');
const attribute = (text: string): string => escaped(text).replaceAll('"', '&quot;');

const textBefore = (style: number): string => `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">`;
const textAfter = '</t></is></c>';

/** Days since 30 December 1899, as worksheets count them from March 1900 on; an earlier one stays text. */
function dated(instant: string, text: string, style: number): string {
  if (!/^(19|[2-9]\d)\d\d-/.test(text) || text < '1900-03-01') return textBefore(2) + text + textAfter;
  return `<c s="${style}"><v>${(Date.parse(instant) - Date.UTC(1899, 11, 30)) / 86_400_000}</v></c>`;
}

const slotOf = ({ type }: RowColumn, raw: boolean): Slot => {
  const plain: Slot = { as: 'text', before: '<c><v>', after: '</v></c>', absent: '<c/>' };
  if (type === 'money') return { ...plain, as: 'yuan', before: '<c s="3"><v>' };
  if (type === 'integer') return plain;
  if (type === 'boolean') return { ...plain, before: '<c t="b"><v>', as: ['1', '0'] };
  const whole: Slot = { ...plain, before: '', after: '' };
  if (type === 'day') return { ...whole, convert: (day) => dated(`${day}T00:00:00Z`, day, 4) };
  if (type === 'instant') return { ...whole, convert: (text) => dated(instantText(text), instantText(text), 5) };
  return { ...plain, before: textBefore(2), after: textAfter, guarded: type === 'text' && !raw };
};

/** A worksheet has 1,048,576 rows, of which one is the header. */
const mostWorksheetRows = 1_048_575;
/** A cell has so many characters. */
const longest = 32_767;

interface XlsxOptions {
  readonly header: 'label' | 'code';
  readonly name: string;
  readonly raw: boolean;
  /** Rows of a worksheet, after which another begins. */
  readonly mostRows?: number;
}

/** Batches taken one at a time, by whoever writes the present worksheet. */
interface Source {
  next: RowBatch | null;
  readonly take: () => Promise<void>;
}

async function* sheetXml(
  columns: readonly RowColumn[],
  source: Source,
  { header, raw, mostRows = mostWorksheetRows }: XlsxOptions,
): AsyncGenerator<string | Buffer> {
  const widths = columns
    .map(({ width = 14 }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row>`;
  const names = columns.map(({ key, label }) => (header === 'code' ? key : label.zh));
  yield `${names.map((name) => textBefore(1) + escaped(name) + textAfter).join('')}</row>`;
  const slots = columns.map((column) => slotOf(column, raw));
  const write = rowWriter({ slots, before: '<row>', after: '</row>', escapes, isXml: true, longest });
  let count = 0;
  for (; source.next !== null && count + source.next.length <= mostRows; await source.take()) {
    count += source.next.length;
    yield write(source.next);
  }
  yield `</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${count + 1}"/></worksheet>`;
}

/** A workbook written as it is read: typed cells and never a formula, and another worksheet where one is full. */
export async function* writeXlsx(
  columns: readonly RowColumn[],
  batches: RowBatches,
  options: XlsxOptions,
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  const iterator = batches[Symbol.asyncIterator]();
  const source: Source = {
    next: null,
    take: async () => {
      const taken = await iterator.next();
      source.next = taken.done ? null : taken.value;
    },
  };
  const addParts = (parts: Readonly<Record<string, string>>): void => {
    for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(declaration + xml), path, packed);
  };
  let sheet: Readable | undefined;
  const pack = async (): Promise<void> => {
    addParts(fixedParts);
    const numbers: number[] = [];
    await source.take();
    do {
      numbers.push(numbers.length + 1);
      sheet = Readable.from(sheetXml(columns, source, options), { objectMode: false });
      zip.addReadStream(sheet, `xl/worksheets/sheet${numbers.length}.xml`, packed);
      await finished(sheet);
    } while (source.next !== null);
    addParts(indexParts(options.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), numbers));
    zip.end();
  };
  pack().catch((error: Error) => output.destroy(error));
  try {
    for await (const piece of output) yield piece as Buffer;
  } finally {
    sheet?.destroy();
    await iterator.return?.();
  }
}
