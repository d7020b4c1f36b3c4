import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Block, PanelLanguage, Params } from '../core/document.ts';
import { unbroken } from '../core/unbroken.ts';
import type { Say } from './words.ts';

/** What a reader has done with a panel, and what is marked for him. */
export interface Reading {
  /** What he typed or chose, by parameter. */
  chosen: Params;
  /** Drawings shown as tables, tables shown whole. */
  readonly opened: Set<string>;
  /** Values that are not as they were a moment ago. */
  fresh: ReadonlySet<string>;
  isPrinting?: boolean;
  /** It holds what he typed: it goes alone, and nothing of it is kept. */
  isPrivate?: boolean;
  /** He did something, and waits for its result to be said. */
  hasActed?: boolean;
  /** What was said last, politely. */
  said?: string;
  /** Where he came from, by title. */
  readonly trail: { readonly title: string; readonly chosen: Params }[];
}

/** What his actions do; they come to life with the rest, and so do the blocks that need them. */
export interface Acts {
  toggle(id: string): void;
  /** Shows the panel with other parameters; `isDeeper` leaves a way back. */
  go(params: Params, isDeeper?: boolean): void;
  back(): void;
  type(field: HTMLInputElement | HTMLSelectElement): void;
}

/** What blocks are drawn with. */
export interface Pen extends Readonly<Reading> {
  readonly language: PanelLanguage;
  readonly say: Say;
  /** Level of the panel's own heading; what is inside it stands one below. */
  readonly level: number;
  readonly acts: Acts;
  /** Text as a reader sees it. */
  typeset(text: string): unknown;
  /** Blocks inside a block. */
  drawn(blocks: readonly Block[], pen: Pen): unknown;
}

export const share = (of: number): string => `${(Math.min(1, Math.max(0, of)) * 100).toFixed(2)}%`;

/** A mark drawn by attributes, for a page may forbid every style. */
export const barOf = (from: number, length: number, before?: number): unknown =>
  html`<svg class="mark" part="mark" aria-hidden="true"><rect x=${share(from)} width=${share(length)} height="100%"></rect>${
    before === undefined
      ? nothing
      : html`<svg x=${share(before)} overflow="visible"><rect class="before" x="-1" y="-2" width="2" height="12"></rect></svg>`
  }</svg>`;

type Drawn = (part: string) => TemplateResult;

/** Text in which every other piece, what it is split by, is drawn in its own way. */
const parted = (text: string, by: RegExp, drawn: Drawn): readonly unknown[] =>
  text.split(by).map((piece, at) => (at % 2 ? drawn(piece) : piece));

const numbersKept = (text: string): readonly unknown[] =>
  parted(text, unbroken, (kept) => html`<span class="keep">${kept}</span>`);

const chinese = /(\d*[^\0-\u2e7f](?:[^a-z]*[^\0-\u2e7f])?)/i;

/** Text with its numbers kept whole; what is Chinese in an English panel is said to be, for whoever reads it aloud. */
export const typesetIn =
  (language: PanelLanguage): Pen['typeset'] =>
  (text) =>
    language === 'en'
      ? parted(text, chinese, (run) => html`<span lang="zh-CN">${numbersKept(run)}</span>`)
      : numbersKept(text);
