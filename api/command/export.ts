import { createWriteStream } from 'node:fs';
import { Command } from 'commander';
import { byteOrderMark, csvLines } from '../exporting/csv.ts';
import { exportList, listHeader, listRows } from '../exporting/export.ts';
import type { Context } from '../graphql/context.ts';
import { cursorKeyOf } from '../instance.ts';
import { schema } from '../schema.ts';
import { kindOrStop, run, withStore } from './session.ts';

export const exportCommand = new Command('export')
  .description('把已公开的列表导出为 CSV / write the published list as CSV')
  .argument('<kind>', '种类 / kind')
  .option('--output <file>', '写到文件；不给则写到标准输出 / a file; standard output without it')
  .option('--search <words>', '检索词 / words to search for')
  .action((kindName: string, { output, search }: { output?: string; search?: string }) =>
    run((config) =>
      withStore(config, async (store) => {
        const kind = kindOrStop(kindName);
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
        const target = output === undefined ? process.stdout : createWriteStream(output);
        let rows = 0;
        target.write(byteOrderMark + csvLines([listHeader(kind, 'label')]));
        for await (const records of exportList(schema, context, kind, search === undefined ? {} : { search })) {
          if (records.length > 0) target.write(csvLines(listRows(kind, records)));
          rows += records.length;
        }
        if (output !== undefined) {
          await new Promise<void>((resolve) => {
            target.end(() => resolve());
          });
          process.stdout.write(`${output}: ${rows} 行 rows\n`);
        }
      }),
    ),
  );
