import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { random } from '../../api/core/random.ts';
import { cursorKeyOf } from '../../api/instance.ts';
import { importText, publishPaper, sampleOf, stagePaper, textOf, twins, withdrawPaper } from '../support/county.ts';
import { openServer, type TestServer } from '../support/server.ts';

/** Words and numbers that only unpublished papers have. */
const secret = { word: '雪莲行动', number: '桓政办字〔2024〕981号', update: '蓝鲸计划' };

/** Two worlds that are alike in everything public; in the second a great deal more is stored. */
describe('a reader cannot tell whether anything unpublished exists', () => {
  let plain: TestServer;
  let full: TestServer;
  let live: { readonly indexNumber: string; readonly documentId: string };
  let withdrawn: { readonly indexNumber: string };
  let hiddenIds: readonly string[];
  let publicIds: readonly string[];
  let hiddenDigests: readonly string[];

  const idOf = (type: string, key: string) => Buffer.from(`${type}:${key}`).toString('base64url');

  beforeAll(async () => {
    const [one, other] = await twins(sampleOf(40), async (store) => {
      live = await publishPaper(store, {
        subject: '公开的工作',
        number: '桓政办字〔2024〕980号',
        body: ['公开内容一。'],
      });
      withdrawn = await publishPaper(store, { subject: '撤回的工作', number: '桓政办字〔2024〕979号' });
      await withdrawPaper(store, withdrawn.indexNumber);
      await cursorKeyOf(store);
      const { id } = await store.db.article.findFirstOrThrow();
      publicIds = [idOf('RegulatoryDocument', live.documentId), idOf('Article', id), idOf('Division', '370321')];
    });
    const hide = { subject: `${secret.word}的工作`, number: secret.number, formedOn: '2024-06-01' };
    await stagePaper(other, {
      ...hide,
      body: [`废止《桓台县人民政府办公室关于公开的工作的通知》（桓政办字〔2024〕980号）。${secret.word}`],
    });
    await stagePaper(other, { ...hide, body: ['第二稿。'] });
    await stagePaper(other, { subject: '公开的工作', number: '桓政办字〔2024〕980号', body: [`${secret.update}。`] });
    await stagePaper(other, { subject: '撤回的工作', number: '桓政办字〔2024〕979号', body: [`${secret.update}。`] });
    for (const annotation of ['（此件依申请公开）', '（此件不予公开）'] as const) {
      const text = textOf({ subject: `${secret.word}${annotation.slice(2, 5)}`, number: null, annotation });
      await importText(other, text, false);
      await expect(importText(other, text, true)).rejects.toThrow('公开');
    }
    const hidden = await other.db.edition.findMany({
      where: { publishedAt: null },
      include: { document: true, regulatoryDocument: { include: { articles: true } } },
    });
    expect(hidden.length).toBe(5);
    hiddenDigests = hidden.map(({ digest }) => digest);
    hiddenIds = hidden.flatMap(({ document, id, regulatoryDocument }) => [
      // A document that is or was public is known by its id; its unpublished edition is not.
      ...(document.indexNumber === null ? [idOf('RegulatoryDocument', document.id)] : []),
      idOf('RegulatoryDocument', id),
      ...(regulatoryDocument?.articles ?? []).map((article) => idOf('Article', article.id)),
    ]);
    plain = await openServer(one);
    full = await openServer(other);
    for (const { clock } of [plain, full]) clock.set(new Date(Date.now() + 60_000));
  });
  afterAll(async () => {
    await plain.close();
    await full.close();
  });

  const withoutRequestId = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}(?=")/g, 'request');

  /** Asks both worlds the same and expects the same bytes, status and validators. */
  const same = async (ask: (server: TestServer) => ReturnType<TestServer['get']>): Promise<string> => {
    const [expected, actual] = [await ask(plain), await ask(full)];
    const [told, untold] = [withoutRequestId(actual.body), withoutRequestId(expected.body)];
    if (told !== untold) {
      const at = [...told].findIndex((character, index) => character !== untold[index]);
      expect(told.slice(Math.max(0, at - 100), at + 200)).toBe(untold.slice(Math.max(0, at - 100), at + 200));
    }
    expect(actual.status).toBe(expected.status);
    for (const name of ['etag', 'last-modified', 'cache-control', 'content-length', 'link']) {
      if (name !== 'content-length' || expected.status < 400) expect(actual.headers[name]).toBe(expected.headers[name]);
    }
    return actual.body;
  };
  const sameAnswer = (query: string, variables: Record<string, unknown> = {}) =>
    same((server) => server.request(query, variables));

  const everything = `id indexNumber title number { text } publisher { name } validity { code } topic { code } summary text digest
    firstPublishedAt modifiedAt edition { number publishedAt supersededAt } editions { number digest proof { timepoint entry treeSize inclusion checkpoint statementUrl } } findings { rule }
    attachments { url sha256 } citation relations { type direction targetNumber document { id title } } interpretations { id }`;

  test('not by two hundred questions made at random', async () => {
    const dice = random(20_210_715);
    const words = ['公开', '工作', secret.word, secret.update, '981号', '桓政办字', '依申请', '通知', ''];
    const where = (): unknown =>
      dice.pick([
        null,
        { number: { eq: dice.pick([secret.number, '桓政办字〔2024〕980号']) } },
        { number: { startsWith: '桓政办字' } },
        { year: { eq: 2024 } },
        { validity: { eq: dice.pick(['REPEALED', 'AMENDED', 'IN_FORCE']) } },
        { NOT: { topic: { eq: '13' } } },
        { formedOn: { eq: '2024-06-01' } },
        { number: { isNull: true } },
      ]);
    let cursor: string | null = null;
    for (let turn = 0; turn < 200; turn += 1) {
      const page = dice.int(1, 5);
      const variables = {
        where: where(),
        search: dice.pick(words),
        orderBy: dice.pick([null, [{ field: 'FORMED_ON', direction: 'ASC' }], [{ field: 'PUBLISHED_AT' }]]),
        ...(dice.next() < 0.5 ? { first: page } : { last: page }),
        ...(dice.next() < 0.2 ? { asOf: new Date(Date.now() - 1000).toISOString() } : {}),
        id: dice.pick([...hiddenIds, ...publicIds]),
      };
      const body = await sameAnswer(
        `query Q($where: RegulatoryDocumentWhere, $search: String, $orderBy: [RegulatoryDocumentOrder!], $first: Int, $last: Int, $asOf: DateTime, $id: ID!) {
          regulatoryDocuments(where: $where, search: $search, orderBy: $orderBy, first: $first, last: $last, asOf: $asOf) {
            totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id title validity { code } }
            edges { cursor score highlights { text } } facets(fields: [TOPIC, GENRE, VALIDITY, YEAR, PUBLISHER]) { missing buckets { value count } } }
          node(id: $id) { __typename id } }`,
        variables,
      );
      expect(body).not.toContain(secret.word);
      expect(body).not.toContain(secret.update);
      cursor = JSON.parse(body).data?.regulatoryDocuments?.pageInfo?.endCursor ?? cursor;
    }
    expect(cursor).toMatch(/\./);
  });

  test('not by ids of what is hidden, of any type', async () => {
    for (const id of hiddenIds) {
      const body = await sameAnswer('query N($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { id } }', { id });
      expect(JSON.parse(body).data).toEqual({ node: null, nodes: [null] });
      await sameAnswer('query D($id: ID!) { regulatoryDocument(by: { id: $id }) { id } }', { id });
    }
  });

  test('not by anything a published document or the platform says', async () => {
    for (const by of [
      { indexNumber: live.indexNumber },
      { number: '桓政办字〔2024〕980号' },
      { number: secret.number },
      { indexNumber: withdrawn.indexNumber },
    ]) {
      await sameAnswer(`query D($by: RegulatoryDocumentBy!) { regulatoryDocument(by: $by) { ${everything} } }`, { by });
    }
    await sameAnswer(
      `{ platform { name hasSampleData lastChangedAt log { origin key size checkpoint } } organizations { id code name names { name } } division(code: "370321") { name } }`,
    );
  });

  test('not by walking the whole list', async () => {
    let after: string | null = null;
    do {
      const body: string = await sameAnswer(
        `query W($after: Cursor) { regulatoryDocuments(first: 7, after: $after) { totalCount nodes { ${everything} } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const { pageInfo } = JSON.parse(body).data.regulatoryDocuments;
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
  });

  test('not by files, pages, attachments, missing things or what is not modified', async () => {
    const [organ] = live.indexNumber.split('/');
    const addresses = [
      '/api/v1/regulatory-documents.csv',
      '/api/v1/regulatory-documents.json',
      `/api/v1/regulatory-documents.csv?search=${encodeURIComponent(secret.word)}`,
      `/api/v1/regulatory-documents.json?number=${encodeURIComponent(secret.number)}`,
      ...[live.indexNumber, withdrawn.indexNumber, `${organ}/2026-0000009`, `${organ}/2024-0000001`].flatMap(
        (indexNumber) => [
          `/regulatory-documents/${indexNumber}`,
          `/regulatory-documents/${indexNumber}.json`,
          `/regulatory-documents/${indexNumber}.csv`,
          `/id/regulatory-document/${indexNumber}`,
          ...[1, 2, 3].flatMap((edition) => [
            `/regulatory-documents/${indexNumber}/editions/${edition}`,
            `/regulatory-documents/${indexNumber}/editions/${edition}/attachments/0`,
          ]),
        ],
      ),
      '/',
      '/regulatory-documents',
      `/regulatory-documents?search=${encodeURIComponent(secret.word)}`,
      '/sitemap.xml',
      '/feed.atom',
      '/log/checkpoint',
      '/log/tile/0/000.p/120',
      '/log/tile/entries/000.p/120',
      '/.well-known/gongkai-log-key',
      ...hiddenDigests.map((digest) => `/log/statements/${digest.slice('sha256:'.length)}`),
    ];
    for (const address of addresses) {
      for (const accept of ['*/*', 'text/html']) {
        const body = await same((server) => server.get(address, { accept }));
        // The question itself is repeated on a page of results; what answers it is not.
        if (!address.includes('search=')) expect(body).not.toContain(secret.word);
      }
      const { headers } = await plain.get(address);
      if (headers['etag']) await same((server) => server.get(address, { 'if-none-match': headers['etag'] ?? '' }));
    }
  });
});
