import { html } from 'ghtml';
import { today } from '../../../core/local-date.ts';
import type { Kind } from '../../../disclosures/kind.ts';
import { assets } from '../assets.ts';
import type { Page } from '../layout.ts';
import { day, fileSize, instant, type Markup, publicationDate, typeset, validityBadge } from '../typography.ts';
import type { View } from '../view.ts';
import { addressees, bodyOf, closing, contentsOf } from './body.ts';
import {
  type Citations,
  type DocumentAnswer,
  type DocumentView,
  documentQuery,
  type EditionView,
  type RelationView,
} from './fields.ts';
import { legislation } from './json-ld.ts';

const attributes = { PROACTIVE: '主动公开', ON_REQUEST: '依申请公开', WITHHELD: '不予公开' } as const;
const severities = { ERROR: '错误', WARNING: '提醒', NOTICE: '说明' } as const;
const reasons = { FIRST: '首次发布', UPDATE: '更新', CORRECTION: '更正', REPUBLICATION: '重新发布' } as const;

/** What a document looks like from one of its pages: the current one, or exactly one edition. */
interface Shown {
  readonly document: DocumentView;
  /** The edition public now. */
  readonly current: EditionView;
  readonly cited: Citations;
  /** True on the page of one edition. */
  readonly isPinned: boolean;
}

const pathOf = (url: string): string => new URL(url).pathname;

const facts = ({ document, current, isPinned }: Shown): readonly (readonly [string, Markup])[] => {
  const { issuers, publisher, topic, subtopic, eventClasses, edition } = document;
  const rows: readonly (readonly [string, Markup | null])[] = [
    ['发文字号', document.number ? typeset(document.number.text) : '无文号'],
    ['发文机关', typeset(issuers.map(({ name }) => name).join('、')) || null],
    ['发布机构', issuers.length === 1 && issuers[0]?.name === publisher.name ? null : typeset(publisher.name)],
    ['索引号', html`<span class="code">${document.indexNumber}</span>`],
    ['登记号', document.registration ? html`${document.registration}` : null],
    ['文种', html`${document.genre.label}`],
    ['主题分类', topic ? html`${topic.label}${subtopic ? `－${subtopic.label}` : ''}` : null],
    ['一类事', eventClasses.length > 0 ? html`${eventClasses.map(({ label }) => label).join('、')}` : null],
    ['成文日期', document.formedOn ? day(document.formedOn) : null],
    ['印发日期', document.printedOn ? day(document.printedOn) : null],
    ['施行日期', document.effectiveFrom ? day(document.effectiveFrom) : null],
    ['有效期至', document.effectiveTo ? day(document.effectiveTo) : null],
    [
      isPinned && edition.number !== current.number ? '有效性（本版发布当日）' : '有效性',
      validityBadge(document.validity),
    ],
    ['公开属性', attributes[document.attribute]],
    ['发布时间', instant(document.firstPublishedAt)],
    ['版次', html`第 ${edition.number} 版，!${instant(edition.publishedAt)}`],
  ];
  return rows.filter((row): row is readonly [string, Markup] => row[1] !== null);
};

const metadata = (shown: Shown): Markup => html`<section class="metadata" aria-labelledby="metadata">
    <h2 id="metadata">信息</h2>
    <dl>
      !${facts(shown).map(([term, value]) => html`<div><dt>${term}</dt><dd>!${value}</dd></div>`)}
    </dl>
  </section>`;

function relation({ targetNumber, targetTitle, document, article, direction }: RelationView): Markup {
  const title = document?.title ?? targetTitle;
  const name = [
    title ? (/^《/.test(title) ? title : `《${title}》`) : '',
    targetNumber ? `（${targetNumber}）` : '',
  ].join('');
  const where =
    article && direction === 'OUTGOING'
      ? html` <a class="where small" href="#${article.path}">见${article.marker || '正文'}</a>`
      : '';
  return document
    ? html`<li><a href="${pathOf(document.url)}">!${typeset(name)}</a>!${where}</li>`
    : html`<li>!${typeset(name)} <span class="small muted">本平台未收</span>!${where}</li>`;
}

function relations({ relations: all }: DocumentView): Markup {
  const labels = [...new Set(all.map(({ label }) => label))];
  if (labels.length === 0) return '';
  return html`<section class="relations" aria-labelledby="relations">
    <h2 id="relations">相关文件</h2>
    <dl>
      !${labels.map(
        (label) => html`<div>
          <dt>${label}</dt>
          <dd><ul>!${all.filter((one) => one.label === label).map(relation)}</ul></dd>
        </div>`,
      )}
    </dl>
  </section>`;
}

const others = (title: string, documents: DocumentView['interpretations']): Markup =>
  documents.length === 0
    ? ''
    : html`<p class="interpreted">
        <b>${title}</b> !${documents
          .map((other) => html`<a href="${pathOf(other.url)}">!${typeset(other.title)}</a>`)
          .join('；')}
      </p>`;

function findings({ findings: all }: DocumentView): Markup {
  if (all.length === 0) return '';
  return html`<section class="findings" aria-labelledby="findings">
    <h2 id="findings">校核发现</h2>
    <details>
      <summary>发布时程序在原文中发现 ${all.length} 处可疑的地方，原文照录，一并公开</summary>
      <ol>
        !${all.map(
          ({ severity, message, remedy, rule, row }) => html`<li>
            <span class="severity">${severities[severity]}</span> !${typeset(message)} !${remedy ? typeset(remedy) : ''}
            <span class="small muted">!${row === null ? '' : html`原文件第 ${row} 行，`}规则 <code>${rule}</code></span>
          </li>`,
        )}
      </ol>
    </details>
  </section>`;
}

const editions = ({ document, current }: Shown): Markup => html`<section class="editions" aria-labelledby="editions">
    <h2 id="editions">版次</h2>
    <ol>
      !${document.editions.map(
        (edition) => html`<li>
          <a href="${pathOf(edition.url)}">第 ${edition.number} 版</a> ${reasons[edition.reason]}，!${instant(edition.publishedAt)}
          !${edition.number === current.number ? html`<b>现行</b>` : ''}
          !${edition.changeNote ? html`<span class="note">!${typeset(edition.changeNote)}</span>` : ''}
          <span class="digest small muted" lang="en">${edition.digest}</span>
        </li>`,
      )}
    </ol>
  </section>`;

function downloads({ document, isPinned }: Shown): Markup {
  const path = pathOf(document.url);
  const formats = [
    ['xlsx', 'XLSX', '表格'],
    ['csv', 'CSV', '条目'],
    ['json', 'JSON', '全部内容'],
    ['jsonld', 'JSON-LD', '关联数据'],
  ] as const;
  return html`<section class="downloads" aria-labelledby="downloads">
    <h2 id="downloads">下载</h2>
    <ul>
      !${
        isPinned
          ? ''
          : formats.map(
              ([extension, name, what]) =>
                html`<li><a href="${path}.${extension}">${name}</a> <span class="small muted">${what}</span></li>`,
            )
      }
      !${document.attachments.map(
        ({ name, role, size, sha256, url }) => html`<li>
          <a href="${pathOf(url)}">${name}</a>
          <span class="small muted">${role === 'SOURCE' ? '原文件' : '附件'}，${fileSize(size)}，<span lang="en">SHA-256 ${sha256.slice(0, 12)}…</span></span>
        </li>`,
      )}
    </ul>
  </section>`;
}

const citation = ({ document, cited }: Shown): Markup => html`<section class="citation" aria-labelledby="citation">
    <h2 id="citation">引用</h2>
    <p class="cite">${cited.citation}</p>
    <details>
      <summary>其他格式 <span lang="en">APA, BibTeX</span></summary>
      <p class="cite" lang="en">${cited.apa}</p>
      <pre tabindex="0" role="region" aria-label="BibTeX"><code>${cited.bibtex}</code></pre>
    </details>
    <p class="small muted">永久地址 <a href="${pathOf(document.permalink)}">${document.permalink}</a> · <a href="${document.license.uri}" rel="license">${document.license.title}</a></p>
  </section>`;

/** On the page of an edition that is no longer the current one. */
function superseded({ document, current, isPinned }: Shown): Markup {
  if (!isPinned) return '';
  const { edition } = document;
  const path = pathOf(document.url);
  if (edition.number === current.number) {
    return html`<p class="notice" role="note">这是第 ${edition.number} 版的固定页面，目前是现行版。<a href="${path}">文件页面</a>总是显示现行版。</p>`;
  }
  return html`<p class="notice" role="note">
    <b>这是第 ${edition.number} 版，已被替代。</b>!${edition.supersededAt ? html`!${instant(edition.supersededAt)} 起由新版替代。` : ''}<a
      href="${path}">看现行的第 ${current.number} 版</a>
  </p>`;
}

const colophon = ({ document }: Shown): Markup => html`<p class="colophon">
    ${document.permalink}<br />第 ${document.edition.number} 版 ${document.digest}<br />以政府信息公开平台所载为准
  </p>`;

const main = (shown: Shown): Markup => {
  const { document } = shown;
  return html`<article class="document">
    <header>
      !${superseded(shown)}
      <h1>!${typeset(document.title)}!${document.isSample ? html` <span class="badge">示例</span>` : ''}</h1>
      <p class="facts">
        <span class="number">!${document.number ? typeset(document.number.text) : '无文号'}</span>
        !${validityBadge(document.validity)}
        <span>${document.publisher.name}</span>
        !${document.formedOn ? day(document.formedOn) : ''}
      </p>
      !${others('解读', document.interpretations)}!${others('本文解读的文件', document.interprets)}
    </header>
    <div class="aside">
      !${metadata(shown)}!${downloads(shown)}!${contentsOf(document)}
    </div>
    <div class="body">
      <section class="text" aria-labelledby="text">
        <h2 id="text">正文</h2>
        !${addressees(document)}
        !${bodyOf(document)}
        !${closing(document)}
      </section>
      !${relations(document)}!${citation(shown)}!${editions(shown)}!${findings(document)}
      !${colophon(shown)}
    </div>
  </article>`;
};

const alternates = (document: DocumentView): Markup =>
  [
    ['json', 'application/json'],
    ['jsonld', 'application/ld+json'],
    ['csv', 'text/csv'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ]
    .map(([extension, type]) => html`<link rel="alternate" type="${type}" href="${document.url}.${extension}" />`)
    .join('') +
  html`<link rel="cite-as" href="${document.permalink}" /><link rel="license" href="${document.license.uri}" />`;

function pageOf(shown: Shown, { platform }: DocumentAnswer, { baseUrl }: View, kind: Kind): Page {
  const { document, isPinned } = shown;
  const number = document.number ? `（${document.number.text}）` : '';
  return {
    title: isPinned ? `${document.title}（第${document.edition.number}版）` : document.title,
    style: assets.document,
    platform,
    baseUrl,
    canonical: isPinned ? document.versionUrl : document.url,
    description: document.summary ?? `${document.title}${number}`,
    meta: {
      ColumnName: kind.label.zh,
      ColumnType: '政策文件',
      ArticleTitle: document.title,
      PubDate: publicationDate(document.modifiedAt),
      ContentSource: document.publisher.name,
      Keywords: [document.number?.text, document.genre.label, document.topic?.label].filter(Boolean).join(','),
      Author: document.issuers.map(({ name }) => name).join(','),
      Description: document.summary ?? document.title,
      Url: document.url,
      ...(isPinned ? { robots: 'noindex' } : {}),
    },
    head: alternates(document),
    data: legislation(document),
    main: main(shown),
  };
}

/** The page of a document as it is now, or of exactly one of its editions. */
export async function documentPage(
  view: View,
  kind: Kind,
  indexNumber: string,
  edition: number | null,
): Promise<Page | null> {
  const citedOn = today(view.now);
  const now = await view.ask<DocumentAnswer>(documentQuery, { indexNumber, citedOn });
  const { document, cited } = now;
  if (!document || !cited) return null;
  if (edition === null) return pageOf({ document, cited, current: document.edition, isPinned: false }, now, view, kind);
  const wanted = document.editions.find(({ number }) => number === edition);
  if (!wanted) return null;
  // The current edition is shown as it holds today: a citation leads here.
  if (edition === document.edition.number) {
    return pageOf({ document, cited, current: document.edition, isPinned: true }, now, view, kind);
  }
  const then = await view.ask<DocumentAnswer>(documentQuery, { indexNumber, citedOn, asOf: wanted.publishedAt });
  if (!then.document || !then.cited) return null;
  // History and the end of this edition are known today, not on the day it was published.
  const shown: DocumentView = { ...then.document, editions: document.editions, edition: wanted };
  return pageOf({ document: shown, cited: then.cited, current: document.edition, isPinned: true }, then, view, kind);
}
