// npm run bench:lines -- [--rows 1000000]
//
// A million budget lines in and out, against PostgreSQL's own COPY of the same rows into the same table (guards, keys and
// index included) and out of it: time as a ratio, and the memory of our process.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { random } from '../../api/core/random.ts';
import { linesExport } from '../../api/disclosures/budget/lines-export.ts';
import { seedCountyOnce } from '../../api/seeding/county.ts';
import { openDatabase } from '../../api/store/client.ts';
import { migrate } from '../../api/store/migrate.ts';
import { inlined } from '../../api/store/row-stream.ts';
import { startPostgres } from '../support/postgres.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' } } });
const count = Number(values.rows);
const codes = [
  '2010301',
  '2010302',
  '2050201',
  '2050202',
  '2050203',
  '2080505',
  '2101101',
  '2130305',
  '2210201',
  '2240106',
];

const step = (text: string) => process.stderr.write(`${text}\n`);

function* rowsOf(): Generator<{
  code: string;
  name: string;
  body: string;
  day: string;
  approved: string;
  final: string;
}> {
  const { int } = random(7);
  for (let index = 0; index < count; index += 1) {
    yield {
      code: codes[index % codes.length] ?? '',
      name: `支付事项第${index}笔`,
      body: `桓台县第${index % 190}单位`,
      day: `2023-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
      approved: `${int(1, 999_999)}.${String(int(0, 99)).padStart(2, '0')}`,
      final: `${int(1, 999_999)}.${String(int(0, 99)).padStart(2, '0')}`,
    };
  }
}

function* pieces(
  head: string,
  line: (row: ReturnType<typeof rowsOf> extends Generator<infer Row> ? Row : never, index: number) => string,
): Generator<string> {
  let text = head;
  let index = 0;
  for (const row of rowsOf()) {
    text += line(row, index);
    index += 1;
    if (text.length < 1 << 16) continue;
    yield text;
    text = '';
  }
  yield text;
}

const fenOf = (yuan: string): string => yuan.replace('.', '');

/** The peak of a process's memory in MB, watched while it runs (Linux). */
async function watched(child: ChildProcess): Promise<{ seconds: number; megabytes: number }> {
  const start = performance.now();
  let peak = 0;
  const timer = setInterval(() => {
    readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (status) => {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      },
      () => undefined,
    );
  }, 50);
  let complaint = '';
  child.stderr?.on('data', (chunk) => (complaint += chunk));
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
  clearInterval(timer);
  if (code !== 0) throw new Error(`the command ended with ${code ?? signal}: ${complaint.slice(-2_000)}`);
  return { seconds: (performance.now() - start) / 1000, megabytes: peak / 1024 };
}

const command = (url: string, ...args: readonly string[]) =>
  watched(
    spawn(process.execPath, ['api/cli.ts', ...args], {
      env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
      stdio: ['ignore', 'ignore', 'pipe'],
    }),
  );

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

interface Row {
  readonly title: string;
  readonly seconds: number;
  readonly peer: number;
  readonly atMost: number;
  readonly megabytes: number;
  readonly mostMegabytes: number;
}

const print = (rows: readonly Row[]): void => {
  process.stdout.write(
    `\n${count.toLocaleString('en')} budget lines, PostgreSQL 18; COPY is given the same rows, table, guards, keys and index\n\n`,
  );
  process.stdout.write(
    '| row | seconds | COPY, seconds | ratio | target | peak memory, MB | target | |\n|---|---|---|---|---|---|---|---|\n',
  );
  for (const { title, seconds, peer, atMost, megabytes, mostMegabytes } of rows) {
    const isGood = seconds / peer <= atMost && megabytes <= mostMegabytes;
    process.stdout.write(
      `| ${title} | ${seconds.toFixed(1)} | ${peer.toFixed(1)} | ${(seconds / peer).toFixed(2)} | ≤ ${atMost} | ${megabytes.toFixed(0)} | ≤ ${mostMegabytes} | ${isGood ? '✓' : '✗'} |\n`,
    );
  }
};

const folder = await mkdtemp(join(tmpdir(), 'gongkai-bench-'));
const postgres = await startPostgres();
const ending = setTimeout(() => process.exit(1), 9 * 60_000);
try {
  const { url } = postgres;
  const store = await openDatabase({ url });
  await migrate(store);
  await store.db.$transaction(seedCountyOnce);
  step('making the files');
  const csv = join(folder, 'lines.csv');
  const copy = join(folder, 'lines.copy');
  const editionId = randomUUID();
  await pipeline(
    Readable.from(
      pieces(
        '\ufeff科目编码,科目名称,单位名称,支付日期,预算数,决算数\r\n',
        ({ code, name, body, day, approved, final }) => `${code},${name},${body},${day},${approved},${final}\r\n`,
      ),
    ),
    createWriteStream(csv),
  );
  await pipeline(
    Readable.from(
      pieces(
        '',
        ({ code, name, body, day, approved, final }, index) =>
          `${editionId}\t${index}\t0\tDETAIL\tDEPARTMENT\t${index + 2}\tEXPENDITURE\tFUNCTION\t${code}\t${name}\t3\tf\tTOTAL\t\\N\t${body}\t${day}\t\\N\t${fenOf(approved)}\t\\N\t\\N\t${fenOf(final)}\n`,
      ),
    ),
    createWriteStream(copy),
  );
  const client = new pg.Client(url);
  // Where a step fails its own error is told, not that the database ends with the run.
  client.on('error', () => undefined);
  await client.connect();
  const [organization] = (await client.query<{ id: string }>(`select id from organization where name = '桓台县财政局'`))
    .rows;
  const documentId = randomUUID();
  await client.query('begin');
  await client.query(`insert into document (id, kind, identity, organization_id) values ($1, 'budget', 'copy', $2)`, [
    documentId,
    organization?.id,
  ]);
  await client.query(
    `insert into edition (id, document_id, kind, number, state, reason, title, publisher_id, digest) values ($1, $2, 'budget', 1, 'DRAFT', 'FIRST', 'copy', $3, 'x')`,
    [editionId, documentId, organization?.id],
  );
  await client.query(
    `insert into budget (edition_id, fiscal_year, stage, level, body, line_count, lines_digest) values ($1, 2023, 'FINAL_ACCOUNTS', 'DEPARTMENT', 'x', 0, 'x')`,
    [editionId],
  );
  step('COPY in');
  const columns =
    'edition_id, position, table_position, form, level, row, side, scheme, code, name, depth, is_part, component, economic_code, body, day, prior, approved, adjusted, executed, final';
  const copyIn = await timed(async () => {
    await pipeline(createReadStream(copy), client.query(copyFrom(`copy budget_line (${columns}) from stdin`)));
    await client.query('commit');
  });
  await client.query(`delete from edition where id = $1`, [editionId]);
  await client.query('vacuum full budget_line');
  step('import');
  const facts = ['表=收支明细', '年度=2023', '阶段=决算', '机构=桓台县财政局', '层级=部门', '单位=元'].flatMap(
    (fact) => ['--set', fact],
  );
  const imported = await command(
    url,
    'import',
    'budget',
    csv,
    ...facts,
    '--attribute',
    'PROACTIVE',
    '--publish',
    '--reviewed-by',
    '审查人',
  );
  await client.query('vacuum analyze budget_line');
  const select = inlined(linesExport.select({ asOf: null, validOn: '2026-01-01' as never }, new Map()));
  step('COPY out');
  const copyOut = await timed(() =>
    pipeline(
      client.query(copyTo(`copy (${select}) to stdout with (format csv)`)),
      createWriteStream(join(folder, 'out.copy')),
    ),
  );
  const rows: Row[] = [
    {
      title: 'import CSV, checked and published',
      seconds: imported.seconds,
      peer: copyIn,
      atMost: 4,
      megabytes: imported.megabytes,
      mostMegabytes: 300,
    },
  ];
  for (const format of ['csv', 'jsonl', 'xlsx', 'parquet']) {
    step(`export ${format}`);
    const { seconds, megabytes } = await command(
      url,
      'export',
      'budget',
      '--lines',
      '--format',
      format,
      '--output',
      join(folder, `out.${format}`),
    );
    rows.push({
      title: `export ${format.toUpperCase()}`,
      seconds,
      peer: copyOut,
      atMost: 2,
      megabytes,
      mostMegabytes: 200,
    });
  }
  await client.end();
  await store.close();
  print(rows);
} finally {
  clearTimeout(ending);
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
