import type { Finding, Severity } from '../../core/finding.ts';

/** Where something stands in the source: line and character position. */
export interface Place {
  readonly row?: number;
  readonly column?: string;
}

/** A sentence in both languages. */
export type Sentence = readonly [zh: string, en: string];

/** A finding of this kind's rules. */
export function finding(rule: string, severity: Severity, place: Place, message: Sentence, remedy: Sentence): Finding {
  return {
    rule,
    severity,
    ...(place.row === undefined ? {} : { row: place.row }),
    ...(place.column === undefined ? {} : { column: place.column }),
    message: { zh: message[0], en: message[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
  };
}

/** A whole book in traditional characters would make a finding of every one; nobody reads more than this. */
const MOST_OF_A_RULE = 200;

/** Keeps the first findings of each rule and says how many were left out. */
export function capped(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  const kept: Finding[] = [];
  for (const each of findings) {
    const count = (seen.get(each.rule) ?? 0) + 1;
    seen.set(each.rule, count);
    if (count <= MOST_OF_A_RULE) kept.push(each);
  }
  for (const [rule, count] of seen) {
    if (count <= MOST_OF_A_RULE) continue;
    const left = count - MOST_OF_A_RULE;
    const severity = kept.find((each) => each.rule === rule)?.severity ?? 'NOTICE';
    kept.push(
      finding(
        rule,
        severity,
        {},
        [`同类问题另有${left}处未逐一列出。`, `${left} more of the same kind are not listed one by one.`],
        ['请通篇检查原文。', 'Check the whole text.'],
      ),
    );
  }
  return kept;
}
