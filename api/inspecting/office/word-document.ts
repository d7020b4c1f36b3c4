import { posix } from 'node:path';
import { maskedName } from '../../core/personal-information/masked.ts';
import { readXml } from '../../reading/xlsx-xml.ts';
import { told } from '../finding.ts';
import { addComment } from './comment.ts';
import { isOn, type OfficeFile, take } from './document.ts';
import { Paragraphs } from './paragraphs.ts';

type Attributes = ReadonlyMap<string, string>;

const changes: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ins: ['插入', 'inserted'],
  del: ['删除', 'deleted'],
  moveFrom: ['移出', 'moved away'],
  moveTo: ['移入', 'moved here'],
};

const trackedChange = (tag: string, author: string, at: Paragraphs['place']) => {
  const [zh = '', en = ''] = changes[tag] ?? [];
  return told(
    'tracked-changes',
    at,
    author === '' ? zh : `${zh}：${maskedName(author)}`,
    [
      '文档中留有修订痕迹，删去的文字仍可看到。',
      `Tracked changes are kept (${en}): what was deleted can still be read.`,
    ],
    ['请接受全部修订并停止修订后再公开。', 'Accept all changes and stop tracking before it is published.'],
  );
};

const hiddenText = (at: Paragraphs['place']) =>
  told(
    'hidden-text',
    at,
    '',
    ['有隐藏的文字。', 'There is hidden text.'],
    ['请显示隐藏文字，核对或删除后再公开。', 'Show hidden text; check or delete it before it is published.'],
  );

/** Looks through one part of a document: its paragraphs and tables, changes that were tracked, text that is hidden. */
class PartScan {
  readonly #file: OfficeFile;
  readonly #paragraphs: Paragraphs;
  #isText = false;
  #isHidden = false;
  #hasHidden = false;
  /** What is offered to old programs in place of a drawing repeats the drawing's text. */
  #fallbacks = 0;
  #comment: { author: string; text: string } | null = null;

  constructor(file: OfficeFile, part: readonly [zh: string, en: string]) {
    this.#file = file;
    this.#paragraphs = new Paragraphs(file.collector, part);
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === 'Fallback') this.#fallbacks += 1;
    if (this.#fallbacks > 0) return;
    this.#paragraphs.open(tag);
    if (tag === 't' || tag === 'delText') this.#isText = true;
    else if (tag === 'r') this.#isHidden = false;
    else if (tag === 'vanish') this.#isHidden = isOn(attributes.get('val') ?? '1');
    else if (tag === 'tab') this.#paragraphs.text('\t');
    else if (tag === 'br' || tag === 'cr') this.#paragraphs.text('\n');
    else if (tag === 'comment') this.#comment = { author: attributes.get('author') ?? '', text: '' };
    else if (Object.hasOwn(changes, tag) && attributes.has('author'))
      this.#file.collector.add(trackedChange(tag, attributes.get('author') ?? '', this.#paragraphs.place));
  }

  text(piece: string): void {
    if (!this.#isText || this.#fallbacks > 0) return;
    if (this.#comment) this.#comment.text += piece;
    else this.#paragraphs.text(piece);
    if (this.#isHidden && piece.trim() !== '') this.#hasHidden = true;
  }

  close(tag: string): void {
    if (tag === 'Fallback') this.#fallbacks -= 1;
    if (this.#fallbacks > 0) return;
    if (tag === 't' || tag === 'delText') this.#isText = false;
    if (tag === 'p' && this.#hasHidden) {
      this.#hasHidden = false;
      this.#file.collector.add(hiddenText(this.#paragraphs.place));
    }
    if (tag === 'comment' && this.#comment) {
      addComment(this.#file.collector, this.#comment, this.#paragraphs.place);
      this.#comment = null;
    }
    this.#paragraphs.close(tag);
  }
}

/** Parts that hold paragraphs, by the names programs give them, and what a reader calls them. */
const parts: readonly (readonly [name: RegExp, zh: string, en: string])[] = [
  [/^header\d*\.xml$/i, '页眉', 'header'],
  [/^footer\d*\.xml$/i, '页脚', 'footer'],
  [/^footnotes\.xml$/i, '脚注', 'footnotes'],
  [/^endnotes\.xml$/i, '尾注', 'endnotes'],
  [/^comments\.xml$/i, '批注', 'comments'],
];

async function inspectPart(file: OfficeFile, part: string, called: readonly [zh: string, en: string]): Promise<void> {
  if (!take(file, part)) return;
  const scan = new PartScan(file, called);
  await readXml(file.archive.read(part), {
    open: (tag, attributes) => scan.open(tag, attributes),
    text: (piece) => scan.text(piece),
    close: (tag) => scan.close(tag),
  });
}

/** The body of a document, and what stands above, below and beside it. */
export async function inspectWordDocument(file: OfficeFile, root: string): Promise<void> {
  await inspectPart(file, root, ['正文', 'body']);
  const folder = posix.dirname(root);
  for (const part of file.archive.names) {
    if (posix.dirname(part) !== folder) continue;
    const known = parts.find(([name]) => name.test(posix.basename(part)));
    if (known) await inspectPart(file, part, [known[1], known[2]]);
  }
}
