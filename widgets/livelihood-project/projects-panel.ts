import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatNumber } from '../core/format.ts';
import { languageCode } from '../core/language.ts';
import { link } from '../core/link.ts';
import { define, PanelElement, type Question } from '../core/panel-element.ts';
import { type Source, sampleBadge } from '../core/source-line.ts';
import { typeset } from '../core/typography.ts';
import { projectsMessages } from './projects-panel.messages.ts';
import { projectsQuery } from './projects-panel.query.ts';
import { type Project, type Projects, projectsShape } from './projects-panel.shape.ts';
import { projectsStyles } from './projects-panel.styles.ts';

const longestPage = 20;

/** What was done, as far as a list has room for it; all of it stands on the page of the project. */
const brief = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** A shape for every standing, beside its word. */
const marks: Readonly<Record<string, string>> = {
  NOT_STARTED: '○',
  IN_PROGRESS: '◐',
  COMPLETED: '●',
  OVERFULFILLED: '●',
  SUSPENDED: '■',
  CANCELLED: '✕',
  CARRIED_OVER: '→',
};

/** `<gk-projects>`: how far livelihood projects of a year, a town or a unit are (民生实事进展). */
class ProjectsPanel extends PanelElement<Projects> {
  static override properties = {
    year: { type: Number },
    town: {},
    unit: {},
    type: {},
    search: {},
    pageSize: { attribute: 'page-size', type: Number },
  };
  static override styles = [PanelElement.styles, projectsStyles];

  declare year: number | undefined;
  declare town: string | undefined;
  declare unit: string | undefined;
  declare type: string | undefined;
  declare search: string | undefined;
  declare pageSize: number;

  protected readonly guard = projectsShape;
  private text = projectsMessages('zh-CN');

  constructor() {
    super();
    this.pageSize = 10;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.text = projectsMessages(this.language);
  }

  private get size(): number {
    return Math.min(longestPage, Math.max(1, Math.trunc(this.pageSize) || 10));
  }

  protected question(): Question {
    const { year, town, unit, type, search } = this;
    const given = {
      ...(year ? { year } : {}),
      ...(town ? { town } : {}),
      ...(unit ? { unit } : {}),
      ...(type ? { type } : {}),
    };
    return {
      document: projectsQuery,
      variables: {
        ...given,
        where: {
          ...(year ? { year: { eq: year } } : {}),
          ...(town ? { town: { eq: town } } : {}),
          ...(unit ? { leadUnit: { eq: unit } } : {}),
          ...(type ? { type: { eq: type } } : {}),
        },
        ...(search ? { search } : {}),
        first: this.size,
        lang: languageCode(this.language),
      },
      keep: true,
      subject: JSON.stringify([given, search]),
    };
  }

  protected isEmpty({ livelihoodProjects }: Projects): boolean {
    return livelihoodProjects.nodes.length === 0;
  }

  protected labelOf(): string {
    return this.text.title;
  }

  private isSample(data: Projects | undefined): boolean {
    return data?.livelihoodProjects.nodes.some((project) => project.isSample) ?? false;
  }

  protected sourceOf(data: Projects | undefined): Source {
    return {
      publisher: data?.platform.name ?? this.words.platform,
      permalink: `${this.platform}/livelihood-projects`,
      permalinkText: this.text.all,
      asOf: this.content.at,
      isSample: this.isSample(data),
    };
  }

  protected renderHead(data: Projects | undefined): TemplateResult {
    const scope = [this.year ? `${this.year}` : '', this.town ?? '', this.unit ?? '', this.search ?? ''].filter(
      Boolean,
    );
    return html`
      <header part="header">
        <p class="title" role="heading" aria-level=${this.level}>
          ${this.text.title} ${sampleBadge(this.isSample(data), this.words)}
        </p>
        ${scope.length > 0 ? html`<p class="muted" lang="zh-CN">${scope.join(' · ')}</p>` : nothing}
      </header>
    `;
  }

  protected renderSkeleton(): TemplateResult {
    return html`
      <p class="unseen">${this.words.loading}</p>
      <div aria-hidden="true">${Array.from({ length: Math.max(6, this.size) }, () => html`<span class="bar wide"></span>`)}</div>
    `;
  }

  protected renderEmpty(): TemplateResult {
    return html`<div class="empty" part="empty">
      <p>${this.text.nothing}</p>
      <p class="muted">${this.text.nothingHint}</p>
    </div>`;
  }

  private spell(value: number): string {
    return formatNumber(value, this.language);
  }

  protected renderData({ totals, livelihoodProjects }: Projects): TemplateResult {
    const { nodes, totalCount } = livelihoodProjects;
    return html`
      ${this.search ? nothing : this.renderSentence(totals[0])}
      <ul class="list" part="list">
        ${nodes.map((project) => this.renderProject(project))}
      </ul>
      ${nodes.length < totalCount ? html`<p class="small muted">${this.text.more(this.spell(nodes.length), this.spell(totalCount))}</p>` : nothing}
    `;
  }

  /** What the list says, made from the same numbers; of a search there is no such sum. */
  private renderSentence(total: Projects['totals'][number] | undefined): TemplateResult | typeof nothing {
    if (!total || total.items === 0) return nothing;
    const { items, completed, behind, invested, plannedInvestment } = total;
    const whole = this.text.counts(this.spell(items), this.spell(completed), behind);
    const money =
      invested && plannedInvestment
        ? this.text.money(this.spell(Number(invested.amount)), this.spell(Number(plannedInvestment.amount)))
        : '';
    return html`<p class="sentence">${[whole, money].join(this.language === 'en' ? ' ' : '')}</p>`;
  }

  private renderProject(project: Project): TemplateResult {
    const { name, permalink, status, pace, completionRate, location, dueOn, completedOn, units, latestReport } =
      project;
    const { text } = this;
    const rate = completionRate === null ? null : Number(completionRate);
    const label = (pace && project.paceLabel?.label) || project.statusLabel?.label || text.unknown;
    const mark = pace === 'BEHIND' ? '▲' : (marks[status ?? ''] ?? '·');
    const day = completedOn
      ? text.completed(formatDate(completedOn, this.language))
      : dueOn
        ? text.due(formatDate(dueOn, this.language))
        : '';
    return html`
      <li class="project">
        <span lang="zh-CN">${link(permalink, typeset(name))}</span>
        ${rate === null ? nothing : this.renderMark(rate)}
        <p class="facts small">
          <span class="standing"><span aria-hidden="true">${mark}</span> ${label}${rate === null ? '' : ` ${completionRate}%`}</span>
          ${day ? html`<span>${day}</span>` : nothing}
          ${location ? html`<span class="muted" lang="zh-CN">${location}</span>` : nothing}
          ${units[0] ? html`<span class="muted" lang="zh-CN">${units[0].name}</span>` : nothing}
        </p>
        ${latestReport?.progress ? html`<p class="small">${latestReport.periodLabel}<span lang="zh-CN">：${brief(latestReport.progress)}</span></p>` : nothing}
      </li>
    `;
  }

  /** Drawn by attributes: a page may forbid every style. What is over 100 % fills the bar; the figure stands below. */
  private renderMark(rate: number): TemplateResult {
    return html`<svg class="mark" aria-hidden="true"><rect width="100%" height="100%"></rect><rect width="${Math.max(0, Math.min(100, rate)).toFixed(1)}%" height="100%"></rect></svg>`;
  }
}

define('gk-projects', ProjectsPanel);
