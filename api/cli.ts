import { setFlagsFromString } from 'node:v8';
import { Command } from 'commander';
import { version } from './core/version.ts';

// Who reads our output may have had enough (| head): then it ends quietly.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

// The embedded database holds a function that takes the optimizing compiler three seconds and 300 MB: a command that is
// done before then is spared it, and one that goes on has it later.
setFlagsFromString('--wasm-tiering-budget=1000000000');

/** Every command in the order of the help; nothing is read of those that are not asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import('./command/import.ts')).importCommand,
  drafts: async () => (await import('./command/publishing.ts')).draftsCommand,
  submit: async () => (await import('./command/reviewing.ts')).submitCommand,
  findings: async () => (await import('./command/reviewing.ts')).findingsCommand,
  review: async () => (await import('./command/reviewing.ts')).reviewCommand,
  clear: async () => (await import('./command/reviewing.ts')).clearCommand,
  'sign-off': async () => (await import('./command/reviewing.ts')).signOffCommand,
  approve: async () => (await import('./command/reviewing.ts')).approveCommand,
  return: async () => (await import('./command/reviewing.ts')).returnCommand,
  discard: async () => (await import('./command/publishing.ts')).discardCommand,
  publish: async () => (await import('./command/publishing.ts')).publishCommand,
  unschedule: async () => (await import('./command/publishing.ts')).unscheduleCommand,
  withdraw: async () => (await import('./command/publishing.ts')).withdrawCommand,
  seal: async () => (await import('./command/publishing.ts')).sealCommand,
  token: async () => (await import('./command/token.ts')).tokenCommand,
  audit: async () => (await import('./command/token.ts')).auditCommand,
  export: async () => (await import('./command/export.ts')).exportCommand,
  log: async () => (await import('./command/log.ts')).logCommand,
  verify: async () => (await import('./command/log.ts')).verifyCommand,
  check: async () => (await import('./command/log.ts')).checkCommand,
  organization: async () => (await import('./command/organization.ts')).organizationCommand,
  template: async () => (await import('./command/template.ts')).templateCommand,
  generate: async () => (await import('./command/generate.ts')).generateCommand,
  sample: async () => (await import('./command/sample.ts')).sampleCommand,
};

const program = new Command('gongkai')
  .description('公开：政府信息公开平台 / the disclosure platform')
  .version(version)
  .showHelpAfterError('（加 --help 看用法 / add --help for usage）');

const [, , asked = ''] = process.argv;
const wanted = Object.hasOwn(commands, asked) ? [commands[asked]] : Object.values(commands);
for (const read of wanted) if (read) program.addCommand(await read());
await program.parseAsync(process.argv);
