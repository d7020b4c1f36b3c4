import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { labelKey } from '../../../core/table/labels.ts';
import { largeClass, standardClass, veryLargeClass } from '../codes.ts';
import { type PlacedItem, placeOf, type Subject } from './subject.ts';

/** A school is the same however its brackets are typed. */
export const schoolKey = (name: string): string => labelKey(name).replace(/[（(]/g, '(').replace(/[)）]/g, ')');

/** 学校名录: each school once, its code of ten digits, and of a private one its licence. */
export function* register({ rows }: Subject): Generator<Finding> {
  const seen = new Map<string, number>();
  for (const row of rows.schools) {
    const { name, code, nature, licence, capacity } = row.values;
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

/** 人数/班: at most 45 in primary and 50 in junior school; more than 55 is a large class, more than 65 a very large one. */
export function* classSizes({ facts, rows }: Subject): Generator<Finding> {
  const standard = facts.stage === null ? null : standardClass[facts.stage];
  for (const row of rows.plans) {
    const { school, classes, places } = row.values;
    if (classes === null || places === null || standard === null) continue;
    if (classes === 0 ? places === 0 : places / classes <= standard) continue;
    const size = classes === 0 ? null : Math.ceil((places * 10) / classes) / 10;
    const [rule, zh, en] =
      size === null || size > veryLargeClass
        ? ['very-large-class', '超大班额', 'a very large class']
        : size > largeClass
          ? ['large-class', '大班额', 'a large class']
          : ['class-above-standard', `超过每班 ${standard} 人的标准`, `above the standard of ${standard}`];
    yield finding(
      rule,
      'WARNING',
      placeOf(row, '计划人数'),
      [
        `“${school ?? ''}”${classes} 班 ${places} 人，每班 ${size ?? '—'} 人，${zh}。`,
        `"${school ?? ''}" plans ${places} children in ${classes} classes, ${size ?? '—'} each: ${en}.`,
      ],
      ['请增加班数或减少人数。', 'Plan more classes or fewer children.'],
    );
  }
}

/** 民办学校报名超过计划的，全部电脑随机录取. */
export function* lotteries({ rows }: Subject): Generator<Finding> {
  const schools = new Map(
    rows.schools.flatMap(({ values }) => (values.name === null ? [] : [[schoolKey(values.name), values] as const])),
  );
  const results = new Map(
    rows.results.flatMap(({ values }) => (values.school === null ? [] : [[schoolKey(values.school), values] as const])),
  );
  for (const row of rows.plans) {
    const { school, places, method } = row.values;
    if (school === null || schools.get(schoolKey(school))?.nature !== 'PRIVATE') continue;
    const registered = results.get(schoolKey(school))?.registered ?? null;
    if (method === 'LOTTERY' || places === null || registered === null || registered <= places) continue;
    yield finding(
      'lottery-missing',
      'WARNING',
      placeOf(row, '录取方式'),
      [
        `民办学校“${school}”报名 ${registered} 人，超过计划 ${places} 人，应当电脑随机录取。`,
        `${registered} registered at the private school "${school}" for ${places} places: admission must be by lottery.`,
      ],
      ['录取方式应为“电脑随机录取”。', 'Its method must be 电脑随机录取.'],
    );
  }
}
