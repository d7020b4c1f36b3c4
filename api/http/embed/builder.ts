import { html } from 'ghtml';
import { parse } from 'graphql';
import type { PanelDocument, Params } from '../../../widgets/core/document.ts';
import type { Panel } from '../../../widgets/core/panel.ts';
import { panels } from '../../../widgets/panels.ts';
import type { Bilingual } from '../../core/finding.ts';
import { assets } from '../pages/assets.ts';
import { type Page, type PlatformFacts, platformFields } from '../pages/layout.ts';
import type { Markup } from '../pages/typography.ts';
import type { View } from '../pages/view.ts';
import { summaryOf } from '../panels/summary.ts';
import { pinnedLoader } from '../scripts.ts';
import { embeddedOf } from './embedded.ts';
import { fieldsOf } from './fields.ts';
import { namedPanels } from './named-panels.ts';
import { linksLoader, pinnedTag, type Snippet, snippetsOf } from './snippets.ts';

/** What the address of the builder says: the panel and its parameters, as far as they are chosen. */
export interface Chosen {
  readonly stem: string;
  readonly panel: Panel;
  readonly params: Params;
  /** What it shows, or why it cannot be shown as it was chosen. */
  readonly outcome: { readonly document: PanelDocument } | { readonly refusal: Bilingual };
}

const query = parse(`{ ${platformFields} organizations { name } }`);

interface Answer {
  readonly platform: PlatformFacts;
  readonly organizations: readonly { readonly name: string }[];
}

const panelChoice = ({ stem }: Chosen): Markup =>
  html`<nav aria-label="面板 Panels"><ul class="panel-choice">
    !${namedPanels.map(([name, panel]) => {
      const { zh, en } = summaryOf(panel);
      return html`<li>
        <a href="/embed?panel=${name}#settings" !${panels[stem] === panel ? 'aria-current="page"' : ''}><span class="zh">${zh}</span> <span class="en" lang="en">${en}</span></a>
      </li>`;
    })}
  </ul></nav>`;

const form = (
  { stem, panel, params }: Chosen,
  { organizations }: Answer,
): Markup => html`<form method="get" action="/embed#preview">
    <input type="hidden" name="panel" value="${stem}" />
    !${fieldsOf(panel, params)}
    <datalist id="embed-organizations">!${organizations.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
    <p><button>更新预览和代码 <span class="en" lang="en">Update</span></button></p>
  </form>`;

const attributesOf = (params: Params): Markup =>
  Object.entries(params)
    .map(([name, value]) => html` !${name}="${value}"`)
    .join('');

/** Its heading stands below that of this page, whatever level it has on another. */
const preview = ({ stem, panel, params }: Chosen, { address, title }: PanelDocument): Markup => {
  const tag = html`<gk-!${stem}!${attributesOf({ ...params, 'heading-level': '3' })}>!${panel.descriptor.isInline ? '' : html`<p><a href="${address}">${title}</a></p>`}</gk-!${stem}>`;
  return html`<section aria-labelledby="preview">
    <h2 id="preview" tabindex="-1">预览 <span class="english" lang="en">Preview</span></h2>
    !${panel.descriptor.isInline ? html`<p>……句子里的这个数 <span lang="en">the number in a sentence</span>： !${tag}。</p>` : tag}
  </section>`;
};

/** A panel that is refused has no code: whoever pasted it would show the refusal to his readers. */
const refused = ({ zh, en }: Bilingual): Markup => html`<section aria-labelledby="preview">
    <h2 id="preview" tabindex="-1">还不能嵌入 <span class="english" lang="en">Not yet</span></h2>
    <p class="notice" role="note">${zh} !${en === zh ? '' : html`<span lang="en">${en}</span>`}</p>
    <p>改正设置后，这里是预览和代码。 <span lang="en">Preview and code come when the settings are right.</span></p>
  </section>`;

const snippet = ({
  form: name,
  label,
  code,
  keptBy,
}: Snippet): Markup => html`<section class="snippet" aria-labelledby="snippet-${name}">
    <h3 id="snippet-${name}">${label.zh} <span class="english" lang="en">${label.en}</span></h3>
    <pre tabindex="0" role="region" aria-label="${label.zh}" data-copy><code>${code}</code></pre>
    <p class="small">${keptBy.zh} <span lang="en">${keptBy.en}</span></p>
  </section>`;

const files = (document: PanelDocument): Markup => {
  const [path = '', search = ''] = document.address.split('?', 2);
  const of = (extension: string) => `${path}.${extension}${search === '' ? '' : `?${search}`}`;
  return html`<p class="files">同一内容 <span lang="en">The same as</span>
    !${['svg', 'png', 'csv', 'xlsx', 'json', 'md'].map((extension) => html`<a href="${of(extension)}">${extension.toUpperCase()}</a> `)}
    · <a href="${document.address}">单独一页</a></p>`;
};

const codes = (
  snippets: readonly Snippet[],
  { panel }: Chosen,
  view: View,
  pin: Awaited<ReturnType<typeof pinnedLoader>>,
): Markup => html`<section class="snippets" aria-labelledby="code">
        <h2 id="code">代码 <span class="english" lang="en">Code</span></h2>
        <div class="grid">!${snippets.map(snippet)}</div>
        !${panel.descriptor.isInline ? '' : html`<p class="small">用“一个链接”时，全站模板里放一次： <code>${linksLoader(view.baseUrl)}</code></p>`}
        !${pin === null ? '' : html`<p class="small">只许运行这一版脚本的网站，用它代替加载脚本（平台更新后地址仍在，内容照常更新）： <code>${pinnedTag(view.baseUrl, pin)}</code></p>`}
        <p class="small">要某一时刻的内容、以后不变，加属性 <code>as-of="${view.now.toISOString().slice(0, 19)}Z"</code>；此后如有更正，面板会说明。</p>
      </section>`;

/** `/embed`: choose a panel, see it live, copy it (嵌入代码). It works without a script; the script adds the copy buttons. */
export async function builderPage(view: View, chosen: Chosen): Promise<Page> {
  const [answer, pin] = await Promise.all([view.ask<Answer>(query), pinnedLoader()]);
  const { stem, panel, params, outcome } = chosen;
  const called = summaryOf(panel);
  const { baseUrl, now } = view;
  const snippets =
    'document' in outcome ? snippetsOf(embeddedOf({ baseUrl, stem, panel, params, ...outcome, now })) : null;
  return {
    title: '嵌入代码',
    style: assets.embed,
    platform: answer.platform,
    baseUrl: view.baseUrl,
    canonical: `${view.baseUrl}/embed`,
    description: '选面板、看预览、复制代码：部门网站嵌入公开信息的几种写法。',
    head: html`<script src="/widgets/loader.js" async></script><script src="${assets.copyScript}" async></script>`,
    main: html`<h1>嵌入代码 <span class="english" lang="en">Embed a panel</span></h1>
      <p>选一个面板，看预览，复制下面任一种代码。内容随平台更新；更正、撤回会显示出来。 <a href="/embed/doctor">嵌好了却不显示？检查页面</a> · <a href="/embed/gallery">每个面板的每种状态</a></p>
      !${panelChoice(chosen)}
      <div class="builder">
        <section aria-labelledby="settings">
          <h2 id="settings" tabindex="-1">${called.zh} <span class="english" lang="en">${called.en}</span></h2>
          !${form(chosen, answer)}
        </section>
        <div>!${'document' in outcome ? html`!${preview(chosen, outcome.document)}!${files(outcome.document)}` : refused(outcome.refusal)}</div>
      </div>
      !${snippets ? codes(snippets, chosen, view, pin) : ''}`,
  };
}
