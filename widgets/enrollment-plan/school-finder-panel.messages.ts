import type { Language } from '../core/language.ts';

interface SchoolFinderMessages {
  readonly title: string;
  readonly place: string;
  readonly example: string;
  readonly stage: string;
  readonly primary: string;
  readonly junior: string;
  readonly find: string;
  readonly hint: string;
  readonly notStored: string;
  readonly bring: string;
  readonly when: string;
  readonly meant: string;
  readonly telephone: string;
  readonly complaints: string;
  readonly which: string;
  readonly of: (area: string) => string;
  readonly rests: (clause: string, edition: number) => string;
  readonly plan: (classes: number, places: number) => string;
  readonly until: string;
  readonly all: string;
}

const chinese: SchoolFinderMessages = {
  title: '查学区',
  place: '村、社区、小区，或路名加门牌',
  example: '如：周坊村、果里镇周坊村、中心大街12号',
  stage: '学段',
  primary: '小学',
  junior: '初中',
  find: '查询',
  hint: '写上住在哪里，就能查到对口学校、要带的材料和日期。',
  notStored: '所填地址只用于查询，不保存。',
  bring: '要带什么',
  when: '什么时候办',
  meant: '是不是要查：',
  telephone: '电话',
  complaints: '监督电话',
  which: '是哪一处：',
  of: (area) => `招生范围：${area}`,
  rests: (clause, edition) => `依据${clause === '' ? '方案' : clause}，第 ${edition} 版`,
  plan: (classes, places) => `计划 ${classes} 班 ${places} 人`,
  until: '至',
  all: '全部招生方案',
};

const english: SchoolFinderMessages = {
  title: 'Which school',
  place: 'Village, community, compound, or road and number (in Chinese)',
  example: 'For example 周坊村 or 中心大街12号',
  stage: 'Stage',
  primary: 'Primary school',
  junior: 'Junior middle school',
  find: 'Find',
  hint: 'Say where you live to see the school, what to bring and when.',
  notStored: 'What you write is only used to look it up; it is not stored.',
  bring: 'What to bring',
  when: 'When',
  meant: 'Did you mean: ',
  telephone: 'Telephone',
  complaints: 'Complaints',
  which: 'Which one: ',
  of: (area) => `Catchment area: ${area}`,
  rests: (clause, edition) => `Rests on ${clause === '' ? 'the plan' : clause}, edition ${edition}`,
  plan: (classes, places) => `${places} places in ${classes} classes`,
  until: '–',
  all: 'All enrollment plans',
};

export const schoolFinderMessages = (language: Language): SchoolFinderMessages =>
  language === 'en' ? english : chinese;
