import type { BudgetLine } from '../model.ts';

const yearOf = ({ name }: BudgetLine): number | null => {
  const match = /(20\d{2})年/.exec(name);
  return match ? Number(match[1]) : null;
};

/**
 * A table of debt names its balances by years: the earlier is where the year began, the later where it ended, and of
 * several limits the one of that later year is the one it must keep to.
 */
export function debtByYears(lines: readonly BudgetLine[]): BudgetLine[] {
  const balances = lines.filter(({ code }) => code === 'BALANCE_END' || code === 'BALANCE_START');
  const years = [...new Set(balances.flatMap((line) => yearOf(line) ?? []))].sort();
  const [first, last] = [years[0], years.at(-1)];
  // 其中：一般债务 follows the line it is part of, which alone names the year.
  let year: number | null = null;
  let item: string | null = null;
  return lines.map((line) => {
    const own = yearOf(line);
    if (own !== null || line.code !== item) {
      year = own;
      item = line.code;
    }
    if (year === null || first === undefined || last === undefined) return line;
    if (line.code === 'BALANCE_END' && first !== last && year === first) return { ...line, code: 'BALANCE_START' };
    if (line.code === 'LIMIT' && year !== last) return { ...line, code: 'LIMIT_OTHER_YEAR' };
    return line;
  });
}
