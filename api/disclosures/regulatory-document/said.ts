import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import { importFields, sayFact } from '../../core/said-at-import.ts';
import { yearsOf } from './effective-period.ts';

/** What a publisher may say of a document beside its text (`--set`). */
const labels = ['发布机构', '有效期'];

const unknownFact = (label: string): Finding =>
  finding(
    'unknown-fact',
    'ERROR',
    { column: label },
    [
      `“${importFields.set.zh}”（--set）中的“${label}”不是已知的栏目。`,
      `"${importFields.set.en}" (--set) names "${label}", which is no field.`,
    ],
    [`可用：${labels.join('、')}。`, `There are: ${labels.join(', ')} (publisher, period).`],
  );

const notAPeriod = (text: string): Finding =>
  finding(
    'not-a-period',
    'ERROR',
    { column: '有效期' },
    [`有效期“${text}”不是 1 至 30 的整年数。`, `"${text}" is no period of 1 to 30 whole years.`],
    [`请${sayFact('有效期=5年').zh}。`, `Say it so: ${sayFact('有效期=5年').en}.`],
  );

/**
 * What was said of a document: by which rule it lapses where its text states no period (未写明有效期的), and what of that
 * cannot be read.
 */
export function said(given: ReadonlyMap<string, string>): {
  readonly years: number | null;
  readonly findings: readonly Finding[];
} {
  const period = given.get('有效期');
  const years = period === undefined ? null : yearsOf(period);
  return {
    years,
    findings: [
      ...[...given.keys()].filter((label) => !labels.includes(label)).map(unknownFact),
      ...(period !== undefined && years === null ? [notAPeriod(period)] : []),
    ],
  };
}
