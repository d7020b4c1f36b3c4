import { html } from 'ghtml';
import type { Kind } from '../../disclosures/kind.ts';
import type { Markup } from './typography.ts';

/** What the address of a list asks, each parameter once. */
export type Query = Readonly<Record<string, string>>;

/** What a form leaves empty was not asked. A repeated parameter counts once, the last. */
export function asked(query: Readonly<Record<string, unknown>>): Query {
  const entries = Object.entries(query).map(([name, value]): [string, string] => [
    name,
    String(Array.isArray(value) ? value.at(-1) : value).trim(),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

export const address = (path: string, query: Query): string => {
  const parameters = new URLSearchParams(query).toString();
  return parameters ? `${path}?${parameters}` : path;
};

export const without = (query: Query, ...names: readonly string[]): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));

/** Conditions a form has no control for: sent along with it, named below it, each with a way to be rid of it. */
export function otherConditions(path: string, query: Query, controls: readonly string[]): Markup {
  const others = Object.entries(without(query, ...controls));
  if (others.length === 0) return '';
  return html`!${others.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <p class="more small">另有条件：!${others.map(
      ([name, value]) => html`<code>${name}=${value}</code> <a href="${address(path, without(query, name))}">去掉</a> `,
    )}</p>`;
}

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
} as const;

const formats = ['xlsx', 'csv', 'json'] as const;

const fileAddress = ({ plural }: Kind, format: (typeof formats)[number], query: Query): string =>
  address(`/api/v1/${plural}.${format}`, query);

/** Links to the list as files, for a reader. */
export const files = (kind: Kind, query: Query): Markup =>
  formats
    .map((format) => html`<a href="${fileAddress(kind, format, query)}" rel="alternate">${format.toUpperCase()}</a>`)
    .join(' ');

/** Links to the list as files, for the head of a page. */
export const fileLinks = (kind: Kind, query: Query): Markup =>
  formats
    .map(
      (format) =>
        html`<link rel="alternate" type="${mediaTypes[format]}" href="${fileAddress(kind, format, query)}" />`,
    )
    .join('');

/** The list as a data set (schema.org Dataset), with its files. */
export const dataset = (kind: Kind, baseUrl: string, query: Query, description: string): unknown => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  '@id': `${baseUrl}/${kind.plural}`,
  name: kind.label.zh,
  description,
  inLanguage: 'zh-CN',
  isAccessibleForFree: true,
  license: 'https://creativecommons.org/licenses/by/4.0/',
  distribution: formats.map((format) => ({
    '@type': 'DataDownload',
    encodingFormat: mediaTypes[format],
    contentUrl: baseUrl + fileAddress(kind, format, query),
  })),
});
