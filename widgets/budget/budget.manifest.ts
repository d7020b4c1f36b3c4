import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';
import { countyLevels, stageChoices } from './budget.offered.ts';

export const descriptor: PanelDescriptor = {
  summary: '预算与决算 Budget and final accounts',
  description:
    '一个机构一个年度的预算和决算：支出构成（可逐级看到款、项）、预算与决算对照、收入与支出是否平衡、“三公”经费、历年比较、人均。数字与公开平台逐分一致。' +
    'What one body planned and spent in one year: by function down to the items, budget beside final accounts, whether revenue and expenditure balance, the three public expenses, years compared, per head. Every number is that of the platform.',
  example: { organization: '县财政局', year: '2024' },
  attributes: {
    organization: {
      type: 'string',
      label: { zh: '机构', en: 'Organization' },
      isRequired: true,
      description: '机构：统一社会信用代码或任一书写名称，如“县财政局”。The body, by credit code or any written name.',
    },
    year: {
      type: 'number',
      label: { zh: '预算年度', en: 'Fiscal year' },
      isRequired: true,
      description: '预算年度，如 2024。Fiscal year.',
    },
    stage: {
      type: 'string',
      label: { zh: '阶段', en: 'Stage' },
      choices: stageChoices,
      takesOthers: true,
      default: 'FINAL_ACCOUNTS',
      description:
        '阶段：BUDGET（预算）或 FINAL_ACCOUNTS（决算）；决算还没有公开时显示预算并说明。Budget or final accounts; the budget, and a word on it, while the accounts are not public.',
    },
    view: {
      type: 'string',
      label: { zh: '内容', en: 'View' },
      choices: [
        { value: 'overview', zh: '概览', en: 'Overview' },
        { value: 'bars', zh: '预算与决算', en: 'Budget and final accounts' },
        { value: 'revenue', zh: '收入与支出', en: 'Revenue and expenditure' },
        { value: 'three-public', zh: '“三公”经费', en: 'The three public expenses' },
        { value: 'years', zh: '历年比较', en: 'Years compared' },
        { value: 'head', zh: '人均', en: 'Per head' },
      ],
      default: 'overview',
      description:
        '内容：overview 概览、bars 预算与决算、revenue 收入与支出、three-public “三公”经费、years 历年比较、head 人均。What is shown: overview, budget beside final, revenue and expenditure, the three public expenses, years, per head.',
    },
    code: {
      type: 'string',
      label: { zh: '科目代码', en: 'Code' },
      description:
        '功能分类科目，只看它之下：3 位类、5 位款、7 位项，如 205。Only what is below this code: a class of 3 digits, a group of 5, an item of 7.',
    },
    level: {
      type: 'string',
      label: { zh: '范围', en: 'Level' },
      choices: countyLevels,
      takesOthers: true,
      description:
        '县级报告的范围：COUNTY_TOTAL（全县）或 COUNTY_OWN（本级）；不写时有全县的用全县。Of a county: with its towns, or its own level; with its towns where that is published.',
    },
    ...commonAttributes,
  },
  parts: commonParts,
};
