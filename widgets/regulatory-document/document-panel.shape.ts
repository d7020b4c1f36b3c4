import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const label = record({ label: text });
const name = record({ name: text });

const article = record({
  id: text,
  level: text,
  marker: text,
  path: text,
  heading: nullable(text),
  text,
  permalink: text,
  parent: nullable(record({ id: text })),
  responsibilities: list(record({ writtenName: text })),
});

const relation = record({
  type: text,
  label: text,
  targetNumber: nullable(text),
  targetTitle: nullable(text),
  article: nullable(record({ marker: text, permalink: text })),
  document: nullable(record({ title: text, permalink: text })),
});

const regulatoryDocument = record({
  id: text,
  title: text,
  permalink: text,
  url: text,
  versionUrl: text,
  indexNumber: text,
  attribute: text,
  annotation: nullable(text),
  addressees: nullable(text),
  copiedTo: list(text),
  summary: nullable(text),
  text,
  isSample: truth,
  firstPublishedAt: text,
  modifiedAt: text,
  formedOn: nullable(text),
  printedOn: nullable(text),
  effectiveFrom: nullable(text),
  effectiveTo: nullable(text),
  citation: text,
  number: nullable(record({ text })),
  publisher: name,
  issuers: list(name),
  genre: label,
  topic: nullable(label),
  subtopic: nullable(label),
  eventClasses: list(label),
  validity: record({ code: text, label: text }),
  edition: record({ number: whole, changeNote: nullable(text) }),
  articles: list(article),
  relations: list(relation),
  interpretations: list(record({ title: text, permalink: text, formedOn: nullable(text) })),
});

/** The shape `documentQuery` asks for. */
export const documentShape = record({
  platform: name,
  regulatoryDocument: nullable(regulatoryDocument),
});

export type DocumentAnswer = Guarded<typeof documentShape>;
export type RegulatoryDocument = Guarded<typeof regulatoryDocument>;
export type Article = Guarded<typeof article>;
export type Relation = Guarded<typeof relation>;
