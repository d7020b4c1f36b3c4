import { normalise } from '../../../core/chinese.ts';
import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { dayIn } from '../../../core/table/day-cell.ts';
import { type Facts, levelIn, stageIn, yearIn } from './facts.ts';

/** What a fact must read as, and what may be written. */
interface Expected {
  readonly isRead: (text: string) => boolean;
  readonly zh: string;
  readonly en: string;
}

const day: Expected = {
  isRead: (text) => dayIn(text) !== null,
  zh: '请写成 2024-08-25 或 2024年8月25日。',
  en: 'Write 2024-08-25 or 2024年8月25日.',
};

/** 公开属性 as a cover prints it. */
export const isAttribute = (text: string): boolean => /^(主动公开|依申请公开|不予公开)$/.test(normalise(text).trim());

const expected: Readonly<Record<string, Expected>> = {
  年度: { isRead: (text) => yearIn(text) !== null, zh: '请写四位年份，如 2024。', en: 'Write a year of four digits.' },
  阶段: {
    isRead: (text) => stageIn(text) !== null,
    zh: '可用：预算、预算调整、预算执行、决算。',
    en: 'Use 预算, 预算调整, 预算执行 or 决算 (budget, adjustment, execution, final accounts).',
  },
  层级: {
    isRead: (text) => levelIn(text) !== null,
    zh: '可用：全县、本级、乡镇、部门、单位。',
    en: 'Use 全县, 本级, 乡镇, 部门 or 单位 (county, own level, town, department, unit).',
  },
  公开属性: {
    isRead: isAttribute,
    zh: '可用：主动公开、依申请公开、不予公开。不应公开的内容不要导入。',
    en: 'Use 主动公开, 依申请公开 or 不予公开. Do not import what must not be public.',
  },
  批准日期: day,
  公开日期: day,
};

const notUnderstood = (name: string, text: string, { zh, en }: Expected): Finding =>
  finding(
    'fact-not-understood',
    'ERROR',
    { column: name },
    [`“${name}”写的是“${text}”，不能识别。`, `"${name}" says "${text}", which is not understood.`],
    [zh, en],
  );

const contradicts = (name: string, said: string, title: string): Finding =>
  finding(
    'facts-contradict',
    'ERROR',
    { column: name },
    [`“${name}”是“${said}”，标题却是“${title}”。`, `"${name}" says "${said}", but the title is "${title}".`],
    ['请核对封面和标题。', 'Check the cover and the title.'],
  );

/** Facts that are written but cannot be read, and those that the title contradicts: none is passed over in silence. */
export function misstated(facts: Facts): Finding[] {
  const unread = Object.entries(expected).flatMap(([name, one]) => {
    const text = facts.get(name)?.trim() ?? '';
    return text === '' || one.isRead(text) ? [] : [notUnderstood(name, text, one)];
  });
  const title = facts.get('标题') ?? '';
  const [year, stage] = [facts.get('年度') ?? '', facts.get('阶段') ?? ''];
  const isOtherYear = yearIn(year) !== null && yearIn(title) !== null && yearIn(year) !== yearIn(title);
  const isOtherStage = stageIn(stage) !== null && stageIn(title) !== null && stageIn(stage) !== stageIn(title);
  return [
    ...unread,
    ...(isOtherYear ? [contradicts('年度', year, title)] : []),
    ...(isOtherStage ? [contradicts('阶段', stage, title)] : []),
  ];
}
