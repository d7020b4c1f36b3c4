import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishPaper, sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { all, type Connection, type Listed, refusal } from './documents.ts';

type Value = string | number | null;
type Condition = Readonly<Record<string, unknown>>;

/** What each filter of the list looks at. */
const fields: Readonly<Record<string, (row: Listed) => Value>> = {
  number: ({ number }) => number?.text ?? null,
  issuerCode: ({ number }) => number?.issuerCode ?? null,
  year: ({ number }) => number?.year ?? null,
  genre: ({ genre }) => genre.code,
  topic: ({ topic }) => topic?.code ?? null,
  subtopic: ({ subtopic }) => subtopic?.code ?? null,
  publisher: ({ publisher }) => publisher.code,
  validity: ({ validity }) => validity.code,
  indexNumber: ({ indexNumber }) => indexNumber,
  formedOn: ({ formedOn }) => formedOn,
  effectiveFrom: ({ effectiveFrom }) => effectiveFrom,
  effectiveTo: ({ effectiveTo }) => effectiveTo,
  publishedAt: ({ modifiedAt }) => modifiedAt,
};

/** Only what is known may be asked for whole; any other is refused. */
const coded = ['genre', 'topic', 'subtopic', 'validity', 'publisher'];
const texts = ['number', 'issuerCode', 'indexNumber', ...coded];
const days = ['formedOn', 'effectiveFrom', 'effectiveTo'];

/** What an operator promises, absent values included: only ne, notIn and isNull hold for them. */
const holds: Readonly<Record<string, (value: Value, operand: never) => boolean>> = {
  eq: (value, operand: Value) => value === operand,
  ne: (value, operand: Value) => value !== operand,
  in: (value, operand: readonly Value[]) => value !== null && operand.includes(value),
  notIn: (value, operand: readonly Value[]) => value === null || !operand.includes(value),
  lt: (value, operand: NonNullable<Value>) => value !== null && value < operand,
  lte: (value, operand: NonNullable<Value>) => value !== null && value <= operand,
  gt: (value, operand: NonNullable<Value>) => value !== null && value > operand,
  gte: (value, operand: NonNullable<Value>) => value !== null && value >= operand,
  startsWith: (value, operand: string) => typeof value === 'string' && value.startsWith(operand),
  isNull: (value, operand: boolean) => (value === null) === operand,
};

function matches(row: Listed, where: Condition): boolean {
  return Object.entries(where).every(([name, given]) => {
    if (name === 'AND') return (given as Condition[]).every((inner) => matches(row, inner));
    if (name === 'OR') return (given as Condition[]).some((inner) => matches(row, inner));
    if (name === 'NOT') return !matches(row, given as Condition);
    const value = fields[name]?.(row) ?? null;
    return Object.entries(given as Condition).every(([operator, operand]) =>
      holds[operator]?.(value, operand as never),
    );
  });
}

/** Conditions over the values that are really there, and some that are not. */
function conditions(rows: readonly Listed[]): fc.Arbitrary<Condition> {
  const valuesOf = (name: string): Value[] => [
    ...new Set(rows.map((row) => fields[name]?.(row) ?? null).filter((value) => value !== null)),
  ];
  const operatorsOf = (name: string): fc.Arbitrary<Condition> => {
    const isText = texts.includes(name);
    const strange = isText ? ['', '%', '_', "'", '\\', '没有'] : name === 'year' ? [0, -1, 9999] : [];
    // A code that is not in its list is refused; only a beginning may be anything.
    const value = fc.constantFrom(...valuesOf(name), ...(coded.includes(name) ? [] : strange));
    const beginning = fc.constantFrom(...valuesOf(name), ...strange);
    const several = fc.array(value, { maxLength: 4 });
    const record: Record<string, fc.Arbitrary<unknown>> = { isNull: fc.boolean() };
    if (name !== 'publishedAt') record['eq'] = value;
    if (isText || name === 'year') Object.assign(record, { ne: value, in: several, notIn: several });
    if (!isText) Object.assign(record, { lt: value, lte: value, gt: value, gte: value });
    if (isText)
      record['startsWith'] = fc.tuple(beginning, fc.nat(6)).map(([text, length]) => String(text).slice(0, length));
    if (name === 'publishedAt') delete record['isNull'];
    return fc.record(record, { requiredKeys: [] }).filter((given) => Object.keys(given).length > 0);
  };
  const leaf = fc
    .constantFrom(...texts, ...days, 'year', 'publishedAt')
    .chain((name) => operatorsOf(name).map((given) => ({ [name]: given })));
  const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2, depthSize: 'large', withCrossShrink: true },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }).map((AND) => ({ AND })),
      fc.array(tie('tree'), { maxLength: 3 }).map((OR) => ({ OR })),
      tie('tree').map((NOT) => ({ NOT })),
      fc.tuple(leaf, tie('tree')).map(([own, NOT]) => ({ ...own, NOT })),
    ),
  }));
  return tree;
}

// All of them fit on one page, and nothing but their ids is needed.
const idsQuery = `query Ids($where: RegulatoryDocumentWhere) {
  list: regulatoryDocuments(where: $where, first: 100) { nodes { id } } }`;

describe.each(databases)('filters on $name', (database) => {
  let server: TestServer;
  let rows: readonly Listed[];

  beforeAll(async () => {
    server = await openServer(await sampleCounty(database, 60));
    await publishPaper(server.store, { subject: '没有文号的工作', formedOn: '2023-02-03' });
    await publishPaper(server.store, { subject: '没有日期的工作', formedOn: null }, { attribute: 'PROACTIVE' });
    rows = await all(server);
  });
  afterAll(() => server.close());

  test('there is something to tell apart: documents without number, day, period and topic', () => {
    for (const name of ['number', 'year', 'formedOn', 'effectiveFrom', 'effectiveTo']) {
      const values = rows.map((row) => fields[name]?.(row));
      expect(values).toContain(null);
      expect(new Set(values).size).toBeGreaterThan(2);
    }
  });

  test('every filter and every AND, OR and NOT of them holds for exactly the rows it describes', async () => {
    const used = new Set<string>();
    await fc.assert(
      fc.asyncProperty(conditions(rows), async (where) => {
        for (const match of JSON.stringify(where).matchAll(/"(\w+)":/g)) used.add(match[1] ?? '');
        const expected = rows.filter((row) => matches(row, where)).map(({ id }) => id);
        const { list } = await server.ask<{ list: { nodes: { id: string }[] } }>(idsQuery, { where });
        expect(list.nodes.map(({ id }) => id)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
    expect(
      [...Object.keys(fields), ...Object.keys(holds), 'AND', 'OR', 'NOT'].filter((name) => !used.has(name)),
    ).toEqual([]);
  });

  test.each([
    ['an empty condition', {}, true],
    ['no condition at all', null, true],
    ['a field that is null', { topic: null }, true],
    ['an empty condition on a field', { topic: {} }, true],
    ['an AND of nothing', { AND: [] }, true],
    ['an OR of nothing', { OR: [] }, false],
    ['a NOT of nothing', { NOT: {} }, false],
  ])('%s', async (_, where, isEverything) => {
    expect((await all(server, { where })).length).toBe(isEverything ? rows.length : 0);
  });

  test.each([
    ['null where a value is due', { number: { eq: null } }],
    ['null where values are due', { year: { in: null } }],
    ['more than a hundred values', { year: { in: Array.from({ length: 101 }, (_, index) => index) } }],
    ['more than a hundred texts', { number: { notIn: Array.from({ length: 101 }, String) } }],
    ['a nesting of four', { NOT: { NOT: { NOT: { NOT: { year: { eq: 1 } } } } } }],
    ['a day that is no day', { formedOn: { eq: '2021-02-30' } }],
    ['a day written otherwise', { formedOn: { eq: '2021.2.3' } }],
    ['an instant without a zone', { publishedAt: { gt: '2021-02-03T00:00:00' } }],
    ['an instant of a day that is no day', { publishedAt: { gt: '2021-02-30T00:00:00Z' } }],
    ['an instant beyond the calendar', { publishedAt: { gt: '9999-12-31T23:59:59-01:00' } }],
    ['an unknown field', { colour: { eq: 'red' } }],
    ['an unknown operator', { number: { like: '%' } }],
    ['a number beyond 32 bits', { year: { eq: 2 ** 31 } }],
    ['a text where a number is due', { year: { eq: '2021' } }],
    ['a code that is in no list', { topic: { eq: '烹饪' } }],
    ['a code that is in no list, among others', { validity: { in: ['IN_FORCE', 'VALID'] } }],
    ['a code of another list', { genre: { ne: 'IN_FORCE' } }],
    ['a name every object has', { genre: { eq: 'constructor' } }],
    ['an organization nobody knows', { publisher: { eq: '乌有局' } }],
    ['an organization nobody knows, among others', { NOT: { responsible: { in: ['县财政局', '乌有局'] } } }],
    ['more than a hundred organizations', { publisher: { in: Array.from({ length: 101 }, () => '县财政局') } }],
  ])('%s is refused', async (_, where) => {
    expect(await refusal(server, { where })).toBe('BAD_USER_INPUT');
  });

  test('a code that is in no list is named, with those that are', async () => {
    const { errors } = await server.request(idsQuery, { where: { validity: { eq: '永远有效' } } });
    expect(errors[0]?.message).toContain('永远有效');
    for (const code of ['IN_FORCE', 'LAPSED', 'REPEALED']) expect(errors[0]?.message).toContain(code);
  });

  test('an organization is found by its code and by each of its names, wherever a list asks for one', async () => {
    for (const [field, alias] of [
      ['publisher', '县政府办公室'],
      ['responsible', '县财政局'],
    ] as const) {
      const { organization } = await server.ask<{ organization: { code: string; names: { name: string }[] } }>(
        `{ organization(by: { name: "${alias}" }) { code names { name } } }`,
      );
      const { code, names } = organization;
      expect(names.length).toBeGreaterThan(1);
      const found = async (condition: Condition) =>
        (await all(server, { where: { [field]: condition } })).map(({ id }) => id);
      const byCode = await found({ eq: code });
      expect(byCode.length).toBeGreaterThan(0);
      for (const { name } of names) expect(await found({ eq: name })).toEqual(byCode);
      expect(await found({ in: [` ${alias} `] })).toEqual(byCode);
      expect(await found({ ne: alias })).toEqual(await found({ ne: code }));
    }
  });

  test('an organization that is not known is named, with those like it', async () => {
    const { errors } = await server.request(idsQuery, { where: { publisher: { eq: '财政局' } } });
    expect(errors[0]?.message).toMatch(/where\.publisher .*“财政局”.*相近的有：县财政局/);
    const { errors: others } = await server.request(idsQuery, { where: { publisher: { eq: '乌有' } } });
    expect(others[0]?.message).not.toContain('相近');
  });

  test('a number is found in any of its spellings', async () => {
    const { number } = rows.find((row) => row.number) ?? {};
    const text = number?.text ?? '';
    for (const spelling of [
      text,
      text.replace('〔', '[').replace('〕', '] '),
      `发文字号：${text.replace('号', ' 号')}`,
    ]) {
      for (const where of [{ number: { eq: spelling } }, { number: { in: ['没有', spelling] } }]) {
        expect((await all(server, { where })).map((row) => row.number?.text)).toContain(text);
      }
    }
  });

  test('the documents and the articles an organization is responsible for, and no others', async () => {
    interface Answered {
      readonly title: string;
      readonly articles: readonly {
        readonly responsibilities: readonly { readonly organization: { readonly code: string } | null }[];
      }[];
    }
    const whole = async (code: string | null): Promise<Answered[]> => {
      const found: Answered[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { list }: { list: Connection<Answered> } = await server.ask(
          `query ($where: RegulatoryDocumentWhere, $code: String, $after: Cursor) {
            list: regulatoryDocuments(first: 20, after: $after, where: $where) { pageInfo { hasNextPage endCursor }
              nodes { title articles(responsible: $code) { responsibilities { organization { code } } } } } }`,
          { where: code === null ? {} : { responsible: { eq: code } }, code, after },
        );
        found.push(...list.nodes);
        after = list.pageInfo.endCursor;
        more = list.pageInfo.hasNextPage;
      }
      return found;
    };
    const namesOne = (code: string) => (article: Answered['articles'][number]) =>
      article.responsibilities.some(({ organization }) => organization?.code === code);
    const every = await whole(null);
    const everyArticle = every.flatMap(({ articles }) => articles);
    const codes = everyArticle.flatMap(({ responsibilities }) => responsibilities.map((one) => one.organization?.code));
    const code = codes.find((one) => one !== undefined) ?? '';
    const found = await whole(code);
    expect(found.map(({ title }) => title)).toEqual(
      every.filter(({ articles }) => articles.some(namesOne(code))).map(({ title }) => title),
    );
    expect(found.length).toBeLessThan(every.length);
    expect(found.flatMap(({ articles }) => articles)).toEqual(everyArticle.filter(namesOne(code)));
  });

  test('a nesting of three is taken', async () => {
    const where = { NOT: { NOT: { NOT: { year: { eq: 1 } } } } };
    expect((await all(server, { where })).length).toBe(rows.length);
  });

  describe('facets', () => {
    const facetFields = { TOPIC: 'topic', GENRE: 'genre', VALIDITY: 'validity', YEAR: 'year', PUBLISHER: 'publisher' };
    const query = `query Facets($where: RegulatoryDocumentWhere, $first: Int!) { list: regulatoryDocuments(where: $where, first: 1) {
      totalCount facets(fields: [TOPIC, GENRE, VALIDITY, YEAR, PUBLISHER], first: $first) {
        field missing buckets { value count label english: label(lang: EN) } } } }`;
    interface Answer {
      readonly list: {
        readonly totalCount: number;
        readonly facets: readonly {
          readonly field: keyof typeof facetFields;
          readonly missing: number;
          readonly buckets: readonly { value: string; count: number; label: string; english: string }[];
        }[];
      };
    }

    const counted = (name: string, where: Condition) => {
      const { [name]: _, ...others } = where;
      const counts = new Map<Value, number>();
      for (const row of rows.filter((one) => matches(one, others))) {
        const value = fields[name]?.(row) ?? null;
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const missing = counts.get(null) ?? 0;
      counts.delete(null);
      const buckets = [...counts].map(([value, count]) => ({ value: String(value), count }));
      buckets.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      return { missing, buckets };
    };

    test.each<Condition>([
      {},
      { topic: { eq: '13' } },
      { year: { gte: 2020 }, genre: { eq: 'NOTICE' } },
      {
        genre: { in: ['NOTICE', 'OPINION'] },
        validity: { ne: 'IN_FORCE' },
        OR: [{ year: { eq: 2019 } }, { year: { isNull: true } }],
      },
      { year: { isNull: true } },
      { number: { eq: '没有' } },
    ])('count what the list would have without their own filter: %j', async (where) => {
      const { list } = await server.ask<Answer>(query, { where, first: 100 });
      expect(list.totalCount).toBe(rows.filter((row) => matches(row, where)).length);
      expect(list.facets.map(({ field }) => field)).toEqual(Object.keys(facetFields));
      for (const { field, missing, buckets } of list.facets) {
        const seen = { missing, buckets: buckets.map(({ value, count }) => ({ value, count })) };
        expect({ field, ...seen }).toEqual({ field, ...counted(facetFields[field], where) });
      }
    });

    test('the largest groups come first, and those without a value are reported however few are asked for', async () => {
      const { list } = await server.ask<Answer>(query, { where: {}, first: 1 });
      for (const { field, missing, buckets } of list.facets) {
        const expected = counted(facetFields[field], {});
        expect({ field, missing, buckets: buckets.map(({ value }) => value) }).toEqual({
          field,
          missing: expected.missing,
          buckets: expected.buckets.slice(0, 1).map(({ value }) => value),
        });
      }
      expect(list.facets.find(({ field }) => field === 'YEAR')?.missing).toBeGreaterThan(0);
    });

    test('every group has a name in both languages', async () => {
      const { list } = await server.ask<Answer>(query, { where: {}, first: 100 });
      for (const { field, buckets } of list.facets) {
        for (const { value, label, english } of buckets) {
          expect(label).toMatch(/\p{Script=Han}/u);
          if (field !== 'PUBLISHER') expect(english).toMatch(/^[A-Za-z0-9]/);
          if (field !== 'YEAR') expect(label).not.toBe(value);
        }
      }
    });

    test.each([0, 101, -1])('a first of %i is refused', async (first) => {
      const { errors } = await server.request(query, { first });
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    });
  });
});
