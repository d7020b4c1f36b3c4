import { auditOf } from '../../../desk/administration.ts';
import { actionLabel, type Titled, titlesOf } from '../../../desk/audit-words.ts';
import type { Page } from './layout.ts';
import { beijing, html, type Markup, nothing } from './markup.ts';
import type { Visit } from './visit.ts';

const pageSize = 50;

const outcomes: Readonly<Record<string, string>> = { ALLOWED: '允许', REFUSED: '拒绝', FAILED: '失败' };

const what = (action: string): Markup => {
  const label = actionLabel(action);
  return html`${label ? html`${label.zh} ` : nothing}<code class="small muted">${action}</code>`;
};

const about = (subject: string | null, titled: readonly Titled[]): Markup => {
  if (subject === null) return '—';
  if (titled.length === 0) return html`<span class="code">${subject}</span>`;
  return html`${titled.map(({ id, title }) => html`<div><a href="/publish/drafts/${id}">${title}</a></div>`)}
    <div class="code small muted">${subject}</div>`;
};

/** Every attempt to change something, the newest first (审计). */
export async function auditPage(visit: Visit, before: string): Promise<Page> {
  const found = await auditOf(visit, { first: pageSize + 1, before: before === '' ? null : before });
  const rows = found.slice(0, pageSize);
  const titles = await titlesOf(
    visit,
    rows.flatMap(({ subject }) => subject ?? []),
  );
  return {
    title: '审计',
    main: html`<h1>审计 <span class="en" lang="en">Audit</span></h1>
      <table class="stacked">
        <caption>写操作的尝试，新的在前 <span class="en" lang="en">Attempts, newest first</span></caption>
        <thead>
          <tr>
            <th scope="col">时刻 <span class="en" lang="en">When</span></th>
            <th scope="col">谁 <span class="en" lang="en">Who</span></th>
            <th scope="col">做什么 <span class="en" lang="en">What</span></th>
            <th scope="col">对什么 <span class="en" lang="en">About</span></th>
            <th scope="col">结果 <span class="en" lang="en">Outcome</span></th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ id, at, actor, remote, action, subject, outcome, reason }) =>
              html`<tr>
                <th scope="row">${beijing(at)}<div class="small muted">${String(id)}</div></th>
                <td data-label="谁">${actor}<div class="small muted">${remote ?? '本机命令行 shell'}</div></td>
                <td data-label="做什么">${what(action)}</td>
                <td data-label="对什么">${about(subject, titles.get(subject ?? '') ?? [])}</td>
                <td data-label="结果">${outcomes[outcome] ?? outcome} ${reason ?? ''}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${found.length > pageSize ? html`<p><a rel="next" href="/publish/audit?before=${rows.at(-1)?.id}">更早的 <span class="en" lang="en">Older</span></a></p>` : nothing}`,
  };
}
