import { type Guard, record, whole } from './shape.ts';

/** The last good answer, kept in the host page's storage for the time when the platform cannot be reached. */
export interface Saved<T> {
  readonly data: T;
  /** When it was the platform's answer (milliseconds since 1970). */
  readonly at: number;
}

export const prefix = 'gk:';

const entry = record({ at: whole });

export const parseSaved = (json: string | null): { at: number; data?: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    return entry(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

export const recall = <T>(url: string, guard: Guard<T>): Saved<T> | undefined => {
  try {
    const saved = parseSaved(localStorage.getItem(prefix + url));
    return saved && saved.at <= Date.now() && guard(saved.data) ? { data: saved.data, at: saved.at } : undefined;
  } catch {
    return undefined;
  }
};
