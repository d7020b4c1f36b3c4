import { z } from 'zod';

/** The only reader of the environment. A wrong value stops the program at start, with a sentence. */
const variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('::'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./)
    .optional(),
  GONGKAI_DATA: z.string().min(1).default('./data'),
  PUBLISH_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  PUBLISH_HOST: z.string().min(1).default('127.0.0.1'),
  GONGKAI_TOKEN: z.string().optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
    .optional(),
  STREAMS_PER_ADDRESS: z.coerce.number().int().min(1).max(1_000_000).default(20),
  EMBED_HOSTS: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim().toLowerCase()))
    .pipe(z.array(z.string().regex(/^[a-z0-9.-]+(:\d{1,5})?$/)))
    .optional(),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

const remedies: Readonly<Record<string, string>> = {
  PORT: 'PORT 须为 0 至 65535 的整数 / PORT must be a whole number from 0 to 65535',
  HOST: 'HOST 须为监听地址，如 :: 或 127.0.0.1 / HOST must be an address to listen on, such as :: or 127.0.0.1',
  PUBLISH_PORT:
    'PUBLISH_PORT 须为 0 至 65535 的整数；不设则发布端与公开端同址 / PUBLISH_PORT must be a whole number from 0 to 65535; without it the publishing door is at the public address',
  PUBLISH_HOST:
    'PUBLISH_HOST 须为监听地址，如 127.0.0.1 / PUBLISH_HOST must be an address to listen on, such as 127.0.0.1',
  TRUSTED_PROXIES:
    'TRUSTED_PROXIES 须为反向代理的地址或网段，逗号分隔，如 10.0.0.5,10.1.0.0/16 / TRUSTED_PROXIES must be addresses or networks of reverse proxies, separated by commas',
  STREAMS_PER_ADDRESS: 'STREAMS_PER_ADDRESS 须为正整数 / STREAMS_PER_ADDRESS must be a whole number from 1',
  EMBED_HOSTS:
    'EMBED_HOSTS 须为网站主机名，逗号分隔，如 www.example.gov.cn,jyj.example.gov.cn / EMBED_HOSTS must be host names of sites, separated by commas',
  DATABASE_URL:
    'DATABASE_URL 须以 postgresql:// 开头；不设则用内嵌数据库 / DATABASE_URL must begin with postgresql://; leave it out for the embedded database',
  GONGKAI_DATA: 'GONGKAI_DATA 须为数据目录的路径 / GONGKAI_DATA must be the path of the data folder',
  PUBLIC_URL:
    'PUBLIC_URL 须为 http(s) 地址，如 https://gk.example.gov.cn / PUBLIC_URL must be an http(s) address such as https://gk.example.gov.cn',
  LOG_LEVEL:
    'LOG_LEVEL 须为 fatal、error、warn、info、debug、trace、silent 之一 / LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
};

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absent: the embedded database in `dataFolder`. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** The address readers use; absent: taken from each request. */
  readonly publicUrl: string | undefined;
  /** Where the publishing door listens by itself; absent: at the public address. */
  readonly publishPort: number | undefined;
  readonly publishHost: string;
  /** Reverse proxies that are believed when they say for whom they ask. */
  readonly trustedProxies: readonly string[];
  /** Live streams that one address may hold. */
  readonly streamsPerAddress: number;
  /** Sites whose pages the embed doctor may fetch: hosts, with a port where it is not the usual one. */
  readonly embedHosts: readonly string[];
  /** Who acts from the shell; absent: the operator of this machine. */
  readonly token: string | undefined;
  readonly logLevel: z.infer<typeof variables>['LOG_LEVEL'];
}

export class ConfigError extends Error {
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigError';
  }
}

/** An empty variable counts as absent, as shells and container files write it. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const { success, data, error } = variables.safeParse(given);
  if (!success) {
    const wrong = new Set(error.issues.map(({ path }) => String(path[0])));
    throw new ConfigError(
      // A database address may hold a password: it is never repeated.
      [...wrong].map((name) =>
        name === 'DATABASE_URL'
          ? `${remedies[name]}`
          : `${remedies[name]}（现为“${given[name]}” / it is "${given[name]}"）`,
      ),
    );
  }
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    dataFolder: data.GONGKAI_DATA,
    publicUrl: data.PUBLIC_URL,
    publishPort: data.PUBLISH_PORT,
    publishHost: data.PUBLISH_HOST,
    trustedProxies: data.TRUSTED_PROXIES ?? [],
    streamsPerAddress: data.STREAMS_PER_ADDRESS,
    embedHosts: data.EMBED_HOSTS ?? [],
    token: data.GONGKAI_TOKEN,
    logLevel: data.LOG_LEVEL,
  };
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);

/** Where readers reach the server and may name it as they like, addresses in answers are what they say; null: nothing to warn of. */
export const unnamedWarning = ({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>): string | null =>
  publicUrl !== undefined || isLoopback(host)
    ? null
    : '警告：没有设 PUBLIC_URL，而服务器在本机以外也可访问：回答里的地址取自每个请求的 Host，谁都可以写成别的。请设 PUBLIC_URL 为读者所用的地址，如 https://gk.example.gov.cn；只在本机使用则设 HOST=127.0.0.1\n' +
      'Warning: PUBLIC_URL is not set, and the server listens beyond this machine: addresses in answers are taken from the Host of each request, which anybody may write. Set PUBLIC_URL to the address readers use, e.g. https://gk.example.gov.cn; for this machine alone, set HOST=127.0.0.1';
