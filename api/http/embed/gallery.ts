import { html } from 'ghtml';
import { parse } from 'graphql';
import type { Params } from '../../../widgets/core/document.ts';
import type { Panel } from '../../../widgets/core/panel.ts';
import { panels } from '../../../widgets/panels.ts';
import { assets } from '../pages/assets.ts';
import { type Page, type PlatformFacts, platformFields } from '../pages/layout.ts';
import type { Markup } from '../pages/typography.ts';
import type { View } from '../pages/view.ts';
import { summaryOf } from '../panels/summary.ts';
import { namedPanels } from './named-panels.ts';

const query = parse(`{ ${platformFields} }`);

interface Case {
  readonly state: 'loading' | 'data' | 'empty' | 'misused' | 'stale' | 'error';
  readonly zh: string;
  readonly en: string;
  readonly attributes: Params;
  /** Put into the page by its script, when there is a copy to show. */
  readonly isLater?: boolean;
}

/** Where nobody answers. */
const nowhere = 'http://127.0.0.1:9';

/** The states a page may meet, each made by what really makes it: no state is painted. */
const casesOf = ({ descriptor: { example = {} } }: Panel): readonly Case[] => [
  { state: 'data', zh: '有内容', en: 'with data', attributes: example },
  { state: 'loading', zh: '等待中', en: 'waiting', attributes: { ...example, endpoint: `${nowhere}/held` } },
  {
    state: 'stale',
    zh: '平台不可用，存有副本',
    en: 'platform away, with a saved copy',
    attributes: { ...example, endpoint: `${nowhere}/saved` },
    isLater: true,
  },
  { state: 'error', zh: '平台不可用', en: 'platform away', attributes: { ...example, endpoint: nowhere } },
  {
    state: 'empty',
    zh: '那一刻还没有公开',
    en: 'nothing public at that instant',
    attributes: { ...example, 'as-of': '2000-01-01T00:00:00Z' },
  },
  { state: 'misused', zh: '标签写错', en: 'a wrong tag', attributes: { ...example, 'as-of': '昨天' } },
];

const attributesOf = (attributes: Params): Markup =>
  Object.entries(attributes)
    .map(([name, value]) => html` !${name}="${value}"`)
    .join('');

function shown(stem: string, { state, zh, en, attributes, isLater }: Case): Markup {
  const panel = html`<gk-!${stem}!${attributesOf(attributes)} heading-level="4" live="off"><p><a href="/w/!${stem}">${panels[stem]?.descriptor.summary}</a></p></gk-!${stem}>`;
  return html`<section class="case" data-state="${state}">
    <h3>${zh} <span class="english" lang="en">${en}</span></h3>
    !${isLater ? html`<p class="small">上面的面板有了内容，这里才有副本。 <span lang="en">There is a copy once the panel above has had its content.</span></p><template>!${panel}</template>` : panel}
  </section>`;
}

/** So long a page is gone through by name. */
const index: Markup = html`<nav aria-label="面板目录 Index" id="panels" tabindex="-1"><ul class="panel-choice">
    !${namedPanels.map(([stem, panel]) => {
      const { zh, en } = summaryOf(panel);
      return html`<li><a href="#gallery-${stem}"><span class="zh">${zh}</span> <span class="en" lang="en">${en}</span></a></li>`;
    })}
  </ul></nav>`;

/** `/embed/gallery`: every panel in every state it may come to on a page (面板图库). */
export async function galleryPage(view: View): Promise<Page> {
  const { platform } = await view.ask<{ platform: PlatformFacts }>(query);
  return {
    title: '面板图库',
    style: assets.embed,
    platform,
    baseUrl: view.baseUrl,
    canonical: `${view.baseUrl}/embed/gallery`,
    description: '每个面板的每种状态：有内容、等待中、平台不可用（有副本、没有副本）、没有内容、标签写错。',
    head: html`<script src="${assets.galleryScript}"></script><script src="/widgets/loader.js" async></script>`,
    main: html`<h1>面板图库 <span class="english" lang="en">Gallery</span></h1>
      <p>每个面板在网页上可能出现的每种状态。 <a href="/embed">选面板、复制代码</a></p>
      !${index}
      !${namedPanels.map(
        ([stem, panel]) => html`<section aria-labelledby="gallery-${stem}">
          <h2 id="gallery-${stem}" tabindex="-1">${summaryOf(panel).zh} <span class="english" lang="en">${summaryOf(panel).en}</span> <code>&lt;gk-${stem}&gt;</code></h2>
          <p class="small">${panel.descriptor.description}</p>
          <div class="cases">!${casesOf(panel).map((one) => shown(stem, one))}</div>
          <p class="small"><a href="#panels">回到目录 <span lang="en">All panels</span></a></p>
        </section>`,
      )}`,
  };
}
