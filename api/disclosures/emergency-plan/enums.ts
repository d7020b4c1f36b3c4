import type { Bilingual } from '../../core/finding.ts';
import { builder } from '../../graphql/builder.ts';
import { planLevels, planTypes } from './codes.ts';

const valuesOf = <Code extends string>(labels: Readonly<Record<Code, Bilingual>>) =>
  Object.fromEntries(
    (Object.keys(labels) as Code[]).map((code) => [
      code,
      { description: `${labels[code].zh}。${labels[code].en}.`, value: code },
    ]),
  ) as Record<Code, { description: string; value: Code }>;

export const PlanLevel = builder.enumType('PlanLevel', {
  description: '预案层级：谁的预案。Whose plan it is.',
  values: valuesOf(planLevels),
});

export const PlanType = builder.enumType('PlanType', {
  description: '预案类别。What sort of plan it is.',
  values: valuesOf(planTypes),
});
