import type { Fault } from '../../sample-files.ts';
import type { EnrollmentPlan } from '../model.ts';
import { printPlan } from '../print.ts';
import { dayFaults } from './day-faults.ts';
import { at, change, replace } from './plant.ts';

/** Plans of one size a class, and what each is called. */
const classSize = (rule: string, perClass: number): Fault<EnrollmentPlan> =>
  change(rule, (content) => {
    const [plan] = content.plans;
    if (!plan) return null;
    return {
      content: { ...content, plans: replace(content.plans, 0, { ...plan, classes: 2, places: perClass * 2 }) },
      expected: [at(rule, 'plans', 0)],
    };
  });

/** Every kind of error, one a plan, and all that each leads to. */
export const faults: readonly Fault<EnrollmentPlan>[] = [
  change('place-in-two-areas', (content) => {
    const [first, second] = content.areas;
    const place = first?.places?.[0];
    if (!first || !second || place === undefined || first.town !== second.town) return null;
    return {
      content: {
        ...content,
        areas: replace(content.areas, 1, { ...second, places: [...(second.places ?? []), place] }),
      },
      expected: [at('place-in-two-areas', 'areas', 1)],
    };
  }),
  change('place-listed-twice', (content) => {
    const [first] = content.areas;
    const place = first?.places?.[0];
    if (!first || place === undefined) return null;
    return {
      content: { ...content, areas: replace(content.areas, 0, { ...first, places: [...(first.places ?? []), place] }) },
      expected: [at('place-listed-twice', 'areas', 0)],
    };
  }),
  change('door-ranges-overlap', (content) => {
    const index = content.areas.findIndex(({ parity }) => parity === 'EVEN');
    const area = content.areas[index];
    return area
      ? {
          content: { ...content, areas: replace(content.areas, index, { ...area, parity: 'ALL' }) },
          expected: [at('door-ranges-overlap', 'areas', index)],
        }
      : null;
  }),
  change('door-range-inverted', (content) => {
    const index = content.areas.findIndex(({ parity }) => parity === 'EVEN');
    const area = content.areas[index];
    return area
      ? {
          content: { ...content, areas: replace(content.areas, index, { ...area, doorFrom: 198, doorTo: 2 }) },
          expected: [at('door-range-inverted', 'areas', index)],
        }
      : null;
  }),
  change('unknown-school', (content) => {
    const [plan] = content.plans;
    return plan
      ? {
          content: { ...content, plans: [...content.plans, { ...plan, school: '没有这所小学' }] },
          expected: [at('unknown-school', 'plans', content.plans.length)],
        }
      : null;
  }),
  change('duplicate-school', (content) => {
    const [school] = content.schools;
    return school
      ? {
          content: { ...content, schools: [...content.schools, school] },
          expected: [at('duplicate-school', 'schools', content.schools.length)],
        }
      : null;
  }),
  change('school-code-malformed', (content) => {
    const [school] = content.schools;
    return school
      ? {
          content: { ...content, schools: replace(content.schools, 0, { ...school, code: '12345' }) },
          expected: [at('school-code-malformed', 'schools', 0)],
        }
      : null;
  }),
  change('private-school-incomplete', (content) => {
    const index = content.schools.findIndex(({ nature }) => nature === 'PRIVATE');
    const school = content.schools[index];
    return school
      ? {
          content: { ...content, schools: replace(content.schools, index, { ...school, licence: null }) },
          expected: [at('private-school-incomplete', 'schools', index)],
        }
      : null;
  }),
  change('school-without-area', (content) => {
    const [school] = content.schools;
    return school
      ? {
          content: { ...content, schools: [...content.schools, { ...school, name: '新建小学（示例）', code: null }] },
          expected: [at('school-without-area', 'schools', content.schools.length)],
        }
      : null;
  }),
  classSize('class-above-standard', 52),
  classSize('large-class', 60),
  classSize('very-large-class', 70),
  ...dayFaults,
  change('duplicate-plan', (content) => {
    const [plan] = content.plans;
    return plan
      ? {
          content: { ...content, plans: [...content.plans, plan] },
          expected: [at('duplicate-plan', 'plans', content.plans.length)],
        }
      : null;
  }),
  change('plan-above-capacity', (content) => {
    const index = content.schools.findIndex(({ nature }) => nature === 'PRIVATE');
    const school = content.schools[index];
    const plan = content.plans.findIndex(({ school: name }) => name === school?.name);
    return school && plan >= 0
      ? {
          content: { ...content, schools: replace(content.schools, index, { ...school, capacity: 10 }) },
          expected: [at('plan-above-capacity', 'plans', plan)],
        }
      : null;
  }),
  change('admitted-above-registered', (content) => {
    const [result] = content.results;
    return result
      ? {
          content: {
            ...content,
            results: replace(content.results, 0, { ...result, registered: 1, admitted: 2 }),
          },
          expected: [at('admitted-above-registered', 'results', 0)],
        }
      : null;
  }),
  change('school-of-other-stage', (content) => {
    const [school] = content.schools;
    return school
      ? {
          content: {
            ...content,
            schools: replace(content.schools, 0, {
              ...school,
              type: content.facts.stage === 'PRIMARY' ? 'JUNIOR' : 'PRIMARY',
            }),
          },
          expected: [at('school-of-other-stage', 'schools', 0)],
        }
      : null;
  }),
  change('polygon-malformed', (content) => {
    const [area] = content.areas;
    return area
      ? {
          content: {
            ...content,
            areas: [...content.areas, { ...area, kind: 'POLYGON', places: ['{"type":"Polygon","coordinates":[]}'] }],
          },
          expected: [at('polygon-malformed', 'areas', content.areas.length)],
        }
      : null;
  }),
  change('policy-number-malformed', (content) => ({
    content: { ...content, facts: { ...content.facts, policyNumber: '第十二号文' } },
    expected: [{ rule: 'policy-number-malformed' }],
  })),
  change('link-malformed', (content) => ({
    content: { ...content, facts: { ...content.facts, implementation: '见县政府网站' } },
    expected: [{ rule: 'link-malformed' }],
  })),
  change('personal-data', (content) => {
    const [school] = content.schools;
    return school
      ? {
          content: { ...content, schools: replace(content.schools, 0, { ...school, phone: '13800000000' }) },
          expected: [at('personal-data', 'schools', 0)],
        }
      : null;
  }),
  change('lottery-missing', (content) => {
    const index = content.plans.findIndex(({ method }) => method === 'LOTTERY');
    const plan = content.plans[index];
    return plan
      ? {
          content: { ...content, plans: replace(content.plans, index, { ...plan, method: 'REGISTRATION' }) },
          expected: [at('lottery-missing', 'plans', index)],
        }
      : null;
  }),
  change('selective-admission', (content) => ({
    content: { ...content, facts: { ...content.facts, rules: '新生须参加入学测试，择优录取。' } },
    expected: [{ rule: 'selective-admission' }],
  })),
  {
    name: 'named-minors',
    plant: (draft) => ({
      sheets: [
        ...printPlan(draft),
        {
          name: '录取名单',
          rows: [
            ['序号', '学生姓名', '性别'],
            ['1', '某某', '男'],
          ],
          widths: [8, 16, 8],
        },
      ],
      expected: [{ rule: 'named-minors', sheet: '录取名单', row: 1 }],
    }),
  },
];
