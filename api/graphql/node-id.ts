import { decodeId } from './builder.ts';
import { badInput } from './errors.ts';

/** The key inside an id that must be of one type; an id of another type is an error, not an absence (R3). */
export function idOf(id: string, typename: string): string {
  const decoded = decodeId(id);
  if (decoded.typename === typename) return decoded.id;
  throw badInput(
    `这是 ${decoded.typename} 的标识，此处需要 ${typename} 的标识。`,
    `this is the id of a ${decoded.typename}; a ${typename} is needed here.`,
  );
}
