import { html, type TemplateResult } from 'lit';

/** A phone to be tapped, where it is one: digits, spaces and dashes; any other text stays text. */
export const phoneLink = (phone: string): TemplateResult => {
  const digits = phone.replace(/[\s-]/g, '');
  return /^\+?\d{3,15}$/.test(digits) ? html`<a href="tel:${digits}">${phone}</a>` : html`<span>${phone}</span>`;
};
