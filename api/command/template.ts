import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { printedWorkbook } from '../exporting/printed.ts';
import { CommandError, kindOrStop, run } from './session.ts';

export const templateCommand = new Command('template')
  .description('写出可填写并导入的模板 / write a template to be filled in and imported')
  .argument('<kind>', '种类 / kind')
  .argument('[name]', '哪一种模板 / which template')
  .requiredOption('--output <file>', '写到文件 / the file to write')
  .action((kindName: string, name: string | undefined, { output }: { output: string }) =>
    run(async () => {
      const kind = kindOrStop(kindName);
      const templates = [...kind.templates, ...kind.textTemplates];
      const template = name === undefined ? templates[0] : templates.find((known) => known.name === name);
      if (!template) {
        const names = templates.map((known) => `${known.name}（${known.label.zh}）`).join('、');
        throw new CommandError(
          `${kindName} 没有这个模板；有：${names || '无'}。`,
          `${kindName} has no such template; there are: ${templates.map((known) => known.name).join(', ') || 'none'}.`,
        );
      }
      await writeFile(output, 'text' in template ? template.text : await printedWorkbook(template.sheets()));
      process.stdout.write(`${output}: ${template.label.zh} ${template.label.en}\n`);
    }),
  );
