import type { Column, PanelLanguage } from './document.ts';
import { formatDate } from './format.ts';

const isEnglish = (language: PanelLanguage): boolean => language === 'en';

/** Digits in groups of three, decimals as they came: an amount is never a float. */
export const groupDigits = (value: string): string => {
  const [whole = '', decimals] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined || /^0*$/.test(decimals) ? grouped : `${grouped}.${decimals}`;
};

/** A share of one as a percentage with one decimal: 0.3104 → 31.0%. */
export const percent = (share: string | number, language: PanelLanguage): string =>
  `${(Number(share) * 100).toFixed(1)}${isEnglish(language) ? ' %' : '%'}`;

/** A value as a reader sees it; null is a dash, never a zero. */
export const cellText = (type: Column['type'], value: string | null, language: PanelLanguage): string => {
  if (value === null) return '—';
  if (type === 'number') return /^-?\d+(\.\d+)?$/.test(value) ? groupDigits(value) : value;
  if (type === 'share') return percent(value, language);
  return type === 'date' ? formatDate(value, isEnglish(language) ? 'en' : 'zh-CN') : value;
};

const trimmed = (amount: number): string => amount.toFixed(2).replace(/\.?0+$/, '');

/**
 * An amount as it is said alone: 6.17 亿元, 3,200 万元, ¥617 million. `wan` is exact, in units of 10,000 yuan (万元).
 */
export const spokenWan = (wan: string, language: PanelLanguage): string => {
  const amount = Number(wan);
  if (isEnglish(language)) {
    const yuan = amount * 10_000;
    if (Math.abs(yuan) >= 1e9) return `¥${trimmed(yuan / 1e9)} billion`;
    return Math.abs(yuan) >= 1e6 ? `¥${trimmed(yuan / 1e6)} million` : `¥${groupDigits(yuan.toFixed(0))}`;
  }
  return Math.abs(amount) >= 10_000 ? `${trimmed(amount / 10_000)} 亿元` : `${groupDigits(trimmed(amount))} 万元`;
};
