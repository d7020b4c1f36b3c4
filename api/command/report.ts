import type { Finding } from '../core/finding.ts';

const words = { ERROR: '错误 ERROR', WARNING: '提醒 WARNING', NOTICE: '说明 NOTICE' } as const;

function place({ sheet, ...inSheet }: Finding): string {
  const { row, column } = inSheet;
  if (sheet !== undefined) return `“${sheet}” ${place(inSheet)}`;
  if (row === undefined) return '';
  return column === undefined ? `第 ${row} 行 row ${row} ` : `第 ${row} 行第 ${column} 列 row ${row} column ${column} `;
}

/** One finding as a person reads it in a terminal: how bad, where, what, and what to do. */
export function findingLines(finding: Finding): string {
  const { severity, rule, message, remedy } = finding;
  const lines = [`${words[severity]}  ${place(finding)}[${rule}]`, `  ${message.zh}`, `  ${message.en}`];
  if (remedy) lines.push(`  → ${remedy.zh}`, `  → ${remedy.en}`);
  return lines.join('\n');
}

export function countsLine(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, notices] = [count('ERROR'), count('WARNING'), count('NOTICE')];
  return `${errors} 个错误，${warnings} 个提醒，${notices} 个说明 / ${errors} errors, ${warnings} warnings, ${notices} notices`;
}

const order = { ERROR: 0, WARNING: 1, NOTICE: 2 } as const;

/** Worst first, then by place in the file. */
export const sorted = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (left, right) => order[left.severity] - order[right.severity] || (left.row ?? 0) - (right.row ?? 0),
  );
