import type { Finding } from '../../../core/finding.ts';
import { finding, type Place } from '../../../core/finding-list.ts';
import { addDays, addYears, type LocalDate } from '../../../core/local-date.ts';
import { ageOf, type Step, stages, steps } from '../codes.ts';
import { placeOf, type Subject } from './subject.ts';

/** 足龄: the twelve months that end on 31 August, six (twelve) years before. */
export function* birthWindow({ facts }: Subject): Generator<Finding> {
  const { year, stage, bornFrom, bornTo } = facts;
  if (year === null || stage === null || (bornFrom === null && bornTo === null)) return;
  const to = `${year - ageOf[stage]}-08-31` as LocalDate;
  const from = addDays(addYears(to, -1), 1);
  if (bornFrom === from && bornTo === to) return;
  yield finding(
    'birth-window',
    'WARNING',
    { column: '出生日期止' },
    [
      `出生日期从${bornFrom ?? '（未写）'}到${bornTo ?? '（未写）'}；${year}年${stages[stage]}入学应为${from}至${to}，恰好十二个月。`,
      `Born from ${bornFrom ?? '(not stated)'} to ${bornTo ?? '(not stated)'}; for ${year} it should be ${from} to ${to}, exactly twelve months.`,
    ],
    ['请核对出生日期区间。', 'Check the days of birth.'],
  );
}

const order = Object.keys(steps) as Step[];

interface Dated {
  readonly step: Step;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly audience: string;
  readonly at: Place;
}

const datedOf = ({ rows }: Subject): Dated[] =>
  rows.timeline.flatMap((row) => {
    const { step, from, to, audience } = row.values;
    return step === null || from === null
      ? []
      : [{ step, from, to: to ?? from, audience: audience ?? 'ALL', at: placeOf(row, '开始日期') }];
  });

const meets = (one: string, other: string): boolean => one === 'ALL' || other === 'ALL' || one === other;

/** Steps come one after the other: nobody is admitted before they could register. */
export function* inOrder(subject: Subject): Generator<Finding> {
  const dated = datedOf(subject);
  for (const item of dated) {
    if (item.to < item.from) {
      yield finding(
        'step-ends-before-start',
        'ERROR',
        item.at,
        [
          `“${steps[item.step]}”从${item.from}到${item.to}，止早于起。`,
          `${steps[item.step]} runs from ${item.from} to ${item.to}.`,
        ],
        ['请核对起止日期。', 'Check both days.'],
      );
      continue;
    }
    const later = dated.find(
      (other) =>
        order.indexOf(other.step) < order.indexOf(item.step) &&
        meets(other.audience, item.audience) &&
        other.from > item.from,
    );
    if (!later) continue;
    yield finding(
      'timeline-out-of-order',
      'ERROR',
      item.at,
      [
        `“${steps[item.step]}”（${item.from}）早于“${steps[later.step]}”（${later.from}）。`,
        `${steps[item.step]} (${item.from}) begins before ${steps[later.step]} (${later.from}).`,
      ],
      ['请核对两个环节的日期。', 'Check the days of both steps.'],
    );
  }
}

/** 公办民办同步招生: one window for both. */
export function* sameWindow(subject: Subject): Generator<Finding> {
  const registrations = datedOf(subject).filter(({ step }) => step === 'REGISTRATION');
  const open = registrations.find(({ audience }) => audience === 'PUBLIC');
  const other = registrations.find(({ audience }) => audience === 'PRIVATE');
  if (!open || !other || (open.from === other.from && open.to === other.to)) return;
  yield finding(
    'registration-windows-differ',
    'WARNING',
    other.at,
    [
      `民办报名（${other.from}至${other.to}）与公办（${open.from}至${open.to}）不同步。`,
      `Registration for private schools (${other.from} to ${other.to}) is not that for public ones (${open.from} to ${open.to}).`,
    ],
    ['公办、民办学校应同步招生。', 'Both must register in the same days.'],
  );
}

/** The plan is public before anybody registers. */
export function* publishedInTime(subject: Subject): Generator<Finding> {
  const { formedOn } = subject;
  const [first] = datedOf(subject)
    .filter(({ step }) => step === 'REGISTRATION')
    .sort((one, other) => (one.from < other.from ? -1 : 1));
  if (!first || formedOn === null || formedOn < first.from) return;
  yield finding(
    'published-after-opening',
    'WARNING',
    first.at,
    [
      `方案成文于${formedOn}，报名已于${first.from}开始。`,
      `The plan was signed on ${formedOn}, when registration had begun on ${first.from}.`,
    ],
    ['招生方案应在报名开始前公布。', 'Publish it before registration opens.'],
  );
}

const selective =
  /(入学|招生|选拔|分班|编班)?(考试|笔试|面试|面谈|测试|测评)|竞赛(成绩|证书)|奖励证书|考级|特长生|择优(录取)?/u;
const denied = /(不得|严禁|禁止|不|免于?|取消|无需|杜绝|不再|任何形式)[^。；，]{0,16}$/u;

/** 免试入学: no examinations, interviews or certificates. */
export function* noSelection({ facts, rows, texts }: Subject): Generator<Finding> {
  const said = [
    { text: facts.rules ?? '', at: { column: '招生办法' } as Place },
    ...rows.categories.flatMap((row) =>
      [...(row.values.conditions ?? []), ...(row.values.materials ?? [])].map((text) => ({
        text,
        at: placeOf(row, '条件'),
      })),
    ),
    ...rows.timeline.map((row) => ({ text: row.values.note ?? '', at: placeOf(row, '说明') })),
    ...texts.map(({ sheet, row, text }) => ({ text, at: row === 0 ? { sheet } : { sheet, row } })),
  ];
  for (const { text, at } of said) {
    const match = selective.exec(text);
    if (!match || denied.test(text.slice(0, match.index))) continue;
    yield finding(
      'selective-admission',
      'WARNING',
      at,
      [
        `写有“${match[0]}”，义务教育实行免试入学。`,
        `It says "${match[0]}"; compulsory schooling admits without examination.`,
      ],
      ['请删去以考试、面试、证书作为入学依据的内容。', 'Remove what makes admission depend on tests or certificates.'],
    );
  }
}
