import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOf } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

interface Sum {
  readonly amount: string;
}

describe.each(databases)('sums of budgets on $name', ({ open }) => {
  let platform: TestServer;

  beforeAll(async () => {
    platform = await openServer(await open({ beginning: sampleOf(72) }));
  }, 120_000);
  afterAll(() => platform.close());

  test.each([
    ['SUMMARY', 'EXPENDITURE'],
    ['APPROPRIATION_SUMMARY', 'APPROPRIATION'],
  ])('of a table with both sides one is summed, what is spent unless the other is asked: %s', async (table, spent) => {
    interface Row {
      readonly code: { code: string } | null;
      readonly final: { amount: string } | null;
    }
    const totals = async (asked: string, rest = '') =>
      (
        await platform.ask<{ budgetTotals: Row[] }>(
          `{ budgetTotals(level: DEPARTMENT, organizations: ["县财政局"], fromYear: 2024, toYear: 2024, table: ${asked}${rest}) { code { code } final { amount share } } }`,
        )
      ).budgetTotals;
    const grouped = ', groupBy: [YEAR, CODE]';
    expect(await totals(table)).toEqual(await totals(spent));
    expect(await totals(table, ', side: EXPENDITURE')).toEqual(await totals(table));
    expect((await totals(table, grouped)).every(({ code }) => code !== null)).toBe(true);
    const [revenue] = await totals(table, ', side: REVENUE');
    expect(Number(revenue?.final?.amount)).toBeGreaterThan(0);
    expect((await totals(table, `${grouped}, side: REVENUE`)).every(({ code }) => code?.code[0] !== '2')).toBe(true);
    const refused = await platform.request(
      `{ budgetTotals(level: DEPARTMENT, table: ${spent}, side: REVENUE) { year } }`,
    );
    expect(refused.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(refused.errors[0]?.message).toMatch(/没有 side: REVENUE.*has no side REVENUE/);
  });

  test('who spent most over the budget comes first, by what the accounts themselves state', async () => {
    const { budgetTotals } = await platform.ask<{
      budgetTotals: { approvedInAccounts: Sum; final: Sum; overBudget: Sum }[];
    }>(
      '{ budgetTotals(level: COUNTY_TOTAL, table: GENERAL_EXPENDITURE, fromYear: 2024, toYear: 2024, groupBy: [CODE], orderBy: overBudget) { approvedInAccounts { amount } final { amount } overBudget { amount } } }',
    );
    const over = budgetTotals.map(({ overBudget }) => Number(overBudget.amount));
    expect(over.length).toBeGreaterThan(10);
    expect(over).toEqual([...over].sort((left, right) => right - left));
    expect(over.map((amount) => amount.toFixed(2))).toEqual(
      budgetTotals.map(({ final, approvedInAccounts }) =>
        (Number(final.amount) - Number(approvedInAccounts.amount)).toFixed(2),
      ),
    );
    expect(over.some((amount) => amount !== 0)).toBe(true);
  });

  test('accounts that state no budget are held against the budget of the same body and year; what has neither is last, without a rank', async () => {
    interface Row {
      readonly rank: number | null;
      readonly organization: { readonly name: string };
      readonly approved: Sum | null;
      readonly approvedInAccounts: Sum | null;
      readonly final: Sum;
      readonly overBudget: Sum | null;
    }
    const asked = (groupBy: string) =>
      platform.ask<{ budgetTotals: Row[] }>(
        `{ budgetTotals(level: DEPARTMENT, table: EXPENDITURE, fromYear: 2024, toYear: 2024, groupBy: [${groupBy}], orderBy: overBudget) {
          rank organization { name } approved { amount } approvedInAccounts { amount } final { amount } overBudget { amount } } }`,
      );
    const { budgetTotals } = await asked('ORGANIZATION');
    const known = budgetTotals.filter(({ approved }) => approved !== null);
    expect(known.length).toBeGreaterThan(0);
    expect(budgetTotals.slice(0, known.length)).toEqual(known);
    for (const [index, { rank, approved, approvedInAccounts, final, overBudget }] of known.entries()) {
      expect([rank, approvedInAccounts]).toEqual([index + 1, null]);
      expect(overBudget?.amount).toBe((Number(final.amount) - Number(approved?.amount)).toFixed(2));
    }
    const unknown = budgetTotals.slice(known.length);
    expect(unknown.length).toBeGreaterThan(0);
    expect(unknown.every(({ rank, overBudget }) => rank === null && overBudget === null)).toBe(true);
    // A department whose budget is not public does not make the others look as if they had spent more.
    const [all] = (await asked('YEAR')).budgetTotals;
    const sum = known.reduce((total, { overBudget }) => total + Number(overBudget?.amount), 0);
    expect(Number(all?.overBudget?.amount)).toBeCloseTo(sum, 2);
  });

  test.each(['prior', 'approved', 'approvedInAccounts', 'adjusted', 'executed', 'final'])(
    'whatever is asked for, only those who have it are ranked: %s',
    async (measure) => {
      const { budgetTotals } = await platform.ask<{ budgetTotals: { rank: number | null; measure: Sum | null }[] }>(
        `{ budgetTotals(level: DEPARTMENT, table: THREE_PUBLIC, depth: 0, groupBy: [YEAR, ORGANIZATION], orderBy: ${measure}) { rank measure: ${measure} { amount } } }`,
      );
      expect(budgetTotals.map(({ rank }) => rank)).toEqual(
        budgetTotals.map((row, index) => (row.measure === null ? null : index + 1)),
      );
    },
  );
});
