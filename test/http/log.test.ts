import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tilePath, tileWidth } from '../../api/core/log-tile.ts';
import { GrowingTree, leafHash, rootHash } from '../../api/core/merkle.ts';
import { openNote, parseCheckpoint } from '../../api/core/signed-note.ts';
import { appendToLog } from '../../api/publishing/log.ts';
import { sql } from '../../api/store/statements.ts';
import { emptyCounty, publishPaper, sampleCounty, stagePaper, withdrawPaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { type History, logEntries, publishHistory } from '../support/log.ts';
import { openServer, type TestServer } from '../support/server.ts';

describe.each(databases)('the log over HTTP on $name', (database) => {
  let server: TestServer;
  let history: History;
  let size: number;

  beforeAll(async () => {
    const store = await sampleCounty(database, 72);
    history = await publishHistory(store);
    server = await openServer(store);
    size = (await logEntries(store)).length;
    expect(size).toBeGreaterThan(tileWidth);
  });
  afterAll(() => server.close());

  const bytesOf = async (url: string): Promise<Buffer> => {
    const { statusCode, rawPayload } = await server.server.inject({ method: 'GET', url });
    expect([url, statusCode]).toEqual([url, 200]);
    return rawPayload;
  };
  const digestOf = async (indexNumber: string, edition: number): Promise<string> => {
    const [row] = await server.store.read<{ digest: string }>(
      sql`select digest from edition e join document d on d.id = e.document_id where d.index_number = ${indexNumber} and e.number = ${edition}`,
    );
    return row?.digest.slice('sha256:'.length) ?? '';
  };

  test('the checkpoint is signed, is asked for again each time, and is told not to have changed', async () => {
    const { body, headers } = await server.get('/log/checkpoint');
    expect(headers).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, no-cache' });
    const key = await server.get('/.well-known/gongkai-log-key');
    expect(key.headers['content-type']).toBe('text/plain; charset=utf-8');
    const checkpoint = parseCheckpoint(openNote(body, key.body.trim()) ?? '');
    expect(checkpoint?.size).toBe(size);
    const again = await server.get('/log/checkpoint', { 'if-none-match': headers['etag'] ?? '' });
    expect(again.status).toBe(304);
  });

  test('the tiles are those of tlog-tiles, and hash to the signed root', async () => {
    const { body } = await server.get('/log/checkpoint');
    const hashes = new Map<string, Buffer>();
    for (let level = 0; Math.floor(size / tileWidth ** level) > 0; level += 1) {
      const count = Math.floor(size / tileWidth ** level);
      for (let index = 0; index * tileWidth < count; index += 1) {
        const width = Math.min(tileWidth, count - index * tileWidth);
        const tile = await bytesOf(`/log/tile/${tilePath({ level, index, width })}`);
        expect(tile.length).toBe(width * 32);
        for (let at = 0; at < width; at += 1)
          hashes.set(`${level * 8}/${index * tileWidth + at}`, tile.subarray(at * 32, at * 32 + 32));
      }
    }
    // What stands between the levels of tiles is hashed from the lowest.
    const tree = new GrowingTree();
    for (let leaf = 0; leaf < size; leaf += 1) {
      for (const { level, position, hash } of tree.append(hashes.get(`0/${leaf}`) as Buffer)) {
        const told = hashes.get(`${level}/${position}`);
        if (level % 8 === 0) expect(told).toEqual(hash);
        hashes.set(`${level}/${position}`, hash);
      }
    }
    const root = rootHash(size, (level, position) => hashes.get(`${level}/${position}`) as Buffer);
    expect(parseCheckpoint(body)?.root).toEqual(root);
  });

  test('bundles hold the entries that hash to the leaves, each behind its length', async () => {
    const stored = await logEntries(server.store);
    const first = await bytesOf('/log/tile/entries/000');
    const rest = await bytesOf(`/log/tile/entries/001.p/${size - tileWidth}`);
    const read: string[] = [];
    for (const bundle of [first, rest])
      for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at))
        read.push(bundle.toString('utf8', at + 2, at + 2 + bundle.readUInt16BE(at)));
    expect(read).toEqual(stored.map(({ body }) => body));
    expect(read.map(leafHash)).toEqual(stored.map((each) => each.leafHash));
  });

  test('tiles may be kept for ever', async () => {
    for (const url of ['/log/tile/0/000', '/log/tile/0/001.p/3', '/log/tile/1/000.p/1', '/log/tile/entries/000']) {
      const { headers, status } = await server.get(url);
      expect([url, status]).toEqual([url, 200]);
      expect(headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
        'access-control-allow-origin': '*',
      });
    }
  });

  test('what is not in the log is not there, in a sentence', async () => {
    const paths = [
      'tile/0/001',
      `tile/0/001.p/${tileWidth - 1}`,
      'tile/0/002.p/1',
      'tile/1/000.p/2',
      'tile/1/000',
      'tile/2/000.p/1',
      'tile/63/x999/x999/x999/999',
      'tile/entries/001',
      'tile/entries/0',
      'tile/00/000',
      'tile/',
      'statements/abc',
      `statements/${'0'.repeat(64)}`,
      `statements/${'A'.repeat(64)}`,
      'statements/..%2f..%2fcheckpoint',
    ];
    for (const path of paths) {
      const { status, headers, body } = await server.get(`/log/${path}`);
      expect([path, status]).toEqual([path, 404]);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(headers['cache-control']).toBe('no-store');
      expect(body).toMatch(/\p{Script=Han}/u);
    }
  });

  test('what an edition states is given byte for byte, also of one that was replaced', async () => {
    for (const [indexNumber, edition, words] of [
      [history.changed, 1, '一。'],
      [history.changed, 2, '一，更新。'],
      [history.back, 2, '二，重新发布。'],
    ] as const) {
      const url = `/log/statements/${await digestOf(indexNumber, edition)}`;
      const { body, headers } = await server.get(url);
      expect(headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'cache-control': 'public, no-cache',
      });
      expect(JSON.stringify(JSON.parse(body))).toContain(words);
      expect(url).toContain(createHash('sha256').update(body).digest('hex'));
    }
  });

  test('of what was withdrawn it says so, with the reason, from that moment on', async () => {
    const gone = await server.get(`/log/statements/${await digestOf(history.withdrawn, 1)}`);
    expect(gone.status).toBe(410);
    expect(JSON.parse(gone.body)).toMatchObject({ code: 'WITHDRAWN', reason: '内容有误' });
    // Published again, the document is back; the edition that was withdrawn is not.
    expect((await server.get(`/log/statements/${await digestOf(history.back, 1)}`)).status).toBe(410);
    const { indexNumber } = await publishPaper(server.store, { subject: '短暂的工作', number: '桓政办字〔2024〕60号' });
    const url = `/log/statements/${await digestOf(indexNumber, 1)}`;
    await expect.poll(async () => (await server.get(url)).status).toBe(200);
    await withdrawPaper(server.store, indexNumber);
    await expect.poll(async () => (await server.get(url)).status).toBe(410);
    await expect.poll(async () => (await server.get('/log/checkpoint')).body).toContain(`\n${size + 2}\n`);
  });

  test('a draft changes no byte below /log, and its statement is not there', async () => {
    const urls = ['/log/checkpoint', '/log/tile/0/001.p/9', '/log/tile/entries/000', '/.well-known/gongkai-log-key'];
    const answers = () => Promise.all(urls.map(async (url) => [url, (await server.get(url)).body]));
    const before = await answers();
    const draft = await stagePaper(server.store, { subject: '未公开的工作', number: '桓政办字〔2024〕61号' });
    const edition = await server.store.db.edition.findUniqueOrThrow({ where: { id: draft } });
    const address = `/log/statements/${edition.digest.slice('sha256:'.length)}`;
    server.platform.answers.purge('*');
    expect(await answers()).toEqual(before);
    const [hidden, unknown] = [await server.get(address), await server.get(`/log/statements/${'0'.repeat(64)}`)];
    expect(hidden.status).toBe(404);
    const withoutAddress = (body: string) => body.replaceAll(/"(instance|requestId)":"[^"]*"/g, '');
    expect(withoutAddress(hidden.body)).toBe(withoutAddress(unknown.body));
  });
});

describe.each(databases)('a platform without publications on $name', (database) => {
  test('has no log before its first start, and then an empty one', async () => {
    const server = await openServer(await emptyCounty(database));
    for (const url of ['/log/checkpoint', '/.well-known/gongkai-log-key', '/log/tile/0/000.p/1'])
      expect((await server.get(url)).status).toBe(404);
    expect(await server.ask('{ platform { log { size } } }')).toEqual({ platform: { log: null } });
    await server.store.db.$transaction(appendToLog);
    expect((await server.get('/log/checkpoint')).body).toMatch(/^gongkai-[0-9a-f]{8}\n0\n47DEQpj8HBSa/);
    expect((await server.get('/log/tile/0/000.p/1')).status).toBe(404);
    await server.close();
  });
});
