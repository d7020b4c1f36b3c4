import { rankOf, responseLevels } from '../../../core/emergency-scales.ts';
import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { cellOf, type PlanRows } from './rows.ts';

const number = String.raw`(\d+(?:\.\d+)?)`;
const least = `(?:达到|达|超过|超|大于|不少于|≥|>=|>|在)?`;

/** Measures that conditions are written in: a name for the finding, and where the number stands. */
const measures: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'hours',
    new RegExp(
      String.raw`(\d+)\s*(?:小时|h)[^。；;，,]{0,14}?(?:雨量|降雨|降水)[^。；;，,\d]{0,8}${number}\s*(?:毫米|mm)`,
      'gi',
    ),
  ],
  ['死亡人数', new RegExp(String.raw`(?:死亡|遇难)[^。；;，,\d]{0,8}${least}\s*${number}\s*人`, 'g')],
  ['死亡人数', new RegExp(String.raw`${number}\s*人以上[^。；;，,\d]{0,4}死亡`, 'g')],
  ['受伤或中毒人数', new RegExp(String.raw`(?:重伤|受伤|中毒)[^。；;，,\d]{0,8}${least}\s*${number}\s*人`, 'g')],
  ['转移人数', new RegExp(String.raw`(?:转移|疏散|安置)[^。；;，,\d]{0,10}${least}\s*${number}\s*人`, 'g')],
  ['地震震级', new RegExp(String.raw`${number}\s*级(?:以上)?(?:的)?地震`, 'g')],
  ['受害森林面积', new RegExp(String.raw`(?:森林|过火)面积[^。；;，,\d]{0,6}${least}\s*${number}\s*公顷`, 'g')],
  ['直接经济损失', new RegExp(String.raw`经济损失[^。；;，,\d]{0,6}${least}\s*${number}\s*万元`, 'g')],
  ['停电用户比例', new RegExp(String.raw`停电[^。；;，,\d]{0,10}${least}\s*${number}\s*%`, 'g')],
  ['停水停气户数', new RegExp(String.raw`(?:停水|停气|停热|停供)[^。；;，,\d]{0,10}${least}\s*${number}\s*户`, 'g')],
];

/** The least value a level asks of each measure that its conditions are written in. */
export function thresholdsIn(conditions: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const text = conditions.join('；').normalize('NFKC').replaceAll('；', ';');
  for (const [name, pattern] of measures) {
    for (const match of text.matchAll(pattern)) {
      const key = name === 'hours' ? `${match[1]}小时降雨量` : name;
      const value = Number(name === 'hours' ? match[2] : match[1]);
      found.set(key, Math.min(value, found.get(key) ?? Number.POSITIVE_INFINITY));
    }
  }
  return found;
}

/** A higher level must not ask for less than a lower one, where both are written in the same measure. */
export function checkConditions(responses: PlanRows['responses']): Finding[] {
  const levels = responses
    .flatMap((row) =>
      row.values.level === null
        ? []
        : [{ row, level: row.values.level, thresholds: thresholdsIn(row.values.conditions ?? []) }],
    )
    .sort((left, right) => rankOf(responseLevels, left.level) - rankOf(responseLevels, right.level));
  return levels.flatMap(({ row, level, thresholds }, index) =>
    [...thresholds].flatMap(([measure, value]) => {
      const lower = levels.slice(index + 1).find((one) => (one.thresholds.get(measure) ?? 0) > value);
      if (!lower || lower.level === level) return [];
      const [own, other] = [responseLevels.labels[level], responseLevels.labels[lower.level]];
      return finding(
        'condition-weaker',
        'WARNING',
        cellOf(row, '启动条件'),
        [
          `${own.zh}的${measure}为 ${value}，低于${other.zh}的 ${lower.thresholds.get(measure)}：级别越高，条件应越严。`,
          `${own.en} begins at ${value} (${measure}), below ${other.en} at ${lower.thresholds.get(measure)}: a higher level needs more.`,
        ],
        ['请核对两级的启动条件。', 'Check the conditions of both levels.'],
      );
    }),
  );
}
