import type { Finding } from '../../../core/finding.ts';
import { cut } from './cut.ts';
import type { Element } from './elements.ts';
import { finding } from './findings.ts';
import { type Loading, loadersIn } from './loader-findings.ts';
import { resolved } from './standing.ts';

/** What of the platform a page loads, by the attribute that names it. */
const loaded = [
  { isIt: ({ tagName }: Element) => tagName === 'img', name: 'src', severity: 'WARNING', zh: '图片', en: 'picture' },
  { isIt: ({ tagName }: Element) => tagName === 'iframe', name: 'src', severity: 'ERROR', zh: 'iframe', en: 'frame' },
  {
    isIt: ({ tagName }: Element) => tagName.startsWith('gk-'),
    name: 'endpoint',
    severity: 'ERROR',
    zh: '数据',
    en: 'data',
  },
] as const;

const mixed = (line: number, severity: Finding['severity'], [zh, en]: readonly [string, string], url: URL): Finding =>
  finding(
    'mixed-content',
    severity,
    line,
    severity === 'ERROR'
      ? [`页面是 https，${zh}却是 http：浏览器会拦下它。`, `The page is https and the ${en} http: browsers block it.`]
      : [
          `页面是 https，${zh}却是 http：浏览器改用 https 去取或不显示，地址栏不再是安全标志。`,
          `The page is https and the ${en} http: browsers ask for it by https or do not show it.`,
        ],
    [`改为 https://${url.host}${cut(url.pathname, 120)}。`, `Use https://${url.host}${cut(url.pathname, 120)}.`],
  );

/** The loader and what is of the platform, asked for without encryption by a page that is encrypted (混合内容). */
export function* mixedContentFindings(
  { elements, standing, baseUrl }: Pick<Loading, 'elements' | 'standing' | 'baseUrl'>,
  policies: readonly string[],
): Generator<Finding> {
  // A page may have its browsers ask by https whatever is written.
  if (!standing.isHttps || policies.some((policy) => /(?:^|[;\s])upgrade-insecure-requests\b/i.test(policy))) return;
  const loaders = new Set(loadersIn(elements));
  const { host } = new URL(baseUrl);
  for (const element of elements) {
    const isLoader = loaders.has(element);
    const kind = loaded.find(({ isIt }) => isIt(element));
    if (!isLoader && !kind) continue;
    const url = resolved(element.attributes.get(kind?.name ?? 'src') ?? '', standing, baseUrl);
    if (url?.protocol !== 'http:') continue;
    if (isLoader) yield mixed(element.line, 'ERROR', ['加载脚本', 'loader'], url);
    else if (kind && url.host === host) yield mixed(element.line, kind.severity, [kind.zh, kind.en], url);
  }
}
