import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';

/** A whole book in traditional characters would make a finding of every one; nobody reads more than this of a rule. */
const MOST_OF_A_RULE = 200;

/** The first findings of one rule and, where there are more, a last one that says so. */
export function* capped(findings: Iterable<Finding>): Generator<Finding> {
  let count = 0;
  for (const each of findings) {
    if (count === MOST_OF_A_RULE) {
      yield finding(
        each.rule,
        each.severity,
        {},
        [
          `同类问题超过${MOST_OF_A_RULE}处，其余未逐一列出。`,
          `More than ${MOST_OF_A_RULE} of this kind; the rest are not listed.`,
        ],
        ['请通篇检查原文。', 'Check the whole text.'],
      );
      return;
    }
    count += 1;
    yield each;
  }
}
