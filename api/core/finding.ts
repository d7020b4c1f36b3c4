/** A sentence for the public door: Chinese first, English beside it. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Severity = 'ERROR' | 'WARNING' | 'NOTICE';

/**
 * What a rule says about data (发现). Bad data is a value, never an exception.
 * An `ERROR` keeps the edition from being published; the others are published with it.
 */
export interface Finding {
  /** Stable kebab-case code of the rule, e.g. `traditional-character`. */
  readonly rule: string;
  readonly severity: Severity;
  /** The worksheet, where a source has several. */
  readonly sheet?: string;
  /** 1-based row of the table or line of the text in the source file. */
  readonly row?: number;
  /** Column label of a table, or 1-based character position in a line of text. */
  readonly column?: string;
  /** What is wrong. */
  readonly message: Bilingual;
  /** What to do about it. */
  readonly remedy?: Bilingual;
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'ERROR');
