import type { LocalDate } from './local-date.ts';

/** What a citation needs: it names one edition for ever. */
export interface Cited {
  readonly title: string;
  readonly publisher: string;
  /** 文号, when there is one. */
  readonly number: string | null;
  readonly issuedOn: LocalDate;
  readonly accessedOn: LocalDate;
  /** Permalink of exactly this edition. */
  readonly url: string;
  readonly edition: number;
  readonly digest: string;
}

export const citationStyles = ['GBT7714', 'APA', 'BIBTEX', 'CSL_JSON'] as const;
export type CitationStyle = (typeof citationStyles)[number];

const numbered = ({ title, number }: Cited): string => (number ? `${title}: ${number}` : title);

/** GB/T 7714-2015, 8.8 电子资源. */
const electronic = ({ publisher, title, issuedOn, accessedOn, url }: Omit<Cited, 'number' | 'edition' | 'digest'>) =>
  `${publisher}. ${title}[EB/OL]. (${issuedOn})[${accessedOn}]. ${url}.`;

const bibtexSafe = (text: string): string => text.replace(/[{}\\]/g, '');

const writers: Readonly<Record<CitationStyle, (cited: Cited) => string>> = {
  GBT7714: (cited) => `${electronic({ ...cited, title: numbered(cited) })} 第${cited.edition}版, ${cited.digest}.`,
  APA: (cited) =>
    `${cited.publisher}. (${cited.issuedOn}). ${numbered(cited)} (Edition ${cited.edition}; ${cited.digest}). Retrieved ${cited.accessedOn}, from ${cited.url}`,
  BIBTEX: (cited) =>
    [
      `@misc{gk-${cited.digest.slice(7, 19)},`,
      `  title = {${bibtexSafe(cited.title)}},`,
      `  author = {{${bibtexSafe(cited.publisher)}}},`,
      ...(cited.number ? [`  number = {${bibtexSafe(cited.number)}},`] : []),
      `  date = {${cited.issuedOn}},`,
      `  urldate = {${cited.accessedOn}},`,
      `  url = {${cited.url}},`,
      `  note = {Edition ${cited.edition}, ${cited.digest}}`,
      '}',
    ].join('\n'),
  CSL_JSON: (cited) =>
    JSON.stringify({
      id: cited.digest,
      type: 'document',
      title: cited.title,
      author: [{ literal: cited.publisher }],
      ...(cited.number ? { number: cited.number } : {}),
      issued: { 'date-parts': [cited.issuedOn.split('-').map(Number)] },
      accessed: { 'date-parts': [cited.accessedOn.split('-').map(Number)] },
      version: String(cited.edition),
      URL: cited.url,
      note: cited.digest,
    }),
};

/** A citation (引用格式) that still proves itself later: it carries address, edition and digest. */
export const cite = (style: CitationStyle, cited: Cited): string => writers[style](cited);

/** The same for what is no edition of a record: what a panel said on a day. */
export const citeSaid = (said: Pick<Cited, 'title' | 'publisher' | 'url'>, day: LocalDate): string =>
  electronic({ ...said, issuedOn: day, accessedOn: day });
