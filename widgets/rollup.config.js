import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { customElementsManifest } from './manifest.ts';
import { panels } from './registry.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const dir = process.env.GONGKAI_WIDGETS_DIST ?? here('dist');
const stems = Object.keys(panels).map((tag) => tag.slice('gk-'.length));

/** Hosts may be GBK pages. esbuild escapes strings but not regular expressions, so what is left is escaped here. */
const ascii = {
  name: 'ascii',
  renderChunk: (code) => ({
    code: code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    map: null,
  }),
};

/** Style sheets are written for people; a page needs neither their comments nor their indents. */
const styles = {
  name: 'styles',
  transform: (code, id) =>
    id.endsWith('.styles.ts') ? { code: code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\s+/g, ' '), map: null } : null,
};

/**
 * lit-html makes a Trusted Types policy when it loads. A page that allows none, or whose own Lit has taken the name, would
 * lose its panels; here they go on without, through setHTML, which needs no policy.
 */
const trustedTypes = {
  name: 'trusted-types',
  transform(code, id) {
    if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
    const policy = /(\w+)\?\1\.createPolicy\("lit-html",(\{.*?\})\):void 0/;
    const parse = /return (\w+)\.innerHTML=(\w+),\1/;
    if (!policy.test(code) || !parse.test(code)) return this.error('lit-html has changed: see how it makes its policy');
    return {
      code: code
        .replace(policy, '(()=>{try{return $1?$1.createPolicy("lit-html",$2):void 0}catch{}})()')
        .replace(
          parse,
          'try{$1.innerHTML=$2}catch{$1.setHTML($2,{sanitizer:{removeElements:[],comments:true}})}return $1',
        ),
      map: null,
    };
  },
};

/** A chunk of an earlier build must not be served beside the new ones. */
const fresh = {
  name: 'fresh',
  buildStart: () => rm(dir, { recursive: true, force: true }),
};

const compile = (target) => [
  styles,
  trustedTypes,
  nodeResolve({ exportConditions: ['production'], extensions: ['.ts', '.js'] }),
  esbuild({
    target,
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    define: { __STEMS__: JSON.stringify(stems.join(' ')) },
    tsconfig: false,
    tsconfigRaw: { compilerOptions: { target, useDefineForClassFields: true } },
  }),
  ascii,
];

/** The registry only tells where to cut; no page loads it. */
const withoutRegistry = {
  name: 'without-registry',
  generateBundle(_options, bundle) {
    delete bundle['registry.js'];
  },
};

const manifest = {
  name: 'custom-elements-manifest',
  async generateBundle() {
    const source = `${JSON.stringify(await customElementsManifest(), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'custom-elements.json', source });
  },
};

export default [
  {
    input: { registry: here('registry.ts') },
    plugins: [fresh, ...compile('es2021'), withoutRegistry, manifest],
    output: {
      dir,
      format: 'es',
      entryFileNames: '[name].js',
      // `documents-panel` becomes `gk-documents.js`: the loader derives the file from the tag.
      chunkFileNames: ({ name }) =>
        name.endsWith('-panel') ? `gk-${name.slice(0, -'-panel'.length)}.js` : '[name]-[hash].js',
      // One shared chunk, so that a panel never waits for a chain of files.
      manualChunks: (id) => (/[\\/](?:core|node_modules)[\\/]/.test(id) ? 'core' : undefined),
    },
  },
  {
    input: here('loader.ts'),
    plugins: compile('es2020'),
    // A classic script shares its top level with the page: nothing may be declared there.
    output: { file: `${dir}/loader.js`, format: 'iife' },
  },
  {
    input: here('classic.ts'),
    plugins: compile('es2019'),
    output: { file: `${dir}/gongkai.classic.js`, format: 'iife', inlineDynamicImports: true },
  },
];
