import { addDays, addYears, type LocalDate } from '../../../core/local-date.ts';
import { type Random, random as seeded } from '../../../core/random.ts';
import type { Draft, SampleOptions } from '../../kind.ts';
import { ageOf, type Stage, stages, standardClass } from '../codes.ts';
import type { AreaValues, PlanFacts, QuotaValues, ResultValues, SchoolValues, StepValues } from '../forms.ts';
import type { EnrollmentPlan } from '../model.ts';
import { requirements } from './requirements.ts';
import { sampleSchools, sampleTowns } from './schools.ts';

const firstYear = 2019;
const lastYear = 2026;
/** Two communities of the county town are shared by two schools (多校划片). */
const shared = 2;
/** 红莲湖社区 was forgotten once: what an honest answer looks like (示例). */
const forgotten = { year: 2021, stage: 'PRIMARY', place: '红莲湖社区' };

interface Assignment {
  readonly place: string;
  readonly town: string;
  school: number;
}

/** Which school of its town every village belongs to, to begin with: neighbours go to one school. */
function assignments(schools: readonly SchoolValues[]): Assignment[] {
  return sampleTowns.flatMap((town) => {
    const own = schools.flatMap(({ town: name, nature }, index) =>
      name === town.name && nature === 'PUBLIC' ? [index] : [],
    );
    return town.villages.map((place, index) => ({
      place,
      town: town.name,
      school: own[Math.floor((index * own.length) / town.villages.length)] ?? 0,
    }));
  });
}

/** A few villages move to the next school of their town from year to year. */
function move(random: Random, all: readonly Assignment[], schools: readonly SchoolValues[]): void {
  for (let left = random.int(2, 4); left > 0; left -= 1) {
    const one = random.pick(all);
    const others = schools.flatMap(({ town, nature }, index) =>
      town === one.town && nature === 'PUBLIC' && index !== one.school ? [index] : [],
    );
    if (others.length > 0 && all.filter(({ school }) => school === one.school).length > 2)
      one.school = random.pick(others);
  }
}

const clauseOf = (town: string): string => `附件 1 第 ${sampleTowns.findIndex(({ name }) => name === town) + 1} 条`;

function areasOf(
  all: readonly Assignment[],
  schools: readonly SchoolValues[],
  year: number,
  stage: Stage,
): AreaValues[] {
  const nameOf = (index: number): string => schools[index]?.name ?? '';
  const blank = { kind: null, parity: null, doorFrom: null, doorTo: null } as const;
  const [central] = sampleTowns;
  const centre = schools.flatMap(({ town, nature }, index) =>
    town === central?.name && nature === 'PUBLIC' ? [index] : [],
  );
  const commons = all.filter(({ town, place }) => town === central?.name && /社区$/.test(place)).slice(0, shared);
  const isShared = (one: Assignment): boolean => centre.length > 1 && commons.includes(one);
  const isForgotten = ({ place }: Assignment): boolean =>
    year === forgotten.year && stage === forgotten.stage && place === forgotten.place;
  const rows: AreaValues[] = schools.flatMap(({ name, nature, town }, index) => {
    if (nature !== 'PUBLIC') return [];
    const places = all
      .filter((one) => one.school === index && !isShared(one) && !isForgotten(one))
      .map(({ place }) => place);
    return places.length === 0 ? [] : [{ ...blank, schools: [name ?? ''], places, town, clause: clauseOf(town ?? '') }];
  });
  if (!central || centre.length < 2) return rows;
  const [one = 0, other = 0] = centre;
  const at = { town: central.name, clause: clauseOf(central.name) };
  const road = '示例大街';
  return [
    ...rows,
    ...(commons.length === 0
      ? []
      : [{ ...blank, ...at, schools: [nameOf(one), nameOf(other)], places: commons.map(({ place }) => place) }]),
    { ...blank, ...at, schools: [nameOf(one)], places: ['少海花园小区', '渔洋里小区'] },
    { ...at, kind: 'ROAD', schools: [nameOf(one)], places: [road], parity: 'ODD', doorFrom: 1, doorTo: 199 },
    { ...at, kind: 'ROAD', schools: [nameOf(other)], places: [road], parity: 'EVEN', doorFrom: 2, doorTo: 198 },
    { ...at, kind: 'ROAD', schools: [nameOf(other)], places: ['示例路'], parity: 'ALL', doorFrom: null, doorTo: null },
    { ...blank, ...at, schools: [nameOf(other)], places: ['东至示例河，西至示例路，南至示例大街，北至县界'] },
    { ...blank, ...at, schools: [nameOf(one)], places: ['示例派出所集体户'] },
  ];
}

function plansOf(random: Random, schools: readonly SchoolValues[], stage: Stage): QuotaValues[] {
  return schools.map(({ name, nature }) => {
    const classes =
      nature === 'PRIVATE' ? random.int(3, 6) : stage === 'PRIMARY' ? random.int(2, 6) : random.int(6, 12);
    return {
      school: name,
      classes,
      places: classes * (standardClass[stage] - random.int(0, 5)),
      boarding: nature === 'PRIVATE',
      method: nature === 'PRIVATE' ? 'LOTTERY' : 'CATCHMENT',
    };
  });
}

const resultsOf = (random: Random, plans: readonly QuotaValues[]): ResultValues[] =>
  plans.map(({ school, places, method }) => {
    const registered = Math.round((places ?? 0) * (method === 'LOTTERY' ? 1.1 : 0.9)) + random.int(0, 6);
    return { school, registered, admitted: Math.min(registered, places ?? 0) };
  });

const day = (year: number, monthDay: string): LocalDate => `${year}-${monthDay}` as LocalDate;

function timelineOf(year: number): StepValues[] {
  const step = (
    name: NonNullable<StepValues['step']>,
    from: string,
    to: string,
    audience: StepValues['audience'] = 'ALL',
    note: string | null = null,
  ): StepValues => ({ step: name, audience, from: day(year, from), to: day(year, to), note });
  return [
    step('ANNOUNCEMENT', '06-20', '06-20'),
    step('REGISTRATION', '07-05', '07-10', 'PUBLIC', '网上登记，公办民办同步'),
    step('REGISTRATION', '07-05', '07-10', 'PRIVATE', '网上登记，公办民办同步'),
    step('REVIEW', '07-12', '07-20'),
    step('LOTTERY', '07-25', '07-25', 'PRIVATE', '报名超过计划的民办学校'),
    step('RESULT', '08-10', '08-10'),
    step('SUPPLEMENT', '08-15', '08-18'),
    step('ENROLMENT', '08-30', '08-31'),
  ];
}

function factsOf(year: number, stage: Stage): PlanFacts {
  const bornTo = day(year - ageOf[stage], '08-31');
  return {
    year,
    stage,
    bornFrom: addDays(addYears(bornTo, -1), 1),
    bornTo,
    policy: `桓台县教育和体育局关于做好${year}年义务教育学校招生入学工作的通知（示例）`,
    policyNumber: `桓教体发〔${year}〕${stage === 'PRIMARY' ? 12 : 13}号`,
    implementation: null,
    detailedRules: null,
    hotline: '0533-0000801',
    complaints: '0533-0000802',
    rules:
      '义务教育免试就近入学。公办学校按划定的招生范围招生；多校划片的，按登记顺序和学位情况派位。民办学校报名超过计划的，全部电脑随机录取。不得以任何形式的考试、面试作为入学依据。',
  };
}

/** Plans of 桓台县 (示例) by year and stage, oldest first: real villages, made-up schools. */
export function* samplePlans({ seed, count }: SampleOptions): Generator<Draft<EnrollmentPlan>> {
  const random = seeded(seed);
  const ofStage = (['PRIMARY', 'JUNIOR'] as const).map((stage) => {
    const schools = sampleSchools(random, stage);
    return { stage, schools, all: assignments(schools) };
  });
  let made = 0;
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const { stage, schools, all } of ofStage) {
      if (made >= count) return;
      made += 1;
      if (year > firstYear) move(random, all, schools);
      const plans = plansOf(random, schools, stage);
      const formedOn = day(year, '06-18');
      yield {
        metadata: {
          title: `${year}年桓台县${stages[stage]}招生入学方案（示例）`,
          summary: `${year}年${stages[stage]}招生：${schools.length} 所学校的计划、招生范围、报名材料和时间安排。`,
          attribute: 'PROACTIVE',
          topic: '11',
          subtopic: '11-02',
          eventClasses: ['SCHOOLING'],
          formedOn,
          printedOn: null,
          effectiveFrom: formedOn,
          effectiveTo: day(year + 1, '06-17'),
          publisher: '桓台县教育和体育局',
        },
        content: {
          facts: factsOf(year, stage),
          schools,
          plans,
          areas: areasOf(all, schools, year, stage),
          categories: requirements,
          timeline: timelineOf(year),
          results: resultsOf(random, plans),
        },
        findings: [],
      };
    }
  }
}
