import { type AttributeDescriptor, cssProperties, type PanelDescriptor } from './core/descriptor.ts';
import { panels } from './panels.ts';

const descriptors: readonly (readonly [tag: string, PanelDescriptor])[] = Object.entries(panels).map(
  ([stem, { descriptor }]) => [`gk-${stem}`, descriptor],
);

/** `gk-school-finder`: GkSchoolFinder. */
const classNameOf = (tag: string): string =>
  tag.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

const named = (entries: Readonly<Record<string, string>>): readonly { name: string; description: string }[] =>
  Object.entries(entries).map(([name, description]) => ({ name, description }));

/** A closed set is a union of its values; what takes others beside them says so. */
const typeOf = ({ type, choices, takesOthers }: AttributeDescriptor): string => {
  if (!choices) return type === 'date' ? 'string' : type;
  const values = choices.map(({ value }) => (type === 'number' ? value : `'${value}'`));
  return [...values, ...(takesOthers ? ['string'] : [])].join(' | ');
};

const declared = ([tag, panel]: (typeof descriptors)[number]) => ({
  kind: 'class',
  customElement: true,
  name: classNameOf(tag),
  tagName: tag,
  summary: panel.summary,
  description: panel.description,
  superclass: { name: 'HTMLElement' },
  attributes: Object.entries(panel.attributes).map(([name, attribute]) => ({
    name,
    type: { text: typeOf(attribute) },
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
  cssParts: named(panel.parts),
});

/** custom-elements.json, schema 1.0.0: what editors and documentation tools read. All tags come with one script. */
export const customElementsManifest = () => ({
  schemaVersion: '1.0.0',
  readme: '',
  modules: [
    {
      kind: 'javascript-module',
      path: 'loader.js',
      declarations: descriptors.map(declared),
      exports: descriptors.map(([tag]) => ({
        kind: 'custom-element-definition',
        name: tag,
        declaration: { name: classNameOf(tag) },
      })),
    },
  ],
});
