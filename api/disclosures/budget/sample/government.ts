import { fen } from '../../../core/money.ts';
import { functions } from '../codes/function.ts';
import { classIn } from '../codes/subject.ts';
import type { Level, Stage } from '../model.ts';
import type { ThreePublic } from './department.ts';
import { chance, combine, nothing, type Series, series, splitSeries } from './figures.ts';
import { classified, type Item, type MadeTable, ownOnly, shown, TableBuilder } from './table-builder.ts';

const unitFen = 1_000_000n;

/** 亿元 a year in 2015, by class: about what a county of half a million people spends. */
const classes: Readonly<Record<string, number>> = {
  '201': 3.6,
  '204': 1.9,
  '205': 11.2,
  '206': 1.1,
  '207': 0.6,
  '208': 5.4,
  '210': 4.1,
  '211': 1.3,
  '212': 3.4,
  '213': 4.8,
  '214': 1.5,
  '215': 0.7,
  '216': 0.3,
  '220': 0.5,
  '221': 1.2,
  '222': 0.1,
  '224': 0.4,
};

const ofFunds = /^(21208|21213|21214|22904|22960|223|230|231|232|233)/;
const items = [...functions.keys()].filter(
  (code) => code.length === 7 && classes[code.slice(0, 3)] !== undefined && !ofFunds.test(code),
);
const fundItems: readonly (readonly [code: string, yi: number])[] = [
  ['2120801', 3.2],
  ['2120804', 1.1],
  ['2121301', 0.3],
  ['2121401', 0.2],
  ['2296002', 0.05],
  ['2296003', 0.03],
];
const revenueItems: readonly (readonly [code: string, yi: number])[] = [
  ['10101', 5.2],
  ['10104', 1.9],
  ['10106', 0.6],
  ['10107', 0.2],
  ['10109', 0.9],
  ['10110', 0.7],
  ['10111', 0.4],
  ['10112', 1.1],
  ['10113', 0.9],
  ['10114', 0.3],
  ['10118', 0.5],
  ['10119', 1.2],
  ['10302', 0.9],
  ['10304', 0.5],
  ['10305', 0.4],
  ['10307', 1.1],
  ['10399', 0.2],
];
const fundRevenue: readonly (readonly [code: string, yi: number])[] = [
  ['1030148', 5.2],
  ['1030156', 0.5],
  ['1030178', 0.3],
];
const towns = ['索镇街道', '少海街道', '起凤镇', '田庄镇', '荆家镇', '马桥镇', '新城镇', '唐山镇', '果里镇'];

export interface GovernmentYear {
  readonly seed: number;
  readonly year: number;
  readonly stage: Stage;
  /** Of every department in that year. */
  readonly departments: readonly ThreePublic[];
}

const yi = 1e8;

const make = ({ seed, year }: GovernmentYear, codes: readonly (readonly [string, number])[]): Item<Series>[] =>
  codes.map(([code, amount]) => ({ code, figures: series(seed, code, year, amount * yi, unitFen) }));

/** Items of the general budget: each class's magnitude shared out among its items. */
function generalItems(of: GovernmentYear): Item<Series>[] {
  // A class that was not in the list yet had no money.
  const known = items.filter((code) => classIn('FUNCTION', code, of.year) === 'valid');
  return known.map((code) => {
    const siblings = known.filter((other) => other.startsWith(code.slice(0, 3)));
    const weight = 0.2 + chance(of.seed, code, 'weight');
    const all = siblings.reduce((sum, other) => sum + 0.2 + chance(of.seed, other, 'weight'), 0);
    return {
      code,
      figures: series(of.seed, code, of.year, ((classes[code.slice(0, 3)] ?? 0) * yi * weight) / all, unitFen),
    };
  });
}

class GovernmentTables {
  readonly #of: GovernmentYear;
  readonly #tables: MadeTable[] = [];

  constructor(of: GovernmentYear) {
    this.#of = of;
  }

  #builder(form: string, level: Level = 'COUNTY_TOTAL', unit: '万元' | '亿元' = '万元', scale = 0): TableBuilder {
    return new TableBuilder(form, { year: this.#of.year, stage: this.#of.stage, level, unit, scale });
  }

  #all(figures: Series) {
    return { TOTAL: shown(this.#of.stage, figures) };
  }

  #coded(builder: TableBuilder, items: readonly Item<Series>[]): TableBuilder {
    for (const { code, below } of classified(items)) {
      const scheme = code.startsWith('1') ? 'REVENUE' : 'FUNCTION';
      builder.add({ code, scheme, amounts: this.#all(combine(below)) });
    }
    return builder;
  }

  /** Revenue and expenditure of a fund that balance: what is missing comes from the higher level. */
  #pair(
    fund: 'GENERAL' | 'FUND' | 'CAPITAL',
    income: readonly Item<Series>[],
    spending: readonly Item<Series>[],
  ): void {
    const { seed, year } = this.#of;
    const own = combine(income.map(({ figures }) => figures));
    const spent = combine(spending.map(({ figures }) => figures));
    const kept = series(seed, `${fund} kept`, year, Number(spent.final) / 100 / 40, unitFen);
    const before = series(seed, `${fund} kept`, year - 1, Number(spent.final) / 100 / 40, unitFen);
    const remitted = fund === 'GENERAL' ? series(seed, 'remitted', year, 0.6 * yi, unitFen) : nothing;
    const repaid = fund === 'GENERAL' ? series(seed, 'repaid', year, 0.9 * yi, unitFen) : nothing;
    const whole = combine([spent, remitted, repaid, kept]);
    const given = combine([whole, own, before], [1, -1, -1]);
    const revenue = this.#coded(this.#builder(`${fund}_REVENUE`), income)
      .total('YEAR_TOTAL', '本年收入合计', this.#all(own))
      .add({ code: fund === 'GENERAL' ? '11002' : '11004', scheme: 'REVENUE', amounts: this.#all(given) })
      .add({ code: '11008', scheme: 'REVENUE', amounts: this.#all(before) })
      .total('GRAND_TOTAL', '收入总计', this.#all(whole));
    const spread = this.#coded(this.#builder(`${fund}_EXPENDITURE`), spending).total(
      'YEAR_TOTAL',
      '本年支出合计',
      this.#all(spent),
    );
    if (fund === 'GENERAL') {
      spread
        .add({ code: '23006', scheme: 'FUNCTION', amounts: this.#all(remitted) })
        .add({ code: '23103', scheme: 'FUNCTION', amounts: this.#all(repaid) });
    }
    spread
      .add({ code: '23009', scheme: 'FUNCTION', amounts: this.#all(kept) })
      .total('GRAND_TOTAL', '支出总计', this.#all(whole));
    const ownItems = spending.map(({ code, figures }) => ({
      code,
      figures: splitSeries(figures, [0.85, 0.15], unitFen)[0] ?? figures,
    }));
    const ownTable = this.#coded(this.#builder(`${fund}_EXPENDITURE_OWN`, 'COUNTY_OWN'), ownItems).total(
      'YEAR_TOTAL',
      '本级支出合计',
      this.#all(combine(ownItems.map(({ figures }) => figures))),
    );
    this.#tables.push(revenue.finish(), spread.finish(), ownTable.finish());
  }

  #basic(spending: readonly Item<Series>[]): void {
    const whole = splitSeries(combine(spending.map(({ figures }) => figures)), [0.38, 0.62], unitFen)[0] ?? nothing;
    const codes = [
      '50101',
      '50102',
      '50103',
      '50199',
      '50201',
      '50202',
      '50203',
      '50206',
      '50208',
      '50299',
      '50501',
      '50502',
      '50901',
      '50905',
    ];
    const parts = splitSeries(whole, [30, 9, 6, 2, 8, 1, 1, 1, 1, 3, 28, 4, 3, 3], unitFen);
    const builder = this.#builder('GENERAL_BASIC', 'COUNTY_OWN').total('YEAR_TOTAL', '合计', this.#all(whole));
    for (const { code, below } of classified(
      codes.map((code, index) => ({ code, figures: parts[index] ?? nothing })),
    )) {
      builder.add({ code, scheme: 'ECONOMIC_GOVERNMENT', amounts: this.#all(combine(below)) });
    }
    this.#tables.push(builder.finish());
  }

  /** Transfers to towns: a row a town and their sum. */
  #regions(form: string, amount: number, projects: readonly string[] = ['']): void {
    const builder = this.#builder(form);
    const all: Series[] = [];
    for (const town of towns) {
      for (const project of projects) {
        const figures = series(
          this.#of.seed,
          `${form} ${town} ${project}`,
          this.#of.year,
          (amount * yi) / towns.length / projects.length,
          unitFen,
        );
        all.push(figures);
        builder.add({ name: `${town}${project}`, body: `${town}${project}`, amounts: this.#all(figures) });
      }
    }
    this.#tables.push(builder.total('YEAR_TOTAL', '合计', this.#all(combine(all))).finish());
  }

  #empty(form: string, statement: string): void {
    this.#tables.push(this.#builder(form).finish(statement));
  }

  /** Limits and balances in 亿元, kept within the limit from year to year. */
  #debt(): void {
    const { seed, stage } = this.#of;
    const unit = 10n ** 8n;
    const of = (type: string, year: number) => {
      const start = fen(
        BigInt(
          Math.round((type === 'DEBT_GENERAL' ? 2_400 : 1_500) + (year - 2015) * 180 + 40 * chance(seed, type, year)),
        ) * unit,
      );
      const end = fen(
        BigInt(
          Math.round(
            (type === 'DEBT_GENERAL' ? 2_400 : 1_500) + (year - 2014) * 180 + 40 * chance(seed, type, year + 1),
          ),
        ) * unit,
      );
      const repaid = fen(BigInt(Math.round(20 + 30 * chance(seed, type, year, 'repaid'))) * unit);
      return { start, end, repaid, issued: fen(end - start + repaid), limit: fen(end + 300n * unit) };
    };
    // A budget shows the year before, accounts their own.
    const year = stage === 'BUDGET' ? this.#of.year - 1 : this.#of.year;
    const parts = { DEBT_GENERAL: of('DEBT_GENERAL', year), DEBT_SPECIAL: of('DEBT_SPECIAL', year) };
    const rows = [
      ['BALANCE_START', `${year - 1}年末地方政府债务余额`, 'start'],
      ['LIMIT', `${year}年地方政府债务限额`, 'limit'],
      ['ISSUED', `${year}年地方政府债务发行额`, 'issued'],
      ['REPAID', `${year}年地方政府债务还本额`, 'repaid'],
      ['BALANCE_END', `${year}年末地方政府债务余额`, 'end'],
    ] as const;
    const own = (amount: ReturnType<typeof fen>) => ownOnly(stage, { ...nothing, approved: amount, final: amount });
    const whole = this.#builder('DEBT', 'COUNTY_TOTAL', '亿元', 2);
    const each = {
      DEBT_GENERAL: this.#builder('DEBT_GENERAL', 'COUNTY_TOTAL', '亿元', 2),
      DEBT_SPECIAL: this.#builder('DEBT_SPECIAL', 'COUNTY_TOTAL', '亿元', 2),
    };
    for (const [code, name, key] of rows) {
      const [general, special] = [parts.DEBT_GENERAL[key], parts.DEBT_SPECIAL[key]];
      whole.add({
        code,
        scheme: 'ITEM',
        name,
        amounts: { TOTAL: own(fen(general + special)), DEBT_GENERAL: own(general), DEBT_SPECIAL: own(special) },
      });
      each.DEBT_GENERAL.add({ code, scheme: 'ITEM', name, amounts: { DEBT_GENERAL: own(general) } });
      each.DEBT_SPECIAL.add({ code, scheme: 'ITEM', name, amounts: { DEBT_SPECIAL: own(special) } });
    }
    this.#tables.push(whole.finish(), each.DEBT_GENERAL.finish(), each.DEBT_SPECIAL.finish());
  }

  /** What all departments spend, to 0.01 万元 as they print it. */
  #threePublic(): void {
    const { departments } = this.#of;
    const all = (part: keyof ThreePublic): Series => combine(departments.map((each) => each[part]));
    const [abroad, reception, purchase, running] = [all('abroad'), all('reception'), nothing, all('running')];
    const vehicles = combine([purchase, running]);
    const add = (code: string, name: string, depth: number, figures: Series) => ({
      code,
      scheme: 'ITEM' as const,
      name,
      depth,
      amounts: this.#all(figures),
    });
    this.#tables.push(
      this.#builder('GOVERNMENT_THREE_PUBLIC', 'COUNTY_TOTAL', '万元', 2)
        .add(add('TOTAL', '合计', 0, combine([abroad, vehicles, reception])))
        .add(add('ABROAD', '因公出国（境）费', 1, abroad))
        .add(add('VEHICLES', '公务用车购置及运行维护费', 1, vehicles))
        .add(add('VEHICLE_PURCHASE', '公务用车购置费', 2, purchase))
        .add(add('VEHICLE_RUNNING', '公务用车运行维护费', 2, running))
        .add(add('RECEPTION', '公务接待费', 1, reception))
        .finish(),
    );
  }

  make(): readonly MadeTable[] {
    const general = generalItems(this.#of);
    this.#pair('GENERAL', make(this.#of, revenueItems), general);
    this.#basic(general);
    this.#regions('GENERAL_TRANSFERS', 2.1);
    this.#regions('SPECIAL_TRANSFERS', 0.8, ['农村公路养护补助', '基层组织运转补助']);
    this.#pair('FUND', make(this.#of, fundRevenue), make(this.#of, fundItems));
    this.#regions('FUND_TRANSFERS', 0.4);
    this.#pair(
      'CAPITAL',
      make(this.#of, [
        ['1030601', 0.12],
        ['1030602', 0.04],
      ]),
      make(this.#of, [
        ['2230107', 0.05],
        ['2230299', 0.08],
      ]),
    );
    this.#empty('CAPITAL_TRANSFERS', '注：本县国有资本经营预算没有对下转移支付数据，本表为空表。');
    for (const form of ['INSURANCE_BALANCE', 'INSURANCE_REVENUE', 'INSURANCE_EXPENDITURE']) {
      this.#empty(form, '注：社会保险基金预算由市级统筹编制，本县没有数据，本表为空表。');
    }
    this.#debt();
    if (this.#of.stage === 'FINAL_ACCOUNTS') {
      this.#regions('BONDS_GENERAL', 0.5, ['道路提升项目']);
      this.#regions('BONDS_SPECIAL', 0.9, ['学校建设项目']);
    }
    this.#threePublic();
    return this.#tables;
  }
}

/** The tables of the county's budget or final accounts in one year, all of which balance (示例). */
export const governmentTables = (of: GovernmentYear): readonly MadeTable[] => new GovernmentTables(of).make();
