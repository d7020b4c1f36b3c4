import { lifecycle } from '../../../core/lifecycle.ts';
import { type DraftRow, possible } from '../../../desk/draft.ts';
import { kindNamed } from '../../../disclosures/registry.ts';
import { NotFound } from '../../../publishing/errors.ts';
import { demandDraft } from './demand-draft.ts';
import { publicAddress } from './draft-facts.ts';
import { form } from './fields.ts';
import type { Page } from './layout.ts';
import { both, html, type Markup, nothing } from './markup.ts';
import { companions, togetherField } from './together.ts';
import type { Attempt, Visit } from './visit.ts';

type Row = Pick<DraftRow, 'kind' | 'document'>;

/** Where readers will find it: its own number, or that one is issued. */
function address(visit: Visit, row: Row): Markup {
  const { indexNumber } = row.document;
  if (indexNumber)
    return html`${indexNumber}${publicAddress(visit, row) ? html` <span class="code">${publicAddress(visit, row)}</span>` : nothing}`;
  const place = `${visit.readersAt ?? ''}/${kindNamed(row.kind)?.plural ?? row.kind}/`;
  return html`${both({ zh: '发布时编定新的索引号', en: 'a new index number, issued at publication' })} <span class="code">${place}…</span>`;
}

async function consequences(visit: Visit, row: DraftRow): Promise<Markup> {
  const files = await visit.store.db.attachment.count({ where: { editionId: row.id } });
  const found = row.findings.length;
  return html`<div class="notice">
    <ul>
      <li>
        <b>公开</b> ${row.title}，第 ${row.number} 版，连同 ${files} 个文件，任何人可读、可下载。
        <span class="en" lang="en">The record and its ${files} files become public to anyone.</span>
      </li>
      <li><b>地址</b> ${address(visit, row)}</li>
      ${
        row.number > 1
          ? html`<li>
              <b>现行版</b> 从此是旧版，仍可查阅。
              <span class="en" lang="en">What is live becomes a former edition, which can be read still.</span>
            </li>`
          : nothing
      }
      <li>
        <b>校核发现</b> ${found === 0 ? '没有。' : html`${found} 条，随之公开（<a href="/publish/drafts/${row.id}#findings">看是哪些</a>）。`}
        <span class="en" lang="en">${found} findings of the rules are published with it.</span>
      </li>
      <li>
        <b>透明日志</b> 永久记下这次发布及其内容摘要，撤回也不能抹去。
        <span class="en" lang="en">The public log keeps this publication for ever; a withdrawal does not erase it.</span>
      </li>
    </ul>
  </div>`;
}

/** Says what publication does before it is done (发布前确认). */
export async function publishPage(visit: Visit, id: string, attempt: Attempt | null = null): Promise<Page> {
  const row = await demandDraft(visit, id);
  const { label } = lifecycle.PUBLISH;
  if (!attempt && !possible(row, visit).includes('PUBLISH')) {
    throw new NotFound({ zh: '这一版现在不能由你发布。', en: 'You cannot publish this edition now.' });
  }
  const place = { form: 'PUBLISH', attempt };
  const others = await companions(visit, row, (other) => {
    const number = other.document.indexNumber;
    return `${other.title}（${number ?? '新索引号 new number'}）`;
  });
  return {
    title: `${label.zh}：${row.title}`,
    main: html`<div class="narrow">
      <h1>${both(label)}：${row.title}</h1>
      ${await consequences(visit, row)}
      ${form(visit, place, {
        action: `/publish/drafts/${id}/publish`,
        heading: { zh: '确认', en: 'Confirm' },
        level: 2,
        button: { zh: '确认发布', en: label.en },
        fields: togetherField(place, others),
        buttons: html` <a href="/publish/drafts/${id}">不，返回 <span class="en" lang="en">No, go back</span></a>`,
      })}
    </div>`,
  };
}
