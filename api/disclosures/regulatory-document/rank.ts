import type { CodeEntry } from './codes.ts';

/** 效力层级: from the law of the land down to what a county may make itself (立法法; 规章制定程序条例). */
export const RANKS = [
  { code: 'LAW', label: { zh: '法律', en: 'Law' } },
  { code: 'ADMINISTRATIVE_REGULATION', label: { zh: '行政法规', en: 'Administrative regulation' } },
  { code: 'LOCAL_REGULATION', label: { zh: '地方性法规', en: 'Local regulation' } },
  { code: 'RULE', label: { zh: '规章', en: 'Government rule' } },
  { code: 'NORMATIVE', label: { zh: '行政规范性文件', en: 'Normative document' } },
  { code: 'POLICY', label: { zh: '其他政策性文件', en: 'Other policy document' } },
  { code: 'INTERPRETATION', label: { zh: '政策解读', en: 'Interpretation' } },
] as const satisfies readonly CodeEntry[];

export type Rank = (typeof RANKS)[number]['code'];

/** What a county cannot make: it lists what those above it have made. */
export const aboveCounty: ReadonlySet<string> = new Set([
  'LAW',
  'ADMINISTRATIVE_REGULATION',
  'LOCAL_REGULATION',
  'RULE',
] satisfies Rank[]);

export interface Ranked {
  /** The title, or that of the instrument a notice carries. */
  readonly title: string;
  readonly genre: string;
  readonly issuers: readonly string[];
  /** The number as printed: 山东省人民政府令第337号. */
  readonly number: string | null;
  readonly registration: string | null;
  readonly text: string;
}

const normative: ReadonlySet<string> = new Set(['MEASURES', 'PROVISIONS', 'RULES']);

/** 自…起施行 and 有效期: the words of what binds everybody for a time. */
const binding = /有效期[至到为限]|自.{2,24}起(?:施行|实施)/u;

const ofState = /^中华人民共和国/;
const people = /人民代表大会/;

/**
 * The rank of a document, by its title, its genre, who made it and how it is numbered. A registration number makes a
 * normative document; so do the genres 办法, 规定 and 细则 where the text binds for a time.
 */
export function rankOf({ title, genre, issuers, number, registration, text }: Ranked): Rank {
  if (genre === 'INTERPRETATION') return 'INTERPRETATION';
  const by = issuers.join(' ');
  if (genre === 'LAW' && (ofState.test(title) || people.test(by))) return 'LAW';
  if (genre === 'REGULATION') {
    if (ofState.test(title) || /国务院/.test(`${by} ${number ?? ''}`)) return 'ADMINISTRATIVE_REGULATION';
    return 'LOCAL_REGULATION';
  }
  if (/令/.test(number ?? '') && (normative.has(genre) || genre === 'ORDER')) {
    return /国务院令/.test(number ?? '') ? 'ADMINISTRATIVE_REGULATION' : 'RULE';
  }
  if (registration !== null || (normative.has(genre) && binding.test(text))) return 'NORMATIVE';
  return 'POLICY';
}
