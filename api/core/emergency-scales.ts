import type { Bilingual } from './finding.ts';
import type { CellType } from './form/cell-types.ts';
import { labelKey } from './table/labels.ts';

/** Event grade (事件分级): how grave what happened is. */
export type EventGrade = 'EXTRAORDINARY' | 'MAJOR' | 'SERIOUS' | 'GENERAL';
/** Warning level (预警级别): how grave what may happen is. */
export type WarningLevel = 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE';
/** Response level (应急响应级别): how much is set in motion. */
export type ResponseLevel = 'I' | 'II' | 'III' | 'IV';

/** A scale of four steps, the highest first. The three scales of emergencies are never merged nor converted. */
export interface Scale<Level extends string> {
  readonly name: Bilingual;
  readonly levels: readonly Level[];
  readonly labels: Readonly<Record<Level, Bilingual>>;
  readonly patterns: Readonly<Record<Level, RegExp>>;
}

const roman = (numerals: string): string => `(${numerals})级?`;

export const eventGrades: Scale<EventGrade> = {
  name: { zh: '事件分级', en: 'event grade' },
  levels: ['EXTRAORDINARY', 'MAJOR', 'SERIOUS', 'GENERAL'],
  labels: {
    EXTRAORDINARY: { zh: '特别重大（Ⅰ级）', en: 'Extraordinarily serious (I)' },
    MAJOR: { zh: '重大（Ⅱ级）', en: 'Major (II)' },
    SERIOUS: { zh: '较大（Ⅲ级）', en: 'Serious (III)' },
    GENERAL: { zh: '一般（Ⅳ级）', en: 'General (IV)' },
  },
  patterns: {
    EXTRAORDINARY: new RegExp(`^(特别重大|特大).*$|^${roman('Ⅰ|I|一|1')}$`),
    MAJOR: new RegExp(`^重大.*$|^${roman('Ⅱ|II|二|2')}$`),
    SERIOUS: new RegExp(`^较大.*$|^${roman('Ⅲ|III|三|3')}$`),
    GENERAL: new RegExp(`^一般.*$|^${roman('Ⅳ|IV|四|4')}$`),
  },
};

export const warningLevels: Scale<WarningLevel> = {
  name: { zh: '预警级别', en: 'warning level' },
  levels: ['RED', 'ORANGE', 'YELLOW', 'BLUE'],
  labels: {
    RED: { zh: '一级（红色）', en: 'Level 1 (red)' },
    ORANGE: { zh: '二级（橙色）', en: 'Level 2 (orange)' },
    YELLOW: { zh: '三级（黄色）', en: 'Level 3 (yellow)' },
    BLUE: { zh: '四级（蓝色）', en: 'Level 4 (blue)' },
  },
  patterns: {
    RED: /^[^橙黄蓝]*红[^橙黄蓝]*$|^(一|Ⅰ|I|1)级?(预警)?$/,
    ORANGE: /^[^红黄蓝]*橙[^红黄蓝]*$|^(二|Ⅱ|II|2)级?(预警)?$/,
    YELLOW: /^[^红橙蓝]*黄[^红橙蓝]*$|^(三|Ⅲ|III|3)级?(预警)?$/,
    BLUE: /^[^红橙黄]*蓝[^红橙黄]*$|^(四|Ⅳ|IV|4)级?(预警)?$/,
  },
};

export const responseLevels: Scale<ResponseLevel> = {
  name: { zh: '应急响应级别', en: 'response level' },
  levels: ['I', 'II', 'III', 'IV'],
  labels: {
    I: { zh: 'Ⅰ级（一级）', en: 'Level I' },
    II: { zh: 'Ⅱ级（二级）', en: 'Level II' },
    III: { zh: 'Ⅲ级（三级）', en: 'Level III' },
    IV: { zh: 'Ⅳ级（四级）', en: 'Level IV' },
  },
  patterns: {
    I: /^(Ⅰ|I|一|1)级?([(（].*)?(应急)?(响应)?$/,
    II: /^(Ⅱ|II|二|2)级?([(（].*)?(应急)?(响应)?$/,
    III: /^(Ⅲ|III|三|3)级?([(（].*)?(应急)?(响应)?$/,
    IV: /^(Ⅳ|IV|四|4)级?([(（].*)?(应急)?(响应)?$/,
  },
};

const numerals: readonly (readonly [string, string])[] = [
  ['Ⅳ', 'IV'],
  ['Ⅲ', 'III'],
  ['Ⅱ', 'II'],
  ['Ⅰ', 'I'],
];

/** The level a written word names on one scale (Ⅲ级, III级, 三级 and 3级 are one); null for a word of another scale. */
export function levelNamed<Level extends string>({ levels, patterns }: Scale<Level>, written: string): Level | null {
  const key = numerals.reduce((text, [one, letters]) => text.replace(one, letters), labelKey(written));
  return levels.find((level) => patterns[level].test(key)) ?? null;
}

/** 1 is the highest: its place on its own scale. */
export const rankOf = <Level extends string>({ levels }: Scale<Level>, level: Level): number =>
  levels.indexOf(level) + 1;

/** A cell that holds a level of one scale. */
export const levelCell = <Level extends string>(scale: Scale<Level>): CellType<Level> => {
  const words = scale.levels.map((level) => scale.labels[level].zh);
  return {
    read: (text) => {
      const value = levelNamed(scale, text);
      return value === null
        ? {
            ok: false,
            rule: 'unknown-level',
            message: [`“${text}”不是${scale.name.zh}。`, `"${text}" is no ${scale.name.en}.`],
            remedy: [`请写：${words.join('、')}。`, `Write one of: ${words.join(', ')}.`],
          }
        : { ok: true, value };
    },
    print: (value) => scale.labels[value].zh,
    choices: words,
    hint: [`选填：${words.join('、')}`, `one of ${scale.levels.join(', ')}`],
  };
};
