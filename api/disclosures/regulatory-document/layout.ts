import { normalise } from '../../core/chinese.ts';
import { parseDocumentNumber } from '../../core/document-number.ts';
import { isImpossibleDay, parseChineseDate } from '../../core/local-date.ts';
import { healParagraphs, joinLines, type Line, markerOf, type Paragraph } from './lines.ts';
import { healTitle, isOfficialTitle, looksLikeOrgan, parseTitle } from './title.ts';

/** The parts of an official document (GB/T 9704-2012 §7) as lines of the source; every line with text is in one of them. */
export interface Layout {
  /** Marks above the title: 机关标志, 密级, labels of a web page. */
  readonly marks: readonly Line[];
  readonly title: readonly Line[];
  readonly number: Line | null;
  readonly registration: Line | null;
  readonly addressees: readonly Line[];
  readonly body: readonly Paragraph[];
  readonly signature: readonly Line[];
  readonly formed: Line | null;
  readonly annotation: Line | null;
  readonly instrumentTitle: readonly Line[];
  /** The instrument that a notice carries, or what else follows the signature. */
  readonly instrument: readonly Paragraph[];
  readonly copied: readonly Line[];
  readonly printer: readonly Line[];
}

const REGISTRATION = /^(?:(?:规范性文件)?(?:统一)?登记号[：:])?\s*([A-Z]{2,8}[-－—–]\d{4}[-－—–]\d{4,8})$/u;
const MARK =
  /^(?:\d{6}|(?:绝密|机密|秘密|特急|加急|平急|特提).{0,12}|(?:索引号|主题分类|发布机构|发文机关|发布日期|发文日期|有效性|公开方式|公开属性|标题|信息来源)[：:].*|(?!.*关于)[\p{Script=Han}\s]{2,40}文件|[-—＊*]{3,})$/u;
const ADDRESSEE_WORD = /各|人民政府|委|办|局|部门|单位|街道|公司|院|会|厅|所|处|站|中心/u;
const NOT_ADDRESSEES = /如下|现将|现就|根据|为了?|。/u;
const ANNOTATION = /^[（(〔[](?:此件|本文|该件|公开属性|公开方式).{0,30}[）)〕\]]$/u;
const PRINTED = /^(.*?)\s*((?:\d{4}|[〇零一二三四五六七八九]{4})\s*年.{1,12}日)\s*印发?$/u;

/** The registration number of a line (规范性文件登记号), hyphens made plain; null for another line. */
export const registrationOf = (text: string): string | null =>
  REGISTRATION.exec(text.normalize('NFKC').replace(/\s+/g, ''))?.[1]?.replace(/[－—–]/gu, '-') ?? null;

/** The print line taken apart: organ (when on the same line) and the day. */
export function printLine(text: string): { readonly organ: string; readonly day: string } | null {
  const match = text.length <= 80 ? PRINTED.exec(text) : null;
  return match ? { organ: match[1] ?? '', day: match[2] ?? '' } : null;
}

interface Head {
  readonly marks: Line[];
  readonly title: Line[];
  readonly number: Line | null;
  readonly registration: Line | null;
  /** Index of the first line behind the head. */
  readonly end: number;
}

const LONGEST_HEAD = 16;
const LONGEST_TITLE_LINE = 80;

/** The title and what stands around it; without an official title the head is empty, and everything is body. */
function readHead(lines: readonly Line[]): Head {
  const marks: Line[] = [];
  const title: Line[] = [];
  let number: Line | null = null;
  let registration: Line | null = null;
  let end = 0;
  const reads = (candidate: readonly Line[]): boolean => isOfficialTitle(healTitle(candidate.map(({ text }) => text)));
  for (const [at, line] of lines.slice(0, LONGEST_HEAD).entries()) {
    // A title may seem whole too early: …规范性文件目录 / 的通知.
    const complete = reads(title) && (line.afterBlank || line.text.length > 40 || !reads([...title, line]));
    if (number === null && line.text.length <= 100 && parseDocumentNumber(line.text) !== null) number = line;
    else if (registration === null && line.text.length <= 60 && registrationOf(line.text) !== null) registration = line;
    else if (title.length === 0 && line.text.length <= 100 && MARK.test(line.text)) marks.push(line);
    else if (complete && /^[（(].{2,120}[）)]$/u.test(line.text) && !ANNOTATION.test(line.text)) marks.push(line);
    else if (complete || line.text.length > LONGEST_TITLE_LINE) break;
    else title.push(line);
    end = at + 1;
  }
  if (reads(title)) return { marks, title, number, registration, end };
  return { marks: [], title: [], number: null, registration: null, end: 0 };
}

/** How many lines from `start` name whom the document is for: up to six, the last one ending in a colon. */
function addresseeCount(lines: readonly Line[], start: number): number {
  for (let count = 1; count <= 6; count += 1) {
    const line = lines[start + count - 1];
    if (line === undefined || line.text.length > 300 || NOT_ADDRESSEES.test(line.text) || markerOf(line.text)) return 0;
    if (!/[：:]$/u.test(line.text)) continue;
    return ADDRESSEE_WORD.test(line.text) ? count : 0;
  }
  return 0;
}

const isDay = (line: Line): boolean =>
  line.text.length <= 30 && (parseChineseDate(line.text) !== null || isImpossibleDay(line.text));

const isSignature = (line: Line): boolean =>
  line.text.length <= 60 && line.text.split(/[\s\u3000]+/u).every((name) => looksLikeOrgan(name));

interface Signature {
  readonly start: number;
  readonly day: number;
}

/** Organ and day of signing (署名、成文日期): the first day on a line of its own that an organ stands over. */
function findSignature(lines: readonly Line[]): Signature | null {
  let lone: Signature | null = null;
  for (const [day, line] of lines.entries()) {
    if (!isDay(line)) continue;
    let start = day;
    while (start > 0 && day - start < 12 && isSignature(lines[start - 1] as Line)) start -= 1;
    if (start < day) return { start, day };
    lone = { start: day, day };
  }
  return lone;
}

const TAIL_LINES = 60;

/** Where 抄送 and the print line begin; the number of lines when there is neither. */
function findTail(lines: readonly Line[]): { readonly copied: number; readonly printer: number } {
  const from = Math.max(0, lines.length - TAIL_LINES);
  let printer = lines.length;
  let copied = lines.length;
  for (let at = lines.length - 1; at >= from; at -= 1) {
    const line = lines[at] as Line;
    const print = printLine(line.text);
    if (print !== null && printer === lines.length) {
      const organAbove = at > 0 && print.organ === '' && isSignature(lines[at - 1] as Line);
      printer = organAbove ? at - 1 : at;
    }
    if (/^抄\s*[送报][：:]/u.test(line.text)) copied = at;
  }
  return { copied: Math.min(copied, printer), printer };
}

/** How many lines from the start are the instrument's own title, as the notice's title names it. */
function instrumentTitleCount(lines: readonly Line[], carried: string): number {
  const wanted = normalise(carried).replace(/[《》〈〉\s]/gu, '');
  let joined = '';
  for (let count = 1; count <= 5; count += 1) {
    const line = lines[count - 1];
    if (line === undefined || line.text.length > LONGEST_TITLE_LINE) break;
    joined += normalise(line.text).replace(/[《》〈〉\s]/gu, '');
    if (joined === wanted) return count;
    if (!wanted.includes(joined)) break;
  }
  const first = lines[0];
  return first !== undefined && markerOf(first.text) === null && isOfficialTitle(healTitle([first.text])) ? 1 : 0;
}

/** Finds the parts of an official document. Lines without a recognised part are body. */
export function layOut(lines: readonly Line[]): Layout {
  const head = readHead(lines);
  const count = head.title.length > 0 ? addresseeCount(lines, head.end) : 0;
  const addressees = lines.slice(head.end, head.end + count);
  const rest = lines.slice(head.end + count);
  const tail = findTail(rest);
  const main = rest.slice(0, tail.copied);
  const signed = head.title.length > 0 ? findSignature(main) : null;
  const body = signed === null ? main : main.slice(0, signed.start);
  const after = signed === null ? [] : main.slice(signed.day + 1);
  const annotationAt = after.findIndex((line, at) => at < 3 && ANNOTATION.test(line.text));
  const annotation = after[annotationAt] ?? null;
  const behind = after.filter((line) => line !== annotation);
  const { carried } = parseTitle(healTitle(head.title.map(({ text }) => text)));
  const skipped = behind[0] !== undefined && /^附件?\s*\d*[：:]?$/u.test(behind[0].text) ? 1 : 0;
  const titleCount = carried === null ? 0 : instrumentTitleCount(behind.slice(skipped), carried.title);
  return {
    marks: [...head.marks, ...behind.slice(0, skipped)],
    title: head.title,
    number: head.number,
    registration: head.registration,
    addressees,
    body: healParagraphs(body),
    signature: signed === null ? [] : main.slice(signed.start, signed.day),
    formed: signed === null ? null : (main[signed.day] ?? null),
    annotation,
    instrumentTitle: behind.slice(skipped, skipped + titleCount),
    instrument: healParagraphs(behind.slice(skipped + titleCount)),
    copied: rest.slice(tail.copied, tail.printer),
    printer: rest.slice(tail.printer),
  };
}

/** 正文, one line for each paragraph: the body, then the instrument under its own title. */
export function bodyText(layout: Layout): string {
  const title = layout.instrumentTitle.length === 0 ? [] : [healTitle(layout.instrumentTitle.map(({ text }) => text))];
  return [...layout.body.map(({ text }) => text), ...title, ...layout.instrument.map(({ text }) => text)].join('\n');
}

/** The copy line without its label, as one text. */
export const copiedText = (layout: Layout): string =>
  joinLines(layout.copied).text.replace(/^抄\s*[送报][：:]\s*/u, '');
