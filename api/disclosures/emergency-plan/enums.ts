import { described } from '../../core/described.ts';
import { builder } from '../../graphql/builder.ts';
import { planLevels, planTypes } from './codes.ts';

export const PlanLevel = builder.enumType('PlanLevel', {
  description: '预案层级：谁的预案。Whose plan it is.',
  values: described(planLevels),
});

export const PlanType = builder.enumType('PlanType', {
  description: '预案类别。What sort of plan it is.',
  values: described(planTypes),
});
