import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatNumber } from '../core/format.ts';
import { languageCode } from '../core/language.ts';
import { link } from '../core/link.ts';
import { define, PanelElement, type Question } from '../core/panel-element.ts';
import { type Source, sampleBadge } from '../core/source-line.ts';
import { excerpt, typeset } from '../core/typography.ts';
import { validityBadge } from '../core/validity.ts';
import { documentsMessages } from './documents-panel.messages.ts';
import { documentsQuery } from './documents-panel.query.ts';
import { type DocumentEdge, type Documents, documentsShape, type FacetBucket } from './documents-panel.shape.ts';
import { documentsStyles } from './documents-panel.styles.ts';

/** A panel is a part of somebody's page: longer lists are read on the platform. */
const longestPage = 20;

/** What the reader has narrowed the list to. */
interface Filters {
  readonly search: string;
  readonly topic: string;
  readonly validity: string;
}

/** `IN_FORCE` or `IN_FORCE,AMENDED`, as an attribute says it. */
const codes = (value: string | undefined): { eq: string } | { in: readonly string[] } | undefined => {
  const [first, ...more] = (value ?? '').split(/[\s,]+/).filter(Boolean);
  if (first === undefined) return undefined;
  return more.length === 0 ? { eq: first } : { in: [first, ...more] };
};

/** `<gk-documents>`: policy documents with search, filters and paging (政策文件). */
export class DocumentsPanel extends PanelElement<Documents> {
  static override properties = {
    topic: {},
    genre: {},
    publisher: {},
    search: {},
    validity: {},
    pageSize: { attribute: 'page-size', type: Number },
    filters: { state: true },
    trail: { state: true },
  };
  static override styles = [PanelElement.styles, documentsStyles];

  declare topic: string | undefined;
  declare genre: string | undefined;
  declare publisher: string | undefined;
  declare search: string | undefined;
  declare validity: string | undefined;
  declare pageSize: number;
  declare protected filters: Filters;
  /** The cursors behind which the pages so far began: going back is asking the same page again. */
  declare protected trail: readonly string[];

  protected readonly guard = documentsShape;
  private text = documentsMessages('zh-CN');
  private turned = false;
  private hasActed = false;

  constructor() {
    super();
    this.pageSize = 10;
    this.filters = { search: '', topic: '', validity: '' };
    this.trail = [];
  }

  protected override willUpdate(changed?: Map<PropertyKey, unknown>): void {
    const settings = ['topic', 'genre', 'publisher', 'search', 'validity', 'pageSize'];
    if (settings.some((setting) => changed?.has(setting))) this.clear(this.search ?? '');
    // The list has changed so much that the place in it is lost: begin again.
    if (this.content.failure?.detail.startsWith('CURSOR_')) this.trail = [];
    super.willUpdate();
    this.text = documentsMessages(this.language);
  }

  protected override updated(): void {
    super.updated();
    if (!this.turned || this.content.loading) return;
    this.turned = false;
    // The buttons may have moved under the pointer: a reader goes on from the head of the new page.
    if (!this.content.failure) this.renderRoot.querySelector<HTMLElement>('#count')?.focus();
  }

  private get size(): number {
    return Math.min(longestPage, Math.max(1, Math.trunc(this.pageSize) || 10));
  }

  protected question(): Question {
    const { filters, trail } = this;
    const search = filters.search.trim();
    const after = trail.at(-1);
    const where = {
      topic: codes(this.topic || filters.topic),
      genre: codes(this.genre),
      publisher: codes(this.publisher),
      validity: codes(this.validity || filters.validity),
    };
    const isPreset = !after && search === (this.search ?? '').trim() && !filters.topic && !filters.validity;
    return {
      document: documentsQuery,
      variables: {
        where,
        ...(search ? { search } : {}),
        orderBy: [{ field: search ? 'RELEVANCE' : 'FORMED_ON', direction: 'DESC' }],
        first: this.size,
        ...(after ? { after } : {}),
        lang: languageCode(this.language),
      },
      keep: isPreset,
      offset: trail.length * this.size,
    };
  }

  protected isEmpty(data: Documents): boolean {
    return data.regulatoryDocuments.edges.length === 0;
  }

  protected labelOf(): string {
    return this.text.title;
  }

  protected sourceOf(data: Documents | undefined): Source {
    return {
      publisher: data?.platform.name ?? this.words.platform,
      permalink: `${this.platform}/regulatory-documents`,
      permalinkText: this.text.all,
      asOf: this.content.at,
      isSample: this.isSample(data),
    };
  }

  private count(data: Documents): string {
    const { totalCount, edges } = data.regulatoryDocuments;
    const offset = this.content.question?.offset ?? 0;
    const spell = (value: number) => formatNumber(value, this.language);
    const total = this.text.count(totalCount, spell(totalCount));
    return edges.length < totalCount ? total + this.text.place(spell(offset + 1), spell(offset + edges.length)) : total;
  }

  protected override announcement(data: Documents): string {
    // The first answer is no news to a reader who has asked for nothing yet.
    if (!this.hasActed) return '';
    return this.isEmpty(data) ? this.text.nothingMatches : this.count(data);
  }

  protected renderData(data: Documents): TemplateResult {
    return html`
      ${this.renderControls(data)}
      <p id="count" class="count small" role="heading" aria-level=${Math.min(6, this.level + 1)} tabindex="-1">
        ${this.count(data)}${this.content.loading && !this.content.isSaved ? html` <span>${this.words.loading}</span>` : nothing}
      </p>
      <ol class="list" part="list">
        ${data.regulatoryDocuments.edges.map((edge) => this.renderRow(edge))}
      </ol>
      ${this.renderPaging(data)}
    `;
  }

  protected renderEmpty(data: Documents | undefined): TemplateResult {
    const { search, topic, validity } = this.filters;
    const isNarrowed = search.trim() !== '' || topic !== '' || validity !== '';
    return html`
      ${isNarrowed && data ? this.renderControls(data) : nothing}
      <div class="empty" part="empty">
        ${
          isNarrowed
            ? html`<p>${this.text.nothingMatches}</p>
              <p class="actions"><button type="button" @click=${() => this.clear('')}>${this.text.clear}</button></p>`
            : html`<p>${this.text.nothingYet}</p>
              <p class="muted">${this.text.nothingYetHint}</p>`
        }
      </div>
    `;
  }

  protected renderSkeleton(): TemplateResult {
    const rows = Array.from({ length: this.size });
    return html`
      <p class="unseen">${this.words.loading}</p>
      <div class="controls" aria-hidden="true"><span class="bar blank"></span></div>
      <p class="count small" aria-hidden="true"><span class="bar third"></span></p>
      <ol class="list" aria-hidden="true">
        ${rows.map(() => html`<li class="row"><span class="bar wide"></span><span class="bar half"></span></li>`)}
      </ol>
    `;
  }

  protected renderHead(data: Documents | undefined): TemplateResult {
    const first = data?.regulatoryDocuments.edges[0]?.node;
    const topics = this.topic ? this.buckets(data, 'TOPIC').filter(({ value }) => value === this.topic) : [];
    const scope = [
      ...topics.map(({ label }) => label),
      this.genre && first ? first.genre.label : '',
      this.publisher && first ? first.publisher.name : '',
    ].filter(Boolean);
    return html`
      <header part="header">
        <p class="title" role="heading" aria-level=${this.level}>
          ${this.text.title} ${sampleBadge(this.isSample(data), this.words)}
        </p>
        ${scope.length > 0 ? html`<p class="muted" lang="zh-CN">${scope.join(' · ')}</p>` : nothing}
      </header>
    `;
  }

  private renderControls(data: Documents): TemplateResult {
    const { text, filters } = this;
    const validities = this.validity ? [] : this.buckets(data, 'VALIDITY');
    return html`
      <form class="controls" part="controls" @submit=${this.submit} @change=${this.change}>
        <label class="field search">
          <span class="small">${text.searchLabel}</span>
          <span class="line">
            <input type="search" name="search" .value=${filters.search} autocomplete="off" enterkeyhint="search" />
            <button>${text.searchButton}</button>
          </span>
        </label>
        ${this.topic ? nothing : this.renderTopics(this.buckets(data, 'TOPIC'))}
        ${
          validities.length > 1 || filters.validity
            ? html`<fieldset class="field chips">
              <legend class="small">${text.validity}</legend>
              ${[{ value: '', label: text.allValidities, count: undefined }, ...validities].map(
                ({ value, label, count }) => html`
                  <label class="chip"
                    ><input type="radio" name="validity" value=${value} .checked=${filters.validity === value} /><span
                      >${label}${count === undefined ? nothing : html` <i>${formatNumber(count, this.language)}</i>`}</span
                    ></label
                  >
                `,
              )}
            </fieldset>`
            : nothing
        }
      </form>
    `;
  }

  private renderTopics(buckets: readonly FacetBucket[]): TemplateResult {
    const { text, filters } = this;
    return html`
      <label class="field topic">
        <span class="small">${text.topic}</span>
        <select name="topic">
          <option value="" .selected=${filters.topic === ''}>${text.allTopics}</option>
          ${buckets.map(
            ({ value, label, count }) => html`
              <option value=${value} .selected=${filters.topic === value}>
                ${label} (${formatNumber(count, this.language)})
              </option>
            `,
          )}
        </select>
      </label>
    `;
  }

  private renderRow({ node, highlights }: DocumentEdge): TemplateResult {
    const rangesOf = (text: string) => highlights.find((highlight) => highlight.text === text)?.ranges;
    const number = node.number?.text;
    const elsewhere = highlights.find(({ field }) => field !== 'title' && field !== 'number');
    return html`
      <li class="row">
        <p class="name" lang="zh-CN">${link(node.permalink, typeset(node.title, rangesOf(node.title)))}</p>
        ${elsewhere ? html`<p class="excerpt small" lang="zh-CN">${excerpt(elsewhere.text, elsewhere.ranges)}</p>` : nothing}
        <p class="facts small">
          ${number ? html`<span lang="zh-CN">${typeset(number, rangesOf(number))}</span>` : html`<span>${this.text.noNumber}</span>`}
          <span lang="zh-CN">${node.publisher.name}</span>
        </p>
        <p class="state small">${validityBadge(node.validity)}</p>
        ${
          node.formedOn
            ? html`<p class="date small"><time datetime=${node.formedOn}>${formatDate(node.formedOn, this.language)}</time></p>`
            : nothing
        }
      </li>
    `;
  }

  /** The cursors behind the pages up to the one on view: a later page may have been asked for in vain. */
  private get shown(): readonly string[] {
    return this.trail.slice(0, (this.content.question?.offset ?? 0) / this.size);
  }

  private renderPaging(data: Documents): unknown {
    const { hasNextPage } = data.regulatoryDocuments.pageInfo;
    const isFirst = this.shown.length === 0;
    if (!hasNextPage && isFirst) return nothing;
    return html`
      <div class="paging" part="paging" role="group" aria-label=${this.text.paging}>
        <button type="button" ?disabled=${isFirst} @click=${() => this.turn(-1)}>${this.text.previous}</button>
        <button type="button" ?disabled=${!hasNextPage} @click=${() => this.turn(1)}>${this.text.next}</button>
      </div>
    `;
  }

  private isSample(data: Documents | undefined): boolean {
    return data?.regulatoryDocuments.edges.some(({ node }) => node.isSample) ?? false;
  }

  private buckets(data: Documents | undefined, field: string): readonly FacetBucket[] {
    return data?.regulatoryDocuments.facets.find((facet) => facet.field.toUpperCase() === field)?.buckets ?? [];
  }

  private turn(step: 1 | -1): void {
    const { content, shown } = this;
    const end = content.data?.regulatoryDocuments.pageInfo.endCursor;
    if (content.loading) return;
    if (step === -1) this.trail = shown.slice(0, -1);
    else if (end) this.trail = [...shown, end];
    // The same page once more, when it could not be fetched before.
    this.asked = '';
    this.turned = true;
    this.hasActed = true;
  }

  private clear(search: string): void {
    this.filters = { search, topic: '', validity: '' };
    this.trail = [];
  }

  private readonly change = (event: Event): void => {
    // Typing is not a question yet: only a choice is.
    if (event.target instanceof HTMLInputElement && event.target.type === 'search') return;
    this.apply(event.currentTarget as HTMLFormElement);
  };

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    this.apply(event.currentTarget as HTMLFormElement);
  };

  private apply(form: HTMLFormElement): void {
    this.hasActed = true;
    const entries = new FormData(form);
    const choice = (name: string): string => String(entries.get(name) ?? '');
    this.filters = { search: choice('search'), topic: choice('topic'), validity: choice('validity') };
    this.trail = [];
  }
}

define('gk-documents', DocumentsPanel);
