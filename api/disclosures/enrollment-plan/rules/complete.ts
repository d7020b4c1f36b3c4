import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import type { Subject } from './subject.ts';

const needed = {
  schools: { sheet: '学校名录', en: 'schools' },
  areas: { sheet: '招生范围', en: 'areas' },
} as const;

/** A plan without schools or areas would tell every parent that no school is theirs. */
export function* complete({ rows }: Subject): Generator<Finding> {
  for (const name of Object.keys(needed) as (keyof typeof needed)[]) {
    if (rows[name].length > 0) continue;
    const { sheet, en } = needed[name];
    yield finding(
      'plan-incomplete',
      'ERROR',
      { sheet },
      [`《${sheet}》没有一行，家长查不到学校。`, `The plan lists no ${en}: no parent would find a school.`],
      [
        '每一版都要写全：只补充招生结果时，其他各表也照填。',
        'Every edition states the whole plan: fill in the other tables too when only results are added.',
      ],
    );
  }
}
