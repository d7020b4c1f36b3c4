import { findDocumentNumbers } from '../../core/document-number.ts';
import type { RelationRow, RelationType } from './content.ts';
import { genreOfTitle } from './genres.ts';
import { titleKey } from './title.ts';

/** A text that may name documents, and the article it is. */
export interface CitingText {
  readonly text: string;
  readonly article: number | null;
  /** What a mention means here when no word says so: the title of an interpretation INTERPRETS. */
  readonly presumed?: RelationType;
}

/** The document that speaks, so that it is not taken for its own reference. */
export interface Citing {
  readonly titleKeys: readonly string[];
  readonly number: string | null;
}

interface Mention {
  readonly title: string | null;
  readonly number: string | null;
  readonly start: number;
  readonly end: number;
}

/** The most telling first; when a document is named twice, its first type in this order stands. */
const BY_WEIGHT: readonly RelationType[] = [
  'REPEALS',
  'SUPERSEDES',
  'AMENDS',
  'CORRECTS',
  'INTERPRETS',
  'FORWARDS',
  'CARRIES',
  'DRAFT_OF',
  'DECISION_OF',
  'IMPLEMENTS',
  'BASED_ON',
  'CITES',
];

const LONGEST_TITLE = 200;

/** Titles in 《》 that name a document (not a newspaper or a form), inner 《》 or 〈〉 being part of them. */
function bracketedTitles(text: string): Mention[] {
  const mentions: Mention[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '《') {
      // A bracket that was never closed must not swallow what follows.
      if (depth === 0 || at - start > LONGEST_TITLE) {
        start = at;
        depth = 0;
      }
      depth += 1;
    } else if (character === '》' && depth > 0) {
      depth -= 1;
      const title = text.slice(start + 1, at);
      if (depth === 0 && title.length <= LONGEST_TITLE) mentions.push({ title, number: null, start, end: at + 1 });
    }
  }
  return mentions;
}

/** 桓台县人民政府办公室关于…的通知 written without 《》, after a word like 根据. */
const NAMED_NOTICE =
  /(?<=按照|根据|依据|依照|落实|执行)[\p{Script=Han}]{2,24}?(?:政府|办公室|办公厅|委员会|委|局|厅)关于[^，。；]{2,80}?的(?:通知|意见|决定|批复|通告|公告)/gu;
/** 按照国家、省、市重大行政决策程序规定, 依据…办法: what it is called, up to the genre word, inside one clause. */
const NAMED_RULE =
  /(?<=按照|根据|依据|依照|执行)(?:(?!按照|根据|依据|依照|要求)[\p{Script=Han}、0-9]){4,40}?(?:条例|规定|办法|细则|规程)(?=$|[，。；、（(]|等?要求|执行|办理|的)/gu;
/** 公开建设高标准市场体系行动方案的落实举措: a scheme whose carrying-out is spoken of. */
const NAMED_SCHEME =
  /(?<=公开|落实|执行|推进)(?:(?!公开|落实|执行|推进)[\p{Script=Han}0-9]){6,40}?(?:方案|规划|行动计划)(?=的(?:落实|实施|执行|贯彻))/gu;
/** 按照有关法律法规和规定 names no document. */
const GENERIC =
  /国家|国务院|中央|省|市|县|有关|相关|上级|本|上述|以下|下列|法律|法规|规章|政策|文件|统一|现行|具体|要求|条例|规定|办法|方案|的|、|和|等|及/gu;
const LEAST_SPECIFIC_WORDS = 4;

function unbracketed(text: string): Mention[] {
  const mentions: Mention[] = [];
  for (const pattern of [NAMED_NOTICE, NAMED_RULE, NAMED_SCHEME]) {
    for (const match of text.matchAll(pattern)) {
      const [title] = match;
      if (pattern !== NAMED_NOTICE && title.replace(GENERIC, '').length < LEAST_SPECIFIC_WORDS) continue;
      mentions.push({ title, number: null, start: match.index, end: match.index + title.length });
    }
  }
  return mentions;
}

/** Titles with the numbers that follow them in brackets, and numbers that stand alone, in the order of the text. */
function mentionsIn(text: string): Mention[] {
  const numbers = findDocumentNumbers(text);
  const titles = [...bracketedTitles(text), ...unbracketed(text)].sort((a, b) => a.start - b.start);
  const paired = new Set<number>();
  let next = 0;
  const mentions = titles.map((mention): Mention => {
    while (next < numbers.length && (numbers[next]?.index ?? 0) < mention.end) next += 1;
    const number = numbers[next];
    if (
      number === undefined ||
      !/^\s*[（(〔]?\s*$/u.test(text.slice(mention.end, Math.min(number.index, mention.end + 8)))
    ) {
      return mention;
    }
    if (number.index - mention.end > 8) return mention;
    paired.add(number.index);
    const end = number.index + number.written.length;
    return { ...mention, number: number.number.text, end: /[）)〕]/u.test(text.charAt(end)) ? end + 1 : end };
  });
  for (const { number, written, index } of numbers) {
    if (paired.has(index)) continue;
    mentions.push({ title: null, number: number.text, start: index, end: index + written.length });
  }
  return mentions
    .filter(({ title, number }) => number !== null || (title !== null && genreOfTitle(title) !== null))
    .sort((a, b) => a.start - b.start);
}

/** The issuer may stand between the verb and the title: 按照市政府《关于…的意见》. */
const behindVerb = (verbs: string): RegExp =>
  new RegExp(
    `(?:${verbs})(?:了|好)?(?:\\p{Script=Han}{0,12}?(?:中央|国务院|政府|国家|省|市|县|委|厅|办公室|局))?[（(]?$`,
    'u',
  );
const REPEALING = behindVerb('废止|宣布失效');
const SUPERSEDING = behindVerb('代替|替代|取代');
const AMENDING = behindVerb('修改');
const CORRECTING = behindVerb('更正');
const FORWARDING = behindVerb('转发|批转');
const IMPLEMENTING = behindVerb('贯彻|落实|贯彻执行|组织实施');
const BASING = behindVerb('按照|根据|依据|依照|遵照|参照');
const REPEALED_AFTER = /^[^，。；]{0,70}?(?:同时废止|即行废止|予以废止|自行废止|停止执行)/u;
const AMENDED_AFTER = /^[^，。；]{0,30}?(?:作如下修改|修改为|作出(?:如下)?修改|予以修改)/u;

/** What the words around a mention say about it. */
function typeOf(text: string, mention: Mention): RelationType {
  const before = text.slice(Math.max(0, mention.start - 30), mention.start);
  const after = text.slice(mention.end, mention.end + 80);
  if (REPEALED_AFTER.test(after) || REPEALING.test(before)) return 'REPEALS';
  if (SUPERSEDING.test(before)) return 'SUPERSEDES';
  if (AMENDED_AFTER.test(after) || AMENDING.test(before)) return 'AMENDS';
  if (CORRECTING.test(before)) return 'CORRECTS';
  if (FORWARDING.test(before)) return 'FORWARDS';
  if (IMPLEMENTING.test(before)) return 'IMPLEMENTS';
  if (BASING.test(before)) return 'BASED_ON';
  return 'CITES';
}

/** 《甲》《乙》、《丙》和《丁》: what is said of the first is said of all. */
const isEnumeration = (between: string): boolean => /^[、，和及与以]{0,2}$/u.test(between);

/** Every document that the texts name, each once. */
export function findRelations(citing: Citing, texts: readonly CitingText[]): RelationRow[] {
  const rows = new Map<string, RelationRow>();
  const numberOfTitle = new Map<string, string>();
  const keys = new Map<string, string>();
  const keyOf = (title: string): string => {
    const key = keys.get(title) ?? titleKey(title);
    keys.set(title, key);
    return key;
  };
  const add = (row: RelationRow): void => {
    const old = rows.get(row.targetKey);
    const isStronger = old === undefined || BY_WEIGHT.indexOf(row.type) < BY_WEIGHT.indexOf(old.type);
    if (old === undefined) rows.set(row.targetKey, row);
    else rows.set(row.targetKey, { ...(isStronger ? row : old), targetTitle: old.targetTitle ?? row.targetTitle });
  };
  for (const { text, article, presumed } of texts) {
    let last: { readonly end: number; readonly type: RelationType } | null = null;
    for (const mention of mentionsIn(text)) {
      const inherits: boolean =
        last !== null && last.end <= mention.start && isEnumeration(text.slice(last.end, mention.start));
      const said = typeOf(text, mention);
      const own = said === 'CITES' && presumed !== undefined ? presumed : said;
      let type: RelationType = inherits && last !== null && own === 'CITES' ? last.type : own;
      last = { end: mention.end, type };
      const key = mention.title === null ? null : keyOf(mention.title);
      if (mention.number !== null && mention.number === citing.number) continue;
      const sameTitle = key !== null && citing.titleKeys.includes(key);
      if (sameTitle && mention.number === null) continue;
      // A document that repeals its own namesake takes its place.
      if (sameTitle && type === 'REPEALS') type = 'SUPERSEDES';
      if (key !== null && mention.number !== null) numberOfTitle.set(key, mention.number);
      const targetKey = mention.number ?? key ?? '';
      if (targetKey === '') continue;
      const targetTitle = mention.title?.replace(/\s+/gu, '') ?? null;
      add({ type, targetNumber: mention.number, targetTitle, targetKey, article });
    }
  }
  // The same document, once with its number and once by title alone.
  for (const [key, number] of numberOfTitle) {
    const byTitle = rows.get(key);
    if (byTitle === undefined || !rows.has(number)) continue;
    rows.delete(key);
    add({ ...byTitle, targetNumber: number, targetKey: number });
  }
  return [...rows.values()];
}
