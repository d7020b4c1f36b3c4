import { type Guarded, list, nullable, optional, record, text, truth, whole } from '../core/shape.ts';

const code = record({ code: text, label: text });
const label = record({ label: text });

const school = record({
  name: text,
  address: nullable(text),
  phone: nullable(text),
  town: nullable(text),
  nature: code,
  type: nullable(label),
  classes: nullable(whole),
  places: nullable(whole),
  boarding: nullable(truth),
  method: nullable(label),
});

const requirement = record({ category: code, conditions: list(text), materials: list(text), clause: nullable(text) });

const step = record({ step: label, audience: code, from: text, to: text, note: nullable(text) });

const planFields = {
  title: text,
  permalink: text,
  indexNumber: text,
  year: whole,
  bornFrom: nullable(text),
  bornTo: nullable(text),
  policy: nullable(text),
  policyNumber: nullable(text),
  rules: nullable(text),
  implementation: nullable(text),
  detailedRules: nullable(text),
  hotline: nullable(text),
  complaints: nullable(text),
  isSample: truth,
  firstPublishedAt: text,
  modifiedAt: text,
  digest: text,
  citation: text,
  publisher: record({ name: text }),
  edition: record({ number: whole }),
};

const plan = record(planFields);

const wholePlan = record({
  ...planFields,
  requirements: list(requirement),
  timeline: list(step),
  schools: list(school),
});

const area = record({ place: text, town: nullable(text), doors: nullable(text) });

const answer = record({
  status: text,
  statement: text,
  towns: list(text),
  suggestions: list(text),
  hotline: nullable(text),
  complaints: nullable(text),
  schools: list(school),
  matches: list(
    record({
      area: record({ place: text, town: nullable(text), doors: nullable(text), clause: nullable(text) }),
      schools: list(record({ name: text })),
      plan: record({ permalink: text }),
    }),
  ),
  requirements: list(requirement),
  timeline: list(step),
  plan: nullable(
    record({
      ...planFields,
      areas: optional(list(area)),
      changes: optional(nullable(list(record({ place: text, town: nullable(text), before: list(text) })))),
    }),
  ),
});

export const enrollmentShape = record({
  platform: record({ name: text }),
  published: record({
    nodes: list(
      record({
        year: whole,
        hotline: nullable(text),
        complaints: nullable(text),
        publisher: record({ name: text }),
      }),
    ),
  }),
  newest: optional(record({ nodes: list(wholePlan) })),
  schoolFor: optional(answer),
});

export type EnrollmentAnswer = Guarded<typeof enrollmentShape>;
export type SchoolAnswer = Guarded<typeof answer>;
export type School = Guarded<typeof school>;
export type Requirement = Guarded<typeof requirement>;
export type Step = Guarded<typeof step>;
export type Plan = Guarded<typeof plan>;
export type WholePlan = Guarded<typeof wholePlan>;
