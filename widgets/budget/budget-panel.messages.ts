import type { Language } from '../core/language.ts';

interface BudgetMessages {
  readonly title: string;
  readonly byFunction: string;
  readonly threePublic: string;
  readonly subject: string;
  readonly approved: string;
  readonly final: string;
  readonly unit: string;
  readonly total: string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly unnamed: string;
  readonly stranger: (organization: string) => string;
  readonly year: (year: string) => string;
  readonly stage: (stage: string) => string;
  readonly sentence: (title: string, total: string, largest: string, share: string) => string;
}

const chinese: BudgetMessages = {
  title: '预算与决算',
  byFunction: '支出，按功能分类',
  threePublic: '“三公”经费',
  subject: '科目',
  approved: '预算数',
  final: '决算数',
  unit: '单位：万元',
  total: '合计',
  nothing: '平台上还没有这份预算或决算。',
  nothingHint: '公开后会自动出现在这里。',
  unnamed: '没有写明要显示哪一份预算或决算。请在标签上写机构和年度，例如 organization="县财政局" year="2024"。',
  stranger: (organization) => `公开平台的机构名录中没有“${organization}”。请网站管理员核对标签上的 organization。`,
  year: (year) => `标签上的 year="${year}" 不是四位年份，例如 year="2024"。`,
  stage: (stage) => `标签上的 stage="${stage}" 不能识别；可用 BUDGET（预算）、FINAL_ACCOUNTS（决算）。`,
  sentence: (title, total, largest, share) =>
    `${title}：支出合计 ${total} 万元，其中最多的是${largest}，占 ${share}%。`,
};

const english: BudgetMessages = {
  title: 'Budget and final accounts',
  byFunction: 'Expenditure by function',
  threePublic: 'The three public expenses',
  subject: 'Item',
  approved: 'Budget',
  final: 'Final',
  unit: 'Unit: 10,000 yuan',
  total: 'Total',
  nothing: 'This budget is not on the platform yet.',
  nothingHint: 'It appears here as soon as it is published.',
  unnamed:
    'The tag does not say which one: give organization and year, for example organization="县财政局" year="2024".',
  stranger: (organization) => `The platform knows no organization "${organization}": please check the tag.`,
  year: (year) => `year="${year}" is not a year of four digits, such as year="2024".`,
  stage: (stage) => `stage="${stage}" is not known: use BUDGET or FINAL_ACCOUNTS.`,
  sentence: (title, total, largest, share) =>
    `${title}: expenditure of ${total} × 10,000 yuan in all, most of it for ${largest} (${share} %).`,
};

export const budgetMessages = (language: Language): BudgetMessages => (language === 'en' ? english : chinese);
