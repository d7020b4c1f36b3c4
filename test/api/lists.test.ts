import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishPaper, sampleCounty, withdrawPaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { all, keyOf, type Listed, page, refusal } from './documents.ts';

interface Order {
  readonly field: 'FORMED_ON' | 'PUBLISHED_AT' | 'EFFECTIVE_FROM';
  readonly direction: 'ASC' | 'DESC';
}

const sortValue: Readonly<Record<Order['field'], (row: Listed) => string | null>> = {
  FORMED_ON: ({ formedOn }) => formedOn,
  PUBLISHED_AT: ({ modifiedAt }) => modifiedAt,
  EFFECTIVE_FROM: ({ effectiveFrom }) => effectiveFrom,
};

/** The order the contract promises: absent values last whichever way, the id as the last key. */
const inOrder = (rows: readonly Listed[], orders: readonly Order[]): Listed[] =>
  [...rows].sort((left, right) => {
    for (const { field, direction } of orders) {
      const [a, b] = [sortValue[field](left), sortValue[field](right)];
      if (a === b) continue;
      if (a === null || b === null) return a === null ? 1 : -1;
      return a < b === (direction === 'ASC') ? -1 : 1;
    }
    return keyOf(left) < keyOf(right) ? -1 : 1;
  });

const orders = fc.uniqueArray(
  fc.record({
    field: fc.constantFrom<Order['field']>('FORMED_ON', 'PUBLISHED_AT', 'EFFECTIVE_FROM'),
    direction: fc.constantFrom<Order['direction']>('ASC', 'DESC'),
  }),
  { minLength: 1, maxLength: 3, selector: ({ field }) => field },
);

type Write = 'publish' | 'update' | 'withdraw' | 'nothing';
const writes = fc.array(fc.constantFrom<Write>('publish', 'update', 'withdraw', 'nothing'), {
  minLength: 6,
  maxLength: 6,
});

describe.each(databases)('lists on $name', (database) => {
  let server: TestServer;
  let sequence = 900;

  const publishAnother = () => {
    sequence += 1;
    const formedOn = sequence % 3 === 0 ? null : `202${sequence % 5}-0${(sequence % 9) + 1}-15`;
    const number = sequence % 4 === 0 ? null : `桓政办字〔202${sequence % 5}〕${sequence}号`;
    // Where no day stands, none of what stands below it is recognised: the attribute is said instead.
    return publishPaper(server.store, { subject: `第${sequence}次测试`, number, formedOn }, { attribute: 'PROACTIVE' });
  };

  const write = async (kind: Write): Promise<void> => {
    if (kind === 'nothing') return;
    if (kind === 'publish') await publishAnother();
    if (kind === 'update') {
      await publishPaper(server.store, {
        subject: '反复修订的工作',
        number: '桓政办字〔2022〕899号',
        formedOn: '2022-05-05',
        body: [`第${crypto.randomUUID()}稿。`],
      });
    }
    if (kind === 'withdraw') {
      const { nodes } = await page(server, { last: 1, where: { issuerCode: { eq: '桓政办字' } } });
      const [victim] = nodes;
      if (victim && !victim.number?.text.endsWith('899号')) await withdrawPaper(server.store, victim.indexNumber);
    }
  };

  beforeAll(async () => {
    server = await openServer(await sampleCounty(database, 24));
    await write('update');
    for (let count = 0; count < 12; count += 1) await publishAnother();
  });
  afterAll(() => server.close());

  const ids = (rows: readonly Listed[]) => rows.map((row) => `${row.id} ${row.edition.number}`);

  test('the order is the one asked for, absent values last in both directions, the id last', async () => {
    const rows = await all(server);
    expect(rows.filter(({ formedOn }) => formedOn === null).length).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(orders, async (orderBy) => {
        expect(ids(await all(server, { orderBy }))).toEqual(ids(inOrder(rows, orderBy)));
      }),
      { numRuns: 12 },
    );
  });

  test('a walk forward tells every row of its first moment once, whatever is written between its pages', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 3, max: 11 }), writes, async (orderBy, first, between) => {
        const expected = await all(server, { orderBy });
        const walked: Listed[] = [];
        let after: string | null = null;
        for (let turn = 0; ; turn += 1) {
          const { nodes, pageInfo, totalCount } = await page(server, { orderBy, first, after });
          expect(totalCount).toBe(expected.length);
          expect(pageInfo.hasPreviousPage).toBe(walked.length > 0);
          walked.push(...nodes);
          expect(pageInfo.hasNextPage).toBe(walked.length < expected.length);
          if (!pageInfo.hasNextPage) break;
          after = pageInfo.endCursor;
          await write(between[turn] ?? 'nothing');
        }
        expect(ids(walked)).toEqual(ids(expected));
      }),
      { numRuns: 8 },
    );
  });

  test('a walk backward does the same', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 3, max: 11 }), writes, async (orderBy, last, between) => {
        const expected = await all(server, { orderBy });
        let walked: Listed[] = [];
        let before: string | null = null;
        for (let turn = 0; ; turn += 1) {
          const { nodes, pageInfo } = await page(server, { orderBy, last, before });
          expect(pageInfo.hasNextPage).toBe(walked.length > 0);
          walked = [...nodes, ...walked];
          expect(pageInfo.hasPreviousPage).toBe(walked.length < expected.length);
          if (!pageInfo.hasPreviousPage) break;
          before = pageInfo.startCursor;
          await write(between[turn] ?? 'nothing');
        }
        expect(ids(walked)).toEqual(ids(expected));
      }),
      { numRuns: 8 },
    );
  });

  test('forward and back again shows the same page, also when a row of it was withdrawn meanwhile', async () => {
    const first = await page(server, { first: 5 });
    const second = await page(server, { first: 5, after: first.pageInfo.endCursor });
    const [gone] = second.nodes;
    if (gone) await withdrawPaper(server.store, gone.indexNumber);
    const again = await page(server, { last: 5, before: second.pageInfo.startCursor });
    expect(ids(again.nodes)).toEqual(ids(first.nodes));
    const third = await page(server, { first: 1, after: second.pageInfo.startCursor });
    expect(ids(third.nodes)).toEqual(ids(second.nodes.slice(1, 2)));
  });

  test('twenty come when nobody says how many, and the last page is the end of the list', async () => {
    const { nodes, pageInfo } = await page(server, {});
    expect(nodes).toHaveLength(20);
    expect(pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const end = await page(server, { last: 3 });
    expect(ids(end.nodes)).toEqual(ids((await all(server)).slice(-3)));
    expect(end.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('an empty list has no places', async () => {
    const { nodes, pageInfo, totalCount } = await page(server, { where: { year: { eq: 1949 } } });
    expect({ nodes, totalCount, ...pageInfo }).toEqual({
      nodes: [],
      totalCount: 0,
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test.each([
    [{ first: 0 }],
    [{ first: 101 }],
    [{ first: -1 }],
    [{ last: 0 }],
    [{ last: 101 }],
    [{ first: 2, last: 2 }],
    [{ orderBy: [{ field: 'RELEVANCE' }] }],
    [{ orderBy: Array.from({ length: 5 }, () => ({ field: 'FORMED_ON' })) }],
  ])('%j is refused, never clamped', async (variables) => {
    expect(await refusal(server, variables)).toBe('BAD_USER_INPUT');
  });

  test('a first of 100 and orders of four keys are taken', async () => {
    const orderBy = Array.from({ length: 4 }, () => ({ field: 'FORMED_ON' }));
    expect((await page(server, { first: 100, orderBy })).nodes.length).toBeGreaterThan(20);
  });

  describe('a cursor', () => {
    const given = { first: 2, where: { genre: { eq: 'NOTICE' } } };
    let cursor: string;
    beforeAll(async () => {
      cursor = (await page(server, given)).pageInfo.endCursor ?? '';
    });

    test('goes on with another page size, and with last', async () => {
      expect((await page(server, { ...given, first: 7, after: cursor })).nodes).toHaveLength(7);
      expect((await page(server, { ...given, first: undefined, last: 1, before: cursor })).nodes).toHaveLength(1);
    });

    test.each([
      ['another filter', { where: { issuerCode: { eq: '桓政发' } } }],
      ['no filter', { where: undefined }],
      ['another order', { orderBy: [{ field: 'PUBLISHED_AT' }] }],
      ['a search', { search: '测试' }],
      ['another day', { validOn: '2020-01-01' }],
      ['another instant', { asOf: '2026-01-01T00:00:00Z' }],
    ])('is refused with %s', async (_, other) => {
      expect(await refusal(server, { ...given, ...other, after: cursor })).toBe('CURSOR_MISMATCH');
    });

    test('is refused when anything in it was changed', async () => {
      const [payload = '', mark = ''] = cursor.split('.');
      const content = JSON.parse(Buffer.from(payload, 'base64url').toString());
      content[3] = '2020-01-01T00:00:00.000Z|2020-01-01';
      const forged = `${Buffer.from(JSON.stringify(content)).toString('base64url')}.${mark}`;
      const flipped = `${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`;
      for (const after of [
        forged,
        flipped,
        payload,
        `${payload}.`,
        '.',
        '',
        'null',
        '☃',
        `${cursor}.x`,
        'A'.repeat(2001),
      ]) {
        expect(`${after}: ${await refusal(server, { ...given, after })}`).toBe(`${after}: CURSOR_MISMATCH`);
      }
    });

    test('is one place, not two', async () => {
      expect(await refusal(server, { ...given, after: cursor, before: cursor })).toBe('BAD_USER_INPUT');
      expect(await refusal(server, { ...given, before: cursor })).toBe('BAD_USER_INPUT');
      expect(await refusal(server, { ...given, first: undefined, last: 2, after: cursor })).toBe('BAD_USER_INPUT');
    });
  });
});
