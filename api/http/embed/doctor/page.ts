import { html } from 'ghtml';
import { parse } from 'graphql';
import type { Bilingual, Finding } from '../../../core/finding.ts';
import { assets } from '../../pages/assets.ts';
import { type Page, type PlatformFacts, platformFields } from '../../pages/layout.ts';
import type { Markup } from '../../pages/typography.ts';
import type { View } from '../../pages/view.ts';
import type { Report } from './repair.ts';
import { repairedCode } from './repaired-view.ts';

const query = parse(`{ ${platformFields} }`);

/** What was typed, and what became of it. */
export interface Consultation {
  readonly address: string;
  readonly source: string;
  readonly policy: string;
  readonly allowed: readonly string[];
  readonly outcome: Report | Bilingual | null;
}

const severities = { ERROR: '错误 Error', WARNING: '提醒 Warning', NOTICE: '说明 Notice' } as const;

const row = ({ severity, row: line, message, remedy }: Finding): Markup => html`<li class="finding">
    <p><b>${severities[severity]}</b> !${line === undefined ? '' : html`第 ${line} 行 <span lang="en">line ${line}</span>`}</p>
    <p>${message.zh}<span class="english" lang="en">${message.en}</span></p>
    !${remedy ? html`<p><b>怎么办：</b>${remedy.zh}<span class="english" lang="en">${remedy.en}</span></p>` : ''}
  </li>`;

const report = (outcome: Report): Markup => {
  const { findings, found } = outcome;
  return html`<section aria-labelledby="report" role="status">
    <h2 id="report" tabindex="-1">检查结果 <span class="english" lang="en">Report</span></h2>
    <p>${found === 0 ? '没有找到面板。' : findings.length === 0 ? `找到 ${found} 处面板，没有发现问题。` : `找到 ${found} 处面板，${findings.length} 个问题。`}
      <span class="english" lang="en">${found} embedded, ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.</span></p>
    <ul class="findings">!${findings.map(row)}</ul>
    !${repairedCode(outcome)}
  </section>`;
};

const refusal = ({ zh, en }: Bilingual): Markup =>
  html`<section class="notice" id="report" tabindex="-1" role="alert"><p><b>${zh}</b><span class="english" lang="en">${en}</span></p></section>`;

const outcomeOf = ({ outcome }: Consultation): Markup =>
  outcome === null ? '' : 'found' in outcome ? report(outcome) : refusal(outcome);

/** What is written back of what was pasted: a page of the doctor is not to be larger than that. */
const largestBack = 150_000;

/** As much as it is in the page, where every quote is five characters. */
const isWrittenBack = (text: string): boolean =>
  text.length <= largestBack && Buffer.byteLength(html`${text}`) <= largestBack;

const sourceField = (source: string): Markup => {
  const isBack = isWrittenBack(source);
  const gone = html`<p class="hint">粘贴的源代码有 ${Math.ceil(Buffer.byteLength(source) / 1024)} KB，没有写回这里；要再检查，请重新粘贴。<span class="english" lang="en">What was pasted is too long to be written back here; paste it again to examine it again.</span></p>`;
  return html`<div class="field">
          <label for="doctor-source">页面的源代码 <span class="english" lang="en">Source</span></label>
          <p class="hint" id="doctor-source-hint">浏览器里按 Ctrl+U 查看，全选、复制到这里；1 MB 以内。<span class="english" lang="en">Ctrl+U shows it in a browser; select all and copy it here; 1 MB at most.</span></p>
          !${isBack ? '' : gone}
          <textarea id="doctor-source" name="source" rows="10" aria-describedby="doctor-source-hint">${isBack ? source : ''}</textarea>
        </div>`;
};

/** Only sites the operator named are fetched: elsewhere nobody is asked for an address. */
const addressField = ({ address, allowed }: Consultation): Markup =>
  allowed.length === 0
    ? html`<p class="hint">请粘贴页面的源代码。要在这里直接填网址，请运行平台的人设定 <code>EMBED_HOSTS</code>，列出可以代取的网站，如 <code>EMBED_HOSTS=www.example.gov.cn</code>。
        <span class="english" lang="en">Paste the source of the page. For a field for its address, whoever runs the platform sets <code>EMBED_HOSTS</code> to the sites it may fetch.</span></p>`
    : html`<div class="field">
          <label for="doctor-address">网址 <span class="english" lang="en">Address</span></label>
          <p class="hint" id="doctor-address-hint">可取：${allowed.join('、')}<span class="english" lang="en">Sites that may be fetched: ${allowed.join(', ')}</span></p>
          <input id="doctor-address" name="address" type="url" value="${address}" aria-describedby="doctor-address-hint" />
        </div>`;

/** `/embed/doctor`: says why a panel does not show on a page (嵌入检查). */
export async function doctorPage(view: View, consultation: Consultation): Promise<Page> {
  const { platform } = await view.ask<{ platform: PlatformFacts }>(query);
  const { source, policy } = consultation;
  return {
    title: '嵌入检查',
    style: assets.embed,
    platform,
    baseUrl: view.baseUrl,
    canonical: `${view.baseUrl}/embed/doctor`,
    description: '面板嵌好了却不显示：给网址或粘贴源代码，看哪里不对、怎样改。',
    head: html`<script src="${assets.copyScript}" async></script>`,
    main: html`<h1>嵌入检查 <span class="english" lang="en">Embed doctor</span></h1>
      <p class="explained">面板没有出现，或样子不对？给出页面，看哪里不对、怎样改。粘贴的内容只在这次检查中使用，不保存。 <a href="/embed/gallery">每个面板本来的样子</a>
        <span class="english" lang="en">Give a page: what keeps the panel from showing, and the repaired code. Nothing is kept.</span></p>
      !${outcomeOf(consultation)}
      <form class="doctor" method="post" action="/embed/doctor#report" accept-charset="utf-8">
        !${addressField(consultation)}
        !${sourceField(source)}
        <div class="field">
          <label for="doctor-policy">内容安全策略 <span class="english" lang="en">Content-Security-Policy</span></label>
          <p class="hint" id="doctor-policy-hint">网站响应头里有时填，如 default-src 'self'；粘贴源代码时看不到它。<span class="english" lang="en">Where the site sends this header, such as default-src 'self'; the source does not show it.</span></p>
          <input id="doctor-policy" name="policy" value="${policy}" aria-describedby="doctor-policy-hint" />
        </div>
        <p><button>检查 <span class="en" lang="en">Examine</span></button></p>
      </form>`,
  };
}
