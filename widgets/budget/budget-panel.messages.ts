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
  sentence: (title, total, largest, share) =>
    `${title}: expenditure of ${total} × 10,000 yuan in all, most of it for ${largest} (${share} %).`,
};

export const budgetMessages = (language: Language): BudgetMessages => (language === 'en' ? english : chinese);
