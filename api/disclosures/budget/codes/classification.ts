import type { Bilingual } from '../../../core/finding.ts';

/** A code of a classification of government revenue and expenditure (政府收支分类科目), with its names by fiscal year. */
export interface Subject {
  readonly code: string;
  /** Newest first. A name holds from its year to the year before the one above it. */
  readonly names: readonly { readonly zh: string; readonly from: number; readonly to: number }[];
  readonly en: string;
}

/** Which list a code is from: the same digits mean different things in each. */
export type Scheme = 'FUNCTION' | 'REVENUE' | 'ECONOMIC_DEPARTMENT' | 'ECONOMIC_GOVERNMENT' | 'ITEM' | 'OTHER';

export const schemes: Readonly<Record<Scheme, Bilingual>> = {
  FUNCTION: { zh: '支出功能分类', en: 'Expenditure by function' },
  REVENUE: { zh: '收入分类', en: 'Revenue' },
  ECONOMIC_DEPARTMENT: { zh: '部门预算支出经济分类', en: 'Expenditure of departments by economic nature' },
  ECONOMIC_GOVERNMENT: { zh: '政府预算支出经济分类', en: 'Expenditure of governments by economic nature' },
  ITEM: { zh: '表内项目', en: 'Item of a table' },
  OTHER: { zh: '其他分类', en: 'A classification of another jurisdiction' },
};

const always = { from: 0, to: 9999 };

/**
 * A list from lines of `code name | English`, `code 2019-name | English | -2018 older name | retired 2018`. What is not
 * dated holds for all years.
 */
export function subjects(lines: string): ReadonlyMap<string, Subject> {
  const found = new Map<string, Subject>();
  for (const line of lines.trim().split('\n')) {
    const [head = '', en = '', ...older] = line.split('|').map((part) => part.trim());
    const [, code = '', since = '', zh = ''] = /^(\d+) (?:(\d{4})- )?(.+)$/.exec(head) ?? [];
    const retired = older.find((part) => part.startsWith('retired '));
    const names = [{ zh, from: since ? Number(since) : 0, to: retired ? Number(retired.slice(8)) : 9999 }];
    for (const part of older) {
      const [, until = '', name = ''] = /^-(\d{4}) (.+)$/.exec(part) ?? [];
      if (name) names.push({ zh: name, from: 0, to: Number(until) });
    }
    found.set(code, { code, names, en });
  }
  return found;
}

export const nameIn = ({ names }: Subject, year: number): string =>
  (names.find(({ from, to }) => from <= year && year <= to) ?? names[0] ?? { zh: '', ...always }).zh;

export const isValidIn = ({ names }: Subject, year: number): boolean =>
  names.some(({ from, to }) => from <= year && year <= to);
