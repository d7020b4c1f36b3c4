import { html, nothing, type TemplateResult } from 'lit';
import { formatInstantDay, formatMoment } from './format.ts';
import type { Language } from './language.ts';
import { link } from './link.ts';
import type { Messages } from './messages.ts';
import { validityBadge } from './validity.ts';

/** What every panel states about where its figures come from. */
export interface Source {
  readonly publisher: string;
  readonly permalink: string;
  readonly permalinkText?: string;
  readonly publishedAt?: string;
  readonly modifiedAt?: string;
  /** When a list was read (ms): a list has no date of its own. */
  readonly asOf?: number | undefined;
  readonly validity?: { readonly code: string; readonly label: string };
  readonly isSample?: boolean;
}

export const sampleBadge = (isSample: boolean | undefined, words: Messages): unknown =>
  isSample ? html`<span class="sample" part="sample" title=${words.sampleHint}>${words.sample}</span>` : nothing;

export const sourceLine = (source: Source, language: Language, words: Messages): TemplateResult => {
  const { publishedAt, modifiedAt, asOf, validity } = source;
  const colon = language === 'en' ? ': ' : '：';
  const published = publishedAt && formatInstantDay(publishedAt, language);
  const modified = modifiedAt && formatInstantDay(modifiedAt, language);
  return html`
    <footer class="source" part="source">
      <span>${words.source}${colon}<span lang="zh-CN">${source.publisher}</span></span>
      ${published ? html`<span>${words.published} <time datetime=${publishedAt ?? ''}>${published}</time></span>` : nothing}
      ${
        modified && modified !== published
          ? html`<span>${words.updated} <time datetime=${modifiedAt ?? ''}>${modified}</time></span>`
          : nothing
      }
      ${asOf ? html`<span>${words.asOf} <time datetime=${new Date(asOf).toISOString()}>${formatMoment(asOf, language)}</time></span>` : nothing}
      ${validity ? validityBadge(validity) : nothing}
      ${link(source.permalink, source.permalinkText ?? words.permalink)} ${sampleBadge(source.isSample, words)}
    </footer>
  `;
};
