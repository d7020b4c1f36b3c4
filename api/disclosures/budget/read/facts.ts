import { chineseNumeral, normalise } from '../../../core/chinese.ts';
import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import type { GridRow } from '../../../core/grid.ts';
import { type MoneyUnit, moneyUnits } from '../../../core/money.ts';
import { importFields } from '../../../core/said-at-import.ts';
import type { Level, Stage } from '../model.ts';

/** What is said about a report beside its tables: on a cover sheet, above a table, or by the publisher (`--set`). */
export type Facts = ReadonlyMap<string, string>;

/** The labels facts are known by, and other ways to write them. */
const labels: Readonly<Record<string, RegExp>> = {
  标题: /^(标题|名称|文件名称)$/,
  机构: /^(机构|编制(单位|部门)|公开(单位|部门)|(预算|填报)?(单位|部门)(名称)?|报表单位)$/,
  发布机构: /^(发布机构|发布单位|公开机构)$/,
  年度: /^((预算|财政|会计)?年度|年份)$/,
  阶段: /^(阶段|类型|报告类型)$/,
  层级: /^(层级|级次|范围|口径)$/,
  单位: /^(金额)?(计量)?单位$/,
  批准日期: /^(批准|批复|通过)(日期|时间)$/,
  公开日期: /^(公开|发布)(日期|时间)$/,
  公开属性: /^公开(属性|方式)$/,
  情况说明: /^(情况)?说明$/,
};

export const factNamed = (label: string): string | undefined => {
  const key = normalise(label).replace(/\s/g, '');
  return Object.entries(labels).find(([, names]) => names.test(key))?.[0];
};

/** What was said (`--set`) of a fact that there is not. */
export function unknownFacts(given: Facts): Finding[] {
  const known = ['表', ...Object.keys(labels)];
  const isKnown = (label: string, value: string): boolean =>
    known.includes(label) || factNamed(label) !== undefined || unitIn(value) !== null;
  return [...given].flatMap(([label, value]) =>
    isKnown(label, value)
      ? []
      : finding(
          'unknown-fact',
          'WARNING',
          { column: label },
          [
            `“${importFields.set.zh}”（--set）中的“${label}”不是已知的栏目，没有用上。`,
            `"${importFields.set.en}" (--set) names "${label}", which is no field and was not used.`,
          ],
          [`可用：${known.join('、')}。`, `There are: ${known.join(', ')}.`],
        ),
  );
}

/** `单位：万元`, `金额单位：人民币亿元`, `單位：新臺幣千元`; null when none of the units we know is named. */
export function unitIn(text: string): MoneyUnit | null {
  const match = /^(?:人民币|新[台臺]币)?(元|千元|万元|百万元|亿元)$/.exec(normalise(text).replace(/\s/g, ''));
  return moneyUnits.find((unit) => unit === match?.[1]) ?? null;
}

/** Set where a table calls its body 部门: it is one of a department. */
export const ofDepartment = '部门';

/** Label and value pairs in the rows above a table, and the row's other words. */
export function factsIn(rows: readonly GridRow[]): { readonly facts: Facts; readonly titles: readonly string[] } {
  const facts = new Map<string, string>();
  const titles: string[] = [];
  for (const { cells } of rows) {
    const words = cells.flatMap((cell) => (cell === null || cell.trim() === '' ? [] : [cell.trim()]));
    for (const [index, word] of words.entries()) {
      const [, label = '', value = ''] = /^([^:：]{1,12})[:：]\s*([\s\S]*)$/.exec(word) ?? [];
      const name = factNamed(label);
      if (name) {
        const given = value === '' ? (words[index + 1] ?? '') : value;
        // A form that was not filled in says nothing.
        if (given.trim() === '') continue;
        // 单位：万元 is a unit of money, 单位：县教育局 a body.
        if (name === '单位' || name === '机构') facts.set(unitIn(given) === null ? '机构' : '单位', given);
        else facts.set(name, given);
        if (name === '机构' && /部门/.test(label)) facts.set(ofDepartment, given);
      } else if (label === '' && words.length <= 3 && unitIn(word) !== null) facts.set('单位', word);
      else if (label === '') titles.push(word);
    }
  }
  return { facts, titles };
}

export function yearIn(text: string): number | null {
  const match = /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(text.normalize('NFKC'));
  if (match) return Number(match[1]);
  // 二〇二三年度, as some covers have it.
  const words = /[一二][〇零○九][〇零○一二三四五六七八九]{2}(?=年)/.exec(text);
  return words ? chineseNumeral(words[0]) : null;
}

/** 决算 before 预算: 一般公共预算支出决算表 is a table of final accounts. */
export function stageIn(text: string): Stage | null {
  const key = normalise(text);
  if (/FINAL_ACCOUNTS|决算/.test(key)) return 'FINAL_ACCOUNTS';
  if (/ADJUSTMENT|预算调整|调整方案/.test(key)) return 'ADJUSTMENT';
  if (/EXECUTION|执行(情况|表)/.test(key)) return 'EXECUTION';
  return /BUDGET|预算/.test(key) ? 'BUDGET' : null;
}

const levels: readonly (readonly [Level, RegExp])[] = [
  ['COUNTY_OWN', /COUNTY_OWN|本级/],
  ['COUNTY_TOTAL', /COUNTY_TOTAL|全(县|市|区|省|辖)/],
  ['UNIT', /UNIT|所属单位|单位(预|决)算|^单位$/],
  ['DEPARTMENT', /DEPARTMENT|部门/],
  ['TOWN', /TOWN|(镇|乡|街道)(政府|人民政府|办事处)?/],
];

export const levelIn = (text: string): Level | null =>
  levels.find(([, words]) => words.test(normalise(text)))?.[0] ?? null;
