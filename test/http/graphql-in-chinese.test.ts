import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

const [database] = databases;
if (!database) throw new Error('no database');

let server: TestServer;
beforeAll(async () => {
  server = await openServer(await emptyCounty(database));
});
afterAll(() => server.close());

const list = (where: string) => `{ regulatoryDocuments(where: { ${where} }) { totalCount } }`;
const budget = (rest: string, fields = 'year') => `{ budgetTotals(${rest}) { ${fields} } }`;

describe('what is wrong with a query is told in Chinese, with names, and in English', () => {
  test.each([
    [
      '{ regulatoryDocument(by: { number: "x" }) { titel } }',
      '类型 RegulatoryDocument 没有字段 titel；是不是 title？',
      'Cannot query field "titel"',
    ],
    [
      '{ regulatoryDocuments(fist: 1) { totalCount } }',
      'Query.regulatoryDocuments 没有参数 fist；是不是 first、last？',
      'Unknown argument "fist"',
    ],
    [
      'query ($a: Strin) { regulatoryDocuments(search: $a) { totalCount } }',
      '没有类型 Strin；是不是 String',
      'Unknown type "Strin"',
    ],
    [
      list('validity: { eq: IN_FORCE }'),
      '此处要 String（文字，须加双引号），却是 IN_FORCE；请写 "IN_FORCE"',
      'Text stands in quotation marks: write "IN_FORCE".',
    ],
    [
      budget('level: "DEPARTMENT", table: EXPENDITURE'),
      'BudgetLevel 是枚举，它的值不加引号，却是 "DEPARTMENT"',
      'without quotation marks',
    ],
    [
      budget('level: "县级", table: EXPENDITURE'),
      'BudgetLevel 是枚举，"县级" 不是它的值',
      'cannot represent non-enum value',
    ],
    [
      budget('level: DEPARTMENTS, table: EXPENDITURE'),
      'BudgetLevel 是枚举，DEPARTMENTS 不是它的值；是不是 DEPARTMENT',
      'does not exist in "BudgetLevel" enum',
    ],
    [
      '{ regulatoryDocuments(first: "1") { totalCount } }',
      '此处要 Int（整数，不加引号），却是 "1"',
      'Int cannot represent non-integer value',
    ],
    [list('topic: { isNull: "x" }'), '此处要 Boolean（true 或 false，不加引号），却是 "x"', 'Boolean cannot represent'],
    [list('colour: { eq: "x" }'), '输入类型 RegulatoryDocumentWhere 没有 colour 这一项', 'is not defined by type'],
    [
      budget('level: DEPARTMENT'),
      'budgetTotals 缺少必填参数 table（类型 BudgetForm!）',
      'is required, but it was not provided',
    ],
    [
      '{ regulatoryDocuments { nodes } }',
      '字段 nodes 是 [RegulatoryDocument!]!，须写明要它的哪些字段：nodes { … }',
      'must have a selection of subfields',
    ],
    [
      '{ regulatoryDocuments { totalCount { x } } }',
      '字段 totalCount 是 Int!，没有下级字段',
      'must not have a selection',
    ],
    ['{ regulatoryDocuments(first: $n) { totalCount } }', '变量 $n 没有声明', 'Variable "$n" is not defined'],
    [
      'query ($n: String) { regulatoryDocuments(first: $n) { totalCount } }',
      '变量 $n 声明为 String，用它的地方要 Int',
      'used in position expecting type "Int"',
    ],
    ['query ($n: Int) { regulatoryDocuments { totalCount } }', '变量 $n 声明了而没有用到', 'never used'],
    ['{ ...a }', '没有片段 a', 'Unknown fragment "a"'],
    [
      '{ node(id: "x") { title } }',
      '类型 Node 没有字段 title；它在下级类型里，请用内联片段 ... on 写明类型；是不是 ',
      'inline fragment',
    ],
    ['{\n  regulatoryDocuments(first: 1 {', '第 2 行第 32 列，此处应为 名称，却是 "{"', 'Syntax Error: Expected Name'],
    ['{ regulatoryDocuments', '第 1 行第 22 列，此处应为 名称，却是 结尾', 'found <EOF>'],
    ["{ regulatoryDocuments(search: 'x') { totalCount } }", '此处有单引号；文字须用双引号', 'single quote'],
    ['{ regulatoryDocuments（first: 1） { totalCount } }', '此处不能有字符', 'Unexpected character'],
  ])('%s', async (query, zh, en) => {
    const { errors } = await server.request(query);
    const messages = errors.map(({ message }) => message);
    const found = messages.find((message) => message.includes(zh)) ?? messages.join('\n');
    expect(found).toContain(zh);
    const [chinese = '', english = ''] = found.split(' / ');
    expect(chinese).toMatch(/^查询(与数据结构不符|语法有误)：/);
    expect(english).toContain(en);
  });

  test.each([
    [{ level: 'COUNTY_OWN', first: 'x' }, '变量 $first：此处要 Int（整数，不加引号），却是 "x"'],
    [{}, '没有给变量 $level 的值（类型 BudgetLevel!，必填）'],
    [{ level: 'PROVINCE' }, '变量 $level：BudgetLevel 是枚举，PROVINCE 不是它的值'],
  ])('variables too: %j', async (variables, zh) => {
    const { errors } = await server.request(
      'query ($level: BudgetLevel!, $first: Int) { budgetTotals(level: $level, table: EXPENDITURE, first: $first) { year } }',
      variables,
    );
    const found = errors.map(({ message }) => message).join('\n');
    expect(found).toContain(zh);
    expect(found).toContain(' / Variable "$');
  });
});

test('a long value is told shortly in Chinese, and cannot part the languages', async () => {
  const { errors } = await server.request(list(`validity: { eq: { a: "${'x / '.repeat(200)}" } }`));
  const [{ message } = { message: '' }] = errors;
  expect(message).toMatch(
    /^查询与数据结构不符：此处要 String（文字，须加双引号），却是 [^/]*(\/[^ ][^/]*)*… \/ String cannot/,
  );
});
