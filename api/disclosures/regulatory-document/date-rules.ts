import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import { isImpossibleDay, type LocalDate } from '../../core/local-date.ts';
import { impossibleDaysOf } from './effective-period.ts';
import type { Subject } from './rules.ts';

/** The days of a document in their order: signed, printed, in force, out of force. */
export function* dates({ metadata, hasTitle, printPlace, formed }: Subject): Generator<Finding> {
  const { formedOn, printedOn, effectiveFrom, effectiveTo } = metadata;
  if (hasTitle && formed === null) {
    yield finding(
      'missing-date',
      'WARNING',
      {},
      ['没有找到成文日期。', 'No date of signing was found.'],
      [
        '请在署名下单独一行写明日期，例如“2021年7月15日”。',
        'Put the date on a line of its own below the issuing organ.',
      ],
    );
  }
  if (formedOn !== null && printedOn !== null && printedOn < formedOn) {
    yield finding(
      'printed-before-formed',
      'ERROR',
      printPlace,
      [
        `印发日期${printedOn}早于成文日期${formedOn}。`,
        `It was printed on ${printedOn}, before it was signed on ${formedOn}.`,
      ],
      ['请核对两个日期。', 'Check both dates.'],
    );
  }
  if (effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom) {
    yield finding(
      'validity-ends-before-start',
      'ERROR',
      {},
      [
        `有效期止于${effectiveTo}，早于施行日期${effectiveFrom}。`,
        `It ends on ${effectiveTo}, before it starts on ${effectiveFrom}.`,
      ],
      ['请核对施行日期和有效期。', 'Check the dates of its validity.'],
    );
  }
  // In force from the day of printing is no day of its own.
  if (formedOn !== null && effectiveFrom !== null && effectiveFrom < formedOn)
    yield inForceBefore(effectiveFrom, formedOn);
}

const inForceBefore = (from: LocalDate, formedOn: LocalDate): Finding =>
  finding(
    'in-force-before-formed',
    'WARNING',
    {},
    [`施行日期${from}早于成文日期${formedOn}。`, `It is in force from ${from}, before it was signed on ${formedOn}.`],
    [
      '请核对两个日期；规范性文件一般不溯及既往。',
      'Check both dates; such a document has no effect on what was before it.',
    ],
  );

/** 2025年2月30日 is a slip, and no missing date. */
export function* impossibleDates({ content, formed }: Subject): Generator<Finding> {
  const remedy = ['请改成日历上有的日期。', 'Write a day of the calendar.'] as const;
  if (formed !== null && isImpossibleDay(formed.text)) {
    yield finding(
      'impossible-date',
      'ERROR',
      { row: formed.row, column: String(formed.column) },
      [`成文日期“${formed.text}”不存在。`, `The date of signing, "${formed.text}", does not exist.`],
      remedy,
    );
  }
  for (const day of impossibleDaysOf(content.text)) {
    yield finding(
      'impossible-date',
      'ERROR',
      {},
      [`施行日期或有效期中的“${day}”不存在。`, `The day "${day}" of its validity does not exist.`],
      remedy,
    );
  }
}

/** 桓政办发〔2025〕1号 is signed in 2025, or in the days after it. */
export function* numberYear({ metadata: { formedOn }, content: { number }, numberPlace }: Subject): Generator<Finding> {
  if (number?.year == null || formedOn === null) return;
  const years = Number(formedOn.slice(0, 4)) - number.year;
  if (years === 0 || years === 1) return;
  yield finding(
    'number-year-differs',
    'WARNING',
    numberPlace,
    [
      `发文字号的年份是${number.year}年，成文日期是${formedOn}，${years < 0 ? '早于字号的年份' : `晚了${years}年`}。`,
      `Its number is of ${number.year}, and it was signed on ${formedOn}, ${years < 0 ? 'before that year' : `${years} years later`}.`,
    ],
    ['请核对发文字号和成文日期。', 'Check the number and the date of signing.'],
  );
}
