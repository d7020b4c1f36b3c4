import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { Command, Option } from 'commander';
import { GraphQLError } from 'graphql';
import type { Config } from '../config.ts';
import type { Kind } from '../disclosures/kind.ts';
import { byteOrderMark, csvLines } from '../exporting/csv.ts';
import { exportList, listHeader, listRows } from '../exporting/export.ts';
import { type LineFormat, lineFormats, tallied } from '../exporting/lines.ts';
import { linesOf } from '../exporting/lines-question.ts';
import type { Context } from '../graphql/context.ts';
import { cursorKeyOf } from '../instance.ts';
import { schema } from '../schema.ts';
import type { Store } from '../store/client.ts';
import { CommandError, kindOrStop, run, withStore } from './session.ts';

interface Options {
  readonly output?: string;
  readonly search?: string;
  readonly lines?: boolean;
  readonly format: LineFormat;
  readonly where?: readonly string[];
}

/** After so many milliseconds a person begins to wonder whether anything happens. */
const tellEvery = 3_000;

function nameAndValue(text: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  throw new CommandError(
    `--where 要写成“名称=值”，如 --where fiscalYear=2024；写的是“${text}”。`,
    `--where takes name=value, such as --where fiscalYear=2024; it was "${text}".`,
  );
}

/** The rows below the records of a kind, straight from the database. */
async function exportLines(store: Store, kind: Kind, { output, format, where = [] }: Options): Promise<void> {
  if (!kind.lines)
    throw new CommandError(
      `${kind.name} 没有可整体导出的明细。`,
      `${kind.name} has no lines to be exported as a whole.`,
    );
  const { select, options } = linesOf(kind.lines, Object.fromEntries(where.map(nameAndValue)), new Date());
  // Rows are made and dropped by the million: a small nursery keeps the program small, at no cost.
  setFlagsFromString('--max-semi-space-size=2');
  setFlagsFromString('--semi-space-growth-factor=1');
  const { bytes, tally } = tallied(kind.lines.columns, store.stream(select), format, options);
  const telling = setInterval(() => process.stderr.write(`${tally.rows} 行 rows …\n`), tellEvery);
  try {
    if (output === undefined) await pipeline(bytes, process.stdout, { end: false });
    else await pipeline(bytes, createWriteStream(output));
  } finally {
    clearInterval(telling);
  }
  const report = `${output ?? kind.lines.plural}: ${tally.rows} 行 rows, sha256 ${tally.sha256?.toString('hex') ?? ''}\n`;
  (output === undefined ? process.stderr : process.stdout).write(report);
}

/** The published list as lines of CSV, and how many rows there were. */
async function csvOf(store: Store, config: Config, kind: Kind, search: string | undefined) {
  const cursorKey = await cursorKeyOf(store);
  const context = (): Context => ({
    store,
    now: new Date(),
    baseUrl: config.publicUrl ?? `http://localhost:${config.port}`,
    cursorKey,
    touched: new Set(),
    clocks: { live: false, pinned: false },
    loaders: new Map(),
  });
  const count = { rows: 0 };
  async function* lines() {
    yield byteOrderMark + csvLines([listHeader(kind, 'label')]);
    for await (const records of exportList(schema, kind, search === undefined ? {} : { search }, (ask) =>
      ask(context()),
    )) {
      if (records.length > 0) yield csvLines(listRows(kind, records));
      count.rows += records.length;
    }
  }
  return { lines, count };
}

/** Why lines could not be written or asked for, in a sentence; undefined for a fault. A reader who has had enough is no fault. */
function explained(error: unknown, output: string | undefined): CommandError | null | undefined {
  if (error instanceof GraphQLError && !error.originalError) {
    const [zh = '', en = zh] = error.message.split(' / ');
    return new CommandError(zh, en);
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EPIPE') return null;
  if (output === undefined || !/^E[A-Z]+$/.test(code)) return undefined;
  return new CommandError(
    `写不到文件 ${output}（${code}）；请核对路径。`,
    `The file ${output} cannot be written (${code}); check the path.`,
  );
}

export const exportCommand = new Command('export')
  .description('把已公开的列表导出为 CSV / write the published list as CSV')
  .argument('<kind>', '种类 / kind')
  .option('--output <file>', '写到文件；不给则写到标准输出 / a file; standard output without it')
  .option('--search <words>', '检索词 / words to search for')
  .option('--lines', '导出明细（如预决算的每一行）/ the lines below the records, such as those of budgets')
  .addOption(
    new Option('--format <format>', '明细的格式 / format of the lines')
      .choices(Object.keys(lineFormats))
      .default('csv'),
  )
  .option(
    '--where <name=value>',
    '筛选明细，可重复 / narrows the lines; repeatable',
    (value, before: string[] = []) => [...before, value],
  )
  .action((kindName: string, given: Options) =>
    run(async (config) => {
      const kind = kindOrStop(kindName);
      const { output, search } = given;
      await withStore(config, async (store) => {
        if (given.lines) {
          await exportLines(store, kind, given).catch((error: unknown) => {
            const told = explained(error, output);
            if (told !== null) throw told ?? error;
          });
          return;
        }
        const { lines, count } = await csvOf(store, config, kind, search);
        try {
          if (output === undefined) await pipeline(lines, process.stdout, { end: false });
          else await pipeline(lines, createWriteStream(output));
        } catch (error) {
          const told = explained(error, output);
          if (told === null) return;
          throw told ?? error;
        }
        if (output !== undefined) process.stdout.write(`${output}: ${count.rows} 行 rows\n`);
      });
    }),
  );
