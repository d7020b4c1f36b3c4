import { describe, expect, test } from 'vitest';
import { owedForms } from '../../api/disclosures/budget/forms.ts';
import { formNamed } from '../../api/disclosures/budget/read/form-names.ts';

/** The tables of a county's final accounts under the names they are published with, in their official order. */
const government: readonly (readonly [title: string, code: string])[] = [
  ['2021年度一般公共预算收入决算表', 'GENERAL_REVENUE'],
  ['2021年度一般公共预算支出决算表', 'GENERAL_EXPENDITURE'],
  ['2021年度一般公共预算本级支出决算表', 'GENERAL_EXPENDITURE_OWN'],
  ['2021年度一般公共预算本级基本支出决算表', 'GENERAL_BASIC'],
  ['一般公共预算税收返还和转移支付决算表', 'GENERAL_TRANSFERS'],
  ['一般公共预算专项转移支付分地区分项目明细表', 'SPECIAL_TRANSFERS'],
  ['政府性基金收入决算表', 'FUND_REVENUE'],
  ['政府性基金支出决算表', 'FUND_EXPENDITURE'],
  ['政府性基金本级支出决算表', 'FUND_EXPENDITURE_OWN'],
  ['政府性基金转移性收支决算表', 'FUND_TRANSFERS'],
  ['国有资本经营收入决算表', 'CAPITAL_REVENUE'],
  ['国有资本经营支出决算表', 'CAPITAL_EXPENDITURE'],
  ['国有资本经营本级支出决算表', 'CAPITAL_EXPENDITURE_OWN'],
  ['国有资本经营转移支付决算表', 'CAPITAL_TRANSFERS'],
  ['社会保险基金收支决算表', 'INSURANCE_BALANCE'],
  ['社会保险基金收入决算表', 'INSURANCE_REVENUE'],
  ['社会保险基金支出决算表', 'INSURANCE_EXPENDITURE'],
  ['地方政府一般债务和专项债务限额和余额情况表', 'DEBT'],
  ['地方政府一般债务限额和余额情况表', 'DEBT_GENERAL'],
  ['地方政府专项债务限额和余额情况表', 'DEBT_SPECIAL'],
  ['一般债券使用情况明细表', 'BONDS_GENERAL'],
  ['专项债券使用情况明细表', 'BONDS_SPECIAL'],
  ['“三公”经费决算表', 'GOVERNMENT_THREE_PUBLIC'],
];

const department: readonly (readonly [title: string, code: string])[] = [
  ['收入支出决算总表', 'SUMMARY'],
  ['部门收支总体情况表', 'SUMMARY'],
  ['收入决算表', 'REVENUE'],
  ['部门收入总表', 'REVENUE'],
  ['支出决算表', 'EXPENDITURE'],
  ['财政拨款收入支出决算总表', 'APPROPRIATION_SUMMARY'],
  ['财政拨款收支总表', 'APPROPRIATION_SUMMARY'],
  ['一般公共预算财政拨款支出决算表', 'APPROPRIATION'],
  ['一般公共预算支出表', 'APPROPRIATION'],
  ['一般公共预算财政拨款基本支出决算明细表', 'APPROPRIATION_BASIC'],
  ['一般公共预算基本支出表', 'APPROPRIATION_BASIC'],
  ['财政拨款“三公”经费支出决算表', 'THREE_PUBLIC'],
  ['政府性基金预算财政拨款收入支出决算表', 'APPROPRIATION_FUND'],
  ['国有资本经营预算财政拨款支出决算表', 'APPROPRIATION_CAPITAL'],
];

describe('a table is known by its name, whatever its number', () => {
  test.each(government)('%s', (title, code) => {
    expect(formNamed(title, 'GOVERNMENT')?.code).toBe(code);
    expect(formNamed(`附表 9 ${title.replace('决算', '预算')}`, 'GOVERNMENT')?.code).toBe(code);
  });
  test.each(department)('%s', (title, code) => {
    expect(formNamed(title, 'DEPARTMENT')?.code).toBe(code);
    expect(formNamed(`公开07表 ${title}`, 'DEPARTMENT')?.code).toBe(code);
  });
  test('a government owes 23 tables with its accounts and 21 with its budget, a department nine with each', () => {
    expect([owedForms('GOVERNMENT', 'FINAL_ACCOUNTS').length, owedForms('GOVERNMENT', 'BUDGET').length]).toEqual([
      23, 21,
    ]);
    expect([owedForms('DEPARTMENT', 'FINAL_ACCOUNTS').length, owedForms('DEPARTMENT', 'BUDGET').length]).toEqual([
      9, 9,
    ]);
  });
});
