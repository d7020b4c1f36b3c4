import type { PanelSource } from './document.ts';

/** What every record of the API says of itself (`Published`). */
interface PublishedRecord {
  readonly publisher: { readonly name: string };
  readonly permalink: string;
  readonly indexNumber: string;
  readonly edition: { readonly number: number };
  readonly digest: string;
  readonly firstPublishedAt: string;
  readonly modifiedAt: string;
  readonly isSample: boolean;
  readonly citation: string;
}

/** Where a panel about one record comes from. */
export const recordSource = (record: PublishedRecord): PanelSource => ({
  publisher: record.publisher.name,
  permalink: record.permalink,
  indexNumber: record.indexNumber,
  edition: record.edition.number,
  digest: record.digest,
  publishedAt: record.firstPublishedAt,
  modifiedAt: record.modifiedAt,
  isSample: record.isSample,
  citation: record.citation,
});
