import type { Finding } from '../../core/finding.ts';
import { finding, type Place } from '../../core/finding-list.ts';
import { organizationKey } from '../../core/organization-name.ts';
import type { Metadata } from '../kind.ts';
import { capped } from './capped.ts';
import type { ArticleRow, RegulatoryContent } from './content.ts';
import { dates, impossibleDates, numberYear } from './date-rules.ts';
import { headingsOnly, sections } from './interpretation-rules.ts';
import type { Line } from './lines.ts';
import { beyondPowers, period, registration, secrecyMark } from './normative-rules.ts';
import { isCollective } from './responsibility.ts';

/** What the rules look at: the document as read, and where its parts stand in the source. */
export interface Subject {
  readonly metadata: Metadata;
  readonly content: RegulatoryContent;
  /** Whether an official title was found; the title of the metadata may be a stand-in. */
  readonly hasTitle: boolean;
  readonly titlePlace: Place;
  readonly printPlace: Place;
  readonly numberPlace: Place;
  /** 成文日期 as written, also where it is no day of the calendar. */
  readonly formed: Line | null;
  /** Place of each article, in the order of `content.articles`. */
  readonly articlePlaces: readonly Place[];
  /** Marks above the title: 密级 among them. */
  readonly marks: readonly Line[];
}

function* title({ hasTitle, titlePlace }: Subject): Generator<Finding> {
  if (hasTitle) return;
  yield finding(
    'missing-title',
    'ERROR',
    titlePlace,
    [
      '没有找到公文标题（发文机关＋关于＋事由＋文种）。',
      'No title of an official document was found at the start of the file.',
    ],
    [
      '请确认这是公文文本，并在开头写明以“通知”“意见”“办法”“解读”等文种结尾的标题。',
      'Check that this is an official document; its first lines must hold a title that ends in a genre such as 通知, 意见, 办法 or 解读.',
    ],
  );
}

function* body({ content }: Subject): Generator<Finding> {
  if (content.text.trim() !== '') return;
  yield finding(
    'missing-body',
    'ERROR',
    {},
    ['没有找到正文。', 'No body was found.'],
    ['请在标题之后写上正文。', 'Put the text of the document below its title.'],
  );
}

function* number({ content, hasTitle, titlePlace }: Subject): Generator<Finding> {
  // An interpretation has no number of its own.
  if (!hasTitle || content.number !== null || content.genre === 'INTERPRETATION') return;
  yield finding(
    'missing-number',
    'NOTICE',
    titlePlace,
    ['没有发文字号。', 'The document has no number.'],
    [
      '如有发文字号，请单独一行写在标题下，例如“桓政办字〔2021〕29号”。',
      'If it has one, put it on a line of its own below the title.',
    ],
  );
}

function* attribute({ metadata, hasTitle }: Subject): Generator<Finding> {
  if (!hasTitle || metadata.attribute !== null) return;
  yield finding(
    'missing-attribute',
    'WARNING',
    {},
    ['没有标明公开属性，不能发布。', 'The document does not state its disclosure attribute; it cannot be published.'],
    [
      '请在成文日期下写明“（此件公开发布）”“（此件依申请公开）”或“（此件不予公开）”。',
      'Write （此件公开发布）, （此件依申请公开） or （此件不予公开） below the date.',
    ],
  );
}

const LEVEL_NAMES = { PART: ['部分', 'part'], POINT: ['项', 'point'], ARTICLE: ['条', 'article'] } as const;

/** Numbers go up by one; points may begin again at one in each part, and whatever has its own parts in an attachment too. */
function* sequence({ content, articlePlaces }: Subject): Generator<Finding> {
  const last = { PART: 0, POINT: 0, ARTICLE: 0 };
  let partBegan = false;
  for (const [at, { level, number: current, marker }] of content.articles.entries()) {
    if (level === 'PARAGRAPH' || current === null) continue;
    const before = last[level];
    const [zh, en] = LEVEL_NAMES[level];
    const restarts = current === 1 && level === 'POINT' && partBegan;
    if (current === before) {
      yield finding(
        'duplicate-point',
        'WARNING',
        articlePlaces[at] ?? {},
        [`序号“${marker}”重复。`, `The ${en} number ${marker} is given twice.`],
        [`请核对各${zh}的序号。`, `Check the numbers of the ${en}s.`],
      );
    } else if (current !== before + 1 && !restarts) {
      yield finding(
        'point-out-of-sequence',
        'WARNING',
        articlePlaces[at] ?? {},
        [
          `序号“${marker}”不连续，应为第${before + 1}${zh}。`,
          `${marker} is out of sequence: ${en} ${before + 1} was expected.`,
        ],
        [`请核对是否遗漏了${zh}。`, `Check whether a ${en} is missing.`],
      );
    }
    last[level] = current;
    if (level === 'PART') partBegan = true;
    if (level === 'POINT') partBegan = false;
  }
}

/** 县政府办公室要…: a point that gives one organ something to do. */
const ACTING_ORGAN =
  /(?:县|市|区)(?:人民政府办公室|政府办公室|[\p{Script=Han}]{2,10}(?:局|中心|委员会))(?=要|应|应当|须|负责|牵头)/u;
const LEAST_POINTS = 3;

/** A part whose points all carry one list of collectives, though a text among them names the organ that is to act. */
function* genericResponsibility({ content, articlePlaces }: Subject): Generator<Finding> {
  const parts = new Map<number, { readonly row: ArticleRow; readonly at: number }[]>();
  for (const [at, row] of content.articles.entries()) {
    if (row.level !== 'POINT' || row.parent === null) continue;
    const points = parts.get(row.parent) ?? [];
    points.push({ row, at });
    parts.set(row.parent, points);
  }
  for (const points of parts.values()) {
    const [first] = points;
    if (first === undefined || points.length < LEAST_POINTS) continue;
    const lists = new Set(points.map(({ row }) => row.responsibilities.map(organizationKey).join('|')));
    if (lists.size > 1 || first.row.responsibilities.length === 0) continue;
    if (!first.row.responsibilities.every(isCollective)) continue;
    const named = points.find(({ row }) => ACTING_ORGAN.test(row.text));
    if (named === undefined) continue;
    const from = first.row.number;
    const to = points.at(-1)?.row.number;
    const organ = ACTING_ORGAN.exec(named.row.text)?.[0] ?? '';
    yield finding(
      'generic-responsibility',
      'NOTICE',
      articlePlaces[named.at] ?? {},
      [
        `第${from}至第${to}项的责任单位都是“${first.row.responsibilities.join('，')}”，而第${named.row.number}项的任务由${organ}承担。`,
        `Points ${from} to ${to} all name the same collective units, though point ${named.row.number} gives its task to ${organ}.`,
      ],
      ['请为各项写明具体责任单位。', 'Name the organ responsible for each point.'],
    );
  }
}

const RULES = [
  title,
  body,
  number,
  attribute,
  dates,
  impossibleDates,
  numberYear,
  sequence,
  genericResponsibility,
  beyondPowers,
  secrecyMark,
  period,
  registration,
  sections,
  headingsOnly,
];

/** Everything the rules of a regulatory document say about one that was read. */
export function check(subject: Subject): Finding[] {
  return RULES.flatMap((rule) => [...capped(rule(subject))]);
}
