import { levelNamed, responseLevels, warningLevels } from '../../core/emergency-scales.ts';
import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import type { FormRow } from '../../core/form/form.ts';
import type { eventForms } from './forms.ts';
import { isEnd, type Step, type StepScale } from './model.ts';

type Row = FormRow<(typeof eventForms)['forms']['steps']['fields']>;

/** A step and the row it stands in. */
export interface SourcedStep {
  readonly step: Step;
  readonly row: Row;
}

const levelUnknown = ({ sheet, row }: Row, level: string, scale: StepScale): Finding => {
  const { name, levels, labels } = scale === 'WARNING' ? warningLevels : responseLevels;
  const words: readonly { readonly zh: string; readonly en: string }[] = levels.map(
    (one) => (labels as Record<string, { zh: string; en: string }>)[one] ?? { zh: one, en: one },
  );
  return finding(
    'unknown-level',
    'ERROR',
    { sheet, row, column: '级别' },
    [`“${level}”不是${name.zh}。`, `"${level}" is no ${name.en}.`],
    [`请写：${words.map(({ zh }) => zh).join('、')}。`, `Write one of: ${words.map(({ en }) => en).join(', ')}.`],
  );
};

/** Which scale a row is about: as it says, by what it does, by its colour, or the only one in force. */
function scaleOf({ values: { scale, type, level } }: Row, open: ReadonlySet<StepScale>): StepScale | null {
  if (scale !== null) return scale;
  if (type === 'WARNED') return 'WARNING';
  if (type === 'ACTIVATED') return 'RESPONSE';
  if (level !== null && /[红橙黄蓝]/.test(level)) return 'WARNING';
  if (level !== null && /[ⅠⅡⅢⅣIV]/.test(level)) return 'RESPONSE';
  if (type !== null && isEnd({ type })) return null;
  return open.has('RESPONSE') ? 'RESPONSE' : 'WARNING';
}

/** The steps of a table in their order, and levels that are none. */
export function stepsOf(rows: readonly Row[]): { readonly steps: SourcedStep[]; readonly findings: Finding[] } {
  const findings: Finding[] = [];
  const open = new Set<StepScale>();
  const steps = rows.flatMap((row): SourcedStep[] => {
    const { type, at, level, places, matter, measures, issuer, issuedAt, until } = row.values;
    if (type === null || at === null) return [];
    const scale = scaleOf(row, open);
    if (isEnd({ type })) for (const one of [...open]) if (scale === null || scale === one) open.delete(one);
    if (!isEnd({ type }) && scale !== null) open.add(scale);
    const warningLevel = scale === 'WARNING' && level !== null ? levelNamed(warningLevels, level) : null;
    const responseLevel = scale === 'RESPONSE' && level !== null ? levelNamed(responseLevels, level) : null;
    if (level !== null && scale !== null && warningLevel === null && responseLevel === null)
      findings.push(levelUnknown(row, level, scale));
    return [
      {
        row,
        step: {
          type,
          scale,
          warningLevel,
          responseLevel,
          at,
          places: places ?? [],
          matter,
          measures: measures ?? [],
          issuer,
          issuedAt,
          until,
        },
      },
    ];
  });
  return { steps, findings };
}
