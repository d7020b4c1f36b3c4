import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';
import esbuild from 'rollup-plugin-esbuild';
import { minify } from 'terser';
import { commonAttributes } from './core/descriptor.ts';
import { lit } from './lit.js';
import { customElementsManifest } from './manifest.ts';
import { panels } from './panels.ts';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const dir = process.env.GONGKAI_WIDGETS_DIST ?? here('dist');

/** "budget documents …;organization year …": all that a browser knows of the panels before it asks. */
const stems = Object.keys(panels);
const parameters = new Set(
  stems
    .flatMap((stem) => Object.keys(panels[stem].descriptor.attributes))
    .filter((name) => !(name in commonAttributes)),
);
const described = `${stems.join(' ')};${[...parameters].sort().join(' ')}`;

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
  async transform(code, id) {
    if (!id.endsWith('.styles.ts')) return null;
    const [before, sheet, after] = code.split('`');
    const { code: minified } = await transform(sheet, { loader: 'css', minify: true });
    // Values of custom properties are left as they were written: outside strings their blanks mean nothing.
    const small = minified.replace(/("[^"]*"|'[^']*')|([,:]) +/g, (_, string, mark) => string ?? mark);
    return { code: `${before}\`${small.trim()}\`${after}`, map: null };
  },
};

/** A chunk of an earlier build must not be served beside the new ones. */
const fresh = {
  name: 'fresh',
  buildStart: () => rm(dir, { recursive: true, force: true }),
};

/**
 * Names that stand only between our own files are shortened alike in all of them. None is a name of the DOM, of a document or
 * of what a page may use.
 */
const inner = (
  'acts announced answered asked askIfNew badgeOf changedBetween chosen drawn due enliven failed failure fresh hasActed inline isBlock ' +
  'isLoading isPictured isPrinting isPrivate keyFor life opened own reading release savedAt show template trail typeset ' +
  'upgradePage wayBack ' +
  // Lit's own.
  '_$litType$ _$litPart$ _$litDirective$ litHtmlPolyfillSupport ' +
  '_$AH _$AM _$AA _$AB _$AV _$AN _$AD _$AU _$AI _$AR _$AC _$AS _$AT _$AP _$AO _$Cv _$Co _$Cl'
).split(' ');
const privates = (target) => ({
  name: 'privates',
  async renderChunk(code) {
    const short = Object.fromEntries(inner.map((name, index) => [name, `_${index.toString(36)}`]));
    const { code: shortened } = await transform(code, {
      charset: 'utf8',
      legalComments: 'none',
      mangleProps: new RegExp(`^(?:${inner.join('|').replaceAll('$', '\\$')})$`),
      mangleCache: short,
      minify: true,
      target,
    });
    return { code: shortened, map: null };
  },
});

/** What esbuild leaves between functions: names used once, branches that say the same (four of a hundred bytes in brotli). */
const shorter = (target) => ({
  name: 'shorter',
  async renderChunk(code) {
    const { code: shortened } = await minify(code, {
      ecma: Number(target.slice(2)),
      module: true,
      compress: { passes: 3 },
    });
    return { code: shortened, map: null };
  },
});

/** Templates are written for people too. Minified code breaks lines nowhere but in them. */
const templates = {
  name: 'templates',
  renderChunk: (code) => ({ code: code.replace(/\n +/g, ' ').replace(/(?<=`) +(?=<)|(?<=>) +(?=`)/g, ''), map: null }),
};

const compile = (target, constants = {}) => [
  styles,
  lit,
  nodeResolve({ exportConditions: ['production'], extensions: ['.ts', '.js'] }),
  esbuild({
    target,
    minify: true,
    // A module is UTF-8 whatever the page is; what is not a module is escaped below.
    charset: 'utf8',
    legalComments: 'none',
    define: Object.fromEntries(
      Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value) ?? 'undefined']),
    ),
    tsconfig: false,
    tsconfigRaw: { compilerOptions: { target, useDefineForClassFields: false } },
  }),
  privates(target),
  shorter(target),
  templates,
];

/** Stands in the code where the address and the digest of `more` come when they are known. */
const moreHere = '@more@';

const digestOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;

/**
 * Names and digests of what hosts load, for whoever pins them. Each file carries the digest of the one it fetches: written in
 * when that one is done, the loader's last.
 */
const manifest = {
  name: 'manifest',
  async generateBundle(_options, bundle) {
    const elements = `${JSON.stringify(customElementsManifest(), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'custom-elements.json', source: elements });
    const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
    const [panels, more] = ['panels', 'more'].map((wanted) => chunks.find(({ name }) => name === wanted));
    panels.code = panels.code.replace(
      `"${moreHere}"`,
      `[new URL("${more.fileName}",import.meta.url).href,"${digestOf(more.code)}"]`,
    );
    const files = chunks.map(({ name, fileName, code }) => [
      `${name}.js`,
      { file: fileName, integrity: digestOf(code) },
    ]);
    const source = `${JSON.stringify(Object.fromEntries(files), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'manifest.json', source });
  },
};

/** The second pass: what the first one has written is known now. */
const knowingPanels = {
  name: 'knowing-panels',
  renderChunk(code) {
    const { file, integrity } = JSON.parse(readFileSync(`${dir}/manifest.json`, 'utf8'))['panels.js'];
    return {
      code: code.replace('__FILE__', JSON.stringify(file)).replace('__DIGEST__', JSON.stringify(integrity)),
      map: null,
    };
  },
};

/** The files a page names itself join the manifest when they are written: their digests are what a page may pin. */
const pinnable = {
  name: 'pinnable',
  generateBundle(_options, bundle) {
    const files = JSON.parse(readFileSync(`${dir}/manifest.json`, 'utf8'));
    for (const { fileName, code } of Object.values(bundle)) {
      const integrity = digestOf(code);
      // Under this name the platform keeps exactly these bytes (`pinnedName` there).
      const mark = integrity.slice('sha384-'.length).slice(0, 8).replaceAll('+', '-').replaceAll('/', '_');
      files[fileName] = { file: fileName, integrity, pinned: fileName.replace(/\.js$/, `-${mark}.js`) };
    }
    writeFileSync(`${dir}/manifest.json`, `${JSON.stringify(files, null, 2)}\n`);
  },
};

export default [
  {
    input: { panels: here('element/panels.ts') },
    plugins: [fresh, ...compile('es2021', { __PANELS__: described, __MORE__: moreHere }), manifest],
    output: { dir, format: 'es', entryFileNames: '[name]-[hash].js', chunkFileNames: '[name]-[hash].js' },
  },
  {
    input: here('loader.ts'),
    plugins: [...compile('es2021'), knowingPanels, ascii, pinnable],
    // A classic script shares its top level with the page: nothing may be declared there. It is a module in the source, and
    // does nothing that strictness would change.
    output: { file: `${dir}/loader.js`, format: 'iife', strict: false },
  },
  {
    input: here('classic.ts'),
    plugins: [...compile('es2019', { __PANELS__: described, __MORE__: undefined }), ascii, pinnable],
    output: { file: `${dir}/gongkai.classic.js`, format: 'iife', inlineDynamicImports: true, freeze: false },
  },
];
