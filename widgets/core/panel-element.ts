import { type CSSResultGroup, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { recall, save } from './cache.ts';
import { type Answer, address, ask, type Failure, type Request, type Withdrawal } from './client.ts';
import { formatMoment } from './format.ts';
import { type Language, languageOf } from './language.ts';
import { type Messages, messages } from './messages.ts';
import { panelStyles } from './panel.styles.ts';
import type { Guard } from './shape.ts';
import { shared } from './shared.ts';
import { type Source, sourceLine } from './source-line.ts';
import { tokens } from './tokens.styles.ts';

export type PanelState = 'loading' | 'data' | 'empty' | 'stale' | 'error';

/** What a panel asks: the question, and whether its answer is worth keeping for a day without network. */
export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly keep: boolean;
  /** It holds what a reader typed about themselves: the browser's cache does not keep it either. */
  readonly isPrivate?: boolean;
  /** How many records stand before the first one asked for. */
  readonly offset?: number;
  /** What it is about, where an answer about something else must not stay on view. */
  readonly subject?: string;
}

interface Content<Data> {
  readonly data?: Data;
  /** The question that the data answers: a later one may be under way or have failed. */
  readonly question?: Question;
  /** When the data was the platform's answer (ms). */
  readonly at?: number;
  readonly isSaved?: boolean;
  readonly failure?: Failure;
  readonly withdrawal?: Withdrawal | undefined;
  readonly loading: boolean;
}

/** Below this height a fallback is a line of text and says nothing about the room the panel will need (px). */
const telling = 160;
const firstRetry = 15_000;
const lastRetry = 300_000;

/** The tag itself is wrong: asking again will not help. */
const isMisuse = ({ kind, detail }: Failure): boolean => kind === 'graphql' && detail === 'BAD_USER_INPUT';

/** One disclosure on a foreign page: asks, waits, shows, and says what still holds when it cannot. */
export abstract class PanelElement<Data> extends LitElement {
  static override properties: PropertyDeclarations = {
    endpoint: {},
    lang: { reflect: true },
    headingLevel: { attribute: 'heading-level', type: Number },
    content: { state: true },
  };
  static override styles: CSSResultGroup = [tokens, panelStyles];
  /** How long an answer is waited for (ms). */
  static patience = 8000;

  declare endpoint: string | undefined;
  declare headingLevel: number;
  declare protected content: Content<Data>;

  protected language: Language = 'zh-CN';
  protected words: Messages = messages('zh-CN');
  protected asked = '';
  private announced: PanelState | undefined;
  /** The fallback content is as large as a panel (a picture of it, a table): it stays as it stands until the data is there. */
  private isPictured = false;
  private retries = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
    this.content = { loading: true };
  }

  /** What to ask now; nothing when the tag does not say what to show. */
  protected abstract question(): Question | undefined;
  protected abstract readonly guard: Guard<Data>;
  protected abstract isEmpty(data: Data): boolean;
  /** What stands above everything else: what is shown, and whose. */
  protected abstract renderHead(data: Data | undefined, state: PanelState): TemplateResult;
  protected abstract renderData(data: Data): TemplateResult;
  protected abstract renderEmpty(data: Data | undefined): TemplateResult;
  protected abstract renderSkeleton(): TemplateResult;
  protected abstract sourceOf(data: Data | undefined): Source;
  /** The panel's name for assistive technology. */
  protected abstract labelOf(data: Data | undefined): string;
  /** Said once, politely, when a reader's action has changed what is shown. */
  protected announcement(_data: Data): string {
    return '';
  }

  get state(): PanelState {
    const { data, failure, loading } = this.content;
    if (data !== undefined) return failure ? 'stale' : this.isEmpty(data) ? 'empty' : 'data';
    return failure ? 'error' : loading ? 'loading' : 'empty';
  }

  /** Where this panel reads from, without a slash at the end. */
  get platform(): string {
    return (this.endpoint || shared().endpoint).replace(/\/+$/, '');
  }

  protected get level(): number {
    return Math.min(6, Math.max(1, Math.trunc(this.headingLevel) || 2));
  }

  override connectedCallback(): void {
    // Measured before the shadow root exists: afterwards the fallback content is hidden and has no height.
    if (!this.hasUpdated) {
      this.holdHeight();
      this.nameStrangers();
    }
    super.connectedCallback();
    addEventListener('online', this.reload);
    addEventListener('beforeprint', this.expand);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.reload);
    removeEventListener('beforeprint', this.expand);
    removeEventListener('resize', this.releaseHeight);
    document.removeEventListener('visibilitychange', this.reload);
    clearTimeout(this.timer);
  }

  protected override willUpdate(): void {
    this.language = languageOf(this);
    this.words = messages(this.language);
    const question = this.question();
    if (!question) {
      this.content = { loading: false };
      return;
    }
    const { document, variables, isPrivate = false } = question;
    const request = { endpoint: this.platform, document, variables, isPrivate };
    const url = address(request);
    if (url === this.asked) return;
    this.asked = url;
    void this.load(request, url, question);
  }

  protected override updated(): void {
    const { state } = this;
    if (state === this.announced) return;
    this.announced = state;
    if (state !== 'loading') {
      // From now on the panel may be taller than what stood here before, not shorter.
      this.style.blockSize = '';
      this.style.overflow = '';
    }
    this.dispatchEvent(new CustomEvent('gk-state', { detail: { state }, bubbles: true, composed: true }));
  }

  protected override render(): TemplateResult {
    const { content, state, words } = this;
    const { data } = content;
    if (state === 'loading' && this.isPictured) return html`<slot></slot>`;
    return html`
      <article class="panel" part="panel" lang=${this.language} aria-label=${this.labelOf(data)}>
        ${this.renderHead(data, state)} ${state === 'loading' || state === 'error' ? html`<slot></slot>` : nothing}
        ${this.renderNotice(state)}
        <div aria-busy=${content.loading ? 'true' : 'false'}>
          ${
            state === 'error'
              ? nothing
              : state === 'loading'
                ? this.renderSkeleton()
                : data === undefined || this.isEmpty(data)
                  ? this.renderEmpty(data)
                  : this.renderData(data)
          }
        </div>
        ${sourceLine(this.sourceOf(data), this.language, words)}
        <p class="unseen" role="status">${this.spoken(state)}</p>
      </article>
    `;
  }

  protected readonly reload = (): void => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', this.reload);
    clearTimeout(this.timer);
    if (!this.content.failure) return;
    this.asked = '';
    this.requestUpdate();
  };

  private spoken(state: PanelState): string {
    const { data, failure } = this.content;
    if (failure) return this.reason(failure);
    return data === undefined || state === 'loading' || this.content.loading ? '' : this.announcement(data);
  }

  private reason(failure: Failure): string {
    return isMisuse(failure) ? this.words.misused : this.words.failed[failure.kind];
  }

  private renderNotice(state: PanelState): unknown {
    const { failure, isSaved, at } = this.content;
    const { words } = this;
    if (!failure) return nothing;
    const gap = this.language === 'en' ? ' ' : '';
    const retry = isMisuse(failure)
      ? nothing
      : html`<button type="button" @click=${this.reload}>${words.retry}</button>`;
    if (state === 'stale') {
      const kept = isSaved && at ? words.saved(formatMoment(at, this.language)) : words.notRefreshed;
      return html`
        <div class="notice" part="notice">
          <p>${this.reason(failure)}${this.language === 'en' ? '. ' : '，'}${kept}${gap}${words.retrying}</p>
          ${retry}
        </div>
      `;
    }
    const rest = isMisuse(failure) ? words.misusedHint : `${words.stillHolds}${gap}${words.retrying}`;
    return html`
      <div class="notice" part="notice">
        <p><b>${this.reason(failure)}</b></p>
        <p>${rest}</p>
        ${retry}
      </div>
    `;
  }

  private async load(request: Request, url: string, question: Question): Promise<void> {
    const { keep, subject } = question;
    if (subject !== this.content.question?.subject) this.content = { loading: true };
    const saved = keep && this.content.data === undefined ? recall(url, this.guard) : undefined;
    this.content = saved
      ? { data: saved.data, question, at: saved.at, isSaved: true, loading: true }
      : { ...this.content, loading: true };
    const answer = await ask(request, this.guard, (this.constructor as typeof PanelElement).patience);
    // A later question has been asked meanwhile: this answer is no longer wanted.
    if (url !== this.asked) return;
    this.receive(answer, question);
    if (answer.ok && keep) save(url, answer.data);
  }

  private receive(answer: Answer<Data>, question: Question): void {
    if (answer.ok) {
      this.retries = 0;
      const { data, withdrawal } = answer;
      this.content = { data, question, withdrawal, at: Date.now(), loading: false };
      return;
    }
    const { failure: _earlier, ...before } = this.content;
    this.content = { ...before, failure: answer.failure, loading: false };
    if (this.isConnected && !isMisuse(answer.failure)) this.retryLater();
  }

  /** Waits longer each time and not in step with other readers; a hidden page does not ask at all. */
  private retryLater(): void {
    const wait = Math.min(lastRetry, firstRetry * 2 ** this.retries++) * (0.5 + Math.random());
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (document.hidden) document.addEventListener('visibilitychange', this.reload);
      else this.reload();
    }, wait);
  }

  /** Attributes that are none of this panel's: a slip of whoever wrote the tag, which nothing else would show. */
  private nameStrangers(): void {
    const own = (this.constructor as typeof LitElement).observedAttributes;
    const usual = /^(data-|aria-|on)|^(class|id|style|slot|hidden|title|dir|part|role|tabindex)$/;
    const strange = this.getAttributeNames().filter((name) => !own.includes(name) && !usual.test(name));
    if (strange.length > 0)
      console.warn(`gongkai: <${this.localName}> 没有属性 has no ${strange.join(' ')}; 有 has: ${own.join(' ')}`);
  }

  private holdHeight(): void {
    const contents = document.createRange();
    contents.selectNodeContents(this);
    const height = Math.max(this.getBoundingClientRect().height, contents.getBoundingClientRect().height);
    if (height < telling) return;
    this.isPictured = contents.getBoundingClientRect().height >= telling;
    // Through the object model, not an attribute: a strict style-src allows it.
    this.style.display = 'block';
    this.style.blockSize = `${height}px`;
    this.style.minBlockSize = `${height}px`;
    this.style.overflow = 'clip';
    addEventListener('resize', this.releaseHeight, { once: true });
  }

  private readonly releaseHeight = (): void => {
    this.style.minBlockSize = '';
  };

  /** Paper cannot be unfolded. */
  private readonly expand = (): void => {
    for (const details of this.renderRoot.querySelectorAll('details')) details.open = true;
  };
}

export const define = (tag: string, panel: CustomElementConstructor): void => {
  try {
    // Two snippets of different versions may stand on one page: the first one stays.
    if (!customElements.get(tag)) customElements.define(tag, panel);
  } catch (cause) {
    console.warn('gongkai:', tag, cause);
  }
};
