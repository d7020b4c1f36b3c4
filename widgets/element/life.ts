import type { TemplateResult } from 'lit/html.js';
import type { PanelDocument, Params } from '../core/document.ts';
import { save } from '../core/save-copy.ts';
import { changedBetween } from './changed.ts';
import { isOnDark } from './ground.ts';
import { inline } from './inline.ts';
import { follow } from './live.ts';
import type { Acts, Reading } from './pen.ts';
import { nameProperties } from './properties.ts';
import { languageAround } from './surroundings.ts';
import type { Failure } from './transport.ts';
import { speaker } from './words.ts';

/** A panel, as far as what comes later knows it. */
export interface Living extends HTMLElement {
  readonly document: PanelDocument | undefined;
  readonly reading: Reading;
  readonly platform: string;
  readonly asked: string;
  /** When what is shown was the platform's answer (ms). */
  readonly savedAt: number;
  readonly failure: Failure | undefined;
  readonly updateComplete: Promise<void>;
  update(): void;
  draw(): void;
  release(): void;
  load(cache?: RequestCache): Promise<void>;
}

export interface Life extends Acts {
  /** Another document has come. */
  changed(before: PanelDocument | undefined, now: PanelDocument): void;
  /** None has come. */
  failed(failure: Failure): void;
  /** Of one number in a sentence: how it is drawn instead. */
  inline?(): TemplateResult;
  end(): void;
}

const firstRetry = 15_000;
const lastRetry = 300_000;
const freshFor = 2000;
const quietFor = 30_000;

/** What a reader may do with a panel, and what happens to it by itself: changes, paper. */
export function enliven(panel: Living): Life {
  const root = panel.shadowRoot as ShadowRoot;
  const timers: ReturnType<typeof setTimeout>[] = [];
  let saidAt = 0;
  const after = (wait: number, act: () => void): void => {
    timers.push(
      setTimeout(() => {
        act();
        panel.update();
      }, wait),
    );
  };

  /** Paper cannot be unfolded. */
  const unfold = ({ type }: Event): void => {
    panel.reading.isPrinting = type === 'beforeprint';
    panel.release();
    panel.draw();
    if (panel.reading.isPrinting)
      for (const details of root.querySelectorAll<HTMLDetailsElement>('details:not(.menu)')) details.open = true;
  };

  let retries = 0;
  let retrying: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', again);
    if (panel.failure) void panel.load('no-cache');
  };
  /** Waits longer each time and not in step with other readers; a hidden page does not ask at all. */
  const failed = (failure: Failure): void => {
    clearTimeout(retrying);
    if (failure === 'misuse') return;
    const wait = Math.min(lastRetry, firstRetry * 2 ** retries++) * (0.5 + Math.random());
    retrying = setTimeout(() => {
      if (document.hidden) document.addEventListener('visibilitychange', again);
      else again();
    }, wait);
  };
  addEventListener('online', again);
  if (panel.failure) failed(panel.failure);

  const keep = (): void => {
    const { document, reading, savedAt, asked } = panel;
    if (document && !reading.isPrivate) save(asked, document, savedAt);
  };
  const isHost = panel.getAttribute('theme') === 'host';
  const look = (): void => {
    if (isHost) panel.style.colorScheme = isOnDark(panel) ? 'dark' : 'light';
  };
  // A page's own switch between light and dark mostly changes its root.
  const ground = new MutationObserver(look);
  if (isHost) ground.observe(document.documentElement, { attributes: true });
  look();
  keep();

  const isLive = panel.getAttribute('live') !== 'off' && !panel.getAttribute('as-of');
  const unfollow = isLive
    ? follow(panel.platform, {
        touches: () => panel.document?.touches ?? ['*'],
        refresh: () => void panel.load('no-cache'),
      })
    : undefined;
  const closeMenu = ({ key }: KeyboardEvent): void => {
    const menu = root.querySelector<HTMLDetailsElement>('.menu[open]');
    if (key !== 'Escape' || !menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  root.addEventListener('keydown', closeMenu as EventListener);
  addEventListener('beforeprint', unfold);
  addEventListener('afterprint', unfold);
  const { observedAttributes } = panel.constructor as unknown as { readonly observedAttributes: readonly string[] };
  nameProperties(panel, observedAttributes);

  const act = (chosen: Params): void => {
    panel.reading.chosen = chosen;
    panel.reading.hasActed = true;
    panel.update();
  };
  // What was pressed may be gone: the reader goes on from the heading.
  const toHeading = (): void =>
    void panel.updateComplete.then(() => root.querySelector<HTMLElement>('.title')?.focus({ preventScroll: true }));

  return {
    ...(panel.localName === 'gk-figure' && {
      inline: () => inline(panel, speaker(languageAround(panel), panel.document)),
    }),
    toggle: (id) => {
      const { opened } = panel.reading;
      if (!opened.delete(id)) opened.add(id);
      panel.update();
    },
    go: (params, isDeeper) => {
      const { chosen, trail } = panel.reading;
      if (isDeeper) trail.push({ title: panel.document?.title ?? '', chosen });
      act({ ...chosen, ...params });
      toHeading();
    },
    back: () => {
      act(panel.reading.trail.pop()?.chosen ?? {});
      toHeading();
    },
    type: ({ name, value, type }) => {
      if (type === 'search') panel.reading.isPrivate = value !== '';
      act({ ...panel.reading.chosen, [name]: value });
    },
    /** Marks what is not as it was for two seconds, and says it once, politely, at most every half minute. */
    changed: (before, now) => {
      const { reading } = panel;
      retries = 0;
      look();
      keep();
      if (reading.hasActed) {
        reading.hasActed = false;
        reading.said = now.sentence;
        return;
      }
      const fresh = before ? changedBetween(before, now) : [];
      if (fresh.length === 0) return;
      reading.fresh = new Set(fresh);
      after(freshFor, () => {
        panel.reading.fresh = new Set();
      });
      const wait = Math.max(0, saidAt + quietFor - Date.now());
      saidAt = Math.max(saidAt, Date.now() + wait);
      after(wait, () => {
        panel.reading.said = panel.document?.sentence ?? '';
      });
    },
    failed,
    end: () => {
      clearTimeout(retrying);
      removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
      unfollow?.();
      ground.disconnect();
      for (const timer of timers) clearTimeout(timer);
      root.removeEventListener('keydown', closeMenu as EventListener);
      removeEventListener('beforeprint', unfold);
      removeEventListener('afterprint', unfold);
    },
  };
}
