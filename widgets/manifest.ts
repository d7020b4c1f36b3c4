import { cssProperties, type PanelDescriptor } from './core/descriptor.ts';
import type { PanelTag } from './registry.ts';
import { documentDescriptor } from './regulatory-document/document-panel.manifest.ts';
import { documentsDescriptor } from './regulatory-document/documents-panel.manifest.ts';

/** One line per panel; the compiler holds it equal to the registry. */
export const descriptors: Readonly<Record<PanelTag, PanelDescriptor>> = {
  'gk-document': documentDescriptor,
  'gk-documents': documentsDescriptor,
};

const named = (entries: Readonly<Record<string, string>>): readonly { name: string; description: string }[] =>
  Object.entries(entries).map(([name, description]) => ({ name, description }));

/** custom-elements.json, schema 1.0.0: what editors and documentation tools read. */
export const customElementsManifest = () => ({
  schemaVersion: '1.0.0',
  readme: '',
  modules: Object.entries(descriptors).map(([tag, { className, summary, description, attributes, parts }]) => ({
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
