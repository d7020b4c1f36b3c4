import { capital } from '../core/capital.ts';
import type { Language } from '../core/language.ts';

interface DepartmentWords {
  readonly title: (name: string) => string;
  readonly unnamed: string;
  readonly published: string;
  readonly owed: string;
  readonly updated: string;
  readonly unit: string;
  readonly unitOwed: string;
  readonly never: string;
  readonly byKind: string;
  readonly kind: string;
  readonly count: string;
  readonly newest: string;
  readonly day: string;
  readonly about: Readonly<Record<'type' | 'parent' | 'successor' | 'code', string>>;
  readonly missing: string;
  readonly nothingMissing: (day: string) => string;
  readonly stages: Readonly<Record<string, string>>;
  readonly report: (year: number, stage: string) => string;
  readonly unpublished: string;
  readonly tables: (missing: number, required: number) => string;
  readonly due: (day: string) => string;
  readonly between: string;
  readonly assessment: string;
  readonly overdueDays: (days: number) => string;
  readonly project: string;
  readonly uninterpreted: string;
  readonly baseless: string;
  readonly noNumber: string;
  readonly upTo: (count: number) => string;
  readonly atLeast: string;
  readonly sentence: (name: string, total: number, day: string, owed: number) => string;
  readonly nothing: (name: string, owed: number) => string;
  readonly ended: (name: string, day: string, successor: string) => string;
  readonly judged: string;
}

const chinese: DepartmentWords = {
  title: (name) => `${name}的公开情况`,
  unnamed: '标签上没有写明机构；请写 organization="县财政局"，也可以写统一社会信用代码。',
  published: '已公开',
  owed: '欠缺与逾期',
  updated: '最近更新',
  unit: '件',
  unitOwed: '项',
  never: '还没有',
  byKind: '各种类的公开情况',
  kind: '种类',
  count: '件数',
  newest: '最新一件',
  day: '更新日期',
  about: { type: '类别', parent: '上级机构', successor: '承继机构', code: '统一社会信用代码' },
  missing: '欠缺与逾期',
  nothingMissing: (day) => `到${day}，没有发现到期未公开或逾期的。`,
  stages: { BUDGET: '预算', FINAL_ACCOUNTS: '决算' },
  report: (year, stage) => `${year}年${stage}`,
  unpublished: '到期未公开',
  tables: (missing, required) => `应公开 ${required} 张表，还缺 ${missing} 张`,
  due: (day) => `最迟应于${day}公开`,
  between: '、',
  assessment: '预案评估超期',
  overdueDays: (days) => `已超期 ${days} 天`,
  project: '项目逾期未完成',
  uninterpreted: '尚无解读',
  baseless: '所依据的文件已废止或失效',
  noNumber: '无文号',
  upTo: (count) => `只列其中 ${count} 项。`,
  atLeast: '解读和依据只查全县最新的 100 件，可能还有。',
  sentence: (name, total, day, owed) =>
    `${name}共公开 ${total} 件，最近更新于${day}；${owed === 0 ? '没有发现到期未公开或逾期的' : `欠缺与逾期 ${owed} 项`}。`,
  nothing: (name, owed) => `${name}还没有公开过信息${owed === 0 ? '' : `；欠缺与逾期 ${owed} 项`}。`,
  ended: (name, day, successor) => `${name}已于${day}撤销${successor === '' ? '' : `，由${successor}承继`}。`,
  judged: '只列平台能判断的：预决算的表、预案评估、项目时限、近两年的解读和依据的有效性。',
};

const english: DepartmentWords = {
  title: (name) => `What ${name} discloses`,
  unnamed: 'The tag names no organization; write organization="县财政局", or its credit code.',
  published: 'Published',
  owed: 'Missing or overdue',
  updated: 'Last update',
  unit: 'records',
  unitOwed: 'matters',
  never: 'none yet',
  byKind: 'Published by kind',
  kind: 'Kind',
  count: 'Records',
  newest: 'Newest',
  day: 'Updated',
  about: { type: 'Type', parent: 'Belongs to', successor: 'Taken over by', code: 'Credit code' },
  missing: 'Missing or overdue',
  nothingMissing: (day) => `Nothing is known to be missing or overdue on ${day}.`,
  stages: { BUDGET: 'budget', FINAL_ACCOUNTS: 'final accounts' },
  report: (year, stage) => capital(`${stage} of ${year}`),
  unpublished: 'Due and missing',
  tables: (missing, required) => `${missing} of ${required} tables missing`,
  due: (day) => `due by ${day}`,
  between: ', ',
  assessment: 'Assessment overdue',
  overdueDays: (days) => `${days} days overdue`,
  project: 'Project overdue',
  uninterpreted: 'No interpretation',
  baseless: 'Its basis is no longer in force',
  noNumber: 'No number',
  upTo: (count) => `${count} of them are listed.`,
  atLeast:
    'Interpretations and bases are looked up for the newest 100 documents of the county only; there may be more.',
  sentence: (name, total, day, owed) =>
    `${name} has published ${total} ${total === 1 ? 'record' : 'records'}, last on ${day}; ${owed === 0 ? 'nothing is known to be missing or overdue' : `${owed} missing or overdue`}.`,
  nothing: (name, owed) => `${name} has published nothing yet${owed === 0 ? '' : `; ${owed} missing or overdue`}.`,
  ended: (name, day, successor) =>
    `${name} ended on ${day}${successor === '' ? '' : ` and was taken over by ${successor}`}.`,
  judged:
    'What the platform can judge: tables of budgets, assessments of plans, due days of projects, interpretations of two years, and whether bases hold.',
};

export const departmentWords = (language: Language): DepartmentWords => (language === 'en' ? english : chinese);
