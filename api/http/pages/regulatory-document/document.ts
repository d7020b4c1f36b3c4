import { html } from 'ghtml';
import { today } from '../../../core/local-date.ts';
import type { Kind } from '../../../disclosures/kind.ts';
import { assets } from '../assets.ts';
import type { Page } from '../layout.ts';
import {
  alternates,
  attributes,
  type Citations,
  citation,
  colophon,
  downloads,
  editionFact,
  editions,
  type FileForm,
  findings,
  pathOf,
  type Shown,
  superseded,
} from '../published.ts';
import { day, instant, type Markup, publicationDate, typeset, validityBadge } from '../typography.ts';
import type { View } from '../view.ts';
import { addressees, bodyOf, closing, contentsOf } from './body.ts';
import { type DocumentAnswer, type DocumentView, documentQuery, type RelationView } from './fields.ts';
import { legislation } from './json-ld.ts';

const facts = ({ document, current, isPinned }: Shown<DocumentView>): readonly (readonly [string, Markup])[] => {
  const { issuers, publisher, topic, subtopic, eventClasses } = document;
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
      isPinned && document.edition.number !== current.number ? '有效性（本版发布当日）' : '有效性',
      validityBadge(document.validity),
    ],
    ['公开属性', attributes[document.attribute]],
    ['发布时间', instant(document.firstPublishedAt)],
    ['版次', editionFact(document)],
  ];
  return rows.filter((row): row is readonly [string, Markup] => row[1] !== null);
};

const metadata = (shown: Shown<DocumentView>): Markup => html`<section class="metadata" aria-labelledby="metadata">
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

type ShownDocument = Shown<DocumentView> & { readonly cited: Citations };

const forms: readonly FileForm[] = [
  { extension: 'xlsx', what: '表格' },
  { extension: 'csv', what: '条目' },
  { extension: 'json', what: '全部内容' },
  { extension: 'jsonld', what: '关联数据' },
];

const main = (shown: ShownDocument): Markup => {
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
      !${metadata(shown)}!${downloads(shown, forms)}!${contentsOf(document)}
    </div>
    <div class="body">
      <section class="text" aria-labelledby="text">
        <h2 id="text">正文</h2>
        !${addressees(document)}
        !${bodyOf(document)}
        !${closing(document)}
      </section>
      !${relations(document)}!${citation(shown, shown.cited)}!${editions(shown)}!${findings(document)}
      !${colophon(shown)}
    </div>
  </article>`;
};

function pageOf(shown: ShownDocument, { platform }: DocumentAnswer, { baseUrl }: View, kind: Kind): Page {
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
    head: alternates(document, forms),
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
