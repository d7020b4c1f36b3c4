import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { post } from './raw.ts';

const [database] = databases;
if (!database) throw new Error('no database');

let server: TestServer;
let base: string;
beforeAll(async () => {
  server = await openServer(await sampleCounty(database, 10));
  base = await server.listen();
});
afterAll(() => server.close());

describe('a value of no enumeration is refused with those there are', () => {
  test.each([
    ['in the query', '{ budgetTotals(level: PROVINCE, table: EXPENDITURE) { year } }', {}],
    ['as a text', '{ budgetTotals(level: "DEPARTMENT", table: EXPENDITURE) { year } }', {}],
    [
      'in a variable',
      'query ($level: BudgetLevel!) { budgetTotals(level: $level, table: EXPENDITURE) { year } }',
      { level: 'province' },
    ],
  ])('%s', async (_, query, variables) => {
    const answer = await post(base, { query, variables });
    const [{ message }] = JSON.parse(answer.body.toString()).errors;
    expect(message).toMatch(/：BudgetLevel 可取 COUNTY_OWN、.*DEPARTMENT.* \/ .*It takes: COUNTY_OWN, .*DEPARTMENT/);
  });
});
