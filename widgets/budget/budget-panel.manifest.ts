import { commonAttributes, commonParts, type PanelDescriptor } from '../core/descriptor.ts';

export const descriptor: PanelDescriptor = {
  className: 'BudgetPanel',
  summary: '预算或决算 A budget or final accounts',
  description:
    '一个机构一个年度的支出，按功能分类列出预算数与决算数，并列“三公”经费。标签里的内容在脚本或平台不可用时保留。' +
    'What one body spends in one year, by function, and its three public expenses. What stands inside the tag stays when the script or the platform is not available.',
  example: { organization: '县财政局', year: '2024' },
  attributes: {
    organization: {
      type: 'string',
      description: '机构：统一社会信用代码或名称，如“县财政局”。The body, by credit code or any written name.',
    },
    year: { type: 'number', description: '预算年度，如 2024。Fiscal year.' },
    stage: {
      type: 'string',
      default: 'FINAL_ACCOUNTS',
      description: '阶段：BUDGET（预算）或 FINAL_ACCOUNTS（决算）。Budget or final accounts.',
    },
    ...commonAttributes,
  },
  parts: {
    ...commonParts,
    table: '支出表 The table of expenditure',
    empty: '没有时的说明 What is said when there is nothing',
  },
};
