import { html } from 'ghtml';
import type { PanelDocument, Params } from '../../../widgets/core/document.ts';
import { formatInstantDay } from '../../../widgets/core/format.ts';
import { assets } from '../pages/assets.ts';
import { dataBlock, layout, type PlatformFacts } from '../pages/layout.ts';
import { type Markup, typeset } from '../pages/typography.ts';
import { type Asked, addressOf } from './asked.ts';
import { badge, blockMarkup } from './blocks.ts';
import type { Correction } from './correction.ts';
import { titleOf } from './marked.ts';
import { periodOf } from './period.ts';
import { dateOf } from './picture/metadata.ts';
import { gridsOf } from './tables.ts';
import { heldAt, licence, plain, soundHref, spelling, wordsOf } from './words.ts';

/** What a page of a panel is made from. */
export interface PageOf {
  readonly asked: Asked;
  readonly document: PanelDocument;
  readonly correction: Correction | null;
  readonly platform: PlatformFacts;
  readonly baseUrl: string;
  readonly now: Date;
}

const text = (given: string): Markup => typeset(plain(given));

/** Files a panel is also given as, besides its picture. */
const files = ['csv', 'xlsx', 'md', 'json', 'svg', 'png'] as const;

/** A tag with a mistake is of no data: there is nothing to take along. */
const filesOf = ({ state }: PanelDocument): readonly (typeof files)[number][] => (state === 'misused' ? [] : files);

const mediaTypes: Readonly<Record<(typeof files)[number], string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
};

/** What the panel shows as linked data (schema.org). */
function linkedData({ asked, document, baseUrl }: PageOf) {
  const { sentence, source, address, lang } = document;
  const grids = gridsOf(document);
  const isData = grids.some(({ columns }) => columns.some(({ type }) => type === 'number' || type === 'share'));
  const publisher =
    source.publisher === '' ? {} : { publisher: { '@type': 'GovernmentOrganization', name: plain(source.publisher) } };
  return {
    '@context': 'https://schema.org',
    '@type': isData ? 'Dataset' : 'CreativeWork',
    '@id': address,
    url: address,
    name: plain(titleOf(document)),
    description: plain(sentence),
    inLanguage: lang,
    license: licence.url,
    isAccessibleForFree: true,
    isBasedOn: source.catalogue ?? source.permalink,
    ...publisher,
    ...(source.publishedAt ? { datePublished: source.publishedAt } : {}),
    ...(source.modifiedAt ? { dateModified: source.modifiedAt } : {}),
    ...(source.indexNumber ? { identifier: plain(source.indexNumber) } : {}),
    ...(source.edition === undefined ? {} : { version: String(source.edition) }),
    ...(source.isSample ? { creativeWorkStatus: wordsOf(lang).sampleHint } : {}),
    thumbnailUrl: addressOf(asked, baseUrl, '.png'),
    ...(isData
      ? {
          temporalCoverage: periodOf(asked, document),
          distribution: (['csv', 'xlsx', 'json', 'md'] as const).map((form) => ({
            '@type': 'DataDownload',
            encodingFormat: mediaTypes[form],
            contentUrl: addressOf(asked, baseUrl, `.${form}`),
          })),
        }
      : {}),
  };
}

const oembedLink = (document: PanelDocument, baseUrl: string, format: 'json' | 'xml'): Markup => {
  const query = new URLSearchParams({ url: document.address, format });
  const type = format === 'json' ? 'application/json+oembed' : 'text/xml+oembed';
  return html`<link rel="alternate" type="${type}" href="${baseUrl}/oembed?${query}" title="${plain(titleOf(document))}" />`;
};

function head(page: PageOf): Markup {
  const { asked, document, baseUrl } = page;
  return html`!${oembedLink(document, baseUrl, 'json')}
!${oembedLink(document, baseUrl, 'xml')}
!${filesOf(document).map(
    (form) => html`<link rel="alternate" type="${mediaTypes[form]}" href="${addressOf(asked, baseUrl, `.${form}`)}" />
`,
  )}<meta property="og:title" content="${plain(titleOf(document))}" />
<meta property="og:description" content="${plain(document.sentence)}" />
<meta property="og:url" content="${document.address}" />
<meta property="og:image" content="${addressOf(asked, baseUrl, '.png', { width: '1280' })}" />
<script src="/widgets/loader.js" async></script>`;
}

/** Where it comes from and how it stood when. */
function sourceLine({ document, now }: PageOf): Markup {
  const { source, lang } = document;
  const words = wordsOf(lang);
  const onPlatform = source.catalogue ?? source.permalink;
  const day = (instant: string) =>
    html`<time datetime="${instant}">${formatInstantDay(instant, spelling(lang))}</time>`;
  const parts = [
    source.publisher === '' ? '' : html`${words.source}${words.colon}!${text(source.publisher)}`,
    source.publishedAt ? html`${words.published} !${day(source.publishedAt)}` : '',
    source.modifiedAt && source.modifiedAt !== source.publishedAt
      ? html`${words.updated} !${day(source.modifiedAt)}`
      : '',
    html`${words.asOf} <time datetime="${dateOf(document, now)}">${heldAt(document, now)}</time>`,
    source.indexNumber ? html`${words.indexNumber} <span class="code">${plain(source.indexNumber)}</span>` : '',
    html`<a href="${licence.url}" rel="license">${licence.name}</a>`,
    soundHref(onPlatform) && document.state !== 'misused'
      ? html`<a href="${onPlatform}">${source.catalogue ? words.all : words.whole}</a>`
      : '',
    source.isSample ? html`<b title="${words.sampleHint}">${words.sample}</b>` : '',
  ].filter((part) => part !== '');
  const { code } = source;
  const onPaper = code
    ? html`<svg class="paper-code" viewBox="0 0 ${code.side} ${code.side}" aria-hidden="true"><path d="${code.path}" /></svg>`
    : '';
  return html`<p class="small muted source">!${parts.join(' · ')}</p>!${onPaper}`;
}

const corrected = (correction: Correction | null): Markup =>
  correction
    ? html`<p class="notice correction" role="note"><span aria-hidden="true">▲</span> <a href="${correction.href}">!${text(correction.text)}</a></p>`
    : '';

/** The tag of the panel around what holds without a script. */
function panel(page: PageOf): Markup {
  const { asked, document } = page;
  const attributes = Object.entries(asked.params).map(([name, value]) => html` ${name}="${value}"`);
  const around = {
    document,
    level: 2,
    go: (params: Params) => addressOf({ ...asked, params: { ...asked.params, ...params } }, ''),
  };
  const state = document.badge ? html`<p>!${badge(document.badge)}</p>` : '';
  const said = html`<h1>!${text(document.title)}</h1>
!${state}
<p class="sentence">!${text(document.sentence)}</p>
!${document.blocks.map((block) => blockMarkup(block, around)).join('\n')}
!${sourceLine(page)}`;
  // One number is for a sentence of somebody's: on its own page it is told whole.
  if (asked.panel.descriptor.isInline) return said;
  return html`<gk-${asked.stem}!${attributes.join('')} heading-level="1">!${said}</gk-${asked.stem}>`;
}

function downloads({ asked, document, baseUrl }: PageOf): Markup {
  const offered = filesOf(document);
  if (offered.length === 0) return '';
  const words = wordsOf(document.lang);
  const links = offered.map(
    (form) => html`<a href="${addressOf(asked, baseUrl, `.${form}`)}">${form.toUpperCase()}</a>`,
  );
  return html`<p class="files small"><span>${words.files}${words.colon}</span> !${links.join(' ')}</p>`;
}

/** `/w/<stem>`: the panel as a page of the platform, readable without a script. */
export function panelPage(page: PageOf): Markup {
  const { document, baseUrl } = page;
  const { lang, source } = document;
  return layout({
    title: plain(titleOf(document)),
    platform: page.platform,
    baseUrl,
    lang,
    description: plain(document.sentence),
    canonical: document.address,
    style: assets.panel,
    head: head(page),
    data: linkedData(page),
    meta: {
      robots: document.state === 'data' ? undefined : 'noindex',
      ArticleTitle: plain(titleOf(document)),
      ContentSource: plain(source.publisher),
    },
    main: html`<article class="panel">
!${corrected(page.correction)}
!${panel(page)}
!${downloads(page)}
</article>`,
  });
}

/**
 * The same with nothing around it, to stand in a frame on another page; its links open outside the frame. It sees neither that
 * page nor its colours: dark is what is asked for as dark, whatever the reader's system is.
 */
export function framePage(page: PageOf): Markup {
  const { asked, document } = page;
  const theme = asked.params['theme'] === 'dark' ? 'dark' : 'light';
  return html`<!doctype html>
<html lang="${document.lang}" data-theme="${theme}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${plain(titleOf(document))}</title>
<meta name="color-scheme" content="${theme}" />
<meta name="robots" content="noindex" />
<base target="_blank" />
<link rel="canonical" href="${document.address}" />
<link rel="stylesheet" href="${assets.base}" />
<link rel="stylesheet" href="${assets.panel}" />
<script src="/widgets/loader.js" async></script>
!${dataBlock('application/ld+json', linkedData(page))}
</head>
<body class="frame">
<main class="panel">
!${corrected(page.correction)}
!${panel(page)}
</main>
</body>
</html>
`;
}
