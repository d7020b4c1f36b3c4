import divisions from '../../../core/data/divisions-370321.json' with { type: 'json' };
import type { Random } from '../../../core/random.ts';
import type { Shelter } from '../model.ts';

interface Named {
  readonly name: string;
  readonly code: string;
}

export const towns: readonly Named[] = divisions.divisions.filter(({ level }) => level === 'TOWN');

/** 华沟村委会 is written 华沟村, 永和社区居委会 is written 永和社区. */
const everyday = (name: string): string => name.replace(/社区居委会$/, '社区').replace(/村委会$/, '村');

const sites = ['文化广场', '小学操场', '便民服务中心院内', '农村幸福院'] as const;

/** Made-up shelters of a town: villages of its own, the first two always among them. */
export function sheltersOf({ name: town, code }: Named, count: number, random: Random): Shelter[] {
  const villages = divisions.divisions
    .filter(({ parentCode }) => parentCode === code)
    .map(({ name }) => everyday(name));
  const named = new Set<string>();
  // A name two villages of one town share names neither.
  const unique = villages.filter((village) => villages.filter((other) => other === village).length === 1);
  const chosen = [...unique.slice(0, 2), ...random.shuffle(unique.slice(2))].slice(0, count);
  return chosen.flatMap((village) => {
    const site = random.pick(sites);
    if (named.has(village)) return [];
    named.add(village);
    return {
      name: `${village}${site}`,
      town,
      village,
      address: `${town}${village}${site}`,
      capacity: random.int(3, 40) * 50,
      phone: null,
    };
  });
}
