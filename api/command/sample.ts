import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError, Option } from 'commander';
import { openStore } from '../instance.ts';
import { type Scale, scales } from '../seeding/scales.ts';
import { defaultSeed, seedSample } from '../seeding/seed.ts';
import { CommandError, run } from './session.ts';

const whole = (text: string): number => {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError('须为整数 / must be a whole number');
  return Number(text);
};

export const sampleCommand = new Command('sample')
  .description('在空数据库中生成示例县的数据 / fill an empty database with the sample county')
  .option('--scale <documents>', '每种文件的件数 / how many documents of each kind', whole, 120)
  .addOption(
    new Option('--lines <scale>', '预决算的规模：S 约 10⁴ 行，M 10⁶，L 10⁷ / how many budget lines').choices(
      Object.keys(scales),
    ),
  )
  .option('--seed <number>', '同一种子生成同样的数据 / the same seed makes the same data', whole, defaultSeed)
  .action(({ scale, seed, lines }: { scale: number; seed: number; lines?: Scale }) =>
    run(async (config) => {
      const store = await openStore({ ...config, statementTimeoutMs: 0 });
      const bar = new SingleBar({
        format: '[{bar}] {value}/{total}  {duration_formatted}',
        noTTYOutput: true,
        notTTYSchedule: 5_000,
        stream: process.stderr,
      });
      try {
        const size = lines === undefined ? { count: scale, units: 0 } : { units: 0, ...scales[lines] };
        // Units have twenty reports each, besides what every kind is asked for.
        const documents = Math.max(size.count, scale);
        bar.start(documents + size.units * 20, 0);
        const seeded = await seedSample(store, {
          documents,
          units: size.units,
          seed,
          progress: (done) => bar.update(done),
        });
        bar.stop();
        if (!seeded) {
          throw new CommandError(
            '数据库中已有内容，未作改动；示例数据只能生成在空数据库中。',
            'The database already holds something and was left alone; sample data goes into an empty database only.',
          );
        }
        process.stdout.write(`示例数据已生成 sample data stored: ${documents}\n`);
      } finally {
        bar.stop();
        await store.close();
      }
    }),
  );
