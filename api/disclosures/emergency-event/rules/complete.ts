import type { Finding } from '../../../core/finding.ts';
import { finding } from '../../../core/finding-list.ts';
import { rankOfStep } from '../periods.ts';
import type { SourcedStep } from '../steps.ts';

type Lack = readonly [column: string, en: string, isMissing: boolean, isGrave: boolean];

/** 突发事件应对法 art. 64: 类别 (on the cover), 级别、起始时间、可能影响的范围、警示事项、应采取的措施、发布单位、发布时间. */
const ofWarning = ({ step }: SourcedStep): readonly Lack[] => [
  ['级别', 'level', rankOfStep(step) === null, true],
  ['影响范围', 'places', step.places.length === 0, true],
  ['应采取的措施', 'measures', step.measures.length === 0, true],
  ['警示或响应事项', 'matter', step.matter === null, false],
  ['签发单位', 'issuer', step.issuer === null, false],
  ['发布时间', 'time of issue', step.issuedAt === null, false],
];

/** Art. 72: 响应事项、级别、预计期限、应急处置措施. */
const ofActivation = ({ step }: SourcedStep): readonly Lack[] => [
  ['级别', 'level', rankOfStep(step) === null, true],
  ['应采取的措施', 'measures', step.measures.length === 0, true],
  ['警示或响应事项', 'matter', step.matter === null, false],
  ['预计期限', 'expected end', step.until === null, false],
];

const lackOf = (
  { row: { sheet, row } }: SourcedStep,
  [column, en, , isGrave]: Lack,
  [rule, zh, english, article]: readonly [string, string, string, string],
): Finding =>
  finding(
    rule,
    isGrave ? 'ERROR' : 'WARNING',
    { sheet, row, column },
    [`${zh}没有写明“${column}”（突发事件应对法第${article}条）。`, `The ${english} does not state its ${en}.`],
    [`请补上“${column}”。`, `Add "${column}".`],
  );

/** What the law wants a warning and an activation to state. */
export const checkComplete = (steps: readonly SourcedStep[]): Finding[] =>
  steps.flatMap((one) => {
    const { type } = one.step;
    // A level that cannot be read was told already.
    const isLevelTold = one.row.values.level !== null;
    const lacks = type === 'WARNED' ? ofWarning(one) : type === 'ACTIVATED' ? ofActivation(one) : [];
    const words =
      type === 'WARNED'
        ? (['incomplete-warning', '预警', 'warning', '六十四'] as const)
        : (['incomplete-activation', '应急响应', 'activation', '七十二'] as const);
    return lacks
      .filter(([column, , isMissing]) => isMissing && !(column === '级别' && isLevelTold))
      .map((lack) => lackOf(one, lack, words));
  });
