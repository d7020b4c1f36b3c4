import { panelNamed, panels } from '../../../../widgets/panels.ts';
import type { Finding } from '../../../core/finding.ts';
import type { Commented, Element } from './elements.ts';
import { finding } from './findings.ts';

const escaped = /&lt;\/?gk-[a-z-]+|&lt;script[^&]*loader\.js/;

/** The panel of a tag that has lost the hyphen in its name, or an underscore in its place. */
function hyphenless(tagName: string): string | undefined {
  if (!/^gk[a-z_]{1,40}$/.test(tagName)) return undefined;
  const letters = tagName.slice(2).replaceAll('_', '');
  return Object.keys(panels).find((stem) => stem.replaceAll('-', '') === letters);
}

/** What an editor has made of a snippet. */
export function* damageFindings(source: string, elements: readonly Element[]): Generator<Finding> {
  const found = escaped.exec(source);
  if (found) {
    yield finding(
      'escaped-snippet',
      'ERROR',
      source.slice(0, found.index).split('\n').length,
      [
        '代码被当作文字显示（&lt;gk-…）：是在可视模式里粘贴的。',
        'The code is shown as text (&lt;gk-…): it was pasted in the visual mode.',
      ],
      [
        '切换到源代码（HTML）模式再粘贴；没有这个模式，就粘贴链接的写法。',
        'Paste it in the source (HTML) mode; where there is none, paste the plain link.',
      ],
    );
  }
  for (const { tagName, line } of elements) {
    const stem = hyphenless(tagName);
    if (stem !== undefined && panelNamed(stem))
      yield finding(
        'hyphen-lost',
        'ERROR',
        line,
        [`<${tagName}> 少了连字符，浏览器不认识。`, `<${tagName}> has lost its hyphen: browsers do not know it.`],
        [`写成 <gk-${stem}>。`, `Write <gk-${stem}>.`],
      );
  }
}

/** A page whose only panels stand in comments. */
export const commentedFinding = ({ stem, line }: Commented): Finding =>
  finding(
    'commented-out',
    'ERROR',
    line,
    [
      `gk-${stem} 的代码在注释（<!-- -->）里，浏览器不看。`,
      `The code of gk-${stem} stands in a comment (<!-- -->): browsers pass it over.`,
    ],
    ['去掉前后的 <!-- 和 -->。', 'Take away the <!-- before it and the --> after it.'],
  );
