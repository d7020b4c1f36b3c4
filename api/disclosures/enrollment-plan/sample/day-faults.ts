import type { LocalDate } from '../../../core/local-date.ts';
import type { Fault } from '../../sample-files.ts';
import type { EnrollmentPlan } from '../model.ts';
import { printPlan } from '../print.ts';
import { at, change, replace } from './plant.ts';

const stepAt = (content: EnrollmentPlan, name: string): number =>
  content.timeline.findIndex(({ step }) => step === name);

/** Errors of days: the birth window, steps out of their order, windows that differ. */
export const dayFaults: readonly Fault<EnrollmentPlan>[] = [
  change('birth-window', (content) => ({
    content: {
      ...content,
      facts: { ...content.facts, bornTo: `${(content.facts.bornTo ?? '').slice(0, 4)}-09-30` as LocalDate },
    },
    expected: [{ rule: 'birth-window' }],
  })),
  change('timeline-out-of-order', (content) => {
    const index = stepAt(content, 'RESULT');
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
    const index = stepAt(content, 'SUPPLEMENT');
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
  {
    name: 'published-after-opening',
    plant: (draft) => {
      const index = stepAt(draft.content, 'REGISTRATION');
      const formedOn = `${draft.content.facts.year}-07-20` as LocalDate;
      return {
        sheets: printPlan({ ...draft, metadata: { ...draft.metadata, formedOn } }),
        expected: [at('published-after-opening', 'timeline', index)],
      };
    },
  },
  change('timeline-overlaps', (content) => {
    const index = stepAt(content, 'SUPPLEMENT');
    const one = content.timeline[index];
    const from = content.timeline[stepAt(content, 'RESULT')]?.to ?? null;
    return one && from
      ? {
          content: { ...content, timeline: replace(content.timeline, index, { ...one, from }) },
          expected: [at('timeline-overlaps', 'timeline', index)],
        }
      : null;
  }),
  change('timeline-outside-year', (content) => {
    const index = stepAt(content, 'ENROLMENT');
    const one = content.timeline[index];
    const late = `${(content.facts.year ?? 0) + 1}-08-31` as LocalDate;
    return one
      ? {
          content: { ...content, timeline: replace(content.timeline, index, { ...one, from: late, to: late }) },
          expected: [at('timeline-outside-year', 'timeline', index)],
        }
      : null;
  }),
];
