import type { Scheme } from '../codes/classification.ts';
import { codeNamed, depthOfCode } from '../codes/subject.ts';
import type { Form } from '../forms.ts';
import type { Side } from '../model.ts';

/** Which list a code is from, by its first digit; another first digit is left to the rule for unknown codes. */
export function schemeOf(code: string, form: Form, side: Side): Scheme {
  if (form.code.startsWith('INSURANCE')) return side === 'REVENUE' ? 'REVENUE' : 'FUNCTION';
  const byDigit: Readonly<Record<string, Scheme>> = {
    '1': 'REVENUE',
    '2': 'FUNCTION',
    '3': 'ECONOMIC_DEPARTMENT',
    '5': 'ECONOMIC_GOVERNMENT',
  };
  return byDigit[code[0] ?? ''] ?? (form.scheme === 'ITEM' ? 'FUNCTION' : form.scheme);
}

/** Lists whose names may stand without codes on a side of a table. */
export function namesOn(form: Form, side: Side): readonly Scheme[] {
  if (form.scheme === 'ECONOMIC_GOVERNMENT' || form.scheme === 'ECONOMIC_DEPARTMENT') return [form.scheme];
  if (form.of !== 'GOVERNMENT') return side === 'REVENUE' ? [] : ['FUNCTION'];
  if (side === 'REVENUE') return ['REVENUE'];
  return side === 'EXPENDITURE' ? ['FUNCTION'] : ['REVENUE', 'FUNCTION'];
}

export interface Coded {
  readonly scheme: Scheme;
  readonly code: string;
  readonly depth: number | null;
}

/** The code that a name alone stands for, where the table prints no codes. */
export function codedByName(bare: string, form: Form, side: Side): Coded | null {
  for (const scheme of namesOn(form, side)) {
    const code = codeNamed(scheme, bare);
    if (code) return { scheme, code, depth: depthOfCode(code) };
  }
  return null;
}

/** A code written before a name in one cell: `205 教育支出`, `[20502]普通教育`. */
export function codeBefore(name: string): { readonly code: string; readonly name: string } | null {
  const [, code, rest] = /^[[【(（]?(\d{3}|\d{5}|\d{7})[\]】)）]?[\s:：、-]*(\p{Script=Han}.*)$/u.exec(name) ?? [];
  return code === undefined || rest === undefined ? null : { code, name: rest };
}

/** 类, 款, 项 in columns of their own: what a row leaves out, it takes from the rows above. */
export class LevelColumns {
  #parts: string[] = [];

  /** The whole code at this row: `2050203`, or `1.2.3` in a classification of another jurisdiction. Null without any. */
  take(cells: readonly (string | null)[]): Coded | null {
    const given = cells.map((cell) => cell?.trim() ?? '');
    const deepest = given.findLastIndex((part) => part !== '');
    if (deepest < 0) return null;
    const first = given.findIndex((part) => part !== '');
    this.#parts = given
      .slice(0, deepest + 1)
      .map((part, index) => (part === '' && index < first ? (this.#parts[index] ?? '') : part));
    // A whole code may be repeated at every level.
    const last = this.#parts.at(-1) ?? '';
    if (depthOfCode(last) !== null && last.length > 3)
      return { scheme: 'FUNCTION', code: last, depth: depthOfCode(last) };
    if (/^\d{3}$/.test(this.#parts[0] ?? '')) {
      const code = this.#parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0').slice(-2))).join('');
      return { scheme: 'FUNCTION', code, depth: depthOfCode(code) };
    }
    return { scheme: 'OTHER', code: this.#parts.filter((part) => part !== '').join('.'), depth: this.#parts.length };
  }
}
