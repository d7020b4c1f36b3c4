import { findDocumentNumbers } from '../../core/document-number.ts';
import type { CodeEntry } from './codes.ts';
import type { RelationRow } from './content.ts';
import { stripTitleMarks, titleKey } from './title.ts';

/** What a clean-up (清理) decides of a document. */
export const DECISIONS = [
  { code: 'KEPT', label: { zh: '继续有效', en: 'Stays in force' } },
  { code: 'AMENDED', label: { zh: '予以修改', en: 'To be amended' } },
  { code: 'REPEALED', label: { zh: '予以废止', en: 'Repealed' } },
  { code: 'LAPSED', label: { zh: '宣布失效', en: 'Declared lapsed' } },
] as const satisfies readonly CodeEntry[];

export type Decision = (typeof DECISIONS)[number]['code'];

/** One document of a clean-up's lists, and what was decided of it. */
export interface CleanUpItem {
  readonly decision: Decision;
  readonly targetNumber: string | null;
  readonly targetTitle: string | null;
  readonly targetKey: string;
}

const ofCleanUp = /清理|(?:废止|失效|修改).{0,16}文件/u;

/** The heading of a list: 二、予以废止的行政规范性文件（12件）. */
const heading =
  /^(?:附件\s?\d*[：:]?|[（(]?[一二三四五六七八九十]+[）)、.．]|第[一二三四五六七八九十]+部分)?\s*.{0,40}$/u;
const lists: readonly (readonly [Decision, RegExp])[] = [
  ['KEPT', /继续有效|保留/u],
  ['LAPSED', /失效/u],
  ['REPEALED', /废止/u],
  ['AMENDED', /修改|修订/u],
];

/** A line of a list begins with its ordinal, a number or a title. */
const item = /^(?:\d{1,4}\s*[.．、）)]|[（(]\d{1,4}[）)]|《)/u;

const decisionOf = (line: string): Decision | null =>
  line.length <= 60 && heading.test(line) && /文件|目录|清单/u.test(line) && !/[。；]/u.test(line)
    ? (lists.find(([, words]) => words.test(line))?.[0] ?? null)
    : null;

function itemOf(line: string, decision: Decision): CleanUpItem | null {
  const [number] = findDocumentNumbers(line);
  const bare = line.replace(/^(?:\d{1,4}\s*[.．、）)]|[（(]\d{1,4}[）)])\s*/u, '');
  const rest = number ? bare.replace(number.written, '') : bare;
  const title = stripTitleMarks(rest.replace(/[（(]\s*[）)]|[\s。；，]/gu, ''));
  const targetNumber = number?.number.text ?? null;
  if (targetNumber === null && title.length < 6) return null;
  return {
    decision,
    targetNumber,
    targetTitle: title === '' ? null : title,
    targetKey: targetNumber ?? titleKey(title),
  };
}

/**
 * The lists of a clean-up decision (清理结果): which documents stay in force, are amended, repealed or have lapsed. Empty
 * for a document that is none.
 */
export function cleanUpOf(title: string, text: string): readonly CleanUpItem[] {
  if (!ofCleanUp.test(title)) return [];
  const items = new Map<string, CleanUpItem>();
  // 关于废止部分规范性文件的决定 has one list, and its title says which.
  let decision: Decision | null = /清理/u.test(title)
    ? null
    : (lists.find(([, words]) => words.test(title))?.[0] ?? null);
  for (const line of text.split('\n')) {
    const begins = item.test(line) && findDocumentNumbers(line).length + (line.match(/《/g)?.length ?? 0) > 0;
    const list = begins ? null : decisionOf(line);
    if (list !== null) decision = list;
    else if (decision !== null && (begins || item.test(line))) {
      const found = itemOf(line, decision);
      if (found && !items.has(found.targetKey)) items.set(found.targetKey, found);
    }
  }
  return [...items.values()];
}

const relationTypes = { KEPT: 'CITES', AMENDED: 'AMENDS', REPEALED: 'REPEALS', LAPSED: 'REPEALS' } as const;

/** The relations a document states, those of its lists as decided there: a list names no verb beside each title. */
export function withCleanUp(relations: readonly RelationRow[], items: readonly CleanUpItem[]): RelationRow[] {
  // A notice is also named by the instrument it carries.
  const decided = new Set(
    items.flatMap(({ targetKey, targetTitle }) => [targetKey, targetTitle === null ? '' : titleKey(targetTitle)]),
  );
  const others = relations.filter(({ targetKey }) => !decided.has(targetKey));
  const own = items.map(
    ({ decision, targetNumber, targetTitle, targetKey }): RelationRow => ({
      type: relationTypes[decision],
      targetNumber,
      targetTitle,
      targetKey,
      article: relations.find((one) => one.targetKey === targetKey)?.article ?? null,
    }),
  );
  return [...others, ...own];
}
