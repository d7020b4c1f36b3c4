import type { Finding } from '../../../core/finding.ts';
import { finding } from '../report.ts';
import type { Header, Mapping } from './header.ts';
import { labelKey, type Role, roleNamed, roleWords } from './roles.ts';
import { signatureOf } from './table.ts';

/** What was said of columns, now and before. */
export interface Said {
  readonly mapping: ReadonlyMap<string, string>;
  readonly remembered: ReadonlyMap<string, string>;
}

const keysOf = (path: readonly string[]): string[] => {
  const keys = path.map(labelKey);
  return [keys.join('/'), keys.at(-1) ?? ''];
};

/** Meanings given that are none. */
export function unknownMeanings({ mapping }: Said): Finding[] {
  return [...mapping].flatMap(([label, word]) =>
    roleNamed(word) === null
      ? [
          finding(
            'unknown-meaning',
            'ERROR',
            { column: label },
            [
              `--map 给“${label}”的含义“${word}”不可用。`,
              `--map gives "${label}" the meaning "${word}", which there is not.`,
            ],
            [`可用的有：${roleWords.join('、')}。`, `There are: ${roleWords.join(', ')}.`],
          ),
        ]
      : [],
  );
}

/** Columns as a publisher explained them: now by `--map`, or before for this very header. */
export class SaidColumns {
  readonly #now: ReadonlyMap<string, Role>;
  readonly #before: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly #used = new Set<string>();

  constructor({ mapping, remembered }: Said) {
    this.#now = new Map(
      [...mapping].flatMap(([label, word]) => (roleNamed(word) ? [[labelKey(label), roleNamed(word) as Role]] : [])),
    );
    const before = new Map<string, Map<string, string>>();
    for (const [key, word] of remembered) {
      const [signature = '', label = ''] = key.split('\n');
      before.set(label, (before.get(label) ?? new Map<string, string>()).set(signature, word));
    }
    this.#before = before;
  }

  /** Said of any header: `signature` is not known before the header is found. */
  readonly of: Mapping = (path) => {
    for (const key of keysOf(path)) {
      const role = this.#now.get(key);
      if (role) {
        this.#used.add(key);
        return role;
      }
    }
    return undefined;
  };

  /** As `of`, with what was remembered for any header: good for finding one, not for reading by it. */
  readonly tentative: Mapping = (path) => {
    const now = this.of(path);
    if (now) return now;
    const [word] = keysOf(path).flatMap((key) => [...(this.#before.get(key)?.values() ?? [])]);
    return word === undefined ? undefined : (roleNamed(word) ?? undefined);
  };

  /** As `of`, with what was remembered for this header. */
  forHeader(header: Header): Mapping {
    const signature = signatureOf(header);
    return (path) => {
      const now = this.of(path);
      if (now) return now;
      const word = keysOf(path).flatMap((key) => this.#before.get(key)?.get(signature) ?? [])[0];
      return word === undefined ? undefined : (roleNamed(word) ?? undefined);
    };
  }

  /** What is to be remembered of a header that was read: signature and label, and the meaning given now. */
  memoryOf(header: Header, { mapping }: Said): [string, string][] {
    const signature = signatureOf(header);
    const words = new Map([...mapping].map(([label, word]) => [labelKey(label), word]));
    return header.columns.flatMap(({ path }) => {
      const key = keysOf(path).find((each) => words.has(each));
      return key === undefined ? [] : [[`${signature}\n${key}`, words.get(key) ?? ''] as [string, string]];
    });
  }

  /** Labels given to `--map` that no table has. */
  unused(): string[] {
    return [...this.#now.keys()].filter((key) => !this.#used.has(key));
  }
}
