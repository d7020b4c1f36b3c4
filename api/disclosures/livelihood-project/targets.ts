import { plain } from './decimal.ts';
import type { Direction, Target } from './model.ts';

const units =
  '万?(?:公里|千米|米|平方米|立方米|亩|公顷|吨|个|所|处|户|人次|人|套|张|辆|台|栋|幢|件|座|项|家|盏|次|场|名|对|条|部|间|眼|口|站|村|株|棵|岁|元|%|％)';
const figure = new RegExp(
  `([\\p{Script=Han}A-Za-z“”]{1,16}?)(不少于|不低于|不超过|不高于|达到|控制在|≥|≤|至少)?\\s*(\\d+(?:,\\d{3})*(?:\\.\\d+)?)\\s*(${units})`,
  'gu',
);

const directionOf = (word: string): Direction => (/不超过|不高于|控制在|≤/.test(word) ? 'AT_MOST' : 'AT_LEAST');

/** A year or a date is no target. */
const isDate = (text: string, end: number): boolean => /^(年|月|日)/.test(text.slice(end));

/** The figures of a target written in words: 新建改造农村道路50公里 is at least 50 公里. */
export function targetsIn(written: string): Target[] {
  const text = written.replaceAll('，', '、').normalize('NFKC');
  return [...text.matchAll(figure)].flatMap((match) => {
    const [whole, name = '', direction = '', quantity = '', unit = ''] = match;
    if (isDate(text, match.index + whole.length) || !/^\d{1,12}(\.\d{1,6})?$/.test(quantity.replaceAll(',', '')))
      return [];
    return [{ name, direction: directionOf(direction), quantity: plain(quantity.replaceAll(',', '')), unit }];
  });
}
