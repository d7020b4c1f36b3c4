import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { largeClass, standardClass, veryLargeClass } from '../codes.ts';
import { schoolKey } from './school-key.ts';
import { placeOf, type Subject } from './subject.ts';

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

/** Each school once in the plans and once in the results: a second row would contradict the first. */
export function* plannedOnce({ rows }: Subject): Generator<Finding> {
  for (const [form, label] of [
    [rows.plans, '招生计划'],
    [rows.results, '招生结果'],
  ] as const) {
    const seen = new Map<string, number>();
    for (const row of form) {
      const { school } = row.values;
      if (school === null) continue;
      const first = seen.get(schoolKey(school));
      if (first === undefined) seen.set(schoolKey(school), row.row);
      else
        yield finding(
          'duplicate-plan',
          'ERROR',
          placeOf(row, '学校名称'),
          [`“${school}”的${label}在第${first}行已列出。`, `"${school}" already has its row ${first} in this table.`],
          ['每所学校只列一行。', 'Give every school one row.'],
        );
    }
  }
}

/** A private school enrols no more than it is licensed for (办学规模), and nobody admits more than registered. */
export function* withinCapacity({ rows }: Subject): Generator<Finding> {
  const capacities = new Map(
    rows.schools.flatMap(({ values: { name, capacity } }) =>
      name === null || capacity === null ? [] : [[schoolKey(name), capacity] as const],
    ),
  );
  for (const row of rows.plans) {
    const { school, places } = row.values;
    const capacity = capacities.get(schoolKey(school ?? ''));
    if (places === null || capacity === undefined || places <= capacity) continue;
    yield finding(
      'plan-above-capacity',
      'WARNING',
      placeOf(row, '计划人数'),
      [
        `“${school ?? ''}”计划招生 ${places} 人，超过办学规模 ${capacity} 人。`,
        `"${school ?? ''}" plans ${places} children, above its capacity of ${capacity}.`,
      ],
      ['请核对计划人数和办学规模。', 'Check both numbers.'],
    );
  }
  for (const row of rows.results) {
    const { school, registered, admitted } = row.values;
    if (registered === null || admitted === null || admitted <= registered) continue;
    yield finding(
      'admitted-above-registered',
      'WARNING',
      placeOf(row, '录取人数'),
      [
        `“${school ?? ''}”录取 ${admitted} 人，多于报名 ${registered} 人。`,
        `"${school ?? ''}" admitted ${admitted}, more than the ${registered} who registered.`,
      ],
      ['请核对报名和录取人数。', 'Check both numbers.'],
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
