import { open } from 'node:fs/promises';
import { Command } from 'commander';
import { exportLog } from '../exporting/log.ts';
import { discrepancies } from '../publishing/integrity.ts';
import { type VerifyOptions, verify } from '../verifier.ts';
import { CommandError, run, withKnownStore } from './session.ts';

const exportLogCommand = new Command('export')
  .description('把整份日志写成文件，可离线核验 / write the whole log to a file that can be verified offline')
  .requiredOption('--output <file>', '写到文件 / the file to write')
  .action(({ output }: { output: string }) =>
    run((config) =>
      withKnownStore(config, async (store) => {
        const file = await open(output, 'w').catch((error: NodeJS.ErrnoException) => {
          throw new CommandError(
            `写不到文件 ${output}（${error.code}）；请核对路径。`,
            `The file ${output} cannot be written (${error.code}); check the path.`,
          );
        });
        try {
          const lines = await exportLog(store, (line) => file.writeFile(line));
          process.stdout.write(`${output}: ${Math.max(0, lines - 1)} 条 entries\n`);
        } finally {
          await file.close();
        }
      }),
    ),
  );

export const logCommand = new Command('log')
  .description('透明日志 / the log of publications')
  .addCommand(exportLogCommand);

export const verifyCommand = new Command('verify')
  .description(
    '核验透明日志及其中每一版的全文，不必信任平台 / verify the log and the statement of every edition in it, without trusting the platform',
  )
  .argument('<url-or-file>', '平台地址，或 gongkai log export 写的文件 / address of a platform, or an exported file')
  .option('--key <key>', '公钥，或存有公钥的文件；不给则取平台自己的 / the verifier key or a file with it')
  .option(
    '--since <file>',
    '此前存下的检查点：证明历史没有改写 / an earlier checkpoint: proves history was not rewritten',
  )
  .option('--save <file>', '核验无误则存下检查点 / save the checkpoint when all is well')
  .action(async (where: string, options: VerifyOptions) => {
    process.exitCode = await verify(where, options, (line) => process.stdout.write(`${line}\n`));
  });

export const checkCommand = new Command('check')
  .description(
    '内部核对：库中的版本、全文、理由和文件与日志是否一致 / compare what is stored with what was logged, inside the platform',
  )
  .action(() =>
    run((config) =>
      withKnownStore(config, async (store) => {
        let count = 0;
        for await (const { indexNumber, edition, message } of discrepancies(store)) {
          count += 1;
          process.stdout.write(`✗ ${indexNumber ?? '（无索引号）'} 第 ${edition} 版：${message.zh} / ${message.en}\n`);
        }
        if (count > 0) process.exitCode = 1;
        else process.stdout.write('✓ 库中内容与日志一致 / what is stored is what was logged\n');
      }),
    ),
  );
