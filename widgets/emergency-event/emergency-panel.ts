import { html, nothing, type TemplateResult } from 'lit';
import { formatInstant, formatMoment } from '../core/format.ts';
import { languageCode } from '../core/language.ts';
import { link } from '../core/link.ts';
import { define, PanelElement, type Question } from '../core/panel-element.ts';
import { phoneLink } from '../core/phone.ts';
import { type Source, sampleBadge } from '../core/source-line.ts';
import { emergencyMessages } from './emergency-panel.messages.ts';
import { emergencyQuery } from './emergency-panel.query.ts';
import { type Alert, type EmergencyAnswer, emergencyShape } from './emergency-panel.shape.ts';
import { emergencyStyles } from './emergency-panel.styles.ts';

/** Codes the styles know: a word of the platform never becomes a class of its own. */
const colours: ReadonlySet<string> = new Set(['RED', 'ORANGE', 'YELLOW', 'BLUE']);

/** `<gk-emergency>`: what is in force now, where, and what to do (预警与应急响应). */
class EmergencyPanel extends PanelElement<EmergencyAnswer> {
  static override properties = { place: {}, hazard: {} };
  static override styles = [PanelElement.styles, emergencyStyles];

  declare place: string | undefined;
  declare hazard: string | undefined;

  protected readonly guard = emergencyShape;
  private text = emergencyMessages('zh-CN');

  protected override willUpdate(): void {
    super.willUpdate();
    this.text = emergencyMessages(this.language);
  }

  protected question(): Question {
    const asked = { ...(this.place && { place: this.place }), ...(this.hazard && { hazard: this.hazard }) };
    return {
      document: emergencyQuery,
      variables: { ...asked, lang: languageCode(this.language) },
      keep: true,
      subject: JSON.stringify(asked),
    };
  }

  protected isEmpty({ inForceNow }: EmergencyAnswer): boolean {
    return inForceNow.length === 0;
  }

  protected labelOf(): string {
    return this.text.title(this.place);
  }

  protected sourceOf(data: EmergencyAnswer | undefined): Source {
    return {
      publisher: data?.platform.name ?? this.words.platform,
      permalink: `${this.platform}/emergency-events`,
      asOf: this.content.at,
      isSample: data?.inForceNow.some(({ isSample }) => isSample) ?? false,
    };
  }

  protected renderHead(data: EmergencyAnswer | undefined): TemplateResult {
    const isSample = data?.inForceNow.some((alert) => alert.isSample);
    return html`
      <header part="header">
        <p class="title" role="heading" aria-level=${this.level}>
          ${this.text.title(this.place)} ${sampleBadge(isSample, this.words)}
        </p>
      </header>
    `;
  }

  protected renderSkeleton(): TemplateResult {
    return html`
      <p class="unseen">${this.words.loading}</p>
      <div aria-hidden="true">${Array.from({ length: 6 }, () => html`<span class="bar wide"></span>`)}</div>
    `;
  }

  protected renderEmpty(): TemplateResult {
    const { at } = this.content;
    return html`<div class="empty" part="empty">
      <p><b>${this.text.nothing}</b></p>
      ${at ? html`<p class="muted">${this.text.checked(formatMoment(at, this.language))}</p>` : nothing}
    </div>`;
  }

  protected renderData({ inForceNow }: EmergencyAnswer): TemplateResult {
    return html`${inForceNow.map((alert) => this.renderAlert(alert))}`;
  }

  private renderAlert(alert: Alert): TemplateResult {
    const { text, language } = this;
    const { levelLabel, scale, plan } = alert;
    const code = levelLabel && colours.has(levelLabel.code) ? levelLabel.code : '';
    const name = [alert.hazardLabel?.label, alert.scaleLabel.label, levelLabel?.label].filter(Boolean).join(' ');
    return html`
      <section class="alert ${scale === 'WARNING' ? 'warning' : 'response'} ${code}" part="alert">
        <p class="level" role="heading" aria-level=${Math.min(6, this.level + 1)}>${link(alert.permalink, name)}</p>
        ${alert.matter === null ? nothing : html`<p lang="zh-CN">${alert.matter}</p>`}
        ${
          alert.whatToDo.length > 0
            ? html`<p class="do">${text.whatToDo}</p>
                <ol lang="zh-CN">${alert.whatToDo.map((measure) => html`<li>${measure}</li>`)}</ol>`
            : nothing
        }
        <dl>
          ${alert.hotline === null ? nothing : html`<dt>${text.phone}</dt><dd class="phone">${phoneLink(alert.hotline)}</dd>`}
          <dt>${text.where}</dt>
          <dd lang="zh-CN">${alert.places.length > 0 ? alert.places.join('、') : text.everywhere}</dd>
          <dt>${text.since}</dt>
          <dd>
            <time datetime=${alert.since}>${formatInstant(alert.since, language)}</time>
            <span class="muted">${alert.until === null ? text.untilLifted : `${text.until} ${formatInstant(alert.until, language)}`}</span>
          </dd>
          ${alert.issuer === null ? nothing : html`<dt>${text.issuer}</dt><dd lang="zh-CN">${alert.issuer}</dd>`}
          ${plan === null ? nothing : html`<dt>${text.plan}</dt><dd lang="zh-CN">${link(plan.permalink, plan.title)}</dd>`}
        </dl>
      </section>
    `;
  }
}

define('gk-emergency', EmergencyPanel);
