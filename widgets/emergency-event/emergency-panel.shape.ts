import { type Guarded, list, nullable, record, text, truth } from '../core/shape.ts';

const label = record({ label: text });

const alert = record({
  scale: text,
  scaleLabel: label,
  levelLabel: nullable(record({ code: text, label: text })),
  hazardLabel: nullable(label),
  since: text,
  until: nullable(text),
  places: list(text),
  matter: nullable(text),
  whatToDo: list(text),
  issuer: nullable(text),
  hotline: nullable(text),
  permalink: text,
  isSample: truth,
  plan: nullable(record({ title: text, permalink: text })),
});

export const emergencyShape = record({ platform: record({ name: text }), inForceNow: list(alert) });

export type EmergencyAnswer = Guarded<typeof emergencyShape>;
export type Alert = Guarded<typeof alert>;
