import { type DocumentNode, Kind as Node, parse, type SelectionNode, type SelectionSetNode } from 'graphql';
import { platformFields } from '../layout.ts';
import type { View } from '../view.ts';

const selectionsOf = (fields: string): readonly SelectionNode[] => {
  const [operation] = parse(`{ ${fields} }`).definitions;
  return operation?.kind === Node.OPERATION_DEFINITION ? operation.selectionSet.selections : [];
};

const widened = (set: SelectionSetNode | undefined, more: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Node.SELECTION_SET,
  selections: [...(set?.selections ?? []), ...more],
});

/** A kind's export document, asked for what every page needs besides. */
export interface Question {
  declares(variable: string): boolean;
  /** Asks with those variables the document declares; the others it does not take. */
  ask<Answer>(view: View, variables: Readonly<Record<string, unknown>>): Promise<Answer>;
}

/** The document with `fields` added to its root field of the name `alias`, and what is known of the platform. */
export function questionOf(source: string, alias: 'list' | 'one', fields: string): Question {
  const more = selectionsOf(fields);
  const ofPlatform = selectionsOf(platformFields);
  const declared = new Set<string>();
  const definitions = parse(source).definitions.map((definition) => {
    if (definition.kind !== Node.OPERATION_DEFINITION) return definition;
    for (const { variable } of definition.variableDefinitions ?? []) declared.add(variable.name.value);
    const selections = definition.selectionSet.selections.map((selection) =>
      selection.kind === Node.FIELD && (selection.alias ?? selection.name).value === alias
        ? { ...selection, selectionSet: widened(selection.selectionSet, more) }
        : selection,
    );
    return { ...definition, selectionSet: widened({ kind: Node.SELECTION_SET, selections }, ofPlatform) };
  });
  const document: DocumentNode = { kind: Node.DOCUMENT, definitions };
  return {
    declares: (variable) => declared.has(variable),
    ask: (view, variables) =>
      view.ask(document, Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name)))),
  };
}
