import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Kind } from '../../api/disclosures/kind.ts';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { importFile } from '../../api/importing/import.ts';
import type { Store } from '../../api/store/client.ts';
import { emptyCounty } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { onPaper, tester } from '../support/gate.ts';

const budget = kindNamed('budget') as Kind;

const accounts = (title: string, rows: string): string =>
  `${title}\n机构：桓台县人民政府\n单位：万元\n公开属性：主动公开\n${rows}`;

const expenses = accounts(
  '桓台县2010年一般公共预算“三公”经费支出决算表',
  '项目,决算数\n合计,300\n因公出国（境）费,0\n公务用车购置及运行维护费,100\n公务接待费,200\n',
);
const spending = accounts(
  '桓台县2010年一般公共预算支出决算表',
  '科目编码,科目名称,决算数\n201,一般公共服务支出,100\n205,教育支出,200\n,支出合计,300\n',
);

describe('a new edition of a report', () => {
  let store: Store;
  beforeAll(async () => {
    store = await emptyCounty({ name: 'PGlite', open: openMemory });
  });
  afterAll(() => store.close());

  const published = async (name: string, text: string) => {
    const imported = await importFile(
      store,
      budget,
      { name, bytes: new TextEncoder().encode(text), actor: tester, now: new Date() },
      onPaper,
    );
    expect(imported.outcome, JSON.stringify(imported)).toBe('published');
    return imported.findings.filter(({ rule }) => rule === 'tables-dropped');
  };

  test('that lacks tables of the one before is told which; one that has them is not', async () => {
    expect(await published('expenses.csv', expenses)).toEqual([]);
    expect(await published('mended.csv', expenses.replace('费,0', '费,—'))).toEqual([]);
    const [dropped] = await published('spending.csv', spending);
    expect(dropped).toMatchObject({ rule: 'tables-dropped', severity: 'WARNING' });
    expect(dropped?.message.zh).toMatch(/1 张：.*三公/);
    expect(dropped?.message.en).toMatch(/three public/i);
  });

  test('of another year has nothing to do with it', async () => {
    expect(await published('other.csv', spending.replace('2010', '2011'))).toEqual([]);
  });
});
