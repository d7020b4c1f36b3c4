import { html, nothing, type TemplateResult } from 'lit';
import { languageCode } from '../core/language.ts';
import { link } from '../core/link.ts';
import { define, PanelElement, type Question } from '../core/panel-element.ts';
import { type Source, sampleBadge } from '../core/source-line.ts';
import { typeset } from '../core/typography.ts';
import { budgetMessages } from './budget-panel.messages.ts';
import { budgetQuery } from './budget-panel.query.ts';
import { type BudgetAnswer, type BudgetLine, budgetShape } from './budget-panel.shape.ts';
import { budgetStyles } from './budget-panel.styles.ts';

type Money = BudgetLine['final'];

/** Digits in groups of three; the decimals as they came, for an amount is never a float. */
const grouped = (money: Money): string => {
  if (money === null) return '—';
  const [whole = '', decimals] = money.amount.split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined || /^0*$/.test(decimals) ? text : `${text}.${decimals}`;
};

/** Hundredths of the unit as a whole number: exact to 90 万亿元. */
const hundredths = (money: Money): number => (money === null ? 0 : Number(money.amount.replace('.', '')));

/** The stage as the tag says it, in code or in Chinese; undefined for one that is none. */
const stageOf = (said: string | undefined): string | undefined => {
  const key = (said ?? '').trim();
  if (key === '' || key === 'FINAL_ACCOUNTS' || key === '决算') return 'FINAL_ACCOUNTS';
  return key === 'BUDGET' || key === '预算' ? 'BUDGET' : undefined;
};

/** `<gk-budget>`: what one body spends in one year, budget beside final accounts (预算与决算). */
class BudgetPanel extends PanelElement<BudgetAnswer> {
  static override properties = { organization: {}, year: {}, stage: {} };
  static override styles = [PanelElement.styles, budgetStyles];

  declare organization: string | undefined;
  declare year: string | number | undefined;
  declare stage: string | undefined;

  protected readonly guard = budgetShape;
  private text = budgetMessages('zh-CN');

  protected override willUpdate(): void {
    super.willUpdate();
    this.text = budgetMessages(this.language);
  }

  protected question(): Question | undefined {
    const { organization } = this;
    const stage = stageOf(this.stage);
    if (!organization || this.misuse || !stage) return undefined;
    const report = { organization, fiscalYear: Number(this.year), stage };
    const body = /^[0-9A-Z]{18}$/.test(organization) ? { code: organization } : { name: organization };
    return {
      document: budgetQuery,
      variables: { report, body, lang: languageCode(this.language) },
      keep: true,
      subject: JSON.stringify(report),
    };
  }

  /** What is wrong with the tag, for whoever wrote it; a reader of the page must not take it for a body that published nothing. */
  private get misuse(): string | undefined {
    const { text } = this;
    const year = String(this.year ?? '');
    if (!this.organization || year === '') return text.unnamed;
    if (!/^(19|20)\d\d$/.test(year)) return text.year(year);
    return stageOf(this.stage) ? undefined : text.stage(this.stage ?? '');
  }

  protected isEmpty({ budget }: BudgetAnswer): boolean {
    return budget === null;
  }

  protected labelOf(data: BudgetAnswer | undefined): string {
    return data?.budget?.title ?? this.text.title;
  }

  protected sourceOf(data: BudgetAnswer | undefined): Source {
    const budget = data?.budget;
    if (!budget)
      return {
        publisher: data?.platform.name ?? this.words.platform,
        permalink: `${this.platform}/budgets`,
        asOf: this.content.at,
      };
    return {
      publisher: budget.publisher.name,
      permalink: budget.permalink,
      publishedAt: budget.firstPublishedAt,
      modifiedAt: budget.modifiedAt,
      isSample: budget.isSample,
    };
  }

  protected renderHead(data: BudgetAnswer | undefined): TemplateResult {
    const budget = data?.budget;
    return html`
      <header part="header">
        <p class="title" role="heading" aria-level=${this.level}>
          ${budget ? html`<span lang="zh-CN">${link(budget.permalink, typeset(budget.title))}</span>` : this.text.title}
          ${sampleBadge(budget?.isSample, this.words)}
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

  protected renderEmpty(data: BudgetAnswer | undefined): TemplateResult {
    const { text } = this;
    const misuse = this.misuse ?? (data?.organization === null ? text.stranger(this.organization ?? '') : undefined);
    if (misuse) return html`<slot></slot><p class="empty" part="empty">${misuse}</p>`;
    return html`<div class="empty" part="empty">
      <p>${text.nothing}</p>
      <p class="muted">${text.nothingHint}</p>
    </div>`;
  }

  protected renderData({ budget }: BudgetAnswer): TemplateResult {
    const classes = budget?.classes[0]?.lines ?? [];
    const expenses = budget?.expenses[0]?.lines ?? [];
    const own = classes.some(({ final }) => final !== null) ? 'final' : 'approved';
    const sorted = [...classes].sort((left, right) => hundredths(right[own]) - hundredths(left[own]));
    const total = sorted.reduce((sum, line) => sum + hundredths(line[own]), 0);
    const [largest] = sorted;
    const sum: Money = { amount: `${Math.trunc(total / 100)}.${String(Math.abs(total % 100)).padStart(2, '0')}` };
    return html`
      ${
        largest && budget
          ? html`<p class="sentence">${this.text.sentence(budget.title, grouped(sum), largest.code?.label ?? '', ((hundredths(largest[own]) / total) * 100).toFixed(1))}</p>`
          : nothing
      }
      ${sorted.length > 0 ? this.renderTable(this.text.byFunction, sorted, hundredths(largest?.[own] ?? null), own) : nothing}
      ${expenses.length > 0 ? this.renderTable(this.text.threePublic, expenses, 0, own) : nothing}
    `;
  }

  private renderTable(
    caption: string,
    lines: readonly BudgetLine[],
    longest: number,
    own: 'approved' | 'final',
  ): TemplateResult {
    const { text } = this;
    const hasApproved = own === 'final' && lines.some(({ approved }) => approved !== null);
    return html`
      <table part="table">
        <caption>${caption}<span>${text.unit}</span></caption>
        <thead>
          <tr>
            <th scope="col">${text.subject}</th>
            ${hasApproved ? html`<th scope="col">${text.approved}</th>` : nothing}
            <th scope="col">${text[own]}</th>
          </tr>
        </thead>
        <tbody>
          ${lines.map(
            (line) => html`
              <tr class=${line.depth === 0 ? 'total' : line.depth === 2 ? 'part' : ''}>
                <th scope="row">
                  ${line.code?.label ?? text.total}
                  ${longest > 0 ? this.renderMark(hundredths(line[own]) / longest) : nothing}
                </th>
                ${hasApproved ? html`<td>${grouped(line.approved)}</td>` : nothing}
                <td>${grouped(line[own])}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  /** Drawn by attributes: a page may forbid every style. */
  private renderMark(share: number): TemplateResult {
    return html`<svg class="mark" aria-hidden="true"><rect width="${Math.max(0, Math.min(100, share * 100)).toFixed(1)}%" height="100%"></rect></svg>`;
  }
}

define('gk-budget', BudgetPanel);
