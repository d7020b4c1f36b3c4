import { commonParams } from '../../../widgets/core/panel.ts';
import { panels } from '../../../widgets/panels.ts';
import type { Finding } from '../../core/finding.ts';
import { attributesOf, type Element, type Embedding, lineOf } from './embedding.ts';

const finding = (
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

/** Letters two words differ in: enough to tell a slip from another word. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let at = 1; at <= left.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= right.length; to += 1)
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + (left[at - 1] === right[to - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** A known word that is nearly the same. */
export const nearest = (word: string, known: readonly string[]): string | undefined =>
  known
    .map((one) => [distance(word, one), one] as const)
    .sort(([left], [right]) => left - right)
    .find(([far]) => far <= 3)?.[1];

/** Attributes any element may have, and those of the tag itself that are no parameters. */
export const usual =
  /^(data-|aria-|on|gk-)|^(class|id|style|slot|hidden|title|dir|part|role|tabindex|heading-level|theme|size|live|endpoint|frame)$/;

/** What is wrong with a tag itself. */
export function* tagFindings({ stem, params, line, form, hasFallback }: Embedding): Generator<Finding> {
  const panel = Object.hasOwn(panels, stem) ? panels[stem] : undefined;
  if (!panel) {
    const near = nearest(stem, Object.keys(panels));
    yield finding(
      'unknown-panel',
      'ERROR',
      line,
      [
        `没有名为 ${stem} 的面板${near ? `，是 ${near} 吗？` : '。'}`,
        `There is no panel ${stem}${near ? `; did you mean ${near}?` : '.'}`,
      ],
      ['全部面板见 /embed。', 'All panels are at /embed.'],
    );
    return;
  }
  const known = [...Object.keys(panel.descriptor.attributes), ...commonParams];
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

/** What is wrong with the script that brings panels. */
export function* loaderFindings(
  elements: readonly Element[],
  embeddings: readonly Embedding[],
  baseUrl: string,
  address: string | null,
): Generator<Finding> {
  const platform = new URL(baseUrl);
  const loaders = elements.filter(
    (element) =>
      element.tagName === 'script' &&
      /\/widgets\/(?:v\d+\/)?(?:loader|gongkai\.classic)\.js/.test(attributesOf(element).get('src') ?? ''),
  );
  const needsOne = embeddings.some(({ form }) => form === 'element' || form === 'div');
  if (needsOne && loaders.length === 0) {
    yield finding(
      'no-loader',
      'ERROR',
      0,
      [
        '页面上有面板标签，却没有加载脚本；可能被编辑器删去了。',
        'There are panels, and no loader script; the editor may have removed it.',
      ],
      [
        `在页面或模板里加：<script src="${baseUrl}/widgets/loader.js" async></script>`,
        `Add to the page or its template: <script src="${baseUrl}/widgets/loader.js" async></script>`,
      ],
    );
  }
  if (loaders.length > 1) {
    yield finding(
      'several-loaders',
      'NOTICE',
      lineOf(loaders[1] as Element),
      [
        `加载脚本出现 ${loaders.length} 次；可以工作，一次就够。`,
        `The loader stands there ${loaders.length} times; it works, once is enough.`,
      ],
      ['留一个。', 'Keep one.'],
    );
  }
  for (const loader of loaders) {
    const src = attributesOf(loader).get('src') ?? '';
    if (!URL.canParse(src, address ?? undefined)) continue;
    const url = new URL(src, address ?? undefined);
    if (url.protocol === 'http:' && address?.startsWith('https:')) {
      yield finding(
        'mixed-content',
        'ERROR',
        lineOf(loader),
        [
          '页面是 https，加载脚本却是 http：浏览器会拦下它。',
          'The page is https and the loader http: browsers block it.',
        ],
        [`改为 https://${url.host}${url.pathname}。`, `Use https://${url.host}${url.pathname}.`],
      );
    }
    if (url.host !== platform.host) {
      yield finding(
        'other-platform',
        'NOTICE',
        lineOf(loader),
        [
          `加载脚本来自 ${url.host}，不是 ${platform.host}。`,
          `The loader comes from ${url.host}, not ${platform.host}.`,
        ],
        ['测试地址不要留在正式页面上。', 'Do not leave a test address in a public page.'],
      );
    }
  }
  const links = embeddings.filter(({ form }) => form === 'link');
  const upgrades = loaders.some((loader) => attributesOf(loader).has('data-gk-links'));
  const standsAlone = links.some(
    ({ line }) => !embeddings.some((other) => other.form !== 'link' && other.line === line),
  );
  if (links.length > 0 && !needsOne && standsAlone && !upgrades) {
    yield finding(
      'links-stay-links',
      'NOTICE',
      links[0]?.line ?? 0,
      [
        '指向面板的链接不会变成面板：加载脚本没有 data-gk-links。',
        'Links to panels stay links: the loader has no data-gk-links.',
      ],
      [
        `模板里用：<script src="${baseUrl}/widgets/loader.js" data-gk-links async></script>`,
        `In the template: <script src="${baseUrl}/widgets/loader.js" data-gk-links async></script>`,
      ],
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
  for (const element of elements) {
    if (element.tagName !== 'iframe') continue;
    const attributes = attributesOf(element);
    if (!/\/w\/[a-z-]+\?/.test(attributes.get('src') ?? '')) continue;
    if (!attributes.get('title')?.trim())
      yield finding(
        'iframe-untitled',
        'WARNING',
        lineOf(element),
        [
          'iframe 没有 title：读屏软件说不出里面是什么。',
          'The iframe has no title: a screen reader cannot say what is in it.',
        ],
        ['加 title，写面板的标题。', 'Add a title: that of the panel.'],
      );
    if (/^0(?:px)?$/.test(attributes.get('height') ?? ''))
      yield finding(
        'iframe-without-height',
        'ERROR',
        lineOf(element),
        ['iframe 的高度是 0，看不见。', 'The iframe has no height: it cannot be seen.'],
        ['写 height="560"。', 'Write height="560".'],
      );
  }
}
