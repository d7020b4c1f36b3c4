import type { Language } from '../core/language.ts';

export interface EnrollmentWords {
  readonly title: (stage: string) => string;
  readonly form: string;
  readonly place: string;
  readonly placeHint: string;
  readonly stage: string;
  readonly stages: Readonly<Record<'PRIMARY' | 'JUNIOR', string>>;
  readonly year: string;
  readonly newestYear: (year: number) => string;
  readonly ofYear: (year: number) => string;
  readonly wrongStage: (said: string) => string;
  readonly wrongYear: (said: string) => string;
  readonly invitation: (year: number, stage: string) => string;
  readonly none: (year: string, stage: string) => string;
  /** Of those there are, the first `most` are listed, and `others` that have the name within them or one like it. */
  readonly typing: (typed: string, count: number, most: number, others: number) => string;
  readonly chooseCaption: string;
  readonly choosePlace: string;
  readonly school: string;
  readonly schools: string;
  readonly unassigned: string;
  readonly one: string;
  readonly shared: string;
  readonly area: (places: string) => string;
  readonly quota: (classes: number, places: number) => string;
  readonly boarding: string;
  readonly bring: string;
  readonly conditions: string;
  readonly materials: string;
  readonly clause: string;
  readonly clauseOf: (clause: string) => string;
  readonly when: string;
  readonly states: Readonly<Record<'done' | 'now' | 'todo', string>>;
  readonly range: (from: string, to: string) => string;
  readonly schoolPhone: (school: string) => string;
  readonly hotline: string;
  readonly complaints: string;
  readonly hotlineOf: (publisher: string) => string;
  readonly complaintsOf: (publisher: string) => string;
  readonly whom: string;
  readonly facts: string;
  readonly plan: string;
  readonly rests: (title: string, clauses: string, edition: number) => string;
  readonly born: string;
  readonly bornRange: (from: string, to: string) => string;
  readonly policy: string;
  readonly policyNumber: string;
  readonly rules: string;
  readonly implementation: string;
  readonly detailedRules: string;
  readonly lastYear: string;
  readonly wasBefore: (schools: string) => string;
  readonly wasNone: string;
  readonly allSchools: (count: number) => string;
  readonly nature: string;
  readonly method: string;
  readonly address: string;
  readonly phone: string;
  readonly classes: string;
  readonly places: string;
}

const chinese: EnrollmentWords = {
  title: (stage) => `查学区：${stage}`,
  form: '查对口学校',
  place: '村、社区、小区，或路名加门牌',
  placeHint: '如：周坊村、果里镇周坊村、中心大街12号。所填地址只用于查询，不保存。',
  stage: '学段',
  stages: { PRIMARY: '小学', JUNIOR: '初中' },
  year: '招生年度',
  newestYear: (year) => `${year}年（最新）`,
  ofYear: (year) => `${year}年`,
  wrongStage: (said) => `stage 写作“${said}”，不是学段；请写 PRIMARY（小学）或 JUNIOR（初中）。`,
  wrongYear: (said) => `year 写作“${said}”，不是年度；请写四位数字，如 2025，或去掉它看最近一年。`,
  invitation: (year, stage) => `写上住在哪里，就能查到 ${year} 年对口的${stage}、要带的材料和日期。`,
  none: (year, stage) => `${year}${stage}招生方案还没有公开。`,
  typing: (typed, count, most, others) =>
    count > most
      ? `“${typed}”开头的地方有 ${count} 处，先列出 ${most} 处；没有要找的，再写一个字。`
      : `“${typed}”开头的地方有 ${count} 处${others > 0 ? `，名字相近的另有 ${others} 处` : ''}，请选一处，或继续写。`,
  chooseCaption: '请选一处',
  choosePlace: '地方',
  school: '学校',
  schools: '对口学校',
  unassigned: '没有划片',
  one: '对口学校',
  shared: '多校划片',
  area: (places) => `招生范围：${places}`,
  quota: (classes, places) => `计划 ${classes} 班 ${places} 人`,
  boarding: '寄宿',
  bring: '要带什么',
  conditions: '须符合',
  materials: '须带',
  clause: '依据',
  clauseOf: (clause) => `招生方案${clause}`,
  when: '什么时候办',
  states: { done: '已结束', now: '正在办理', todo: '还没开始' },
  range: (from, to) => `${from}至${to}`,
  schoolPhone: (school) => `${school}电话`,
  hotline: '咨询电话',
  complaints: '监督电话',
  hotlineOf: (publisher) => `${publisher}咨询电话`,
  complaintsOf: (publisher) => `${publisher}监督电话`,
  whom: '打电话问谁',
  facts: '依据',
  plan: '招生方案',
  rests: (title, clauses, edition) => `${title}${clauses === '' ? '' : `，${clauses}`}，第 ${edition} 版`,
  born: '出生日期',
  bornRange: (from, to) => `${from}至${to}出生`,
  policy: '招生文件',
  policyNumber: '文号',
  rules: '招生和录取办法',
  implementation: '实施方案',
  detailedRules: '实施细则',
  lastYear: '与上一年相比',
  wasBefore: (schools) => `上一年是${schools}`,
  wasNone: '上一年没有划片',
  allSchools: (count) => `全部学校和招生计划（${count} 所）`,
  nature: '办学类型',
  method: '录取方式',
  address: '地址',
  phone: '电话',
  classes: '计划班数',
  places: '计划人数',
};

const english: EnrollmentWords = {
  title: (stage) => `Which school: ${stage}`,
  form: 'Find the school',
  place: 'Village, community, compound, or road and number (in Chinese)',
  placeHint:
    'For example 周坊村, 果里镇周坊村 or 中心大街12号. What you write is only used to look it up; it is not stored.',
  stage: 'Stage',
  stages: { PRIMARY: 'primary school', JUNIOR: 'junior middle school' },
  year: 'Year',
  newestYear: (year) => `Newest (${year})`,
  ofYear: (year) => String(year),
  wrongStage: (said) => `stage is "${said}", which is no stage; write PRIMARY or JUNIOR.`,
  wrongYear: (said) =>
    `year is "${said}", which is no year; write four digits such as 2025, or leave it out for the newest.`,
  invitation: (year, stage) => `Say where you live to see the ${stage} of ${year}, what to bring and when.`,
  none: (year, stage) => `No plan for the ${stage}s${year === '' ? '' : ` of ${year}`} is published yet.`,
  typing: (typed, count, most, others) => {
    if (count > most)
      return `${count} places begin with ${typed}; ${most} are listed. If yours is not among them, write one more character.`;
    const alike = others > 0 ? ` (and ${others} with a name like it)` : '';
    return count === 1
      ? `One place begins with ${typed}${alike}: choose it, or write on.`
      : `${count} places begin with ${typed}${alike}: choose one, or write on.`;
  },
  chooseCaption: 'Choose one',
  choosePlace: 'Place',
  school: 'School',
  schools: 'Its school',
  unassigned: 'In no area',
  one: 'Your school',
  shared: 'Shared area',
  area: (places) => `Catchment area: ${places}`,
  quota: (classes, places) => `${places} places in ${classes} classes`,
  boarding: 'boarding',
  bring: 'What to bring',
  conditions: 'You qualify if',
  materials: 'Bring',
  clause: 'Rests on',
  clauseOf: (clause) => `${clause} of the plan`,
  when: 'When',
  states: { done: 'over', now: 'now', todo: 'not yet' },
  range: (from, to) => `${from} – ${to}`,
  schoolPhone: (school) => `Telephone of ${school}`,
  hotline: 'Telephone',
  complaints: 'Complaints',
  hotlineOf: (publisher) => `Telephone of ${publisher}`,
  complaintsOf: (publisher) => `Complaints to ${publisher}`,
  whom: 'Whom to call',
  facts: 'What it rests on',
  plan: 'Plan',
  rests: (title, clauses, edition) => `${title}${clauses === '' ? '' : `, ${clauses}`}, edition ${edition}`,
  born: 'Born',
  bornRange: (from, to) => `from ${from} to ${to}`,
  policy: 'Policy document',
  policyNumber: 'Document number',
  rules: 'Rules of admission',
  implementation: 'Implementation plan',
  detailedRules: 'Detailed rules',
  lastYear: 'Compared with last year',
  wasBefore: (schools) => `last year: ${schools}`,
  wasNone: 'in no area last year',
  allSchools: (count) => `All schools and their plans (${count})`,
  nature: 'Public or private',
  method: 'Admission by',
  address: 'Address',
  phone: 'Telephone',
  classes: 'Classes planned',
  places: 'Places planned',
};

export const enrollmentWords = (language: Language): EnrollmentWords => (language === 'en' ? english : chinese);
