import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { GraphQLError } from 'graphql';
import type { Config } from '../config.ts';
import type { Kind } from '../disclosures/kind.ts';
import { byteOrderMark, csvLines } from '../exporting/csv.ts';
import { exportList, listHeader, listRows } from '../exporting/export.ts';
import type { Context } from '../graphql/context.ts';
import { cursorKeyOf } from '../instance.ts';
import { schema } from '../schema.ts';
import type { Store } from '../store/client.ts';
import { CommandError, kindOrStop, run, withStore } from './session.ts';

interface Options {
  readonly output?: string;
  readonly search?: string;
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
    for await (const records of exportList(schema, context, kind, search === undefined ? {} : { search })) {
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
  .action((kindName: string, { output, search }: Options) =>
    run(async (config) => {
      const kind = kindOrStop(kindName);
      await withStore(config, async (store) => {
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
