import type { Sentence } from '../finding-list.ts';
import type { LocalDate } from '../local-date.ts';
import { type Fen, formatMoney, type MoneyUnit, moneyUnits, parseMoney } from '../money.ts';
import type { PrintedCell } from '../printed-sheet.ts';
import { dayIn } from '../table/day-cell.ts';
import { labelKey } from '../table/labels.ts';

export type ReadCell<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly rule: string; readonly message: Sentence; readonly remedy: Sentence };

/** What stands around a cell and decides what it means. */
export interface CellContext {
  /** The unit of money said by the column's label or above the table. */
  readonly unit: MoneyUnit | null;
}

/** How a cell of a form is read and printed (单元格类型). Reading never throws: what is wrong is said. */
export interface CellType<Value> {
  read(text: string, context: CellContext): ReadCell<Value>;
  print(value: Value): PrintedCell;
  /** What may be chosen from, for the drop-down of a template. */
  readonly choices?: readonly string[];
  /** What to write, for the notes of a template. */
  readonly hint: Sentence;
  /** The unit amounts are printed in; of money only. */
  readonly unit?: MoneyUnit;
}

const good = <Value>(value: Value): ReadCell<Value> => ({ ok: true, value });
const bad = (rule: string, message: Sentence, remedy: Sentence): ReadCell<never> => ({
  ok: false,
  rule,
  message,
  remedy,
});

/** A short text in one line. */
export const line: CellType<string> = {
  read: (text) => good(text.trim().replace(/\s*\n\s*/g, '')),
  print: (value) => value,
  hint: ['文字', 'text'],
};

/** A text of one paragraph or more; line breaks are kept. */
export const paragraphs: CellType<string> = {
  read: (text) => good(text.trim().replace(/[ \t]*\r?\n[ \t]*/g, '\n')),
  print: (value) => value,
  hint: ['文字，可分段', 'text, in paragraphs'],
};

/** A day in any spelling, or the number a worksheet counts days by. */
export const day: CellType<LocalDate> = {
  read: (text) => {
    const value = dayIn(text.trim());
    return value === null
      ? bad(
          'not-a-day',
          [`“${text}”不是日期。`, `"${text}" is not a day.`],
          ['请写成 2021-07-15 或 2021年7月15日。', 'Write 2021-07-15 or 2021年7月15日.'],
        )
      : good(value);
  },
  print: (value) => value,
  hint: ['日期，如 2021-07-15', 'a day such as 2021-07-15'],
};

const clock = /^(.+?)[T\s]*(\d{1,2})\s*[:：时点]\s*(\d{1,2})?\s*分?(?:[:：]\d{2})?$/;

/** A day and an hour of that day, kept as `YYYY-MM-DDTHH:MM` in Asia/Shanghai (北京时间). */
export const dayAndTime: CellType<string> = {
  read: (text) => {
    const [, before = '', hour = '', minute = '0'] = clock.exec(text.normalize('NFKC').trim()) ?? [];
    const date = dayIn(before.trim());
    if (date === null || Number(hour) > 23 || Number(minute) > 59) {
      return bad(
        'not-a-time',
        [`“${text}”不是日期和时刻。`, `"${text}" is not a day and an hour.`],
        ['请写成 2021-07-28 08:00（24 小时制，北京时间）。', 'Write 2021-07-28 08:00 (24 hours, China time).'],
      );
    }
    return good(`${date}T${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`);
  },
  print: (value) => value.replace('T', ' '),
  hint: ['日期和时刻，如 2021-07-28 08:00', 'a day and an hour such as 2021-07-28 08:00'],
};

/** Digits as plain ones, without separators; null where it is no number. */
const plainNumber = (text: string): string | null => {
  const plain = text
    .replace(/\P{No}+/gu, (run) => run.normalize('NFKC'))
    .replace(/\s+/g, '')
    .replace(/^[−–—﹣]/, '-');
  return /^[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(plain) ? plain.replaceAll(',', '').replace(/^\+/, '') : null;
};

const mostCounted = 2_000_000_000;

/** Why a number is no count, in its own words: −5 is whole, and so is a number too large. */
function notACount(text: string, value: number | null): Sentence {
  if (value === null) return [`“${text}”不是数字。`, `"${text}" is not a number.`];
  if (value < 0) return [`“${text}”是负数，数量不能为负。`, `"${text}" is negative; a count cannot be.`];
  if (value > mostCounted)
    return [`“${text}”太大，超过 ${mostCounted}。`, `"${text}" is too large; the most is ${mostCounted}.`];
  return [`“${text}”不是整数。`, `"${text}" is not a whole number.`];
}

/** A whole number, zero or more: of classes, places, people. */
export const count: CellType<number> = {
  read: (text) => {
    const plain = plainNumber(text.trim().replace(/(人|个|班|所|名|户|条|次|项|名额|辆|套|处)$/, ''));
    const value = Number(plain?.replace(/\.0+$/, ''));
    return plain === null || !Number.isSafeInteger(value) || value < 0 || value > mostCounted
      ? bad('not-a-count', notACount(text, plain === null ? null : value), [
          '请填写数字，如 180。',
          'Write a number such as 180.',
        ])
      : good(value);
  },
  print: (value) => ({ number: String(value) }),
  hint: ['整数', 'a whole number'],
};

/** A quantity of up to 12 digits and 6 decimals, exact, as decimal text. */
export const quantity: CellType<string> = {
  read: (text) => {
    const plain = plainNumber(text.trim());
    return plain === null || !/^-?\d{1,12}(\.\d{1,6})?$/.test(plain)
      ? bad(
          'not-a-number',
          plain === null
            ? [`“${text}”不是数量。`, `"${text}" is not a quantity.`]
            : [`“${text}”超出 12 位整数、6 位小数。`, `"${text}" has more than 12 digits, or more than 6 decimals.`],
          ['只填数字，计量单位写在单位列，如 12.5。', 'Write digits only, such as 12.5; the unit has its own column.'],
        )
      : good(plain.replace(/^(-?)0+(?=\d)/, '$1'));
  },
  print: (value) => ({ number: value }),
  hint: ['数字', 'a number'],
};

/** A share, kept in percent as decimal text: `97.6%` and `97.6` are 97.6. */
export const percent: CellType<string> = {
  read: (text) => {
    const plain = plainNumber(text.trim().replace(/[%％]$/, ''));
    return plain === null || !/^-?\d{1,6}(\.\d{1,6})?$/.test(plain)
      ? bad(
          'not-a-percentage',
          plain === null
            ? [`“${text}”不是百分比。`, `"${text}" is not a percentage.`]
            : [`“${text}”超出 6 位整数、6 位小数。`, `"${text}" has more than 6 digits, or more than 6 decimals.`],
          ['请写成 97.6%。', 'Write 97.6%.'],
        )
      : good(plain);
  },
  print: (value) => `${value}%`,
  hint: ['百分比，如 97.6%', 'a percentage such as 97.6%'],
};

/** An amount of money, exact, in fen; printed in `unit`. The label or the table must say the unit. */
export const money = (unit: MoneyUnit): CellType<Fen> => ({
  read: (text, context) => {
    const inCell = moneyUnits.find((one) => text.trim().endsWith(one));
    const own = [...moneyUnits].sort((a, b) => b.length - a.length).find((one) => text.trim().endsWith(one));
    const said = inCell === undefined ? context.unit : (own ?? null);
    if (said === null) {
      return bad(
        'unit-missing',
        ['没有写明金额单位（元、万元、亿元）。', 'The unit of the amount (元, 万元, 亿元) is not stated.'],
        [
          '请在列名后写“（万元）”，或在表上写“单位：万元”。',
          'Write （万元） after the label, or 单位：万元 above the table.',
        ],
      );
    }
    const digits = own === undefined ? text : text.trim().slice(0, -own.length);
    const parsed = parseMoney(digits, said);
    return parsed.ok
      ? good(parsed.fen)
      : bad(parsed.rule, [parsed.message.zh, parsed.message.en], ['请填写数字。', 'Write a number.']);
  },
  print: (value) => ({ number: formatMoney(value, unit, 2).replace(/\.?0+$/, '') }),
  hint: [`金额，${unit}`, `an amount in ${unit}`],
  unit,
});

/** One of a list of words, kept as its code. `others` are further ways to write one. */
export function choice<Code extends string>(
  labels: Readonly<Record<Code, string>>,
  others: readonly (readonly [RegExp, NoInfer<Code>])[] = [],
): CellType<Code> {
  const codes = Object.keys(labels) as Code[];
  const words = codes.map((code) => labels[code]);
  return {
    read: (text) => {
      const key = labelKey(text);
      const found =
        codes.find((code) => labelKey(labels[code]) === key || code === key.toUpperCase()) ??
        others.find(([names]) => names.test(key))?.[1];
      return found === undefined
        ? bad(
            'not-a-choice',
            [`“${text}”不在可选项中。`, `"${text}" is none of the choices.`],
            [`可选：${words.join('、')}。`, `Choose one of: ${codes.join(', ')}.`],
          )
        : good(found);
    },
    print: (code) => labels[code],
    choices: words,
    hint: [`选填：${words.join('、')}`, `one of ${codes.join(', ')}`],
  };
}

/** Whether it is so: 是 or 否. */
export const yesOrNo: CellType<boolean> = {
  read: (text) => {
    const key = labelKey(text);
    if (/^(是|有|√|✓|yes|true|1)$/i.test(key)) return good(true);
    if (/^(否|无|没有|×|no|false|0)$/i.test(key)) return good(false);
    return bad(
      'not-yes-or-no',
      [`“${text}”不是“是”或“否”。`, `"${text}" is neither 是 nor 否.`],
      ['请填“是”或“否”。', 'Write 是 or 否.'],
    );
  },
  print: (value) => (value ? '是' : '否'),
  choices: ['是', '否'],
  hint: ['是或否', '是 or 否'],
};

const separators = /[、，,;；\n]+/;

/** Several short texts in one cell, 、 between them. */
export const list: CellType<readonly string[]> = {
  read: (text) =>
    good(
      text
        .split(separators)
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    ),
  print: (values) => values.join('、'),
  hint: ['多项用“、”分开', 'several, with 、 between them'],
};

/** Several sentences in one cell, one a line (or numbered, or with ； between them). */
export const sentences: CellType<readonly string[]> = {
  read: (text) =>
    good(
      text
        .split(/\r?\n|[；;]|(?<=[。])(?=[（(]?[\d一二三四五六七八九十]+[）)、.．])/)
        .map((item) => item.trim().replace(/^([（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])\s*/, ''))
        .filter((item) => item !== ''),
    ),
  print: (values) => values.join('\n'),
  hint: ['每条一行', 'one a line'],
};
