import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { exportCommand } from './command/export.ts';
import { generateCommand } from './command/generate.ts';
import { importCommand } from './command/import.ts';
import { checkCommand, logCommand, verifyCommand } from './command/log.ts';
import { organizationCommand } from './command/organization.ts';
import {
  discardCommand,
  draftsCommand,
  publishCommand,
  sealCommand,
  unscheduleCommand,
  withdrawCommand,
} from './command/publishing.ts';
import {
  approveCommand,
  clearCommand,
  findingsCommand,
  returnCommand,
  reviewCommand,
  signOffCommand,
  submitCommand,
} from './command/reviewing.ts';
import { sampleCommand } from './command/sample.ts';
import { templateCommand } from './command/template.ts';
import { auditCommand, tokenCommand } from './command/token.ts';
import { version } from './core/version.ts';

// Who reads our output may have had enough (| head): then it ends quietly.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

// The embedded database holds a function that takes the optimizing compiler three seconds and 300 MB: a command that is
// done before then is spared it, and one that goes on has it later.
setFlagsFromString('--wasm-tiering-budget=1000000000');

const program = new Command('gongkai')
  .description('公开：政府信息公开平台 / the disclosure platform')
  .version(version)
  .showHelpAfterError('（加 --help 看用法 / add --help for usage）')
  .addCommand(importCommand)
  .addCommand(draftsCommand)
  .addCommand(submitCommand)
  .addCommand(findingsCommand)
  .addCommand(reviewCommand)
  .addCommand(clearCommand)
  .addCommand(signOffCommand)
  .addCommand(approveCommand)
  .addCommand(returnCommand)
  .addCommand(discardCommand)
  .addCommand(publishCommand)
  .addCommand(unscheduleCommand)
  .addCommand(withdrawCommand)
  .addCommand(sealCommand)
  .addCommand(tokenCommand)
  .addCommand(auditCommand)
  .addCommand(exportCommand)
  .addCommand(logCommand)
  .addCommand(verifyCommand)
  .addCommand(checkCommand)
  .addCommand(organizationCommand)
  .addCommand(templateCommand)
  .addCommand(generateCommand)
  .addCommand(sampleCommand);

await program.parseAsync(process.argv);
