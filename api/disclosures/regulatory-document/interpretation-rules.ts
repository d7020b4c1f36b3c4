import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import { isHeadingsOnly, mostCopied, SECTIONS, sectionsIn } from './interpretation.ts';
import type { Subject } from './rules.ts';

/** 政策背景、出台目的、重要举措: an interpretation of substance has them. */
export function* sections({ content, titlePlace }: Subject): Generator<Finding> {
  if (content.rank !== 'INTERPRETATION' || content.text.trim() === '') return;
  const present = sectionsIn(content.articles);
  const missing = SECTIONS.filter((one) => one.isRequired && !present.includes(one));
  if (missing.length === 0) return;
  yield finding(
    'interpretation-section-missing',
    'WARNING',
    titlePlace,
    [
      `解读缺少：${missing.map(({ label }) => label.zh).join('、')}。`,
      `The interpretation lacks: ${missing.map(({ label }) => label.en).join(', ')}.`,
    ],
    ['请对政策背景、出台目的、重要举措作实质性解读。', 'Tell why it was made, what for, and what it does.'],
  );
}

/** 罗列文件小标题: headings with nothing under them explain nothing. */
export function* headingsOnly({ content, titlePlace }: Subject): Generator<Finding> {
  if (content.rank !== 'INTERPRETATION' || !isHeadingsOnly(content.articles)) return;
  yield finding(
    'interpretation-headings-only',
    'WARNING',
    titlePlace,
    ['解读只罗列小标题，属形式化解读。', 'The interpretation lists headings and explains nothing.'],
    ['请在每个小标题下写明具体内容。', 'Say under each heading what it means.'],
  );
}

/** 简单摘抄: more than half of it stands word for word in the document. */
export const tooMuchCopied = (percent: number): Finding[] =>
  percent <= mostCopied
    ? []
    : [
        finding(
          'interpretation-copied',
          'WARNING',
          {},
          [
            `解读中 ${percent}% 的文字逐字摘自原文，属形式化解读。`,
            `${percent}% of the interpretation is copied word for word from the document.`,
          ],
          [
            `请用自己的话解释，摘抄不超过 ${mostCopied}%。`,
            `Explain it in words of its own; keep what is copied within ${mostCopied}%.`,
          ],
        ),
      ];
