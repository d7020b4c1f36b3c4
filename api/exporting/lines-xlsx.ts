import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { columnLetters } from '../core/grid.ts';
import { type RowBatches, type RowColumn, yuanText } from '../core/row-column.ts';
import { neutral } from './csv.ts';

/** The same content is the same bytes: nothing says when it was packed. */
const mtime = new Date(1980, 0, 1);
const packed = { mtime, forceDosTimestamp: true, compressionLevel: 3 } as const;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  // Styles: 0 plain, 1 header, 2 text, 3 money, 4 day.
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
};

const special = /[&<>\ufffe\uffff]|[^\P{Cc}\t\n\r]/u;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string =>
  special.test(text) ? text.replace(new RegExp(special, 'gu'), (character) => entities[character] ?? '') : text;

const textCell = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

/** Days since 30 December 1899, as worksheets count them from March 1900 on. */
const serialOf = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

function cellOf(type: RowColumn['type'], value: string | null): string {
  if (value === null) return '<c/>';
  if (type === 'money') return `<c s="3"><v>${yuanText(value)}</v></c>`;
  if (type === 'integer') return `<c><v>${value}</v></c>`;
  if (type === 'day' && value >= '1900-03-01') return `<c s="4"><v>${serialOf(value)}</v></c>`;
  if (type === 'boolean') return `<c t="b"><v>${value === 't' ? 1 : 0}</v></c>`;
  return textCell(type === 'text' ? String(neutral(value)) : value, 2);
}

async function* sheetXml(
  columns: readonly RowColumn[],
  batches: RowBatches,
  header: 'label' | 'code',
): AsyncGenerator<string> {
  const widths = columns
    .map(({ width = 14 }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData><row>`;
  yield `${columns.map(({ key, label }) => textCell(header === 'code' ? key : label.zh, 1)).join('')}</row>`;
  let count = 1;
  for await (const batch of batches) {
    let text = '';
    for (const row of batch) {
      text += '<row>';
      for (let index = 0; index < columns.length; index += 1)
        text += cellOf(columns[index]?.type ?? 'text', row[index] ?? null);
      text += '</row>';
    }
    count += batch.length;
    yield text;
  }
  yield `</sheetData><autoFilter ref="A1:${columnLetters(columns.length - 1)}${count}"/></worksheet>`;
}

/** A workbook of one worksheet, written as it is read; typed cells and never a formula. */
export async function* writeXlsx(
  columns: readonly RowColumn[],
  batches: RowBatches,
  { header, name }: { readonly header: 'label' | 'code'; readonly name: string },
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const title = escaped(name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)).replaceAll('"', '&quot;');
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(declaration + xml), path, packed);
  zip.addBuffer(
    Buffer.from(
      `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${title}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/workbook.xml',
    packed,
  );
  const sheet = Readable.from(sheetXml(columns, batches, header), { objectMode: false });
  const output = zip.outputStream as Readable;
  sheet.once('error', (error) => output.destroy(error));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', packed);
  zip.end();
  try {
    for await (const piece of output) yield piece as Buffer;
  } finally {
    sheet.destroy();
  }
}
