import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Params } from '../../../widgets/core/document.ts';
import { commonParams } from '../../../widgets/core/panel.ts';
import { panels } from '../../../widgets/panels.ts';
import type { Bilingual, Finding } from '../../core/finding.ts';
import { cspFindings } from './content-policy.ts';
import { type Snippet, snippetsOf } from './snippets.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

/** A page as it reached its readers. */
export interface ExaminedPage {
  readonly source: string;
  /** Where it came from; null when it was pasted. */
  readonly address: string | null;
  /** Its `Content-Security-Policy` headers. */
  readonly policies: readonly string[];
}

/** What is wrong with how panels stand in a page, and how they should. */
export interface Examination {
  readonly findings: readonly Finding[];
  /** Panels that were found, in the order of the page. */
  readonly found: number;
  readonly repaired: readonly Snippet[];
}

interface Embedding {
  readonly stem: string;
  readonly params: Params;
  readonly line: number;
  readonly form: 'element' | 'div' | 'link' | 'iframe';
  readonly hasFallback: boolean;
}

const attributesOf = ({ attrs }: Element): Map<string, string> =>
  new Map(attrs.map(({ name, value }) => [name, value]));

function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  if ('content' in node) yield* elementsOf(node.content);
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsOf(child);
}

const textOf = (node: Node): string =>
  'value' in node && node.nodeName === '#text'
    ? node.value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : '';

const lineOf = (element: Element): number => element.sourceCodeLocation?.startLine ?? 0;

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

/** What of an address is a panel of ours; null for any other. */
function panelAddress(
  href: string,
  baseUrl: string,
  pageAddress: string | null,
): { stem: string; params: Params } | null {
  if (!URL.canParse(href, pageAddress ?? undefined)) return null;
  const url = new URL(href, pageAddress ?? undefined);
  const [, stem] = /^\/w\/([a-z-]+)$/.exec(url.pathname) ?? [];
  if (url.host !== new URL(baseUrl).host || stem === undefined) return null;
  return { stem, params: Object.fromEntries(url.searchParams) };
}

function embeddingIn(element: Element, baseUrl: string, address: string | null): Embedding | null {
  const attributes = attributesOf(element);
  const at = {
    line: lineOf(element),
    hasFallback: textOf(element).trim() !== '' || [...elementsOf(element)].length > 1,
  };
  if (element.tagName.startsWith('gk-'))
    return { ...at, stem: element.tagName.slice(3), params: Object.fromEntries(attributes), form: 'element' };
  const said = attributes.get('data-gk');
  if (said !== undefined) {
    const [stem = '', query = ''] = said.split('?', 2);
    return { ...at, stem, params: Object.fromEntries(new URLSearchParams(query)), form: 'div' };
  }
  const href =
    element.tagName === 'a' ? attributes.get('href') : element.tagName === 'iframe' ? attributes.get('src') : undefined;
  const named = href === undefined ? null : panelAddress(href, baseUrl, address);
  return named && { ...at, ...named, form: element.tagName === 'a' ? 'link' : 'iframe' };
}

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

const nearest = (word: string, known: readonly string[]): string | undefined =>
  known
    .map((one) => [distance(word, one), one] as const)
    .sort(([left], [right]) => left - right)
    .find(([far]) => far <= 3)?.[1];

/** Attributes any element may have, and those of the tag itself that are no parameters. */
const usual =
  /^(data-|aria-|on|gk-)|^(class|id|style|slot|hidden|title|dir|part|role|tabindex|heading-level|theme|size|live|endpoint|frame)$/;

function* tagFindings({ stem, params, line, form, hasFallback }: Embedding): Generator<Finding> {
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

function* loaderFindings(
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

function* damageFindings(source: string, elements: readonly Element[]): Generator<Finding> {
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

const parameters = ({ stem, params }: Embedding): Params => {
  const known = panels[stem] ? [...Object.keys(panels[stem].descriptor.attributes), ...commonParams] : [];
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => {
      const right = known.includes(name) ? name : usual.test(name) ? undefined : nearest(name, known);
      return right === undefined || right === 'heading-level' ? [] : [[right, value]];
    }),
  );
};

/** The first panel of the page as it should stand there, in every form; none where nothing was found. */
function repairedOf(embeddings: readonly Embedding[], baseUrl: string): readonly Snippet[] {
  const [first] = embeddings;
  const stem = first && (panels[first.stem] ? first.stem : nearest(first.stem, Object.keys(panels)));
  if (!first || stem === undefined) return [];
  const summary = panels[stem]?.descriptor.summary ?? stem;
  return snippetsOf({ baseUrl, stem, params: parameters({ ...first, stem }), title: summary, sentence: summary });
}

const nothingFound: Bilingual = {
  zh: '页面里没有找到面板：没有 gk- 标签、data-gk、面板链接或 iframe；可能被编辑器删去了。',
  en: 'No panel was found: no gk- tag, no data-gk, no link to a panel, no iframe; the editor may have removed them.',
};

/** Looks at a page as a browser would read it, and says what keeps panels from being seen (嵌入检查). */
export function examine({ source, address, policies }: ExaminedPage, baseUrl: string): Examination {
  const elements = [...elementsOf(parse(source, { sourceCodeLocationInfo: true }))];
  const embeddings = elements.flatMap((element) => embeddingIn(element, baseUrl, address) ?? []);
  const metaPolicies = elements
    .filter(({ tagName }) => tagName === 'meta')
    .map(attributesOf)
    .filter((attributes) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy')
    .map((attributes) => attributes.get('content') ?? '');
  const findings = [
    ...damageFindings(source, elements),
    ...(embeddings.length === 0
      ? [
          {
            rule: 'no-panel',
            severity: 'ERROR',
            message: nothingFound,
            remedy: {
              zh: '到 /embed 复制代码；编辑器删去标签的，用链接的写法。',
              en: 'Copy the code at /embed; where the editor removes tags, take the plain link.',
            },
          } as const,
        ]
      : []),
    ...embeddings.flatMap((embedding) => [...tagFindings(embedding)]),
    ...loaderFindings(elements, embeddings, baseUrl, address),
    ...cspFindings(
      [...policies, ...metaPolicies],
      embeddings.map(({ form }) => form),
      baseUrl,
      address,
    ),
  ];
  return { findings, found: embeddings.length, repaired: repairedOf(embeddings, baseUrl) };
}
