// Types and editor data for those who write panels into their own code: `node widgets/typings.ts`, after a build. All are made of
// custom-elements.json, so that they cannot say anything else.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

interface Attribute {
  readonly name: string;
  readonly type: { readonly text: string };
  readonly description: string;
}

interface Declaration {
  readonly tagName: string;
  readonly summary: string;
  readonly attributes: readonly Attribute[];
}

const propertyName = (attribute: string): string =>
  attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const interfaceName = (tag: string): string =>
  tag.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const comment = (text: string): string => `/** ${text.replaceAll('*/', '* /')} */`;

/** A union that any string is in keeps its values for editors to offer. */
const typed = (text: string): string => text.replace(/ \| string$/, ' | (string & {})');

const fields = (attributes: readonly Attribute[], nameOf: (attribute: string) => string): string =>
  attributes
    .map(
      ({ name, type, description }) =>
        `  ${comment(description)}\n  ${JSON.stringify(nameOf(name))}?: ${typed(type.text)};`,
    )
    .join('\n');

const element = ({ tagName, summary, attributes }: Declaration): string => `
${comment(summary)}
export interface ${interfaceName(tagName)}Attributes {
${fields(attributes, (name) => name)}
}
${comment(summary)}
export interface ${interfaceName(tagName)}Element extends HTMLElement {
${fields(
  attributes.filter(({ name }) => name !== 'lang'),
  propertyName,
)}
  addEventListener(
    type: 'gk-state',
    listener: (event: CustomEvent<{ state: PanelState }>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
`;

const tags = (declarations: readonly Declaration[], of: (name: string) => string): string =>
  declarations.map(({ tagName }) => `    '${tagName}': ${of(interfaceName(tagName))};`).join('\n');

/** One file of types for TypeScript, React 19, Vue 3 and Svelte. */
const types = (
  declarations: readonly Declaration[],
): string => `// Panels of gongkai for TypeScript, React 19, Vue 3 and Svelte: import 'gongkai.d.ts' once.

export type PanelState = 'loading' | 'data' | 'empty' | 'stale' | 'error';
${declarations.map(element).join('')}
type Common = { class?: string; className?: string; id?: string; slot?: string; hidden?: boolean; children?: unknown; key?: string | number };

type SvelteCommon = Common & {
  style?: string;
  'on:gk-state'?: (event: CustomEvent<{ state: PanelState }>) => void;
  'ongk-state'?: (event: CustomEvent<{ state: PanelState }>) => void;
};

export interface PanelTags {
${tags(declarations, (name) => `${name}Attributes & Common`)}
}

declare global {
  interface HTMLElementTagNameMap {
${tags(declarations, (name) => `${name}Element`)}
  }
  namespace JSX {
    interface IntrinsicElements extends PanelTags {}
  }
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends PanelTags {}
  }
}

declare module 'vue' {
  interface GlobalComponents {
${tags(declarations, (name) => `new () => { $props: ${name}Attributes & Common }`)}
  }
}

declare module 'svelte/elements' {
  export interface SvelteHTMLElements {
${tags(declarations, (name) => `${name}Attributes & SvelteCommon`)}
  }
}
`;

/** Writes them beside the scripts of a build. */
export function writeTypings(dist: URL): void {
  const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', dist), 'utf8'));
  const declarations: Declaration[] = manifest.modules.flatMap(
    ({ declarations: own }: { declarations: Declaration[] }) => own,
  );
  writeFileSync(new URL('gongkai.d.ts', dist), types(declarations));
  const outdir = fileURLToPath(dist);
  generateVsCodeCustomElementData(manifest, {
    outdir,
    hideLogs: true,
    htmlFileName: 'vscode.html-custom-data.json',
    cssFileName: 'vscode.css-custom-data.json',
  });
  generateJetBrainsWebTypes(manifest, {
    outdir,
    hideLogs: true,
    webTypesFileName: 'web-types.json',
    packageJson: false,
  });
}

if (import.meta.main) {
  const given = process.env['GONGKAI_WIDGETS_DIST'];
  writeTypings(given === undefined ? new URL('dist/', import.meta.url) : pathToFileURL(`${given}/`));
}
