import { dayOf } from '../typography.ts';
import type { DocumentView, RelationView } from './fields.ts';

/** ELI's words for legal force, as schema.org has them. */
const force: Readonly<Record<string, string>> = {
  IN_FORCE: 'https://schema.org/InForce',
  AMENDED: 'https://schema.org/PartiallyInForce',
  NOT_YET_IN_FORCE: 'https://schema.org/NotInForce',
  LAPSED: 'https://schema.org/NotInForce',
  REPEALED: 'https://schema.org/NotInForce',
};

/** Relations schema.org has a property for, as this document states them. */
const properties: Readonly<Record<string, string>> = {
  BASED_ON: 'isBasedOn',
  CITES: 'citation',
  IMPLEMENTS: 'legislationEnsuresImplementationOf',
  AMENDS: 'legislationAmends',
  REPEALS: 'legislationRepeals',
  SUPERSEDES: 'legislationRepeals',
  CORRECTS: 'legislationCorrects',
  INTERPRETS: 'about',
};

const target = ({ document, targetNumber, targetTitle }: RelationView) => ({
  '@type': 'Legislation',
  ...(document ? { '@id': document.permalink } : {}),
  name: document?.title ?? targetTitle ?? targetNumber,
  ...(targetNumber ? { legislationIdentifier: targetNumber } : {}),
});

function relationsOf({ relations }: DocumentView): Record<string, unknown[]> {
  const stated: Record<string, unknown[]> = {};
  for (const relation of relations) {
    const property = relation.direction === 'OUTGOING' ? properties[relation.type] : undefined;
    if (property) stated[property] = [...(stated[property] ?? []), target(relation)];
  }
  return stated;
}

const organization = ({ name, code }: { readonly name: string; readonly code?: string | null }) => ({
  '@type': 'GovernmentOrganization',
  name,
  ...(code ? { identifier: code } : {}),
});

const encodings = {
  json: 'application/json',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** schema:Legislation of one edition, under the same identifier as everywhere else. */
export const legislation = (document: DocumentView) => ({
  '@context': 'https://schema.org',
  '@type': 'Legislation',
  '@id': document.permalink,
  url: document.url,
  identifier: document.indexNumber,
  name: document.title,
  inLanguage: 'zh-CN',
  legislationType: document.genre.label,
  legislationLegalForce: force[document.validity.code],
  ...(document.number ? { legislationIdentifier: document.number.text } : {}),
  ...(document.formedOn ? { legislationDate: document.formedOn } : {}),
  legislationDateVersion: dayOf(document.modifiedAt),
  ...(document.effectiveFrom || document.effectiveTo
    ? { temporalCoverage: `${document.effectiveFrom ?? document.formedOn ?? '..'}/${document.effectiveTo ?? '..'}` }
    : {}),
  datePublished: document.firstPublishedAt,
  dateModified: document.modifiedAt,
  version: String(document.edition.number),
  ...(document.summary ? { abstract: document.summary } : {}),
  ...(document.topic
    ? { keywords: [{ '@type': 'DefinedTerm', termCode: document.topic.code, name: document.topic.label }] }
    : {}),
  legislationPassedBy: document.issuers.map(organization),
  publisher: organization(document.publisher),
  isAccessibleForFree: true,
  license: document.license.uri,
  creditText: document.license.attribution,
  ...relationsOf(document),
  encoding: Object.entries(encodings).map(([format, encodingFormat]) => ({
    '@type': 'MediaObject',
    encodingFormat,
    contentUrl: `${document.url}.${format}`,
  })),
});
