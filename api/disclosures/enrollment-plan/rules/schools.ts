import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { schoolTypes, stages } from '../codes.ts';
import { schoolKey } from './school-key.ts';
import { type PlacedItem, placeOf, type Subject } from './subject.ts';

/** Types of schools that do not enrol in a stage. */
const otherStage = { PRIMARY: ['JUNIOR', 'COMPLETE'], JUNIOR: ['PRIMARY'] } as const;

/** 学校名录: each school once, its code of ten digits, of the plan's stage, and of a private one its licence. */
export function* register({ facts, rows }: Subject): Generator<Finding> {
  const seen = new Map<string, number>();
  for (const row of rows.schools) {
    const { name, code, nature, type, licence, capacity } = row.values;
    if (name === null) continue;
    const first = seen.get(schoolKey(name));
    if (first !== undefined) {
      yield finding(
        'duplicate-school',
        'ERROR',
        placeOf(row, '学校名称'),
        [`“${name}”在第${first}行已列出。`, `"${name}" is already listed in row ${first}.`],
        ['每所学校只列一行。', 'List every school once.'],
      );
    } else seen.set(schoolKey(name), row.row);
    if (code !== null && !/^\d{10}$/.test(code)) {
      yield finding(
        'school-code-malformed',
        'WARNING',
        placeOf(row, '学校标识码'),
        [`“${code}”不是 10 位学校标识码。`, `"${code}" is not a school code of 10 digits.`],
        ['请核对教育部学校（机构）标识码。', 'Check it against the ministry’s register.'],
      );
    }
    if (facts.stage !== null && type !== null && otherStage[facts.stage].some((other) => other === type)) {
      yield finding(
        'school-of-other-stage',
        'WARNING',
        placeOf(row, '办学层次'),
        [
          `“${name}”是${schoolTypes[type]}，不招${stages[facts.stage]}学生。`,
          `"${name}" is no school of the stage of this plan.`,
        ],
        ['请核对办学层次，或写入另一学段的方案。', 'Check its type, or put it in the plan of the other stage.'],
      );
    }
    if (nature === 'PRIVATE' && (licence === null || capacity === null)) {
      yield finding(
        'private-school-incomplete',
        'WARNING',
        placeOf(row, licence === null ? '办学许可证' : '办学规模'),
        [
          `民办学校“${name}”没有写明${licence === null ? '办学许可证' : '办学规模'}。`,
          `Of the private school "${name}" the ${licence === null ? 'licence' : 'capacity'} is not stated.`,
        ],
        ['请补上。', 'Add it.'],
      );
    }
  }
}

/** Every school that is named stands in the register. */
export function* unknownSchools({ rows }: Subject, items: readonly PlacedItem[]): Generator<Finding> {
  const known = new Set(rows.schools.flatMap(({ values: { name } }) => (name === null ? [] : [schoolKey(name)])));
  const named = [
    ...rows.plans.map((row) => ({ name: row.values.school, at: placeOf(row, '学校名称') })),
    ...rows.results.map((row) => ({ name: row.values.school, at: placeOf(row, '学校名称') })),
    ...rows.areas.flatMap((row) => (row.values.schools ?? []).map((name) => ({ name, at: placeOf(row, '对口学校') }))),
  ];
  const told = new Set<string>();
  for (const { name, at } of named) {
    if (name === null || known.has(schoolKey(name)) || told.has(`${at.sheet} ${at.row} ${name}`)) continue;
    told.add(`${at.sheet} ${at.row} ${name}`);
    yield finding(
      'unknown-school',
      'ERROR',
      at,
      [`“${name}”不在学校名录中。`, `"${name}" is not in the register of schools.`],
      ['请核对校名，或在学校名录中补上。', 'Check the name, or add the school to the register.'],
    );
  }
  if (rows.areas.length === 0) return;
  const served = new Set(items.flatMap(({ schools }) => schools.map(schoolKey)));
  for (const row of rows.schools) {
    const { name, nature } = row.values;
    if (name === null || nature !== 'PUBLIC' || served.has(schoolKey(name))) continue;
    yield finding(
      'school-without-area',
      'WARNING',
      placeOf(row, '学校名称'),
      [`公办学校“${name}”没有划定招生范围。`, `The public school "${name}" has no catchment area.`],
      ['每所公办学校都应划定招生范围。', 'Every public school must have one.'],
    );
  }
}
