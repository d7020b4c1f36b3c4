import type { Finding } from '../../../core/finding.ts';
import { linksLoader, loaderTag } from '../snippets.ts';
import { cut } from './cut.ts';
import type { Element } from './elements.ts';
import type { Embedding } from './embedding.ts';
import { finding } from './findings.ts';
import type { KnownScripts } from './integrity.ts';
import { crossoriginFindings, digestFindings } from './integrity-findings.ts';
import { resolved, type Standing } from './standing.ts';

/** The script at any of its addresses: evergreen, of a release, pinned. */
const isLoader = /\/(?:widgets|v1)\/(?:loader|gongkai\.classic)(?:-[\w-]{8})?\.js(?:\?|$)/;

/** A script that was meant to be it. */
const isMeant = /\b(?:loader|gongkai)\b[\w.-]{0,60}\.js/;

const srcOf = ({ attributes }: Element): string => attributes.get('src') ?? '';

/** What browsers do with the tag of a loader, and where it leads. */
function* addressFindings(
  loader: Element,
  { baseUrl, standing, scripts }: Pick<Loading, 'baseUrl' | 'standing' | 'scripts'>,
): Generator<Finding> {
  const src = srcOf(loader);
  const { line, attributes } = loader;
  const type = attributes.get('type')?.trim().toLowerCase() ?? '';
  if (!/^(?:|module|(?:text|application)\/(?:javascript|ecmascript))$/.test(type))
    yield finding(
      'loader-type',
      'ERROR',
      line,
      [
        `加载脚本的 type="${cut(type)}" 使浏览器不运行它。`,
        `type="${cut(type)}" keeps browsers from running the loader.`,
      ],
      ['去掉 type。', 'Leave type out.'],
    );
  if (loader.isSelfClosed)
    yield finding(
      'loader-self-closed',
      'ERROR',
      line,
      [
        '<script /> 不是 HTML 的写法：它没有结束，后面的内容都被当作脚本。',
        '<script /> does not end in HTML: all that follows counts as script.',
      ],
      [`写成：${loaderTag(baseUrl)}`, `Write: ${loaderTag(baseUrl)}`],
    );
  const platform = new URL(baseUrl);
  const url = resolved(src, standing, baseUrl);
  const isRelative = !/^\s*(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src);
  if (url === null || (isRelative && url.host !== platform.host)) {
    yield finding(
      'relative-loader',
      'ERROR',
      line,
      [
        `加载脚本的地址 ${cut(src, 120)} 是相对的：浏览器到贵站自己去取，那里没有它。`,
        `The address of the loader, ${cut(src, 120)}, is relative: browsers look for it on your own site, where it is not.`,
      ],
      [`写全：${loaderTag(baseUrl)}`, `Write it whole: ${loaderTag(baseUrl)}`],
    );
    return;
  }
  yield* crossoriginFindings(loader, standing.origin !== url.origin);
  if (url.host !== platform.host) {
    yield finding(
      'other-platform',
      'NOTICE',
      line,
      [
        `加载脚本来自 ${url.host}，不是这个平台（${platform.host}）。`,
        `The loader comes from ${url.host}, not from this platform (${platform.host}).`,
      ],
      [
        `要嵌入这个平台的内容，写：${loaderTag(baseUrl)}`,
        `To embed what this platform publishes, write: ${loaderTag(baseUrl)}`,
      ],
    );
    return;
  }
  yield* digestFindings(loader, url.pathname.split('/').at(-1) ?? '', scripts);
}

const notRun = ({ inert, line }: Element, tag: string): Finding =>
  finding(
    'loader-not-run',
    'ERROR',
    line,
    inert === 'noscript'
      ? [
          '加载脚本在 <noscript> 里：能运行脚本的浏览器不看它，不能的也不运行它。',
          'The loader stands in <noscript>: browsers that run scripts pass it over, and the others run none.',
        ]
      : [
          '加载脚本在 <template> 里：浏览器不运行那里的脚本。',
          'The loader stands in <template>: browsers run no script there.',
        ],
    [`移到外面：${tag}`, `Move it outside: ${tag}`],
  );

/** There is none, or none that can be it. */
function* missingFindings(
  meant: Element | undefined,
  { needsOne, link, baseUrl }: { needsOne: boolean; link: Embedding | undefined; baseUrl: string },
): Generator<Finding> {
  const tag = needsOne ? loaderTag(baseUrl) : linksLoader(baseUrl);
  if (meant)
    yield finding(
      'loader-address',
      'ERROR',
      meant.line,
      [`${cut(srcOf(meant), 120)} 不是加载脚本的地址。`, `${cut(srcOf(meant), 120)} is not the address of the loader.`],
      [`改为：${tag}`, `Write: ${tag}`],
    );
  else if (needsOne)
    yield finding(
      'no-loader',
      'ERROR',
      0,
      [
        '页面上有面板标签，却没有加载脚本；可能被编辑器删去了。',
        'There are panels, and no loader script; the editor may have removed it.',
      ],
      [`在页面或模板里加：${tag}`, `Add to the page or its template: ${tag}`],
    );
  else if (link)
    yield finding(
      'no-loader',
      'NOTICE',
      link.line,
      [
        '页面上没有加载脚本：指向面板的链接不会变成面板。',
        'There is no loader on the page: links to panels stay links.',
      ],
      [`要变成面板，在页面或模板里加：${tag}`, `To make panels of them, add to the page or its template: ${tag}`],
    );
}

/** What a page loads panels by. */
export interface Loading {
  readonly elements: readonly Element[];
  readonly embeddings: readonly Embedding[];
  readonly baseUrl: string;
  readonly standing: Standing;
  /** The scripts the platform knows; empty where nobody asked. */
  readonly scripts: KnownScripts;
}

/** The scripts of a page that are the loader, wherever they stand. */
export const loadersIn = (elements: readonly Element[]): readonly Element[] =>
  elements.filter((element) => element.tagName === 'script' && isLoader.test(srcOf(element)));

/** Characters beside a link that may have come there by chance: a dash, a full stop, a word. More are a sentence. */
const mostByChance = 8;

/** Links that the loader leaves as they are, since a panel would break a sentence, where a panel may have been meant. */
function* textFindings(links: readonly Embedding[]): Generator<Finding> {
  const isAmongOthers = links.some(({ element }) => element.beside === 0);
  const most = isAmongOthers ? mostByChance : Number.POSITIVE_INFINITY;
  const kept = links.filter(({ element }) => element.beside > 0 && element.beside <= most);
  const [first] = kept;
  if (first)
    yield finding(
      'link-in-text',
      'NOTICE',
      first.line,
      [
        `有 ${kept.length} 个指向面板的链接不会变成面板：它们前后还有字，只有独占一段的才会。`,
        `${kept.length} ${kept.length === 1 ? 'link stays a link' : 'links stay links'}: only one that stands alone in its paragraph becomes a panel.`,
      ],
      [
        '要变成面板，让链接独占一段（<p> 里只有它）；本来就要链接的，不必改。',
        'For a panel let the link stand alone in its paragraph (nothing else in <p>); where a link is meant, all is right.',
      ],
    );
}

/** What is wrong with the script that brings panels. */
export function* loaderFindings(loading: Loading): Generator<Finding> {
  const { elements, embeddings, baseUrl, standing } = loading;
  const loaders = loadersIn(elements);
  const running = loaders.filter(({ inert }) => inert === null);
  const needsOne = embeddings.some(({ form }) => form === 'element' || form === 'div');
  // Beside a frame a link is for whoever sees no frames, in <noscript> for whoever runs no scripts.
  const framed = new Set(embeddings.filter(({ form }) => form === 'iframe').map(({ stem }) => stem));
  const links = embeddings.filter(
    ({ form, stem, element }) => form === 'link' && !framed.has(stem) && element.inert === null,
  );
  const [link] = links;
  if (loaders.length === 0) {
    // Beside links alone any script of such a name may be somebody else's.
    const isOurs = (script: Element): boolean =>
      script.attributes.has('data-gk-links') ||
      resolved(srcOf(script), standing, baseUrl)?.host === new URL(baseUrl).host;
    const meant = elements.find(
      (element) =>
        element.tagName === 'script' && isMeant.test(srcOf(element)) && (needsOne || (link && isOurs(element))),
    );
    yield* missingFindings(meant, { needsOne, link, baseUrl });
    return;
  }
  const [first] = loaders;
  if (first && running.length === 0)
    yield notRun(first, first.attributes.has('data-gk-links') ? linksLoader(baseUrl) : loaderTag(baseUrl));
  if (running.length > 1)
    yield finding(
      'several-loaders',
      'NOTICE',
      running[1]?.line ?? 0,
      [
        `加载脚本出现 ${running.length} 次；可以工作，一次就够。`,
        `The loader stands there ${running.length} times; it works, once is enough.`,
      ],
      ['留一个。', 'Keep one.'],
    );
  for (const loader of running.length > 0 ? running : loaders) yield* addressFindings(loader, loading);
  if (running.some(({ attributes }) => attributes.has('data-gk-links'))) yield* textFindings(links);
  else if (link && running.length > 0)
    yield finding(
      'links-stay-links',
      'NOTICE',
      link.line,
      [
        '指向面板的链接不会变成面板：加载脚本没有 data-gk-links。',
        'Links to panels stay links: the loader has no data-gk-links.',
      ],
      [
        `要变成面板，模板里用：${linksLoader(baseUrl)}`,
        `To make panels of them, in the template: ${linksLoader(baseUrl)}`,
      ],
    );
}
