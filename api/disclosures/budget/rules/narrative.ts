import type { Finding } from '../../../core/finding.ts';
import { isShareOf, readShare, shareDiffers } from './shares.ts';

const number = String.raw`(-?\d[\d,]*(?:\.\d+)?)`;
const unit = '(亿元|万元|元)';
const percent = String.raw`(-?\d+(?:\.\d+)?)\s*%`;
const scales: Readonly<Record<string, number>> = { 元: 1, 万元: 1e4, 亿元: 1e8 };

interface Amount {
  readonly value: number;
  /** Half of the last decimal: what it may have been rounded by. */
  readonly slack: number;
}

const amountOf = (digits: string | undefined, of: string | undefined): Amount | null => {
  if (digits === undefined || of === undefined) return null;
  const scale = scales[of] ?? 1;
  const plain = digits.replaceAll(',', '');
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { value: Number(plain) * scale, slack: 0.5 * 10 ** -decimals * scale };
};

interface Claim {
  readonly part: Amount;
  readonly whole: Amount;
  readonly isGrowth: boolean;
  readonly printed: string;
  readonly words: string;
}

const budgeted = new RegExp(`预算(?:数|安排)?(?:收入|支出|资金)?(?:为|是|数)?[^\\d。；%]{0,6}${number}\\s*${unit}`);
const outcome = new RegExp(
  `(?:决算|执行|完成|实际支出|支出)(?:数)?(?:为|是)?[^\\d。；%]{0,6}${number}\\s*${unit}`,
  'g',
);
const completion = new RegExp(`(?:完成|为|占)(?:年初|全年|调整|年度|当年)?(?:调整)?预算(?:数)?的?\\s*${percent}`);
const growth = new RegExp(`(增长|增加|上升|提高|下降|减少|降低)(?:了)?\\s*${percent}`);
const change = new RegExp(`(增加|增长|减少|下降|降低)(?:了)?\\s*${number}\\s*${unit}`);
const fromTo = new RegExp(
  `(?:由|从)[^。；]{0,14}?${number}\\s*${unit}[^。；]{0,8}?(?:到|至|为|→)\\s*${number}\\s*${unit}`,
);
const lastYear = new RegExp(`(?:上年|去年|上一年)(?:决算|支出|收入|数|为|的)*[^\\d。；%增减]{0,6}${number}\\s*${unit}`);

/** The outcome a sentence states: not the budget it is compared with. */
function outcomeIn(sentence: string, before: number): Amount | null {
  const bare = sentence.slice(0, before).replace(budgeted, (words) => ' '.repeat(words.length));
  const found = [...bare.matchAll(outcome)];
  const [first] = found;
  return amountOf(first?.[1], first?.[2]);
}

function completionIn(sentence: string): Claim | null {
  const claim = completion.exec(sentence);
  const whole = budgeted.exec(sentence);
  const part = claim && outcomeIn(sentence, claim.index);
  const base = amountOf(whole?.[1], whole?.[2]);
  return claim && part && base
    ? { part, whole: base, isGrowth: false, printed: `${claim[1]}%`, words: '完成预算的百分比' }
    : null;
}

function growthIn(sentence: string): Claim | null {
  const claim = growth.exec(sentence);
  if (!claim) return null;
  const falls = /下降|减少|降低/.test(claim[1] ?? '');
  const claimed = (part: Amount, whole: Amount): Claim => ({
    part: { value: part.value, slack: part.slack },
    whole,
    isGrowth: true,
    printed: `${falls ? '-' : ''}${claim[2]}%`,
    words: `${claim[1]}的百分比`,
  });
  const ends = fromTo.exec(sentence);
  const [from, to] = [amountOf(ends?.[1], ends?.[2]), amountOf(ends?.[3], ends?.[4])];
  if (from && to) return claimed(to, from);
  const now = outcomeIn(sentence, claim.index);
  const prior = lastYear.exec(sentence);
  const before = amountOf(prior?.[1], prior?.[2]);
  if (now && before) return claimed(now, before);
  const moved = change.exec(sentence);
  const by = amountOf(moved?.[2], moved?.[3]);
  if (!now || !by) return null;
  const sign = /减少|下降|降低/.test(moved?.[1] ?? '') ? 1 : -1;
  return claimed(now, { value: now.value + sign * by.value, slack: now.slack + by.slack });
}

const fails = ({ part, whole, isGrowth, printed }: Claim): number | null => {
  const read = readShare(printed);
  if (!read || whole.value === 0) return null;
  const numerator = isGrowth ? part.value - whole.value : part.value;
  return isShareOf(read, numerator, whole.value, part.slack + whole.slack) ? null : (numerator / whole.value) * 100;
};

/** One statement of the text: figures belong together within a sentence. */
const sentences = (text: string): string[] => text.normalize('NFKC').split(/[。;；\n]/);

/**
 * Percentages in the text equal those its own figures give: 完成年初预算的…%, 比上年增长…%, 由…减少到…，下降…%. What a sentence
 * does not state with its figures is not judged.
 */
export function* checkNarrative(
  text: string,
  place: { readonly sheet?: string | null; readonly row?: number },
): Generator<Finding> {
  for (const sentence of sentences(text)) {
    for (const claim of [completionIn(sentence), growthIn(sentence)]) {
      const right = claim && fails(claim);
      if (claim === null || right === null) continue;
      const decimals = claim.printed.replace('%', '').split('.')[1]?.length ?? 0;
      const printed = claim.printed.replace('-', '');
      yield shareDiffers(
        place,
        [`“${sentence.trim().slice(0, 60)}…”中${claim.words}`, 'A percentage in the text'],
        printed,
        claim.isGrowth && right < 0 ? -right : right,
        Math.min(decimals, 3),
      );
    }
  }
}
