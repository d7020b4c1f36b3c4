import { type Guard, type Guarded, list, nullable, record, text, truth, whole } from '../core/shape.ts';

const optional =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);

const shelter = record({
  name: text,
  town: nullable(text),
  village: nullable(text),
  address: nullable(text),
  capacity: nullable(whole),
});

const response = record({
  levelLabel: record({ label: text }),
  conditions: list(text),
  approver: nullable(text),
  actions: list(text),
});

export const emergencyPlanShape = record({
  platform: record({ name: text }),
  emergencyPlan: nullable(
    record({
      title: text,
      permalink: text,
      number: nullable(text),
      isSample: truth,
      firstPublishedAt: text,
      modifiedAt: text,
      isAbridged: truth,
      overdue: truth,
      assessmentDueOn: nullable(text),
      standing: record({ code: text, label: text }),
      publisher: record({ name: text }),
      responses: list(response),
      contacts: list(record({ unit: text, phone: text, hours: nullable(text) })),
      shelters: optional(list(shelter)),
    }),
  ),
  emergencyShelters: optional(list(record({ isInPlace: truth, shelter }))),
});

export type EmergencyPlanAnswer = Guarded<typeof emergencyPlanShape>;
export type Response = Guarded<typeof response>;
export type Shelter = Guarded<typeof shelter>;
