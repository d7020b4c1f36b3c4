import { html } from 'ghtml';
import { GraphQLError, parse } from 'graphql';
import { today } from '../../../core/local-date.ts';
import { withdrawnIn } from '../../../graphql/withdrawal.ts';
import type { KindPages, Overview } from '../kind-pages.ts';
import { asked } from '../list-address.ts';
import { type Markup, typeset, validityBadge } from '../typography.ts';
import { documentPage } from './document.ts';
import { type DocumentAnswer, documentQuery, type RowView, rowFields } from './fields.ts';
import { legislation } from './json-ld.ts';
import { listPage } from './list.ts';

const numberQuery = parse('query ($number: String!) { document: regulatoryDocument(by: { number: $number }) { url } }');

interface OverviewAnswer {
  readonly all: {
    readonly totalCount: number;
    readonly nodes: readonly (RowView & { readonly citation: string })[];
  };
  readonly latest: { readonly nodes: readonly { readonly modifiedAt: string }[] };
  readonly inForce: { readonly totalCount: number };
  readonly lapsing: { readonly totalCount: number };
  readonly words: { readonly totalCount: number };
}

const overviewQuery = parse(`
query Overview($yearStart: Date!, $yearEnd: Date!, $words: String!) {
  all: regulatoryDocuments(first: 3) { totalCount nodes { ${rowFields} citation } }
  latest: regulatoryDocuments(orderBy: [{ field: PUBLISHED_AT }], first: 1) { nodes { modifiedAt } }
  inForce: regulatoryDocuments(where: { validity: { in: ["IN_FORCE", "AMENDED"] } }, first: 1) { totalCount }
  lapsing: regulatoryDocuments(where: { effectiveTo: { gte: $yearStart, lte: $yearEnd } }, first: 1) { totalCount }
  words: regulatoryDocuments(search: $words, first: 1) { totalCount }
}`);

const words = '义务教育';

const share = (part: number, whole: number): string => (whole === 0 ? '' : `，占 ${Math.round((100 * part) / whole)}%`);

const fallbackRow = (row: RowView): Markup => html`<li>
    <a href="${new URL(row.url).pathname}">!${typeset(row.title)}</a><br />
    !${row.number ? typeset(row.number.text) : '无文号'} !${validityBadge(row.validity)}
  </li>`;

export const regulatoryDocumentPages: KindPages = {
  async overview(view): Promise<Overview> {
    const year = today(view.now).slice(0, 4);
    const days = { yearStart: `${year}-01-01`, yearEnd: `${year}-12-31` };
    const {
      all,
      latest,
      inForce,
      lapsing,
      words: found,
    } = await view.ask<OverviewAnswer>(overviewQuery, { ...days, words });
    return {
      count: all.totalCount,
      latestAt: latest.nodes[0]?.modifiedAt ?? null,
      citation: all.nodes[0]?.citation ?? null,
      panels: ['gk-documents', 'gk-document'],
      questions: [
        {
          zh: '哪些政策文件现在还有效？',
          en: 'Which policy documents are in force today?',
          answer: html`${all.totalCount} 件中 <b>${inForce.totalCount}</b> 件现行有效${share(inForce.totalCount, all.totalCount)}。`,
          filter: 'validity__in=IN_FORCE,AMENDED',
        },
        {
          zh: '哪些到今年底就到期？',
          en: 'Which of them expire this year?',
          answer: html`<b>${lapsing.totalCount}</b> 件的有效期在 ${year} 年内届满。`,
          filter: `effectiveTo__gte=${days.yearStart}&effectiveTo__lte=${days.yearEnd}`,
        },
        {
          zh: `关于${words}，写过哪些文件？`,
          en: 'What has been issued on compulsory schooling?',
          answer: html`<b>${found.totalCount}</b> 件的标题或正文提到“${words}”。`,
          filter: `search=${encodeURIComponent(words)}`,
        },
      ],
      query: `{ regulatoryDocuments(search: "${words}", first: 1) { totalCount nodes { title number { text } validity { label } url } } }`,
      fallback: html`<ul>
        !${all.nodes.map(fallbackRow)}
      </ul>`,
    };
  },
  list: listPage,
  document: documentPage,
  async redirect(view, { plural }, query) {
    const { number, ...rest } = asked(query);
    if (!number || Object.keys(rest).length > 0) return null;
    try {
      const { document } = await view.ask<{ document: { url: string } | null }>(numberQuery, { number });
      return document ? new URL(document.url).pathname : null;
    } catch (error) {
      const gone = withdrawnIn(error);
      if (gone !== undefined) return `/${plural}/${gone}`;
      // What is no document number at all is told on the list, as not found.
      if (error instanceof GraphQLError && error.extensions['code'] === 'BAD_USER_INPUT') return null;
      throw error;
    }
  },
  async linkedData(view, indexNumber) {
    const { document } = await view.ask<DocumentAnswer>(documentQuery, { indexNumber, citedOn: today(view.now) });
    return document ? legislation(document) : null;
  },
};
