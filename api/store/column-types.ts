import pg from 'pg';

type Parse = (text: string) => unknown;

/** int8 as a number: counts and fen fit; beyond 2^53 a rounded figure would be a lie, so it is refused aloud. */
const safeInteger: Parse = (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`The integer ${text} is beyond the exact range of a number; select it as ::text.`);
  }
  return value;
};

const asText: Parse = (text) => text;
const json: Parse = (text) => JSON.parse(text);
const boolean: Parse = (text) => text === 't';
const bytes: Parse = (text) => Buffer.from(text.slice(2), 'hex');
// Both sessions are set to UTC, so a timestamp without zone is UTC too.
const zonedInstant: Parse = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ);
const instant: Parse = (text) => zonedInstant(`${text}+00`);

const textArray: (text: string) => readonly unknown[] = pg.types.getTypeParser(
  1009 as number as typeof pg.types.builtins.TEXT,
);
const arrayOf = (parse: Parse): Parse => {
  const each = (item: unknown): unknown =>
    Array.isArray(item) ? item.map(each) : typeof item === 'string' ? parse(item) : item;
  return (text) => textArray(text).map(each);
};

/**
 * How a column arrives, by the OID of its type: the same on PGlite and on PostgreSQL.
 *
 * | SQL | TypeScript |
 * | --- | --- |
 * | bool | boolean |
 * | int2 int4 float4 float8 | number |
 * | int8 (also `count(*)`) | number; RangeError beyond 2^53 |
 * | numeric, and so `sum(int8)` | string |
 * | date | string, `2026-01-31` |
 * | timestamptz, timestamp | Date |
 * | json jsonb | parsed |
 * | bytea | Buffer |
 * | arrays of these, and of text, varchar, uuid | array |
 * | enums, uuid, text and all others | string |
 *
 * An array of an enum is not among them: select it as `::text[]`.
 */
export const columnParsers: Readonly<Record<number, Parse>> = {
  16: boolean,
  17: bytes,
  20: safeInteger,
  21: Number,
  23: Number,
  26: Number,
  114: json,
  700: Number,
  701: Number,
  1082: asText,
  1083: asText,
  1114: instant,
  1184: zonedInstant,
  1186: asText,
  1700: asText,
  3802: json,
  199: arrayOf(json),
  1000: arrayOf(boolean),
  1005: arrayOf(Number),
  1007: arrayOf(Number),
  1009: arrayOf(asText),
  1014: arrayOf(asText),
  1015: arrayOf(asText),
  1016: arrayOf(safeInteger),
  1021: arrayOf(Number),
  1022: arrayOf(Number),
  1115: arrayOf(instant),
  1182: arrayOf(asText),
  1185: arrayOf(zonedInstant),
  1231: arrayOf(asText),
  2951: arrayOf(asText),
  3807: arrayOf(json),
};

/** A value as both drivers take it alike: `pg` would write a Date in the machine's own zone. */
export const asParameter = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);
