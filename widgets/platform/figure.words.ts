import type { Language } from '../core/language.ts';

interface FigureWords {
  readonly title: string;
  /** Behind a number that is made up, in the sentence of a page. */
  readonly sample: string;
  readonly unnamed: string;
  readonly budgetNeeds: string;
  readonly year: (given: string) => string;
  readonly budgetValue: (given: string) => string;
  readonly spending: (report: string, code: string) => string;
  readonly total: string;
  readonly documents: Readonly<Record<string, string>>;
  readonly projects: Readonly<Record<string, (what: string) => string>>;
  readonly types: Readonly<Record<string, string>>;
  readonly plans: Readonly<Record<string, string>>;
  readonly emergency: Readonly<Record<string, string>>;
  readonly of: (who: string, year: string, what: string) => string;
  readonly units: Readonly<Record<'money' | 'documents' | 'projects' | 'plans' | 'warnings', string>>;
  readonly sentence: (title: string, number: string) => string;
  readonly counted: (count: string, unit: string) => string;
  readonly nothing: (title: string) => string;
  readonly notInReport: (title: string) => string;
  readonly from: (table: string, publisher: string, edition: number, day: string) => string;
  readonly untaken: (of: string, name: string) => string;
  readonly listed: (platform: string) => string;
}

const chinese: FigureWords = {
  title: '一个数',
  sample: '（示例）',
  unnamed:
    '标签上没有写明取哪个面板的数；请写 of="budget"、of="documents"、of="projects"、of="emergency" 或 of="emergency-plan"。',
  budgetNeeds: 'of="budget" 还须写明机构和年度，例如 organization="县财政局" year="2024"。',
  year: (given) => `标签上的 year="${given}" 应是四位年份，例如 year="2024"。`,
  budgetValue: (given) =>
    `标签上的 value="${given}" 无法识别；可写 total，或 3、5、7 位的支出科目代码，例如 value="205"。`,
  spending: (report, code) => `${report}：${code}`,
  total: '支出合计',
  documents: {
    total: '公开的政策文件',
    'in-force': '现行有效的政策文件',
    lapsed: '失效的政策文件',
    repealed: '已废止的政策文件',
  },
  projects: {
    total: (what) => what,
    done: (what) => `已完成的${what}`,
    overdue: (what) => `逾期未完成的${what}`,
    planned: (what) => `${what}年度计划投资`,
    invested: (what) => `${what}累计完成投资`,
  },
  types: { LIVELIHOOD: '民生实事项目', WORK_REPORT: '政府工作报告任务', ALL: '民生实事项目和政府工作报告任务' },
  plans: { total: '公开的应急预案', current: '现行有效的应急预案', overdue: '评估超期的应急预案' },
  emergency: { total: '正在生效的预警和应急响应' },
  of: (who, year, what) => `${who}${year === '' ? '' : `${year}年`}${what}`,
  units: { money: '万元', documents: '件', projects: '项', plans: '件', warnings: '项' },
  sentence: (title, number) => `${title} ${number}。`,
  counted: (count, unit) => `${count} ${unit}`,
  nothing: (title) => `${title}：还没有公开这个数。`,
  notInReport: (title) => `${title}：这份报告已经公开，其中没有这个数。`,
  from: (table, publisher, edition, day) => `取自${table}，${publisher}公开，第 ${edition} 版，${day}`,
  untaken: (of, name) => `标签上的 ${name} 与 of="${of}" 不能同用；请删去 ${name}。`,
  listed: (platform) => `按${platform}公开的记录计数`,
};

const english: FigureWords = {
  title: 'One number',
  sample: ' (sample)',
  unnamed:
    'The tag does not say which panel’s number; write of="budget", of="documents", of="projects", of="emergency" or of="emergency-plan".',
  budgetNeeds: 'of="budget" needs a body and a year as well, such as organization="县财政局" year="2024".',
  year: (given) => `year="${given}" on the tag should be a year of four digits, such as year="2024".`,
  budgetValue: (given) =>
    `value="${given}" on the tag is not known; write total, or a code of expenditure with 3, 5 or 7 digits, such as value="205".`,
  spending: (report, code) => `${report}: ${code}`,
  total: 'total expenditure',
  documents: {
    total: 'policy documents published',
    'in-force': 'policy documents in force',
    lapsed: 'policy documents that have lapsed',
    repealed: 'policy documents that are repealed',
  },
  projects: {
    total: (what) => what,
    done: (what) => `${what} completed`,
    overdue: (what) => `${what} overdue and not completed`,
    planned: (what) => `investment planned in ${what}`,
    invested: (what) => `invested in ${what} so far`,
  },
  types: {
    LIVELIHOOD: 'livelihood projects',
    WORK_REPORT: 'tasks of the work report',
    ALL: 'livelihood projects and tasks of the work report',
  },
  plans: {
    total: 'emergency plans published',
    current: 'emergency plans in force',
    overdue: 'emergency plans whose assessment is overdue',
  },
  emergency: { total: 'warnings and emergency responses in force' },
  of: (who, year, what) => [who, year, what].filter((part) => part !== '').join(' '),
  units: { money: 'yuan', documents: '', projects: '', plans: '', warnings: '' },
  sentence: (title, number) => `${title}: ${number}.`,
  counted: (count) => count,
  nothing: (title) => `${title}: this number has not been published.`,
  notInReport: (title) => `${title}: the report is published and does not state this number.`,
  from: (table, publisher, edition, day) => `from ${table}, published by ${publisher}, edition ${edition}, ${day}`,
  untaken: (of, name) => `${name} on the tag does not go with of="${of}"; delete ${name}.`,
  listed: (platform) => `counted from the records on ${platform}`,
};

export const figureWords = (language: Language): FigureWords => (language === 'en' ? english : chinese);
