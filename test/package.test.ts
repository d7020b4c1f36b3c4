import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData, type Package } from '@arethetypeswrong/core';
import { Ajv } from 'ajv';
import manifestSchema from 'custom-elements-manifest/schema.json' with { type: 'json' };
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import declared from '../package.json' with { type: 'json' };
import { root } from './support/source.ts';
import { tell } from './support/target.ts';

/** What a package that is ESM alone does not promise: Node before 12, and `require`. */
const ofOthers = new Set(['node10', 'node16-cjs']);

describe('T17: the package that npm packs', () => {
  let folder: string;
  let tarball: Uint8Array<ArrayBuffer>;
  let packed: Package;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gk-package-'));
    await promisify(execFile)('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
    tarball = new Uint8Array(await readFile(join(folder, `gongkai-${declared.version}.tgz`)));
    packed = createPackageFromTarballData(tarball);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const read = (path: string) => packed.readFile(`/node_modules/gongkai/${path}`);

  test('is without fault for those who lint packages', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
    tell('T17', 'what publint has to say', messages.length, '0', 'USWDS Elements: a manifest named and not shipped');
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('has types that every resolution of ESM finds', async () => {
    const result = await checkPackage(packed);
    expect(result.types).toEqual({ kind: 'included' });
    const problems = 'problems' in result ? result.problems : [];
    expect(problems.filter((one) => !('resolutionKind' in one && ofOthers.has(one.resolutionKind)))).toEqual([]);
  });

  test('tells of its elements in the official form, where package.json says', () => {
    const validate = new Ajv({ strict: false, allErrors: true }).compile(manifestSchema);
    validate(JSON.parse(read(declared.customElements)));
    expect(validate.errors).toBeNull();
    expect(JSON.parse(read(declared['web-types'])).name).toBe('gongkai');
  });

  test('holds the program and what was built, and nothing of a running platform or its tests', () => {
    const files = packed.listFiles('/node_modules/gongkai').map((path) => path.split('/').slice(3).join('/'));
    expect(files).toEqual(
      expect.arrayContaining(['api/gongkai.js', 'api/main.ts', 'prisma/generated/client.ts', 'widgets/dist/loader.js']),
    );
    expect(files.filter((path) => /^(data|test|node_modules)\/|\.log$|(^|\/)\.env/.test(path))).toEqual([]);
  });

  test('types its tags for TypeScript, React, Vue and Svelte', () => {
    const types = read('widgets/dist/gongkai.d.ts');
    for (const module of ['react', 'vue', 'svelte/elements']) expect(types).toContain(`declare module '${module}'`);
  });
});
