import { html } from 'ghtml';
import type { Kind } from '../../../disclosures/kind.ts';
import { listVariables } from '../../list-query.ts';
import { assets } from '../assets.ts';
import type { Page } from '../layout.ts';
import { address, asked, dataset, fileLinks, files, otherConditions, type Query } from '../list-address.ts';
import { select } from '../select.ts';
import { day, excerpt, type Markup, marked, typeset, validityBadge } from '../typography.ts';
import type { View } from '../view.ts';
import { type ListAnswer, listQuery, type RowView } from './fields.ts';

const pageSize = 20;

type Edge = ListAnswer['list']['edges'][number];

export const facts = (row: RowView): Markup => html`<span
    >!${row.number ? typeset(row.number.text) : '无文号'}</span
  ><span>${row.publisher.name}</span>`;

function record({ node, highlights }: Edge): Markup {
  const rangesOf = (field: string) => highlights.find((highlight) => highlight.field === field)?.ranges ?? [];
  const elsewhere = highlights.find(({ field }) => field !== 'title' && field !== 'number');
  return html`<li class="record">
    <h3><a href="${new URL(node.url).pathname}">!${marked(node.title, rangesOf('title'))}</a></h3>
    !${elsewhere ? html`<p class="excerpt">!${excerpt(elsewhere.text, elsewhere.ranges)}</p>` : ''}
    <p class="facts">
      !${facts(node)}<span>${node.genre.label}</span>!${node.topic ? html`<span>${node.topic.label}</span>` : ''}
    </p>
    <p class="state">!${validityBadge(node.validity)}</p>
    <p class="date">!${node.formedOn ? day(node.formedOn) : '无成文日期'}</p>
  </li>`;
}

const inForm = ['search', 'topic', 'validity', 'year'];

function form(path: string, query: Query, { facets }: ListAnswer['list']): Markup {
  const bucketsOf = (field: string) => facets.find((facet) => facet.field.toUpperCase() === field)?.buckets ?? [];
  const chosen = (name: string): string => query[name] ?? '';
  return html`<form class="filters" action="${path}" method="get" role="search" aria-label="查找政策文件">
    <label class="field words"
      ><span>标题、文号或正文里的词</span>
      <input type="search" name="search" value="${chosen('search')}" autocomplete="off" enterkeyhint="search"
    /></label>
    !${select({ name: 'topic', label: '主题', buckets: bucketsOf('TOPIC'), chosen: chosen('topic') })}
    !${select({ name: 'validity', label: '有效性', buckets: bucketsOf('VALIDITY'), chosen: chosen('validity') })}
    !${select({ name: 'year', label: '文号年份', buckets: bucketsOf('YEAR'), chosen: chosen('year') })}
    <p class="go"><button>查找</button> !${Object.keys(query).length > 0 ? html`<a href="${path}">清除条件</a>` : ''}</p>
    !${otherConditions(path, query, inForm)}
  </form>`;
}

function paging(path: string, query: Query, { pageInfo }: ListAnswer['list']): Markup {
  const { hasPreviousPage, hasNextPage, startCursor, endCursor } = pageInfo;
  if (!hasPreviousPage && !hasNextPage) return '';
  const link = (rel: string, text: string, cursor: Query | null): Markup =>
    cursor
      ? html`<a class="button" rel="${rel}" href="${address(path, { ...query, ...cursor })}">${text}</a>`
      : html`<span class="button off" aria-disabled="true" role="link">${text}</span>`;
  return html`<nav class="paging" aria-label="翻页">
    !${hasPreviousPage ? html`<a class="button" href="${address(path, query)}">回到首页</a>` : ''}
    !${link('prev', '上一页', hasPreviousPage && startCursor ? { before: startCursor } : null)}
    !${link('next', '下一页', hasNextPage && endCursor ? { after: endCursor } : null)}
  </nav>`;
}

const empty = (query: Query, number: string | undefined): Markup => {
  if (number)
    return html`<p class="empty">没有文号为“!${typeset(number)}”的公开文件。请核对文号，或改用检索词查找。</p>`;
  return Object.keys(query).length > 0
    ? html`<p class="empty">没有符合条件的文件。请减少条件，或换一个词。</p>`
    : html`<p class="empty">平台还没有发布这一类文件。</p>`;
};

/** The list: search, filters and paging with plain links. */
export async function listPage(view: View, kind: Kind, given: Readonly<Record<string, unknown>>): Promise<Page> {
  const path = `/${kind.plural}`;
  const { after, before, number, ...query } = asked(given);
  const place = before ? { last: pageSize, before } : { first: pageSize, ...(after ? { after } : {}) };
  // A number that leads nowhere shows an empty list, not all of it.
  const variables = listVariables(view.schema, 'regulatoryDocuments', number ? { ...query, number } : query);
  const { platform, list } = await view.ask<ListAnswer>(listQuery, { ...variables, ...place });
  const words = query['search'];
  const title = words ? `“${words}”的检索结果` : '政策文件';
  return {
    title,
    style: assets.list,
    platform,
    baseUrl: view.baseUrl,
    canonical: view.baseUrl + address(path, { ...query, ...(after ? { after } : {}), ...(before ? { before } : {}) }),
    description: '现行和历史的规范性文件、政策文件及其解读，可检索、可下载。',
    meta: {
      ColumnName: '政策文件',
      ColumnDescription: '现行和历史的规范性文件、政策文件及其解读',
      ColumnKeywords: '规范性文件,政策文件,政策解读',
      ColumnType: '政策文件',
      ...(after || before ? { robots: 'noindex, follow' } : {}),
    },
    head: fileLinks(kind, query),
    data: dataset(
      kind,
      view.baseUrl,
      query,
      '规范性文件、政策文件及其解读，含有效性、文号、责任单位和文件之间的关系。',
    ),
    main: html`<h1>政策文件 <span class="english" lang="en">Regulatory documents</span></h1>
      !${form(path, query, list)}
      <div class="tally">
        <h2 id="count">!${words ? html`“${words}”` : ''}共 ${list.totalCount} 件</h2>
        <p class="files small"><span>下载这些：</span>!${files(kind, number ? { ...query, number } : query)}</p>
      </div>
      !${
        list.edges.length > 0
          ? html`<ol class="records" aria-labelledby="count">
              !${list.edges.map(record)}
            </ol>`
          : empty(query, number)
      }
      !${paging(path, query, list)}`,
  };
}
