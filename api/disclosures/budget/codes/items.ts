import type { Bilingual } from '../../../core/finding.ts';

/** What a line without a classification code is, known by its name (表内项目). */
export interface Item {
  readonly code: string;
  readonly label: Bilingual;
  readonly names: RegExp;
}

const item = (code: string, zh: string, en: string, names: RegExp): Item => ({ code, label: { zh, en }, names });

/** Totals and the lines around them in tables of revenue and expenditure; the first that matches decides. */
export const totals: readonly Item[] = [
  item('GRAND_TOTAL', '总计', 'Grand total', /^(收入|支出|收支)?总计$|^(收入|支出)总量$/),
  item(
    'YEAR_TOTAL',
    '本年合计',
    'Total of the year',
    /^(收入|支出)?合计$|^(本年|当年)(收入|支出)(合计|小计)?$|^(本级|全县|全市|全区)?(本级)?(地方)?(一般公共预算|政府性基金(预算)?|国有资本经营预算|社会保险基金(预算)?)?本?级?(收入|支出)(合计|小计)?$/,
  ),
  item('CARRIED_IN', '上年结转', 'Carried over from last year', /^(上年|年初)(结转|结余)/),
  item(
    'CARRIED_OUT',
    '年终结余',
    'Balance at the end of the year',
    /^(年终|年末|滚存|结转下年|累计)(结余|结转|的?支出)?/,
  ),
  item('TRANSFER_IN', '上级补助收入', 'Transfers from the higher level', /^(上级)?(补助|转移支付|转移性)收入$/),
  item('TRANSFER_OUT', '上解支出', 'Paid to the higher level', /^(上解|转移性|补助下级)(上级)?支出$|^上解$/),
  item('DEBT_IN', '债务收入', 'Debt', /^(地方政府)?(一般|专项)?债(券|务)(转贷)?收入$|^债券转贷$/),
  item('DEBT_REPAID', '债务还本支出', 'Repayment of debt', /^(地方政府)?(一般|专项)?债务还本(支出)?$/),
  item('MOVED_IN', '调入资金', 'Moved from another budget', /^调入(资金)?$/),
  item('MOVED_OUT', '调出资金', 'Moved to another budget', /^调出(资金)?$/),
  item('FUND_USED', '动用预算稳定调节基金', 'From the stabilization fund', /^动用(预算)?稳定调节基金$/),
  item('FUND_FILLED', '安排预算稳定调节基金', 'To the stabilization fund', /^(安排|补充)(预算)?稳定调节基金$/),
];

/** “三公”经费. The vehicles are a subtotal of two. */
export const threePublic: readonly Item[] = [
  item(
    'VEHICLE_PURCHASE',
    '公务用车购置费',
    'Purchase of official vehicles',
    /^(公务用?车|车辆)购置(费用?|支出)?$|^购置费?$/,
  ),
  item(
    'VEHICLE_RUNNING',
    '公务用车运行维护费',
    'Running of official vehicles',
    /^(公务用?车|车辆)?运行(维护)?(费用?|支出|经费)?$/,
  ),
  item(
    'VEHICLES',
    '公务用车购置及运行维护费',
    'Official vehicles',
    /^公务用?车(购置及运行(维护)?|购置和运行(维护)?)?(费用?|支出|经费)?(小计)?$|^公务用车购置及运行维护费?/,
  ),
  item('ABROAD', '因公出国（境）费', 'Official travel abroad', /^因公出国/),
  item('RECEPTION', '公务接待费', 'Official receptions', /^(公务)?接待(费用?|支出)?$/),
  item('TOTAL', '“三公”经费合计', 'The three public expenses', /^合计$|^总计$|三公.*(合计|总额)?$/),
];

/** 地方政府债务. */
export const debt: readonly Item[] = [
  item('LIMIT', '债务限额', 'Limit of debt', /限额/),
  item(
    'BALANCE_START',
    '年初余额',
    'Balance at the beginning of the year',
    /(年初|上年末|上年底|上年).*余额|^期初余额/,
  ),
  item('REPAID', '还本额', 'Principal repaid', /还本|偿还(本金|额)/),
  item('INTEREST', '付息额', 'Interest paid', /付息|利息/),
  item('ISSUED', '发行额', 'Issued', /发行|举借|新增债务|转贷收入/),
  item('BALANCE_END', '年末余额', 'Balance at the end of the year', /余额/),
];

/** The label of an item wherever it stands; totals first. */
export const itemNamed = (code: string): Item | undefined =>
  [...totals, ...threePublic, ...debt].find((known) => known.code === code);
