import { commonParams } from '../../../../widgets/core/panel.ts';
import { panelNamed, panels } from '../../../../widgets/panels.ts';
import type { Finding } from '../../../core/finding.ts';
import { cut } from './cut.ts';
import type { Embedding } from './embedding.ts';
import { nearest } from './nearest.ts';
import { isCurly } from './unquoted.ts';

/** Characters of a sentence: what is of a page in it may be any text. */
const longest = 500;

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
  message: { zh: cut(zh, longest), en: cut(en, longest) },
  remedy: { zh: cut(remedy[0], longest), en: cut(remedy[1], longest) },
});

/** The panel that a name of none is like; what stands before the name in a tag may have been written twice. */
export function panelLike(stem: string): string | undefined {
  const bare = stem.replace(/^(?:gk-){1,3}/, '');
  return panelNamed(bare) ? bare : nearest(bare, Object.keys(panels));
}

/** Attributes any element may have, and those of the tag itself that are no parameters. */
export const usual =
  /^(data-|aria-|on|gk-)|^(class|id|style|slot|hidden|title|dir|part|role|tabindex|heading-level|theme|size|live|endpoint|frame)$/;

/** Names of one panel that are told: a tag may have any number. */
export const mostNames = 20;

const spilt = {
  zh: '后面的内容、面板都算在它里面，它出现时不见了。',
  en: 'all that follows, other panels too, counts as its content and is gone when it comes.',
};

/** How the tag of a panel ends. */
function* endFindings({ stem, line, form, isSelfClosed, element }: Embedding): Generator<Finding> {
  if (form !== 'element' && form !== 'div') return;
  const { tagName } = element;
  const written = cut(form === 'div' ? `${tagName} data-gk` : `gk-${stem}`);
  const end = `</${cut(tagName)}>`;
  if (isSelfClosed)
    yield finding(
      'self-closed',
      'ERROR',
      line,
      [
        `<${written} /> 不是 HTML 的写法，标签不能自己结束：${spilt.zh}`,
        `<${written} /> does not end in HTML, no such tag closes itself: ${spilt.en}`,
      ],
      [`写成 <${written}>…${end}。`, `Write <${written}>…${end}.`],
    );
  // Where the end of a list or a paragraph was left out, that of a box may have been taken for another’s.
  if (element.isUnclosed && (form === 'element' || /^(?:div|span)$/.test(tagName)))
    yield finding(
      'unclosed',
      'ERROR',
      line,
      [`<${written}> 没有结束：${spilt.zh}`, `<${written}> has no end: ${spilt.en}`],
      [`在面板里的链接或图片后面写 ${end}。`, `Write ${end} after the link or the picture in it.`],
    );
}

/** Attributes that the panel does not have. */
function* nameFindings({ stem, params, line }: Embedding, known: readonly string[]): Generator<Finding> {
  const unknown = Object.keys(params).filter((name) => !known.includes(name) && !usual.test(name));
  for (const name of unknown.slice(0, mostNames)) {
    const near = nearest(name, known);
    yield finding(
      'unknown-attribute',
      'WARNING',
      line,
      [
        `gk-${stem} 没有 ${cut(name)} 这个属性${near ? `，是 ${near} 吗？` : '。'}`,
        `gk-${stem} has no attribute ${cut(name)}${near ? `; did you mean ${near}?` : '.'}`,
      ],
      [`可用：${known.join('、')}。`, `It has: ${known.join(', ')}.`],
    );
  }
  const more = unknown.length - mostNames;
  if (more > 0)
    yield finding(
      'unknown-attribute',
      'WARNING',
      line,
      [`gk-${stem} 另有 ${more} 个属性也没有。`, `${more} more attributes of gk-${stem} are not known.`],
      [`可用：${known.join('、')}。`, `It has: ${known.join(', ')}.`],
    );
}

/** What is wrong with a tag itself. */
export function* tagFindings(embedding: Embedding): Generator<Finding> {
  const { stem, params, outside, line, form, hasFallback } = embedding;
  yield* endFindings(embedding);
  const panel = panelNamed(stem);
  if (!panel) {
    const near = panelLike(stem);
    yield finding(
      'unknown-panel',
      'ERROR',
      line,
      [
        `没有名为“${cut(stem)}”的面板${near ? `，是 ${near} 吗？` : '。'}`,
        `There is no panel “${cut(stem)}”${near ? `; did you mean ${near}?` : '.'}`,
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
        `属性 ${cut(curly)} 的引号是中文引号（“ ”），浏览器把它当成了值的一部分；多半是编辑器自动改的。`,
        `The quotes around ${cut(curly)} are curly (“ ”) and count as part of its value; most likely an editor has changed them.`,
      ],
      [
        '改为英文直引号 "，或在源代码模式里重新粘贴下面改好的代码。',
        'Use straight quotes ", or paste the repaired code below in the source mode.',
      ],
    );
  yield* nameFindings(embedding, known);
  const [stray] = Object.keys(outside);
  if (stray !== undefined)
    yield finding(
      'params-outside',
      'ERROR',
      line,
      [
        `${Object.keys(outside).join('、')} 写在了 data-gk 外面：面板只看 data-gk 里的。`,
        `${Object.keys(outside).join(', ')} stand outside data-gk: the panel looks only at what is in it.`,
      ],
      [
        `写进 data-gk，如 data-gk="${stem}?${stray}=…"。`,
        `Write them into data-gk, as in data-gk="${stem}?${stray}=…".`,
      ],
    );
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
