import { stateLabels } from '../../../core/lifecycle.ts';
import { possible } from '../../../desk/draft.ts';
import { recordsOf } from '../../../desk/work-lists.ts';
import { kindNamed } from '../../../disclosures/registry.ts';
import { publicAddress } from './draft-facts.ts';
import type { Page } from './layout.ts';
import { beijing, both, html, type Markup, nothing } from './markup.ts';
import { samples } from './samples.ts';
import type { Visit } from './visit.ts';

type Row = Awaited<ReturnType<typeof recordsOf>>['rows'][number];

function whatNext(visit: Visit, row: Row): Markup {
  const { id, documentId, state } = row;
  const address = publicAddress(visit, row);
  return html`${address ? html`<a class="keep" href=${address}>公开页</a> ` : nothing}
    <a class="keep" href="/publish/records/${documentId}">各版</a>
    ${state === 'PUBLISHED' && visit.actor.roles.includes('EDITOR') ? html`<a class="keep" href="/publish/upload?correction=${id}">更正</a> ` : nothing}
    ${possible(row, visit).includes('WITHDRAW') ? html`<a class="keep" href="/publish/drafts/${id}/withdraw">撤回…</a>` : nothing}`;
}

/** Own records that readers see, and those that were withdrawn. */
export async function publishedPage(visit: Visit, title: string, after: string): Promise<Page> {
  const { rows, hasMore } = await recordsOf(visit, { first: 50, after, title });
  const next = `/publish/published?${new URLSearchParams({ q: title, after: rows.at(-1)?.id ?? '' })}`;
  return {
    title: '已发布',
    main: html`<h1>已发布 <span class="en" lang="en">Published</span></h1>
      <form method="get" action="/publish/published" role="search" class="find">
        <label for="q">标题含 <span class="en" lang="en">Title has</span></label>
        <input id="q" name="q" value=${title} maxlength="100" /> <button>查找 <span class="en" lang="en">Find</span></button>
      </form>
      ${
        rows.length === 0
          ? html`<p>没有。 <span lang="en">None.</span></p>
              ${await samples(visit)}`
          : html`<table class="stacked">
              <caption class="unseen">已发布与已撤回 Published and withdrawn</caption>
              <thead>
                <tr>
                  <th scope="col">标题 <span class="en" lang="en">Title</span></th>
                  <th scope="col">索引号 <span class="en" lang="en">Index number</span></th>
                  <th scope="col">机构 <span class="en" lang="en">Body</span></th>
                  <th scope="col">发布 <span class="en" lang="en">Published</span></th>
                  <th scope="col">可做 <span class="en" lang="en">Next</span></th>
                </tr>
              </thead>
              <tbody>
                ${rows.map(
                  (row) =>
                    html`<tr>
                      <th scope="row">
                        <a href="/publish/drafts/${row.id}">${row.title}</a>
                        <div class="small muted">
                          ${kindNamed(row.kind)?.label.zh ?? row.kind} · 第 ${row.number} 版 · ${both(stateLabels[row.state])}
                        </div>
                      </th>
                      <td data-label="索引号" class="code">${row.document.indexNumber ?? '—'}</td>
                      <td data-label="机构">${row.document.organization.name}</td>
                      <td data-label="发布">${row.publishedAt ? beijing(row.publishedAt) : '—'}</td>
                      <td data-label="可做">${whatNext(visit, row)}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
      ${hasMore ? html`<p><a rel="next" href=${next}>更早的 <span class="en" lang="en">Older</span></a></p>` : nothing}`,
  };
}
