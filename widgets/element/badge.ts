import { html, nothing } from 'lit/html.js';
import type { Badge, Tone } from '../core/document.ts';
import { toneShapes } from '../core/tone-shapes.ts';

/** The shape of a tone. */
export const shapeOf = (tone: Tone): unknown => {
  const path = toneShapes[tone];
  return path && html`<svg class="shape ${tone}" viewBox="0 0 12 12" aria-hidden="true"><path d=${path}></path></svg>`;
};

export const badgeOf = (badge: Badge | undefined): unknown =>
  badge ? html`<span class="badge" part="validity">${shapeOf(badge.tone)}${badge.text}</span>` : nothing;
