import type { Finding } from '../../../core/finding.ts';
import { type Fen, fen } from '../../../core/money.ts';
import { componentLabel } from '../components.ts';
import { type BudgetLine, type BudgetTable, measures } from '../model.ts';
import { differs, measureLabels, tolerance, unequal } from './sums.ts';

/** A column that is the sum of others in the same row, where those are there. */
interface Identity {
  readonly rule: string;
  readonly whole: string;
  readonly parts: readonly string[];
}

const expenditure: Identity = {
  rule: 'components-of-expenditure',
  whole: 'TOTAL',
  parts: ['BASIC', 'PROJECT', 'REMITTED', 'OPERATING_EXPENDITURE', 'SUBSIDIES_TO_UNITS'],
};
const basic: Identity = { rule: 'components-of-basic', whole: 'BASIC', parts: ['BASIC_PERSONNEL', 'BASIC_OPERATING'] };

/** Which identities hold in which table (部门决算表 01–09). */
const identities: Readonly<Record<string, readonly Identity[]>> = {
  EXPENDITURE: [expenditure, basic],
  APPROPRIATION: [expenditure, basic],
  APPROPRIATION_FUND: [expenditure],
  APPROPRIATION_CAPITAL: [expenditure],
  GENERAL_EXPENDITURE_OWN: [expenditure],
  APPROPRIATION_BASIC: [{ ...basic, whole: 'TOTAL' }],
  REVENUE: [
    {
      rule: 'components-of-revenue',
      whole: 'TOTAL',
      parts: [
        'OPENING',
        'APPROPRIATION',
        'GENERAL',
        'GOVERNMENT_FUND',
        'STATE_CAPITAL',
        'ACCOUNT_FUNDS',
        'SUPERIOR_SUBSIDY',
        'INSTITUTIONAL',
        'OPERATING_REVENUE',
        'FROM_UNITS',
        'OTHER_REVENUE',
      ],
    },
  ],
  APPROPRIATION_SUMMARY: [
    { rule: 'components-of-appropriations', whole: 'TOTAL', parts: ['GENERAL', 'GOVERNMENT_FUND', 'STATE_CAPITAL'] },
  ],
};

const joined = (parts: readonly string[], lang: 'zh' | 'en'): string =>
  parts.map((code) => componentLabel(code)[lang]).join(' + ');

/** Parts of one row make its whole, as 基本支出 + 项目支出 = 支出合计; `columns` are those the table has anywhere. */
export function* checkComponents(
  lines: readonly BudgetLine[],
  columns: ReadonlySet<string>,
  table: BudgetTable,
): Generator<Finding> {
  const of = new Map(lines.map((line) => [line.component, line]));
  for (const { rule, whole, parts } of identities[table.form] ?? []) {
    const total = of.get(whole);
    // A table of revenue may name appropriations as a whole and their funds beside it: then the whole counts.
    const present = parts.filter(
      (code) =>
        columns.has(code) &&
        !(columns.has('APPROPRIATION') && ['GENERAL', 'GOVERNMENT_FUND', 'STATE_CAPITAL'].includes(code)),
    );
    if (!total || present.length < 2) continue;
    for (const measure of measures) {
      const stated = total[measure];
      const amounts = present.map((code) => of.get(code)?.[measure] ?? null);
      if (stated === null || amounts.every((amount) => amount === null)) continue;
      const computed = fen(amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n));
      if (!differs(stated, computed, tolerance(table, present.length + 1))) continue;
      yield unequal({
        rule,
        table,
        row: total.row,
        column: measureLabels[measure][0],
        name: [`“${total.name}”${componentLabel(whole).zh}`, `${componentLabel(whole).en} of "${total.name}"`],
        stated,
        computed,
        parts: [joined(present, 'zh'), joined(present, 'en')],
      });
    }
  }
  yield* checkCarried(of, table);
}

/** 年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余. */
function* checkCarried(of: ReadonlyMap<string, BudgetLine>, table: BudgetTable): Generator<Finding> {
  const [opening, revenue, spent, closing] = ['OPENING', 'REVENUE', 'TOTAL', 'CLOSING'].map((code) => of.get(code));
  if (table.form !== 'APPROPRIATION_FUND' || !opening || !revenue || !spent || !closing) return;
  for (const measure of measures) {
    const stated = closing[measure];
    const terms = [opening[measure], revenue[measure], spent[measure]];
    if (stated === null && terms.every((term) => term === null)) continue;
    const [start = null, income = null, outgo = null] = terms;
    const computed = fen((start ?? 0n) + (income ?? 0n) - (outgo ?? 0n));
    if (!differs((stated ?? 0n) as Fen, computed, tolerance(table, 4))) continue;
    yield unequal({
      rule: 'carried-over',
      table,
      row: closing.row,
      column: measureLabels[measure][0],
      name: [`“${closing.name}”年末结转和结余`, `what is carried over at the end of "${closing.name}"`],
      stated: (stated ?? 0n) as Fen,
      computed,
      parts: ['年初结转和结余 + 本年收入 − 本年支出', 'opening + revenue − expenditure'],
    });
  }
}
