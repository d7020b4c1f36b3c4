import { described } from '../../core/described.ts';
import { builder } from '../../graphql/builder.ts';
import { stepScales, stepTypes } from './codes.ts';

export const EmergencyStepType = builder.enumType('EmergencyStepType', {
  description: '预警和应急响应的步骤。What a step does.',
  values: described(stepTypes),
});

export const EmergencyScale = builder.enumType('EmergencyScale', {
  description: '预警还是应急响应：两种不同的级别。A warning or a response: two different scales.',
  values: described(stepScales),
});
