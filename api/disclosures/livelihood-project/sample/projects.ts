import divisions from '../../../core/data/divisions-370321.json' with { type: 'json' };
import type { LocalDate } from '../../../core/local-date.ts';
import { type Fen, fen } from '../../../core/money.ts';
import { random } from '../../../core/random.ts';
import type { Draft, SampleOptions } from '../../kind.ts';
import { categoryOf } from '../categories.ts';
import { type Milestone, type Project, titleOf } from '../model.ts';
import { dueDay } from '../period.ts';
import { placesIn } from '../places.ts';
import { standingOf } from '../status.ts';
import { type Matter, matters, tasks } from './matters.ts';
import { pictureFile } from './pictures.ts';
import { figure, type Outcome, outcomeOf, reportsOf } from './reports.ts';
import { taskOf } from './tasks.ts';

/** Newest first: what is made when few are wanted. */
const years = [2024, 2023, 2022] as const;

export const publisher = '桓台县人民政府办公室';

interface Town {
  readonly name: string;
  readonly villages: readonly string[];
}

const towns: readonly Town[] = divisions.divisions
  .filter(({ level }) => level === 'TOWN')
  .map(({ code, name }) => ({
    name,
    villages: divisions.divisions
      .filter((one) => one.level === 'VILLAGE' && one.code.startsWith(code))
      .map((one) => one.name.replace(/村委会$/, '村').replace(/社区居委会$/, '社区'))
      .filter((village) => /^\p{Script=Han}{2,6}(村|社区)$/u.test(village)),
  }));

const wan = (amount: number): Fen => fen(BigInt(Math.round(amount)) * 1_000_000n);

const day = (year: number, monthDay: string): LocalDate => `${year}-${monthDay}` as LocalDate;

function milestonesOf(year: number, outcome: Outcome): Milestone[] {
  const steps = [
    ['完成前期手续', '3月底', '03-22', 1],
    ['开工建设', '5月底', '05-16', 2],
    ['完成主体工程', '9月底', '09-20', 3],
    ['竣工验收', '12月底', '12-18', 4],
  ] as const;
  const doneSteps = { DONE: 4, OVER: 4, ON: 3, BEHIND: 2, SUSPENDED: 2, CARRIED: 2 }[outcome];
  return steps.map(([name, due, doneOn, index]) => ({
    name,
    dueWord: `${year}年${due}`,
    dueOn: dueDay(`${year}年${due}`, year),
    doneOn: index <= doneSteps ? day(year, doneOn) : null,
  }));
}

const nextSteps: Readonly<Record<Outcome, string>> = {
  DONE: '按计划推进后续工序，按期完成。',
  OVER: '总结经验，做好管护移交。',
  ON: '加快收尾，尽早投入使用。',
  BEHIND: '增加施工力量，逐周调度，把进度追回来。',
  SUSPENDED: '协调解决用地问题，具备条件后复工。',
  CARRIED: '列入下年计划，继续实施。',
};

function projectOf(seed: number, year: number, number: number, matter: Matter): Project {
  const dice = random(seed + year * 131 + number * 7919);
  const town = towns[(number * 4 + year) % towns.length] ?? { name: '果里镇', villages: [] };
  const [village = ''] = dice.shuffle(town.villages);
  const isPlaced = matter.name.includes('{town}');
  const written = (text: string): string => text.replaceAll('{town}', town.name).replaceAll('{village}', village);
  const outcome = matter.nature === 'POLICY' ? 'DONE' : outcomeOf(dice);
  const count = dice.int(matter.least, matter.most);
  const total = figure(count, matter.scale);
  const planned = matter.cost === 0 ? null : wan(Math.max(20, Number(total) * matter.cost));
  const isBuilt = matter.nature === 'CONSTRUCTION';
  const location = isPlaced ? (matter.name.includes('{village}') ? `${town.name}${village}` : town.name) : '全县';
  const progress = reportsOf(
    year,
    outcome,
    { count, scale: matter.scale, unit: matter.unit },
    planned,
    (quarter, done) => ({
      text: (matter.steps[quarter] ?? '').replaceAll('{n}', done),
      results: quarter === 3 ? matter.result : null,
      problems: outcome === 'BEHIND' && quarter > 0 ? '部分路段（点位）管线迁改较慢。' : null,
      nextSteps: nextSteps[outcome],
    }),
  );
  const reports =
    matter.nature === 'POLICY'
      ? progress.map((report, quarter) => {
          const statusWord = quarter === 3 ? '已完成' : '已启动';
          return {
            ...report,
            statusWord,
            ...(standingOf(statusWord, '100') ?? { status: null, pace: null }),
            quantity: total,
            rate: '100',
          };
        })
      : progress;
  const isDone = outcome === 'DONE' || outcome === 'OVER';
  const half = planned === null ? null : fen((planned / 2_000_000n) * 1_000_000n);
  return {
    type: 'LIVELIHOOD',
    year,
    programme: `${year}年桓台县民生实事项目（示例）`,
    number,
    name: written(matter.name),
    category: categoryOf(matter.category),
    categoryWord: matter.category,
    nature: matter.nature,
    content: written(matter.content),
    target: matter.target.replace('{n}', total),
    targets: [{ name: matter.indicator, direction: 'AT_LEAST', quantity: total, unit: matter.unit }],
    location,
    places: placesIn(location),
    units: [
      { role: 'LEAD', name: matter.lead },
      ...matter.support.map((name) => ({ role: 'SUPPORT' as const, name })),
      ...(isPlaced ? [{ role: 'SUPPORT' as const, name: town.name }] : []),
    ],
    leader: null,
    startedOn: isBuilt ? day(year, '05-16') : null,
    dueWord: `${year}年12月底`,
    dueOn: day(year, '12-31'),
    completedOn: isDone ? day(year, '12-18') : null,
    acceptance: isDone && isBuilt ? '竣工验收合格' : null,
    totalInvestment: planned,
    plannedInvestment: planned,
    fundSources: planned === null ? null : '县级财政、上级补助',
    funds:
      planned === null || half === null
        ? []
        : [
            { source: '县级财政', planned: half, paid: isDone ? half : null },
            { source: '上级补助', planned: fen(planned - half), paid: isDone ? fen(planned - half) : null },
          ],
    measures: null,
    steps: null,
    responsibilities: null,
    supervision: '监督电话：0533-12345（示例）',
    milestones: isBuilt ? milestonesOf(year, outcome) : [],
    progress: reports,
    photos: isBuilt
      ? [{ name: `${year}-${String(number).padStart(2, '0')}-1.png`, caption: '施工现场', takenOn: day(year, '09-10') }]
      : [],
    satisfied: isDone ? dice.int(150, 190) : null,
    mostlySatisfied: isDone ? dice.int(20, 36) : null,
    dissatisfied: isDone ? dice.int(0, 5) : null,
  };
}

/** A year's programme, roads in two towns. */
function programme(seed: number, year: number): Project[] {
  const [road] = matters;
  const all = [...matters, ...(road ? [road] : [])];
  return all.map((matter, index) => projectOf(seed, year, index + 1, matter));
}

export function draftOf(project: Project): Draft<Project> {
  return {
    metadata: {
      title: titleOf(project),
      summary: null,
      attribute: 'PROACTIVE',
      topic: null,
      subtopic: null,
      eventClasses: [],
      formedOn: day(project.year + 1, '01-06'),
      printedOn: null,
      effectiveFrom: null,
      effectiveTo: null,
      publisher,
    },
    content: project,
    findings: [],
    attachments: project.photos.map(({ name }) => pictureFile(name, project.categoryWord)),
  };
}

/** Three years of the sample county's livelihood projects and tasks (示例), which keep every rule, oldest first. */
export function* sampleProjects({ seed, count }: SampleOptions): Generator<Draft<Project>> {
  const chosen = years.flatMap((year) => [
    ...programme(seed, year),
    ...tasks.map((task, index) => taskOf(seed, year, index + 1, task)),
  ]);
  const made = chosen.slice(0, count).sort((left, right) => left.year - right.year);
  for (const project of made) yield draftOf(project);
}
