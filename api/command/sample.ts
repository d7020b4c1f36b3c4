import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { openStore } from '../instance.ts';
import { defaultSeed, seedSample } from '../seeding/seed.ts';
import { CommandError, run } from './session.ts';

const whole = (text: string): number => {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError('须为整数 / must be a whole number');
  return Number(text);
};

export const sampleCommand = new Command('sample')
  .description('在空数据库中生成示例县的数据 / fill an empty database with the sample county')
  .option('--scale <documents>', '每种文件的件数 / how many documents of each kind', whole, 120)
  .option('--seed <number>', '同一种子生成同样的数据 / the same seed makes the same data', whole, defaultSeed)
  .action(({ scale, seed }: { scale: number; seed: number }) =>
    run(async (config) => {
      const store = await openStore(config);
      const bar = new SingleBar({
        format: '[{bar}] {value}/{total}  {duration_formatted}',
        noTTYOutput: true,
        notTTYSchedule: 5_000,
        stream: process.stderr,
      });
      try {
        bar.start(scale, 0);
        const seeded = await seedSample(store, { documents: scale, seed, progress: (done) => bar.update(done) });
        bar.stop();
        if (!seeded) {
          throw new CommandError(
            '数据库中已有内容，未作改动；示例数据只能生成在空数据库中。',
            'The database already holds something and was left alone; sample data goes into an empty database only.',
          );
        }
        process.stdout.write(`示例数据已生成 sample data stored: ${scale}\n`);
      } finally {
        bar.stop();
        await store.close();
      }
    }),
  );
