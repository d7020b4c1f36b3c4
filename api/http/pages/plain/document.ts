import { html } from 'ghtml';
import type { FilledSheet } from '../../../core/sheet.ts';
import type { Kind } from '../../../disclosures/kind.ts';
import { assets } from '../assets.ts';
import type { Page, PlatformFacts } from '../layout.ts';
import {
  alternates,
  attributes,
  type Citations,
  citation,
  citationFields,
  colophon,
  downloads,
  editionFact,
  editions,
  type FileForm,
  findings,
  type PublishedView,
  publishedFields,
  type Shown,
  superseded,
} from '../published.ts';
import { instant, type Markup, publicationDate, typeset } from '../typography.ts';
import type { View } from '../view.ts';
import { cell, readable, table } from './cell.ts';
import { questionOf } from './question.ts';

type WholeRecord = Readonly<Record<string, unknown>> & PublishedView & Citations;

interface PlainAnswer {
  readonly platform: PlatformFacts;
  readonly one: WholeRecord | null;
}

type ShownRecord = Shown<WholeRecord>;

const forms: readonly FileForm[] = [
  { extension: 'xlsx', what: '表格' },
  { extension: 'csv', what: '表格' },
  { extension: 'json', what: '全部内容' },
];

type Facts = readonly (readonly [term: string, value: Markup])[];

const definitions = (facts: Facts): Markup => html`<dl>
      !${facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>!${value}</dd></div>`)}
    </dl>`;

/** What the record states, in the words of its kind's list; the title already stands above. */
function stated({ exports }: Kind, record: WholeRecord, baseUrl: string): Facts {
  return readable(exports.list.sheet).columns.flatMap(({ label, value }) => {
    const found = value(record);
    return found === null || found === '' || found === record.title ? [] : [[label.zh, cell(found, baseUrl)] as const];
  });
}

const metadata = ({ document }: ShownRecord, known: Facts): Markup => {
  const facts: Facts = [
    ['发布机构', typeset(document.publisher.name)],
    ['索引号', html`<span class="code">${document.indexNumber}</span>`],
    ['公开属性', attributes[document.attribute]],
    ['发布时间', instant(document.firstPublishedAt)],
    ['版次', editionFact(document)],
  ];
  return html`<section class="metadata" aria-labelledby="metadata">
    <h2 id="metadata">信息</h2>
    !${definitions(facts.filter(([term]) => known.every(([other]) => other !== term)))}
  </section>`;
};

/** A sheet of one row under the list's own columns would say the definition list again. */
function repeats({ exports }: Kind, { columns, rows }: FilledSheet): boolean {
  const keys = new Set(exports.list.sheet.columns.map(({ key }) => key));
  return [...rows].length <= 1 && columns.every(({ key }) => keys.has(key));
}

const sheets = (kind: Kind, record: WholeRecord, baseUrl: string): Markup =>
  kind.exports.one
    .sheets(record)
    // Rows are read twice: to judge the sheet, and to draw it.
    .map((sheet) => ({ ...sheet, rows: [...sheet.rows] }))
    .filter((sheet) => sheet.rows.length > 0 && !repeats(kind, sheet))
    .map(
      (sheet, index) => html`<section>
        <h2 id="sheet-${index + 1}">${sheet.name.zh}</h2>
        !${table(sheet, { baseUrl, labelledBy: `sheet-${index + 1}` })}
      </section>`,
    )
    .join('');

function main(shown: ShownRecord, kind: Kind, baseUrl: string): Markup {
  const { document, current } = shown;
  const facts = stated(kind, document, baseUrl);
  // A citation states the day it was made: one asked for as of long ago would state that day.
  const cited = document.edition.number === current.number ? document : null;
  return html`<article class="document">
    <header>
      !${superseded(shown)}
      <h1>!${typeset(document.title)}!${document.isSample ? html` <span class="badge">示例</span>` : ''}</h1>
      <p class="facts"><a href="/${kind.plural}">${kind.label.zh}</a> <span>${document.publisher.name}</span></p>
    </header>
    <div class="aside">!${metadata(shown, facts)}!${downloads(shown, forms)}</div>
    <div class="body">
      <section class="metadata" aria-labelledby="record">
        <h2 id="record">内容</h2>
        !${definitions(facts)}
      </section>
      !${sheets(kind, document, baseUrl)}!${citation(shown, cited)}!${editions(shown)}!${findings(document)}
      !${colophon(shown)}
    </div>
  </article>`;
}

function pageOf(shown: ShownRecord, platform: PlatformFacts, { baseUrl }: View, kind: Kind): Page {
  const { document, isPinned } = shown;
  return {
    title: isPinned ? `${document.title}（第${document.edition.number}版）` : document.title,
    style: assets.plain,
    platform,
    baseUrl,
    canonical: isPinned ? document.versionUrl : document.url,
    description: `${kind.label.zh}：${document.title}`,
    meta: {
      ColumnName: kind.label.zh,
      ColumnType: kind.label.zh,
      ArticleTitle: document.title,
      PubDate: publicationDate(document.modifiedAt),
      ContentSource: document.publisher.name,
      Url: document.url,
      ...(isPinned ? { robots: 'noindex' } : {}),
    },
    head: alternates(document, forms),
    main: main(shown, kind, baseUrl),
  };
}

/** The page of a record whose kind brings none: what it states, its tables, files, editions and permanent address. */
export async function plainDocument(
  view: View,
  kind: Kind,
  indexNumber: string,
  edition: number | null,
): Promise<Page | null> {
  const { document: source } = kind.exports.one;
  const question = questionOf(source, 'one', `... on Published { ${publishedFields} ${citationFields()} }`);
  const { platform, one } = await question.ask<PlainAnswer>(view, { indexNumber });
  if (!one) return null;
  const current = one.edition;
  if (edition === null || edition === current.number) {
    return pageOf({ document: one, current, isPinned: edition !== null }, platform, view, kind);
  }
  const wanted = one.editions.find(({ number }) => number === edition);
  // Without asOf a kind can only say what holds now.
  if (!wanted || !question.declares('asOf')) return null;
  const then = await question.ask<PlainAnswer>(view, { indexNumber, asOf: wanted.publishedAt });
  if (!then.one) return null;
  // History and the end of this edition are known today, not on the day it was published.
  const document = { ...then.one, editions: one.editions, edition: wanted };
  return pageOf({ document, current, isPinned: true }, platform, view, kind);
}
