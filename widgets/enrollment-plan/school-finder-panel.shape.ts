import { type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const code = record({ code: text, label: text });
const label = record({ label: text });

const school = record({
  name: text,
  address: nullable(text),
  phone: nullable(text),
  nature: label,
  classes: nullable(whole),
  places: nullable(whole),
});

const match = record({
  area: record({ place: text, town: nullable(text), doors: nullable(text), clause: nullable(text) }),
  schools: list(record({ name: text })),
});

const requirement = record({ category: code, conditions: list(text), materials: list(text), clause: nullable(text) });

const step = record({ step: label, audience: code, from: text, to: text });

export const schoolFinderShape = record({
  platform: record({ name: text }),
  schoolFor: record({
    status: text,
    statement: text,
    towns: list(text),
    suggestions: list(text),
    hotline: nullable(text),
    complaints: nullable(text),
    schools: list(school),
    matches: list(match),
    requirements: list(requirement),
    timeline: list(step),
    plan: nullable(
      record({
        title: text,
        permalink: text,
        year: whole,
        isSample: truth,
        firstPublishedAt: text,
        modifiedAt: text,
        publisher: record({ name: text }),
        edition: record({ number: whole }),
      }),
    ),
  }),
});

export type SchoolAnswer = Guarded<typeof schoolFinderShape>;
export type School = Guarded<typeof school>;
export type Requirement = Guarded<typeof requirement>;
export type Step = Guarded<typeof step>;
