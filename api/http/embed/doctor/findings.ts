import { commonParams } from '../../../../widgets/core/panel.ts';
import { panelNamed, panels } from '../../../../widgets/panels.ts';
import type { Finding } from '../../../core/finding.ts';
import type { Element } from './elements.ts';
import type { Embedding } from './embedding.ts';
import { nearest } from './nearest.ts';
import { isCurly } from './unquoted.ts';

export const finding = (
  rule: string,
  severity: Finding['severity'],
  line: number,
  [zh, en]: readonly [string, string],
  remedy: readonly [string, string],
): Finding => ({
  rule,
  severity,
  ...(line > 0 ? { row: line } : {}),
  message: { zh, en },
  remedy: { zh: remedy[0], en: remedy[1] },
});

/** Attributes any element may have, and those of the tag itself that are no parameters. */
export const usual =
  /^(data-|aria-|on|gk-)|^(class|id|style|slot|hidden|title|dir|part|role|tabindex|heading-level|theme|size|live|endpoint|frame)$/;

/** What is wrong with a tag itself. */
export function* tagFindings(embedding: Embedding): Generator<Finding> {
  const { stem, params, line, form, hasFallback, isSelfClosed, element } = embedding;
  const written = form === 'div' ? `${element.tagName} data-gk` : `gk-${stem}`;
  if (isSelfClosed && (form === 'element' || form === 'div'))
    yield finding(
      'self-closed',
      'ERROR',
      line,
      [
        `<${written} /> 不是 HTML 的写法，标签不能自己结束：后面的内容、面板都算在它里面，它出现时不见了。`,
        `<${written} /> does not end in HTML, no such tag closes itself: all that follows, other panels too, counts as its content and is gone when it comes.`,
      ],
      [`写成 <${written}>…</${element.tagName}>。`, `Write <${written}>…</${element.tagName}>.`],
    );
  const panel = panelNamed(stem);
  if (!panel) {
    const near = nearest(stem, Object.keys(panels));
    yield finding(
      'unknown-panel',
      'ERROR',
      line,
      [
        `没有名为“${stem}”的面板${near ? `，是 ${near} 吗？` : '。'}`,
        `There is no panel “${stem}”${near ? `; did you mean ${near}?` : '.'}`,
      ],
      ['全部面板见 /embed。', 'All panels are at /embed.'],
    );
    return;
  }
  const known = [...new Set([...Object.keys(panel.descriptor.attributes), ...commonParams])];
  const [curly] = Object.entries(params).find(([, value]) => isCurly.test(value)) ?? [];
  if (curly !== undefined)
    yield finding(
      'curly-quotes',
      'ERROR',
      line,
      [
        `属性 ${curly} 的引号是中文引号（“ ”），浏览器把它当成了值的一部分；多半是编辑器自动改的。`,
        `The quotes around ${curly} are curly (“ ”) and count as part of its value; most likely an editor has changed them.`,
      ],
      [
        '改为英文直引号 "，或在源代码模式里重新粘贴下面改好的代码。',
        'Use straight quotes ", or paste the repaired code below in the source mode.',
      ],
    );
  for (const name of Object.keys(params)) {
    if (known.includes(name) || usual.test(name)) continue;
    const near = nearest(name, known);
    yield finding(
      'unknown-attribute',
      'WARNING',
      line,
      [
        `gk-${stem} 没有 ${name} 这个属性${near ? `，是 ${near} 吗？` : '。'}`,
        `gk-${stem} has no attribute ${name}${near ? `; did you mean ${near}?` : '.'}`,
      ],
      [`可用：${known.join('、')}。`, `It has: ${known.join(', ')}.`],
    );
  }
  if (!hasFallback && (form === 'element' || form === 'div')) {
    yield finding(
      'no-fallback',
      'WARNING',
      line,
      [
        '标签里没有内容：脚本或平台不可用时这里是空白，出现时页面会跳动。',
        'Nothing stands inside the tag: without script or platform this place is blank, and the page jumps when the panel comes.',
      ],
      ['用“图片在先”的写法，或至少放一个链接。', 'Use the picture-first form, or put at least a link inside.'],
    );
  }
}

/** What an editor has made of a snippet. */
export function* damageFindings(source: string, elements: readonly Element[]): Generator<Finding> {
  const escaped = /&lt;\/?gk-[a-z-]+|&lt;script[^&]*loader\.js/.exec(source);
  if (escaped) {
    yield finding(
      'escaped-snippet',
      'ERROR',
      source.slice(0, escaped.index).split('\n').length,
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
    if (/^gk[a-z]+$/.test(tagName) && panelNamed(tagName.slice(2)))
      yield finding(
        'hyphen-lost',
        'ERROR',
        line,
        [`<${tagName}> 少了连字符，浏览器不认识。`, `<${tagName}> has lost its hyphen: browsers do not know it.`],
        [`写成 <gk-${tagName.slice(2)}>。`, `Write <gk-${tagName.slice(2)}>.`],
      );
  }
}
