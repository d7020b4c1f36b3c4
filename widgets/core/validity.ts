import { html, svg, type TemplateResult } from 'lit';

const ring = svg`<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5"/>`;

// Shape beside word beside colour: ● in force, ◐ in part, ◌ not yet, ○ lapsed, ✕ repealed.
const shapes: Readonly<Record<string, TemplateResult>> = {
  IN_FORCE: svg`<circle cx="6" cy="6" r="5" fill="currentColor"/>`,
  AMENDED: svg`${ring}<path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor"/>`,
  PARTIALLY_LAPSED: svg`${ring}<path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" fill="currentColor"/>`,
  NOT_YET_IN_FORCE: svg`<circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 1.8"/>`,
  LAPSED: ring,
  REPEALED: svg`<path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" stroke-width="2"/>`,
};

/** 有效性: a word and a shape, legible without colour. */
export const validityBadge = ({
  code,
  label,
}: {
  readonly code: string;
  readonly label: string;
}): TemplateResult => html`
  <span class="validity ${code === 'IN_FORCE' ? 'holds' : ''}" part="validity"
    ><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">${shapes[code] ?? ring}</svg>${label}</span
  >
`;
