import { FindingList } from '../../core/finding-list.ts';
import { readForms } from '../../core/form/read-forms.ts';
import { metadataOf } from '../cover.ts';
import type { Draft, SourceTables } from '../kind.ts';
import { stages } from './codes.ts';
import { formSet, ownFacts } from './forms.ts';
import type { EnrollmentPlan } from './model.ts';
import { guarded } from './personal.ts';
import { check } from './rules/check.ts';

const nothing: EnrollmentPlan = {
  facts: {
    year: null,
    stage: null,
    bornFrom: null,
    bornTo: null,
    policy: null,
    hotline: null,
    complaints: null,
    rules: null,
  },
  schools: [],
  plans: [],
  areas: [],
  categories: [],
  timeline: [],
  results: [],
};

const valuesOf = <Values>(rows: readonly { readonly values: Values }[]): Values[] => rows.map(({ values }) => values);

/** 义务教育招生入学 in the forms a county publishes. Never throws on bad data; a list of named children is refused whole. */
export async function readEnrollmentPlan(source: SourceTables): Promise<Draft<EnrollmentPlan>> {
  const { workbook, found } = guarded(source.workbook);
  const read = await readForms({ ...source, workbook }, formSet);
  const facts = Object.fromEntries(
    Object.keys(ownFacts).map((key) => [key, read.facts[key as keyof typeof ownFacts]]),
  ) as unknown as EnrollmentPlan['facts'];
  const stage = facts.stage === null ? '' : stages[facts.stage];
  const { metadata, findings } = metadataOf(read.facts, {
    title: `${facts.year ?? ''}年${stage}招生入学`,
    topic: '11',
    subtopic: '11-02',
    eventClasses: ['SCHOOLING'],
  });
  // What would name a child is not repeated anywhere, not even in what is wrong with other cells.
  if (found.length > 0) return { metadata: { ...metadata, title: '' }, content: nothing, findings: found };
  const all = new FindingList();
  all.addAll(read.findings);
  all.addAll(findings);
  all.addAll(check({ facts, formedOn: metadata.formedOn, rows: read.rows, texts: read.texts }));
  return {
    metadata,
    content: {
      facts,
      schools: valuesOf(read.rows.schools),
      plans: valuesOf(read.rows.plans),
      areas: valuesOf(read.rows.areas),
      categories: valuesOf(read.rows.categories),
      timeline: valuesOf(read.rows.timeline),
      results: valuesOf(read.rows.results),
    },
    findings: all.all(),
    memory: read.memory,
  };
}
