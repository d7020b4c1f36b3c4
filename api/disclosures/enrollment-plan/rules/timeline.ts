import type { Finding } from '../../../core/finding.ts';
import { finding, type Place } from '../../../core/finding-list.ts';
import { addDays, addYears, type LocalDate } from '../../../core/local-date.ts';
import { ageOf, type Step, stages, steps } from '../codes.ts';
import { placeOf, type Subject } from './subject.ts';

const yearsBetween = (day: LocalDate, year: number): number => Math.abs(Number(day.slice(0, 4)) - year);

/** A slip of the year, which no rule of any county explains. */
const isFarFrom = (day: LocalDate, year: number, most: number): boolean => yearsBetween(day, year) > most;

/** Counties admit children a little younger or older; nobody admits those of five years before. */
const mostAges = 3;

const birthWindowInverted = (from: LocalDate, to: LocalDate): Finding =>
  finding(
    'birth-window-inverted',
    'ERROR',
    { column: '出生日期止' },
    [`出生日期从${from}到${to}，止早于起。`, `Born from ${from} to ${to}: it ends before it begins.`],
    ['请核对出生日期起、止。', 'Check both days.'],
  );

/** 足龄: the twelve months that end on 31 August, six (twelve) years before. */
export function* birthWindow({ facts }: Subject): Generator<Finding> {
  const { year, stage, bornFrom, bornTo } = facts;
  if (bornFrom !== null && bornTo !== null && bornTo < bornFrom) {
    yield birthWindowInverted(bornFrom, bornTo);
    return;
  }
  if (year === null || stage === null || (bornFrom === null && bornTo === null)) return;
  const to = `${year - ageOf[stage]}-08-31` as LocalDate;
  const from = addDays(addYears(to, -1), 1);
  if (bornFrom === from && bornTo === to) return;
  yield finding(
    'birth-window',
    [bornFrom, bornTo].some((day) => day !== null && isFarFrom(day, Number(to.slice(0, 4)), mostAges))
      ? 'ERROR'
      : 'WARNING',
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
    const before = dated.filter(
      (other) => order.indexOf(other.step) < order.indexOf(item.step) && meets(other.audience, item.audience),
    );
    const later = before.find((other) => other.from > item.from);
    const open = before.find(
      (other) => other.to >= item.from && !(other.step === 'REGISTRATION' && item.step === 'REVIEW'),
    );
    if (later) yield outOfOrder(item, later);
    else if (open) yield overlapping(item, open);
  }
}

const outOfOrder = (item: Dated, later: Dated): Finding =>
  finding(
    'timeline-out-of-order',
    'ERROR',
    item.at,
    [
      `“${steps[item.step]}”（${item.from}）早于“${steps[later.step]}”（${later.from}）。`,
      `${steps[item.step]} (${item.from}) begins before ${steps[later.step]} (${later.from}).`,
    ],
    ['请核对两个环节的日期。', 'Check the days of both steps.'],
  );

const overlapping = (item: Dated, open: Dated): Finding =>
  finding(
    'timeline-overlaps',
    'WARNING',
    item.at,
    [
      `“${steps[item.step]}”（${item.from}起）开始时，“${steps[open.step]}”（至${open.to}）还没有结束。`,
      `${steps[item.step]} begins on ${item.from}, before ${steps[open.step]} has ended (${open.to}).`,
    ],
    ['各环节应前后衔接；请核对日期。', 'One step follows the other; check the days.'],
  );

/** The steps of a plan are days of its year. */
export function* inYear(subject: Subject): Generator<Finding> {
  const { year } = subject.facts;
  if (year === null) return;
  for (const { step, from, at } of datedOf(subject)) {
    if (Number(from.slice(0, 4)) === year) continue;
    yield finding(
      'timeline-outside-year',
      isFarFrom(from, year, 1) ? 'ERROR' : 'WARNING',
      at,
      [`“${steps[step]}”在${from}，不在招生年度${year}年。`, `${steps[step]} is on ${from}, not in ${year}.`],
      ['请核对年份。', 'Check the year.'],
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
