import type { Finding } from '../finding.ts';
import { finding } from '../finding-list.ts';
import { labelKey, signatureOf } from './labels.ts';

/** What was said of columns, now and before. */
export interface Said {
  readonly mapping: ReadonlyMap<string, string>;
  readonly remembered: ReadonlyMap<string, string>;
}

/** What columns may mean: how a word given to `--map` is read, and which words there are. */
export interface Meanings<Role> {
  readonly words: readonly string[];
  named(word: string): Role | null;
}

/** What a column means by its labels, where a publisher has said so. */
export type Mapping<Role> = (path: readonly string[]) => Role | undefined;

type Columns = readonly { readonly path: readonly string[] }[];

/** What a publisher said of columns: enough to find a header, and then what was said of that header. */
export interface ColumnsSaid<Role> {
  readonly tentative: Mapping<Role>;
  forHeader(columns: Columns): Mapping<Role>;
}

const keysOf = (path: readonly string[]): string[] => {
  const keys = path.map(labelKey);
  return [keys.join('/'), keys.at(-1) ?? ''];
};

const unknownMeaning = (label: string, word: string, words: readonly string[]): Finding =>
  finding(
    'unknown-meaning',
    'ERROR',
    { column: label },
    [`--map 给“${label}”的含义“${word}”不可用。`, `--map gives "${label}" the meaning "${word}", which there is not.`],
    [`可用的有：${words.join('、')}。`, `There are: ${words.join(', ')}.`],
  );

const mappingNotUsed = (label: string): Finding =>
  finding(
    'mapping-not-used',
    'WARNING',
    { column: label },
    [`--map 说明的列“${label}”不在表头中。`, `--map explains a column "${label}" that no header has.`],
    [
      '请按表头原样书写列名；多行表头用“/”连接。',
      'Write the label as in the header; join the rows of a header with "/".',
    ],
  );

/** Columns as a publisher explained them: now by `--map`, or before for this very header. */
export class SaidColumns<Role> implements ColumnsSaid<Role> {
  readonly #mapping: ReadonlyMap<string, string>;
  readonly #meanings: Meanings<Role>;
  readonly #now = new Map<string, Role>();
  readonly #before = new Map<string, Map<string, string>>();
  readonly #used = new Set<string>();
  /** Meanings given that are none. */
  readonly findings: readonly Finding[];

  constructor({ mapping, remembered }: Said, meanings: Meanings<Role>) {
    this.#meanings = meanings;
    this.#mapping = new Map([...mapping].map(([label, word]) => [labelKey(label), word]));
    const findings: Finding[] = [];
    for (const [label, word] of mapping) {
      const role = meanings.named(word);
      if (role === null) findings.push(unknownMeaning(label, word, meanings.words));
      else this.#now.set(labelKey(label), role);
    }
    this.findings = findings;
    for (const [key, word] of remembered) {
      const [signature = '', label = ''] = key.split('\n');
      this.#before.set(label, (this.#before.get(label) ?? new Map<string, string>()).set(signature, word));
    }
  }

  /** Said of any header: `signature` is not known before the header is found. */
  #of(path: readonly string[]): Role | undefined {
    for (const key of keysOf(path)) {
      const role = this.#now.get(key);
      if (role) {
        this.#used.add(key);
        return role;
      }
    }
    return undefined;
  }

  /** With what was remembered for any header: good for finding one, not for reading by it. */
  readonly tentative: Mapping<Role> = (path) => {
    const now = this.#of(path);
    if (now) return now;
    const [word] = keysOf(path).flatMap((key) => [...(this.#before.get(key)?.values() ?? [])]);
    return word === undefined ? undefined : (this.#meanings.named(word) ?? undefined);
  };

  /** With what was remembered for this header. */
  forHeader(columns: Columns): Mapping<Role> {
    const signature = signatureOf(columns.map(({ path }) => path));
    return (path) => {
      const now = this.#of(path);
      if (now) return now;
      const word = keysOf(path).flatMap((key) => this.#before.get(key)?.get(signature) ?? [])[0];
      return word === undefined ? undefined : (this.#meanings.named(word) ?? undefined);
    };
  }

  /** What is to be remembered of a header that was read: signature and label, and the meaning given now. */
  memoryOf(columns: Columns): [string, string][] {
    const signature = signatureOf(columns.map(({ path }) => path));
    return columns.flatMap(({ path }) => {
      const key = keysOf(path).find((each) => this.#mapping.has(each));
      return key === undefined ? [] : [[`${signature}\n${key}`, this.#mapping.get(key) ?? ''] as [string, string]];
    });
  }

  /** Labels given to `--map` that no table has. */
  unused(): Finding[] {
    return [...this.#now.keys()].filter((key) => !this.#used.has(key)).map(mappingNotUsed);
  }
}
