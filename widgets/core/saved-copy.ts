import { type Guard, record, text, whole } from './shape.ts';

/** The last good answer, kept in the host page's storage for the time when the platform cannot be reached. */
export interface Saved<T> {
  readonly data: T;
  /** When it was the platform's answer (milliseconds since 1970). */
  readonly at: number;
}

export const prefix = 'gk:';

// 53-bit hash (two 32-bit multiply-xor lanes): short keys for long addresses; the address itself is compared on reading.
export const storageKey = (url: string): string => {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < url.length; i++) {
    const unit = url.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  return prefix + ((a >>> 0).toString(36) + (b >>> 0).toString(36));
};

const entry = record({ url: text, at: whole });

export const parseSaved = (json: string | null): { url: string; at: number; data?: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    return entry(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

export const recall = <T>(url: string, guard: Guard<T>): Saved<T> | undefined => {
  try {
    const saved = parseSaved(localStorage.getItem(storageKey(url)));
    return saved && saved.url === url && saved.at <= Date.now() && guard(saved.data)
      ? { data: saved.data, at: saved.at }
      : undefined;
  } catch {
    return undefined;
  }
};
