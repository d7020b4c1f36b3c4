import { firstRow, printForm } from '../../../core/form/print-forms.ts';
import { addDays, type LocalDate } from '../../../core/local-date.ts';
import type { PrintedSheet } from '../../../core/printed-sheet.ts';
import type { SampleFile, SampleOptions } from '../../kind.ts';
import { type Expected, type Fault, sampleFilesOf } from '../../sample-files.ts';
import { planForms } from '../forms.ts';
import type { Plan } from '../model.ts';
import { printPlan } from '../print.ts';
import { samplePlans } from './plans.ts';

const { responses, chapters, phones, grades, drills } = planForms.forms;
const at = (rule: string, sheet: string | null, row?: number): Expected => [
  { rule, ...(sheet === null ? {} : { sheet }), ...(row === undefined ? {} : { row }) },
];

/** Plants an error in what a plan states; null for a plan it cannot stand in. */
const inPlan = (name: string, spoil: (plan: Plan) => Plan | null, expected: Expected): Fault<Plan> => ({
  name,
  plant: (draft) => {
    const content = spoil(draft.content);
    return content && { sheets: printPlan({ ...draft, content }), expected };
  },
});

const inSheet = (
  name: string,
  sheet: string,
  change: (one: PrintedSheet) => PrintedSheet,
  expected: Expected,
): Fault<Plan> => ({
  name,
  plant: (draft) => ({
    sheets: printPlan(draft).map((one) => (one.name === sheet ? change(one) : one)),
    expected,
  }),
});

const hasFour = ({ responses: own }: Plan): boolean => own.length === 4;

const faults: readonly Fault<Plan>[] = [
  inPlan(
    'level-left-out',
    (plan) => (hasFour(plan) ? { ...plan, responses: plan.responses.filter(({ level }) => level !== 'II') } : null),
    at('levels-not-contiguous', responses.label.zh, firstRow),
  ),
  inPlan(
    'level-twice',
    (plan) => ({
      ...plan,
      responses: plan.responses.flatMap((one, index) => (index === 1 ? [one, one] : [one])),
    }),
    at('duplicate-level', responses.label.zh, firstRow + 2),
  ),
  inPlan(
    'weaker-condition',
    (plan) =>
      plan.responses[0]?.conditions[0]?.includes('24小时降雨量达到200毫米')
        ? {
            ...plan,
            responses: plan.responses.map((one, index) =>
              index === 0 ? { ...one, conditions: ['全县3个以上镇（街道）24小时降雨量达到120毫米以上'] } : one,
            ),
          }
        : null,
    at('condition-weaker', responses.label.zh, firstRow),
  ),
  {
    name: 'unknown-level',
    plant: (draft) => {
      const { length } = draft.content.responses;
      return {
        sheets: printPlan(draft).map((sheet) =>
          sheet.name === responses.label.zh
            ? { ...sheet, rows: [...sheet.rows.slice(0, -1), ['橙色', ...(sheet.rows.at(-1) ?? []).slice(1)]] }
            : sheet,
        ),
        expected: at('unknown-level', responses.label.zh, firstRow + length - 1),
      };
    },
  },
  inPlan(
    'mobile-number',
    (plan) => ({
      ...plan,
      phones: plan.phones.map((one, index) => (index === 1 ? { ...one, phone: '13900000000' } : one)),
    }),
    at('personal-contact', phones.label.zh, firstRow + 1),
  ),
  inPlan(
    'person-named',
    (plan) => ({ ...plan, phones: plan.phones.map((one, index) => (index === 0 ? { ...one, unit: '王小明' } : one)) }),
    at('personal-contact', phones.label.zh, firstRow),
  ),
  inPlan(
    'no-recovery',
    (plan) => ({ ...plan, chapters: plan.chapters.filter(({ number }) => number !== '6') }),
    at('missing-chapter', chapters.label.zh),
  ),
  inPlan(
    'filed-late',
    (plan) => ({ ...plan, filedOn: addDays(plan.formedOn ?? ('2021-01-01' as LocalDate), 90) }),
    at('filed-late', null),
  ),
  inPlan(
    'no-drill',
    (plan) =>
      plan.drills.length > 2
        ? { ...plan, drills: [plan.drills[0], plan.drills.at(-1)].flatMap((one) => one ?? []) }
        : null,
    at('drill-overdue', null),
  ),
  inPlan(
    'town-alone',
    (plan) => (plan.level === 'TOWN' ? { ...plan, upperPlan: null, chapters: plan.chapters.slice(1) } : null),
    at('town-plan-without-county', null),
  ),
  {
    name: 'graded-social-security',
    plant: (draft) =>
      draft.content.eventClass === 'SOCIAL_SECURITY'
        ? {
            sheets: [
              ...printPlan(draft),
              printForm(grades, [{ grade: 'EXTRAORDINARY', criteria: ['全县范围内停供'] }]),
            ],
            expected: at('graded-social-security', grades.label.zh, firstRow),
          }
        : null,
  },
  inSheet(
    'no-day',
    drills.label.zh,
    (sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row, index) => (index === firstRow - 1 ? ['某年某月', ...row.slice(1)] : row)),
    }),
    at('not-a-day', drills.label.zh, firstRow),
  ),
];

/** Plans as their departments would fill them in, then one file for each error. */
export const sampleFiles = ({
  faults: withFaults,
  ...options
}: SampleOptions & { readonly faults: boolean }): Generator<SampleFile> =>
  sampleFilesOf(samplePlans(options), printPlan, withFaults ? faults : []);
