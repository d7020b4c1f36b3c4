import type { FastifyInstance } from 'fastify';
import { html } from 'ghtml';
import { parse } from 'graphql';
import type { Kind } from '../../disclosures/kind.ts';
import { kinds } from '../../disclosures/registry.ts';
import { assets } from './assets.ts';
import type { Overview, Question } from './kind-pages.ts';
import { type Page, type PlatformFacts, platformFields } from './layout.ts';
import { hasDoors, pagesOf } from './registry.ts';
import { day, dayOf, type Markup } from './typography.ts';
import type { View } from './view.ts';

/** Characters of code on a line of the page. */
const lineWidth = 56;

const platformQuery = parse(`{ ${platformFields} }`);

interface Shown {
  readonly kind: Kind;
  readonly overview: Overview;
}

const pre = (label: string, text: string): Markup =>
  html`<pre tabindex="0" role="region" aria-label="${label}" !${label === '回答' ? '' : 'data-copy'}><code>${text}</code></pre>`;

const doorHeading = (
  id: string,
  zh: string,
  who: string,
  en: string,
  copies = true,
): Markup => html`<h2 id="${id}">${zh}</h2>
    <p class="who${copies ? ' copies' : ''}">${who} <span lang="en">${en}</span></p>`;

const snippetOf = ({ kind, overview }: Shown, baseUrl: string): string => {
  const [tag = ''] = overview.panels;
  return `<script src="${baseUrl}/widgets/loader.js" async></script>
<${tag} page-size="3">
  <a href="${baseUrl}/${kind.plural}">政策文件</a>
</${tag}>`;
};

/** The tag is the registry's, not a reader's: it may stand in markup as it is. */
const panel = ({ overview, kind }: Shown): Markup => {
  const [tag = ''] = overview.panels;
  return html`<${tag} page-size="3" heading-level="3">
    !${overview.fallback}
    <p><a href="/${kind.plural}">全部政策文件</a></p>
  </${tag}>`;
};

const webmaster = (
  shown: Shown,
  { baseUrl }: View,
): Markup => html`<section class="door panel-door" aria-labelledby="paste">
    !${doorHeading('paste', '贴一段代码', '部门网站', 'For webmasters: paste a snippet')}
    !${pre('嵌入代码', snippetOf(shown, baseUrl))}
    <p class="then small">页面上就有了下面这块，内容随平台更新。平台停了、脚本没来，里面的链接还在。</p>
    !${panel(shown)}
  </section>`;

const developer = (
  { overview }: Shown,
  { baseUrl }: View,
  answer: string,
): Markup => html`<section class="door" aria-labelledby="curl">
    !${doorHeading('curl', '敲一行命令', '开发者', 'For developers: no key, no sign-up')}
    !${pre('命令', `curl -G ${baseUrl}/graphql \\\n  --data-urlencode 'query=${overview.query}'`)}
    !${pre('回答', answer)}
    <p class="small">回答是刚才问来的，缩进是为了好读。 <a href="/graphql">在浏览器里接着问</a></p>
  </section>`;

const question = ({ kind }: Shown, { zh, en, answer, filter }: Question): Markup => html`<li>
    <h3>${zh}</h3>
    <p class="small" lang="en">${en}</p>
    <p>!${answer}</p>
    <p class="files">
      <a href="/api/v1/${kind.plural}.xlsx?${filter}">XLSX</a> <a href="/api/v1/${kind.plural}.csv?${filter}">CSV</a>
      <a href="/${kind.plural}?${filter}">看列表</a>
    </p>
  </li>`;

const cited = (citation: string): Markup => html`<li>
    <h3>写进报道，怎么注明？</h3>
    <p class="small" lang="en">How to cite it, so that it can be checked in ten years</p>
    <p class="small cite">${citation}</p>
  </li>`;

const journalist = (shown: Shown): Markup => html`<section class="door" aria-labelledby="ask">
    !${doorHeading('ask', '问一个问题', '记者与研究者', 'For journalists: a table in one click', false)}
    <ol class="questions">
      !${shown.overview.questions.map((one) => question(shown, one))}
      !${shown.overview.citation ? cited(shown.overview.citation) : ''}
    </ol>
  </section>`;

/** The list of a kind's records may hold none of their figures: those are in files of their own. */
const linesOf = ({ lines }: Kind): Markup =>
  lines === null
    ? ''
    : html`<br />${lines.label.zh} !${['xlsx', 'csv', 'parquet'].map((format) => html`<a href="/api/v1/${lines.plural}.${format}">${format.toUpperCase()}</a> `)}`;

const kindRow = ({ kind, overview }: Shown): Markup => html`<tr>
    <th scope="row"><a href="/${kind.plural}">${kind.label.zh}</a> <span lang="en">${kind.label.en}</span></th>
    <td class="figure" data-label="件数">${overview.count ?? '未计'}</td>
    <td data-label="最近发布">!${overview.latestAt ? day(dayOf(overview.latestAt)) : '尚无'}</td>
    <td class="files" data-label="全部数据">
      目录 <a href="/api/v1/${kind.plural}.xlsx">XLSX</a> <a href="/api/v1/${kind.plural}.csv">CSV</a>
      <a href="/api/v1/${kind.plural}.json">JSON</a> !${linesOf(kind)}
    </td>
    <td data-label="面板">!${overview.panels.length > 0 ? [...new Set(overview.panels)].map((tag) => html`<code>&lt;${tag}&gt;</code> `) : '无'}</td>
  </tr>`;

const table = (shown: readonly Shown[]): Markup => html`<section class="kinds" aria-labelledby="kinds">
    <h2 id="kinds">收了什么 <span class="english" lang="en">What is here</span></h2>
    <table>
      <thead>
        <tr><th scope="col">种类</th><th scope="col" class="figure">件数</th><th scope="col">最近发布</th><th scope="col">全部数据</th><th scope="col">面板</th></tr>
      </thead>
      <tbody>
        !${shown.map(kindRow)}
      </tbody>
    </table>
  </section>`;

const doors = html`<section class="links" aria-labelledby="more">
    <h2 id="more">还有 <span class="english" lang="en">More</span></h2>
    <dl>
      <div><dt><a href="/graphql">查询接口</a></dt><dd>在浏览器里提问，附中文例子。<a href="/graphql/plain">简版</a>适合手机和不用脚本的人。</dd></div>
      <div><dt><a href="/embed">嵌入代码</a></dt><dd>选面板、看预览、复制代码；<a href="/embed/doctor">嵌好了却不显示</a>，查哪里不对；<a href="/embed/gallery">面板图库</a>。</dd></div>
      <div><dt><a href="/demo">嵌入演示</a></dt><dd>一个虚构部门的旧网站，里面的面板是活的。</dd></div>
      <div><dt>面板的地址</dt><dd>每个面板一个地址，如 <code>/w/budget?organization=…&amp;year=2024</code>；图片、表格和数据在名字后加 <code class="keep">.svg</code>、<code class="keep">.png</code>、<code class="keep">.csv</code>、<code class="keep">.xlsx</code>、<code class="keep">.md</code>、<code class="keep">.json</code>。</dd></div>
      <div><dt><a href="/schema.graphql">数据结构（SDL）</a></dt><dd>每个字段都有中英文说明。</dd></div>
      <div><dt><a href="/changes.atom">变更订阅（Atom）</a></dt><dd>每次发布、更正、撤回各一条；程序用 <a href="/changes.json">JSON</a>，从任一条接续。</dd></div>
      <div><dt><a href="/docs/errors">错误代码</a></dt><dd>每个代码是什么意思，遇到了怎么办。</dd></div>
    </dl>
  </section>`;

/** JSON with one line for whatever fits on one: short enough to be read beside its question. */
function compact(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || indent.length + line.length <= lineWidth) return line;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => inner + compact(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${compact(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** The answer of the command on the page, asked through the same door just now. */
async function answerOf(server: FastifyInstance, { overview }: Shown, { baseUrl }: View): Promise<string> {
  const { host } = new URL(baseUrl);
  const response = await server.inject({
    method: 'GET',
    url: '/graphql',
    query: { query: overview.query },
    headers: { host },
  });
  return compact(response.json());
}

/** Lines break between phrases, not inside words. */
const headline = ['政府该公开的，', '在这里校核、', '编号、', '发布一次，', '网页、程序和表格', '都读这一份。'];

/** `/`: what this is, and a door for each of three readers. */
export async function landingPage(server: FastifyInstance, view: View): Promise<Page> {
  const { platform } = await view.ask<{ platform: PlatformFacts }>(platformQuery);
  const shown = await Promise.all(kinds.map(async (kind) => ({ kind, overview: await pagesOf(kind).overview(view) })));
  const first = shown.find(({ kind }) => hasDoors(kind));
  const lead = html`<header class="lead">
      <h1>!${headline.map((phrase) => html`<span class="phrase">${phrase}</span>`)}</h1>
      <p lang="en">What government must publish, checked, numbered and published once, and read from everywhere else.</p>
    </header>`;
  return {
    title: '',
    style: assets.landing,
    platform,
    baseUrl: view.baseUrl,
    canonical: `${view.baseUrl}/`,
    description: '政府信息公开平台：法定公开的文件和数据校核、编号、发布一次，网页、程序和表格都读这一份。',
    head: html`<script src="/widgets/loader.js" async></script><script src="${assets.copyScript}" async></script>`,
    data: {
      '@context': 'https://schema.org',
      '@type': 'DataCatalog',
      '@id': `${view.baseUrl}/`,
      name: platform.name,
      inLanguage: 'zh-CN',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      dataset: kinds.map(({ plural, label }) => ({
        '@type': 'Dataset',
        '@id': `${view.baseUrl}/${plural}`,
        name: label.zh,
      })),
    },
    main: first
      ? html`!${lead}
          <div class="doors">
            !${webmaster(first, view)}!${developer(first, view, await answerOf(server, first, view))}!${journalist(first)}
          </div>
          !${table(shown)}!${doors}`
      : html`!${lead}!${table(shown)}!${doors}`,
  };
}
