import { traditionalCharacters } from '../../core/chinese.ts';
import { type DocumentNumberDefect, findDocumentNumbers } from '../../core/document-number.ts';
import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import { capped } from './capped.ts';
import { type Line, type Paragraph, position } from './lines.ts';
import { responsibilityClauses } from './responsibility.ts';

/** Longer text does not fit into one cell of a spreadsheet, which every table can be downloaded as. */
export const LONGEST_PARAGRAPH = 32_767;

function* hardLineBreaks(paragraph: Paragraph): Generator<Finding> {
  for (const line of paragraph.lines.slice(0, -1)) {
    yield finding(
      'hard-line-break',
      'NOTICE',
      { row: line.row, column: String(line.column + line.text.length) },
      [
        `第${line.row}行在句子中间换行，已接续下文。`,
        `Line ${line.row} breaks inside a sentence; it was joined to the next.`,
      ],
      ['请在原文中删除句中的换行。', 'Remove the line break from the source.'],
    );
  }
}

/** Traditional characters in a text that is otherwise simplified. */
function* traditional(line: Line): Generator<Finding> {
  for (const { char, simplified, index } of traditionalCharacters(line.text)) {
    const column = String(line.column + index);
    yield finding(
      'traditional-character',
      'WARNING',
      { row: line.row, column },
      [
        `第${line.row}行第${column}字是繁体字“${char}”。`,
        `Character ${column} of line ${line.row} is the traditional “${char}”.`,
      ],
      [`请改为“${simplified}”。`, `Write “${simplified}”.`],
    );
  }
}

function* mixedBrackets(paragraph: Paragraph): Generator<Finding> {
  for (const { index, written } of responsibilityClauses(paragraph.text)) {
    const at = written.search(/[〔[【]/u);
    if (at < 0) continue;
    const bracket = written.charAt(at);
    yield finding(
      'mixed-brackets',
      'WARNING',
      position(paragraph, index + at),
      [
        `责任单位清单用了“${bracket}”，应为圆括号“（）”。`,
        `The list of responsible units uses “${bracket}”; it should be （）.`,
      ],
      [
        '请统一为“（责任单位：…）”；〔〕只用于发文字号的年份。',
        'Write （责任单位：…）; 〔〕 is for the year of a document number.',
      ],
    );
  }
}

/** 各各 and 的的 are slips wherever they stand (的的确确 apart); a doubled mark always is. Other doublings may be words. */
const DOUBLED = /各各|的的(?!确)|([，。、；：？])\1/gu;

function* doubledCharacters(paragraph: Paragraph): Generator<Finding> {
  for (const match of paragraph.text.matchAll(DOUBLED)) {
    yield finding(
      'doubled-character',
      'WARNING',
      position(paragraph, match.index),
      [`“${match[0]}”重复。`, `“${match[0]}” is doubled.`],
      [`请核对，是否应为“${match[0].charAt(0)}”。`, `Check whether “${match[0].charAt(0)}” is meant.`],
    );
  }
}

/** 具有X特色 with X one character away from the name of the place that issues the document. */
function* wrongPlaceName(paragraph: Paragraph, place: string | null): Generator<Finding> {
  if (place === null || place.length !== 2) return;
  for (const match of paragraph.text.matchAll(/(?:具有|富有|体现|彰显)(\p{Script=Han}{2})(?=特色|特点)/gu)) {
    const word = match[1] ?? '';
    const shared = Number(word[0] === place[0]) + Number(word[1] === place[1]);
    if (shared !== 1) continue;
    yield finding(
      'suspected-wrong-word',
      'WARNING',
      position(paragraph, match.index + match[0].length - word.length),
      [`“${word}”疑为“${place}”之误。`, `“${word}” may be a slip for “${place}”, the place that issues the document.`],
      ['请核对原文。', 'Compare with the original.'],
    );
  }
}

function* wrongTerm(paragraph: Paragraph): Generator<Finding> {
  for (const match of paragraph.text.matchAll(/自然资源(?=[和、与及][^，。；]{0,12}突发(?:公共)?事件)/gu)) {
    yield finding(
      'suspected-wrong-term',
      'WARNING',
      position(paragraph, match.index),
      [
        '“自然资源”与突发公共事件并列，疑为“自然灾害”之误。',
        '“自然资源” (natural resources) stands among emergencies; “自然灾害” (natural disasters) may be meant.',
      ],
      ['请核对原文。', 'Compare with the original.'],
    );
  }
}

const INTERVAL = /每(?:年|半年|季|月|周|日|天|两|三|\d)|季度|半年|年度|按年|按月|\d+个?(?:工作日|日|天|个月|年)内/u;

/** As far as an interval may stand from the word in one sentence. */
const SENTENCE = 80;

function* vagueDeadlines(paragraph: Paragraph): Generator<Finding> {
  for (const match of paragraph.text.matchAll(/(?<!不)定期/gu)) {
    const before = paragraph.text.slice(Math.max(0, match.index - SENTENCE), match.index);
    const after = paragraph.text.slice(match.index, match.index + SENTENCE);
    if (INTERVAL.test((before.split('。').at(-1) ?? '') + (after.split('。')[0] ?? ''))) continue;
    yield finding(
      'vague-deadline',
      'NOTICE',
      position(paragraph, match.index),
      ['“定期”没有写明间隔或期限。', '“定期” (periodically) comes without an interval.'],
      ['建议写明每季度、每半年等间隔。', 'Say how often, e.g. every quarter.'],
    );
  }
}

const SPACE_ONLY: ReadonlySet<DocumentNumberDefect> = new Set(['space']);

/** A number that is not written as GB/T 9704 has it; spaces are the common slip and have a rule of their own. */
export function* numberSpelling(
  written: string,
  canonical: string,
  defects: readonly DocumentNumberDefect[],
  place: { readonly row: number; readonly column: string },
): Generator<Finding> {
  if (defects.length === 0) return;
  const spacesOnly = defects.every((defect) => SPACE_ONLY.has(defect));
  yield finding(
    spacesOnly ? 'number-with-space' : 'non-canonical-number',
    spacesOnly ? 'NOTICE' : 'WARNING',
    place,
    spacesOnly
      ? [
          `发文字号“${written}”中有空格，已按“${canonical}”识别。`,
          `The number “${written}” has spaces inside; it was read as ${canonical}.`,
        ]
      : [
          `发文字号“${written}”写法不规范，已按“${canonical}”识别。`,
          `The number “${written}” is not in standard form; it was read as ${canonical}.`,
        ],
    [`请写作“${canonical}”。`, `Write ${canonical}.`],
  );
}

function* citedNumbers(paragraph: Paragraph): Generator<Finding> {
  for (const { number, written, index } of findDocumentNumbers(paragraph.text)) {
    yield* numberSpelling(written, number.text, number.defects, position(paragraph, index));
  }
}

function* tooLong(paragraph: Paragraph): Generator<Finding> {
  if (paragraph.text.length <= LONGEST_PARAGRAPH) return;
  yield finding(
    'paragraph-too-long',
    'ERROR',
    position(paragraph, 0),
    [
      `一个自然段有${paragraph.text.length}字，超过上限${LONGEST_PARAGRAPH}字。`,
      `A paragraph has ${paragraph.text.length} characters; the limit is ${LONGEST_PARAGRAPH}.`,
    ],
    [
      '请检查文件是否为公文文本，并按自然段分行。',
      'Check that this is a document, and put each paragraph on its own line.',
    ],
  );
}

type ParagraphRule = (paragraph: Paragraph, place: string | null) => Iterable<Finding>;

const PARAGRAPH_RULES: readonly ParagraphRule[] = [
  tooLong,
  hardLineBreaks,
  mixedBrackets,
  doubledCharacters,
  wrongPlaceName,
  wrongTerm,
  vagueDeadlines,
  citedNumbers,
];

function* each<Item>(items: readonly Item[], rule: (item: Item) => Iterable<Finding>): Generator<Finding> {
  for (const item of items) yield* rule(item);
}

/**
 * What is wrong with the wording, rule by rule, so that one slip made a thousand times hides no other. `place` is the
 * name of the county or city that issues the document, e.g. 桓台.
 */
export function* wordingDefects(
  lines: readonly Line[],
  paragraphs: readonly Paragraph[],
  place: string | null,
): Generator<Finding> {
  yield* capped(each(lines, traditional));
  for (const rule of PARAGRAPH_RULES) yield* capped(each(paragraphs, (paragraph) => rule(paragraph, place)));
}
