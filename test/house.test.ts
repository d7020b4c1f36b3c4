import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { type Action, lifecycle, stepOf } from '../api/core/lifecycle.ts';
import { kinds } from '../api/disclosures/registry.ts';
import { commonAttributes, type PanelDescriptor } from '../widgets/core/descriptor.ts';
import { panels } from '../widgets/panels.ts';
import { importsOf, read, root, sources, toolIn } from './support/source.ts';

const tool = toolIn(root);

const code = [...sources('api/**/*.{ts,js}'), ...sources('widgets/**/*.{ts,js}'), ...sources('prisma/*.ts')];
const everything = [...code, ...sources('test/**/*.ts')];
const folders = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

describe('one stem in every place', () => {
  const names = kinds.map(({ name }) => name).sort();

  test('the registry names every kind folder and no other', () => {
    expect(names).toEqual(folders('api/disclosures').sort());
  });
  test('every kind has its models, panels, example and row in the README', () => {
    expect(
      sources('prisma/models/*.prisma').map((file) => file.slice('prisma/models/'.length, -'.prisma'.length)),
    ).toEqual(names);
    expect(
      folders('widgets')
        // What is no kind's own: what all share, what is built, panels across kinds, and the element that draws.
        .filter((name) => !['core', 'dist', 'element', 'platform'].includes(name))
        .sort(),
    ).toEqual(names);
    expect(sources('examples/*.html').map((file) => file.slice('examples/'.length, -'.html'.length))).toEqual(names);
    expect([...read('README.md').matchAll(/^\| `([a-z-]+)` \|.*`<gk-/gm)].map(([, name]) => name)).toEqual(names);
  });
  test('every panel tag is in the README', () => {
    for (const stem of Object.keys(panels)) expect(read('README.md')).toContain(`<gk-${stem}`);
  });
  test('every attribute of every panel is in the README', async () => {
    const rows = read('README.md').split('\n');
    for (const file of sources('widgets/**/*.manifest.ts')) {
      const { descriptor } = (await import(join(root, file))) as { descriptor: PanelDescriptor };
      const tag = `gk-${basename(file).replace(/(?:-panel)?\.manifest\.ts$/, '')}`;
      const row = rows.find((line) => line.startsWith(`| \`<${tag}>\` |`)) ?? '';
      for (const name of Object.keys(descriptor.attributes))
        if (!(name in commonAttributes)) expect([tag, row]).toEqual([tag, expect.stringContaining(`\`${name}\``)]);
    }
  });
  test('every setting is in the README', () => {
    const settings = [...read('api/config.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name ?? '');
    expect(settings.length).toBeGreaterThan(5);
    for (const name of new Set(settings)) expect(read('README.md')).toContain(`\`${name}\``);
  });
});

test('the gate in ARCHITECTURE is the one the code keeps', () => {
  const rows = read('ARCHITECTURE.md')
    .split('\n')
    .flatMap((line) => {
      const [, action, label, by, from, to] =
        /^\| `([A-Z_]+)` (\S+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
      return action === undefined ? [] : [{ action, label, by: by ?? '', from: from ?? '', to: to ?? '' }];
    });
  expect(rows.map(({ action }) => action)).toEqual(Object.keys(lifecycle));
  const words = (text: string): string[] => text.match(/\b[A-Z][A-Z_]+\b/g) ?? [];
  for (const { action, label, by, from, to } of rows) {
    const { label: named, roles, from: states, to: state, isForAnother } = stepOf(action as Action);
    expect([action, label, words(by)]).toEqual([action, named.zh, [...roles]]);
    expect([action, by.includes('not the author')]).toEqual([action, isForAnother ?? false]);
    expect([action, words(from)]).toEqual([action, [...states]]);
    if (state) expect([action, words(to)[0]]).toEqual([action, state]);
  }
});

describe('who may import whom', () => {
  test('a kind never imports a kind, and others enter it by its index.ts', () => {
    const kindOf = (file: string) => /^api\/disclosures\/([^/]+)\//.exec(file)?.[1];
    const wrong = code.flatMap((file) =>
      importsOf(file)
        .filter((target) => kindOf(target) !== undefined && kindOf(target) !== kindOf(file))
        .filter((target) => kindOf(file) !== undefined || !target.endsWith('/index.ts'))
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });
  test('only config.ts reads the environment', () => {
    expect(code.filter((file) => file.startsWith('api/') && /process\.env/.test(read(file)))).toEqual([
      'api/config.ts',
    ]);
  });
  test('only the two doors and the route of the public one name the GraphQL server', () => {
    expect(code.filter((file) => /from 'graphql-yoga'/.test(read(file)))).toEqual([
      'api/http/desk/graphql.ts',
      'api/http/graphql.ts',
      'api/http/yoga.ts',
    ]);
  });
  test.each([
    [
      'core reaches up',
      'api/core',
      "import { kinds } from '../disclosures/registry.ts';\n\nexport const sin = kinds;\n",
    ],
    [
      'a panel reaches the API',
      'widgets/core',
      "import { kinds } from '../../api/disclosures/registry.ts';\n\nexport const sin = kinds;\n",
    ],
    [
      'the schema vocabulary reaches the rim',
      'api/graphql',
      "import { problem } from '../http/problem.ts';\n\nexport const sin = problem;\n",
    ],
  ])('the linter refuses an import upward: %s', async (_, folder, source) => {
    const place = mkdtempSync(join(root, folder, 'sin-'));
    const file = join(place, 'sin.ts');
    try {
      writeFileSync(file, source.replaceAll("'../", "'../../"));
      await expect(tool('biome', 'check', file)).rejects.toThrow('noRestrictedImports');
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});

describe('the shape of files', () => {
  const lengths = code.map((file) => ({ file, lines: read(file).split('\n').length - 1 }));

  test('no file has more than 400 lines, and half have at most 80', () => {
    expect(
      [
        ...lengths,
        ...sources('test/**/*.ts').map((file) => ({ file, lines: read(file).split('\n').length - 1 })),
      ].filter(({ lines }) => lines > 400),
    ).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((left, right) => left - right);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
  });
  test('nothing is left undone or silenced', () => {
    const marks =
      /\b(TODO|FIXME|XXX)\b|\bas any\b|@ts-ignore|@ts-expect-error|@ts-nocheck|biome-ignore|\b(?:test|describe|it)\.(?:skip|only|todo)\b/;
    const own = 'test/house.test.ts';
    expect(everything.filter((file) => file !== own && marks.test(read(file)))).toEqual([]);
  });
  test('packages are pinned exactly', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe('the contract with panels', () => {
  const schema = buildSchema(read('api/schema.graphql'));

  test('every document a panel sends is valid against the schema', async () => {
    const files = sources('widgets/**/*.query.ts');
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const documents = Object.values((await import(join(root, file))) as Record<string, string>);
      for (const document of documents) expect(validate(schema, parse(document)), file).toEqual([]);
    }
  });
  test('every document a kind exports with is valid against the schema', () => {
    for (const { exports } of kinds) {
      for (const { document } of [exports.list, exports.one]) expect(validate(schema, parse(document))).toEqual([]);
    }
  });
});

describe('the tools have nothing to say', () => {
  test('Biome', () => tool('biome', 'check', '.', '--error-on-warnings'));
  test('TypeScript', () => tool('tsc', '-p', '.'));
  test('knip', () => tool('knip', '--config', 'test/knip.json'));
});
