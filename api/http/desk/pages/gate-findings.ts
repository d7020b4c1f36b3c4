import { type DraftRow, possible } from '../../../desk/draft.ts';
import { form, input } from './fields.ts';
import { beijing, both, html, type Markup, nothing } from './markup.ts';
import type { Attempt, Visit } from './visit.ts';

type GateFinding = DraftRow['gateFindings'][number];

function one(visit: Visit, id: string, finding: GateFinding, mayClear: boolean, attempt: Attempt | null): Markup {
  const place = { form: `CLEAR-${finding.id}`, attempt };
  const { file, placeZh, placeEn, shown, messageZh, messageEn, clearedAt, clearedBy, clearedReason } = finding;
  return html`<li class=${clearedAt ? 'cleared' : 'open'}>
    <p>
      <b>${clearedAt ? '已核准保留' : '待核'}</b> ${file ? html`${file} · ` : nothing}${both({ zh: placeZh, en: placeEn })}
      ${shown === null ? nothing : html`<code>${shown}</code>`}
    </p>
    <p>${both({ zh: messageZh, en: messageEn })}</p>
    ${clearedAt ? html`<p>${clearedBy} · ${beijing(clearedAt)} · ${clearedReason}</p>` : nothing}
    ${
      !clearedAt && mayClear
        ? form(visit, place, {
            action: `/publish/drafts/${id}/clear`,
            // Named by its place in the list: several forms of one name cannot be told apart by ear.
            heading: { zh: `核准保留第 ${finding.position + 1} 处`, en: `Clear no. ${finding.position + 1}` },
            fields: html`<input type="hidden" name="finding" value=${finding.id} />
              ${input(place, { name: 'reason', label: { zh: '为何可以公开', en: 'Why it may be public' }, isRequired: true })}`,
          })
        : nothing
    }
  </li>`;
}

/** Personal information and the like, each to be settled by a person before publication. */
export function gateFindings(visit: Visit, row: DraftRow, attempt: Attempt | null): Markup {
  if (row.gateFindings.length === 0) return nothing;
  const open = row.gateFindings.filter(({ clearedAt }) => !clearedAt).length;
  const mayClear = possible(row, visit).includes('CLEAR');
  return html`<section aria-labelledby="gate">
    <h2 id="gate">须核定的各处（个人信息等） <span class="en" lang="en">To be settled by a person</span>：待核 ${open}</h2>
    <ol class="gate">${row.gateFindings.map((finding) => one(visit, row.id, finding, mayClear, attempt))}</ol>
  </section>`;
}
