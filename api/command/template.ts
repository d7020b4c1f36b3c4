import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { endingOf, templateFile, templatesOf } from '../exporting/template.ts';
import { CommandError, kindOrStop, run } from './session.ts';

export const templateCommand = new Command('template')
  .description(
    '写出可填写并导入的模板；不写 --output 则列出 / write a template to be filled in and imported; without --output list them',
  )
  .argument('<kind>', '种类 / kind')
  .argument('[name]', '哪一种模板 / which template')
  .option('--output <file>', '写到文件 / the file to write')
  .action((kindName: string, name: string | undefined, { output }: { output?: string }) =>
    run(async () => {
      const kind = kindOrStop(kindName);
      const templates = templatesOf(kind);
      const template = name === undefined ? templates[0] : templates.find((known) => known.name === name);
      if (!template) {
        const names = templates.map((known) => `${known.name}（${known.label.zh}）`).join('、');
        throw new CommandError(
          `${kindName} 没有这个模板；有：${names || '无'}。`,
          `${kindName} has no such template; there are: ${templates.map((known) => known.name).join(', ') || 'none'}.`,
        );
      }
      if (output === undefined) {
        for (const each of name === undefined ? templates : [template])
          process.stdout.write(`${each.name}  ${each.label.zh} ${each.label.en}（.${endingOf(each)}）\n`);
        process.stdout.write(
          `写到文件 to write one: gongkai template ${kindName} ${template.name} --output ${template.name}.${endingOf(template)}\n`,
        );
        return;
      }
      await writeFile(output, await templateFile(template));
      process.stdout.write(`${output}: ${template.label.zh} ${template.label.en}\n`);
    }),
  );
