import { type Archive, openArchive } from '../../reading/xlsx-archive.ts';
import { Refused } from '../../reading/xlsx-limits.ts';
import { relationships } from '../../reading/xlsx-workbook.ts';
import { Collector } from '../collector.ts';
import { type InspectionFinding, notInspected } from '../finding.ts';
import { packageLimits } from '../limits.ts';
import { inspectOtherParts } from './other-parts.ts';
import { inspectProperties } from './properties.ts';
import { inspectWordDocument } from './word-document.ts';
import { inspectWorkbook } from './workbook.ts';

/** What an archive is when it is neither a workbook nor a document. */
const others: readonly (readonly [part: RegExp, zh: string, en: string])[] = [
  [/^ppt\//, '演示文稿（.pptx）', 'a presentation (.pptx)'],
  [/^xl\/workbook\.bin$/, '二进制工作簿（.xlsb）', 'a binary workbook (.xlsb)'],
  [/^OFD\.xml$/i, 'OFD 版式文件', 'an OFD file'],
  [/^content\.xml$/, 'OpenDocument 文件（.ods、.odt）', 'an OpenDocument file (.ods, .odt)'],
];

/** The reader speaks of workbooks; here it is any file. */
const refusals: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  'workbook-too-large': [
    '文件解开后超过上限，可能是恶意构造的文件。',
    'Unpacked, the file exceeds a limit; it may have been built to do harm.',
  ],
  'encrypted-workbook': ['文件已加密。', 'The file is encrypted.'],
  'document-type': ['文件的 XML 带有 DOCTYPE，予以拒绝。', 'The XML in the file has a DOCTYPE, which is refused.'],
  'duplicate-part': [
    '文件中有同名部件，不同软件会读到不同内容。',
    'The file holds two parts of one name: programs disagree which one counts.',
  ],
  'overlapping-parts': ['文件的部件互相重叠。', 'Parts of the file overlap.'],
};

const damaged = ['文件已损坏，不能读到末尾。', 'The file is damaged and cannot be read to its end.'] as const;

async function inspectParts(archive: Archive, collector: Collector): Promise<void> {
  const links = [...(await relationships(archive, '')).values()];
  const root = links.find(({ type }) => type === 'officeDocument')?.target ?? '';
  const file = { archive, collector, seen: new Set<string>() };
  const isWord = /^word\//i.test(root) || archive.has('word/document.xml');
  const isWorkbook = /^xl\/.*\.xml$/i.test(root) || archive.has('xl/workbook.xml');
  if (!isWord && !isWorkbook) {
    const [, zh, en] = others.find(([part]) => archive.names.some((name) => part.test(name))) ?? [
      '',
      '压缩包',
      'an archive',
    ];
    collector.add(notInspected(`这是${zh}，未检查其内容。`, `This is ${en}; its contents were not inspected.`));
    return;
  }
  await inspectProperties(file);
  if (isWord) await inspectWordDocument(file, archive.has(root) ? root : 'word/document.xml');
  else await inspectWorkbook(file, archive.has(root) ? root : 'xl/workbook.xml');
  await inspectOtherParts(file);
}

/** A workbook or a document; of every other archive only that it was not looked into. */
export async function inspectOffice(bytes: Buffer): Promise<readonly InspectionFinding[]> {
  const collector = new Collector();
  let archive: Archive | null = null;
  try {
    archive = await openArchive(bytes, packageLimits);
    await inspectParts(archive, collector);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // What was found before stays: a file that breaks off is not clean for it.
    collector.add(notInspected(...(refusals[error.rule] ?? damaged)));
  } finally {
    archive?.close();
  }
  return collector.list();
}
