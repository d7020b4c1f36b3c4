import type { Bilingual } from '../../../core/finding.ts';
import { lifecycle } from '../../../core/lifecycle.ts';
import { beijing, both, html, type Markup, nothing } from './markup.ts';
import type { Visit } from './visit.ts';

type EventRow = Awaited<ReturnType<Visit['store']['db']['event']['findMany']>>[number];

export const eventLabels: Readonly<Record<EventRow['type'], Bilingual>> = {
  STAGED: lifecycle.STAGE.label,
  DISCARDED: lifecycle.DISCARD.label,
  SUBMITTED: lifecycle.SUBMIT.label,
  RETURNED: lifecycle.RETURN.label,
  REVIEWED: lifecycle.REVIEW.label,
  CLEARED: lifecycle.CLEAR.label,
  SIGNED_OFF: lifecycle.SIGN_OFF.label,
  APPROVED: lifecycle.APPROVE.label,
  SCHEDULED: lifecycle.SCHEDULE.label,
  UNSCHEDULED: lifecycle.UNSCHEDULE.label,
  PUBLISHED: lifecycle.PUBLISH.label,
  WITHDRAWN: lifecycle.WITHDRAW.label,
  SEALED: lifecycle.SEAL.label,
};

/** What is kept as a code or an instant, as people read it. */
const said = ({ type, reason }: EventRow): Markup => {
  if (reason === null) return nothing;
  if (type === 'SCHEDULED') return html`<div>至 ${beijing(new Date(reason))}</div>`;
  return html`<div>${reason
    .replace(/^PASSED /, '通过：')
    .replace(/^REFUSED /, '不通过：')
    .replace(/^[0-9a-f-]{36}: /, '')}</div>`;
};

/** Everything an edition went through, in order (经过). */
export async function history(
  { store }: Visit,
  { id, documentId }: { id: string; documentId: string },
): Promise<Markup> {
  const events = await store.db.event.findMany({ where: { documentId, editionId: id }, orderBy: { timepoint: 'asc' } });
  return html`<section aria-labelledby="history">
    <h2 id="history">经过 <span class="en" lang="en">History</span></h2>
    <ol class="history">
      ${events.map(
        (event) =>
          html`<li><b>${both(eventLabels[event.type])}</b> ${event.actor} · ${beijing(event.at)}${said(event)}</li>`,
      )}
    </ol>
  </section>`;
}
