import { html } from 'ghtml';
import type { Kind } from '../../disclosures/kind.ts';
import { largestPage } from '../../graphql/page.ts';
import { listFieldOf } from '../list-query.ts';
import type { KindPages } from './kind-pages.ts';
import { plainDocument } from './plain/document.ts';
import { listQuestion, type PlainList, plainList } from './plain/list.ts';
import { pathOf } from './published.ts';
import { typeset } from './typography.ts';

const shortList = 3;

/** The pages of a kind that brings none of its own, made from what every kind supplies: its words and its exports. */
export const plainPages = (kind: Kind): KindPages => ({
  async overview(view) {
    const { list } = await listQuestion(kind).ask<PlainList>(view, { first: largestPage });
    const { totalCount, pageInfo, nodes } = list;
    return {
      count: totalCount ?? (pageInfo.hasNextPage ? null : nodes.length),
      // A kind need not sort by publication: the newest of those its list begins with.
      latestAt:
        nodes
          .map(({ modifiedAt }) => modifiedAt)
          .sort()
          .at(-1) ?? null,
      panels: kind.panels.map(({ tag }) => tag),
      questions: [],
      citation: null,
      query: `{ ${listFieldOf(kind)}(first: 1) { nodes { title url } } }`,
      fallback: html`<ul>
        !${nodes.slice(0, shortList).map(({ title, url }) => html`<li><a href="${pathOf(url)}">!${typeset(title)}</a></li>`)}
      </ul>`,
    };
  },
  list: plainList,
  document: plainDocument,
  redirect: async () => null,
  linkedData: async () => null,
});
