import { creditCode } from '../credit-code.ts';
import { sampleOrganizations } from './organizations.ts';

const parents = sampleOrganizations.filter(
  ({ type, divisionCode }) => (type === 'DEPARTMENT' || type === 'OFFICE') && divisionCode === '370321',
);

export interface SampleUnit {
  readonly name: string;
  /** Official name of the department it belongs to. */
  readonly parent: string;
  readonly code: string;
}

/** A made-up subordinate unit (所属单位) for large samples, named so that nobody takes it for real. */
export function sampleUnit(number: number): SampleUnit {
  const parent = parents[number % parents.length]?.name ?? '桓台县人民政府';
  const name = `${parent}所属第${Math.floor(number / parents.length) + 1}单位（示例）`;
  return { name, parent, code: creditCode('1', '2', '370321', String(98_000_000 + number)) };
}
