import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
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
    expect.arrayContaining(['api/disclosures/registry.ts', 'widgets/panels.ts', 'prisma/schema.prisma']),
  );
});

test('a kind added by the recipe compiles in the strictest mode', async () => {
  await tool('tsc', '-p', '.');
}, 60_000);

test('its panel is in the scripts, without a line of its own for the browser', async () => {
  await tool('rollup', '--silent', '-c', 'widgets/rollup.config.js');
  const dist = (pattern: string) => globSync(`widgets/dist/${pattern}`, { cwd: copy }).map((file) => join(copy, file));
  for (const file of [...dist('panels-*.js'), ...dist('gongkai.classic.js'), ...dist('custom-elements.json')])
    expect([file, /open-days/.test(readFileSync(file, 'utf8'))]).toEqual([file, true]);
  expect([...dist('panels-*.js'), ...dist('more-*.js')].some((file) => /开放日/.test(readFileSync(file, 'utf8')))).toBe(
    false,
  );
}, 60_000);

test('and kind and panel keep the promises of every one, which nobody had to write again', async () => {
  const stdout = await tool(
    'vitest',
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    'api',
    '--reporter=verbose',
    // What the other kinds keep is asked elsewhere.
    '--testNamePattern=open-day|every panel begins',
    'test/kinds.contract.test.ts',
    'test/panels/registry.test.ts',
    'test/http/embed.test.ts',
  );
  const said = stripVTControlCharacters(stdout);
  expect(said).toMatch(/open-day\b(?!s)/);
  expect(said).toMatch(/open-days > asks only what the schema has/);
  expect(said).toMatch(/every panel begins with an example that shows something/);
  expect(said).not.toMatch(/FAIL/);
}, 240_000);
