import { html, nothing, type TemplateResult } from 'lit';
import { formatDate } from '../core/format.ts';
import { languageCode } from '../core/language.ts';
import { link } from '../core/link.ts';
import { define, PanelElement, type Question } from '../core/panel-element.ts';
import { type Source, sampleBadge } from '../core/source-line.ts';
import { schoolFinderMessages } from './school-finder-panel.messages.ts';
import { schoolFinderQuery } from './school-finder-panel.query.ts';
import {
  type Requirement,
  type School,
  type SchoolAnswer,
  type Step,
  schoolFinderShape,
} from './school-finder-panel.shape.ts';
import { schoolFinderStyles } from './school-finder-panel.styles.ts';

type Stage = 'PRIMARY' | 'JUNIOR';

interface Asked {
  readonly place: string;
  readonly stage: Stage;
}

const telephone = (label: string, number: string | null): TemplateResult | typeof nothing =>
  number === null ? nothing : html`<p>${label} <a href="tel:${number.replace(/[^\d+]/g, '')}">${number}</a></p>`;

/** `<gk-school-finder>`: which school for a place, what to bring, and when (查学区). */
class SchoolFinderPanel extends PanelElement<SchoolAnswer> {
  static override properties = { place: {}, stage: {}, year: { type: Number }, typed: { state: true } };
  static override styles = [PanelElement.styles, schoolFinderStyles];

  declare place: string | undefined;
  declare stage: string | undefined;
  declare year: number | undefined;
  /** What the reader asked; until then the tag's attributes ask. */
  declare protected typed: Asked | undefined;

  protected readonly guard = schoolFinderShape;
  private text = schoolFinderMessages('zh-CN');

  protected override willUpdate(): void {
    super.willUpdate();
    this.text = schoolFinderMessages(this.language);
  }

  private get wanted(): Asked {
    return this.typed ?? { place: (this.place ?? '').trim(), stage: this.stage === 'JUNIOR' ? 'JUNIOR' : 'PRIMARY' };
  }

  protected question(): Question | undefined {
    const { place, stage } = this.wanted;
    if (place === '') return undefined;
    return {
      document: schoolFinderQuery,
      variables: { place, stage, ...(this.year ? { year: this.year } : {}), lang: languageCode(this.language) },
      // What a reader types stays with the reader: only the page's own question is kept.
      keep: this.typed === undefined,
      isPrivate: this.typed !== undefined,
      subject: `${stage} ${place}`,
    };
  }

  protected isEmpty({ schoolFor }: SchoolAnswer): boolean {
    return schoolFor.status === 'NO_PLAN';
  }

  protected labelOf(): string {
    return this.text.title;
  }

  protected sourceOf(data: SchoolAnswer | undefined): Source {
    const plan = data?.schoolFor.plan;
    if (!plan)
      return {
        publisher: data?.platform.name ?? this.words.platform,
        permalink: `${this.platform}/enrollment-plans`,
        permalinkText: this.text.all,
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

  protected override announcement({ schoolFor }: SchoolAnswer): string {
    return this.typed ? schoolFor.statement : '';
  }

  private readonly submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const place = String(form.get('place') ?? '').trim();
    if (place !== '')
      this.typed = { place: place.slice(0, 60), stage: form.get('stage') === 'JUNIOR' ? 'JUNIOR' : 'PRIMARY' };
  };

  protected renderHead(data: SchoolAnswer | undefined): TemplateResult {
    const { text, wanted } = this;
    const stage = (value: Stage, name: string) => html`
      <label><input type="radio" name="stage" value=${value} .checked=${wanted.stage === value} />${name}</label>
    `;
    return html`
      <header part="header">
        <p class="title" role="heading" aria-level=${this.level}>
          ${text.title} ${sampleBadge(data?.schoolFor.plan?.isSample, this.words)}
        </p>
      </header>
      <form part="form" role="search" @submit=${this.submit}>
        <label>
          <span>${text.place}</span>
          <span class="line">
            <input name="place" type="text" lang="zh-CN" maxlength="60" autocomplete="off" enterkeyhint="search" aria-describedby="stored" .value=${wanted.place} />
            <button type="submit">${text.find}</button>
          </span>
        </label>
        <fieldset>
          <legend>${text.stage}</legend>
          ${stage('PRIMARY', text.primary)} ${stage('JUNIOR', text.junior)}
        </fieldset>
        <p class="small" id="stored">${text.example}${this.language === 'en' ? '. ' : '。'}${text.notStored}</p>
      </form>
    `;
  }

  protected renderSkeleton(): TemplateResult {
    return html`
      <p class="unseen">${this.words.loading}</p>
      <div aria-hidden="true">${Array.from({ length: 8 }, () => html`<span class="bar wide"></span>`)}</div>
    `;
  }

  protected renderEmpty(data: SchoolAnswer | undefined): TemplateResult {
    return html`<p part="empty">${data?.schoolFor.statement ?? this.text.hint}</p>`;
  }

  protected renderData({ schoolFor }: SchoolAnswer): TemplateResult {
    const { text } = this;
    const hasSchool = schoolFor.schools.length > 0;
    return html`
      <p class="answer" part="answer">${schoolFor.statement}</p>
      ${this.renderChoices(text.which, schoolFor.towns.length > 1 ? schoolFor.towns.map((town) => `${town}${this.wanted.place}`) : [])}
      ${this.renderChoices(text.meant, schoolFor.suggestions)}
      ${schoolFor.status === 'UNASSIGNED' ? this.renderTelephones(schoolFor) : nothing}
      ${schoolFor.schools.map((school) => this.renderSchool(school, schoolFor))}
      ${
        hasSchool && schoolFor.requirements.length > 0
          ? html`<p class="sub">${text.bring}</p>
              ${schoolFor.requirements.map((requirement, index) => this.renderRequirement(requirement, index === 0))}`
          : nothing
      }
      ${hasSchool && schoolFor.timeline.length > 0 ? html`<p class="sub">${text.when}</p>${this.renderDays(schoolFor.timeline)}` : nothing}
    `;
  }

  private renderChoices(label: string, names: readonly string[]): TemplateResult | typeof nothing {
    if (names.length === 0) return nothing;
    const ask = (place: string) => () => {
      this.typed = { ...this.wanted, place };
    };
    return html`<div class="choices">
      <span>${label}</span>
      ${names.map((name) => html`<button type="button" lang="zh-CN" @click=${ask(name)}>${name}</button>`)}
    </div>`;
  }

  /** Where a place in no area is to be reported. */
  private renderTelephones({ hotline, complaints }: SchoolAnswer['schoolFor']): TemplateResult {
    const { text } = this;
    return html`${telephone(text.telephone, hotline)} ${telephone(text.complaints, complaints)}`;
  }

  private renderSchool(school: School, { matches, plan }: SchoolAnswer['schoolFor']): TemplateResult {
    const { text } = this;
    const areas = matches.flatMap(({ area, schools }) =>
      schools.some(({ name }) => name === school.name) ? [area] : [],
    );
    const clauses = [...new Set(areas.flatMap(({ clause }) => clause ?? []))].join('、');
    const named = [...new Set(areas.map(({ town, place, doors }) => `${town ?? ''}${place}${doors ?? ''}`))].join('、');
    return html`<section class="school">
      <p lang="zh-CN">${school.name} <span class="small">${school.nature.label}</span></p>
      ${school.address ? html`<p lang="zh-CN">${school.address}</p>` : nothing}
      ${telephone(text.telephone, school.phone)}
      ${named === '' ? nothing : html`<p class="small" lang="zh-CN">${text.of(named)}</p>`}
      ${school.classes !== null && school.places !== null ? html`<p class="small">${text.plan(school.classes, school.places)}</p>` : nothing}
      ${plan ? html`<p class="small">${link(plan.permalink, text.rests(clauses, plan.edition.number))}</p>` : nothing}
    </section>`;
  }

  private renderRequirement({ category, conditions, materials, clause }: Requirement, isOpen: boolean): TemplateResult {
    return html`<details ?open=${isOpen}>
      <summary>${category.label}</summary>
      <div>
        ${conditions.map((condition) => html`<p class="small" lang="zh-CN">${condition}</p>`)}
        <ul class="things" lang="zh-CN">${materials.map((material) => html`<li>${material}</li>`)}</ul>
        ${clause ? html`<p class="small" lang="zh-CN">${clause}</p>` : nothing}
      </div>
    </details>`;
  }

  private renderDays(steps: readonly Step[]): TemplateResult {
    const day = (date: string) => html`<time datetime=${date}>${formatDate(date, this.language)}</time>`;
    return html`<dl class="days">
      ${steps.map(
        ({ step, audience, from, to }) => html`
          <dt>${step.label}${audience.code === 'ALL' ? nothing : html` <span class="small">${audience.label}</span>`}</dt>
          <dd>${day(from)}${to === from ? nothing : html` ${this.text.until} ${day(to)}`}</dd>
        `,
      )}
    </dl>`;
  }
}

define('gk-school-finder', SchoolFinderPanel);
