import { parseDocumentNumber } from '../../../core/document-number.ts';
import type { Finding } from '../../../core/finding.ts';
import { finding, type Place } from '../../../core/finding-list.ts';
import { placeOf, type Subject } from './subject.ts';

const selective =
  /考试|笔试|面试|面谈|测试|测评|竞赛|(?:获奖|奖励|荣誉|等级|考级)证书|考级|特长生|择优(?:录取)?|学科成绩|成绩单|尖子/gu;
const denied =
  /(?:不得|严禁|禁止|不准|不许|不再|不以|不将|不把|不组织|不举行|不举办|不进行|不设|不看|免于?|取消|无需|不需要?|杜绝|任何形式)[^。；！？]{0,24}$/u;
/** 免试 and 免考试 say the opposite; a report of a physical examination is none of these. */
const harmless = /^(?:测试|测评)(?=(?:体温|视力|听力|发育))/u;

/** The first word that makes admission depend on tests or certificates, and is not forbidden where it stands. */
function selectiveWord(text: string): string | null {
  for (const match of text.matchAll(selective)) {
    const sentence =
      text
        .slice(0, match.index)
        .split(/[。；！？\n]/u)
        .at(-1) ?? '';
    if (!denied.test(sentence) && !harmless.test(text.slice(match.index))) return match[0];
  }
  return null;
}

/** 免试入学: no examinations, interviews or certificates. */
export function* noSelection({ facts, rows, texts }: Subject): Generator<Finding> {
  const said = [
    { text: facts.rules ?? '', at: { column: '招生办法' } as Place },
    ...rows.categories.flatMap((row) =>
      [...(row.values.conditions ?? []), ...(row.values.materials ?? [])].map((text) => ({
        text,
        at: placeOf(row, '条件'),
      })),
    ),
    ...rows.timeline.map((row) => ({ text: row.values.note ?? '', at: placeOf(row, '说明') })),
    ...texts.map(({ sheet, row, text }) => ({ text, at: row === 0 ? { sheet } : { sheet, row } })),
  ];
  for (const { text, at } of said) {
    const word = selectiveWord(text);
    if (word === null) continue;
    yield finding(
      'selective-admission',
      'WARNING',
      at,
      [`写有“${word}”，义务教育实行免试入学。`, `It says "${word}"; compulsory schooling admits without examination.`],
      ['请删去以考试、面试、证书作为入学依据的内容。', 'Remove what makes admission depend on tests or certificates.'],
    );
  }
}

/** What a plan rests on can be found: a document number that is one, and links that lead somewhere. */
export function* restsOn({ facts }: Subject): Generator<Finding> {
  const { policyNumber, implementation, detailedRules } = facts;
  if (policyNumber !== null && parseDocumentNumber(policyNumber) === null) {
    yield finding(
      'policy-number-malformed',
      'WARNING',
      { column: '依据文号' },
      [`“${policyNumber}”不是发文字号。`, `"${policyNumber}" is no document number.`],
      ['请写成“桓教体发〔2024〕12号”。', 'Write it like 桓教体发〔2024〕12号.'],
    );
  }
  for (const [label, link] of [
    ['实施方案链接', implementation],
    ['实施细则链接', detailedRules],
  ] as const) {
    if (link === null || (URL.canParse(link) && /^https?:$/.test(new URL(link).protocol))) continue;
    yield finding(
      'link-malformed',
      'WARNING',
      { column: label },
      [`“${link}”不是网址。`, `"${link}" is no web address.`],
      ['请写以 https:// 开头的网址。', 'Write an address that begins with https://.'],
    );
  }
}
