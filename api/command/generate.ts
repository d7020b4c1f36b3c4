import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { printedWorkbook } from '../exporting/printed.ts';
import { type Scale, scales } from '../seeding/scales.ts';
import { defaultSeed } from '../seeding/seed.ts';
import { CommandError, kindOrStop, run } from './session.ts';

export const generateCommand = new Command('generate')
  .description(
    '生成示例县的文件（各部门公开的样子），可埋入错误并附清单 / make the sample county’s files, with errors planted and a ledger of them',
  )
  .argument('<kind>', '种类 / kind')
  .requiredOption('--output <folder>', '写到这个文件夹 / the folder to write to')
  .addOption(
    new Option('--scale <scale>', 'S 约 10⁴ 行，M 10⁶，L 10⁷ / lines').choices(Object.keys(scales)).default('S'),
  )
  .option('--faults', '每种错误各埋一份，写入 ledger.json / plant each kind of error, listed in ledger.json')
  .action((kindName: string, { output, scale, faults = false }: { output: string; scale: Scale; faults?: boolean }) =>
    run(async () => {
      const kind = kindOrStop(kindName);
      await mkdir(output, { recursive: true });
      const ledger: { file: string; expected: unknown }[] = [];
      let count = 0;
      for (const made of kind.files({ seed: defaultSeed, ...scales[scale], faults })) {
        const { name, expected } = made;
        const file = 'text' in made ? `${name}.txt` : `${name}.xlsx`;
        await writeFile(join(output, file), 'text' in made ? made.text : await printedWorkbook(made.sheets));
        count += 1;
        if (expected.length > 0) ledger.push({ file, expected });
      }
      if (count === 0) throw new CommandError(`${kind.name} 没有生成器。`, `${kind.name} has no generator of files.`);
      if (faults) await writeFile(join(output, 'ledger.json'), `${JSON.stringify(ledger, null, 2)}\n`);
      process.stdout.write(
        `${output}: ${count} 个文件 files${faults ? `, ${ledger.length} 个含错误 with errors` : ''}\n`,
      );
    }),
  );
