import type { Archive } from '../../reading/xlsx-archive.ts';
import type { Collector } from '../collector.ts';

/** An Office file while it is looked through: its parts, and where findings go. A part is looked at once. */
export interface OfficeFile {
  readonly archive: Archive;
  readonly collector: Collector;
  readonly seen: Set<string>;
}

/** Names in archives differ in case between programs. */
export const take = ({ archive, seen }: OfficeFile, part: string): boolean => {
  const key = part.toLowerCase();
  if (seen.has(key) || !archive.has(part)) return false;
  seen.add(key);
  return true;
};

export const isOn = (value: string | undefined): boolean => value !== undefined && !/^(?:0|false|off)$/.test(value);
