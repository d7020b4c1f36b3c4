import { normalise } from '../../core/chinese.ts';
import type { CodeEntry } from './codes.ts';
import type { ArticleRow } from './content.ts';

interface Section extends CodeEntry {
  readonly words: RegExp;
  /** 政策背景、出台目的、重要举措 must be there (programme point 14). */
  readonly isRequired: boolean;
}

const section = (code: string, zh: string, en: string, words: RegExp, isRequired = false): Section => ({
  code,
  label: { zh, en },
  words,
  isRequired,
});

/** What an interpretation (解读) of substance tells. */
export const SECTIONS: readonly Section[] = [
  section('BACKGROUND', '政策背景', 'Background and basis', /背景|决策依据|制定依据|出台依据|起草过程|为什么/u, true),
  section('PURPOSE', '出台目的', 'Purpose', /目的|目标|意义|必要性/u, true),
  section(
    'MEASURES',
    '重要举措',
    'Main measures',
    /举措|主要内容|重点内容|核心内容|政策内容|主要措施|重点任务|主要任务/u,
    true,
  ),
  section('SCOPE', '适用对象和范围', 'Whom it is for', /适用(?:对象|范围|条件)|范围期限|保障范围|哪些人/u),
  section('STANDARD', '执行标准', 'Standards', /执行标准|补助标准|标准是/u),
  section('KEYWORDS', '关键词诠释', 'Terms explained', /关键词|名词解释|术语/u),
  section('BENEFITS', '惠民利民举措', 'Benefits', /惠民|利民|惠企|群众.{0,6}(?:受益|好处)/u),
  section('CHANGES', '新旧政策差异', 'What is new', /新旧政策|政策差异|主要变化|修订内容|有何不同/u),
  section('NOTES', '注意事项', 'To be noted', /注意事项|注意什么|如何办理|办理流程/u),
  section('CONTACT', '解读机关和联系方式', 'Who explains', /解读机关|解读人|联系(?:方式|电话|人)|咨询电话/u),
];

const longestHeading = 40;

/** The first words of every part: a section is named where it begins. */
const openings = (articles: readonly Pick<ArticleRow, 'heading' | 'text'>[]): string[] =>
  articles
    .flatMap(({ heading, text }) => [heading ?? '', ...text.split('\n')])
    .map((line) => line.slice(0, longestHeading));

export const sectionsIn = (articles: readonly Pick<ArticleRow, 'heading' | 'text'>[]): readonly Section[] => {
  const lines = openings(articles);
  return SECTIONS.filter(({ words }) => lines.some((line) => words.test(line)));
};

/** Shorter sentences are the stock of every document. */
const leastSentence = 12;

const sentencesOf = (text: string): string[] =>
  text
    .split(/[。；！？;!?\n]/u)
    .map((sentence) =>
      normalise(sentence)
        .replace(/^[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s*/u, '')
        .replace(/[\s“”"]/gu, ''),
    )
    .filter((sentence) => sentence.length >= leastSentence);

/**
 * How much of an interpretation stands word for word in the document it interprets: characters of copied sentences in
 * hundredths of all; null where there is no sentence to compare.
 */
export function copiedPercent(interpretation: string, document: string): number | null {
  const sentences = sentencesOf(interpretation);
  const all = sentences.reduce((sum, { length }) => sum + length, 0);
  if (all === 0) return null;
  const source = normalise(document).replace(/[\s“”"]/gu, '');
  const copied = sentences.reduce((sum, sentence) => sum + (source.includes(sentence) ? sentence.length : 0), 0);
  return Math.round((copied * 1_000) / all) / 10;
}

/** More than this and the interpretation is an excerpt (简单摘抄). */
export const mostCopied = 50;

/** Characters under each heading, on average. */
const leastPerPart = 12;

/** Whether it only lists headings (罗列文件小标题): several parts with hardly a sentence under each. */
export function isHeadingsOnly(articles: readonly Pick<ArticleRow, 'level' | 'heading' | 'text'>[]): boolean {
  const parts = articles.filter(({ level }) => level !== 'PARAGRAPH');
  if (parts.length < 3) return false;
  const said = articles.reduce((sum, { text, heading, level }) => {
    const own = level === 'PARAGRAPH' ? text : text.slice((heading ?? '').length);
    return sum + own.replace(/\s/gu, '').length;
  }, 0);
  return said / parts.length < leastPerPart;
}
