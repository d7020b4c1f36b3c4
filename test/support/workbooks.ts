import { ZipFile } from 'yazl';

/** A ZIP archive of these parts, packed as hard as it goes. */
export async function zipOf(parts: readonly (readonly [name: string, content: string | Buffer])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of parts) zip.addBuffer(Buffer.from(content), name, { compressionLevel: 9 });
  zip.end();
  const pieces: Buffer[] = [];
  for await (const piece of zip.outputStream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

interface WorkbookParts {
  /** `<row>…</row>` and what follows it, sheet by sheet. */
  readonly sheets: readonly {
    readonly name: string;
    readonly data: string;
    readonly before?: string;
    readonly after?: string;
    readonly state?: string;
  }[];
  readonly strings?: string;
  readonly styles?: string;
  readonly is1904?: boolean;
  /** Stands before the root of every worksheet. */
  readonly prologue?: string;
}

/** The parts of a workbook, as they are written in its archive. */
export function partsOf({ sheets, strings, styles, is1904 = false, prologue = '' }: WorkbookParts): [string, string][] {
  const relations = sheets.map(
    (_, index) => `<Relationship Id="s${index}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  if (strings !== undefined)
    relations.push(`<Relationship Id="strings" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`);
  if (styles !== undefined) relations.push(`<Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/>`);
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"${state === undefined ? '' : ` state="${state}"`}/>`,
  );
  return [
    [
      '_rels/.rels',
      `<Relationships xmlns="${packages}"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `<Relationships xmlns="${packages}">${relations.join('')}</Relationships>`],
    ...(strings === undefined
      ? []
      : [['xl/sharedStrings.xml', `<sst xmlns="${main}">${strings}</sst>`] as [string, string]]),
    ...(styles === undefined
      ? []
      : [['xl/styles.xml', `<styleSheet xmlns="${main}">${styles}</styleSheet>`] as [string, string]]),
    ...sheets.map(({ data, before = '', after = '' }, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      `${prologue}<worksheet xmlns="${main}">${before}<sheetData>${data}</sheetData>${after}</worksheet>`,
    ]),
  ];
}

export const workbook = (parts: WorkbookParts): Promise<Buffer> => zipOf(partsOf(parts));

/** What stands in a cell: a text, a number, a number under a format, a formula with or without its value, an error. */
export type Written =
  | string
  | number
  | boolean
  | null
  | { readonly number: number | string; readonly format: string }
  | { readonly formula: string; readonly value?: string | number }
  | { readonly error: string };

interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly Written[])[];
  /** Such as `A1:C1`. */
  readonly merges?: readonly string[];
  readonly state?: 'hidden' | 'veryHidden';
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  /** 1-based, the first and the last of neighbours. */
  readonly hiddenColumns?: readonly (readonly [number, number])[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function cellOf(value: Written, styleOf: (format: string) => number): string {
  if (value === null) return '<c/>';
  if (typeof value === 'string') return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
  if ('error' in value) return `<c t="e"><v>${escaped(value.error)}</v></c>`;
  if ('number' in value) return `<c s="${styleOf(value.format)}"><v>${value.number}</v></c>`;
  const formula = `<f>${escaped(value.formula)}</f>`;
  if (value.value === undefined) return `<c>${formula}</c>`;
  return `<c${typeof value.value === 'string' ? ' t="str"' : ''}>${formula}<v>${escaped(String(value.value))}</v></c>`;
}

/** A workbook with these rows in its sheets. */
export function xlsxOf(sheets: readonly SheetRows[], { is1904 = false } = {}): Promise<Buffer> {
  const formats: string[] = [];
  const styleOf = (format: string): number => {
    if (!formats.includes(format)) formats.push(format);
    return formats.indexOf(format) + 1;
  };
  const written = sheets.map(({ name, rows, merges = [], state, hiddenRows = [], hiddenColumns = [] }) => ({
    name: escaped(name),
    ...(state === undefined ? {} : { state }),
    data: rows
      .map((cells, index) => {
        const hidden = hiddenRows.includes(index + 1) ? ' hidden="1"' : '';
        return `<row r="${index + 1}"${hidden}>${cells.map((cell) => cellOf(cell, styleOf)).join('')}</row>`;
      })
      .join(''),
    before:
      hiddenColumns.length === 0
        ? ''
        : `<cols>${hiddenColumns.map(([min, max]) => `<col min="${min}" max="${max}" hidden="1"/>`).join('')}</cols>`,
    after:
      merges.length === 0
        ? ''
        : `<mergeCells>${merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('')}</mergeCells>`,
  }));
  const codes = formats.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escaped(code)}"/>`);
  const ids = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  const styles = `<numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${ids.join('')}</cellXfs>`;
  return workbook({ sheets: written, styles, is1904 });
}
