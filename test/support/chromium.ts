import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { LaunchOptions } from 'playwright';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

/** Tests run as root in containers and on networks without an outside: no sandbox, no calls home. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const require = createRequire(import.meta.url);
const rootOf = (main: string): string => dirname(dirname(main));
const bundle = rootOf(require.resolve('@sparticuz/chromium'));
const output = join(import.meta.dirname, '../.output');
const unpacked = join(output, 'chromium');

const fontConfigurationPath = join(output, 'fonts.conf');

/** A bare machine has no Chinese font: without one every character is the same box, and nothing looked at is true. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${join(unpacked, 'fonts')}</dir>
  <dir>${join(rootOf(require.resolve('@embedpdf/fonts-sc')), 'fonts')}</dir>
  <cachedir>${join(output, 'font-cache')}</cachedir>
</fontconfig>
`;

/** Unpacks beside the final place and moves it there when complete: an interrupted run leaves nothing half there. */
const unpack = async (): Promise<void> => {
  if (existsSync(join(unpacked, 'chromium'))) return;
  const partial = `${unpacked}.${process.pid}`;
  await mkdir(partial, { recursive: true });
  const before = process.env['TMPDIR'];
  // The package knows no other way to be told where to unpack.
  process.env['TMPDIR'] = partial;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    const files = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'];
    await Promise.all(files.map((file) => inflate(join(bundle, 'bin', file))));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  await rename(partial, unpacked).catch(async (cause: unknown) => {
    await rm(partial, { recursive: true, force: true });
    // Another process may have been first; then its copy serves.
    if (!existsSync(join(unpacked, 'chromium'))) throw cause;
  });
};

const environment = async (own: Readonly<Record<string, string>>): Promise<Record<string, string>> => {
  await mkdir(output, { recursive: true });
  await writeFile(fontConfigurationPath, fontConfiguration);
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), FONTCONFIG_FILE: fontConfigurationPath, ...own };
};

/**
 * How to start a real Chromium: the one named by `CHROMIUM_PATH`, else the system's, else the one in the package
 * `@sparticuz/chromium` with the libraries it brings. `GONGKAI_CHROMIUM=bundled` takes the last one at once. A Chinese font
 * comes along.
 */
export const chromiumLaunch = async (): Promise<LaunchOptions> => {
  const wanted = process.env['CHROMIUM_PATH'];
  if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, where there is nothing.`);
  const system = process.env['GONGKAI_CHROMIUM'] === 'bundled' ? undefined : usual.find((path) => existsSync(path));
  const executablePath = wanted || system;
  if (executablePath) return { executablePath, args, env: await environment({}) };
  await unpack();
  return {
    executablePath: join(unpacked, 'chromium'),
    args: [...args, '--no-zygote'],
    env: await environment({ LD_LIBRARY_PATH: join(unpacked, 'al2023/lib') }),
  };
};
