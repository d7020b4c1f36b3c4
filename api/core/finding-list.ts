import type { Finding, Severity } from './finding.ts';

/** Where something stands in the source. */
export interface Place {
  readonly sheet?: string | null;
  readonly row?: number;
  readonly column?: string;
}

/** A sentence in both languages. */
export type Sentence = readonly [zh: string, en: string];

/** A finding, in one line. */
export function finding(rule: string, severity: Severity, place: Place, message: Sentence, remedy: Sentence): Finding {
  const { sheet, row, column } = place;
  return {
    rule,
    severity,
    ...(sheet == null ? {} : { sheet }),
    ...(row === undefined ? {} : { row }),
    ...(column === undefined ? {} : { column }),
    message: { zh: message[0], en: message[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
  };
}

/** Nobody reads more than this of one rule. */
const mostOfRule = 200;

/** Findings as they come, each rule's first ones and how many there were. */
export class FindingList {
  readonly #found: Finding[] = [];
  readonly #counts = new Map<string, number>();

  add(found: Finding): void {
    const count = (this.#counts.get(found.rule) ?? 0) + 1;
    this.#counts.set(found.rule, count);
    if (count <= mostOfRule) this.#found.push(found);
  }

  addAll(found: Iterable<Finding>): void {
    for (const each of found) this.add(each);
  }

  all(): Finding[] {
    const more = [...this.#counts].flatMap(([rule, count]) => {
      const severity = this.#found.find((found) => found.rule === rule)?.severity ?? 'NOTICE';
      if (count <= mostOfRule) return [];
      return finding(
        rule,
        severity,
        {},
        [
          `同类问题共 ${count} 处，只列出前 ${mostOfRule} 处。`,
          `There are ${count} of this kind; the first ${mostOfRule} are listed.`,
        ],
        ['请通查整张表。', 'Check the whole table.'],
      );
    });
    return [...this.#found, ...more];
  }
}
