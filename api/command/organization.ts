import { Command, Option } from 'commander';
import { checkCreditCode } from '../core/credit-code.ts';
import { act } from '../publishing/audit.ts';
import { type NewOrganization, registerOrganization } from '../publishing/register.ts';
import { actorOf, CommandError, run, withStore } from './session.ts';

interface Options {
  readonly code: string;
  readonly division: string;
  readonly divisionName?: string;
  readonly type: NewOrganization['type'];
  readonly alias?: readonly string[];
  readonly parent?: string;
}

const add = new Command('add')
  .description('登记一个机构，其后可发布它的文件 / register an organization, so that its files can be published')
  .argument('<name>', '正式名称 / official name')
  .requiredOption('--code <code>', '统一社会信用代码 / unified social credit code')
  .requiredOption('--division <code>', '所在行政区划代码，2 至 12 位 / code of its division')
  .option('--division-name <name>', '行政区划名称，名录中没有时 / its name, where it is not known')
  .addOption(
    new Option('--type <type>', '类别 / sort')
      .choices(['GOVERNMENT', 'DEPARTMENT', 'INSTITUTION', 'TOWN'])
      .default('DEPARTMENT'),
  )
  .option('--alias <name>', '别名，可重复 / another written name; repeatable', (value, before: string[] = []) => [
    ...before,
    value,
  ])
  .option('--parent <name>', '上级机构的名称 / name of the organization above it')
  .action((name: string, { code, division, divisionName, type, alias = [], parent }: Options) =>
    run((config) => {
      if (!checkCreditCode(code).ok) {
        throw new CommandError(
          `“${code}”不是统一社会信用代码（18 位，含校验码）。`,
          `"${code}" is no unified social credit code (18 characters with check characters).`,
        );
      }
      if (!/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/.test(division)) {
        throw new CommandError(`“${division}”不是行政区划代码。`, `"${division}" is no code of a division.`);
      }
      return withStore(config, async (store) => {
        const actor = await actorOf(store, config);
        await act(store, actor, { action: 'REGISTER_ORGANIZATION', subject: name }, (tx) =>
          registerOrganization(tx, actor, {
            name,
            code,
            type,
            divisionCode: division,
            divisionName,
            aliases: alias,
            parentName: parent,
          }),
        );
        process.stdout.write(`已登记 registered: ${name}（${code}）\n`);
      });
    }),
  );

export const organizationCommand = new Command('organization')
  .description('机构名录 / the register of organizations')
  .addCommand(add);
