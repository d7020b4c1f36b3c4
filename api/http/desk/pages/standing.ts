import { type EditionState, stateLabels } from '../../../core/lifecycle.ts';
import { beijing, both, html, type Markup } from './markup.ts';

interface Stands {
  readonly state: EditionState;
  readonly release: { readonly state: string; readonly at: Date } | null;
}

/** Where an edition stands, in a word or two: what is scheduled says when. */
export const standing = ({ state, release }: Stands): Markup =>
  state === 'APPROVED' && release?.state === 'PENDING'
    ? html`定时 <span class="en" lang="en">scheduled</span> ${beijing(release.at)}`
    : both(stateLabels[state]);
