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
    ...sheets.map(({ data, after = '' }, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      `${prologue}<worksheet xmlns="${main}"><sheetData>${data}</sheetData>${after}</worksheet>`,
    ]),
  ];
}

export const workbook = (parts: WorkbookParts): Promise<Buffer> => zipOf(partsOf(parts));
