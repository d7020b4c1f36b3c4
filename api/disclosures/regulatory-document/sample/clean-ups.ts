import type { LocalDate } from '../../../core/local-date.ts';
import type { Random } from '../../../core/random.ts';
import { DECISIONS, type Decision } from '../clean-up.ts';
import { listOfDocuments } from './articles.ts';
import type { Matter } from './matters.ts';
import type { Earlier, Statement } from './statement.ts';
import { sampleFields } from './subjects.ts';
import { workingDays } from './timeline.ts';

/** 每两年清理一次: the years at whose end the county goes through what it has made. */
const years = [2017, 2019, 2021, 2023, 2025];
const leastDocuments = 4;

/** Whether a year of clean-up ended between two documents, and there is something to go through. */
export const isCleanUpDue = (before: number, now: number, earlier: readonly Earlier[]): boolean =>
  earlier.length >= leastDocuments &&
  years.some((year) => (workingDays[before] ?? '') <= `${year}-12-01` && (workingDays[now] ?? '') > `${year}-12-01`);

function matterOf(): Matter {
  const field = sampleFields.find(({ topic }) => topic === '综合政务') ?? sampleFields[0];
  if (!field) throw new RangeError('the sample has no fields');
  return {
    form: '决定',
    issuer: 'government',
    owner: 'justice',
    partner: 'office',
    field,
    subject: '行政规范性文件清理',
    matter: '公布行政规范性文件清理结果',
    topic: '01',
    subtopic: null,
    eventClasses: [],
  };
}

const weights: readonly (readonly [Decision, number])[] = [
  ['KEPT', 76],
  ['AMENDED', 8],
  ['REPEALED', 10],
  ['LAPSED', 6],
];

/** 关于公布行政规范性文件清理结果的决定: goes through what is remembered, and ends some of it. */
export function cleanUpStatement(random: Random, earlier: Earlier[], day: LocalDate): Statement {
  const matter = matterOf();
  const decided = earlier.map((document) => ({ document, decision: random.weighted(weights) }));
  const ended = new Set(decided.filter(({ decision }) => decision === 'REPEALED' || decision === 'LAPSED'));
  const lists = DECISIONS.flatMap(({ code, label }) => {
    const own = decided.filter(({ decision }) => decision === code);
    return own.length === 0
      ? []
      : [
          {
            heading: `${label.zh}的行政规范性文件目录（${own.length}件）`,
            lines: own.map(({ document: { title, number } }, index) => `${index + 1}.${title}（${number}）`),
          },
        ];
  });
  const kept = earlier.filter((document) => ![...ended].some((one) => one.document === document));
  earlier.splice(0, earlier.length, ...kept);
  return {
    matter,
    title: '桓台县人民政府关于公布行政规范性文件清理结果的决定',
    instrument: null,
    intro: `县政府对${day.slice(0, 4)}年底前制定的行政规范性文件进行了清理，现将结果公布如下：`,
    articles: listOfDocuments(lists),
    relations: [],
    isRule: false,
    numbered: true,
    from: null,
    to: null,
    theme: {
      field: matter.field,
      subject: matter.subject,
      year: Number(day.slice(0, 4)),
      everywhere: '全县',
      lead: '县司法局',
      partner: '县政府办公室',
    },
  };
}
