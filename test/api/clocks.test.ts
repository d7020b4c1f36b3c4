import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Publication } from '../../api/publishing/publish.ts';
import { emptyCounty, pause, publishPaper, stagePaper, withdrawPaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

const shift = (instant: Date, ms: number): string => new Date(instant.getTime() + ms).toISOString();

describe.each(databases)('asOf on $name: what the platform said at an instant', (database) => {
  const number = '桓政办字〔2023〕941号';
  let server: TestServer;
  let first: Publication;
  let second: Publication;
  let withdrawnAt: Date;
  let id: string;
  let pinned: string;
  let answerWhilePublic: string;

  const query = `query At($asOf: DateTime, $id: ID!, $number: String!, $indexNumber: String!) {
    byId: regulatoryDocument(by: { id: $id }, asOf: $asOf) { edition { number supersededAt } editions { number } text }
    byNumber: regulatoryDocument(by: { number: $number }, asOf: $asOf) { edition { number } }
    byIndexNumber: regulatoryDocument(by: { indexNumber: $indexNumber }, asOf: $asOf) { edition { number } }
    list: regulatoryDocuments(asOf: $asOf) { totalCount nodes { id edition { number } } facets(fields: [YEAR]) { buckets { value count } } }
    old: regulatoryDocuments(search: "独木桥", asOf: $asOf) { totalCount nodes { edition { number } } }
    new: regulatoryDocuments(search: "阳关道", asOf: $asOf) { totalCount nodes { edition { number } } } }`;

  interface Shown {
    readonly edition: { readonly number: number; readonly supersededAt: string | null };
    readonly editions: readonly { readonly number: number }[];
    readonly text: string;
  }
  interface At {
    readonly byId: Shown | null;
    readonly byNumber: Shown | null;
    readonly byIndexNumber: Shown | null;
    readonly list: {
      totalCount: number;
      nodes: { id: string }[];
      facets: { buckets: { value: string; count: number }[] }[];
    };
    readonly old: { totalCount: number; nodes: Shown[] };
    readonly new: { totalCount: number; nodes: Shown[] };
  }
  const at = (asOf: string | null) => server.request<At>(query, { asOf, id, number, indexNumber: first.indexNumber });

  beforeAll(async () => {
    server = await openServer(await emptyCounty(database));
    await publishPaper(server.store, {
      subject: '一直有效的工作',
      number: '桓政办字〔2022〕940号',
      formedOn: '2022-01-02',
    });
    await pause(5);
    const paper = { subject: '反复修改的工作', number, formedOn: '2023-01-02' };
    first = await publishPaper(server.store, { ...paper, body: ['暂走独木桥。'] });
    id = Buffer.from(`RegulatoryDocument:${first.documentId}`).toString('base64url');
    await pause(5);
    second = await publishPaper(server.store, { ...paper, body: ['改走阳关道。'] });
    await pause(5);
    pinned = `/graphql?query=${encodeURIComponent(`{ regulatoryDocuments(asOf: "${second.at.toISOString()}") { totalCount nodes { title digest } } }`)}`;
    answerWhilePublic = (await server.get(pinned)).body;
    await withdrawPaper(server.store, first.indexNumber);
    const [event] = await server.store.db.event.findMany({ where: { type: 'WITHDRAWN' } });
    withdrawnAt = event?.at ?? new Date(Number.NaN);
    await pause(5);
  });
  afterAll(() => server.close());

  const moments: readonly (readonly [
    what: string,
    instant: () => string | null,
    found: number | 'withdrawn' | null,
  ])[] = [
    ['just before the first edition', () => shift(first.at, -1), null],
    ['with the first edition', () => shift(first.at, 0), 1],
    ['just before the second edition', () => shift(second.at, -1), 1],
    ['with the second edition', () => shift(second.at, 0), 2],
    ['just before the withdrawal', () => shift(withdrawnAt, -1), 2],
    ['with the withdrawal', () => shift(withdrawnAt, 0), 'withdrawn'],
    ['now', () => null, 'withdrawn'],
  ];

  test.each(moments)('%s', async (_, instant, found) => {
    const edition = found === 'withdrawn' ? null : found;
    const { data: said, errors } = await at(instant());
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(
      found === 'withdrawn' ? ['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN'] : [],
    );
    const numbers = [said.byId, said.byNumber, said.byIndexNumber].map((shown) => shown?.edition.number ?? null);
    expect(numbers).toEqual([edition, edition, edition]);
    expect(said.list.totalCount).toBe(edition === null ? 1 : 2);
    expect(said.list.nodes).toHaveLength(said.list.totalCount);
    expect(said.list.facets[0]?.buckets.find(({ value }) => value === '2023')?.count ?? null).toBe(edition && 1);
    expect([said.old.totalCount, said.new.totalCount]).toEqual([edition === 1 ? 1 : 0, edition === 2 ? 1 : 0]);
    if (said.byId) {
      expect(said.byId.text).toContain(edition === 1 ? '独木桥' : '阳关道');
      expect(said.byId.editions.map((one) => one.number)).toEqual(edition === 1 ? [1] : [2, 1]);
      // At that instant nobody knew that it would end.
      expect(said.byId.edition.supersededAt).toBeNull();
    }
  });

  test('the same instant gives the same bytes for ever', async () => {
    server.platform.answers.purge('*');
    expect((await server.get(pinned)).body).toBe(answerWhilePublic);
  });

  test('a node is what the platform says now', async () => {
    const { node } = await server.ask<{ node: unknown }>('query N($id: ID!) { node(id: $id) { id } }', { id });
    expect(node).toBeNull();
  });

  test.each([
    'regulatoryDocuments(asOf: $asOf) { totalCount }',
    'regulatoryDocument(by: { number: "桓政办字〔2023〕941号" }, asOf: $asOf) { title }',
  ])('an instant that has not come is refused: %s', async (selection) => {
    const { errors } = await server.request(`query F($asOf: DateTime) { ${selection} }`, {
      asOf: shift(new Date(), 60_000),
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toMatch(/在将来.* \/ .*future/);
  });

  test('what is published is told at once, also when the clock of this instance is slow', async () => {
    server.clock.set(shift(new Date(), -3_600_000));
    const { indexNumber } = await publishPaper(server.store, {
      subject: '钟慢的测试',
      number: '桓政办字〔2023〕942号',
    });
    const { shown } = await server.ask<{ shown: Shown & { firstPublishedAt: string } }>(
      'query S($indexNumber: String!) { shown: regulatoryDocument(by: { indexNumber: $indexNumber }) { firstPublishedAt edition { number supersededAt } editions { number } } }',
      { indexNumber },
    );
    server.clock.run();
    expect(shown.edition).toEqual({ number: 1, supersededAt: null });
    expect(shown.editions).toEqual([{ number: 1 }]);
  });
});

describe.each(databases)('validOn on $name: which rule was in force on a day', (database) => {
  let server: TestServer;
  const period = '桓政办字〔2028〕950号';
  const open = '桓政办字〔2028〕951号';

  beforeAll(async () => {
    server = await openServer(await emptyCounty(database));
    const then = { now: new Date('2028-12-02T00:00:00Z') };
    const dated = {
      subject: '定期有效的工作',
      number: period,
      formedOn: '2028-12-01',
      body: ['本通知自2029年1月1日起施行，有效期至2030年4月30日。'],
    };
    await publishPaper(server.store, dated, then);
    await publishPaper(server.store, { subject: '没有期限的工作', number: open, formedOn: '2028-12-01' }, then);
  });
  afterAll(() => server.close());

  const validity = async (
    number: string,
    clocks: { validOn?: string; asOf?: string } = {},
  ): Promise<string | undefined> => {
    const { shown } = await server.ask<{ shown: { validity: { code: string } } | null }>(
      `query V($number: String!, $validOn: Date, $asOf: DateTime) {
        shown: regulatoryDocument(by: { number: $number }, validOn: $validOn, asOf: $asOf) { validity { code } } }`,
      { number, ...clocks },
    );
    return shown?.validity.code;
  };

  test.each([
    [period, '2028-12-31', 'NOT_YET_IN_FORCE'],
    [period, '2029-01-01', 'IN_FORCE'],
    [period, '2030-04-30', 'IN_FORCE'],
    [period, '2030-05-01', 'LAPSED'],
    [open, '2028-11-30', 'NOT_YET_IN_FORCE'],
    [open, '2028-12-01', 'IN_FORCE'],
    [open, '2099-12-31', 'IN_FORCE'],
  ])('%s on %s is %s', async (number, validOn, expected) => {
    expect(await validity(number, { validOn })).toBe(expected);
  });

  test.each([
    ['2028-12-31T15:59:59.999Z', 'NOT_YET_IN_FORCE'],
    ['2028-12-31T16:00:00.000Z', 'IN_FORCE'],
    ['2030-04-30T15:59:59.999Z', 'IN_FORCE'],
    ['2030-04-30T16:00:00.000Z', 'LAPSED'],
  ])('without validOn it is the day in Shanghai: at %s it is %s', async (now, expected) => {
    server.clock.set(now);
    const url = `/graphql?query=${encodeURIComponent('{ regulatoryDocuments(where: { validity: { eq: "IN_FORCE" } }) { nodes { number { text } } facets(fields: [VALIDITY]) { buckets { value } } } }')}`;
    const listed = await server.get(url);
    expect(await validity(period)).toBe(expected);
    server.clock.run();
    expect(listed.body.includes(period)).toBe(expected === 'IN_FORCE');
    expect(listed.body).toContain(expected);
  });

  test('a citation states the day of the reading, whatever day validity is judged on', async () => {
    const cited = async (clocks: string, style: string) => {
      const { list } = await server.ask<{ list: { nodes: { citation: string }[]; pageInfo: { endCursor: string } } }>(
        `{ list: regulatoryDocuments(first: 1, ${clocks}) { nodes { citation(${style}) } pageInfo { endCursor } } }`,
      );
      return { day: /\[EB\/OL\]\. \([\d-]+\)\[([\d-]+)\]/.exec(list.nodes[0]?.citation ?? '')?.[1], ...list.pageInfo };
    };
    const style = 'style: GBT7714';
    server.clock.set('2029-03-01T16:30:00Z');
    const read = await cited('validOn: "2030-05-01"', style);
    expect(read.day).toBe('2029-03-02');
    const next = await cited(`validOn: "2030-05-01", after: "${read.endCursor}"`, style);
    expect(next.day).toBe('2029-03-02');
    const pinned = 'asOf: "2028-12-31T15:59:59Z", validOn: "2030-05-01"';
    expect((await cited(pinned, style)).day).toBe('2028-12-31');
    expect((await cited(pinned, `${style}, accessedOn: "2029-03-02"`)).day).toBe('2029-03-02');
    server.clock.run();
  });

  test('a kept answer ends at midnight in Shanghai', async () => {
    const base = await server.listen();
    const url = `${base}/graphql?query=${encodeURIComponent(`{ regulatoryDocument(by: { number: "${period}" }) { validity { code } } }`)}`;
    const told: string[] = [];
    for (const now of ['15:59:58.000', '15:59:59.999', '16:00:00.000']) {
      server.clock.set(`2030-04-30T${now}Z`);
      told.push(/IN_FORCE|LAPSED/.exec(await (await fetch(url)).text())?.[0] ?? '');
    }
    server.clock.run();
    expect(told).toEqual(['IN_FORCE', 'IN_FORCE', 'LAPSED']);
  });

  describe('what a later document did to an earlier one', () => {
    const measures = '桓政办字〔2019〕960号';
    const earlier = '桓政办字〔2017〕961号';
    const ends = (how: string) => ({ formedOn: '2022-05-06', body: [`本通知自2022年6月1日起施行。${how}`] });

    beforeAll(async () => {
      const subject = '印发《桓台县测试管理办法（示例）》';
      await publishPaper(server.store, { subject, number: measures, formedOn: '2019-02-03' });
      await publishPaper(server.store, {
        subject: '更早的工作',
        number: earlier,
        formedOn: '2017-01-03',
        body: [`《桓台县测试管理办法（示例）》（${measures}）同时废止。`],
      });
    });

    test('an earlier document cannot end a later one', async () => {
      expect(await validity(measures)).toBe('IN_FORCE');
    });

    test.each([
      ['repeals it by number', `《桓台县测试管理办法（示例）》（${measures}）同时废止。`, 'REPEALED'],
      ['repeals it by title', '《桓台县测试管理办法（示例）》同时废止。', 'REPEALED'],
      ['amends it', `修改《桓台县测试管理办法（示例）》（${measures}），将第三条中的“甲”改为“乙”。`, 'AMENDED'],
    ])('a document that %s: only from its day, only while it is public', async (_, how, expected) => {
      const cause = {
        subject: `另行规定${crypto.randomUUID().slice(0, 4)}`,
        number: '桓政办字〔2022〕962号',
        ...ends(how),
      };
      await stagePaper(server.store, cause);
      expect(await validity(measures)).toBe('IN_FORCE');
      const published = await publishPaper(server.store, cause);
      expect(await validity(measures)).toBe(expected);
      expect(await validity(measures, { validOn: '2022-05-31' })).toBe('IN_FORCE');
      expect(await validity(measures, { validOn: '2022-06-01' })).toBe(expected);
      const before = shift(published.at, -1);
      expect(await validity(measures, { asOf: before, validOn: '2026-01-01' })).toBe('IN_FORCE');
      const { list } = await server.ask<{ list: { nodes: { number: { text: string } }[] } }>(
        'query L($code: String!) { list: regulatoryDocuments(where: { validity: { eq: $code } }) { nodes { number { text } } } }',
        { code: expected },
      );
      expect(list.nodes.map(({ number }) => number.text)).toEqual([measures]);
      await withdrawPaper(server.store, published.indexNumber);
      expect(await validity(measures)).toBe('IN_FORCE');
    });
  });
});
