import { createHash } from 'node:crypto';
import { Prisma } from '../../prisma/generated/client.ts';

/** A piece of SQL with its values apart: `.text` holds $1…$n, `.values` what stands in their places. */
export type Sql = Prisma.Sql;

/**
 * Composes SQL: `` sql`select title from edition where id = ${id}::uuid` ``. Fragments nest; values never enter the text.
 * Cast where PostgreSQL cannot tell the type (`${id}::uuid`, `${day}::date`, `${kinds}::text[]`).
 */
export const sql = Prisma.sql;

/** Joins fragments or values: `` sql`… in (${join(ids)})` ``. It refuses an empty list. */
export const join = Prisma.join;

/** No SQL at all, for the other arm of a condition. */
export const empty = Prisma.empty;

const quote = (name: string): string => {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new TypeError(`Not a table or column name: ${JSON.stringify(name)}`);
  return `"${name}"`;
};

/** A table or column written into the text: `id('edition', 'state')` is `"edition"."state"`. Never give it a reader's words. */
export const id = (...names: readonly [string, ...string[]]): Sql => Prisma.raw(names.map(quote).join('.'));

/** A whole number written into the text, for what decides a plan, such as a page size. The fewer numbers, the fewer texts. */
export const literal = (number: number): Sql => Prisma.raw(String(Math.trunc(number)));

/**
 * A word of a closed list written into the text, for what decides a plan: PostgreSQL sees how many rows it means. Never give
 * it a reader's words; anything but capitals, digits and underscores is refused.
 */
export const word = (code: string): Sql => {
  if (!/^[A-Z0-9_]{1,40}$/.test(code)) throw new TypeError(`Not a word of a list: ${JSON.stringify(code)}`);
  return Prisma.raw(`'${code}'`);
};

// A connection keeps every statement it ever prepared, so a text that varies without end must not be named.
const mostNames = 500;
const names = new Map<string, string>();

/** The name under which PostgreSQL prepares a text once per connection; undefined when there are too many already. */
export const statementName = (text: string): string | undefined => {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames) return undefined;
  const name = `gk_${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`;
  names.set(text, name);
  return name;
};
