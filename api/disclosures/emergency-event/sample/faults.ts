import { firstRow } from '../../../core/form/print-forms.ts';
import type { SampleFile, SampleOptions } from '../../kind.ts';
import { type Expected, type Fault, sampleFilesOf } from '../../sample-files.ts';
import { eventForms } from '../forms.ts';
import type { Episode, Step } from '../model.ts';
import { printEpisode } from '../print.ts';
import { sampleEpisodes } from './episodes.ts';

const { zh: sheet } = eventForms.forms.steps.label;

/** Plants an error in one step, by its place; null where an episode has no such step. */
const inStep = (
  name: string,
  rule: string,
  find: (steps: readonly Step[]) => number,
  change: (step: Step) => Partial<Step>,
): Fault<Episode> =>
  inSteps(name, (steps) => {
    const index = find(steps);
    const changed = steps.map((step, position) => (position === index ? { ...step, ...change(step) } : step));
    return index < 0 ? null : { steps: changed, expected: [{ rule, sheet, row: firstRow + index }] };
  });

const inSteps = (
  name: string,
  spoil: (steps: readonly Step[]) => { readonly steps: readonly Step[]; readonly expected: Expected } | null,
): Fault<Episode> => ({
  name,
  plant: (draft) => {
    const spoilt = spoil(draft.content.steps);
    return (
      spoilt && {
        sheets: printEpisode({ ...draft, content: { ...draft.content, steps: spoilt.steps } }),
        expected: spoilt.expected,
      }
    );
  },
});

const first =
  (type: Step['type']) =>
  (steps: readonly Step[]): number =>
    steps.findIndex((step) => step.type === type);

const faults: readonly Fault<Episode>[] = [
  inStep('no-places', 'incomplete-warning', first('WARNED'), () => ({ places: [] })),
  inStep('no-advice', 'incomplete-warning', first('WARNED'), () => ({ measures: [] })),
  inStep('no-issue-time', 'incomplete-warning', first('WARNED'), () => ({ issuedAt: null })),
  inStep('no-expected-end', 'incomplete-activation', first('ACTIVATED'), () => ({ until: null })),
  inStep('no-response-matter', 'incomplete-activation', first('ACTIVATED'), () => ({ matter: null })),
  inStep(
    'raised-downwards',
    'level-not-raised',
    (steps) => steps.findIndex(({ type }, index) => type === 'RAISED' && steps[index + 1]?.type === 'ENDED'),
    () => ({ responseLevel: 'IV' }),
  ),
  inSteps('out-of-order', (steps) => {
    const [one, two, ...others] = steps;
    if (!one || !two || others.length < 2) return null;
    return {
      steps: [one, { ...two, at: others[0]?.at ?? two.at }, { ...(others[0] as Step), at: two.at }, ...others.slice(1)],
      expected: [{ rule: 'steps-out-of-order', sheet, row: firstRow + 2 }],
    };
  }),
  inStep('ended-early', 'ended-before-start', first('ENDED'), () => ({ at: '2019-01-01T08:00' })),
  inSteps('after-the-end', (steps) => {
    const last = steps.at(-1);
    const [begun] = steps;
    return last?.type === 'ENDED' && begun?.type === 'WARNED'
      ? {
          steps: [...steps, { ...begun, at: last.at, issuedAt: last.at }],
          expected: [{ rule: 'step-after-end', sheet, row: firstRow + steps.length }],
        }
      : null;
  }),
  inSteps('no-beginning', (steps) =>
    steps[0]?.type === 'WARNED' && steps[1]?.type === 'ENDED'
      ? { steps: steps.slice(1), expected: [{ rule: 'no-beginning', sheet, row: firstRow }] }
      : null,
  ),
  {
    name: 'another-scale',
    plant: (draft) => ({
      sheets: printEpisode(draft).map((one) =>
        one.name === sheet
          ? {
              ...one,
              rows: one.rows.map((row, index) =>
                index === firstRow - 1 ? row.map((cell, column) => (column === 2 ? '特别重大' : cell)) : row,
              ),
            }
          : one,
      ),
      expected: [{ rule: 'unknown-level', sheet, row: firstRow }],
    }),
  },
];

/** Episodes as their departments would fill them in, then one file for each error. */
export const sampleFiles = ({
  faults: withFaults,
  ...options
}: SampleOptions & { readonly faults: boolean }): Generator<SampleFile> =>
  sampleFilesOf(sampleEpisodes(options), printEpisode, withFaults ? faults : []);
