import { html } from 'ghtml';
import { parse } from 'graphql';
import { chineseCount } from '../../core/chinese.ts';
import type { Kind, Showcase } from '../../disclosures/kind.ts';
import { kinds } from '../../disclosures/registry.ts';
import { assets } from './assets.ts';
import { type Exemplar, exemplar } from './examples.ts';
import { type PlatformFacts, platformFields } from './layout.ts';
import { day, type Markup, typeset } from './typography.ts';
import type { View } from './view.ts';

interface Answer {
  readonly platform: PlatformFacts;
  readonly list: {
    readonly nodes: readonly { readonly title: string; readonly url: string; readonly formedOn: string | null }[];
  };
}

const demoQuery = parse(`{ ${platformFields} list: regulatoryDocuments(first: 5) { nodes { title url formedOn } } }`);

const name = '桓台县示例局';

const columns = ['网站首页', '机构概况', '政务公开', '办事服务', '互动交流', '专题专栏'];

/** The other columns of the site do not exist: what looks like a link leads to the sentence that says so. */
const navigation = columns.map((column) =>
  column === '政务公开'
    ? html`<li class="on"><a href="#policy" aria-current="page">${column}</a></li>`
    : html`<li><a href="#about">${column}</a></li>`,
);

const side = [
  ['政府信息公开指南', '#about'],
  ['政府信息公开制度', '#about'],
  ['法定主动公开内容', '#policy'],
  ['政府信息公开年报', '#about'],
  ['依申请公开', '#about'],
] as const;

const news = [
  ['示例局召开年度工作会议（虚构）', '2026-03-02'],
  ['示例局开展“公众开放日”活动（虚构）', '2026-02-18'],
  ['关于调整对外服务窗口时间的公告（虚构）', '2026-01-30'],
  ['示例局参加全县政务公开培训（虚构）', '2026-01-12'],
  ['示例局 2025 年度政府信息公开工作年度报告（虚构）', '2026-01-05'],
] as const;

const listPanel = ({ list: { nodes } }: Answer): Markup => html`<gk-documents page-size="5" heading-level="2">
    <p>本栏目内容以政府信息公开平台为准：</p>
    <ul>
      !${nodes.map(
        ({ title, url, formedOn }) =>
          html`<li><a href="${new URL(url).pathname}">!${typeset(title)}</a> !${formedOn ? day(formedOn) : ''}</li>`,
      )}
    </ul>
    <p><a href="/regulatory-documents">在平台上查看全部政策文件</a></p>
  </gk-documents>`;

const documentPanel = (found: Exemplar | null): Markup =>
  found
    ? html`<gk-document number="${found.number}" heading-level="3">
        <p><a href="${new URL(found.url).pathname}">!${typeset(found.title)}</a></p>
        <p>!${typeset(found.number)}，${found.publisher}!${found.formedOn ? html`，!${day(found.formedOn)}` : ''}，${found.validity.label}</p>
        !${found.summary ? html`<p>${found.summary}</p>` : ''}
        <p>全文见政府信息公开平台。</p>
      </gk-document>`
    : html`<p>平台上还没有可以展示的文件。</p>`;

interface Shown {
  readonly kind: Kind;
  readonly panel: Showcase;
}

const shown: readonly Shown[] = kinds.flatMap((kind) => kind.panels.map((panel) => ({ kind, panel })));

/** Tags and names of attributes are the kinds', not a reader's: they may stand in markup as they are. */
const attributesOf = ({ attributes }: Showcase): Markup =>
  Object.entries(attributes)
    .map(([key, value]) => html` !${key}="${value}"`)
    .join('');

/** One tag may be shown twice, with other attributes: the number tells the headings apart. */
const section = (
  { kind, panel }: Shown,
  index: number,
): Markup => html`<section class="single" aria-labelledby="panel-${index}">
    <h2 id="panel-${index}">${panel.heading}</h2>
    <!${panel.tag}!${attributesOf(panel)} heading-level="3">
      <p><a href="/${kind.plural}">在平台上查看全部${kind.label.zh}</a></p>
    </!${panel.tag}>
  </section>`;

const pasted = ({ kind, panel }: Shown, baseUrl: string): string => `<${panel.tag}${Object.entries(panel.attributes)
  .map(([key, value]) => ` ${key}="${value}"`)
  .join('')}>
  <a href="${baseUrl}/${kind.plural}">${kind.label.zh}</a>
</${panel.tag}>`;

const snippet = (baseUrl: string, number: string): string => `<script src="${baseUrl}/widgets/loader.js" async></script>

<gk-documents page-size="5">
  <a href="${baseUrl}/regulatory-documents">政策文件</a>
</gk-documents>

<gk-document number="${number}">
  <a href="${baseUrl}/regulatory-documents?number=${encodeURIComponent(number)}">${number}</a>
</gk-document>

${shown.map((one) => pasted(one, baseUrl)).join('\n\n')}`;

/** `/demo`: an old department site that exists nowhere, with the panels live in it. */
export async function demoPage(view: View): Promise<Markup> {
  const [answer, found] = await Promise.all([view.ask<Answer>(demoQuery), exemplar(view)]);
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>政策文件-${name}（虚构）</title>
<meta name="SiteName" content="${name}（虚构，示例）" />
<meta name="ColumnName" content="政策文件" />
<meta name="ColumnType" content="政策文件" />
<meta name="robots" content="noindex" />
<link rel="stylesheet" href="${assets.demo}" />
<link rel="icon" href="${assets.icon}" type="image/svg+xml" />
<script src="/widgets/loader.js" async></script>
</head>
<body>
<aside class="strip" aria-label="演示说明"><a class="skip" href="#policy">跳到正文</a><div class="wrap">这是虚构的部门网站，用来看面板放进旧网站是什么样子。<a href="/">返回${answer.platform.name}</a></div></aside>
<header class="banner"><div class="wrap">
  <p class="emblem" aria-hidden="true">示</p>
  <p class="title">${name}<span>（虚构）</span></p>
  <p class="slogan" lang="en">Department of Examples, Huantai County (fictitious)</p>
</div></header>
<nav class="main" aria-label="栏目"><ul class="wrap">!${navigation}</ul></nav>
<div class="wrap">
  <nav class="crumb" aria-label="当前位置"><p>当前位置：<a href="#about">网站首页</a> &gt; <a href="#about">政务公开</a> &gt; 法定主动公开内容</p></nav>
  <div class="columns">
    <nav class="side" aria-label="政府信息公开">
      <p class="box-title">政府信息公开</p>
      <ul>!${side.map(([text, href]) => html`<li><a href="${href}">${text}</a></li>`)}</ul>
    </nav>
    <main id="policy" tabindex="-1">
      <h1>法定主动公开内容</h1>
      !${listPanel(answer)}
    </main>
    <aside class="news" aria-label="工作动态">
      <p class="box-title">工作动态</p>
      <ul>!${news.map(([title, date]) => html`<li><a href="#about">${title}</a> <span class="date">${date}</span></li>`)}</ul>
    </aside>
  </div>
  <section class="single" aria-labelledby="single">
    <h2 id="single">重点文件</h2>
    !${documentPanel(found)}
  </section>
  !${shown.map(section)}
  <section class="about" id="about" aria-labelledby="about-title" tabindex="-1">
    <h2 id="about-title">关于本页</h2>
    <p>${name}不存在，本页的机构、新闻、标识码和备案号都是虚构的示例，其他栏目没有内容。${chineseCount(shown.length + 2)}块面板是活的：内容来自<a href="/">${answer.platform.name}</a>，页面里只放了下面这段代码。</p>
    <pre tabindex="0" role="region" aria-label="嵌入代码"><code>${snippet(view.baseUrl, found?.number ?? '桓政办字〔2021〕29号')}</code></pre>
  </section>
</div>
<footer class="foot"><div class="wrap">
  <p>党政机关网站标识（示例） <span aria-hidden="true">|</span> 我为政府网站找错（示例）</p>
  <p>主办单位：${name}（虚构） 联系方式：0533-0000000（示例）</p>
  <p>网站标识码：3703210000（示例） 鲁ICP备00000000号（示例） 鲁公网安备 00000000000000号（示例）</p>
  <p>网站支持IPv6</p>
</div></footer>
</body>
</html>
`;
}
