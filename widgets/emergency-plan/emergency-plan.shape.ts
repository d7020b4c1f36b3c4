import { type Guarded, list, nullable, optional, record, text, truth, whole } from '../core/shape.ts';

const label = record({ label: text });
const code = record({ code: text, label: text });

const shelter = record({
  name: text,
  town: nullable(text),
  village: nullable(text),
  address: nullable(text),
  capacity: nullable(whole),
  phone: nullable(text),
});

const response = record({
  level: text,
  levelLabel: label,
  conditions: list(text),
  approver: nullable(text),
  actions: list(text),
  members: list(text),
});

const warning = record({ level: text, levelLabel: label, criteria: list(text), measures: list(text) });

const other = record({
  name: text,
  title: text,
  permalink: text,
  indexNumber: text,
  number: nullable(text),
  standing: code,
  levelLabel: label,
});

const plan = record({
  name: text,
  title: text,
  permalink: text,
  indexNumber: text,
  number: nullable(text),
  formedOn: nullable(text),
  effectiveFrom: nullable(text),
  leadUnit: nullable(text),
  area: nullable(text),
  filedWith: nullable(text),
  filedOn: nullable(text),
  lastAssessedOn: nullable(text),
  assessmentDueOn: nullable(text),
  overdue: truth,
  isAbridged: truth,
  revisionReason: nullable(text),
  upperPlanTitle: nullable(text),
  isSample: truth,
  firstPublishedAt: text,
  modifiedAt: text,
  digest: text,
  citation: text,
  publisher: record({ name: text }),
  edition: record({ number: whole }),
  standing: code,
  typeLabel: label,
  levelLabel: label,
  hazardLabel: nullable(label),
  repealedBy: nullable(record({ title: text, permalink: text })),
  repeals: list(record({ title: text, number: nullable(text), issuedOn: nullable(text) })),
  responses: list(record({ level: text, levelLabel: label })),
  shown: list(response),
  warnings: list(warning),
  grades: list(record({ gradeLabel: label, criteria: list(text) })),
  contacts: list(record({ unit: text, phone: text, hours: nullable(text) })),
  shelters: optional(list(shelter)),
  chapters: list(record({ number: nullable(text), heading: text, text })),
});

export const emergencyPlanShape = record({
  platform: record({ name: text }),
  named: optional(nullable(plan)),
  alike: optional(record({ nodes: list(other) })),
  ofCounty: optional(record({ nodes: list(plan) })),
  ofHazard: optional(record({ nodes: list(other) })),
  emergencyShelters: optional(list(record({ isInPlace: truth, shelter }))),
});

export type EmergencyPlanAnswer = Guarded<typeof emergencyPlanShape>;
export type Plan = Guarded<typeof plan>;
export type Other = Guarded<typeof other>;
export type Response = Guarded<typeof response>;
export type Warning = Guarded<typeof warning>;
export type Shelter = Guarded<typeof shelter>;
