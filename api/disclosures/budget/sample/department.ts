import type { Amounts, Level, Stage } from '../model.ts';
import { dutiesOf } from './duties.ts';
import { chance, combine, nothing, type Series, series, splitSeries } from './figures.ts';
import { classified, type Item, type MadeTable, ownOnly, shown, TableBuilder } from './table-builder.ts';

/** Tables of departments are printed to 0.01 万元. */
const unitFen = 10_000n;

const common: readonly (readonly [code: string, share: number])[] = [
  ['2080505', 0.09],
  ['2080506', 0.04],
  ['2101101', 0.05],
  ['2210201', 0.07],
];

/** 人员 and 公用: economic codes and their shares. */
const personnel: readonly (readonly [string, number])[] = [
  ['30101', 26],
  ['30102', 18],
  ['30103', 8],
  ['30107', 12],
  ['30108', 9],
  ['30109', 4],
  ['30110', 5],
  ['30113', 8],
  ['30302', 6],
];
const operating: readonly (readonly [string, number])[] = [
  ['30201', 20],
  ['30202', 3],
  ['30205', 2],
  ['30206', 6],
  ['30207', 3],
  ['30211', 8],
  ['30212', 1],
  ['30215', 2],
  ['30216', 3],
  ['30217', 4],
  ['30228', 6],
  ['30231', 10],
  ['30239', 20],
  ['30299', 12],
];

export interface DepartmentYear {
  readonly seed: number;
  readonly body: string;
  readonly year: number;
  readonly stage: Stage;
  readonly level: Level;
  /** How large it is beside a department of the county: a unit is smaller. */
  readonly size: number;
}

/** “三公”经费 of a department, which buys no vehicles. */
export interface ThreePublic {
  readonly abroad: Series;
  readonly reception: Series;
  readonly running: Series;
}

interface Spending {
  readonly basic: Series;
  readonly project: Series;
}

class DepartmentTables {
  readonly #of: DepartmentYear;
  readonly #items: readonly Item<Spending>[];

  constructor(of: DepartmentYear) {
    this.#of = of;
    const listed = dutiesOf(of.body);
    // Emergency management had no class of its own before 2019: work safety stood under 215.
    const inYear = (code: string): string => (of.year < 2019 ? code.replace(/^224/, '215') : code);
    const whole = listed.reduce((sum, [, wan]) => sum + wan, 0);
    this.#items = [
      ...listed.map(([code, wan], index) => ({
        ...this.#item(code, wan, index === 0 ? 0.85 : 0.35),
        code: inYear(code),
      })),
      ...common.map(([code, share]) => this.#item(code, whole * share, 1)),
    ];
  }

  #item(code: string, wan: number, basicShare: number): Item<Spending> {
    const { seed, body, year, size } = this.#of;
    const magnitude = wan * 1e4 * size * (0.6 + 0.8 * chance(seed, body, code));
    const whole = series(seed, `${body} ${code}`, year, magnitude, unitFen);
    const [basic = nothing, project = nothing] =
      basicShare === 1 ? [whole, nothing] : splitSeries(whole, [basicShare, 1 - basicShare], unitFen);
    return { code, figures: { basic, project } };
  }

  #builder(form: string): TableBuilder {
    return new TableBuilder(form, {
      year: this.#of.year,
      stage: this.#of.stage,
      level: this.#of.level,
      unit: '万元',
      scale: 2,
    });
  }

  #own(figures: Series): Amounts {
    return ownOnly(this.#of.stage, figures);
  }

  #sums(below: readonly Spending[]) {
    const basic = combine(below.map((one) => one.basic));
    const project = combine(below.map((one) => one.project));
    return { basic, project, whole: combine([basic, project]) };
  }

  get #all() {
    return this.#sums(this.#items.map(({ figures }) => figures));
  }

  /** 支出表 and 一般公共预算财政拨款支出表: total, basic, project. */
  #spending(form: string): MadeTable {
    const cells = ({ basic, project, whole }: { basic: Series; project: Series; whole: Series }) => ({
      TOTAL: this.#own(whole),
      BASIC: this.#own(basic),
      PROJECT: this.#own(project),
    });
    const builder = this.#builder(form).total('YEAR_TOTAL', '合计', cells(this.#all));
    for (const { code, below } of classified(this.#items)) builder.add({ code, amounts: cells(this.#sums(below)) });
    return builder.finish();
  }

  /** 收入表: everything comes from appropriations. */
  #revenue(): MadeTable {
    const cells = ({ whole }: { whole: Series }) => ({
      TOTAL: this.#own(whole),
      APPROPRIATION: this.#own(whole),
      OTHER_REVENUE: this.#own(nothing),
    });
    const builder = this.#builder('REVENUE').total('YEAR_TOTAL', '合计', cells(this.#all));
    for (const { code, below } of classified(this.#items)) builder.add({ code, amounts: cells(this.#sums(below)) });
    return builder.finish();
  }

  /** Revenue on the left, classes of expenditure on the right; the table of appropriations shows them fund by fund. */
  #summary(form: 'SUMMARY' | 'APPROPRIATION_SUMMARY'): MadeTable {
    const side = 'EXPENDITURE' as const;
    const spent = (figures: Series) =>
      form === 'SUMMARY' ? { TOTAL: this.#own(figures) } : { TOTAL: this.#own(figures), GENERAL: this.#own(figures) };
    const { whole } = this.#all;
    const income = { TOTAL: this.#own(whole) };
    const name = form === 'SUMMARY' ? '一、一般公共预算财政拨款收入' : '一、一般公共预算财政拨款';
    const builder = this.#builder(form)
      .add({ name, depth: 1, side: 'REVENUE', amounts: income })
      .total('YEAR_TOTAL', '本年收入合计', income, 'REVENUE')
      .total('GRAND_TOTAL', '总计', income, 'REVENUE');
    for (const { code, below } of classified(this.#items)) {
      if (code.length === 3) builder.add({ code, side, amounts: spent(this.#sums(below).whole) });
    }
    return builder
      .total('YEAR_TOTAL', '本年支出合计', spent(whole), side)
      .total('GRAND_TOTAL', '总计', spent(whole), side)
      .finish();
  }

  /** Economic lines behind basic expenditure; the three public expenses are among them. */
  #economic() {
    const [people = nothing, office = nothing] = splitSeries(this.#all.basic, [0.84, 0.16], unitFen);
    const of = (whole: Series, list: readonly (readonly [string, number])[]) => {
      const parts = splitSeries(
        whole,
        list.map(([, weight]) => weight),
        unitFen,
      );
      return list.map(([code], index) => ({ code, figures: parts[index] ?? nothing }));
    };
    return { people, office, personnel: of(people, personnel), operating: of(office, operating) };
  }

  #basic(): MadeTable {
    const { people, office, personnel: persons, operating: costs } = this.#economic();
    const cells = (person: Series, cost: Series) => ({
      TOTAL: this.#own(combine([person, cost])),
      BASIC_PERSONNEL: this.#own(person),
      BASIC_OPERATING: this.#own(cost),
    });
    const builder = this.#builder('APPROPRIATION_BASIC').total('YEAR_TOTAL', '合计', cells(people, office));
    for (const { code, below } of classified(persons)) builder.add({ code, amounts: cells(combine(below), nothing) });
    for (const { code, below } of classified(costs)) builder.add({ code, amounts: cells(nothing, combine(below)) });
    return builder.finish();
  }

  get threePublic(): ThreePublic {
    const { operating: costs } = this.#economic();
    const of = (code: string) => costs.find((each) => each.code === code)?.figures ?? nothing;
    return { abroad: of('30212'), reception: of('30217'), running: of('30231') };
  }

  #threePublic(): MadeTable {
    const { abroad, reception, running } = this.threePublic;
    const both = (figures: Series) => {
      const { approved, final } = shown(this.#of.stage, figures);
      return { TOTAL: { ...this.#own(nothing), approved, ...(this.#of.stage === 'BUDGET' ? {} : { final }) } };
    };
    const row = (code: string, name: string, depth: number, figures: Series) => ({
      code,
      scheme: 'ITEM' as const,
      name,
      depth,
      amounts: both(figures),
    });
    return this.#builder('THREE_PUBLIC')
      .add(row('TOTAL', '合计', 0, combine([abroad, running, reception])))
      .add(row('ABROAD', '因公出国（境）费', 1, abroad))
      .add(row('VEHICLES', '公务用车购置及运行维护费', 1, running))
      .add(row('VEHICLE_PURCHASE', '公务用车购置费', 2, nothing))
      .add(row('VEHICLE_RUNNING', '公务用车运行维护费', 2, running))
      .add(row('RECEPTION', '公务接待费', 1, reception))
      .finish();
  }

  make(): readonly MadeTable[] {
    return [
      this.#summary('SUMMARY'),
      this.#revenue(),
      this.#spending('EXPENDITURE'),
      this.#summary('APPROPRIATION_SUMMARY'),
      this.#spending('APPROPRIATION'),
      this.#basic(),
      this.#threePublic(),
      this.#builder('APPROPRIATION_FUND').finish('注：本部门没有政府性基金预算财政拨款收支，本表为空表。'),
      this.#builder('APPROPRIATION_CAPITAL').finish('注：本部门没有国有资本经营预算财政拨款支出，本表为空表。'),
    ];
  }
}

/** The nine tables of a department's or unit's budget or final accounts in one year, all of which agree (示例). */
export const departmentTables = (of: DepartmentYear): readonly MadeTable[] => new DepartmentTables(of).make();

/** The same department's three public expenses, which the county adds up. */
export const departmentThreePublic = (of: DepartmentYear): ThreePublic => new DepartmentTables(of).threePublic;
