import { Command, Option } from 'commander';
import { checkCreditCode } from '../core/credit-code.ts';
import { organizationKey } from '../core/organization-name.ts';
import { act } from '../publishing/audit.ts';
import { nearestNames } from '../publishing/nearest-names.ts';
import { type NewOrganization, registerOrganization } from '../publishing/register.ts';
import { actorOf, CommandError, run, withKnownStore, withStore } from './session.ts';

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

const list = new Command('list')
  .description(
    '列出名录中的机构，可按名称、别名或代码查找 / list the register, by a part of a name, an alias or a code',
  )
  .option('--search <text>', '名称、别名或代码中的字，如 教育 / a part of its name, alias or code')
  .action(({ search = '' }: { search?: string }) =>
    run((config) =>
      withKnownStore(config, async ({ db }) => {
        const part = organizationKey(search);
        const rows = await db.organization.findMany({
          where:
            part === ''
              ? {}
              : { OR: [{ names: { some: { name: { contains: part } } } }, { code: { contains: search.trim() } }] },
          include: { names: true },
          orderBy: [{ divisionCode: 'asc' }, { name: 'asc' }],
        });
        for (const { name, code, type, divisionCode, names } of rows) {
          const aliases = [...new Set(names.filter(({ isOfficial }) => !isOfficial).map((one) => one.name))];
          const also = aliases.length > 0 ? `  别名 also: ${aliases.join('、')}` : '';
          process.stdout.write(`${name}  ${code ?? '无代码 no code'}  ${type}  ${divisionCode}${also}\n`);
        }
        if (rows.length === 0) {
          const { zh, en } = await nearestNames(db, search);
          process.stdout.write(`没有这样的机构。${zh} / There is none.${en}\n`);
        }
      }),
    ),
  );

export const organizationCommand = new Command('organization')
  .description('机构名录 / the register of organizations')
  .addCommand(add)
  .addCommand(list);
