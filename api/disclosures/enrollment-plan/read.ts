import { hasErrors } from '../../core/finding.ts';
import { FindingList } from '../../core/finding-list.ts';
import { readForms } from '../../core/form/read-forms.ts';
import { metadataOf } from '../cover.ts';
import type { Draft, SourceTables } from '../kind.ts';
import { stages } from './codes.ts';
import { ownFacts } from './forms.ts';
import type { EnrollmentPlan } from './model.ts';
import { readSet, rowsApart } from './one-table.ts';
import { guarded } from './personal.ts';
import { check } from './rules/check.ts';
import { totalsAddUp } from './rules/totals.ts';

const nothing: EnrollmentPlan = {
  facts: {
    year: null,
    stage: null,
    bornFrom: null,
    bornTo: null,
    policy: null,
    policyNumber: null,
    implementation: null,
    detailedRules: null,
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
  const { workbook, found } = guarded(source.workbook, source.given);
  const read = await readForms({ ...source, workbook }, readSet);
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
  if (hasErrors(found)) return { metadata: { ...metadata, title: '' }, content: nothing, findings: found };
  const rows = rowsApart(read.rows, facts.stage);
  const all = new FindingList();
  all.addAll(found);
  all.addAll(read.findings);
  all.addAll(findings);
  all.addAll(check({ facts, formedOn: metadata.formedOn, rows, texts: read.texts }));
  all.addAll(totalsAddUp(read.rows, read.totals));
  return {
    metadata,
    content: {
      facts,
      schools: valuesOf(rows.schools),
      plans: valuesOf(rows.plans),
      areas: valuesOf(rows.areas),
      categories: valuesOf(rows.categories),
      timeline: valuesOf(rows.timeline),
      results: valuesOf(rows.results),
    },
    findings: all.all(),
    memory: read.memory,
  };
}
