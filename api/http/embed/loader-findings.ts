import type { Finding } from '../../core/finding.ts';
import { markOf } from '../scripts.ts';
import type { Element } from './elements.ts';
import type { Embedding } from './embedding.ts';
import { finding } from './findings.ts';
import { loaderTag } from './snippets.ts';

/** The script at any of its addresses: evergreen, of a release, pinned. */
const isLoader = /\/(?:widgets|v1)\/(?:loader|gongkai\.classic)(?:-[\w-]{8})?\.js(?:\?|$)/;

/** A script that was meant to be it. */
const isMeant = /\b(?:loader|gongkai)\b[\w.-]*\.js/;

const srcOf = ({ attributes }: Element): string => attributes.get('src') ?? '';

function* addressFindings(
  loader: Element,
  baseUrl: string,
  address: string | null,
  names: ReadonlySet<string>,
): Generator<Finding> {
  const src = srcOf(loader);
  const { line, attributes } = loader;
  const type = attributes.get('type')?.trim().toLowerCase() ?? '';
  if (!/^(?:|module|(?:text|application)\/(?:javascript|ecmascript))$/.test(type))
    yield finding(
      'loader-type',
      'ERROR',
      line,
      [`加载脚本的 type="${type}" 使浏览器不运行它。`, `type="${type}" keeps browsers from running the loader.`],
      ['去掉 type。', 'Leave type out.'],
    );
  if (!URL.canParse(src, address ?? undefined)) {
    yield finding(
      'relative-loader',
      'ERROR',
      line,
      [
        `加载脚本的地址 ${src} 是相对的：浏览器到贵站自己去取，那里没有它。`,
        `The address of the loader, ${src}, is relative: browsers look for it on your own site, where it is not.`,
      ],
      [`写全：${loaderTag(baseUrl)}`, `Write it whole: ${loaderTag(baseUrl)}`],
    );
    return;
  }
  const platform = new URL(baseUrl);
  const url = new URL(src, address ?? undefined);
  if (url.protocol === 'http:' && address?.startsWith('https:'))
    yield finding(
      'mixed-content',
      'ERROR',
      line,
      [
        '页面是 https，加载脚本却是 http：浏览器会拦下它。',
        'The page is https and the loader http: browsers block it.',
      ],
      [`改为 https://${url.host}${url.pathname}。`, `Use https://${url.host}${url.pathname}.`],
    );
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
  const [name = '', mark] = /[^/]+?(?:-([\w-]{8}))?\.js$/.exec(url.pathname) ?? [];
  const integrity = attributes.get('integrity')?.trim();
  if (mark !== undefined && names.size > 0 && !names.has(name))
    yield finding(
      'unknown-build',
      'ERROR',
      line,
      [`平台没有 ${name} 这一版脚本。`, `The platform never served a script ${name}.`],
      ['到 /embed 复制固定脚本的写法。', 'Copy the pinned tag at /embed.'],
    );
  else if (mark !== undefined && integrity && markOf(integrity.replace(/^sha384-/, '')) !== mark)
    yield finding(
      'wrong-digest',
      'ERROR',
      line,
      [`integrity 与 ${name} 不符：浏览器不运行它。`, `The integrity is not that of ${name}: browsers do not run it.`],
      ['到 /embed 复制固定脚本的写法。', 'Copy the pinned tag at /embed.'],
    );
}

/** What is wrong with the script that brings panels. `names` are the pinned scripts the platform knows. */
export function* loaderFindings(
  elements: readonly Element[],
  embeddings: readonly Embedding[],
  baseUrl: string,
  address: string | null,
  names: ReadonlySet<string>,
): Generator<Finding> {
  const scripts = elements.filter(({ tagName }) => tagName === 'script');
  const loaders = scripts.filter((script) => isLoader.test(srcOf(script)));
  const [meant] = scripts.filter((script) => isMeant.test(srcOf(script)));
  const needsOne = embeddings.some(({ form }) => form === 'element' || form === 'div');
  const tag = loaderTag(baseUrl);
  if (needsOne && loaders.length === 0)
    yield meant
      ? finding(
          'loader-address',
          'ERROR',
          meant.line,
          [`${srcOf(meant)} 不是加载脚本的地址。`, `${srcOf(meant)} is not the address of the loader.`],
          [`改为：${tag}`, `Write: ${tag}`],
        )
      : finding(
          'no-loader',
          'ERROR',
          0,
          [
            '页面上有面板标签，却没有加载脚本；可能被编辑器删去了。',
            'There are panels, and no loader script; the editor may have removed it.',
          ],
          [`在页面或模板里加：${tag}`, `Add to the page or its template: ${tag}`],
        );
  if (loaders.length > 1)
    yield finding(
      'several-loaders',
      'NOTICE',
      loaders[1]?.line ?? 0,
      [
        `加载脚本出现 ${loaders.length} 次；可以工作，一次就够。`,
        `The loader stands there ${loaders.length} times; it works, once is enough.`,
      ],
      ['留一个。', 'Keep one.'],
    );
  for (const loader of loaders) yield* addressFindings(loader, baseUrl, address, names);
  // Beside a frame a link is for whoever sees no frames.
  const framed = new Set(embeddings.filter(({ form }) => form === 'iframe').map(({ stem }) => stem));
  const link = embeddings.find(({ form, stem }) => form === 'link' && !framed.has(stem));
  if (link && !loaders.some(({ attributes }) => attributes.has('data-gk-links')))
    yield finding(
      'links-stay-links',
      'NOTICE',
      link.line,
      [
        '指向面板的链接不会变成面板：加载脚本没有 data-gk-links。',
        'Links to panels stay links: the loader has no data-gk-links.',
      ],
      [
        `要变成面板，模板里用：${loaderTag(baseUrl, ' data-gk-links')}`,
        `To make panels of them, in the template: ${loaderTag(baseUrl, ' data-gk-links')}`,
      ],
    );
}
