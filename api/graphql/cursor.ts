import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { ApiError } from './errors.ts';

/**
 * A place in a list: the sort values of a row, the arguments the list was asked with, and the instant the first page
 * was read at. Later pages read the list as it stood then, so no row is lost or repeated while others publish.
 */
export interface Place {
  readonly values: readonly (string | number | null)[];
  readonly snapshot: string | null;
}

const version = 1;

const signature = (payload: string, key: string): string =>
  createHmac('sha256', key).update(payload).digest('base64url').slice(0, 22);

/** A short name of the arguments a cursor belongs to. */
export const argumentsHash = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

export function encodeCursor({ values, snapshot }: Place, list: string, key: string): string {
  const payload = Buffer.from(JSON.stringify([version, list, values, snapshot])).toString('base64url');
  return `${payload}.${signature(payload, key)}`;
}

/** The cursor is not one of ours, or of another list. */
export const cursorMismatch = (): ApiError =>
  new ApiError('CURSOR_MISMATCH', {
    zh: '游标与本次查询的参数不符；请使用同一查询返回的游标，或去掉 after/before 从头开始。',
    en: 'The cursor does not belong to these arguments; use a cursor this very query returned, or drop after/before to start again.',
  });

/** Refuses what we did not sign and what another list gave out. */
export function decodeCursor(cursor: string, list: string, key: string): Place {
  const [payload, given, ...rest] = cursor.split('.');
  if (!payload || !given || rest.length > 0) throw cursorMismatch();
  const expected = Buffer.from(signature(payload, key));
  const actual = Buffer.from(given);
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) throw cursorMismatch();
  const [ofVersion, ofList, values, snapshot] = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  if (ofVersion !== version || ofList !== list) throw cursorMismatch();
  return { values, snapshot };
}
