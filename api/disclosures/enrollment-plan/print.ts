import { printForms } from '../../core/form/print-forms.ts';
import type { PrintedSheet } from '../../core/printed-sheet.ts';
import { coverOf } from '../cover.ts';
import type { Draft } from '../kind.ts';
import { formSet } from './forms.ts';
import type { EnrollmentPlan } from './model.ts';

/** A plan as the workbook its department publishes. */
export const printPlan = ({ metadata, content }: Draft<EnrollmentPlan>): PrintedSheet[] =>
  printForms(
    formSet,
    { ...coverOf(metadata), ...content.facts },
    {
      schools: content.schools,
      plans: content.plans,
      areas: content.areas,
      categories: content.categories,
      timeline: content.timeline,
      results: content.results,
    },
  );
