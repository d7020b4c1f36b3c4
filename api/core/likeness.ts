/** How many characters two names have in common, of those that either has, from 0 to 1; neighbours count too (名称相近程度). */
export function likeness(one: string, other: string): number {
  const partsOf = (name: string): string[] => [
    ...name,
    ...Array.from({ length: Math.max(0, name.length - 1) }, (_, index) => name.slice(index, index + 2)),
  ];
  const [mine, theirs] = [new Set(partsOf(one)), new Set(partsOf(other))];
  return mine.intersection(theirs).size / mine.union(theirs).size;
}
