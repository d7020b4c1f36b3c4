import type { Language } from '../core/language.ts';

interface EmergencyPlansWords {
  readonly title: (hazard: string) => string;
  readonly form: string;
  readonly hazard: string;
  readonly anyHazard: string;
  readonly search: string;
  readonly searchHint: string;
  readonly standing: string;
  readonly anyStanding: string;
  readonly option: (label: string, count: number) => string;
  /** Which plans they are: by words, by where they stand, by hazard; what was not asked is empty. */
  readonly scope: (search: string, standing: string, hazard: string) => string;
  readonly count: (scope: string, count: number) => string;
  readonly inForce: (count: number) => string;
  readonly stop: string;
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
  standing: '有效性',
  anyStanding: '全部',
  option: (label, count) => `${label}（${count}）`,
  scope: (search, standing, hazard) => {
    const conditions = [search === '' ? '' : `含“${search}”`, standing].filter((one) => one !== '').join('、');
    return conditions === '' && hazard === '' ? '' : `${conditions}${conditions === '' ? '' : '的'}${hazard}应急预案`;
  },
  count: (scope, count) => `${scope}共 ${count} 份`,
  inForce: (count) => `，其中现行有效 ${count} 份`,
  stop: '。',
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
  standing: 'Validity',
  anyStanding: 'Any',
  option: (label, count) => `${label} (${count})`,
  scope: (search, standing, hazard) => {
    const conditions = [standing.toLowerCase(), hazard, search === '' ? '' : `with “${search}”`];
    const said = conditions.filter((one) => one !== '').join(', ');
    return said === '' ? '' : ` (${said})`;
  },
  count: (scope, count) => `${count} ${count === 1 ? 'plan' : 'plans'}${scope}`,
  inForce: (count) => `, ${count} in force`,
  stop: '.',
  none: 'No emergency plan is published yet.',
  noneFound: 'No emergency plan meets these conditions.',
  overdue: 'assessment overdue',
  all: 'All emergency plans',
  both: 'Give after or before, not both.',
};

export const emergencyPlansWords = (language: Language): EmergencyPlansWords => (language === 'en' ? english : chinese);
