import type { Action } from '../../../core/lifecycle.ts';
import { lifecycle } from '../../../core/lifecycle.ts';
import type { DraftRow } from '../../../desk/draft.ts';
import { area, type Choice, choices, form, input, type Place } from './fields.ts';
import { both, html, type Markup, nothing } from './markup.ts';
import { actionsNow } from './now.ts';
import { slugOf } from './steps.ts';
import { submissionFields } from './submission.ts';
import { companions, togetherField } from './together.ts';
import type { Attempt, Visit } from './visit.ts';

const reasonField = (place: Place): Markup =>
  area(place, { name: 'reason', label: { zh: '理由', en: 'Reason' }, isRequired: true });

const reviewFields = (place: Place): Markup =>
  html`${choices(place, {
    type: 'radio',
    name: 'result',
    label: { zh: '审查结果', en: 'Result' },
    isRequired: true,
    choices: [
      { value: 'PASSED', label: { zh: '通过', en: 'It passes' } },
      { value: 'REFUSED', label: { zh: '不通过，退文', en: 'It does not; returned' } },
    ],
  })}
  ${input(place, {
    name: 'basis',
    label: { zh: '依据', en: 'Basis' },
    hint: { zh: '如《政府信息公开保密审查办法》第八条。', en: 'The rule it rests on.' },
    isRequired: true,
  })}
  ${area(place, { name: 'note', label: { zh: '意见', en: 'Note' } })}`;

const momentFields = (place: Place, others: readonly Choice[]): Markup =>
  html`${input(place, {
    name: 'at',
    type: 'datetime-local',
    label: { zh: '时刻（北京时间）', en: 'When (Beijing time)' },
    hint: { zh: '将来一年之内。', en: 'Within a year.' },
    isRequired: true,
  })}
  ${togetherField(place, others)}`;

const none = (): Markup => nothing;

/** What each form asks for; a step that is not here has a page of its own, or stands beside what it is about. */
const fields: Partial<Record<Action, (place: Place, row: DraftRow, others: readonly Choice[]) => Markup>> = {
  SUBMIT: submissionFields,
  REVIEW: reviewFields,
  SIGN_OFF: none,
  APPROVE: none,
  SCHEDULE: (place, _, others) => momentFields(place, others),
  UNSCHEDULE: none,
  RETURN: reasonField,
};

const links: Partial<Record<Action, { readonly zh: string; readonly en: string }>> = {
  STAGE: { zh: '改正后重新导入', en: 'Mend it and upload again' },
  WITHDRAW: { zh: '撤回…', en: 'Withdraw…' },
  SEAL: { zh: '封存…', en: 'Seal…' },
  DISCARD: { zh: '弃稿…', en: 'Discard…' },
};

const addressOf = (action: Action, { id, kind, publishedAt }: DraftRow): string =>
  action === 'STAGE'
    ? publishedAt
      ? `/publish/upload?correction=${id}`
      : `/publish/upload?kind=${kind}`
    : `/publish/drafts/${id}/${slugOf(action)}`;

/** Publication is for ever: the next page says what it does, and asks once more. */
const toPublish = ({ id }: DraftRow): Markup =>
  html`<form id="form-PUBLISH" class="step" method="get" action="/publish/drafts/${id}/publish" aria-labelledby="form-PUBLISH-name">
    <h3 id="form-PUBLISH-name">${both(lifecycle.PUBLISH.label)}</h3>
    <p class="hint">${both({ zh: '先看将公开什么，再确认。', en: 'See what becomes public, then confirm.' })}</p>
    <p class="go"><button>发布… <span class="en" lang="en">Publish…</span></button></p>
  </form>`;

/** One form, or one link, for each step that may be taken now. */
export async function draftForms(visit: Visit, row: DraftRow, attempt: Attempt | null): Promise<Markup> {
  const now = actionsNow(row, visit);
  const others = now.includes('SCHEDULE') ? await companions(visit, row) : [];
  const order = now.filter((action) => action === 'PUBLISH' || fields[action]);
  const correction = row.state === 'PUBLISHED' && visit.actor.roles.includes('EDITOR') ? ['STAGE' as const] : [];
  const linked = [...correction, ...now].filter((action) => links[action]);
  return html`<section class="steps" aria-labelledby="steps">
    <h2 id="steps">可做 <span class="en" lang="en">What you may do now</span></h2>
    ${order.length + linked.length === 0 ? html`<p class="muted">现在没有你可做的。 <span lang="en">Nothing for you now.</span></p>` : nothing}
    ${order.map((action) => {
      if (action === 'PUBLISH') return toPublish(row);
      const place = { form: action, attempt };
      return form(visit, place, {
        action: `/publish/drafts/${row.id}/${slugOf(action)}`,
        heading: lifecycle[action].label,
        fields: fields[action]?.(place, row, others) ?? nothing,
        isGrave: action === 'RETURN',
      });
    })}
    ${
      linked.length > 0
        ? html`<ul class="links">${linked.map((action) => html`<li><a href=${addressOf(action, row)}>${both(links[action] ?? { zh: '', en: '' })}</a></li>`)}</ul>`
        : nothing
    }
  </section>`;
}
