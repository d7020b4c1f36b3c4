import { stateLabels } from '../../../core/lifecycle.ts';
import { concerning, possible } from '../../../desk/draft.ts';
import { NotFound } from '../../../publishing/errors.ts';
import type { Page } from './layout.ts';
import { beijing, both, html, nothing } from './markup.ts';
import type { Visit } from './visit.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const reasons = {
  FIRST: { zh: '首次', en: 'first' },
  UPDATE: { zh: '更新', en: 'update' },
  CORRECTION: { zh: '更正', en: 'correction' },
  REPUBLICATION: { zh: '重新发布', en: 'republication' },
} as const;

/** Every edition of one record; administrators may close a former one for good. */
export async function recordPage(visit: Visit, documentId: string): Promise<Page> {
  const editions = uuid.test(documentId)
    ? await visit.store.db.edition.findMany({
        where: { documentId, ...concerning(visit.actor) },
        include: { document: true },
        orderBy: { number: 'desc' },
      })
    : [];
  const [latest] = editions;
  if (!latest) throw new NotFound({ zh: '没有这一件，或与你无关。', en: 'There is none that concerns you.' });
  return {
    title: `各版：${latest.title}`,
    main: html`<h1>${latest.title}</h1>
      <p class="muted">索引号 Index number：${latest.document.indexNumber ?? '首次发布时编定 issued at first publication'}</p>
      <table class="stacked">
        <caption>各版 <span class="en" lang="en">Editions</span></caption>
        <thead>
          <tr>
            <th scope="col">版次 <span class="en" lang="en">Number</span></th>
            <th scope="col">状态 <span class="en" lang="en">State</span></th>
            <th scope="col">缘由 <span class="en" lang="en">Why</span></th>
            <th scope="col">公开 <span class="en" lang="en">Public</span></th>
            <th scope="col">可做 <span class="en" lang="en">Next</span></th>
          </tr>
        </thead>
        <tbody>
          ${editions.map(
            (row) =>
              html`<tr>
                <th scope="row"><a href="/publish/drafts/${row.id}">第 ${row.number} 版</a></th>
                <td data-label="状态">${both(stateLabels[row.state])}${row.sealedAt ? '，已封存 sealed' : ''}</td>
                <td data-label="缘由">${both(reasons[row.reason])} ${row.changeNote ?? ''}</td>
                <td data-label="公开">
                  ${row.publishedAt ? beijing(row.publishedAt) : '未公开 never'}
                  ${row.publishedUntil ? html`至 ${beijing(row.publishedUntil)}` : nothing}
                </td>
                <td data-label="可做">
                  ${!row.sealedAt && possible(row, visit).includes('SEAL') ? html`<a href="/publish/drafts/${row.id}/seal">封存…</a>` : '—'}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  };
}
