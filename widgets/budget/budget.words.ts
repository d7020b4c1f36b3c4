import type { Language } from '../core/language.ts';

/** Everything the panel of budgets says, in one language. */
export interface BudgetWords {
  readonly title: string;
  readonly subject: string;
  readonly approved: string;
  readonly final: string;
  readonly prior: string;
  readonly share: string;
  readonly shareOfAll: string;
  readonly executed: string;
  readonly ofPrior: string;
  readonly difference: string;
  readonly unit: string;
  readonly total: string;
  readonly revenueItem: string;
  readonly amount: string;
  readonly year: string;
  readonly growth: string;
  readonly perHead: string;
  readonly perHeadUnit: string;
  readonly wan: string;
  readonly all: string;
  readonly up: string;
  readonly byFunction: (below: string) => string;
  readonly barsOf: (below: string) => string;
  readonly revenue: string;
  readonly expenditure: string;
  readonly threePublic: string;
  readonly yearsOf: (below: string) => string;
  readonly perHeadOf: string;
  readonly choose: string;
  readonly view: string;
  readonly views: Readonly<Record<string, string>>;
  readonly stage: string;
  readonly stages: Readonly<Record<'BUDGET' | 'FINAL_ACCOUNTS', string>>;
  readonly level: string;
  readonly levels: Readonly<Record<string, string>>;
  readonly yearText: (year: string) => string;
  readonly subtotalNote: string;
  readonly remainder: (amount: string) => string;
  readonly lowest: string;
  readonly budgetFrom: (title: string) => string;
  readonly noBudget: (year: string, due: string) => string;
  readonly empties: string;
  readonly emptyUnexplained: string;
  readonly missing: (tables: string) => string;
  readonly noSuchCode: (code: string) => string;
  readonly noTable: string;
  readonly noSides: string;
  readonly noExpenses: string;
  readonly noHead: string;
  readonly notPublished: (year: string) => string;
  readonly fallback: (year: string, missing: string, shown: string) => string;
  readonly nothing: (body: string, year: string) => string;
  readonly nothingYet: (body: string) => string;
  readonly publishedYears: (years: string) => string;
  readonly otherLevel: (level: string) => string;
  readonly ofCounty: Readonly<Record<string, string>>;
  readonly what: (
    body: string,
    year: number,
    scope: string,
    stage: 'BUDGET' | 'FINAL_ACCOUNTS',
    item: string,
  ) => string;
  readonly beside: Readonly<Record<'approved' | 'prior' | 'final', string>>;
  readonly sides: string;
  readonly saidOf: (what: string, sentence: string) => string;
  readonly noYears: string;
  readonly yearsWhat: (body: string, scope: string, item: string) => string;
  readonly emptySays: (statement: string) => string;
  readonly unnamed: string;
  readonly badYear: (year: string) => string;
  readonly badStage: (stage: string) => string;
  readonly badLevel: (level: string) => string;
  readonly badView: (view: string, views: string) => string;
  readonly badCode: (code: string) => string;
}

const chinese: BudgetWords = {
  title: '预算与决算',
  subject: '科目',
  approved: '预算数',
  final: '决算数',
  prior: '上年数',
  share: '占比',
  shareOfAll: '占全部支出',
  executed: '决算为预算的',
  ofPrior: '预算为上年的',
  difference: '增减',
  unit: '万元',
  total: '合计',
  revenueItem: '收入项目',
  amount: '金额',
  year: '年度',
  growth: '比上年',
  perHead: '人均',
  perHeadUnit: '元',
  wan: '总额（万元）',
  all: '全部支出',
  up: '所在科目',
  byFunction: (below) => (below === '' ? '支出构成，按功能分类' : `${below}构成`),
  barsOf: (below) => (below === '' ? '支出，按功能分类' : below),
  revenue: '收入',
  expenditure: '支出',
  threePublic: '“三公”经费',
  yearsOf: (below) => (below === '' ? '历年支出' : `历年${below}`),
  perHeadOf: '人均支出，按功能分类',
  choose: '选择内容',
  view: '内容',
  views: {
    overview: '概览',
    bars: '预算与决算',
    revenue: '收入与支出',
    'three-public': '“三公”经费',
    years: '历年比较',
    head: '人均',
  },
  stage: '阶段',
  stages: { BUDGET: '预算', FINAL_ACCOUNTS: '决算' },
  level: '范围',
  levels: {
    COUNTY_TOTAL: '全县（含乡镇）',
    COUNTY_OWN: '县本级',
    DEPARTMENT: '部门（含所属单位）',
    UNIT: '单位',
    TOWN: '乡镇（街道）',
  },
  yearText: (year) => `${year}年`,
  subtotalNote: '公务用车购置及运行维护费是购置费与运行维护费之和，不与它们重复相加。',
  remainder: (amount) => `所列各行之和与合计相差 ${amount}，照公开的表列出。`,
  lowest: '没有更细的科目。',
  budgetFrom: (title) => `预算数取自《${title}》。`,
  noBudget: (year, due) => `${year}年预算没有公开${due === '' ? '' : `，最迟应在${due}公开`}。`,
  empties: '空表并说明',
  emptyUnexplained: '空表，没有说明',
  missing: (tables) => `依规定应公开而这份报告没有的表：${tables}。`,
  noSuchCode: (code) => `这份报告没有科目 ${code}，以下是全部支出。`,
  noTable: '这份报告没有支出表。',
  noSides: '这份报告没有可以对照的收入表和支出表。',
  noExpenses: '这份报告没有“三公”经费表。',
  noHead: '人均只在县一级计算，并须有当年的常住人口数；这里没有。',
  notPublished: (year) => `${year}年决算没有公开，留空。`,
  fallback: (year, missing, shown) => `${year}年${missing}还没有公开，以下是${shown}。`,
  nothing: (body, year) => `${body}${year}年的预算、决算在平台上都没有。`,
  nothingYet: (body) => `${body}还没有在平台上公开预算、决算；公开后会自动出现在这里。`,
  publishedYears: (years) => `已公开的年度：${years}。`,
  otherLevel: (level) => `没有所选范围的数，以下是${level}。`,
  ofCounty: { COUNTY_TOTAL: '全县', COUNTY_OWN: '本级' },
  what: (body, year, scope, stage, item) => `${body}${year}年${scope}${stage === 'BUDGET' ? '预算' : ''}${item}`,
  beside: { approved: '预算', prior: '上年', final: '决算' },
  sides: '收支',
  saidOf: (what, sentence) => `${what}：${sentence}`,
  noYears: '这几年的决算都没有公开，无从比较。',
  yearsWhat: (body, scope, item) => `${scope === '' ? body : body.replace(/人民政府$/, '')}${scope}${item}`,
  emptySays: (statement) => `这份报告的这张表是空表。表中说明：${statement.replace(/。?$/, '。')}`,
  unnamed: '没有写明要显示哪一份预算或决算。请在标签上写机构和年度，例如 organization="县财政局" year="2024"。',
  badYear: (year) => `标签上的 year="${year}" 不是四位年份，请写成 year="2024" 这样。`,
  badStage: (stage) => `标签上的 stage="${stage}" 不能识别；请用 BUDGET（预算）或 FINAL_ACCOUNTS（决算）。`,
  badLevel: (level) => `标签上的 level="${level}" 不能识别；请用 COUNTY_TOTAL（全县）或 COUNTY_OWN（本级）。`,
  badView: (view, views) => `标签上的 view="${view}" 不能识别；请用其中之一：${views}。`,
  badCode: (code) =>
    `标签上的 code="${code}" 不是科目编码；请写 3 位（类）、5 位（款）或 7 位（项）数字，例如 code="205"。`,
};

const english: BudgetWords = {
  title: 'Budget and final accounts',
  subject: 'Item',
  approved: 'Budget',
  final: 'Final',
  prior: 'Year before',
  share: 'Share',
  shareOfAll: 'Of all expenditure',
  executed: 'Final, of budget',
  ofPrior: 'Budget, of the year before',
  difference: 'Difference',
  unit: '× ¥10,000',
  total: 'Total',
  revenueItem: 'Revenue',
  amount: 'Amount',
  year: 'Year',
  growth: 'Against the year before',
  perHead: 'Per head',
  perHeadUnit: 'yuan',
  wan: 'In all (× ¥10,000)',
  all: 'All expenditure',
  up: 'Part of',
  byFunction: (below) => (below === '' ? 'Expenditure by function' : `${below}: what it is made of`),
  barsOf: (below) => (below === '' ? 'Expenditure by function' : below),
  revenue: 'Revenue',
  expenditure: 'Expenditure',
  threePublic: 'The three public expenses',
  yearsOf: (below) => (below === '' ? 'Expenditure year by year' : `${below}, year by year`),
  perHeadOf: 'Expenditure per head, by function',
  choose: 'Choose what to see',
  view: 'View',
  views: {
    overview: 'Overview',
    bars: 'Budget and final accounts',
    revenue: 'Revenue and expenditure',
    'three-public': 'The three public expenses',
    years: 'Years compared',
    head: 'Per head',
  },
  stage: 'Stage',
  stages: { BUDGET: 'budget', FINAL_ACCOUNTS: 'final accounts' },
  level: 'Level',
  levels: {
    COUNTY_TOTAL: 'The county with its towns',
    COUNTY_OWN: 'The county’s own level',
    DEPARTMENT: 'Department with its units',
    UNIT: 'Unit',
    TOWN: 'Town',
  },
  yearText: (year) => year,
  subtotalNote: 'Official vehicles are the sum of purchase and running; they are not added to them again.',
  remainder: (amount) => `The rows and the total differ by ${amount}; they are shown as published.`,
  lowest: 'There is nothing finer below it.',
  budgetFrom: (title) => `The budget is from ${title}.`,
  noBudget: (year, due) =>
    `The budget of ${year} is not published${due === '' ? '' : `; the latest legal day was ${due}`}.`,
  empties: 'Tables published empty, with a statement',
  emptyUnexplained: 'Empty, without a statement',
  missing: (tables) => `Tables that must be published and are not in this report: ${tables}.`,
  noSuchCode: (code) => `This report has no item ${code}; here is all expenditure.`,
  noTable: 'This report has no table of expenditure.',
  noSides: 'This report has no tables of revenue and expenditure to set side by side.',
  noExpenses: 'This report has no table of the three public expenses.',
  noHead: 'Amounts per head are known for the county only, and where its population of the year is known.',
  notPublished: (year) => `The final accounts of ${year} are not published; the place is left empty.`,
  fallback: (year, missing, shown) => `Not published yet: the ${missing} of ${year}. Shown here: the ${shown}.`,
  nothing: (body, year) => `The platform has no budget and no final accounts of ${body} for ${year}.`,
  nothingYet: (body) => `${body} has not published a budget here yet; it will appear here as soon as it does.`,
  publishedYears: (years) => ` Years published: ${years}.`,
  otherLevel: (level) => `The level asked for is not published; here is: ${level}.`,
  ofCounty: { COUNTY_TOTAL: 'the whole county', COUNTY_OWN: 'the county’s own level' },
  what: (body, year, scope, stage, item) =>
    `${body}${scope === '' ? '' : ` (${scope})`}, ${item.charAt(0).toLowerCase()}${item.slice(1)} of ${year}${stage === 'BUDGET' ? ' as budgeted' : ''}`,
  beside: { approved: 'the budget', prior: 'the year before', final: 'the final accounts' },
  sides: 'Balance',
  saidOf: (what, sentence) => `${what}: ${sentence}`,
  noYears: 'No final accounts of these years are published, so there is nothing to compare.',
  yearsWhat: (body, scope, item) =>
    `${body}${scope === '' ? '' : ` (${scope})`}, ${item.charAt(0).toLowerCase()}${item.slice(1)}`,
  emptySays: (statement) => `This table is published empty. It says: ${statement}`,
  unnamed:
    'The tag does not say which budget to show: give organization and year, for example organization="县财政局" year="2024".',
  badYear: (year) => `year="${year}" on the tag is not a year of four digits; write it like year="2024".`,
  badStage: (stage) => `stage="${stage}" on the tag is not known; use BUDGET or FINAL_ACCOUNTS.`,
  badLevel: (level) => `level="${level}" on the tag is not known; use COUNTY_TOTAL or COUNTY_OWN.`,
  badView: (view, views) => `view="${view}" on the tag is not known; use one of: ${views}.`,
  badCode: (code) =>
    `code="${code}" on the tag is no code of an item; write 3 digits (class), 5 (group) or 7 (item), for example code="205".`,
};

export const budgetWords = (language: Language): BudgetWords => (language === 'en' ? english : chinese);
