import { plainJson } from './json.ts';
import { parseSaved, prefix } from './saved-copy.ts';

/** 200 kB in all: storage counts UTF-16 units of two bytes. */
const capacity = 100_000;

/** Every answer is saved again when it comes, so the oldest entry is also the least recently used. */
const makeRoom = (needed: number, own: string): void => {
  const entries = Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix) && key !== own)
    .map((key) => {
      const json = localStorage.getItem(key) ?? '';
      return { key, size: key.length + json.length, at: parseSaved(json)?.at ?? 0 };
    })
    .sort((left, right) => right.at - left.at);
  let used = needed;
  for (const { key, size } of entries) {
    used += size;
    if (used > capacity) localStorage.removeItem(key);
  }
};

/** Keeps what was answered `at` a time. */
export const save = (url: string, data: unknown, at: number): void => {
  try {
    const key = prefix + url;
    const json = plainJson({ at, data });
    const needed = key.length + json.length;
    if (needed > capacity) return;
    makeRoom(needed, key);
    localStorage.setItem(key, json);
  } catch {
    // Storage is forbidden or full: the panel works without a saved copy.
  }
};
