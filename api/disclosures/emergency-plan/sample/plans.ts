import { classOfHazard, hazardNamed } from '../../../core/emergency-hazards.ts';
import { responseLevels } from '../../../core/emergency-scales.ts';
import { addDays, addYears, type LocalDate } from '../../../core/local-date.ts';
import { type Random, random } from '../../../core/random.ts';
import { addWorkingDays } from '../../../core/working-days.ts';
import type { Draft, SampleOptions } from '../../kind.ts';
import { drillYears } from '../dues.ts';
import type { DutyPhone, Plan, Repeal, Shelter } from '../model.ts';
import { type Matter, matters } from './matters.ts';
import { sheltersOf, towns } from './shelters.ts';
import { actionCounts, actionsOf, approvers, chaptersOf, warningsOf } from './texts.ts';

const lastDrill = '2025-11-30' as LocalDate;

interface Setting {
  readonly matter: Matter;
  readonly formedOn: LocalDate;
  readonly publisher: string;
  readonly number: string;
  readonly level: 'COUNTY' | 'TOWN';
  readonly type: Plan['type'];
  readonly area: string;
  readonly upperPlan: string;
  readonly repeals?: readonly Repeal[];
  readonly ending?: string;
  /** Tells it from a later plan of that name. */
  readonly edition?: string;
  readonly shelters?: readonly Shelter[];
}

const phone = (random: Random): string => `0533-000${String(random.int(1000, 9999))}`;

function drillsOf(hazard: Plan['hazard'], formedOn: LocalDate, name: string, random: Random): Plan['drills'] {
  const drills: { on: LocalDate; name: string; participants: number | null }[] = [];
  const years = drillYears({ hazard });
  for (let on = addDays(formedOn, 200); on < lastDrill; on = addDays(addYears(on, years), -random.int(20, 120)))
    drills.push({ on, name: `${name.replace('应急预案', '')}综合演练`, participants: random.int(4, 40) * 10 });
  return drills;
}

function planOf(setting: Setting, random: Random): Draft<Plan> {
  const {
    matter,
    formedOn,
    publisher,
    level,
    type,
    area,
    upperPlan,
    repeals = [],
    ending = '',
    shelters = [],
  } = setting;
  const hazard = hazardNamed(matter.hazard);
  const phones: DutyPhone[] = [
    { unit: `${matter.headquarters}办公室`, phone: phone(random), hours: '24小时' },
    { unit: `${matter.lead}值班室`, phone: phone(random), hours: '24小时' },
    { unit: '桓台县12345政务服务便民热线', phone: '0533-12345', hours: '24小时' },
  ];
  const lastAssessedOn = formedOn < '2021-01-01' && random.next() < 0.5 ? addDays(addYears(formedOn, 3), -30) : null;
  const content: Plan = {
    name: matter.name,
    level,
    type,
    eventClass: hazard === null ? null : classOfHazard(hazard),
    hazard,
    area,
    number: setting.number,
    formedOn,
    effectiveFrom: formedOn,
    leadUnit: matter.lead,
    isAbridged: false,
    upperPlan,
    filedWith: level === 'TOWN' ? '桓台县应急管理局' : '淄博市应急管理局',
    filedOn: addWorkingDays(formedOn, random.int(4, 18)).on,
    lastAssessedOn,
    reviewYears: 3,
    revisionReason: repeals.length > 0 ? '有关法律法规和上位预案作了调整' : null,
    repeals,
    responses: matter.conditions.map((conditions, index) => {
      const one = responseLevels.levels[index] ?? 'IV';
      return {
        level: one,
        conditions,
        approver: approvers(matter.headquarters)[one] ?? null,
        actions: actionsOf(matter).slice(0, actionCounts[one]),
        members: matter.members.slice(0, one === 'IV' ? 4 : undefined),
      };
    }),
    grades: [],
    warnings: warningsOf(matter),
    chapters: chaptersOf(matter, upperPlan, ending),
    phones,
    shelters,
    drills: type === 'GENERAL' ? [] : drillsOf(hazard, formedOn, matter.name, random),
  };
  return {
    metadata: {
      title: `${matter.name}${setting.edition ?? ''}（示例）`,
      summary: `${matter.hazard}的应急响应分${matter.conditions.length}级，写明各级的启动条件、批准人和响应行动。`,
      attribute: 'PROACTIVE',
      topic: null,
      subtopic: null,
      eventClasses: [],
      formedOn,
      printedOn: null,
      effectiveFrom: formedOn,
      effectiveTo: null,
      publisher,
    },
    content,
    findings: [],
  };
}

const flood = matters.find(({ name }) => name === '桓台县防汛抗旱应急预案') ?? (matters[0] as Matter);

const townMatter = (town: string): Matter => ({
  ...flood,
  name: `${town}防汛抗旱应急预案`,
  lead: town.endsWith('镇') ? `桓台县${town}人民政府` : `桓台县人民政府${town}办事处`,
  headquarters: `${town}防汛抗旱指挥部`,
  members: ['镇（街道）应急办', '派出所', '卫生院', '供电所'],
  conditions: flood.conditions
    .slice(1)
    .map((conditions) => conditions.map((one) => one.replace('全县3个以上镇（街道）', '本镇（街道）'))),
});

const cityPlan = (name: string): string => name.replace('桓台县', '淄博市');
const office = '桓台县人民政府办公室';
const oldFlood = '2017-06-23' as LocalDate;

const numberOf = (day: LocalDate, serial: number): string => `桓政办字〔${day.slice(0, 4)}〕${serial}号`;

function countySetting(matter: Matter, index: number, random: Random): Setting {
  const isFlood = matter === flood;
  const formedOn = isFlood
    ? ('2021-06-01' as LocalDate)
    : addDays('2019-03-04' as LocalDate, index * 71 + random.int(0, 20));
  return {
    matter,
    formedOn,
    publisher: office,
    number: numberOf(formedOn, 11 + index),
    level: 'COUNTY',
    type: index === 0 ? 'GENERAL' : 'SPECIAL',
    area: '桓台县',
    upperPlan: cityPlan(matter.name),
    ...(isFlood
      ? {
          repeals: [{ title: matter.name, issuedOn: oldFlood, number: null }],
          ending: `2017年6月23日县政府办公室印发的《${matter.name}》同时废止。`,
        }
      : {}),
    shelters: /防汛|地震/.test(matter.hazard) ? towns.flatMap((town) => sheltersOf(town, 2, random)) : [],
  };
}

function townSetting(town: (typeof towns)[number], index: number, random: Random): Setting {
  const formedOn = addDays('2022-05-09' as LocalDate, index * 33 + random.int(0, 9));
  const matter = townMatter(town.name);
  return {
    matter,
    formedOn,
    publisher: matter.lead,
    number: `${town.name.replace(/(街道|镇)$/, '')}政发〔${formedOn.slice(0, 4)}〕${7 + index}号`,
    level: 'TOWN',
    type: 'GRASSROOTS',
    area: town.name,
    upperPlan: flood.name,
    shelters: sheltersOf(town, 5, random),
  };
}

const former: Setting = {
  matter: { ...flood, conditions: flood.conditions.slice(0, 3) },
  formedOn: oldFlood,
  publisher: office,
  number: numberOf(oldFlood, 38),
  edition: '（2017年印发）',
  level: 'COUNTY',
  type: 'SPECIAL',
  area: '桓台县',
  upperPlan: cityPlan(flood.name),
};

/** Made-up plans of the county and its towns, oldest first; one of 2017 that a later one repealed. */
export function* samplePlans({ seed, count }: SampleOptions): Generator<Draft<Plan>> {
  const dice = random(seed + 7);
  const settings = [
    former,
    ...matters.map((matter, index) => countySetting(matter, index, dice)),
    ...towns.map((town, index) => townSetting(town, index, dice)),
  ].sort((left, right) => (left.formedOn < right.formedOn ? -1 : 1));
  for (const setting of settings.slice(0, count)) yield planOf(setting, random(seed + settings.indexOf(setting)));
}
