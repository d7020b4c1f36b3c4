import { parse } from 'graphql';
import { type PlatformFacts, platformFields } from '../layout.ts';
import { type Citations, citationFields, type PublishedView, publishedFields } from '../published.ts';

interface Coded {
  readonly code: string;
  readonly label: string;
}

interface Labelled {
  readonly label: string;
}

interface OtherDocument {
  readonly title: string;
  readonly url: string;
  readonly formedOn: string | null;
}

export interface ArticleView {
  readonly level: 'PART' | 'POINT' | 'ARTICLE' | 'PARAGRAPH';
  readonly marker: string;
  readonly path: string;
  readonly heading: string | null;
  readonly text: string;
  readonly responsibilities: readonly {
    readonly writtenName: string;
    readonly organization: { readonly name: string } | null;
  }[];
}

export interface RelationView {
  readonly type: string;
  readonly label: string;
  readonly direction: 'OUTGOING' | 'INCOMING';
  readonly targetNumber: string | null;
  readonly targetTitle: string | null;
  readonly article: { readonly marker: string; readonly path: string } | null;
  readonly document: { readonly title: string; readonly url: string; readonly permalink: string } | null;
}

/** One document, with everything its page says. */
export interface DocumentView extends PublishedView {
  readonly number: { readonly text: string } | null;
  readonly registration: string | null;
  readonly issuers: readonly { readonly name: string }[];
  readonly genre: Coded;
  readonly instrument: { readonly title: string; readonly genre: Labelled } | null;
  readonly topic: Coded | null;
  readonly subtopic: Labelled | null;
  readonly eventClasses: readonly Labelled[];
  readonly formedOn: string | null;
  readonly printedOn: string | null;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly validity: Coded;
  readonly addressees: string | null;
  readonly annotation: string | null;
  readonly copiedTo: readonly string[];
  readonly summary: string | null;
  readonly text: string;
  readonly articles: readonly ArticleView[];
  readonly relations: readonly RelationView[];
  readonly interpretations: readonly OtherDocument[];
  readonly interprets: readonly OtherDocument[];
}

export interface DocumentAnswer {
  readonly platform: PlatformFacts;
  readonly document: DocumentView | null;
  /** Apart, because a citation states the day it was made, also for an edition of long ago. */
  readonly cited: Citations | null;
}

export const documentQuery = parse(`
query DocumentPage($indexNumber: String!, $asOf: DateTime, $citedOn: Date!) {
  ${platformFields}
  document: regulatoryDocument(by: { indexNumber: $indexNumber }, asOf: $asOf) {
    ${publishedFields}
    number { text }
    registration
    issuers { name }
    genre { code label }
    instrument { title genre { label } }
    topic { code label }
    subtopic { label }
    eventClasses { label }
    formedOn printedOn effectiveFrom effectiveTo
    validity { code label }
    addressees annotation copiedTo summary text
    articles { level marker path heading text responsibilities { writtenName organization { name } } }
    relations {
      type label direction targetNumber targetTitle
      article { marker path }
      document { title url permalink }
    }
    interpretations { title url formedOn }
    interprets { title url formedOn }
  }
  cited: regulatoryDocument(by: { indexNumber: $indexNumber }, asOf: $asOf) {
    ${citationFields('$citedOn')}
  }
}`);

export interface RowView {
  readonly title: string;
  readonly url: string;
  readonly formedOn: string | null;
  readonly number: { readonly text: string } | null;
  readonly genre: Labelled;
  readonly topic: Labelled | null;
  readonly publisher: { readonly name: string };
  readonly validity: Coded;
}

export const rowFields = `title url formedOn number { text } genre { label } topic { label } publisher { name } validity { code label }`;

export interface ListAnswer {
  readonly platform: PlatformFacts;
  readonly list: {
    readonly totalCount: number;
    readonly facets: readonly {
      readonly field: string;
      readonly buckets: readonly { readonly value: string; readonly label: string; readonly count: number }[];
    }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly startCursor: string | null;
      readonly endCursor: string | null;
    };
    readonly edges: readonly {
      readonly node: RowView;
      readonly highlights: readonly {
        readonly field: string;
        readonly text: string;
        readonly ranges: readonly (readonly number[])[];
      }[];
    }[];
  };
}

export const listQuery = parse(`
query ListPage($where: RegulatoryDocumentWhere, $search: String, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $asOf: DateTime, $validOn: Date) {
  ${platformFields}
  list: regulatoryDocuments(where: $where, search: $search, first: $first, after: $after, last: $last, before: $before, asOf: $asOf, validOn: $validOn) {
    totalCount
    facets(fields: [TOPIC, VALIDITY, YEAR], first: 50) { field buckets { value label count } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { node { ${rowFields} } highlights { field text ranges } }
  }
}`);
