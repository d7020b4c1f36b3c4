import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, today } from '../../api/core/local-date.ts';
import type { Store } from '../../api/store/client.ts';
import { emptyCounty, importText, textOf } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';

let store: Store;
beforeAll(async () => {
  store = await emptyCounty({ name: 'PGlite', open: openMemory });
});
afterAll(() => store.close());

test('a day of signing that is still to come is told, and far ahead keeps the draft from being published', async () => {
  const inDays = async (days: number) => {
    const formedOn = addDays(today(new Date()), days);
    const imported = await importText(store, textOf({ subject: `做好示例工作${days}`, formedOn }), false);
    return imported.findings.flatMap(({ rule, severity }) => (rule === 'formed-in-future' ? [severity] : []));
  };
  expect(await inDays(0)).toEqual([]);
  expect(await inDays(7)).toEqual(['WARNING']);
  expect(await inDays(400)).toEqual(['ERROR']);
});
