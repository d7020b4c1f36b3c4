import divisions from '../../../core/data/divisions-370321.json' with { type: 'json' };
import type { Random } from '../../../core/random.ts';
import type { Stage } from '../codes.ts';
import type { SchoolValues } from '../forms.ts';

export interface SampleTown {
  readonly name: string;
  readonly code: string;
  /** Names of its villages and communities, as people write them. */
  readonly villages: readonly string[];
}

const written = (name: string): string => name.replace(/社区居委会$/, '社区').replace(/村委会$/, '村');

/** The county's towns with their villages, from the register of divisions. */
export const sampleTowns: readonly SampleTown[] = divisions.divisions
  .filter(({ level }) => level === 'TOWN')
  .map(({ name, code }) => ({
    name,
    code,
    villages: divisions.divisions
      .filter(({ level, parentCode }) => level === 'VILLAGE' && parentCode === code)
      .map((village) => written(village.name)),
  }));

const primaryNames = ['中心小学', '第二小学', '实验小学', '育才小学', '新区小学', '明德小学', '东关小学', '西关小学'];
const juniorNames = ['第一中学', '第二中学', '实验中学'];

/** Schools of a town: one for every eight villages or so; names and numbers are made up (示例). */
const countOf = ({ villages }: SampleTown, stage: Stage): number =>
  stage === 'PRIMARY' ? Math.max(3, Math.round(villages.length / 7)) : villages.length > 40 ? 2 : 1;

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

function publicSchools(town: SampleTown, stage: Stage, index: number): SchoolValues[] {
  const names = stage === 'PRIMARY' ? primaryNames : juniorNames;
  return Array.from({ length: countOf(town, stage) }, (_, number) => ({
    name: `${town.name}${names[number] ?? `第${number + 1}小学`}（示例）`,
    code: `99${stage === 'PRIMARY' ? '21' : '31'}${digits(index * 20 + number, 6)}`,
    nature: 'PUBLIC',
    type: stage === 'PRIMARY' ? 'PRIMARY' : number === 0 ? 'JUNIOR' : 'NINE_YEAR',
    town: town.name,
    address: `${town.name}示例路${number * 10 + 1}号`,
    phone: `0533-0000${digits(index * 20 + number, 3)}`,
    licence: null,
    capacity: null,
  }));
}

const privateSchools = (random: Random, stage: Stage): SchoolValues[] => {
  const town = sampleTowns[0];
  return ['世纪学校', '启明学校'].map((name, index) => ({
    name: `桓台${name}（示例）`,
    code: `9951${digits(index + (stage === 'PRIMARY' ? 1 : 5), 6)}`,
    nature: 'PRIVATE',
    type: 'NINE_YEAR',
    town: town?.name ?? null,
    address: `${town?.name ?? ''}示例大街${index * 6 + 8}号`,
    phone: `0533-000090${index}`,
    licence: `教民137032199000${index + 1}号（示例）`,
    capacity: random.int(12, 20) * 100,
  }));
};

/** Every school that enrols in the stage. */
export const sampleSchools = (random: Random, stage: Stage): readonly SchoolValues[] => [
  ...sampleTowns.flatMap((town, index) => publicSchools(town, stage, index)),
  ...privateSchools(random, stage),
];
