import { growthOf, shareOf, wanOf } from '../core/exact.ts';
import { groupDigits, percent, spokenWan } from '../core/figures.ts';
import type { Language } from '../core/language.ts';

/** Fen as they are said alone: 3,803.67 万元. */
export const spoken = (fen: bigint, language: Language): string => spokenWan(wanOf(fen), language);

const size = (share: string, language: Language): string => percent(share.replace('-', ''), language);

/** 比预算少 2.0%, 与预算持平; nothing where there is nothing to compare with. */
export function comparedWith(now: bigint | null, before: bigint | null, word: string, language: Language): string {
  const growth = growthOf(now, before);
  if (growth === null || now === null || before === null) return '';
  if (now === before) return language === 'en' ? `the same as ${word}` : `与${word}持平`;
  const isLess = growth.startsWith('-');
  if (language === 'en') return `${size(growth, language)} ${isLess ? 'less' : 'more'} than ${word}`;
  return `比${word}${isLess ? '少' : '多'} ${size(growth, language)}`;
}

interface Spent {
  /** 桓台县财政局2024年支出. */
  readonly what: string;
  readonly total: bigint;
  readonly largest: { readonly label: string; readonly amount: bigint } | null;
  readonly compared: string;
  /** Share of all expenditure, where it is of a part. */
  readonly ofAll: string | null;
}

/** 桓台县财政局2024年支出 3,803.67 万元，比预算多 18.3%，其中一般公共服务支出最多，占 82.0%。 */
export function spentSentence({ what, total, largest, compared, ofAll }: Spent, language: Language): string {
  const share = largest ? shareOf(largest.amount, total) : null;
  const isEnglish = language === 'en';
  const parts = [
    isEnglish ? `${what}: ${spoken(total, language)}` : `${what} ${spoken(total, language)}`,
    ...(ofAll === null ? [] : [shareOfAll(percent(ofAll, language), language)]),
    ...(compared === '' ? [] : [compared]),
    ...(largest && share !== null ? [mostOf(largest.label, percent(share, language), language)] : []),
  ];
  return isEnglish ? `${parts.join(', ')}.` : `${parts.join('，')}。`;
}

const shareOfAll = (share: string, language: Language): string =>
  language === 'en' ? `${share} of all expenditure` : `占全部支出的 ${share}`;

const mostOf = (label: string, share: string, language: Language): string =>
  language === 'en' ? `the largest part for ${label} (${share})` : `其中${label}最多，占 ${share}`;

/** Whether both sides come to the same, in words; the difference where they do not. */
export function balanceSentence(revenue: bigint, expenditure: bigint, language: Language): string {
  const [one, other] = [spoken(revenue, language), spoken(expenditure, language)];
  if (revenue === expenditure) {
    return language === 'en'
      ? `Revenue and expenditure balance at ${one}.`
      : `收入总计与支出总计都是 ${one}，收支平衡。`;
  }
  const apart = spoken(revenue > expenditure ? revenue - expenditure : expenditure - revenue, language);
  const isMore = revenue > expenditure;
  return language === 'en'
    ? `Revenue is ${one} and expenditure ${other}: they do not balance; revenue is ${apart} ${isMore ? 'more' : 'less'}.`
    : `收入总计 ${one}，支出总计 ${other}，收支不平衡：收入比支出${isMore ? '多' : '少'} ${apart}。`;
}

export function yearsSentence(
  what: string,
  first: { readonly year: number; readonly amount: bigint },
  last: { readonly year: number; readonly amount: bigint },
  language: Language,
): string {
  const isEnglish = language === 'en';
  if (first.year === last.year)
    return isEnglish
      ? `${what}: ${spoken(last.amount, language)} in ${last.year}, the only year that is public.`
      : `${what}${last.year}年为 ${spoken(last.amount, language)}，没有其他年度可以比较。`;
  const change = comparedWith(last.amount, first.amount, isEnglish ? `in ${first.year}` : `${first.year}年`, language);
  const [from, to] = [spoken(first.amount, language), spoken(last.amount, language)];
  return isEnglish
    ? `${what}: ${from} in ${first.year}, ${to} in ${last.year}${change === '' ? '' : `, ${change}`}.`
    : `${what}${first.year}年为 ${from}，${last.year}年为 ${to}${change === '' ? '' : `，${change}`}。`;
}

/** Of a code the whole per head is not known: only what its parts come to. */
export function headSentence(
  what: string,
  whole: string | null,
  largest: { readonly label: string; readonly amount: string },
  language: Language,
): string {
  const most = groupDigits(largest.amount);
  if (language === 'en') {
    const all = whole === null ? '' : `${groupDigits(whole)} yuan, `;
    return `${what}, per head: ${all}the largest part for ${largest.label}, ${most} yuan.`;
  }
  const all = whole === null ? '' : `人均 ${groupDigits(whole)} 元，`;
  return `${what}${all}${whole === null ? '，' : ''}其中人均最多的是${largest.label}，${most} 元。`;
}
