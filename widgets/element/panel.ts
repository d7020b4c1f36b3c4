import { html, nothing, render, type TemplateResult } from 'lit/html.js';

import type { PanelDocument, Params } from '../core/document.ts';
import { link } from '../core/link.ts';
import { recall } from '../core/saved-copy.ts';
import { shared } from '../core/shared.ts';
import { isPanelDocument } from './document-guard.ts';
import { drawn, needsMore } from './drawn.ts';
import { footer, header } from './frame.ts';
import { dress, holdHeight } from './host.ts';
import { fetchMore, later } from './later.ts';
import type { Life } from './life.ts';
import { type Pen, type Reading, typesetIn } from './pen.ts';
import { languageAround } from './surroundings.ts';
import { type Answer, ask, type Failure, keyOf } from './transport.ts';
import { speaker } from './words.ts';

export type PanelState = 'loading' | 'data' | 'empty' | 'stale' | 'error';

/** Attributes every panel has, beside its own: how it is shown, not what. `as-of` is a parameter too. */
const common = ['as-of', 'endpoint', 'lang', 'heading-level', 'theme', 'size', 'live'];

/** Attributes that are parameters of one panel or another: whose they are is for the platform to say. */
let parameters: readonly string[] = [];

const bar = html`<div class="bar"></div>`;
/** What will be a panel, while it is waited for: as high as a small one. */
const bars = html`${bar}${bar}${bar}${bar}${bar}${bar}${bar}${bar}`;

const unread = (): Reading => ({
  chosen: {},
  opened: new Set(),
  fresh: new Set(),
  trail: [],
});

let lastTurn: Promise<unknown> = Promise.resolve();
/** One panel a frame: a page with many can be scrolled meanwhile. Nothing waits for one that is gone, nor where nobody looks. */
const turn = (panel: Node): Promise<unknown> => {
  const own = lastTurn;
  lastTurn = own.then(() => document.hidden || !panel.isConnected || new Promise((next) => setTimeout(next, 20)));
  return own;
};

/** An answer as it can be drawn: with what its blocks need, else it is as good as none. */
const drawable = async (answer: Answer, panel: Node): Promise<Answer> => {
  if (typeof answer === 'string') return answer;
  const isMore = answer.badge || answer.blocks.some(needsMore);
  if (isMore) await fetchMore();
  await turn(panel);
  return !isMore || (later.more && answer.blocks.every(later.more.isBlock)) ? answer : 'http';
};

/** One disclosure on a foreign page: asks, waits, draws, and says what still holds when it cannot. */
export abstract class PanelElement extends HTMLElement {
  static get observedAttributes(): readonly string[] {
    return [...parameters, ...common];
  }

  /** What is shown, what the reader has done with it, and what came to life with the rest. */
  document: PanelDocument | undefined;
  reading = unread();
  private life: Life | undefined;
  failure: Failure | undefined;
  /** When what is on view was the platform's answer (ms), and which address it answered. */
  savedAt = 0;
  answered = '';
  private isLoading = false;
  /** Address of what is asked for now; of what the tag alone asks for. */
  asked = '';
  private own = '';
  private isPictured = false;
  private announced: PanelState | undefined;
  private due: Promise<void> | undefined;

  get state(): PanelState {
    const { document, failure } = this;
    if (document) return failure ? 'stale' : document.state === 'data' ? 'data' : 'empty';
    return failure ? 'error' : 'loading';
  }

  /** Where this panel reads from, without a slash at the end. */
  get platform(): string {
    return (this.getAttribute('endpoint') || shared().endpoint).replace(/\/+$/, '');
  }

  get updateComplete(): Promise<void> {
    return this.due ?? Promise.resolve();
  }

  connectedCallback(): void {
    if (!this.shadowRoot) {
      // Measured before the shadow root exists: afterwards the fallback content is hidden and has no height.
      this.isPictured = holdHeight(this);
      this.attachShadow({ mode: 'open' });
    }
    addEventListener('resize', this.release);
    for (const act of ['pointerdown', 'focusin']) this.addEventListener(act, this.release);
    const root = this.shadowRoot as ShadowRoot;
    dress(root);
    this.update();
    void fetchMore().then(() => {
      dress(root);
      if (this.state !== 'loading') this.update();
    });
  }

  disconnectedCallback(): void {
    removeEventListener('resize', this.release);
    this.life?.end();
    this.life = undefined;
  }

  attributeChangedCallback(): void {
    this.update();
  }

  /** Draws once, however much has changed. */
  update(): void {
    this.due ??= Promise.resolve().then(() => {
      this.due = undefined;
      if (!this.isConnected) return;
      this.life ??= later.more?.enliven(this);
      this.askIfNew();
      this.draw();
    });
  }

  private keyFor(chosen: Params): string {
    const params: Record<string, string> = {};
    for (const name of [...parameters, 'as-of']) params[name] = this.getAttribute(name) ?? '';
    return keyOf(this.localName.slice(3), { ...params, ...chosen });
  }

  private askIfNew(): void {
    const address = (chosen: Params) => `${this.platform}/w?${this.keyFor(chosen)}`;
    const own = address({});
    if (own !== this.own) {
      // The tag asks for something else: what stood here is about another thing.
      this.own = own;
      this.reading = unread();
      this.document = this.failure = undefined;
    }
    const lang = languageAround(this);
    const asked = address({ ...this.reading.chosen, ...(lang !== 'zh-CN' && { lang }) });
    if (asked === this.asked) return;
    this.asked = asked;
    void this.load();
  }

  /** Asks for what is shown; `no-cache` makes sure that it still holds. */
  async load(cache: RequestCache = 'default'): Promise<void> {
    const { asked, reading } = this;
    const { isPrivate } = reading;
    this.isLoading = true;
    const saved = this.document || isPrivate ? undefined : recall(asked, isPanelDocument);
    if (saved)
      void drawable(saved.data, this).then((known) => {
        if (asked !== this.asked || this.document || typeof known === 'string') return;
        this.show(known, saved.at);
        this.update();
      });
    this.update();
    const answer = await drawable(await ask(asked, isPrivate ? 'no-store' : cache), this);
    // Something else has been asked meanwhile: this answer is no longer wanted.
    if (asked !== this.asked) return;
    this.isLoading = false;
    this.update();
    if (typeof answer === 'string') {
      this.failure = answer;
      this.life?.failed(answer);
      return;
    }
    const { document } = this;
    this.failure = undefined;
    this.show(answer, Date.now());
    this.life?.changed(document, answer);
  }

  private show(document: PanelDocument, at: number): void {
    this.document = document;
    this.savedAt = at;
    this.answered = this.asked;
  }

  /** What the reader does himself may move what follows, and paper cannot be gone through. */
  readonly release = (): void => {
    this.style.minBlockSize = this.style.blockSize = this.style.overflow = '';
  };

  /** Draws what is known now. */
  draw(): void {
    const root = this.shadowRoot;
    if (!root) return;
    try {
      render(this.template(), root);
    } catch (cause) {
      // A document that cannot be drawn is as good as none.
      console.warn('gongkai:', cause);
      this.document = undefined;
      this.failure = 'http';
      render(this.template(), root);
    }
    const { state } = this;
    if (state === this.announced) return;
    this.announced = state;
    // A panel that is taller than its picture grows where nobody sees what it moves; else it is gone through in its place,
    // unless it is one of which nothing may be out of sight: a warning with its telephone number.
    if (state !== 'loading') {
      if (
        this.querySelector('img') &&
        this.style.blockSize &&
        !this.document?.source.code &&
        this.getBoundingClientRect().bottom < innerHeight
      )
        this.style.overflow = 'auto';
      else this.style.blockSize = this.style.overflow = '';
      // Near or not, it is laid out when all have been drawn: a picture of the whole page shows it. A caret would lose its place.
      void turn(this).then(() => {
        const panel = root.querySelector<HTMLElement>('.panel');
        if (!panel || root.activeElement) return;
        panel.style.contentVisibility = 'visible';
        if (panel.getBoundingClientRect().bottom < innerHeight) return;
        // Of a fallback that was higher nothing is kept where nobody sees what moves up.
        this.style.minBlockSize = '';
      });
    }
    this.dispatchEvent(new CustomEvent('gk-state', { detail: { state }, bubbles: true, composed: true }));
  }

  private template(): TemplateResult {
    const { document, state, failure, reading } = this;
    const inline = this.life?.inline?.();
    if (inline) return inline;
    const language = languageAround(this);
    const say = speaker(language, document);
    const level = Math.min(6, Math.max(1, Math.trunc(Number(this.getAttribute('heading-level'))) || 2));
    const pen: Pen = { ...reading, language, say, level, acts: this.life as Life, typeset: typesetIn(language), drawn };
    const [first, second] = document?.blocks ?? [];
    const isBeside = !second && first?.type === 'table' && first.chart;
    // What stood there stays where it was, not within our lines; and what is drawn is new, so that nothing is seen to move.
    return html`
      ${document && document.state !== 'misused' ? nothing : html`<slot></slot>`}
      ${
        state !== 'loading'
          ? html`<article class="panel" part="panel" lang=${language}>
              ${document && header(document, pen)}
              ${failure && (later.more?.failed(failure, pen, this) ?? link(this.platform, this.platform))}
              <div class=${isBeside ? 'beside' : ''} aria-busy=${this.isLoading}>
                ${
                  document &&
                  html`<p class="sentence" part=${document.state}>${pen.typeset(document.sentence)}</p>
                    ${drawn(document.blocks, pen)}`
                }
              </div>
              ${document && footer(document, pen)}
            </article>`
          : this.isPictured
            ? nothing
            : html`<article class="panel" part="panel" aria-label=${say('loading')} aria-busy="true">
              ${bars}
            </article>`
      }
      <p class="unseen" role="status" lang=${language}>${failure ? say(failure) : reading.said}</p>
    `;
  }
}

/** Defines `gk-<stem>` for every stem of "budget documents;organization query year": stems, and the parameters of all. */
export function definePanels(all: string): void {
  const [stems = [], names = []] = all.split(';').map((part) => part.split(' '));
  parameters = names;
  for (const stem of stems) {
    try {
      // Two snippets of different versions may stand on one page: the first one stays.
      if (!customElements.get(`gk-${stem}`)) customElements.define(`gk-${stem}`, class extends PanelElement {});
    } catch (cause) {
      console.warn('gongkai:', stem, cause);
    }
  }
}
