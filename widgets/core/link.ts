import { html, type TemplateResult } from 'lit/html.js';

/** The address when it is a web address, else nothing: data must not be able to run as `javascript:`. */
export const webAddress = (address: string): string | undefined => {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
};

/** A link where the address can be trusted to be one, else the same words as text. */
export const link = (address: string, content: unknown, name = ''): TemplateResult => {
  const href = webAddress(address);
  return href === undefined
    ? html`<span class=${name}>${content}</span>`
    : html`<a class=${name} href=${href} rel="noopener">${content}</a>`;
};
