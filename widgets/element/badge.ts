import { html, nothing } from 'lit/html.js';
import type { Badge, Tone } from '../core/document.ts';

const shapes: Readonly<Record<string, string>> = {
  plain: '',
  good: 'M6 1a5 5 0 1 0 .01 0z',
  ended: 'M6 1a5 5 0 1 0 .01 0zM6 2.6a3.4 3.4 0 1 1-.01 0z',
  late: 'M6 1l6 10.5H0z',
  void: 'M1 2l4 4-4 4 1 1 4-4 4 4 1-1-4-4 4-4-1-1-4 4-4-4z',
};

/** The shape that stands for a tone, beside its word and its colour; warnings are squares. */
export const shapeOf = (tone: Tone): unknown => {
  const path = shapes[tone] ?? 'M0 0h12v12H0z';
  return path && html`<svg class="shape ${tone}" viewBox="0 0 12 12" aria-hidden="true"><path d=${path}></path></svg>`;
};

export const badgeOf = (badge: Badge | undefined): unknown =>
  badge ? html`<span class="badge" part="validity">${shapeOf(badge.tone)}${badge.text}</span>` : nothing;
