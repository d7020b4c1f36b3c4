import type { Draft, SampleFile, SampleOptions } from '../../kind.ts';
import type { BudgetReport } from '../model.ts';
import { printReport } from '../print.ts';
import { faults, spoil } from './faults.ts';
import { sampleBudgets } from './reports.ts';

const fileName = ({ metadata }: Draft<BudgetReport>): string => metadata.title.replace('（示例）', '');

/** Each kind of error in a report of its own: the first accounts of a government and of a department take their turns. */
function* spoilt(reports: readonly Draft<BudgetReport>[]): Generator<SampleFile> {
  for (const [index, fault] of faults.entries()) {
    const level = fault.of === 'government' ? 'COUNTY_TOTAL' : 'DEPARTMENT';
    const report = reports.find(
      ({ content }) => content.level === level && content.stage === 'FINAL_ACCOUNTS' && content.fiscalYear >= 2020,
    );
    if (!report) continue;
    const { sheets, expected } = spoil(report, fault);
    yield { name: `fault-${String(index + 1).padStart(2, '0')}-${fault.name}`, sheets, expected };
  }
}

/** Sample reports as workbooks in the shape departments publish, with a ledger of the errors planted in some. */
export function* sampleFiles({
  faults: withFaults,
  ...options
}: SampleOptions & { readonly faults: boolean }): Generator<SampleFile> {
  const reports: Draft<BudgetReport>[] = [];
  for (const report of sampleBudgets(options)) {
    // What errors are planted in is kept; of many the rest goes by.
    if (reports.length < 200) reports.push(report);
    const { metadata, content } = report;
    yield { name: fileName(report), sheets: printReport(metadata.title, metadata.publisher, content), expected: [] };
  }
  if (withFaults) yield* spoilt(reports);
}
