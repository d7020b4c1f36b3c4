import { html } from 'ghtml';
import { fill } from '../../../core/sheet.ts';
import type { Kind } from '../../../disclosures/kind.ts';
import { listFieldOf, listVariables } from '../../list-query.ts';
import { assets } from '../assets.ts';
import type { Page, PlatformFacts } from '../layout.ts';
import { address, asked, dataset, fileLinks, files, otherConditions, type Query } from '../list-address.ts';
import { pathOf } from '../published.ts';
import { select } from '../select.ts';
import type { Markup } from '../typography.ts';
import type { View } from '../view.ts';
import { listable, table, withoutEmpty } from './cell.ts';
import { type Choice, type Counted, choicesOf, countingOf } from './choices.ts';
import { type Question, questionOf } from './question.ts';

const pageSize = 20;

type ListedRecord = Readonly<Record<string, unknown>> & {
  readonly title: string;
  readonly url: string;
  readonly modifiedAt: string;
};

export interface PlainList {
  readonly platform: PlatformFacts;
  readonly list: {
    /** Absent where a kind's list does not count. */
    readonly totalCount?: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly ListedRecord[];
    readonly facets?: readonly Counted[];
  };
}

/** The kind's own list, with what leads to each record and what else is asked for. */
export const listQuestion = ({ exports }: Kind, others = ''): Question =>
  questionOf(exports.list.document, 'list', `totalCount nodes { ... on Published { title url modifiedAt } } ${others}`);

interface Form {
  readonly path: string;
  readonly query: Query;
  readonly choices: readonly Choice[];
  readonly facets: readonly Counted[];
}

const form = (
  kind: Kind,
  { path, query, choices, facets }: Form,
): Markup => html`<form class="filters" action="${path}" method="get" role="search" aria-label="查找${kind.label.zh}">
    <label class="field words"
      ><span>标题或内容里的词</span>
      <input type="search" name="search" value="${query['search'] ?? ''}" autocomplete="off" enterkeyhint="search"
    /></label>
    !${choices.map(({ facet, filter, label }) =>
      select({
        name: filter,
        label,
        buckets: facets.find(({ field }) => field === facet)?.buckets ?? [],
        chosen: query[filter] ?? '',
      }),
    )}
    <p class="go"><button>查找</button> !${Object.keys(query).length > 0 ? html`<a href="${path}">清除条件</a>` : ''}</p>
    !${otherConditions(path, query, ['search', ...choices.map(({ filter }) => filter)])}
  </form>`;

/** Lists of every kind go forward by cursor; back is to the beginning. */
function paging(path: string, query: Query, after: string | undefined, { pageInfo }: PlainList['list']): Markup {
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  if (!after && !next) return '';
  return html`<nav class="paging" aria-label="翻页">
    !${after ? html`<a class="button" href="${address(path, query)}">回到首页</a>` : ''}
    !${next ? html`<a class="button" rel="next" href="${address(path, { ...query, after: next })}">下一页</a>` : ''}
  </nav>`;
}

function records({ exports, label }: Kind, { nodes }: PlainList['list'], query: Query, baseUrl: string): Markup {
  if (nodes.length === 0) {
    return Object.keys(query).length > 0
      ? html`<p class="empty">没有符合条件的${label.zh}。请减少条件，或换一个词。</p>`
      : html`<p class="empty">平台还没有发布${label.zh}。</p>`;
  }
  return table(withoutEmpty(fill(listable(exports.list.sheet), nodes)), {
    baseUrl,
    labelledBy: 'count',
    leads: (row, cells) => {
      const at = cells.indexOf(nodes[row]?.title ?? '');
      return { href: pathOf(nodes[row]?.url ?? baseUrl), at: Math.max(at, 0) };
    },
  });
}

/** Workbooks for departments to fill in. */
const templates = ({ plural, templates: all }: Kind): Markup =>
  all.length === 0
    ? ''
    : html`<p class="files small"><span>填报模板：</span>!${all.map(({ name, label }) => html`<a href="/api/v1/${plural}/templates/${name}.xlsx">${label.zh}</a> `)}</p>`;

/** The list of a kind that brings no page of its own: the table its files hold, with search and paging. */
export async function plainList(view: View, kind: Kind, given: Readonly<Record<string, unknown>>): Promise<Page> {
  const { baseUrl } = view;
  const path = `/${kind.plural}`;
  const { after, ...query } = asked(given);
  const choices = choicesOf(view.schema, listFieldOf(kind));
  const question = listQuestion(kind, countingOf(choices));
  const variables = listVariables(view.schema, listFieldOf(kind), query);
  const place = { first: pageSize, ...(after ? { after } : {}) };
  const { platform, list } = await question.ask<PlainList>(view, { ...variables, ...place });
  const { label } = kind;
  const words = query['search'];
  const count = list.totalCount === undefined ? label.zh : `共 ${list.totalCount} 件`;
  return {
    title: words ? `“${words}”的检索结果` : label.zh,
    style: assets.plain,
    platform,
    baseUrl,
    canonical: baseUrl + address(path, after ? { ...query, after } : query),
    description: `${label.zh}，可检索、可下载。`,
    meta: { ColumnName: label.zh, ColumnType: label.zh, ...(after ? { robots: 'noindex, follow' } : {}) },
    head: fileLinks(kind, query),
    data: dataset(kind, baseUrl, query, label.zh),
    main: html`<h1>${label.zh} <span class="english" lang="en">${label.en}</span></h1>
      !${question.declares('search') ? form(kind, { path, query, choices, facets: list.facets ?? [] }) : ''}
      <div class="tally">
        <h2 id="count">!${words ? html`“${words}”` : ''}${count}</h2>
        <p class="files small"><span>下载这些：</span>!${files(kind, query)}</p>
      </div>
      !${records(kind, list, query, baseUrl)}!${paging(path, query, after, list)}!${templates(kind)}`,
  };
}
