import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatNumber } from '../core/format.ts';
import { languageCode } from '../core/language.ts';
import { link } from '../core/link.ts';
import { define, PanelElement, type Question } from '../core/panel-element.ts';
import { phoneLink } from '../core/phone.ts';
import { type Source, sampleBadge } from '../core/source-line.ts';
import { typeset } from '../core/typography.ts';
import { emergencyPlanMessages } from './emergency-plan-panel.messages.ts';
import { emergencyPlanQuery } from './emergency-plan-panel.query.ts';
import {
  type EmergencyPlanAnswer,
  emergencyPlanShape,
  type Response,
  type Shelter,
} from './emergency-plan-panel.shape.ts';
import { emergencyPlanStyles } from './emergency-plan-panel.styles.ts';

/** As many shelters as a reader looks through. */
const mostShelters = 12;

/** `<gk-emergency-plan>`: what a plan’s levels mean, whom to call, where to go (应急预案). */
class EmergencyPlanPanel extends PanelElement<EmergencyPlanAnswer> {
  static override properties = { plan: {}, place: {} };
  static override styles = [PanelElement.styles, emergencyPlanStyles];

  declare plan: string | undefined;
  declare place: string | undefined;

  protected readonly guard = emergencyPlanShape;
  private text = emergencyPlanMessages('zh-CN');

  protected override willUpdate(): void {
    super.willUpdate();
    this.text = emergencyPlanMessages(this.language);
  }

  protected question(): Question | undefined {
    const { plan, place } = this;
    if (!plan) return undefined;
    return {
      document: emergencyPlanQuery,
      variables: { plan, place: place ?? '', withPlace: Boolean(place), lang: languageCode(this.language) },
      keep: true,
      subject: JSON.stringify([plan, place]),
    };
  }

  protected isEmpty({ emergencyPlan }: EmergencyPlanAnswer): boolean {
    return emergencyPlan === null;
  }

  protected labelOf(data: EmergencyPlanAnswer | undefined): string {
    return data?.emergencyPlan?.title ?? this.text.title;
  }

  protected sourceOf(data: EmergencyPlanAnswer | undefined): Source {
    const plan = data?.emergencyPlan;
    if (!plan)
      return {
        publisher: data?.platform.name ?? this.words.platform,
        permalink: `${this.platform}/emergency-plans`,
        asOf: this.content.at,
      };
    return {
      publisher: plan.publisher.name,
      permalink: plan.permalink,
      publishedAt: plan.firstPublishedAt,
      modifiedAt: plan.modifiedAt,
      isSample: plan.isSample,
    };
  }

  protected renderHead(data: EmergencyPlanAnswer | undefined): TemplateResult {
    const plan = data?.emergencyPlan;
    return html`
      <header part="header">
        <p class="title" role="heading" aria-level=${this.level}>
          ${plan ? html`<span lang="zh-CN">${link(plan.permalink, typeset(plan.title))}</span>` : this.text.title}
          ${sampleBadge(plan?.isSample, this.words)}
        </p>
      </header>
    `;
  }

  protected renderSkeleton(): TemplateResult {
    return html`
      <p class="unseen">${this.words.loading}</p>
      <div aria-hidden="true">${Array.from({ length: 8 }, () => html`<span class="bar wide"></span>`)}</div>
    `;
  }

  protected renderEmpty(): TemplateResult {
    return html`<div class="empty" part="empty">
      <p>${this.plan ? this.text.nothing(this.plan) : this.text.unsaid}</p>
      <p class="muted">${this.text.nothingHint}</p>
    </div>`;
  }

  protected renderData({ emergencyPlan: plan, emergencyShelters }: EmergencyPlanAnswer): TemplateResult {
    if (!plan) return html``;
    const { text, language } = this;
    const shelters = emergencyShelters?.map(({ shelter }) => shelter) ?? plan.shelters ?? [];
    const due = plan.assessmentDueOn;
    return html`
      ${plan.standing.code === 'REPEALED' ? html`<p class="note">${text.repealed}</p>` : nothing}
      ${plan.overdue && due ? html`<p class="note">${text.overdue(formatDate(due, language))}</p>` : nothing}
      ${plan.isAbridged ? html`<p class="muted">${text.abridged}</p>` : nothing}
      ${plan.responses.length > 0 ? this.renderResponses(plan.responses) : nothing}
      ${
        plan.contacts.length > 0
          ? html`<p class="heading">${text.phones}</p>
              <ul class="things">${plan.contacts.map(
                ({ unit, phone, hours }) =>
                  html`<li><span lang="zh-CN">${unit}</span> ${phoneLink(phone)} <span class="muted" lang="zh-CN">${hours ?? ''}</span></li>`,
              )}</ul>`
          : nothing
      }
      ${shelters.length > 0 || this.place ? this.renderShelters(shelters) : nothing}
    `;
  }

  private renderResponses(responses: readonly Response[]): TemplateResult {
    const { text } = this;
    return html`
      <table part="table">
        <caption>${text.responses}</caption>
        <thead><tr><th scope="col">${text.level}</th><th scope="col">${text.conditions}</th></tr></thead>
        <tbody>${responses.map(
          ({ levelLabel, conditions, approver, actions }) => html`
            <tr>
              <th scope="row">${levelLabel.label}</th>
              <td lang="zh-CN">
                <ul>${conditions.map((condition) => html`<li>${condition}</li>`)}</ul>
                ${approver === null ? nothing : html`<p class="muted"><span lang=${this.language}>${text.approver}</span> ${approver}</p>`}
                ${
                  actions.length > 0
                    ? html`<details>
                        <summary lang=${this.language}>${text.actions(actions.length)}</summary>
                        <ol>${actions.map((action) => html`<li>${action}</li>`)}</ol>
                      </details>`
                    : nothing
                }
              </td>
            </tr>
          `,
        )}</tbody>
      </table>
    `;
  }

  private renderShelters(shelters: readonly Shelter[]): TemplateResult {
    const { text, language } = this;
    const more = shelters.length - mostShelters;
    return html`
      <p class="heading">${text.shelters(this.place)}</p>
      ${shelters.length === 0 ? html`<p>${text.noShelters}</p>` : nothing}
      <ul class="things">${shelters.slice(0, mostShelters).map(
        ({ name, town, village, address, capacity }) => html`
          <li>
            <span lang="zh-CN"><b>${name}</b> ${address ?? `${town ?? ''}${village ?? ''}`}</span>
            ${capacity === null ? nothing : html`<span class="muted">${text.holds(formatNumber(capacity, language))}</span>`}
          </li>
        `,
      )}</ul>
      ${more > 0 ? html`<p class="muted">${text.more(more)}</p>` : nothing}
    `;
  }
}

define('gk-emergency-plan', EmergencyPlanPanel);
