import type { Bilingual } from '../../core/finding.ts';
import { builder } from '../../graphql/builder.ts';
import { stepScales, stepTypes } from './codes.ts';

const valuesOf = <Code extends string>(labels: Readonly<Record<Code, Bilingual>>) =>
  Object.fromEntries(
    (Object.keys(labels) as Code[]).map((code) => [
      code,
      { description: `${labels[code].zh}。${labels[code].en}.`, value: code },
    ]),
  ) as Record<Code, { description: string; value: Code }>;

export const EmergencyStepType = builder.enumType('EmergencyStepType', {
  description: '预警和应急响应的步骤。What a step does.',
  values: valuesOf(stepTypes),
});

export const EmergencyScale = builder.enumType('EmergencyScale', {
  description: '预警还是应急响应：两种不同的级别。A warning or a response: two different scales.',
  values: valuesOf(stepScales),
});
