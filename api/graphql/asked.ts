import type { FieldNode, FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** Validation has refused fragments that hold themselves. */
function collect({ selections }: SelectionSetNode, fragments: Fragments, names: Set<string>): Set<string> {
  for (const selection of selections) {
    if (selection.kind === 'Field') names.add(selection.name.value);
    const inner = selection.kind === 'FragmentSpread' ? fragments[selection.name.value] : selection;
    if (inner?.selectionSet) collect(inner.selectionSet, fragments, names);
  }
  return names;
}

const known = new WeakMap<FieldNode, ReadonlySet<string>>();

/**
 * The names of all fields asked for below this one, at any depth (所取字段): what is not among them need not be read.
 * A name counts wherever it stands, so there may be more than is read, never less.
 */
export function namesAsked({ fieldNodes, fragments }: GraphQLResolveInfo): ReadonlySet<string> {
  const [first, ...others] = fieldNodes;
  // A document is parsed once and asked often; a field written twice is rare, and read anew each time.
  const kept = first && others.length === 0 ? known.get(first) : undefined;
  if (kept) return kept;
  const names = new Set<string>();
  for (const { selectionSet } of fieldNodes) if (selectionSet) collect(selectionSet, fragments, names);
  if (first && others.length === 0) known.set(first, names);
  return names;
}
