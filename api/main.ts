import { networkInterfaces } from 'node:os';
import { pino } from 'pino';
import { ConfigError, readConfig } from './config.ts';
import type { Platform } from './http/platform.ts';
import { createHttpServer } from './http/server.ts';
import { cursorKeyOf, listeningAnswers, openStore } from './instance.ts';
import { schema } from './schema.ts';
import { seedSample } from './seeding/seed.ts';
import { DataFolderLocked } from './store/folder-lock.ts';
import { MigrationRefused } from './store/migrate.ts';

/** After this the remaining connections are cut. */
const longestDrain = 10_000;

const isExpected = (error: unknown): error is Error =>
  error instanceof ConfigError || error instanceof DataFolderLocked || error instanceof MigrationRefused;

function addressToOpen(host: string, port: number): string {
  const everywhere = host === '::' || host === '0.0.0.0';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}

async function start(): Promise<void> {
  const config = readConfig();
  const logger = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const store = await openStore(config);
  await seedSample(store, { documents: 120, log: (message) => logger.info(message) });
  const platform: Platform = {
    schema,
    store,
    logger,
    answers: await listeningAnswers(store, logger),
    cursorKey: await cursorKeyOf(store),
    publicUrl: config.publicUrl ?? null,
    clock: () => new Date(),
    draining: false,
  };
  const server = await createHttpServer(platform);
  const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ family }) => family === 'IPv6'),
  );
  const host = config.host === '::' && !hasIpv6 ? '0.0.0.0' : config.host;
  await server.listen({ host, port: config.port, ipv6Only: false });
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  process.stdout.write(`gongkai 公开 正在 ${addressToOpen(host, port)} 提供服务 / is listening\n`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    platform.draining = true;
    logger.info('draining');
    const cut = setTimeout(() => server.server.closeAllConnections(), longestDrain);
    await server.close();
    clearTimeout(cut);
    await store.close();
    logger.info('stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

start().catch((error: unknown) => {
  process.stderr.write(
    isExpected(error)
      ? `${error.message}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
