import { countsOf, listOf, type WorkList, workListLabels, workLists } from '../../../desk/work-lists.ts';
import { NotFound } from '../../../publishing/errors.ts';
import { editionTable } from './edition-table.ts';
import type { Page } from './layout.ts';
import { both, html, type Markup, nothing } from './markup.ts';
import { samples } from './samples.ts';
import type { Visit } from './visit.ts';

const glance = 8;
const whole = 50;

async function section(visit: Visit, list: WorkList, count: number): Promise<Markup> {
  if (count === 0) return nothing;
  const { rows } = await listOf(visit, list, { first: glance });
  const label = workListLabels[list];
  return html`<section aria-labelledby="list-${list}">
    <h2 id="list-${list}">${both(label)}（${count}）</h2>
    ${await editionTable(visit, html`<span class="unseen">${label.zh}</span>`, rows)}
    ${count > rows.length ? html`<p><a href="/publish/lists/${list}">全部 ${count} 件 <span class="en" lang="en">All ${label.en}</span></a></p>` : nothing}
  </section>`;
}

/** How one begins, where nothing is there yet. */
const beginning = ({ actor }: Visit): Markup => html`<p>还没有稿件。 <span lang="en">There is nothing yet.</span></p>
  <ol>
    <li><a href="/publish/templates">下载模板 <span class="en" lang="en">Download a template</span></a>，填好；已有文件的直接用。 <span class="en" lang="en">Fill it in, or use the file you have.</span></li>
    <li>
      ${
        actor.roles.includes('EDITOR')
          ? html`<a href="/publish/upload">导入 <span class="en" lang="en">Upload it</span></a>，可先“只校核”。 <span class="en" lang="en">Check it first, if you like.</span>`
          : html`由拟稿人导入。 <span class="en" lang="en">An editor uploads it.</span>`
      }
    </li>
    <li>报送，保密审查，审签，发布。 <span class="en" lang="en">Submit, review, approve, publish.</span></li>
  </ol>`;

/** What there is to do, by where it stands (工作台). */
export async function deskPage(visit: Visit): Promise<Page> {
  const counts = await countsOf(visit);
  const sections: Markup[] = [];
  for (const list of workLists) sections.push(await section(visit, list, counts.get(list) ?? 0));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    title: '工作台',
    main: html`<h1>工作台 <span class="en" lang="en">Desk</span></h1>
      <ul class="counts" aria-label="各状态件数 counts by state">
        ${workLists.map(
          (list) =>
            html`<li>
              <a href="/publish/lists/${list}"><b>${counts.get(list) ?? 0}</b> ${both(workListLabels[list])}</a>
            </li>`,
        )}
      </ul>
      ${total === 0 ? beginning(visit) : sections} ${await samples(visit)}`,
  };
}

const isList = (name: string): name is WorkList => (workLists as readonly string[]).includes(name);

/** One list, whole, page by page. */
export async function workListPage(visit: Visit, name: string, after: string): Promise<Page> {
  if (!isList(name)) throw new NotFound({ zh: '没有这个列表。', en: 'There is no such list.' });
  const { rows, hasMore } = await listOf(visit, name, { first: whole, after });
  const label = workListLabels[name];
  return {
    title: label.zh,
    main: html`<h1>${both(label)}</h1>
      ${rows.length === 0 ? html`<p>没有。 <span lang="en">None.</span></p>` : await editionTable(visit, label.zh, rows)}
      ${hasMore ? html`<p><a rel="next" href="/publish/lists/${name}?after=${rows.at(-1)?.id}">更早的 <span class="en" lang="en">Older</span></a></p>` : nothing}`,
  };
}
