import { type Action, stepOf } from '../../../core/lifecycle.ts';
import { type ListedEdition, lastStepsOf } from '../../../desk/work-lists.ts';
import { kindNamed } from '../../../disclosures/registry.ts';
import { eventLabels } from './history.ts';
import { beijing, html, type Markup, nothing } from './markup.ts';
import { actionsNow } from './now.ts';
import { standing } from './standing.ts';
import { slugOf } from './steps.ts';
import type { Visit } from './visit.ts';

/** Where on the page of an edition, or beside it, a step is taken. */
function link(id: string, action: Action): Markup {
  const own = ['PUBLISH', 'DISCARD', 'WITHDRAW', 'SEAL'].includes(action);
  const href = own ? `/publish/drafts/${id}/${slugOf(action)}` : `/publish/drafts/${id}#form-${action}`;
  return html`<a class="keep" href=${href}>${stepOf(action).label.zh}</a> `;
}

/** Clearing stands beside what is found, and staging needs a file. */
const listed = (row: ListedEdition, visit: Visit): Action[] =>
  actionsNow(row, visit).filter((action) => action !== 'STAGE' && action !== 'CLEAR');

/** Editions as rows: what, whose, who and when, what came last, and what may be done next. */
export async function editionTable(visit: Visit, caption: Markup, rows: readonly ListedEdition[]): Promise<Markup> {
  const last = await lastStepsOf(visit, rows);
  return html`<table class="stacked">
    <caption>${caption}</caption>
    <thead>
      <tr>
        <th scope="col">标题 <span class="en" lang="en">Title</span></th>
        <th scope="col">机构 <span class="en" lang="en">Body</span></th>
        <th scope="col">拟稿 <span class="en" lang="en">Drafted</span></th>
        <th scope="col">最近一步 <span class="en" lang="en">Last step</span></th>
        <th scope="col">可做 <span class="en" lang="en">Next</span></th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => {
        const event = last.get(row.id);
        const actions = listed(row, visit);
        return html`<tr>
          <th scope="row">
            <a href="/publish/drafts/${row.id}">${row.title}</a>
            <div class="small muted">
              ${kindNamed(row.kind)?.label.zh ?? row.kind} · 第 ${row.number} 版 · ${standing(row)}
              ${row.release?.state === 'FAILED' ? html`· <b>定时发布未成 failed</b>` : nothing}
            </div>
          </th>
          <td data-label="机构">${row.document.organization.name}</td>
          <td data-label="拟稿">${row.author ?? '—'}<br />${beijing(row.createdAt)}</td>
          <td data-label="最近一步">
            ${event ? html`${eventLabels[event.type].zh} ${event.actor}<br />${beijing(event.at)}` : '—'}
          </td>
          <td data-label="可做">${actions.length > 0 ? actions.map((action) => link(row.id, action)) : '—'}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
