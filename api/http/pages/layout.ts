import { html } from 'ghtml';
import { version } from '../../core/version.ts';
import { kinds } from '../../disclosures/registry.ts';
import { assets } from './assets.ts';
import type { Markup } from './typography.ts';

/** What every page asks of the platform. */
export interface PlatformFacts {
  readonly name: string;
  readonly hasSampleData: boolean;
}

export const platformFields = 'platform { name hasSampleData }';

export interface Page {
  /** Without the platform's name, which is added; empty on the first page. */
  readonly title: string;
  readonly platform: PlatformFacts;
  /** Absolute address of the platform, for `SiteDomain`. */
  readonly baseUrl: string;
  readonly main: Markup;
  /** Of what the page shows, where that is not Chinese as written here. */
  readonly lang?: string;
  readonly description?: string;
  /** The address this page should be known by. */
  readonly canonical?: string;
  /** `<meta name>` of 国办发〔2017〕47号: ArticleTitle, PubDate, ColumnName … */
  readonly meta?: Readonly<Record<string, string | null | undefined>>;
  /** More of the head: links to other forms of the page. */
  readonly head?: Markup;
  /** Linked data about what the page shows. */
  readonly data?: unknown;
  readonly width?: 'wide' | 'text';
  /** The style sheet of this sort of page, beside the one of all. */
  readonly style?: string;
}

const navigation: readonly (readonly [href: string, zh: string, en: string])[] = [
  ...kinds.map(({ plural, shortLabel: { zh, en } }) => [`/${plural}`, zh, en] as const),
  ['/graphql', '查询接口', 'Explorer'],
  ['/embed', '嵌入', 'Embed'],
];

/** A `<` inside a data block could end it. */
export const dataBlock = (type: string, value: unknown, id?: string): Markup =>
  `<script type="${type}"${id ? ` id="${id}"` : ''}>${JSON.stringify(value).replace(/</g, '\\u003c')}</script>`;

const metaTags = (meta: Page['meta'] = {}): Markup =>
  Object.entries(meta)
    .flatMap(([name, content]) => (content ? [html`<meta name="${name}" content="${content}" />`] : []))
    .join('\n');

const sampleNotice = html`<p class="sample">
  <b>含示例数据</b> 标“示例”的内容均为虚构，仅供演示。 <span lang="en">Whatever is marked 示例 is made-up sample data.</span>
</p>`;

const header = ({ platform }: Page): Markup => html`<header class="site">
  <a class="skip" href="#main">跳到正文</a>
  <div class="inside">
    <a class="brand" href="/">${platform.name}</a>
    <nav aria-label="全站">
      <ul>
        !${navigation.map(([href, zh, en]) => html`<li><a href="${href}">${zh} <span lang="en">${en}</span></a></li>`)}
      </ul>
    </nav>
  </div>
  !${platform.hasSampleData ? sampleNotice : ''}
</header>`;

const footer = ({ platform }: Page): Markup => html`<footer class="site">
  <div class="inside">
    <p>
      ${platform.name} · 程序 gongkai ${version} · 数据许可
      <a href="https://creativecommons.org/licenses/by/4.0/deed.zh-hans" rel="license">CC BY 4.0</a>
    </p>
    <p>
      <a href="/docs/errors">错误代码</a> · <a href="/schema.graphql">数据结构（SDL）</a> ·
      <a href="/graphql/plain">不用脚本的查询页</a>
    </p>
    <p>本站不用 Cookie，不请求任何外部地址，不用脚本也能读。 <span lang="en">No cookies, no outside requests, readable without scripts.</span></p>
  </div>
</footer>`;

/** A whole page. */
export const layout = (page: Page): Markup => html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${page.title ? `${page.title} - ${page.platform.name}` : page.platform.name}</title>
<meta name="SiteName" content="${page.platform.name}" />
<meta name="SiteDomain" content="${page.baseUrl.replace(/^https?:\/\//, '')}" />
!${metaTags({ description: page.description, ...page.meta })}
<meta name="color-scheme" content="light dark" />
<link rel="stylesheet" href="${assets.base}" />
!${page.style ? html`<link rel="stylesheet" href="${page.style}" />` : ''}
<link rel="stylesheet" href="${assets.print}" media="print" />
<link rel="alternate" type="application/atom+xml" title="变更" href="/changes.atom" />
<link rel="icon" href="${assets.icon}" type="image/svg+xml" />
!${page.canonical ? html`<link rel="canonical" href="${page.canonical}" />` : ''}
!${page.head ?? ''}
!${page.data ? dataBlock('application/ld+json', page.data) : ''}
</head>
<body>
!${header(page)}
<main id="main" tabindex="-1" class="inside ${page.width ?? 'wide'}"!${page.lang ? html` lang="${page.lang}"` : ''}>
!${page.main}
</main>
!${footer(page)}
</body>
</html>
`;
