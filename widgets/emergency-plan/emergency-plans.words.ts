import type { Language } from '../core/language.ts';

interface EmergencyPlansWords {
  readonly title: (hazard: string) => string;
  readonly form: string;
  readonly hazard: string;
  readonly anyHazard: string;
  readonly search: string;
  readonly searchHint: string;
  readonly count: (count: number) => string;
  readonly none: string;
  readonly noneFound: string;
  readonly overdue: string;
  readonly all: string;
  readonly both: string;
}

const chinese: EmergencyPlansWords = {
  title: (hazard) => `${hazard}应急预案`,
  form: '查应急预案',
  hazard: '灾种',
  anyHazard: '全部灾种',
  search: '检索词',
  searchHint: '如：避难场所、三级响应',
  count: (count) => `共 ${count} 份。`,
  none: '还没有公开应急预案。',
  noneFound: '没有符合条件的应急预案。',
  overdue: '评估超期',
  all: '全部应急预案',
  both: 'after 和 before 请只写一个。',
};

const english: EmergencyPlansWords = {
  title: (hazard) => `Emergency plans${hazard === '' ? '' : `: ${hazard}`}`,
  form: 'Find a plan',
  hazard: 'Hazard',
  anyHazard: 'Any hazard',
  search: 'Words',
  searchHint: 'For example 避难场所',
  count: (count) => (count === 1 ? 'One plan.' : `${count} plans.`),
  none: 'No emergency plan is published yet.',
  noneFound: 'No emergency plan meets these conditions.',
  overdue: 'assessment overdue',
  all: 'All emergency plans',
  both: 'Give after or before, not both.',
};

export const emergencyPlansWords = (language: Language): EmergencyPlansWords => (language === 'en' ? english : chinese);
