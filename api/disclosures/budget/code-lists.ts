import { type CodeValue, codeList } from '../../graphql/code.ts';
import type { Scheme } from './codes/classification.ts';
import { labelOf } from './codes/subject.ts';
import { components } from './components.ts';
import { forms } from './forms.ts';

/** The kind's lists as the schema shows them. */
export const formCodes = codeList('BUDGET_TABLE', forms);
export const componentCodes = codeList('BUDGET_COMPONENT', components);
export const stages = codeList('BUDGET_STAGE', [
  { code: 'BUDGET', label: { zh: '预算', en: 'Budget' } },
  { code: 'ADJUSTMENT', label: { zh: '预算调整', en: 'Adjustment of the budget' } },
  { code: 'EXECUTION', label: { zh: '预算执行情况', en: 'Execution of the budget' } },
  { code: 'FINAL_ACCOUNTS', label: { zh: '决算', en: 'Final accounts' } },
]);
export const levels = codeList('BUDGET_LEVEL', [
  { code: 'COUNTY_TOTAL', label: { zh: '全县（含乡镇）', en: 'County total, towns included' } },
  { code: 'COUNTY_OWN', label: { zh: '县本级', en: 'Own level of the county' } },
  { code: 'TOWN', label: { zh: '乡镇街道', en: 'Town or sub-district' } },
  { code: 'DEPARTMENT', label: { zh: '部门（含所属单位）', en: 'Department, its units included' } },
  { code: 'UNIT', label: { zh: '单位', en: 'Unit' } },
]);
export const funds = codeList('BUDGET_FUND', [
  { code: 'GENERAL', label: { zh: '一般公共预算', en: 'General public budget' } },
  { code: 'GOVERNMENT_FUND', label: { zh: '政府性基金预算', en: 'Government funds' } },
  { code: 'STATE_CAPITAL', label: { zh: '国有资本经营预算', en: 'State capital operations' } },
  { code: 'SOCIAL_INSURANCE', label: { zh: '社会保险基金预算', en: 'Social insurance funds' } },
]);

/** A code with the name it had in a fiscal year; where our list lacks it, the name the table prints. */
export function subjectOf(scheme: string, code: string, year: number, written?: string): CodeValue {
  const label = labelOf(scheme as Scheme, code, year);
  return { scheme, code, label: label ?? { zh: written ?? code, en: written ?? code } };
}
