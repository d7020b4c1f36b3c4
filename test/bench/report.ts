import type { Looked } from './plans.ts';
import { median, type Round } from './rounds.ts';

/** A target of the platform against one peer: at least so many times its requests a second. */
export interface Target {
  readonly peer: string;
  readonly atLeast: number;
}

export interface Result {
  readonly title: string;
  readonly names: readonly string[];
  /** Per contestant, the platform first. */
  readonly rounds: readonly (readonly Round[])[];
  readonly targets: readonly Target[];
}

const whole = (value: number): string => (Number.isNaN(value) ? '–' : Math.round(value).toLocaleString('en'));
const width = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

/** A Markdown table, its columns aligned. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) =>
    Math.max(...[header, ...rows].map((row) => width(row[column] ?? '')), title.length),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join(' | ')} |`;
  return [line(header), `|${widths.map((size) => '-'.repeat(size + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}

const of = (rounds: readonly Round[], key: keyof Round): number[] => rounds.map((round) => round[key]);

function ratioOf({ names, rounds }: Result, { peer, atLeast }: Target): string {
  const theirs = rounds[names.indexOf(peer)] ?? [];
  // Round by round: the two were measured seconds apart.
  const ratios = (rounds[0] ?? []).map(({ perSecond }, index) => perSecond / (theirs[index]?.perSecond ?? Number.NaN));
  const ratio = median(ratios);
  return `${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}) | ≥ ${atLeast} | ${ratio >= atLeast ? '✓' : '✗'}`;
}

export function figures(results: readonly Result[]): string {
  const rows = results.flatMap((result) =>
    result.names.map((name, index) => {
      const rounds = result.rounds[index] ?? [];
      const rates = of(rounds, 'perSecond');
      const target = result.targets.find(({ peer }) => peer === name);
      return [
        index === 0 ? result.title : '',
        name,
        whole(median(rates)),
        `${whole(Math.min(...rates))}–${whole(Math.max(...rates))}`,
        median(of(rounds, 'p99')).toFixed(0),
        whole(median(of(rounds, 'cpu'))),
        ...(target ? ratioOf(result, target).split(' | ') : ['', '', '']),
      ];
    }),
  );
  return table(
    ['row', 'server', 'requests/s', 'min–max', 'p99 ms', 'µs processor', 'platform ÷ it', 'target', ''],
    rows,
  );
}

export const lookedTable = (looked: readonly Looked[]): string =>
  table(
    ['question', 'statements', 'ms, median', 'slowest statement, ms'],
    looked.map(({ name, statements, ms, slowest }) => [name, String(statements), ms.toFixed(1), slowest.ms.toFixed(1)]),
  );
