import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FiguresBlock, NoticeBlock } from '../core/document.ts';
import { groupDigits } from '../core/figures.ts';
import { formatInstant } from '../core/format.ts';
import { webAddress } from '../core/link.ts';
import type { Living } from './life.ts';
import type { Say } from './words.ts';

/**
 * One number inside a sentence, as a link to where it comes from; its provenance is said on focus and under the pointer. What
 * stands in the tag stays until there is a number, and when there is none.
 */
export function inline({ document, savedAt, failure }: Living, say: Say): TemplateResult {
  // Before a number that was corrected since stands a notice.
  const figures = document?.blocks.find(({ type }) => type === 'figures') as FiguresBlock | undefined;
  const [figure] = figures?.items ?? [];
  if (!document || !figure) return html`<slot></slot>`;
  const { text: since } = document.blocks[0] as Partial<NoticeBlock>;
  const { value, unit, note } = figure;
  const { source, sentence, asOf, lang } = document;
  const language = lang === 'en' ? 'en' : 'zh-CN';
  const age = failure ? `${say(failure)} ${say('saved', formatInstant(savedAt, language))}` : '';
  return html`<a class="figure" part="figure" href=${webAddress(source.permalink) ?? nothing} rel="noopener" aria-describedby="tip"
      >${/^[-\d.]+$/.test(value) ? groupDigits(value) : value}${unit ? `\u00a0${unit}` : nothing}</a
    >${since && '*'}${source.isSample ? say('sample') : nothing}<span class="tip" id="tip" role="tooltip"
      >${since} ${sentence} ${note} ${asOf ? say('asOf', formatInstant(asOf, language)) : nothing} ${age}</span
    >`;
}
