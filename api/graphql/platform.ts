import { version } from '../core/version.ts';
import { sql } from '../store/statements.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { PublicationLog, publicationLog } from './log.ts';

interface PlatformRow {
  readonly baseUrl: string;
}

/** Its name and address are the same at every instant; whatever else it says is of now, and makes an answer one of now. */
const Platform = builder.objectRef<PlatformRow>('Platform').implement({
  description: '本平台。This platform.',
  fields: (t) => ({
    name: t.string({ description: '名称。Its name.', resolve: () => '政府信息公开平台' }),
    version: t.string({
      description: '程序版本。Version of the program.',
      resolve: (_, __, { clocks }) => {
        clocks.live = true;
        return version;
      },
    }),
    url: t.field({ type: 'URL', description: '地址。Its address.', resolve: ({ baseUrl }) => baseUrl }),
    hasSampleData: t.boolean({
      description: '是否含示例数据（虚构）。Whether it holds made-up sample data (示例).',
      resolve: async (_, __, context) => {
        context.touched.add('organization');
        context.clocks.live = true;
        const [row] = await context.store.read<{ found: boolean }>(
          sql`select exists(select from organization where is_sample) as found`,
        );
        return row?.found ?? false;
      },
    }),
    lastChangedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: '最近一次公开内容变更的时刻。When the published content last changed.',
      resolve: async (_, __, context: Context) => {
        context.touched.add('*');
        context.clocks.live = true;
        const [row] = await context.store.read<{ at: Date | null }>(
          sql`select max(at) as at from event where type in ('PUBLISHED', 'WITHDRAWN')`,
        );
        return row?.at ?? null;
      },
    }),
    log: t.field({
      type: PublicationLog,
      nullable: true,
      complexity: { field: 2, multiplier: 1 },
      description: '透明日志；还没有任何记录时为 null。The log of publications; null before it has begun.',
      resolve: (_, __, context: Context) => {
        context.clocks.live = true;
        return publicationLog(context);
      },
    }),
  }),
});

builder.queryField('platform', (t) =>
  t.field({
    type: Platform,
    description: '本平台的名称、版本和更新时间。This platform.',
    resolve: (_, __, { baseUrl }) => ({ baseUrl }),
  }),
);
