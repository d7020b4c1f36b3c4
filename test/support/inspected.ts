import { type InspectionFinding, inspectFile } from '../../api/inspecting/inspect-file.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { zipOf } from './workbooks.ts';

export const inspect = (
  content: string | Uint8Array,
  mediaType = 'application/octet-stream',
): Promise<readonly InspectionFinding[]> => inspectFile(bytesSource('file', Buffer.from(content)), mediaType);

/** Rule, place and what is shown, as a test states them. */
export const brief = (findings: readonly InspectionFinding[]): (readonly [string, string, string])[] =>
  findings.map(({ rule, place, shown }) => [rule, place.zh, shown]);

export const rulesOf = (findings: readonly InspectionFinding[]): string[] => findings.map(({ rule }) => rule);

const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A part that tells where other parts are. */
export const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packages}">${list
    .map(([type, target], index) => `<Relationship Id="r${index}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** Properties of an Office file. */
export const core = (creator: string, lastModifiedBy = ''): [string, string] => [
  'docProps/core.xml',
  `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>${creator}</dc:creator><cp:lastModifiedBy>${lastModifiedBy}</cp:lastModifiedBy></cp:coreProperties>`,
];

/** A paragraph of plain text. */
export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A document with this body, and further parts beside it. */
export const docxOf = (body: string, more: readonly (readonly [string, string | Buffer])[] = []): Promise<Buffer> =>
  zipOf([
    ['_rels/.rels', relations([['officeDocument', 'word/document.xml']])],
    ['word/document.xml', `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`],
    ...more,
  ]);

/** The objects of a PDF, numbered from 1; the first is the catalogue. */
function pdfFile(objects: readonly (string | Buffer)[], trailer: string): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = pieces[0]?.length ?? 0;
  const add = (piece: Buffer): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const start = length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`,
    ),
  );
  return Buffer.concat(pieces);
}

const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex');

export interface PdfParts {
  /** The text of each page; an empty one has none. */
  readonly pages: readonly string[];
  /** The entries of the properties, e.g. `/Author(…)`. */
  readonly info?: string;
  /** Annotations of the first page. */
  readonly annotations?: string;
  readonly trailer?: string;
  /** The content of the first page as it stands in the file, with its dictionary. */
  readonly stream?: Buffer;
}

/** A PDF whose Chinese is set in a font that is not embedded, by a character set that is not either. */
export function pdfOf({ pages, info = '', annotations = '', trailer = '', stream }: PdfParts): Buffer {
  const first = 7;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  const objects: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 5 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 800/StemV 80>>',
    `<<${info}>>`,
  ];
  for (const [index, text] of pages.entries()) {
    // Cells of a line are set apart, as in a table.
    const lines = text
      .split('\n')
      .flatMap((line, at) =>
        line
          .split('\t')
          .map((cell, column) => `BT /F1 8 Tf ${10 + column * 70} ${280 - at * 20} Td <${hex(cell)}> Tj ET`),
      );
    const content = text === '' ? '' : lines.join('\n');
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents ${first + index * 2 + 1} 0 R/Resources<</Font<</F1 3 0 R>>>>${index === 0 ? `/Annots[${annotations}]` : ''}>>`,
      (index === 0 ? stream : undefined) ?? `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  }
  return pdfFile(objects, `/Info 6 0 R${trailer}`);
}

/** One entry of a directory of EXIF: its tag, its type (2 text, 5 fractions), its count, its bytes. */
type Entry = readonly [tag: number, type: number, count: number, bytes: Buffer];

/** A directory at an offset, and what does not fit into it behind it. */
function directory(entries: readonly Entry[], offset: number): Buffer {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16LE(entries.length, 0);
  const extra: Buffer[] = [];
  let at = offset + head.length;
  for (const [index, [tag, type, count, bytes]] of entries.entries()) {
    const entry = 2 + index * 12;
    head.writeUInt16LE(tag, entry);
    head.writeUInt16LE(type, entry + 2);
    head.writeUInt32LE(count, entry + 4);
    if (bytes.length <= 4) bytes.copy(head, entry + 8);
    else {
      head.writeUInt32LE(at, entry + 8);
      extra.push(bytes);
      at += bytes.length;
    }
  }
  return Buffer.concat([head, ...extra]);
}

const text = (tag: number, value: string): Entry => {
  const bytes = Buffer.from(`${value}\0`);
  return [tag, 2, bytes.length, bytes];
};

const fractions = (tag: number, values: readonly number[]): Entry => {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [index, value] of values.entries()) {
    bytes.writeUInt32LE(value, index * 8);
    bytes.writeUInt32LE(1, index * 8 + 4);
  }
  return [tag, 5, values.length, bytes];
};

const pointer = (tag: number, offset: number): Entry => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(offset);
  return [tag, 4, 1, bytes];
};

export interface CameraData {
  readonly artist?: string;
  readonly serial?: string;
  readonly hasPlace?: boolean;
  readonly description?: string;
}

/** A TIFF that holds nothing but camera data, as it also stands inside a JPEG. */
export function tiffOf({ artist, serial, hasPlace = false, description }: CameraData): Buffer {
  const written = (exif: number, gps: number): Entry[] => [
    ...(description === undefined ? [] : [text(0x010e, description)]),
    ...(artist === undefined ? [] : [text(0x013b, artist)]),
    pointer(0x8769, exif),
    ...(hasPlace ? [pointer(0x8825, gps)] : []),
  ];
  const exifAt = 8 + directory(written(0, 0), 8).length;
  const exif = directory(serial === undefined ? [] : [text(0xa431, serial)], exifAt);
  const gpsAt = exifAt + exif.length;
  const gps = directory([text(1, 'N'), fractions(2, [36, 57, 30]), text(3, 'E'), fractions(4, [118, 5, 12])], gpsAt);
  const head = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
  return Buffer.concat([head, directory(written(exifAt, gpsAt), 8), exif, gps]);
}

/** A JPEG of no size with camera data. */
export function jpegOf(data: CameraData): Buffer {
  const exif = Buffer.concat([Buffer.from('Exif\0\0'), tiffOf(data)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe1]), length, exif, Buffer.from([0xff, 0xd9])]);
}

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

const crc = (bytes: Buffer): number =>
  (bytes.reduce((value, byte) => (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8), 0xffffffff) ^ 0xffffffff) >>>
  0;

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc(body), body.length + 4);
  return whole;
}

/** A PNG of one pixel with camera data. */
export const pngOf = (data: CameraData): Buffer =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('eXIf', tiffOf(data)),
    chunk('IEND', Buffer.alloc(0)),
  ]);

/** A WebP with camera data and no picture. */
export function webpOf(data: CameraData): Buffer {
  const part = (type: string, bytes: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type);
    head.writeUInt32LE(bytes.length, 4);
    return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
  };
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    part('VP8X', Buffer.from([8, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    part('EXIF', tiffOf(data)),
  ]);
  return part('RIFF', body);
}

/** A box of an ISO media file (ISO/IEC 14496-12). */
function box(type: string, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4);
  return Buffer.concat([head, body]);
}

const uint16 = (...values: readonly number[]): Buffer =>
  Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));

function uint32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
}

/** A HEIC with camera data and no picture. */
export function heicOf(data: CameraData): Buffer {
  const exif = Buffer.concat([uint32(6), Buffer.from('Exif\0\0'), tiffOf(data)]);
  const entry = box('infe', uint32(0x02000000), uint16(1, 0), Buffer.from('Exif\0'));
  const items = box('iinf', uint32(0), uint16(1), entry);
  const metaAt = (offset: number): Buffer =>
    box('meta', uint32(0), items, box('iloc', uint32(0), uint16(0x4400, 1, 1, 0, 1), uint32(offset, exif.length)));
  const type = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic'));
  const start = type.length + metaAt(0).length + 8;
  return Buffer.concat([type, metaAt(start), box('mdat', exif)]);
}
