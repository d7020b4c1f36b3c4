import { askedText } from '../core/asked-text.ts';
import { capital } from '../core/capital.ts';
import type { Block, Field, PanelSource, Shown } from '../core/document.ts';
import { languageCode } from '../core/language.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { recordSource } from '../core/record-source.ts';
import { refusal } from '../core/refusal.ts';
import {
  basis,
  choices,
  days,
  materials,
  namesakes,
  phones,
  phonesOfPublishers,
  schoolList,
  schoolTable,
} from './enrollment.blocks.ts';
import { descriptor } from './enrollment.manifest.ts';
import {
  areasOf,
  longestBeginning,
  mostOffered,
  placesOffered,
  shortestName,
  startingWith,
} from './enrollment.places.ts';
import { enrollmentQuery } from './enrollment.query.ts';
import {
  type EnrollmentAnswer,
  enrollmentShape,
  type Plan,
  type SchoolAnswer,
  type WholePlan,
} from './enrollment.shape.ts';
import { enrollmentWords } from './enrollment.words.ts';

type Stage = 'PRIMARY' | 'JUNIOR';

const stagesSaid: Readonly<Record<string, Stage>> = {
  '': 'PRIMARY',
  PRIMARY: 'PRIMARY',
  小学: 'PRIMARY',
  JUNIOR: 'JUNIOR',
  初中: 'JUNIOR',
};

/** The stage as the tag says it, in code or in Chinese; undefined for one that is none. */
const stageOf = ({ params }: Scene): Stage | undefined => {
  const said = (params['stage'] ?? '').trim().toUpperCase();
  return Object.hasOwn(stagesSaid, said) ? stagesSaid[said] : undefined;
};

const yearOf = ({ params }: Scene): string => (params['year'] ?? '').trim();
const placeOf = ({ params }: Scene): string => askedText(params['place']);

function variables(scene: Scene): Variables | Misuse {
  const words = enrollmentWords(scene.language);
  const [place, year, stage] = [placeOf(scene), yearOf(scene), stageOf(scene)];
  if (!stage) return { misuse: words.wrongStage(scene.params['stage'] ?? '') };
  if (year !== '' && !/^(19|20)\d\d$/.test(year)) return { misuse: words.wrongYear(year) };
  return {
    place,
    hasPlace: place !== '',
    isTyping: [...place].length <= longestBeginning,
    isNamed: [...place].length >= shortestName,
    stage,
    code: stage,
    year: year === '' ? null : Number(year),
    which: { stage: { eq: stage }, ...(year === '' ? {} : { year: { eq: Number(year) } }) },
    lang: languageCode(scene.language),
  };
}

/** Where nothing is published there is no year to choose. */
const yearField = (years: readonly number[], newest: number, scene: Scene): Field => {
  const words = enrollmentWords(scene.language);
  return {
    name: 'year',
    label: words.year,
    kind: 'choice',
    value: yearOf(scene),
    options: [
      { value: '', text: words.newestYear(newest) },
      ...years.map((year) => ({ value: String(year), text: words.ofYear(year) })),
    ],
  };
};

/** The form, with the places that may be meant by what is typed so far. */
function form(data: EnrollmentAnswer, scene: Scene, stage: Stage): Block {
  const words = enrollmentWords(scene.language);
  const typed = placeOf(scene);
  const years = [...new Set(data.published.nodes.map(({ year }) => year))];
  const [newest] = years;
  return {
    type: 'form',
    label: words.form,
    fields: [
      {
        name: 'place',
        label: words.place,
        kind: 'search',
        value: typed,
        hint: words.placeHint,
        options: placesOffered(data, typed).map((name) => ({ value: name, text: name })),
      },
      {
        name: 'stage',
        label: words.stage,
        kind: 'choice',
        value: stage,
        options: (['PRIMARY', 'JUNIOR'] as const).map((value) => ({ value, text: capital(words.stages[value]) })),
      },
      ...(newest === undefined ? [] : [yearField(years, newest, scene)]),
    ],
  };
}

const sourceOf = (plan: Plan | null | undefined, { platform }: EnrollmentAnswer, scene: Scene): PanelSource =>
  plan ? recordSource(plan) : { publisher: platform.name, permalink: `${scene.platform}/enrollment-plans` };

type Said = Pick<Shown, 'state' | 'sentence' | 'blocks' | 'badge'>;

/** There is a school, or several that share the place. */
function found(answer: SchoolAnswer, scene: Scene): Said {
  const clauses = answer.schools.flatMap(({ name }) => areasOf(answer.matches, name).clauses);
  return {
    state: 'data',
    sentence: answer.statement,
    blocks: [
      schoolList(answer, scene),
      ...phones(answer, scene),
      ...materials(answer.requirements, scene),
      ...days(answer.timeline, scene),
      ...(answer.plan ? [basis(answer.plan, [...new Set(clauses)], scene, answer)] : []),
    ],
  };
}

/** What is typed so far, or a name that nobody knows: what may be meant. */
function unknown(answer: SchoolAnswer, data: EnrollmentAnswer, scene: Scene): Said {
  const words = enrollmentWords(scene.language);
  const typed = placeOf(scene);
  const starting = startingWith(answer, typed);
  const offered = placesOffered(data, typed);
  const others = offered.filter((name) => !starting.includes(name)).length;
  const sentence = starting.length > 0 ? words.typing(typed, starting.length, mostOffered, others) : answer.statement;
  return {
    state: 'empty',
    sentence,
    blocks: [{ type: 'notice', tone: 'plain', text: sentence }, ...choices(offered, scene), ...phones(answer, scene)],
  };
}

function answered(answer: SchoolAnswer, data: EnrollmentAnswer, scene: Scene): Said {
  const { status, statement } = answer;
  const notice = (tone: 'plain' | 'late'): Block => ({ type: 'notice', tone, text: statement });
  if (status === 'SINGLE_SCHOOL' || status === 'MULTI_SCHOOL') return found(answer, scene);
  if (status === 'UNKNOWN_PLACE') return unknown(answer, data, scene);
  if (status === 'AMBIGUOUS') {
    const blocks = [
      notice('plain'),
      namesakes(answer, placeOf(scene), scene),
      ...phones({ ...answer, schools: [] }, scene),
    ];
    return { state: 'data', sentence: statement, blocks };
  }
  // A place in no area says whom to call; where there is no plan, the publishers of the one before it do.
  const blocks =
    status === 'NO_PLAN'
      ? [notice('plain'), ...phonesOfPublishers(data, scene)]
      : [notice('late'), ...phones(answer, scene), ...(answer.plan ? [basis(answer.plan, [], scene)] : [])];
  return { state: status === 'NO_PLAN' ? 'empty' : 'data', sentence: statement, blocks };
}

/** Nobody has asked yet: the plan of the year, its days, what to bring, its schools. */
function unasked(plan: WholePlan | undefined, data: EnrollmentAnswer, scene: Scene, stage: Stage): Said {
  const words = enrollmentWords(scene.language);
  const year = yearOf(scene);
  if (!plan) {
    const sentence = words.none(year === '' ? '' : words.ofYear(Number(year)), words.stages[stage]);
    return {
      state: 'empty',
      sentence,
      blocks: [{ type: 'notice', tone: 'plain', text: sentence }, ...phonesOfPublishers(data, scene)],
    };
  }
  return {
    state: 'data',
    sentence: words.invitation(plan.year, words.stages[stage]),
    blocks: [
      ...phones({ ...plan, schools: [] }, scene),
      ...days(plan.timeline, scene),
      ...materials(plan.requirements, scene),
      basis(plan, [], scene),
      ...schoolTable(plan.schools, scene),
    ],
  };
}

function show(data: EnrollmentAnswer, scene: Scene): Shown {
  const stage = stageOf(scene) ?? 'PRIMARY';
  const words = enrollmentWords(scene.language);
  const [newest] = data.newest?.nodes ?? [];
  const { schoolFor } = data;
  const said = schoolFor ? answered(schoolFor, data, scene) : unasked(newest, data, scene, stage);
  return {
    title: words.title(words.stages[stage]),
    ...said,
    blocks: [form(data, scene, stage), ...said.blocks],
    source: sourceOf(schoolFor?.plan ?? newest, data, scene),
  };
}

/** An instant that is none, or has not come. */
const refused = (reason: string, scene: Scene): Shown => {
  const words = enrollmentWords(scene.language);
  const title = words.title(words.stages[stageOf(scene) ?? 'PRIMARY']);
  return refusal(title, reason, `${scene.platform}/enrollment-plans`);
};

/** `<gk-enrollment>`, also `<gk-school-finder>`: which school for a place, what to bring, when, whom to call (查学区). */
export const enrollment = panelOf<EnrollmentAnswer>({
  descriptor,
  query: enrollmentQuery,
  guard: enrollmentShape,
  variables,
  show,
  refused,
});
