import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cssProperties, type PanelDescriptor } from './core/descriptor.ts';
import { panels } from './registry.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** What a panel says of itself, in `<stem>-panel.manifest.ts` beside it: the tag leads there, so no list is kept. */
async function descriptorOf(tag: string): Promise<PanelDescriptor> {
  const [file] = globSync(`*/${tag.slice('gk-'.length)}-panel.manifest.ts`, { cwd: here });
  if (!file) throw new Error(`${tag} has no ${tag.slice('gk-'.length)}-panel.manifest.ts beside its panel`);
  const { descriptor } = (await import(pathToFileURL(here + file).href)) as { descriptor: PanelDescriptor };
  return descriptor;
}

export const descriptors = async (): Promise<readonly (readonly [string, PanelDescriptor])[]> =>
  Promise.all(Object.keys(panels).map(async (tag) => [tag, await descriptorOf(tag)] as const));

const named = (entries: Readonly<Record<string, string>>): readonly { name: string; description: string }[] =>
  Object.entries(entries).map(([name, description]) => ({ name, description }));

/** custom-elements.json, schema 1.0.0: what editors and documentation tools read. */
export const customElementsManifest = async () => ({
  schemaVersion: '1.0.0',
  readme: '',
  modules: (await descriptors()).map(([tag, { className, summary, description, attributes, parts }]) => ({
    kind: 'javascript-module',
    path: `${tag}.js`,
    declarations: [
      {
        kind: 'class',
        customElement: true,
        name: className,
        tagName: tag,
        summary,
        description,
        superclass: { name: 'LitElement', package: 'lit' },
        attributes: Object.entries(attributes).map(([name, attribute]) => ({
          name,
          type: { text: attribute.type },
          description: attribute.description,
          ...(attribute.default === undefined ? {} : { default: attribute.default }),
        })),
        slots: [
          {
            name: '',
            description: '脚本或平台不可用时保留的内容 What stays when the script or the platform is not available',
          },
        ],
        events: [
          {
            name: 'gk-state',
            type: { text: "CustomEvent<{ state: 'loading' | 'data' | 'empty' | 'stale' | 'error' }>" },
            description: '面板的状态变了 The panel’s state has changed',
          },
        ],
        cssProperties: named(cssProperties),
        cssParts: named(parts),
      },
    ],
    exports: [
      { kind: 'js', name: className, declaration: { name: className } },
      { kind: 'custom-element-definition', name: tag, declaration: { name: className } },
    ],
  })),
});
