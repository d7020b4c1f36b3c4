import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const label = record({ label: text });
const name = record({ name: text });
const validity = record({ code: text, label: text });

const piece = {
  id: text,
  level: text,
  marker: text,
  path: text,
  heading: nullable(text),
  text,
  parent: nullable(record({ id: text })),
};

const article = record({ ...piece, permalink: text, responsibilities: list(record({ writtenName: text })) });
const plainArticle = record(piece);

const otherFields = {
  title: text,
  permalink: text,
  formedOn: nullable(text),
  number: nullable(record({ text })),
  publisher: name,
  validity,
};
const other = record(otherFields);

const relation = record({
  type: text,
  direction: text,
  label: text,
  targetNumber: nullable(text),
  targetTitle: nullable(text),
  article: nullable(record({ marker: text })),
  document: nullable(other),
});

const regulatoryDocument = record({
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
  registration: nullable(text),
  firstPublishedAt: text,
  modifiedAt: text,
  formedOn: nullable(text),
  printedOn: nullable(text),
  effectiveFrom: nullable(text),
  effectiveTo: nullable(text),
  lapsesOn: nullable(text),
  digest: text,
  citation: text,
  number: nullable(record({ text })),
  publisher: name,
  issuers: list(name),
  instrument: nullable(record({ title: text })),
  genre: label,
  rank: label,
  topic: nullable(label),
  subtopic: nullable(label),
  eventClasses: list(label),
  validity,
  edition: record({ number: whole, changeNote: nullable(text) }),
  attachments: list(record({ name: text, url: text })),
  articles: list(article),
  relations: list(relation),
  endedBases: list(other),
  interpretations: list(record({ ...otherFields, articles: list(plainArticle) })),
});

/** The shape `documentQuery` asks for. */
export const documentShape = record({ platform: name, regulatoryDocument: nullable(regulatoryDocument) });

export type DocumentAnswer = Guarded<typeof documentShape>;
export type RegulatoryDocument = Guarded<typeof regulatoryDocument>;
export type Article = Guarded<typeof article>;
export type Piece = Guarded<typeof plainArticle>;
export type Other = Guarded<typeof other>;
export type Relation = Guarded<typeof relation>;
