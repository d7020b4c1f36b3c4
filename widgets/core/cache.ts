import { plainJson } from './json.ts';
import { type Guard, record, text, whole } from './shape.ts';

/** The last good answer, kept in the host page's storage for the time when the platform cannot be reached. */
export interface Saved<T> {
  readonly data: T;
  /** When it was the platform's answer (milliseconds since 1970). */
  readonly at: number;
}

const prefix = 'gk:';
/** 200 kB in all: storage counts UTF-16 units of two bytes. */
const capacity = 100_000;

// 53-bit hash (two 32-bit multiply-xor lanes): short keys for long addresses; the address itself is compared on reading.
const keyOf = (url: string): string => {
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

const parse = (json: string | null): { url: string; at: number; data?: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(json ?? 'null');
    return entry(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

export const recall = <T>(url: string, guard: Guard<T>): Saved<T> | undefined => {
  try {
    const saved = parse(localStorage.getItem(keyOf(url)));
    return saved && saved.url === url && saved.at <= Date.now() && guard(saved.data)
      ? { data: saved.data, at: saved.at }
      : undefined;
  } catch {
    return undefined;
  }
};

/** Every answer is saved again when it comes, so the oldest entry is also the least recently used. */
const makeRoom = (needed: number, own: string): void => {
  const entries = Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix) && key !== own)
    .map((key) => {
      const json = localStorage.getItem(key) ?? '';
      return { key, size: key.length + json.length, at: parse(json)?.at ?? 0 };
    })
    .sort((left, right) => right.at - left.at);
  let used = needed;
  for (const { key, size } of entries) {
    used += size;
    if (used > capacity) localStorage.removeItem(key);
  }
};

export const save = (url: string, data: unknown): void => {
  try {
    const key = keyOf(url);
    const json = plainJson({ url, at: Date.now(), data });
    const needed = key.length + json.length;
    if (needed > capacity) return;
    makeRoom(needed, key);
    localStorage.setItem(key, json);
  } catch {
    // Storage is forbidden or full: the panel works without a saved copy.
  }
};
