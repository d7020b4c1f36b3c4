import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { exportLog } from '../../api/exporting/log.ts';
import { appendToLog } from '../../api/publishing/log.ts';
import type { Store } from '../../api/store/client.ts';
import { type VerifyOptions, verify } from '../../api/verifier.ts';
import { publishPaper, sampleCounty, withdrawPaper } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { type History, loggedCounty, publicEvents, tamper } from '../support/log.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { importsOf, read } from '../support/source.ts';
import { gongkai, sentence, stack, start } from './cli.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gk-verify-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function verified(where: string, options: VerifyOptions = {}): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await verify(where, options, (line) => void lines.push(line));
  return { code, said: lines.join('\n') };
}

test('the verifier is one file below two hundred lines that needs nothing but Node', () => {
  expect(importsOf('api/verifier.ts').filter((target) => !target.startsWith('node:'))).toEqual([]);
  expect(read('api/verifier.ts')).not.toMatch(/from '\.|import\(/);
  expect(read('api/verifier.ts').split('\n').length).toBeLessThanOrEqual(200);
});

describe.each(databases)('a log verified from outside on $name', (database) => {
  let server: TestServer;
  let store: Store;
  let history: History;
  let address: string;
  let checkpoint: string;

  const begin = async (onStatement?: () => Promise<void>) => {
    ({ store, history } = await loggedCounty(database));
    server = await openServer(store);
    server.server.addHook('onRequest', async ({ url }) => {
      if (url.startsWith('/log/statements/')) await onStatement?.();
    });
    address = await server.listen();
    checkpoint = join(folder, `${crypto.randomUUID()}.txt`);
    if (!onStatement) expect(await verified(address, { save: checkpoint })).toMatchObject({ code: 0 });
  };
  afterEach(() => server.close());

  /** What the platform answers once somebody was at its database. */
  const tampered = async (...statements: readonly string[]) => {
    await tamper(store, ...statements);
    server.platform.answers.purge('*');
    return verified(address);
  };
  /** Whoever holds the key writes another history and signs it. */
  const signAnew = async (...statements: readonly string[]): Promise<void> => {
    await tamper(store, ...statements, 'delete from log_entry', 'delete from log_hash', 'delete from checkpoint');
    await store.db.$transaction(appendToLog);
    server.platform.answers.purge('*');
  };
  const dumped = async (): Promise<string[]> => {
    const lines: string[] = [];
    await exportLog(store, async (line) => void lines.push(line));
    return lines;
  };
  const fileOf = async (lines: readonly string[]): Promise<string> => {
    const path = join(folder, `${crypto.randomUUID()}.jsonl`);
    await writeFile(path, lines.join(''));
    return path;
  };
  const fault = (timepoint: number, indexNumber: string, words: string) =>
    `✗ 序号 timepoint ${timepoint}，索引号 index number ${indexNumber}：${words}`;

  test('agrees, over HTTP and in a file, and goes on from where it was', async () => {
    await begin();
    const { code, said } = await verified(address, { since: checkpoint });
    expect([code, said]).toEqual([0, expect.stringMatching(/8 entries, 4 statements as signed; 2 withdrawn, 0 by/)]);
    const dump = await fileOf(await dumped());
    expect(await verified(dump, { since: checkpoint })).toEqual({ code, said });
    await publishPaper(store, { subject: '新的工作', number: '桓政办字〔2024〕70号' });
    await withdrawPaper(store, history.changed);
    server.platform.answers.purge('*');
    const later = await verified(address, { since: checkpoint });
    expect([later.code, later.said]).toEqual([0, expect.stringMatching(/10 entries, 3 statements .* 4 withdrawn/)]);
    expect(await verified(dump, { key: said.split('\n').at(-1)?.trim() ?? '' })).toMatchObject({ code: 0 });
  });

  test('what is withdrawn while it is being read is no fault: the longer log is read', async () => {
    let isWithdrawn = false;
    await begin(async () => {
      if (isWithdrawn) return;
      isWithdrawn = true;
      await withdrawPaper(store, history.changed);
      server.platform.answers.purge('*');
    });
    const { code, said } = await verified(address);
    expect([code, said]).toEqual([0, expect.stringMatching(/9 entries, 2 statements .* 4 withdrawn/)]);
  });

  test('what was published before statements were kept is told to be logged by its digest only', async () => {
    await begin();
    await signAnew(`delete from statement where body like '%第1项%'`);
    const { code, said } = await verified(address);
    expect([code, said]).toEqual([0, expect.stringMatching(/2 statements as signed; 2 withdrawn, 2 by digest only/)]);
  });

  test('names a statement of which one byte was changed', async () => {
    await begin();
    const { code, said } = await tampered(
      `update statement set body = replace(body, '一，更新。', '二，更新。') where body like '%一，更新。%'`,
    );
    expect(code).toBe(1);
    expect(said).toContain(fault(2, history.changed, '全文已被改动'));
    expect(said.split('\n')).toHaveLength(1);
  });

  test('names a statement that is gone, and one withheld without a withdrawal', async () => {
    await begin();
    const missing = await tampered(`delete from statement where body like '%一，更新。%'`);
    expect(missing).toEqual({ code: 1, said: expect.stringContaining(fault(2, history.changed, '全文缺失')) });
    const withheld = await tampered(
      `update edition set state = 'WITHDRAWN', published_until = now() where title like '%第5项%' and published_at is not null`,
      `insert into event (at, type, kind, document_id, edition_id, actor, reason)
       select now(), 'WITHDRAWN', kind, document_id, id, 'x', 'x' from edition where title like '%第5项%'`,
    );
    expect(withheld.said).toMatch(/timepoint 8，.*全文不予提供/);
  });

  test('names an entry of which one byte was changed', async () => {
    await begin();
    const { code, said } = await tampered(
      `update log_entry set body = replace(body, '第2项', '第7项') where timepoint = 3`,
    );
    expect(code).toBe(1);
    expect(said).toContain(fault(3, history.back, '条目已被改动'));
    expect(said).toContain('全部条目的根与签名的根不符');
  });

  test('says so when the hash was changed with it: the signed root is another', async () => {
    await begin();
    const { code, said } = await tampered(
      `update log_entry set body = replace(body, '第2项', '第7项') where timepoint = 3`,
      `update log_entry set leaf_hash = sha256('\\x00'::bytea || convert_to(body, 'UTF8')) where timepoint = 3`,
    );
    expect([code, said]).toEqual([1, expect.stringContaining(fault(publicEvents, '*', '全部条目的根与签名的根不符'))]);
  });

  test('names the first entry that was removed, at the end and in the middle', async () => {
    await begin();
    const last = await tampered('delete from log_entry where timepoint = 8');
    expect(last).toEqual({ code: 1, said: expect.stringContaining(fault(8, '*', '此条起缺失')) });
    const middle = await tampered('delete from log_entry where timepoint = 4');
    expect(middle).toEqual({ code: 1, said: expect.stringContaining(fault(4, '*', '此条起缺失')) });
  });

  test('names two entries that changed places', async () => {
    await begin();
    const { code, said } =
      await tampered(`update log_entry a set body = b.body, leaf_hash = b.leaf_hash from log_entry b
      where (a.timepoint, b.timepoint) in ((3, 6), (6, 3))`);
    expect(code).toBe(1);
    expect(said).toContain(fault(3, history.withdrawn, '序号不连续'));
    expect(said).toContain(fault(6, history.back, '序号不连续'));
    expect(said).toContain('时刻没有递增');
  });

  test('of a history written anew with the same key, says that it is not the one that was signed', async () => {
    await begin();
    const signed = await readFile(checkpoint, 'utf8');
    await signAnew(`update edition set title = replace(title, '第1项', '第9项') where title like '%第1项%'`);
    expect(await verified(address)).toMatchObject({ code: 0 });
    const { code, said } = await verified(address, { since: checkpoint });
    expect([code, said]).toEqual([1, expect.stringContaining(fault(publicEvents, '*', '历史被改写或分叉'))]);
    // Both signed notes are the evidence.
    expect(said).toContain('keep both checkpoints');
    expect(said).toContain(signed);
    expect(said).toContain((await server.get('/log/checkpoint')).body);
    await publishPaper(store, { subject: '新的工作', number: '桓政办字〔2024〕71号' });
    server.platform.answers.purge('*');
    expect(await verified(address, { since: checkpoint })).toMatchObject({ code: 1 });
  });

  test('of a history that was cut short and signed anew, says that there was more', async () => {
    await begin();
    await signAnew(`delete from event where timepoint = (select max(event_timepoint) from log_entry)`);
    expect(await verified(address)).toMatchObject({ code: 0 });
    const { code, said } = await verified(address, { since: checkpoint, save: checkpoint });
    expect([code, said]).toEqual([1, expect.stringContaining(fault(publicEvents, '*', '历史被截短'))]);
    // The older one, which proves it, is not written over.
    expect(await readFile(checkpoint, 'utf8')).toContain(`\n${publicEvents}\n`);
  });

  test('of another key, and of a checkpoint nobody signed, says so', async () => {
    await begin();
    const { body: key } = await server.get('/.well-known/gongkai-log-key');
    const keyFile = await fileOf([key]);
    expect(await verified(address, { key: keyFile, since: checkpoint })).toMatchObject({ code: 0 });
    const forged = await tampered(`update checkpoint set note = replace(note, E'\\n8\\n', E'\\n9\\n')`);
    expect([forged.code, forged.said]).toEqual([1, expect.stringContaining('检查点不是用这把密钥签的')]);
    await tamper(store, `delete from setting where name in ('log-key', 'log-origin')`);
    await signAnew('select 1');
    expect(await verified(address)).toMatchObject({ code: 0 });
    expect((await verified(address, { key: keyFile })).said).toContain('检查点不是用这把密钥签的');
    const exchanged = await verified(address, { since: checkpoint });
    expect([exchanged.code, exchanged.said]).toEqual([1, expect.stringContaining('此前的检查点是另一把密钥签的')]);
  });

  test('finds the same in a file: a line removed, a line swapped, a statement or entry changed', async () => {
    await begin();
    const lines = await dumped();
    expect(lines).toHaveLength(publicEvents + 1);
    expect(lines.map((line) => JSON.parse(line)).filter(({ statement }) => statement === null)).toHaveLength(4);
    const removed = await verified(await fileOf(lines.toSpliced(5, 1)));
    expect(removed.said).toContain(fault(5, history.withdrawn, '序号不连续'));
    const swapped = await verified(await fileOf(lines.with(3, lines[5] ?? '').with(5, lines[3] ?? '')));
    expect(swapped.said).toContain(fault(3, history.back, '序号不连续'));
    const cut = await verified(await fileOf(lines.slice(0, -1)));
    expect(cut.said).toContain(fault(publicEvents, '*', '此条起缺失'));
    const stated = await verified(await fileOf(lines.map((line) => line.replace('一，更新。', '一，已更新。'))));
    expect(stated.said).toContain(fault(2, history.changed, '全文已被改动'));
    const changed = await verified(await fileOf(lines.map((line) => line.replace('第3项', '第8项'))));
    expect(changed.said).toContain(fault(6, history.withdrawn, '条目已被改动'));
    const withheld = await verified(
      await fileOf(lines.with(1, lines[1]?.replace(/"statement":"(\\.|[^"])*"/, '"statement":null') ?? '')),
    );
    expect(withheld.said).toContain(fault(1, history.changed, '全文不予提供'));
    const unreadable = await verified(await fileOf(lines.map((line) => line.replace('{\\"at', '[\\"at'))));
    expect(unreadable.said).toContain(fault(1, '*', '条目已被改动'));
    for (const { code } of [removed, swapped, cut, stated, changed, withheld, unreadable]) expect(code).toBe(1);
  });

  test('what could not be checked is not called wrong', async () => {
    await begin();
    for (const where of [
      'http://127.0.0.1:9',
      join(folder, 'nowhere'),
      await fileOf(['{"a":1}\n']),
      `${address}/nowhere`,
    ]) {
      const { code, said } = await verified(where);
      expect([where, code]).toEqual([where, 2]);
      expect(said).toMatch(/未能核验 could not check/);
    }
  });
});

describe('from a shell', () => {
  test('the sample is verified over HTTP and offline, with exit codes', async () => {
    const [database] = databases;
    if (!database) throw new Error('no database');
    const server = await openServer(await sampleCounty(database, 40));
    const address = await server.listen();
    const save = join(folder, 'sample.txt');
    const alone = await start('api/verifier.ts', [address, '--save', save]).ended;
    expect([alone.code, alone.stdout]).toEqual([
      0,
      expect.stringMatching(/✓ \d{3} entries, \d{3} statements as signed/),
    ]);
    const lines: string[] = [];
    await exportLog(server.store, async (line) => void lines.push(line));
    const dump = join(folder, 'sample.jsonl');
    await writeFile(dump, lines.join(''));
    const offline = await gongkai(['verify', dump, '--since', save]);
    expect([offline.code, offline.stderr, offline.stdout]).toEqual([0, '', alone.stdout]);
    await server.close();
    const away = await gongkai(['verify', address]);
    expect([away.code, away.stdout]).toEqual([2, expect.stringMatching(sentence)]);
    await writeFile(dump, lines.slice(0, -1).join(''));
    const wrong = await start('api/verifier.ts', [dump]).ended;
    expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringMatching(sentence)]);
    for (const { stderr } of [alone, offline, away, wrong]) expect(stderr).not.toMatch(stack);
  });

  test('the log of a data folder is exported, also an empty one', async () => {
    const output = join(folder, 'empty.jsonl');
    const environment = { GONGKAI_DATA: join(folder, 'data') };
    expect((await gongkai(['check'], environment)).stderr).toMatch(/没有数据目录/);
    await gongkai(['drafts'], environment);
    expect(await gongkai(['check'], environment)).toMatchObject({ code: 0 });
    const exported = await gongkai(['log', 'export', '--output', output], environment);
    expect([exported.code, exported.stderr]).toEqual([0, '']);
    expect(exported.stdout).toContain('0 条 entries');
    const { code, stdout } = await gongkai(['verify', output]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('0 entries, 0 statements as signed')]);
    const nowhere = await gongkai(['log', 'export', '--output', join(folder, 'no/where.jsonl')], environment);
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringMatching(sentence)]);
    expect(nowhere.stderr).not.toMatch(stack);
  });
});
