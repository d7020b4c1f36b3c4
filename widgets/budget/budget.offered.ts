import type { Choice } from '../core/descriptor.ts';

/** Stages of a report, where a tag is made. */
export const stageChoices: readonly Choice[] = [
  { value: 'BUDGET', zh: '预算', en: 'Budget' },
  { value: 'FINAL_ACCOUNTS', zh: '决算', en: 'Final accounts' },
];

/** Levels of a county's own report. */
export const countyLevels: readonly Choice[] = [
  { value: 'COUNTY_TOTAL', zh: '全县', en: 'The county with its towns' },
  { value: 'COUNTY_OWN', zh: '县本级', en: 'The county’s own level' },
];
