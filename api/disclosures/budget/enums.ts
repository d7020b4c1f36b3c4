import { described } from '../../core/described.ts';
import { builder } from '../../graphql/builder.ts';
import { componentCodes, formCodes } from './code-lists.ts';

export const BudgetForm = builder.enumType('BudgetForm', {
  description:
    '预决算公开的各张表；按名称而不按序号辨认。The tables that must be published, known by name and not by number.',
  values: described(formCodes.labels),
});

export const BudgetComponent = builder.enumType('BudgetComponent', {
  description: '表内分项，如基本支出、项目支出。A part of a row that has a column of its own.',
  values: described(componentCodes.labels),
});

export const BudgetStage = builder.enumType('BudgetStage', {
  description: '阶段。Budget, adjustment, execution or final accounts.',
  values: {
    BUDGET: { description: '预算。The budget.' },
    ADJUSTMENT: { description: '预算调整。An adjustment of the budget.' },
    EXECUTION: { description: '预算执行情况。How it was carried out.' },
    FINAL_ACCOUNTS: { description: '决算。Final accounts.' },
  },
});

export const BudgetLevel = builder.enumType('BudgetLevel', {
  description: '层级：互相包含，不可相加。Levels contain one another and are never added up.',
  values: {
    COUNTY_TOTAL: { description: '全县，含乡镇。The county with its towns.' },
    COUNTY_OWN: { description: '县本级。The own level of the county.' },
    TOWN: { description: '乡镇街道。A town or sub-district.' },
    DEPARTMENT: { description: '部门，含所属单位。A department with its units.' },
    UNIT: { description: '单位。A unit.' },
  },
});

export const BudgetSide = builder.enumType('BudgetSide', {
  description: '收入方或支出方。Revenue or expenditure.',
  values: {
    REVENUE: { description: '收入。Revenue.' },
    EXPENDITURE: { description: '支出。Expenditure.' },
    BALANCE: { description: '余额（债务限额和余额）。Balances, of debt.' },
  },
});

export const BudgetMeasure = builder.enumType('BudgetMeasure', {
  description: '数字口径：五个不同的数。Number kinds: five different numbers.',
  values: {
    prior: { description: '上年执行数或决算数。Prior year, executed or final.' },
    approved: { description: '（年初）预算数。Approved budget.' },
    adjusted: { description: '调整预算数。Adjusted budget.' },
    executed: { description: '执行数（预计、快报）。Executed, as expected or reported early.' },
    final: { description: '决算数。Final.' },
  },
});

export const BudgetTableState = builder.enumType('BudgetTableState', {
  description: '表的状态。State of a table.',
  values: {
    FILLED: { description: '有数据。It holds figures.' },
    EMPTY_WITH_STATEMENT: {
      description: '空表并说明：依法公开，没有数据。Empty, and says so: published as the law asks.',
    },
    EMPTY: { description: '空表而无说明。Empty without a statement.' },
  },
});
