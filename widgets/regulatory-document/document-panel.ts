import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatInstantDay, formatNumber } from '../core/format.ts';
import { plainJson } from '../core/json.ts';
import { languageCode } from '../core/language.ts';
import { link, webAddress } from '../core/link.ts';
import { define, PanelElement, type PanelState, type Question } from '../core/panel-element.ts';
import { type Source, sampleBadge } from '../core/source-line.ts';
import { paragraphs, typeset } from '../core/typography.ts';
import { validityBadge } from '../core/validity.ts';
import { branches, renderBranch } from './articles.ts';
import { documentMessages } from './document-panel.messages.ts';
import { documentQuery } from './document-panel.query.ts';
import { type DocumentAnswer, documentShape, type RegulatoryDocument, type Relation } from './document-panel.shape.ts';
import { documentStyles } from './document-panel.styles.ts';

const isPresent = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

/** Files of a document stand beside its page: the page's address with an ending. */
const fileOf = (page: string, ending: string): string | undefined => {
  const address = webAddress(page);
  if (address === undefined) return undefined;
  const url = new URL(address);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}.${ending}`;
  return url.href;
};

/** `<gk-document>`: one policy document with its data, text, relations and citation (政策文件). */
export class DocumentPanel extends PanelElement<DocumentAnswer> {
  static override properties = {
    number: {},
    indexNumber: { attribute: 'index-number' },
    documentId: { attribute: 'document-id' },
    said: { state: true },
    isOpen: { state: true },
  };
  static override styles = [PanelElement.styles, documentStyles];

  declare number: string | undefined;
  declare indexNumber: string | undefined;
  declare documentId: string | undefined;
  /** What a reader's action has led to, said once. */
  declare protected said: string;
  declare protected isOpen: boolean;

  protected readonly guard = documentShape;
  private text = documentMessages('zh-CN');

  constructor() {
    super();
    this.said = '';
    this.isOpen = false;
  }

  protected override willUpdate(): void {
    super.willUpdate();
    this.text = documentMessages(this.language);
  }

  protected question(): Question | undefined {
    const { documentId, indexNumber, number } = this;
    const by = documentId ? { id: documentId } : indexNumber ? { indexNumber } : number ? { number } : undefined;
    return (
      by && {
        document: documentQuery,
        variables: { by, lang: languageCode(this.language) },
        keep: true,
        subject: plainJson([this.platform, by]),
      }
    );
  }

  protected isEmpty(data: DocumentAnswer): boolean {
    return data.regulatoryDocument === null;
  }

  protected labelOf(data: DocumentAnswer | undefined): string {
    return data?.regulatoryDocument?.title ?? this.text.panel;
  }

  protected override announcement(): string {
    return this.said;
  }

  protected sourceOf(data: DocumentAnswer | undefined): Source {
    const found = data?.regulatoryDocument;
    if (!found) {
      return {
        publisher: data?.platform.name ?? this.words.platform,
        permalink: `${this.platform}/`,
        permalinkText: this.words.openPlatform,
      };
    }
    return {
      publisher: `${found.publisher.name} · ${data.platform.name}`,
      publishedAt: found.firstPublishedAt,
      modifiedAt: found.modifiedAt,
      validity: found.validity,
      permalink: found.permalink,
      isSample: found.isSample,
    };
  }

  protected renderHead(data: DocumentAnswer | undefined, state: PanelState): TemplateResult {
    const found = data?.regulatoryDocument;
    if (!found) {
      return html`
        <header part="header">
          <p class="title" role="heading" aria-level=${this.level}>${this.text.panel}</p>
          ${state === 'loading' ? html`<span class="bar wide"></span><span class="bar half"></span>` : nothing}
        </header>
      `;
    }
    return html`
      <header part="header">
        <p class="title" lang="zh-CN" role="heading" aria-level=${this.level}>${typeset(found.title)}</p>
        <p class="line">
          <span class="keep" lang="zh-CN">${found.number?.text ?? this.text.noNumber}</span>
          ${validityBadge(found.validity)}
          <span>${this.text.attributes[found.attribute] ?? found.attribute}</span>
          ${sampleBadge(found.isSample, this.words)}
        </p>
      </header>
    `;
  }

  protected renderEmpty(): TemplateResult {
    const { text } = this;
    const { withdrawal } = this.content;
    if (withdrawal) {
      const { reason, withdrawnAt } = withdrawal;
      return html`
        <slot></slot>
        <p><b>${text.withdrawn(formatInstantDay(withdrawnAt, this.language))}</b></p>
        <p lang="zh-CN">${reason}</p>
      `;
    }
    const name = this.number || this.indexNumber || this.documentId;
    return html`
      <slot></slot>
      <p>${name ? typeset(text.notFound(name)) : text.unnamed}</p>
      <p class="muted">${name ? text.notFoundHint : text.unnamedHint}</p>
    `;
  }

  protected renderSkeleton(): TemplateResult {
    const lines = Array.from({ length: 6 });
    return html`
      <p class="unseen">${this.words.loading}</p>
      <div aria-hidden="true">
        <div class="facts">${lines.map(() => html`<span class="bar wide"></span>`)}</div>
        <div class="section">${lines.map(() => html`<p><span class="bar"></span><span class="bar half"></span></p>`)}</div>
      </div>
    `;
  }

  protected renderData({ regulatoryDocument: found }: DocumentAnswer): TemplateResult {
    if (!found) return this.renderEmpty();
    return html`
      ${this.renderFacts(found)}
      ${found.summary ? html`<p class="summary" lang="zh-CN">${typeset(found.summary)}</p>` : nothing}
      ${this.renderBody(found)} ${this.renderRelations(found)} ${this.renderInterpretations(found)}
      ${this.renderDownloads(found)} ${this.renderCitation(found)}
    `;
  }

  private heading(words: string, beside: unknown = nothing): TemplateResult {
    return html`
      <div class="over">
        <p class="heading" role="heading" aria-level=${Math.min(6, this.level + 1)}>${words}</p>
        ${beside}
      </div>
    `;
  }

  private renderFacts(found: RegulatoryDocument): TemplateResult {
    const { text, language } = this;
    const day = (date: string | null) =>
      date === null ? null : html`<time datetime=${date}>${formatDate(date, language)}</time>`;
    const joined = (names: readonly string[]) => (names.length > 0 ? names.join('、') : null);
    const rows: readonly (readonly [string, unknown])[] = [
      [text.issuer, joined(found.issuers.map(({ name }) => name))],
      [text.formedOn, day(found.formedOn)],
      [text.printedOn, day(found.printedOn)],
      [text.effectiveFrom, day(found.effectiveFrom)],
      [text.effectiveTo, day(found.effectiveTo)],
      [
        text.topic,
        [found.topic, found.subtopic]
          .filter(isPresent)
          .map(({ label }) => label)
          .join(' › ') || null,
      ],
      [text.eventClass, joined(found.eventClasses.map(({ label }) => label))],
      [text.indexNumber, found.indexNumber],
      [text.addressees, found.addressees],
      [text.copiedTo, joined(found.copiedTo)],
    ];
    return html`
      <dl class="facts" part="facts">
        ${rows
          .filter(([, value]) => isPresent(value))
          .map(
            ([name, value]) =>
              html`<div><dt>${name}</dt><dd lang=${typeof value === 'string' ? 'zh-CN' : language}>${value}</dd></div>`,
          )}
      </dl>
    `;
  }

  private renderBody(found: RegulatoryDocument): TemplateResult {
    const tree = branches(found.articles);
    const folds = tree.some(({ article, children }) => article.level === 'PART' && children.length > 0);
    const all = html`<button type="button" class="quiet" @click=${this.toggleAll}>
      ${this.isOpen ? this.text.closeAll : this.text.openAll}
    </button>`;
    return html`
      <div class="section body" part="body">
        ${this.heading(this.text.body, folds ? all : nothing)}
        ${tree.length > 0 ? tree.map((branch) => renderBranch(branch, this.text)) : html`<div lang="zh-CN">${paragraphs(found.text)}</div>`}
        ${found.annotation ? html`<p class="muted" lang="zh-CN">${found.annotation}</p>` : nothing}
      </div>
    `;
  }

  private renderRelations({ relations }: RegulatoryDocument): unknown {
    if (relations.length === 0) return nothing;
    const groups = new Map<string, Relation[]>();
    for (const relation of relations) groups.set(relation.label, [...(groups.get(relation.label) ?? []), relation]);
    return html`
      <div class="section" part="relations">
        ${this.heading(this.text.relations)}
        <dl class="groups">
          ${[...groups].map(
            ([label, members]) => html`<div>
              <dt>${label}</dt>
              <dd><ul>${members.map((relation) => this.renderRelation(relation))}</ul></dd>
            </div>`,
          )}
        </dl>
      </div>
    `;
  }

  private renderRelation({ document: target, targetTitle, targetNumber, article }: Relation): TemplateResult {
    const title = target?.title ?? targetTitle;
    const name = html`${title ? typeset(title) : nothing}${title && targetNumber ? ' ' : nothing}${targetNumber ? typeset(targetNumber) : nothing}`;
    return html`<li>
      <span lang="zh-CN">${target ? link(target.permalink, name) : name}</span>
      ${article?.marker ? html`<span class="small">${link(article.permalink, this.text.statedIn(article.marker))}</span>` : nothing}
    </li>`;
  }

  private renderInterpretations({ interpretations }: RegulatoryDocument): unknown {
    if (interpretations.length === 0) return nothing;
    return html`
      <div class="section" part="interpretations">
        ${this.heading(this.text.interpretations)}
        <ul>
          ${interpretations.map(
            ({ title, permalink, formedOn }) => html`<li>
              <span lang="zh-CN">${link(permalink, typeset(title))}</span>
              ${formedOn ? html`<span class="small">${formatDate(formedOn, this.language)}</span>` : nothing}
            </li>`,
          )}
        </ul>
      </div>
    `;
  }

  private renderDownloads({ url }: RegulatoryDocument): unknown {
    const files = ['xlsx', 'csv', 'json'].map((ending) => ({ ending, href: fileOf(url, ending) }));
    if (files.some(({ href }) => href === undefined)) return nothing;
    return html`
      <div class="section" part="downloads">
        ${this.heading(this.text.downloads)}
        <p class="actions">
          ${files.map(({ ending, href }) => html`<a href=${href ?? ''} rel="noopener">${ending.toUpperCase()}</a>`)}
        </p>
      </div>
    `;
  }

  private renderCitation({ citation, edition, versionUrl }: RegulatoryDocument): TemplateResult {
    const number = this.text.edition(formatNumber(edition.number, this.language));
    return html`
      <div class="section" part="citation">
        ${this.heading(this.text.citation)}
        <p id="citation" class="citation" lang="zh-CN">${typeset(citation)}</p>
        <p class="actions">
          <button type="button" @click=${this.copy}>${this.text.copy}</button>
          <span class="small">${link(versionUrl, number)}${edition.changeNote ? html` <span lang="zh-CN">${edition.changeNote}</span>` : nothing}</span>
          <span class="small" aria-hidden="true">${this.said}</span>
        </p>
      </div>
    `;
  }

  private readonly toggleAll = (): void => {
    this.isOpen = !this.isOpen;
    for (const part of this.renderRoot.querySelectorAll('details')) part.open = this.isOpen;
  };

  private readonly copy = async (): Promise<void> => {
    const citation = this.renderRoot.querySelector('#citation');
    if (!citation) return;
    try {
      await navigator.clipboard.writeText(citation.textContent ?? '');
      this.said = this.text.copied;
    } catch {
      // No clipboard on plain http: the reader copies what is selected.
      getSelection()?.selectAllChildren(citation);
      this.said = this.text.selected;
    }
  };
}

define('gk-document', DocumentPanel);
