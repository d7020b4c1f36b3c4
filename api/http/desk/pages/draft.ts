import { bilingualFinding, type DraftRow } from '../../../desk/draft.ts';
import { unmasked } from '../../../desk/unmasked.ts';
import { obstaclesOf } from '../../../publishing/gate.ts';
import { demandDraft } from './demand-draft.ts';
import { differences } from './differences.ts';
import { facts } from './draft-facts.ts';
import { draftForms } from './draft-forms.ts';
import { files } from './files.ts';
import { findingTable } from './finding-table.ts';
import { gateFindings } from './gate-findings.ts';
import { history } from './history.ts';
import type { Page } from './layout.ts';
import { beijing, both, html, type Markup, nothing } from './markup.ts';
import { standing } from './standing.ts';
import { statement } from './statement.ts';
import type { Attempt, Visit } from './visit.ts';

async function obstacles({ store, now }: Visit, row: DraftRow): Promise<Markup> {
  if (row.publishedAt) return nothing;
  const found = await store.db.$transaction((tx) => obstaclesOf(tx, row, { at: now, together: [row.id] }));
  return html`<section aria-labelledby="obstacles">
    <h2 id="obstacles">发布关口 <span class="en" lang="en">What keeps it from being published</span></h2>
    ${
      found.length === 0
        ? html`<p>没有障碍。 <span class="en" lang="en">Nothing.</span></p>`
        : html`<ul class="obstacles">${found.map(({ message }) => html`<li>${both(message)}</li>`)}</ul>`
    }
  </section>`;
}

const reviews = ({ reviews: held }: DraftRow): Markup =>
  held.length === 0
    ? nothing
    : html`<section aria-labelledby="reviews">
        <h2 id="reviews">保密审查 <span class="en" lang="en">Secrecy reviews</span></h2>
        <ul>
          ${held.map(
            ({ result, reviewer, at, basis, note }) =>
              html`<li>
                <b>${result === 'PASSED' ? '通过' : '不通过'}</b> ${reviewer} · ${beijing(at)} · ${basis}${note ? html`<div>${note}</div>` : nothing}
              </li>`,
          )}
        </ul>
      </section>`;

const findings = (row: DraftRow): Markup =>
  html`<section aria-labelledby="findings">
    <h2 id="findings">数据校核 <span class="en" lang="en">What the rules found</span></h2>
    ${
      row.findings.length === 0
        ? html`<p>没有发现问题。 <span class="en" lang="en">Nothing.</span></p>`
        : findingTable(row.findings.map(bilingualFinding), { caption: '发现 Findings' })
    }
  </section>`;

/** Why a draft came back, and why a scheduled publication did not happen: what its author looks for first. */
async function news({ store }: Visit, { id, documentId, state, release, publishedAt }: DraftRow): Promise<Markup> {
  const failure = release?.state === 'FAILED' && publishedAt === null ? release.failure : null;
  const returned =
    state === 'RETURNED'
      ? await store.db.event.findFirst({
          where: { documentId, editionId: id, type: 'RETURNED' },
          orderBy: { timepoint: 'desc' },
        })
      : null;
  return html`${failure ? html`<p class="notice"><b>定时发布未成 Not published</b> ${failure}</p>` : nothing}
  ${returned ? html`<p class="notice"><b>退文 Returned</b> ${returned.actor} · ${beijing(returned.at)}：${returned.reason}</p>` : nothing}`;
}

/** One edition, with all that is known of it and a form for each step that may be taken now. */
export async function draftPage(
  visit: Visit,
  id: string,
  attempt: Attempt | null = null,
  { isUnmasked = false } = {},
): Promise<Page> {
  const row = await demandDraft(visit, id);
  const values = isUnmasked ? await unmasked(visit, row) : null;
  return {
    title: row.title,
    main: html`<h1>${row.title} <span class="badge">${standing(row)}</span></h1>
      ${await news(visit, row)}
      <div class="two">
        <div class="about">${await facts(visit, row)} ${await files(visit, row)} ${await obstacles(visit, row)}</div>
        ${await draftForms(visit, row, attempt)}
        <div class="more">
          ${await differences(visit, row)} ${gateFindings(visit, row, attempt, values)} ${findings(row)} ${reviews(row)} ${await history(visit, row)}
        </div>
      </div>
      ${await statement(visit, row)}`,
  };
}
