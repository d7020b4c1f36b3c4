import { networkInterfaces } from 'node:os';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { type Config, ConfigError, readConfig, unnamedWarning } from './config.ts';
import type { Platform } from './http/platform.ts';
import { createDeskServer, createHttpServer } from './http/server.ts';
import { cursorKeyOf, isMendable, listeningAnswers, openStore } from './instance.ts';
import { keepReleasing } from './publishing/clockwork.ts';
import { schema } from './schema.ts';
import { seedSample } from './seeding/seed.ts';
import type { Store } from './store/client.ts';

/** After this the remaining connections are cut. */
const longestDrain = 10_000;

/** Why an address cannot be listened on, in a sentence. */
const listenRefusals: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  EADDRINUSE: ['已被占用', 'is in use'],
  EACCES: ['不允许使用', 'is not permitted'],
  EADDRNOTAVAIL: ['不是本机地址', 'is not of this machine'],
  ENOTFOUND: ['不是本机地址', 'is not of this machine'],
};

async function listen(server: FastifyInstance, { host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  await server.listen({ host, port, ipv6Only: false }).catch((error: NodeJS.ErrnoException) => {
    const [zh, en] = listenRefusals[error.code ?? ''] ?? [];
    if (!zh) throw error;
    throw new ConfigError([
      `地址 ${host} 端口 ${port} ${zh}；请用 PORT、HOST 另指一个 / address ${host} port ${port} ${en}; set PORT or HOST to another`,
    ]);
  });
}

function addressToOpen(host: string, port: number): string {
  const everywhere = host === '::' || host === '0.0.0.0';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}/`;
}

/** The publishing door by itself, where it has an address of its own. */
async function openDesk(
  { publishPort, publishHost, publicUrl }: Config,
  { store, logger, clock, trustedProxies }: Platform,
): Promise<FastifyInstance | null> {
  if (publishPort === undefined) return null;
  const desk = await createDeskServer({ store, logger, clock, trustedProxies, readersAt: publicUrl });
  await listen(desk, { host: publishHost, port: publishPort });
  process.stdout.write(`发布端 publishing door: ${addressToOpen(publishHost, publishPort)}publish\n`);
  return desk;
}

async function start(): Promise<void> {
  const config = readConfig();
  const store = await openStore(config);
  await serve(config, store).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
}

async function serve(config: Config, store: Store): Promise<void> {
  const logger = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  await seedSample(store, { documents: 120, log: (message) => logger.info(message) });
  const platform: Platform = {
    schema,
    store,
    logger,
    answers: await listeningAnswers(store, logger),
    cursorKey: await cursorKeyOf(store),
    publicUrl: config.publicUrl ?? null,
    clock: () => new Date(),
    trustedProxies: config.trustedProxies,
    streamsPerAddress: config.streamsPerAddress,
    embedHosts: config.embedHosts,
    hasDesk: config.publishPort === undefined,
    draining: false,
  };
  const server = await createHttpServer(platform);
  const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ family }) => family === 'IPv6'),
  );
  const host = config.host === '::' && !hasIpv6 ? '0.0.0.0' : config.host;
  await listen(server, { host, port: config.port });
  const desk = await openDesk(config, platform);
  const clockwork = keepReleasing(store, logger);
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  process.stdout.write(`gongkai 公开 正在 ${addressToOpen(host, port)} 提供服务 / is listening\n`);
  const warning = unnamedWarning(config);
  if (warning) process.stderr.write(`${warning}\n`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    platform.draining = true;
    logger.info('draining');
    const cut = setTimeout(() => server.server.closeAllConnections(), longestDrain);
    await clockwork.stop();
    await Promise.all([server.close(), desk?.close()]);
    clearTimeout(cut);
    await store.close();
    logger.info('stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

start().catch((error: unknown) => {
  process.stderr.write(
    isMendable(error)
      ? `${error.message}\n`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
});
