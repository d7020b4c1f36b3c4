import { posix } from 'node:path';
import type { Finding } from '../core/finding.ts';
import { longestCell } from './refusal.ts';
import { type Archive, openArchive } from './xlsx-archive.ts';
import { hiddenSheet } from './xlsx-hidden.ts';
import { limits, Refused, tooLarge } from './xlsx-limits.ts';
import { type ReadSheet, readSheet } from './xlsx-sheet.ts';
import { type Format, formatOf, unescaped } from './xlsx-values.ts';
import { readXml } from './xlsx-xml.ts';

export interface ReadWorkbook {
  readonly sheets: readonly (ReadSheet & { readonly name: string; readonly isHidden: boolean })[];
  readonly findings: readonly Finding[];
}

/** Where the parts of a workbook are, by the ids it names them with. */
export async function relationships(
  archive: Archive,
  part: string,
): Promise<Map<string, { readonly type: string; readonly target: string }>> {
  const found = new Map<string, { type: string; target: string }>();
  const folder = posix.dirname(part);
  await readXml(archive.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open: (name, attributes) => {
      const target = attributes.get('Target');
      if (name !== 'Relationship' || target === undefined) return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      found.set(attributes.get('Id') ?? '', {
        type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
        target: path,
      });
    },
  });
  return found;
}

export async function readStrings(archive: Archive, part: string, most: number = limits.strings): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  await readXml(archive.read(part), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    text: (piece) => {
      if (!isText) return;
      text += piece;
      if (text.length > longestCell)
        throw new Refused(
          'cell-too-long',
          `有一段文字超过 ${longestCell} 个字符。`,
          `A text holds more than ${longestCell} characters.`,
        );
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si' && strings.push(unescaped(text)) > most) throw tooLarge('文字数', `${most} strings`);
    },
  });
  return strings;
}

/** What each cell style makes of a number. */
async function readFormats(archive: Archive, part: string): Promise<Format[]> {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let isCellFormats = false;
  await readXml(archive.read(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      else if (name === 'cellXfs') isCellFormats = true;
      else if (name === 'xf' && isCellFormats) ids.push(Number(attributes.get('numFmtId') ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false;
    },
  });
  return ids.map((id) => formatOf(id, codes.get(id)));
}

const others: readonly (readonly [part: string, zh: string, en: string])[] = [
  ['word/document.xml', '这是 Word 文件（.docx）', 'This is a Word file (.docx)'],
  ['ppt/presentation.xml', '这是演示文稿（.pptx）', 'This is a presentation (.pptx)'],
  ['xl/workbook.bin', '这是二进制工作簿（.xlsb）', 'This is a binary workbook (.xlsb)'],
  ['content.xml', '这是 OpenDocument 文件（.ods、.odt）', 'This is an OpenDocument file (.ods, .odt)'],
];

function notWorkbook(archive: Archive): Refused {
  const [, zh, en] = others.find(([part]) => archive.has(part)) ?? ['', '这是压缩包', 'This is an archive'];
  return new Refused('not-a-workbook', `${zh}，不是 XLSX 工作簿。`, `${en}, not an XLSX workbook.`);
}

/** All of a workbook's worksheets. Throws `Refused` for a file that is none, or would do harm. */
export async function readWorkbookParts(bytes: Buffer): Promise<ReadWorkbook> {
  const archive = await openArchive(bytes);
  try {
    const root =
      [...(await relationships(archive, '')).values()].find(({ type }) => type === 'officeDocument')?.target ??
      'xl/workbook.xml';
    if (!archive.has(root) || !root.toLowerCase().endsWith('.xml')) throw notWorkbook(archive);
    const parts = await relationships(archive, root);
    const listed: { name: string; isHidden: boolean; id: string }[] = [];
    let is1904 = false;
    await readXml(archive.read(root), {
      open: (name, attributes) => {
        if (name === 'workbookPr') is1904 = /^(1|true)$/.test(attributes.get('date1904') ?? '');
        else if (name === 'sheet')
          listed.push({
            name: attributes.get('name') ?? '',
            isHidden: (attributes.get('state') ?? 'visible') !== 'visible',
            id: attributes.get('id') ?? '',
          });
      },
    });
    const partOf = (type: string) => [...parts.values()].find((part) => part.type === type)?.target;
    const strings = await readStrings(archive, partOf('sharedStrings') ?? '');
    const formats = await readFormats(archive, partOf('styles') ?? '');
    const counted = { cells: 0, rows: 0 };
    const findings: Finding[] = [];
    const sheets: ReadWorkbook['sheets'][number][] = [];
    for (const { name, isHidden, id } of listed) {
      const part = parts.get(id);
      if (part?.type !== 'worksheet' || !archive.has(part.target)) continue;
      if (isHidden) findings.push(hiddenSheet(name));
      sheets.push({
        ...(await readSheet(archive.read(part.target), { sheet: name, strings, formats, is1904, counted })),
        name,
        isHidden,
      });
    }
    // What is wrong in a hidden sheet is nobody's business: it is not read in.
    findings.push(...sheets.filter((sheet) => !sheet.isHidden).flatMap((sheet) => sheet.findings));
    return { sheets, findings };
  } finally {
    archive.close();
  }
}
