import type { Engine } from './engine.ts';

export interface FalseAlarm {
  readonly engine: Engine['name'];
  readonly rule: string;
  /** Which elements it is false of: never all. */
  readonly place: RegExp;
  /** Why it is not so. */
  readonly proof: string;
}

/** What an engine says and is not so. */
export const falseAlarms: readonly FalseAlarm[] = [
  {
    engine: 'Alfa',
    rule: 'sia-r113',
    place: /^<div part="mark" class="cell/,
    // WCAG 2.5.8, "Equivalent": held by the test "what a cell leads to, its table leads to".
    proof:
      'A cell is as large as its value, and may be less than 24 px high. What it says and leads to, a row of its table does, in a button of 24 px, after one key.',
  },
  {
    engine: 'IBM',
    rule: 'element_tabbable_role_valid',
    place: /role="region"[^>]* tabindex="0"|tabindex="0"[^>]* role="region"/,
    // It is said only where the window is so wide that nothing scrolls: the same element scrolls in a narrow one.
    proof:
      'What scrolls sideways must be reached by keys (WCAG 2.1.1, ACT 0ssw9k); without a script the page cannot know in whose window it scrolls. A region is no control, and has its name.',
  },
];
