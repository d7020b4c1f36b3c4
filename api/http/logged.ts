import { type DocumentNode, Kind } from 'graphql';

const longestPath = 200;
const longestName = 100;

/** What the log tells of an address: its path. What stands behind it is what somebody wants to know, often where they live. */
export const pathOf = (url: string): string => url.replace(/[?#].*$/s, '').slice(0, longestPath);

/** The name of the operation that is asked for, as its author wrote it; undefined when it has none. */
export function operationNameIn({ definitions }: DocumentNode, chosen?: string | null): string | undefined {
  const names = definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? [one.name?.value] : []));
  return names.find((name) => !chosen || name === chosen)?.slice(0, longestName);
}
