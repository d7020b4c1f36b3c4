import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read, root, toolIn } from './support/source.ts';

const run = promisify(execFile);
const copy = mkdtempSync(join(tmpdir(), 'gongkai-recipe-'));
const tool = toolIn(copy);

interface Step {
  readonly language: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly code: string;
}

/** The fenced blocks of the recipe, with what each says to do with it. */
const steps = (): Step[] =>
  [...(read('CONTRIBUTING.md').split('## Add a kind')[1] ?? '').matchAll(/^```(\w+)([^\n]*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', attributes = '', code = '']) => ({
      language,
      code,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map(([, name, quoted, plain]) => [
          name,
          quoted ?? plain ?? '',
        ]),
      ),
    }),
  );

const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(join(copy, file), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`the recipe's step for ${file} changes nothing`);
  writeFileSync(join(copy, file), after);
};

async function follow({ language, attributes, code }: Step): Promise<void> {
  const { file, after, append, replace, with: replacement, in: target } = attributes;
  if (language === 'sh') {
    for (const line of code.trim().split('\n')) {
      const [command, ...args] = line.split(' ');
      if (command === 'npm') await run('npm', args, { cwd: copy });
      else await tool(command ?? '', ...args);
    }
  } else if (file) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), code);
  } else if (append) {
    const [found] = globSync(append, { cwd: copy });
    edit(found ?? append, (text) => `${text}\n${code}`);
  } else if (after && target) {
    edit(target, (text) => text.replace(after, `${after}\n${code.trimEnd()}`));
  } else if (target) {
    edit(target, (text) => `${code}${replace ? text.replace(replace, replacement ?? '') : text}`);
  }
}

beforeAll(async () => {
  for (const name of ['api', 'widgets', 'prisma', 'test', 'package.json', 'tsconfig.json', 'examples']) {
    cpSync(join(root, name), join(copy, name), {
      recursive: true,
      filter: (source) => !/\/(node_modules|generated|dist|\.output)$/.test(source),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const step of steps()) await follow(step);
}, 120_000);
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('the recipe has a step for each thing it names', () => {
  const files = steps().map(({ attributes }) => attributes['file'] ?? attributes['in'] ?? attributes['append']);
  expect(files).toEqual(
    expect.arrayContaining(['api/disclosures/registry.ts', 'widgets/registry.ts', 'prisma/schema.prisma']),
  );
});

test('a kind added by the recipe compiles in the strictest mode', async () => {
  await tool('tsc', '-p', '.');
}, 60_000);

test('its panel is built into a chunk of its own', async () => {
  await tool('rollup', '--silent', '-c', 'widgets/rollup.config.js');
  expect(globSync('widgets/dist/gk-open-days.js', { cwd: copy })).toHaveLength(1);
}, 60_000);

test('and keeps the promises of every kind, which nobody had to write again', async () => {
  const stdout = await tool(
    'vitest',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    'api',
    '--reporter=verbose',
    'test/kinds.contract.test.ts',
  );
  expect(stdout).toMatch(/open-day/);
  expect(stdout).not.toMatch(/FAIL/);
}, 180_000);
