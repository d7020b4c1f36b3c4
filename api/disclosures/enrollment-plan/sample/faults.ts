import { firstRow } from '../../../core/form/print-forms.ts';
import type { LocalDate } from '../../../core/local-date.ts';
import type { Draft } from '../../kind.ts';
import type { Expected, Fault } from '../../sample-files.ts';
import { forms } from '../forms.ts';
import type { EnrollmentPlan } from '../model.ts';
import { printPlan } from '../print.ts';

type PlanDraft = Draft<EnrollmentPlan>;
type Content = EnrollmentPlan;

const sheetOf = (form: keyof typeof forms): string => forms[form].label.zh;
const at = (rule: string, form: keyof typeof forms, index: number): Expected[number] => ({
  rule,
  sheet: sheetOf(form),
  row: firstRow + index,
});

/** A fault that changes the content and leads to what `expected` says. */
const change = (
  name: string,
  edit: (content: Content, draft: PlanDraft) => { readonly content: Content; readonly expected: Expected } | null,
): Fault<EnrollmentPlan> => ({
  name,
  plant: (draft) => {
    const changed = edit(draft.content, draft);
    return changed && { sheets: printPlan({ ...draft, content: changed.content }), expected: changed.expected };
  },
});

const replace = <Item>(items: readonly Item[], index: number, item: Item): Item[] =>
  items.map((one, position) => (position === index ? item : one));

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

const step = (content: Content, name: string): number => content.timeline.findIndex((one) => one.step === name);

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
  change('birth-window', (content) => ({
    content: {
      ...content,
      facts: { ...content.facts, bornTo: `${(content.facts.bornTo ?? '').slice(0, 4)}-09-30` as LocalDate },
    },
    expected: [{ rule: 'birth-window' }],
  })),
  change('timeline-out-of-order', (content) => {
    const index = step(content, 'RESULT');
    const result = content.timeline[index];
    const early = `${content.facts.year}-07-01` as LocalDate;
    return result
      ? {
          content: { ...content, timeline: replace(content.timeline, index, { ...result, from: early, to: early }) },
          expected: [at('timeline-out-of-order', 'timeline', index)],
        }
      : null;
  }),
  change('step-ends-before-start', (content) => {
    const index = step(content, 'SUPPLEMENT');
    const one = content.timeline[index];
    return one
      ? {
          content: {
            ...content,
            timeline: replace(content.timeline, index, { ...one, to: `${content.facts.year}-08-12` as LocalDate }),
          },
          expected: [at('step-ends-before-start', 'timeline', index)],
        }
      : null;
  }),
  change('registration-windows-differ', (content) => {
    const index = content.timeline.findIndex(
      ({ step: name, audience }) => name === 'REGISTRATION' && audience === 'PRIVATE',
    );
    const one = content.timeline[index];
    return one
      ? {
          content: {
            ...content,
            timeline: replace(content.timeline, index, { ...one, to: `${content.facts.year}-07-11` as LocalDate }),
          },
          expected: [at('registration-windows-differ', 'timeline', index)],
        }
      : null;
  }),
  change('selective-admission', (content) => ({
    content: { ...content, facts: { ...content.facts, rules: '新生须参加入学测试，择优录取。' } },
    expected: [{ rule: 'selective-admission' }],
  })),
  {
    name: 'published-after-opening',
    plant: (draft) => {
      const index = step(draft.content, 'REGISTRATION');
      const formedOn = `${draft.content.facts.year}-07-20` as LocalDate;
      return {
        sheets: printPlan({ ...draft, metadata: { ...draft.metadata, formedOn } }),
        expected: [at('published-after-opening', 'timeline', index)],
      };
    },
  },
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
