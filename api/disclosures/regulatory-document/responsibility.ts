import { organizationKey } from '../../core/organization-name.ts';

/** The clause that names the responsible organs, e.g. （责任单位：县财政局，各镇（街道））. */
export interface ResponsibilityClause {
  /** Where its opening bracket stands. */
  readonly index: number;
  /** The clause with its brackets. */
  readonly written: string;
  readonly names: readonly string[];
}

const LABELS = '(?:责任|牵头|配合|承办|主办|协办|落实|完成)(?:单位|部门)';
const START = new RegExp(`[（(〔[【]\\s*${LABELS}\\s*[：:]`, 'gu');
const LABEL = new RegExp(`^\\s*${LABELS}\\s*[：:]\\s*`, 'u');
const LONGEST_CLAUSE = 3000;
const ORGAN_END = '(?:局|委|委员会|办|办公室|中心|院|校|馆|会|厅|部|政府|公司|分局|支队|大队|站|所|[）)〕])';
/** 及 and 等 part an organ from the collective behind it: 县应急局及县政府有关部门单位, …局等相关部门单位. */
const COLLECTIVE = new RegExp(
  `(?<=${ORGAN_END})(?:等|及|以及|及其他)(?=(?:县|市|省|区|局属|所属|各|有关|相关|其他))`,
  'u',
);
const DUTY = /(?:等?按照?(?:各自)?职责(?:分工)?(?:分别)?(?:负责|落实)?|分别负责|负责落实|负责)$/u;

/** Cuts at separators that stand outside brackets; 〔 closed by ） is forgiven, as real lists have it. */
function splitOutsideBrackets(text: string, separators: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if ('（(〔[【'.includes(character)) depth += 1;
    else if ('）)〕]】'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(character)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** The organs of a list as written: 县政府办公室、县行政审批服务局等县政府有关部门单位 are three names. */
export function splitNames(list: string): string[] {
  const names: string[] = [];
  for (const group of splitOutsideBrackets(list, '；;')) {
    for (const entry of splitOutsideBrackets(group.replace(LABEL, ''), '、，,')) {
      for (const part of entry.split(COLLECTIVE)) {
        const name = part
          .trim()
          .replace(/[。.]$/u, '')
          .replace(DUTY, '')
          .replace(/等$/u, '');
        if (name !== '' && !names.includes(name)) names.push(name);
      }
    }
  }
  return names;
}

/** The end of the bracket that opens at `start`, or null when it is never closed. */
function closing(text: string, start: number): number | null {
  let depth = 0;
  const limit = Math.min(text.length, start + LONGEST_CLAUSE);
  for (let at = start; at < limit; at += 1) {
    const character = text.charAt(at);
    if ('（(〔[【'.includes(character)) depth += 1;
    else if ('）)〕]】'.includes(character)) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

/** Every responsibility clause of a text (责任单位). A clause whose bracket is never closed ends with its line. */
export function responsibilityClauses(text: string): ResponsibilityClause[] {
  const clauses: ResponsibilityClause[] = [];
  let from = 0;
  for (const match of text.matchAll(START)) {
    if (match.index < from) continue;
    const lineEnd = text.indexOf('\n', match.index);
    const end = closing(text, match.index);
    from = end ?? Math.min(lineEnd < 0 ? text.length : lineEnd, match.index + LONGEST_CLAUSE);
    const inner = text.slice(match.index + 1, end === null ? from : from - 1);
    clauses.push({ index: match.index, written: text.slice(match.index, from), names: splitNames(inner.trim()) });
  }
  return clauses;
}

/** Whether a name means a group of organs (县政府各部门单位, 各镇（街道）) and no one in particular. */
export const isCollective = (written: string): boolean =>
  /^(?:全?[县市区])?(?:人民)?(?:政府)?(?:局属|所属)?(?:各|有关|相关|其他|部门|单位)/u.test(organizationKey(written));
