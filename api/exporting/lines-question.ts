import { localDate } from '../core/local-date.ts';
import type { LinesExport } from '../disclosures/lines.ts';
import { badInput } from '../graphql/errors.ts';
import { type Moment, momentOf } from '../graphql/moment.ts';
import type { Sql } from '../store/statements.ts';
import type { LinesOptions } from './lines.ts';

const choices: Readonly<Record<string, readonly string[]>> = {
  header: ['label', 'code'],
  bom: ['0', '1'],
  raw: ['0', '1'],
};

const refuse = (name: string, value: string, known: string) =>
  badInput(
    `${name} 的值“${value.slice(0, 40)}”不可用；须为${known}。`,
    `"${value.slice(0, 40)}" is no value of ${name}; it must be ${known}.`,
  );

function momentFrom(query: Readonly<Record<string, string>>, now: Date): Moment {
  const asOf = query['asOf'] === undefined ? null : new Date(query['asOf']);
  if (asOf && Number.isNaN(asOf.getTime()))
    throw refuse('asOf', query['asOf'] ?? '', '时刻，如 2021-07-15T00:00:00Z / an instant');
  const validOn = query['validOn'] === undefined ? null : localDate(query['validOn']);
  if (query['validOn'] !== undefined && !validOn)
    throw refuse('validOn', query['validOn'], '日期，如 2021-07-15 / a day');
  return momentOf({ asOf, validOn }, { now, clocks: { live: false, pinned: false } });
}

/** What was asked for, from the parameters of an address or of a command; an unknown one is told, never left out. */
export function linesOf(
  lines: LinesExport,
  query: Readonly<Record<string, unknown>>,
  now: Date,
): { readonly select: Sql; readonly options: LinesOptions } {
  const texts = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, String(Array.isArray(value) ? value.at(-1) : value)]),
  );
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(texts)) {
    if (name === 'asOf' || name === 'validOn') continue;
    const choice = choices[name];
    const parameter = lines.parameters.find((known) => known.name === name);
    if (choice && !choice.includes(value)) throw refuse(name, value, choice.join('、'));
    if (parameter && !parameter.pattern.test(value))
      throw refuse(name, value, `${parameter.description.zh} / ${parameter.description.en}`);
    if (parameter) given.set(name, value);
    if (choice || parameter) continue;
    const known = [...lines.parameters.map((each) => each.name), 'asOf', 'validOn', ...Object.keys(choices)].join(', ');
    throw badInput(
      `没有参数 ${name.slice(0, 60)}；可用的有：${known}。`,
      `There is no parameter ${name.slice(0, 60)}; there are: ${known}.`,
    );
  }
  return {
    select: lines.select(momentFrom(texts, now), given),
    options: {
      header: texts['header'] === 'code' ? 'code' : 'label',
      mark: texts['bom'] !== '0',
      raw: texts['raw'] === '1',
      name: lines.label.zh,
    },
  };
}
