import { addDays, type LocalDate } from '../../../core/local-date.ts';
import { sampleOrganizations } from '../../../core/sample/organizations.ts';
import { sampleUnit } from '../../../core/sample/units.ts';
import type { Draft, SampleOptions } from '../../kind.ts';
import { linesOf } from '../lines.ts';
import type { BudgetLine, BudgetReport, Level, Stage } from '../model.ts';
import { departmentTables, departmentThreePublic } from './department.ts';
import { chance, firstYear } from './figures.ts';
import { governmentTables } from './government.ts';
import type { MadeTable } from './table-builder.ts';

/** Ten years, 2015 to 2024. */
const years = Array.from({ length: 10 }, (_, index) => firstYear + index);

const stages: readonly Stage[] = ['BUDGET', 'FINAL_ACCOUNTS'];

const government = '桓台县人民政府';

/** Departments of the county, the two whose ten years are shown first before the others. */
const departments = sampleOrganizations
  .filter(({ type, divisionCode }) => (type === 'DEPARTMENT' || type === 'OFFICE') && divisionCode === '370321')
  .map(({ name }) => name)
  .sort((left, right) => Number(/教育|财政/.test(right)) - Number(/教育|财政/.test(left)));

interface Planned {
  readonly body: string;
  readonly level: Level;
  readonly year: number;
  readonly stage: Stage;
  readonly size: number;
}

/** What is made first when few are wanted: the government's ten years, every department's latest, two departments' ten. */
function* plan(units: number): Generator<Planned> {
  const whole = { level: 'COUNTY_TOTAL', size: 1 } as const;
  const own = { level: 'DEPARTMENT', size: 1 } as const;
  const last = years.at(-1) ?? firstYear;
  for (const stage of stages) for (const year of years) yield { body: government, ...whole, year, stage };
  for (const body of departments) yield { body, ...own, year: last, stage: 'FINAL_ACCOUNTS' };
  for (const [index, body] of departments.entries()) {
    for (const stage of stages) {
      for (const year of years) {
        if (year !== last || stage !== 'FINAL_ACCOUNTS') yield { body, ...own, year, stage };
      }
    }
    if (index === departments.length - 1) break;
  }
  for (let unit = 0; unit < units; unit += 1) {
    for (const stage of stages)
      for (const year of years) yield { body: sampleUnit(unit).name, level: 'UNIT', size: 0.15, year, stage };
  }
}

/** Budgets are approved at the beginning of their year, accounts in the autumn of the next. */
function approvalOf(seed: number, { body, year, stage }: Planned): LocalDate {
  const day = Math.floor(chance(seed, body, year, stage, 'day') * 25);
  return addDays((stage === 'BUDGET' ? `${year}-01-28` : `${year + 1}-08-24`) as LocalDate, day);
}

const words: Readonly<Record<string, string>> = { COUNTY_TOTAL: '政府', DEPARTMENT: '部门', UNIT: '单位' };

/** A report put together from its tables. */
export function assemble(
  planned: Omit<Planned, 'size'>,
  approvedOn: LocalDate | null,
  tables: readonly MadeTable[],
): Draft<BudgetReport> {
  const { body, level, year, stage } = planned;
  const place = body.replace(/人民政府$/, level === 'COUNTY_TOTAL' ? '' : '人民政府');
  const lines = linesOf(
    tables.flatMap(({ lines: rows }, table) => rows.map((line): BudgetLine => ({ ...line, table }))),
  );
  return {
    metadata: {
      title: `${year}年${place}${words[level] ?? ''}${stage === 'BUDGET' ? '预算' : '决算'}（示例）`,
      summary: null,
      attribute: 'PROACTIVE',
      topic: '04',
      subtopic: '04-01',
      eventClasses: [],
      formedOn: approvedOn,
      printedOn: null,
      effectiveFrom: null,
      effectiveTo: null,
      publisher: level === 'COUNTY_TOTAL' ? '桓台县财政局' : body,
    },
    content: {
      fiscalYear: year,
      stage,
      level,
      body,
      approvedOn,
      disclosedOn: null,
      narrative: null,
      tables: tables.map(({ table }) => table),
      lines,
    },
    findings: [],
  };
}

export function makeReport(seed: number, planned: Planned): Draft<BudgetReport> {
  const { body, level, year, stage, size } = planned;
  const tables =
    level === 'COUNTY_TOTAL'
      ? governmentTables({
          seed,
          year,
          stage,
          departments: departments.map((each) =>
            departmentThreePublic({ seed, body: each, year, stage, level: 'DEPARTMENT', size: 1 }),
          ),
        })
      : departmentTables({ seed, body, year, stage, level, size });
  return assemble(planned, approvalOf(seed, planned), tables);
}

/**
 * Ten years of the sample county's budgets and accounts (示例), which balance in every table, oldest first. The first
 * 120 or so hold about 10⁴ lines; with units added there is no end.
 */
export function* sampleBudgets({ seed, count, units = 0 }: SampleOptions): Generator<Draft<BudgetReport>> {
  const chosen: Planned[] = [];
  for (const planned of plan(units)) {
    if (chosen.length === count && units === 0) break;
    chosen.push(planned);
  }
  chosen.sort((left, right) => (approvalOf(seed, left) < approvalOf(seed, right) ? -1 : 1));
  for (const planned of chosen) yield makeReport(seed, planned);
}
