import { type DraftRow, possible } from '../../../desk/draft.ts';
import { mayUnmask } from '../../../desk/unmasked.ts';
import { form, input } from './fields.ts';
import { beijing, both, html, type Markup, nothing } from './markup.ts';
import type { Attempt, Visit } from './visit.ts';

type GateFinding = DraftRow['gateFindings'][number];

/** What stands behind the masks, by finding; null: they stay on. */
type Values = ReadonlyMap<string, string> | null;

interface Listed {
  readonly id: string;
  readonly mayClear: boolean;
  readonly attempt: Attempt | null;
  readonly values: Values;
}

const datum = ({ id, rule, shown }: GateFinding, values: Values): Markup => {
  const value = values?.get(id);
  if (value !== undefined) return html`<mark class="said">${value}</mark>`;
  if (!shown) return nothing;
  const isLost = values !== null && rule.startsWith('personal-');
  return html`<code>${shown}</code>${isLost ? ' （重新检查时未找到原文 not found again）' : nothing}`;
};

function one(visit: Visit, finding: GateFinding, { id, mayClear, attempt, values }: Listed): Markup {
  const place = { form: `CLEAR-${finding.id}`, attempt };
  const { file, placeZh, placeEn, messageZh, messageEn, clearedAt, clearedBy, clearedReason } = finding;
  return html`<li class=${clearedAt ? 'cleared' : 'open'}>
    <p>
      <b>${clearedAt ? '已核准保留' : '待核'}</b> ${file ? html`${file} · ` : nothing}${both({ zh: placeZh, en: placeEn })}
      ${datum(finding, values)}
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
export function gateFindings(visit: Visit, row: DraftRow, attempt: Attempt | null, values: Values): Markup {
  if (row.gateFindings.length === 0) return nothing;
  const open = row.gateFindings.filter(({ clearedAt }) => !clearedAt).length;
  const mayClear = possible(row, visit).includes('CLEAR');
  const isMasked = values === null && row.gateFindings.some(({ rule }) => rule.startsWith('personal-'));
  return html`<section aria-labelledby="gate">
    <h2 id="gate">须核定的各处（个人信息等） <span class="en" lang="en">To be settled by a person</span>：待核 ${open}</h2>
    ${
      isMasked && mayUnmask(row, visit)
        ? html`<p>
            <a href="/publish/drafts/${row.id}?unmasked=1#gate">显示原文 <span class="en" lang="en">Show what is masked</span></a>
            <span class="muted">（记入审计 <span lang="en">recorded in the audit</span>）</span>
          </p>`
        : nothing
    }
    <ol class="gate">${row.gateFindings.map((finding) => one(visit, finding, { id: row.id, mayClear, attempt, values }))}</ol>
  </section>`;
}
