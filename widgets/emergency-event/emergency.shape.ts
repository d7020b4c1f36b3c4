import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const label = record({ label: text });

const step = record({
  at: text,
  issuer: nullable(text),
  typeLabel: label,
  scaleLabel: nullable(label),
  levelLabel: nullable(label),
});

const alert = record({
  scale: text,
  warningLevel: nullable(text),
  scaleLabel: label,
  levelLabel: nullable(label),
  hazardLabel: nullable(label),
  since: text,
  begunAt: text,
  endsAt: nullable(text),
  until: nullable(text),
  places: list(text),
  matter: nullable(text),
  whatToDo: list(text),
  issuer: nullable(text),
  hotline: nullable(text),
  permalink: text,
  isSample: truth,
  plan: nullable(record({ title: text, permalink: text })),
  event: record({
    title: text,
    indexNumber: text,
    digest: text,
    citation: text,
    firstPublishedAt: text,
    modifiedAt: text,
    publisher: record({ name: text }),
    edition: record({ number: whole }),
    steps: list(step),
  }),
});

const division = record({ level: text, children: list(record({ name: text, level: text })) });

export const emergencyShape = record({
  platform: record({ name: text }),
  inForceNow: list(alert),
  known: record({ nodes: list(record({ publisher: record({ division: nullable(division) }) })) }),
});

export type EmergencyAnswer = Guarded<typeof emergencyShape>;
export type Alert = Guarded<typeof alert>;
