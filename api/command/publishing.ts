import { Command } from 'commander';
import { stateLabels } from '../core/lifecycle.ts';
import { act } from '../publishing/audit.ts';
import { discard } from '../publishing/discard.ts';
import { publishTogether } from '../publishing/publish.ts';
import { schedule, unschedule } from '../publishing/schedule.ts';
import { seal, withdraw } from '../publishing/withdraw.ts';
import { beijing, instantOf } from './instant.ts';
import { actorOf, asOption, CommandError, editionArgument, editionOrStop, run, step, withStore } from './session.ts';

export const draftsCommand = new Command('drafts')
  .description('列出未发布的稿件及其状态 / list what is not published yet, and where it stands')
  .action(() =>
    run((config) =>
      withStore(config, async (store) => {
        const { organizationIds } = await actorOf(store, config);
        const own = organizationIds === 'ALL' ? {} : { document: { organizationId: { in: [...organizationIds] } } };
        const drafts = await store.db.edition.findMany({
          where: { publishedAt: null, ...own },
          include: { release: true, document: { include: { organization: true } } },
          orderBy: { createdAt: 'asc' },
        });
        for (const { id, kind, title, number, attribute, state, release, document } of drafts) {
          const when = release?.state === 'PENDING' ? ` 定时 scheduled ${beijing(release.at)}` : '';
          const stands = `${stateLabels[state].zh} ${stateLabels[state].en}${when}`;
          const about = [id, stands, kind, attribute ?? '未标明公开属性 no attribute', document.organization.name];
          process.stdout.write(`${[...about, `第 ${number} 版 edition ${number}`, title].join('  ')}\n`);
        }
        if (drafts.length === 0) process.stdout.write('没有草稿 / no drafts\n');
      }),
    ),
  );

export const publishCommand = new Command('publish')
  .description(
    '发布已审签的稿件，可数件同时；加 --at 定时 / publish what is approved, several together; --at schedules it',
  )
  .argument('<edition...>', '稿件编号，见 gongkai drafts / ids, see gongkai drafts')
  .option(
    '--at <instant>',
    '定时，如 "2026-12-01 09:00"；不写时区为北京时间 / at this instant; Beijing time without a zone',
  )
  .addOption(asOption())
  .action((editions: string[], { at, as }: { at?: string; as?: string }) =>
    run((config) => {
      const ids = editions.map(editionOrStop);
      return withStore(config, async (store) => {
        const actor = await actorOf(store, config, as);
        const subject = ids.join(' ');
        if (at !== undefined) {
          const instant = instantOf(at);
          await act(store, actor, { action: 'SCHEDULE', subject }, (tx) => schedule(tx, ids, actor, instant));
          process.stdout.write(`已定时 scheduled: ${beijing(instant)}\n`);
          return;
        }
        const done = await act(store, actor, { action: 'PUBLISH', subject }, (tx) => publishTogether(tx, ids, actor));
        for (const { indexNumber, number } of done)
          process.stdout.write(`已发布 published: ${indexNumber}（第 ${number} 版 edition ${number}）\n`);
      });
    }),
  );

export const unscheduleCommand = step(
  new Command('unschedule').description('取消定时 / cancel a scheduled publication').addArgument(editionArgument()),
  'UNSCHEDULE',
  (tx, edition, actor) => unschedule(tx, edition, actor),
  '已取消定时 unscheduled',
);

export const discardCommand = step(
  new Command('discard').description('弃稿：从未公开的才可弃 / throw a draft away').addArgument(editionArgument()),
  'DISCARD',
  (tx, edition, actor) => discard(tx, edition, actor),
  '已弃稿 discarded',
);

export const withdrawCommand = new Command('withdraw')
  .description('撤回已发布的文件，留下说明 / withdraw a published document, leaving a tombstone')
  .argument('<index-number>', '索引号 / index number')
  .requiredOption('--reason <text>', '理由，公开显示 / the reason, shown in public')
  .addOption(asOption())
  .action((indexNumber: string, { reason, as }: { reason: string; as?: string }) =>
    run((config) =>
      withStore(config, async (store) => {
        const actor = await actorOf(store, config, as);
        await act(store, actor, { action: 'WITHDRAW', subject: indexNumber }, (tx) =>
          withdraw(tx, indexNumber, actor, reason),
        );
        process.stdout.write(`已撤回 withdrawn: ${indexNumber}\n`);
      }),
    ),
  );

export const sealCommand = new Command('seal')
  .description(
    '封存某一版，任何时刻都不再可读（如含个人信息）；须先撤回或更正 / close an edition for good, at every instant; withdraw or correct it first',
  )
  .argument('<index-number>', '索引号 / index number')
  .argument('<number>', '第几版 / number of the edition')
  .requiredOption('--reason <text>', '理由 / the reason')
  .addOption(asOption())
  .action((indexNumber: string, number: string, { reason, as }: { reason: string; as?: string }) =>
    run((config) =>
      withStore(config, async (store) => {
        const actor = await actorOf(store, config, as);
        const edition = await store.db.edition.findFirst({
          where: { document: { indexNumber }, number: Number(number) },
        });
        if (!edition) {
          throw new CommandError(
            `没有索引号 ${indexNumber} 的第 ${number} 版。`,
            `There is no edition ${number} of ${indexNumber}.`,
          );
        }
        await act(store, actor, { action: 'SEAL', subject: `${indexNumber}/${number}` }, (tx) =>
          seal(tx, edition.id, actor, reason),
        );
        process.stdout.write(`已封存 sealed: ${indexNumber}（第 ${number} 版 edition ${number}）\n`);
      }),
    ),
  );
