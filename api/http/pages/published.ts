import { html } from 'ghtml';
import { fileSize, instant, type Markup, typeset } from './typography.ts';

export interface EditionView {
  readonly number: number;
  readonly publishedAt: string;
  readonly supersededAt: string | null;
  readonly reason: 'FIRST' | 'UPDATE' | 'CORRECTION' | 'REPUBLICATION';
  readonly changeNote: string | null;
  readonly digest: string;
  readonly url: string;
}

interface FindingView {
  readonly rule: string;
  readonly severity: 'ERROR' | 'WARNING' | 'NOTICE';
  readonly row: number | null;
  readonly column: string | null;
  readonly message: string;
}

interface AttachmentView {
  readonly name: string;
  readonly role: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly url: string;
}

/** What the page of any published record says, whatever its kind. */
export interface PublishedView {
  readonly indexNumber: string;
  readonly title: string;
  readonly permalink: string;
  readonly url: string;
  readonly versionUrl: string;
  readonly publisher: { readonly name: string; readonly code: string | null };
  readonly attribute: 'PROACTIVE' | 'ON_REQUEST' | 'WITHHELD';
  readonly firstPublishedAt: string;
  readonly modifiedAt: string;
  readonly digest: string;
  readonly isSample: boolean;
  readonly license: { readonly uri: string; readonly title: string; readonly attribution: string };
  readonly edition: EditionView;
  readonly editions: readonly EditionView[];
  readonly findings: readonly FindingView[];
  readonly attachments: readonly AttachmentView[];
}

/** Selects a `PublishedView` of anything `Published`. */
export const publishedFields = `
  indexNumber title permalink url versionUrl attribute firstPublishedAt modifiedAt digest isSample
  publisher { name code }
  license { uri title attribution }
  edition { number publishedAt supersededAt reason changeNote digest url }
  editions { number publishedAt supersededAt reason changeNote digest url }
  findings { rule severity row column message }
  attachments { name role mediaType size sha256 url }`;

export interface Citations {
  readonly citation: string;
  readonly apa: string;
  readonly bibtex: string;
}

/** Selects `Citations` of anything `Published`, as read on the day in the variable given. */
export const citationFields = (day = 'null'): string =>
  `citation(accessedOn: ${day}) apa: citation(style: APA, accessedOn: ${day}) bibtex: citation(style: BIBTEX, accessedOn: ${day})`;

/** What a record looks like from one of its pages: the current one, or exactly one edition. */
export interface Shown<Document extends PublishedView = PublishedView> {
  readonly document: Document;
  /** The edition public now. */
  readonly current: EditionView;
  /** True on the page of one edition. */
  readonly isPinned: boolean;
}

/** A file a record is given as, beside its page. */
export interface FileForm {
  readonly extension: 'xlsx' | 'csv' | 'json' | 'jsonld';
  readonly what: string;
}

const fileForms = {
  json: { name: 'JSON', mediaType: 'application/json' },
  jsonld: { name: 'JSON-LD', mediaType: 'application/ld+json' },
  csv: { name: 'CSV', mediaType: 'text/csv' },
  xlsx: { name: 'XLSX', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;

const severities = { ERROR: '错误', WARNING: '提醒', NOTICE: '说明' } as const;
const reasons = { FIRST: '首次发布', UPDATE: '更新', CORRECTION: '更正', REPUBLICATION: '重新发布' } as const;
export const attributes = { PROACTIVE: '主动公开', ON_REQUEST: '依申请公开', WITHHELD: '不予公开' } as const;

export const pathOf = (url: string): string => new URL(url).pathname;

/** 第 2 版, and since when. */
export const editionFact = ({ edition }: PublishedView): Markup =>
  html`第 ${edition.number} 版，!${instant(edition.publishedAt)}`;

export function findings({ findings: all }: PublishedView): Markup {
  if (all.length === 0) return '';
  return html`<section class="findings" aria-labelledby="findings">
    <h2 id="findings">校核发现</h2>
    <details>
      <summary>发布时程序在原文中发现 ${all.length} 处可疑的地方，原文照录，一并公开</summary>
      <ol>
        !${all.map(
          ({ severity, message, rule, row }) => html`<li>
            <span class="severity">${severities[severity]}</span> !${typeset(message)}
            <span class="small muted">!${row === null ? '' : html`原文件第 ${row} 行，`}规则 <code>${rule}</code></span>
          </li>`,
        )}
      </ol>
    </details>
  </section>`;
}

export const editions = ({
  document,
  current,
}: Shown): Markup => html`<section class="editions" aria-labelledby="editions">
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

/** The files state the current edition, so that the page of one edition offers only its own attachments. */
export function downloads({ document, isPinned }: Shown, forms: readonly FileForm[]): Markup {
  if (isPinned && document.attachments.length === 0) return '';
  const path = pathOf(document.url);
  return html`<section class="downloads" aria-labelledby="downloads">
    <h2 id="downloads">下载</h2>
    <ul>
      !${
        isPinned
          ? ''
          : forms.map(
              ({ extension, what }) =>
                html`<li><a href="${path}.${extension}">${fileForms[extension].name}</a> <span class="small muted">${what}</span></li>`,
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

const cites = ({ citation, apa, bibtex }: Citations): Markup => html`<p class="cite">${citation}</p>
    <details>
      <summary>其他格式 <span lang="en">APA, BibTeX</span></summary>
      <p class="cite" lang="en">${apa}</p>
      <pre tabindex="0" role="region" aria-label="BibTeX"><code>${bibtex}</code></pre>
    </details>`;

/** How it is cited, its permanent address and its licence. */
export const citation = (
  { document }: Shown,
  cited: Citations | null,
): Markup => html`<section class="citation" aria-labelledby="citation">
    <h2 id="citation">引用</h2>
    !${cited ? cites(cited) : ''}
    <p class="small muted">永久地址 <a href="${pathOf(document.permalink)}">${document.permalink}</a> · <a href="${document.license.uri}" rel="license">${document.license.title}</a></p>
  </section>`;

/** On the page of an edition: whether it is still the current one. */
export function superseded({ document, current, isPinned }: Shown): Markup {
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

/** On paper only. */
export const colophon = ({ document }: Shown): Markup => html`<p class="colophon">
    ${document.permalink}<br />第 ${document.edition.number} 版 ${document.digest}<br />以政府信息公开平台所载为准
  </p>`;

/** Links of the head to the record's other forms. */
export const alternates = (document: PublishedView, forms: readonly FileForm[]): Markup =>
  forms
    .map(
      ({ extension }) =>
        html`<link rel="alternate" type="${fileForms[extension].mediaType}" href="${document.url}.${extension}" />`,
    )
    .join('') +
  html`<link rel="cite-as" href="${document.permalink}" /><link rel="license" href="${document.license.uri}" />`;
