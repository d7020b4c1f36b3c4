import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importFile } from '../../api/importing/import.ts';
import { emptyCounty, regulatoryDocument } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { onPaper, publish, tester } from '../support/gate.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { root, sources } from '../support/source.ts';

const bytesOf = (file: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(file));
const importPath = (server: TestServer, file: string, publishing: boolean) =>
  importFile(
    server.store,
    regulatoryDocument,
    { name: basename(file), bytes: bytesOf(file), actor: tester, now: new Date() },
    publishing ? onPaper : null,
  );

/** Papers of one's own writing; the same text in another encoding is an edition of its own and has its own test. */
const papers = sources('examples/documents/*.txt').filter((file) => !file.includes('gb18030'));

describe.each(databases)('from the file to the reader on $name', (database) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await openServer(await emptyCounty(database));
  });
  afterAll(() => server.close());

  const total = async () =>
    (await server.ask<{ list: { totalCount: number } }>('{ list: regulatoryDocuments { totalCount } }')).list
      .totalCount;

  test.each(papers)('%s: a draft nobody sees, then a document everybody finds, cites and takes away', async (path) => {
    const file = join(root, path);
    const before = await total();
    const staged = await importPath(server, file, false);
    if (staged.outcome !== 'staged') throw new Error(JSON.stringify(staged));
    expect(await total()).toBe(before);

    const { editionId } = staged;
    const { indexNumber } = await server.store.db.$transaction((tx) => publish(tx, editionId));
    expect(await total()).toBe(before + 1);
    const { shown } = await server.ask<{
      shown: {
        id: string;
        title: string;
        text: string;
        digest: string;
        number: { text: string } | null;
        publisher: { name: string; isSample: boolean };
        articles: { path: string; text: string }[];
        attachments: { name: string; size: number; sha256: string; url: string }[];
      };
    }>(
      `query D($indexNumber: String!) { shown: regulatoryDocument(by: { indexNumber: $indexNumber }) {
        id title text digest number { text } publisher { name isSample } articles { path text } attachments { name size sha256 url } } }`,
      { indexNumber },
    );
    expect(shown.title).toMatch(/桓台县.*示例/);
    expect(shown.articles.length).toBeGreaterThan(1);

    // By every way a reader may come.
    const ways = await server.ask<Record<string, { id: string } | { nodes: { id: string }[] } | null>>(
      `query W($id: ID!, $search: String!, $number: String!) {
        node: node(id: $id) { id } search: regulatoryDocuments(search: $search) { nodes { id } }
        number: regulatoryDocuments(where: { number: { eq: $number } }) { nodes { id } } }`,
      { id: shown.id, search: shown.title, number: shown.number?.text ?? '' },
    );
    expect(ways['node']).toEqual({ id: shown.id });
    expect((ways['search'] as { nodes: { id: string }[] }).nodes[0]).toEqual({ id: shown.id });
    expect(ways['number']).toEqual({ nodes: shown.number ? [{ id: shown.id }] : [] });

    // As files.
    const json = await server.get(`/regulatory-documents/${indexNumber}.json`);
    expect(JSON.parse(json.body)).toMatchObject({
      indexNumber,
      title: shown.title,
      digest: shown.digest,
      text: shown.text,
    });
    const csv = await server.get(`/regulatory-documents/${indexNumber}.csv`);
    expect(csv.headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(shown.title)}`);
    for (const { path: place } of shown.articles) expect(csv.body).toContain(`\r\n"${place}",`);
    const xlsx = await server.server.inject({ url: `/regulatory-documents/${indexNumber}.xlsx` });
    expect(xlsx.rawPayload.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    for (const format of ['json', 'csv', 'xlsx']) {
      const list = await server.server.inject({ url: `/api/v1/regulatory-documents.${format}` });
      expect(list.statusCode).toBe(200);
      if (format !== 'xlsx') expect(list.body).toContain(indexNumber);
    }

    // The original, byte for byte.
    const original = bytesOf(file);
    expect(shown.attachments).toHaveLength(1);
    const [attachment] = shown.attachments;
    expect(attachment).toMatchObject({
      name: basename(path),
      size: original.byteLength,
      sha256: createHash('sha256').update(original).digest('hex'),
    });
    const download = await server.server.inject({ url: new URL(attachment?.url ?? '').pathname });
    expect(download.rawPayload.equals(original)).toBe(true);
    expect(download.headers['content-disposition']).toMatch(/^attachment/);
    expect(download.headers['x-content-type-options']).toBe('nosniff');

    // Once more: nothing changes.
    expect(await importPath(server, file, true)).toMatchObject({ outcome: 'unchanged', editionId });
    expect(await total()).toBe(before + 1);
  });

  test('the same text in GB18030 reads the same, with a word about its encoding', async () => {
    const ask = () =>
      server.ask<{
        shown: { text: string; editions: { number: number; digest: string }[]; findings: { rule: string }[] };
      }>(
        '{ shown: regulatoryDocument(by: { number: "桓文旅字〔2024〕903号" }) { text editions { number digest } findings { rule } } }',
      );
    const { shown: before } = await ask();
    const imported = await importPath(
      server,
      join(root, 'examples/documents/library-work-points-2024.gb18030.txt'),
      true,
    );
    expect(imported.outcome).toBe('published');
    const { shown: after } = await ask();
    expect(after.text).toBe(before.text);
    expect(after.editions.map(({ number }) => number)).toEqual([2, 1]);
    expect(new Set(after.editions.map(({ digest }) => digest)).size).toBe(2);
    expect(after.findings.map(({ rule }) => rule)).toContain('encoding-assumed');
  });

  test('what the papers say of each other is linked both ways, and decides which is in force', async () => {
    const query = `query R($number: String!, $validOn: Date) { shown: regulatoryDocument(by: { number: $number }, validOn: $validOn) {
      validity { code } relations { type direction document { number { text } title } } interpretations { title } } }`;
    interface Shown {
      readonly shown: {
        readonly validity: { readonly code: string };
        readonly relations: readonly {
          readonly type: string;
          readonly direction: string;
          readonly document: { readonly number: { readonly text: string } | null; readonly title: string } | null;
        }[];
        readonly interpretations: readonly { readonly title: string }[];
      };
    }
    const at = async (number: string, validOn?: string) => (await server.ask<Shown>(query, { number, validOn })).shown;
    const [older, newer] = ['桓政办发〔2023〕901号', '桓政办发〔2025〕906号'];
    expect((await at(older, '2025-04-30')).validity.code).toBe('IN_FORCE');
    expect((await at(older, '2025-05-01')).validity.code).toBe('REPEALED');
    const ended = (await at(older)).relations.find(({ type }) => type === 'REPEALS' || type === 'SUPERSEDES');
    expect(ended).toMatchObject({ direction: 'INCOMING', document: { number: { text: newer } } });
    const ends = (await at(newer)).relations.find(({ type }) => type === ended?.type);
    expect(ends).toMatchObject({ direction: 'OUTGOING', document: { number: { text: older } } });
    const interpreted = await Promise.all(
      [older, newer].map(async (number) => (await at(number)).interpretations.length),
    );
    expect(interpreted.reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});
