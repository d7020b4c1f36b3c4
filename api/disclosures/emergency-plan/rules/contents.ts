import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import type { Plan } from '../model.ts';
import type { PlanRows } from './rows.ts';

/** What a plan must contain (突发事件应对法 art. 28). */
const required: readonly (readonly [zh: string, en: string, pattern: RegExp])[] = [
  ['组织指挥体系与职责', 'organization and duties', /组织|指挥|职责/],
  ['预防与预警机制', 'prevention and warning', /预防|预警|监测/],
  ['处置程序', 'procedure', /处置程序|应急响应|应急处置|响应程序|抢险救援/],
  ['应急保障措施', 'support', /保障/],
  ['事后恢复与重建措施', 'recovery', /恢复|善后|重建|后期处置/],
];

const withoutCounty: Finding = finding(
  'town-plan-without-county',
  'WARNING',
  { column: '上级预案' },
  ['镇、村预案没有写明所衔接的县级预案。', 'A plan of a town or village names no plan of the county that it rests on.'],
  ['请写明“上级预案：桓台县…应急预案”。', 'Write 上级预案：… with the name of the county’s plan.'],
);

/** What the law wants a plan to contain, and what a lower plan must rest on. */
export function checkContents(plan: Plan, rows: PlanRows): Finding[] {
  const headings = rows.chapters.map(({ values }) => values.heading ?? '').join('\n');
  const missing = required.filter(([, , pattern]) => !pattern.test(headings));
  const sheet = rows.chapters[0]?.sheet ?? null;
  const isLower = plan.level === 'TOWN' || plan.level === 'VILLAGE';
  const citesCounty =
    plan.upperPlan !== null ||
    rows.chapters.some(({ values }) => /[县区市][^。《》]{0,20}应急预案/.test(values.text ?? ''));
  return [
    ...(missing.length === 0 || plan.name === ''
      ? []
      : [
          finding(
            'missing-chapter',
            plan.isAbridged ? 'NOTICE' : 'WARNING',
            { sheet, column: '章节标题' },
            [
              `缺少法定内容：${missing.map(([zh]) => zh).join('、')}（突发事件应对法第二十八条）。`,
              `What the law requires is missing: ${missing.map(([, en]) => en).join(', ')}.`,
            ],
            [
              '请补上相应章节；部分内容不公开的，请写明“是否简本：是”。',
              'Add the chapters; where parts are withheld say 是否简本：是.',
            ],
          ),
        ]),
    ...(isLower && !citesCounty ? [withoutCounty] : []),
  ];
}
