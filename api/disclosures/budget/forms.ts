import type { Bilingual } from '../../core/finding.ts';
import type { Scheme } from './codes/classification.ts';
import type { Fund, Side, Stage } from './model.ts';

/** How the rows of a table are read. */
export type Layout = 'CODED' | 'BALANCE' | 'THREE_PUBLIC' | 'DEBT' | 'REGIONS' | 'DETAIL';

/** One of the tables (表) a government or a department must publish; known by its name, never by its number. */
export interface Form {
  readonly code: string;
  readonly label: Bilingual;
  readonly of: 'GOVERNMENT' | 'DEPARTMENT' | 'ANY';
  readonly fund: Fund | null;
  readonly side: Side;
  readonly scheme: Scheme;
  readonly layout: Layout;
  /** Stages in which it must be published, if only as an empty table with a statement. */
  readonly requiredIn: readonly Stage[];
}

const both: readonly Stage[] = ['BUDGET', 'FINAL_ACCOUNTS'];
const accounts: readonly Stage[] = ['FINAL_ACCOUNTS'];
const never: readonly Stage[] = [];

type Row = readonly [
  code: string,
  zh: string,
  en: string,
  fund: Fund | null,
  side: Side,
  scheme: Scheme,
  layout: Layout,
  requiredIn: readonly Stage[],
];

const of = (owner: Form['of'], rows: readonly Row[]): Form[] =>
  rows.map(([code, zh, en, fund, side, scheme, layout, requiredIn]) => ({
    code,
    label: { zh, en },
    of: owner,
    fund,
    side,
    scheme,
    layout,
    requiredIn,
  }));

/** The 23 tables of a government's final accounts, and the balance tables many add (a budget has no use of bonds). */
const government = of('GOVERNMENT', [
  [
    'GENERAL_REVENUE',
    '一般公共预算收入表',
    'General public budget: revenue',
    'GENERAL',
    'REVENUE',
    'REVENUE',
    'CODED',
    both,
  ],
  [
    'GENERAL_EXPENDITURE',
    '一般公共预算支出表',
    'General public budget: expenditure',
    'GENERAL',
    'EXPENDITURE',
    'FUNCTION',
    'CODED',
    both,
  ],
  [
    'GENERAL_EXPENDITURE_OWN',
    '一般公共预算本级支出表',
    'General public budget: expenditure of the own level',
    'GENERAL',
    'EXPENDITURE',
    'FUNCTION',
    'CODED',
    both,
  ],
  [
    'GENERAL_BASIC',
    '一般公共预算本级基本支出表',
    'General public budget: basic expenditure of the own level',
    'GENERAL',
    'EXPENDITURE',
    'ECONOMIC_GOVERNMENT',
    'CODED',
    both,
  ],
  [
    'GENERAL_TRANSFERS',
    '税收返还和转移支付表',
    'General public budget: rebates and transfers',
    'GENERAL',
    'EXPENDITURE',
    'ITEM',
    'REGIONS',
    both,
  ],
  [
    'SPECIAL_TRANSFERS',
    '专项转移支付分地区分项目表',
    'Special transfers by region and project',
    'GENERAL',
    'EXPENDITURE',
    'ITEM',
    'REGIONS',
    both,
  ],
  [
    'FUND_REVENUE',
    '政府性基金收入表',
    'Government funds: revenue',
    'GOVERNMENT_FUND',
    'REVENUE',
    'REVENUE',
    'CODED',
    both,
  ],
  [
    'FUND_EXPENDITURE',
    '政府性基金支出表',
    'Government funds: expenditure',
    'GOVERNMENT_FUND',
    'EXPENDITURE',
    'FUNCTION',
    'CODED',
    both,
  ],
  [
    'FUND_EXPENDITURE_OWN',
    '政府性基金本级支出表',
    'Government funds: expenditure of the own level',
    'GOVERNMENT_FUND',
    'EXPENDITURE',
    'FUNCTION',
    'CODED',
    both,
  ],
  [
    'FUND_TRANSFERS',
    '政府性基金转移支付表',
    'Government funds: transfers',
    'GOVERNMENT_FUND',
    'EXPENDITURE',
    'ITEM',
    'REGIONS',
    both,
  ],
  [
    'CAPITAL_REVENUE',
    '国有资本经营收入表',
    'State capital: revenue',
    'STATE_CAPITAL',
    'REVENUE',
    'REVENUE',
    'CODED',
    both,
  ],
  [
    'CAPITAL_EXPENDITURE',
    '国有资本经营支出表',
    'State capital: expenditure',
    'STATE_CAPITAL',
    'EXPENDITURE',
    'FUNCTION',
    'CODED',
    both,
  ],
  [
    'CAPITAL_EXPENDITURE_OWN',
    '国有资本经营本级支出表',
    'State capital: expenditure of the own level',
    'STATE_CAPITAL',
    'EXPENDITURE',
    'FUNCTION',
    'CODED',
    both,
  ],
  [
    'CAPITAL_TRANSFERS',
    '国有资本经营转移支付表',
    'State capital: transfers',
    'STATE_CAPITAL',
    'EXPENDITURE',
    'ITEM',
    'REGIONS',
    both,
  ],
  [
    'INSURANCE_BALANCE',
    '社会保险基金收支表',
    'Social insurance funds: revenue and expenditure',
    'SOCIAL_INSURANCE',
    'BALANCE',
    'ITEM',
    'BALANCE',
    both,
  ],
  [
    'INSURANCE_REVENUE',
    '社会保险基金收入表',
    'Social insurance funds: revenue',
    'SOCIAL_INSURANCE',
    'REVENUE',
    'REVENUE',
    'CODED',
    both,
  ],
  [
    'INSURANCE_EXPENDITURE',
    '社会保险基金支出表',
    'Social insurance funds: expenditure',
    'SOCIAL_INSURANCE',
    'EXPENDITURE',
    'FUNCTION',
    'CODED',
    both,
  ],
  [
    'DEBT',
    '一般债务和专项债务限额和余额表',
    'Debt: limits and balances, general and special',
    null,
    'BALANCE',
    'ITEM',
    'DEBT',
    both,
  ],
  ['DEBT_GENERAL', '一般债务限额和余额表', 'General debt: limit and balance', null, 'BALANCE', 'ITEM', 'DEBT', both],
  ['DEBT_SPECIAL', '专项债务限额和余额表', 'Special debt: limit and balance', null, 'BALANCE', 'ITEM', 'DEBT', both],
  ['BONDS_GENERAL', '一般债券使用表', 'Use of general bonds', null, 'EXPENDITURE', 'ITEM', 'REGIONS', accounts],
  ['BONDS_SPECIAL', '专项债券使用表', 'Use of special bonds', null, 'EXPENDITURE', 'ITEM', 'REGIONS', accounts],
  [
    'GOVERNMENT_THREE_PUBLIC',
    '“三公”经费表',
    'The three public expenses of all departments',
    'GENERAL',
    'EXPENDITURE',
    'ITEM',
    'THREE_PUBLIC',
    both,
  ],
  [
    'GENERAL_BALANCE',
    '一般公共预算收支平衡表',
    'General public budget: balance',
    'GENERAL',
    'BALANCE',
    'FUNCTION',
    'BALANCE',
    never,
  ],
  [
    'FUND_BALANCE',
    '政府性基金收支平衡表',
    'Government funds: balance',
    'GOVERNMENT_FUND',
    'BALANCE',
    'FUNCTION',
    'BALANCE',
    never,
  ],
  [
    'CAPITAL_BALANCE',
    '国有资本经营收支平衡表',
    'State capital: balance',
    'STATE_CAPITAL',
    'BALANCE',
    'FUNCTION',
    'BALANCE',
    never,
  ],
]);

/** The tables 01–09 of a department's final accounts, which its budget has too, and the goals a budget adds. */
const department = of('DEPARTMENT', [
  ['SUMMARY', '收入支出总表', 'Revenue and expenditure: summary', null, 'BALANCE', 'FUNCTION', 'BALANCE', both],
  ['REVENUE', '收入表', 'Revenue', null, 'REVENUE', 'FUNCTION', 'CODED', both],
  ['EXPENDITURE', '支出表', 'Expenditure', null, 'EXPENDITURE', 'FUNCTION', 'CODED', both],
  [
    'APPROPRIATION_SUMMARY',
    '财政拨款收入支出总表',
    'Appropriations: summary',
    null,
    'BALANCE',
    'FUNCTION',
    'BALANCE',
    both,
  ],
  [
    'APPROPRIATION',
    '一般公共预算财政拨款支出表',
    'Appropriations from the general public budget',
    'GENERAL',
    'EXPENDITURE',
    'FUNCTION',
    'CODED',
    both,
  ],
  [
    'APPROPRIATION_BASIC',
    '一般公共预算财政拨款基本支出表',
    'Basic expenditure from appropriations',
    'GENERAL',
    'EXPENDITURE',
    'ECONOMIC_DEPARTMENT',
    'CODED',
    both,
  ],
  [
    'THREE_PUBLIC',
    '一般公共预算财政拨款“三公”经费支出表',
    'The three public expenses',
    'GENERAL',
    'EXPENDITURE',
    'ITEM',
    'THREE_PUBLIC',
    both,
  ],
  [
    'APPROPRIATION_FUND',
    '政府性基金预算财政拨款收入支出表',
    'Appropriations from government funds',
    'GOVERNMENT_FUND',
    'EXPENDITURE',
    'FUNCTION',
    'CODED',
    both,
  ],
  [
    'APPROPRIATION_CAPITAL',
    '国有资本经营预算财政拨款支出表',
    'Appropriations from state capital',
    'STATE_CAPITAL',
    'EXPENDITURE',
    'FUNCTION',
    'CODED',
    both,
  ],
]);

const any = of('ANY', [['DETAIL', '收支明细', 'Detailed lines', null, 'EXPENDITURE', 'FUNCTION', 'DETAIL', never]]);

export const forms: readonly Form[] = [...government, ...department, ...any];

const byCode = new Map(forms.map((form) => [form.code, form]));

export function formOf(code: string): Form {
  const form = byCode.get(code);
  if (!form) throw new RangeError(`there is no table ${code}`);
  return form;
}

/** The tables that a government, or a department or unit, owes at a stage. */
export const owedForms = (owner: Form['of'], stage: Stage): readonly Form[] =>
  forms.filter((form) => form.of === owner && form.requiredIn.includes(stage));

/** Whether a level is one of governments or of departments: each has tables of its own. */
export const ownerOf = (level: string): 'GOVERNMENT' | 'DEPARTMENT' =>
  level === 'DEPARTMENT' || level === 'UNIT' ? 'DEPARTMENT' : 'GOVERNMENT';
