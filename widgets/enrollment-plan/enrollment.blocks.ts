import type { Block, FactsBlock, Params } from '../core/document.ts';
import { formatDate } from '../core/format.ts';
import type { Scene } from '../core/panel.ts';
import { phoneFact } from '../core/telephone.ts';
import { areasOf, placesMeant, schoolsBefore } from './enrollment.places.ts';
import type { EnrollmentAnswer, Plan, Requirement, School, SchoolAnswer, Step } from './enrollment.shape.ts';
import { enrollmentWords } from './enrollment.words.ts';

type Fact = FactsBlock['items'][number];

const factsBlock = (items: readonly Fact[]): Block[] => (items.length === 0 ? [] : [{ type: 'facts', items }]);

/** An address out of the data leads somewhere only when it is one of the web. */
const webFact = (label: string, address: string | null): Fact[] => {
  if (address === null) return [];
  return [{ label, text: address, ...(/^https?:\/\//i.test(address) ? { href: address } : {}) }];
};

const given = (label: string, text: string | null): Fact[] => (text === null ? [] : [{ label, text }]);

const schoolFacts = (school: School, matches: SchoolAnswer['matches'], { language }: Scene): string[] => {
  const words = enrollmentWords(language);
  const { places } = areasOf(matches, school.name);
  const sort = [school.nature.label, school.type?.label, school.boarding ? words.boarding : undefined];
  return [
    sort.filter((word) => word !== undefined).join(' · '),
    ...(school.address === null ? [] : [school.address]),
    ...(school.phone === null ? [] : [school.phone]),
    ...(places.length === 0 ? [] : [words.area(places.join(language === 'en' ? ', ' : '、'))]),
    ...(school.classes === null || school.places === null ? [] : [words.quota(school.classes, school.places)]),
  ];
};

/** The schools that answer, each resting on the plan that names it. */
export function schoolList({ schools, matches, status, plan }: SchoolAnswer, scene: Scene): Block {
  const words = enrollmentWords(scene.language);
  const isShared = status === 'MULTI_SCHOOL';
  const linkOf = (name: string): string =>
    matches.find((match) => match.schools.some((school) => school.name === name))?.plan.permalink ??
    plan?.permalink ??
    scene.platform;
  return {
    type: 'list',
    items: schools.map((school) => ({
      title: school.name,
      href: linkOf(school.name),
      badge: { text: isShared ? words.shared : words.one, tone: isShared ? 'plain' : 'good' },
      meta: schoolFacts(school, matches, scene),
    })),
    total: schools.length,
  };
}

/** Telephones: of the schools, for questions, for complaints. */
export function phones(
  { schools, hotline, complaints }: Pick<SchoolAnswer, 'schools' | 'hotline' | 'complaints'>,
  { language }: Scene,
): Block[] {
  const words = enrollmentWords(language);
  return factsBlock([
    ...schools.flatMap(({ name, phone }) => (phone === null ? [] : [phoneFact(words.schoolPhone(name), phone)])),
    ...(hotline === null ? [] : [phoneFact(words.hotline, hotline)]),
    ...(complaints === null ? [] : [phoneFact(words.complaints, complaints)]),
  ]);
}

/** Whom to call where there is no plan: the publishers of the newest one of this stage. */
export function phonesOfPublishers({ published }: EnrollmentAnswer, { language }: Scene): Block[] {
  const words = enrollmentWords(language);
  const seen = new Set<string>();
  const items = published.nodes.flatMap(({ publisher: { name }, hotline, complaints }) => {
    if (seen.has(name)) return [];
    seen.add(name);
    return [
      ...(hotline === null ? [] : [phoneFact(words.hotlineOf(name), hotline)]),
      ...(complaints === null ? [] : [phoneFact(words.complaintsOf(name), complaints)]),
    ];
  });
  return items.length === 0 ? [] : [{ type: 'group', heading: words.whom, blocks: factsBlock(items) }];
}

/** What the answer rests on. */
export function basis(plan: Plan, clauses: readonly string[], { language }: Scene, answer?: SchoolAnswer): Block {
  const words = enrollmentWords(language);
  const { bornFrom, bornTo } = plan;
  const day = (date: string): string => formatDate(date, language);
  const before = answer && schoolsBefore(answer);
  const comma = language === 'en' ? ', ' : '、';
  const items: Fact[] = [
    {
      label: words.plan,
      text: words.rests(plan.title, clauses.join(comma), plan.edition.number),
      href: plan.permalink,
    },
    ...(before ? given(words.lastYear, before.length === 0 ? words.wasNone : words.wasBefore(before.join(comma))) : []),
    ...(bornFrom && bornTo ? given(words.born, words.bornRange(day(bornFrom), day(bornTo))) : []),
    ...given(words.policy, plan.policy),
    ...given(words.policyNumber, plan.policyNumber),
    ...given(words.rules, plan.rules),
    ...webFact(words.implementation, plan.implementation),
    ...webFact(words.detailedRules, plan.detailedRules),
  ];
  return { type: 'group', heading: words.facts, blocks: factsBlock(items) };
}

/** What each sort of applicant must meet and bring, and by which clause; the first is open. */
export function materials(requirements: readonly Requirement[], { language }: Scene): Block[] {
  const words = enrollmentWords(language);
  if (requirements.length === 0) return [];
  const several = (label: string, texts: readonly string[]): Fact[] =>
    texts.length === 0 ? [] : [{ label, text: texts.join(language === 'en' ? '; ' : '；') }];
  const blocks = requirements.map(
    ({ category, conditions, materials: things, clause }, index): Block => ({
      type: 'group',
      heading: category.label,
      ...(index > 0 ? { isFolded: true } : {}),
      blocks: factsBlock([
        ...several(words.conditions, conditions),
        ...several(words.materials, things),
        ...given(words.clause, clause && words.clauseOf(clause)),
      ]),
    }),
  );
  return [{ type: 'group', heading: words.bring, blocks }];
}

const stateOf = ({ from, to }: Step, today: string): 'done' | 'now' | 'todo' => {
  if (to < today) return 'done';
  return from <= today ? 'now' : 'todo';
};

/** The days of every step, as they stand on the day the panel speaks of. */
export function days(timeline: readonly Step[], { language, today }: Scene): Block[] {
  const words = enrollmentWords(language);
  if (timeline.length === 0) return [];
  const items = timeline.map((one) => {
    const state = stateOf(one, today);
    const [from, to] = [formatDate(one.from, language), formatDate(one.to, language)];
    const whose =
      one.audience.code === 'ALL' ? '' : language === 'en' ? ` (${one.audience.label})` : `（${one.audience.label}）`;
    return {
      title: `${one.step.label}${whose}`,
      state,
      stateText: words.states[state],
      time: from === to ? from : words.range(from, to),
      ...(one.note === null ? {} : { text: one.note }),
    };
  });
  return [{ type: 'steps', caption: words.when, items }];
}

const choice = (params: Params, place: string): Params => ({ ...params, place });

/** Places to choose from, each leading to its answer. */
export function choices(names: readonly string[], { language, params }: Scene): Block[] {
  const words = enrollmentWords(language);
  if (names.length === 0) return [];
  return [
    {
      type: 'table',
      id: 'places',
      caption: words.chooseCaption,
      columns: [{ key: 'place', label: words.choosePlace, type: 'text' }],
      rows: names.map((name) => ({ cells: [name], go: choice(params, name) })),
    },
  ];
}

/** Several places of one name, and the school of each. */
export function namesakes(answer: SchoolAnswer, typed: string, { language, params }: Scene): Block {
  const words = enrollmentWords(language);
  return {
    type: 'table',
    id: 'places',
    caption: words.chooseCaption,
    columns: [
      { key: 'place', label: words.choosePlace, type: 'text' },
      { key: 'schools', label: words.schools, type: 'text' },
    ],
    rows: placesMeant(answer, typed).map(({ name, schools, asked }) => ({
      cells: [name, schools.length === 0 ? words.unassigned : schools.join(language === 'en' ? ', ' : '、')],
      ...(asked === null ? {} : { go: choice(params, asked) }),
    })),
  };
}

const countOf = (count: number | null): string | null => (count === null ? null : String(count));

/** Every school of a plan with what it plans: counts, never children. */
export function schoolTable(schools: readonly School[], { language }: Scene): Block[] {
  const words = enrollmentWords(language);
  if (schools.length === 0) return [];
  const table: Block = {
    type: 'table',
    id: 'schools',
    caption: words.allSchools(schools.length),
    columns: [
      { key: 'school', label: words.school, type: 'text' },
      { key: 'nature', label: words.nature, type: 'text' },
      { key: 'classes', label: words.classes, type: 'number' },
      { key: 'places', label: words.places, type: 'number' },
      { key: 'method', label: words.method, type: 'text' },
      { key: 'address', label: words.address, type: 'text' },
      { key: 'phone', label: words.phone, type: 'text' },
    ],
    rows: schools.map(({ name, nature, classes, places, method, address, phone }) => ({
      cells: [name, nature.label, countOf(classes), countOf(places), method?.label ?? null, address, phone],
    })),
  };
  return [{ type: 'group', heading: words.allSchools(schools.length), isFolded: true, blocks: [table] }];
}
