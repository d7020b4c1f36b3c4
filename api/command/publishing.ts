import { Command } from 'commander';
import { publish, withdraw } from '../publishing/publish.ts';
import { CommandError, localOperator, run, withStore } from './session.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const draftsCommand = new Command('drafts')
  .description('列出待发布的草稿 / list the drafts that wait')
  .action(() =>
    run((config) =>
      withStore(config, async ({ db }) => {
        const drafts = await db.edition.findMany({ where: { publishedAt: null }, orderBy: { createdAt: 'asc' } });
        for (const { id, kind, title, attribute } of drafts)
          process.stdout.write(`${id}  ${kind}  ${attribute ?? '未标明公开属性'}  ${title}\n`);
        if (drafts.length === 0) process.stdout.write('没有草稿 / no drafts\n');
      }),
    ),
  );

export const publishCommand = new Command('publish')
  .description('发布一份草稿 / publish a draft')
  .argument('<edition>', '草稿编号，见 gongkai drafts / id of the draft, see gongkai drafts')
  .action((edition: string) =>
    run((config) => {
      if (!uuid.test(edition)) {
        throw new CommandError(
          `“${edition}”不是草稿编号；请用 gongkai drafts 查看。`,
          `"${edition}" is not the id of a draft; see gongkai drafts.`,
        );
      }
      return withStore(config, async ({ db }) => {
        const { indexNumber, number } = await db.$transaction((tx) => publish(tx, edition, localOperator()));
        process.stdout.write(`已发布 published: ${indexNumber}（第 ${number} 版 edition ${number}）\n`);
      });
    }),
  );

export const withdrawCommand = new Command('withdraw')
  .description('撤回已发布的文件，留下说明 / withdraw a published document, leaving a tombstone')
  .argument('<index-number>', '索引号 / index number')
  .requiredOption('--reason <text>', '理由，公开显示 / the reason, shown in public')
  .action((indexNumber: string, { reason }: { reason: string }) =>
    run((config) =>
      withStore(config, async ({ db }) => {
        await db.$transaction((tx) => withdraw(tx, indexNumber, localOperator(), reason));
        process.stdout.write(`已撤回 withdrawn: ${indexNumber}\n`);
      }),
    ),
  );
