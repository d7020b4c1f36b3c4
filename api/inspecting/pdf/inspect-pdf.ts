import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  getDocument,
  PasswordException,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { personalInformationIn } from '../../core/personal-information/index.ts';
import { documentAuthor, namesSomebody } from '../author.ts';
import { Collector } from '../collector.ts';
import { type FilePlace, type InspectionFinding, notInspected, personal, placed } from '../finding.ts';
import { limits } from '../limits.ts';
import { addComment } from '../office/comment.ts';
import { PageTables } from './page-tables.ts';

/** Tables of the character sets that Chinese fonts refer to by name; without them such text would be passed over. */
const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => `${pathToFileURL(join(library, name)).pathname}/`;

const open = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({
    data: bytes,
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    enableXfa: false,
    verbosity: 0,
  }).promise;

const onPage = (number: number): FilePlace => placed(`第 ${number} 页`, `page ${number}`);

const see = (collector: Collector, text: string, at: FilePlace): void => {
  for (const datum of personalInformationIn(text)) collector.add(personal(datum, at));
};

type Written = readonly {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: number[];
  readonly width: number;
}[];

const writtenOn = async (page: PDFPageProxy): Promise<Written> =>
  (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []));

/** The words of a page in the order they were written, lines apart. */
const textOf = (written: Written): string => written.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('');

/** What a table of a page tells by its columns; what its text tells by itself is found as text. */
function seeTables(table: PageTables, written: Written, collector: Collector, at: FilePlace): void {
  const items = written.map(({ str, transform: [, , , height = 0, x = 0, y = 0], width }) => ({
    text: str,
    x,
    y,
    width,
    height,
  }));
  for (const datum of table.see(items)) collector.add(personal(datum, at));
}

interface Annotation {
  readonly subtype?: unknown;
  readonly contentsObj?: { readonly str?: unknown };
  readonly titleObj?: { readonly str?: unknown };
  readonly fieldValue?: unknown;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

async function inspectAnnotations(page: PDFPageProxy, collector: Collector, at: FilePlace): Promise<void> {
  for (const { subtype, contentsObj, titleObj, fieldValue } of (await page.getAnnotations()) as readonly Annotation[]) {
    const [text, author] = [asText(contentsObj?.str), asText(titleObj?.str)];
    if (subtype !== 'Link' && subtype !== 'Widget' && subtype !== 'Popup' && text + author !== '')
      addComment(collector, { author, text }, at);
    see(collector, asText(fieldValue), at);
  }
}

async function inspectPages(document: PDFDocumentProxy, collector: Collector): Promise<void> {
  const wordless: number[] = [];
  const tables = new PageTables();
  const last = Math.min(document.numPages, limits.pages);
  for (let number = 1; number <= last; number += 1) {
    const page = await document.getPage(number);
    const written = await writtenOn(page);
    const text = textOf(written);
    if (text.trim() === '') wordless.push(number);
    see(collector, text, onPage(number));
    seeTables(tables, written, collector, onPage(number));
    await inspectAnnotations(page, collector, onPage(number));
    page.cleanup();
  }
  if (wordless.length > 0) {
    const names = wordless.slice(0, 20).join('、') + (wordless.length > 20 ? '…' : '');
    collector.add(
      notInspected(
        '页面没有文字（可能是扫描件），无法检查。',
        'Pages without text (scanned, perhaps) cannot be inspected.',
        placed(`第 ${names} 页`, `pages ${names}`),
      ),
    );
  }
  if (document.numPages > last)
    collector.add(
      notInspected(`只检查了前 ${last} 页。`, `Only the first ${last} pages were inspected.`, onPage(last + 1)),
    );
}

async function inspectProperties(document: PDFDocumentProxy, collector: Collector): Promise<void> {
  const { info } = await document.getMetadata();
  for (const [name, value] of Object.entries(info)) {
    const text = asText(value);
    const at = placed(`文档属性 ${name.slice(0, 40)}`, `property ${name.slice(0, 40)}`);
    if (name === 'Author' && namesSomebody(text)) collector.add(documentAuthor(text, at));
    else see(collector, text, at);
  }
  const attachments = Object.keys((await document.getAttachments()) ?? {});
  if (attachments.length > 0)
    collector.add(
      notInspected(
        `PDF 中附有 ${attachments.length} 个文件，未检查。`,
        `${attachments.length} files are attached to the PDF and were not inspected.`,
      ),
    );
}

/** The text of every page, comments on it, fields filled in, and the properties of a PDF. */
export async function inspectPdf(bytes: Uint8Array): Promise<readonly InspectionFinding[]> {
  const collector = new Collector();
  try {
    const document = await open(bytes);
    await inspectProperties(document, collector);
    await inspectPages(document, collector);
    await document.loadingTask.destroy();
  } catch (error) {
    if (error instanceof PasswordException)
      collector.add(notInspected('PDF 已加密，需要密码才能打开。', 'The PDF is encrypted and needs a password.'));
    else collector.add(notInspected('PDF 已损坏，不能读到末尾。', 'The PDF is damaged and cannot be read to its end.'));
  }
  return collector.list();
}
