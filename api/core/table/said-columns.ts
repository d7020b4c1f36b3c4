import type { Finding } from '../finding.ts';
import { finding } from '../finding-list.ts';
import { columnLetters } from '../grid.ts';
import { importFields } from '../said-at-import.ts';
import { labelKey, labelOf, signatureOf } from './labels.ts';

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
export type Mapping<Role> = (path: readonly string[], index?: number) => Role | undefined;

type Columns = readonly { readonly path: readonly string[]; readonly index: number }[];

/** What a publisher said of columns: enough to find a header, and then what was said of that header. */
export interface ColumnsSaid<Role> {
  readonly tentative: Mapping<Role>;
  forHeader(columns: Columns, sheet: string | null): Mapping<Role>;
}

const keysOf = (path: readonly string[]): string[] => {
  const keys = path.map(labelKey);
  return [keys.join('/'), keys.at(-1) ?? ''];
};

/** `E`, `列E` or `招生计划!E`: a column by its letters, for headers that have one label twice. */
const byLetters = /^(?:(.+)[!！])?列?([A-Z]{1,3})列?$/i;

/** The keys under which a column may be named by its letters; bare letters, where they cannot mean another table's column. */
const letterKeys = (index: number, sheet: string | null, isTwice: boolean): string[] => {
  const letters = columnLetters(index);
  return [
    ...(sheet === null ? [] : [`${labelKey(sheet)}!${letters}`]),
    ...(sheet === null || isTwice ? [`!${letters}`] : []),
  ];
};

function letterKeyOf(label: string): string | null {
  const [, sheet = '', letters] = byLetters.exec(label.trim()) ?? [];
  return letters === undefined ? null : `${labelKey(sheet)}!${letters.toUpperCase()}`;
}

/** How `--map` names this very column, also where another has its label. */
export const columnNamed = (index: number, sheet: string | null): string =>
  sheet === null ? `列${columnLetters(index)}` : `${sheet}!${columnLetters(index)}`;

const columnIgnored = (path: readonly string[], index: number, sheet: string | null): Finding =>
  finding(
    'column-ignored',
    'NOTICE',
    { sheet, column: labelOf({ path }) },
    [
      `按“${importFields.map.zh}”（--map），${columnLetters(index)} 列“${labelOf({ path })}”没有读入。`,
      `As "${importFields.map.en}" (--map) says, column ${columnLetters(index)}, "${labelOf({ path })}", was not read.`,
    ],
    [
      `如不应忽略，请改“${importFields.map.zh}”（--map）。`,
      `If it is to be read, change "${importFields.map.en}" (--map).`,
    ],
  );

const isIgnore = (word: string | undefined): boolean => word?.trim().toLowerCase() === 'ignore';

const twiceIn =
  (columns: Columns) =>
  (path: readonly string[]): boolean =>
    columns.filter((column) => keysOf(column.path)[0] === keysOf(path)[0]).length > 1;

const unknownMeaning = (label: string, word: string, words: readonly string[]): Finding =>
  finding(
    'unknown-meaning',
    'ERROR',
    { column: label },
    [
      `“${importFields.map.zh}”（--map）给“${label}”的含义“${word}”不可用。`,
      `"${importFields.map.en}" (--map) gives "${label}" the meaning "${word}", which there is not.`,
    ],
    [`可用的有：${words.join('、')}。`, `There are: ${words.join(', ')}.`],
  );

const mappingNotUsed = (label: string): Finding =>
  finding(
    'mapping-not-used',
    'WARNING',
    { column: label },
    [
      `“${importFields.map.zh}”（--map）说明的列“${label}”不在表头中。`,
      `"${importFields.map.en}" (--map) explains a column "${label}" that no header has.`,
    ],
    [
      '请按表头原样书写列名；多行表头用“/”连接；也可用列的字母：列E，或“工作表!E”。',
      'Write the label as in the header; join the rows of a header with "/". Or name it by its letter: 列E, or sheet!E.',
    ],
  );

/** Columns as a publisher explained them: now by `--map`, or before for this very header. */
export class SaidColumns<Role> implements ColumnsSaid<Role> {
  readonly #mapping: ReadonlyMap<string, string>;
  readonly #meanings: Meanings<Role>;
  readonly #now = new Map<string, Role>();
  readonly #before = new Map<string, Map<string, string>>();
  readonly #used = new Set<string>();
  /** Roles and words by the letters of a column. */
  readonly #letters = new Map<string, { readonly role: Role; readonly word: string; readonly label: string }>();
  readonly #ignored = new Map<string, Finding>();
  /** Meanings given that are none. */
  readonly findings: readonly Finding[];

  constructor({ mapping, remembered }: Said, meanings: Meanings<Role>) {
    this.#meanings = meanings;
    this.#mapping = new Map([...mapping].map(([label, word]) => [labelKey(label), word]));
    const findings: Finding[] = [];
    for (const [label, word] of mapping) {
      const role = meanings.named(word);
      if (role === null) findings.push(unknownMeaning(label, word, meanings.words));
      else {
        this.#now.set(labelKey(label), role);
        const letters = letterKeyOf(label);
        if (letters !== null) this.#letters.set(letters, { role, word, label: labelKey(label) });
      }
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

  /** Said of this column by its letters. A label comes first: a header may have a column called E. */
  #lettered(index: number, sheet: string | null, isTwice: boolean) {
    const found = letterKeys(index, sheet, isTwice).flatMap((key) => this.#letters.get(key) ?? [])[0];
    if (found) this.#used.add(found.label);
    return found;
  }

  /** With what was remembered for this header. */
  forHeader(columns: Columns, sheet: string | null): Mapping<Role> {
    const signature = signatureOf(columns.map(({ path }) => path));
    const isTwice = twiceIn(columns);
    const ignoring = (path: readonly string[], index: number): void => {
      this.#ignored.set(`${sheet} ${index}`, columnIgnored(path, index, sheet));
    };
    return (path, index) => {
      const now = this.#of(path);
      if (now) {
        // One label of two columns says the same of both.
        const word = keysOf(path).flatMap((key) => this.#mapping.get(key) ?? [])[0];
        if (index !== undefined && isIgnore(word) && isTwice(path)) ignoring(path, index);
        return now;
      }
      const lettered = index === undefined ? undefined : this.#lettered(index, sheet, isTwice(path));
      if (index !== undefined && lettered) {
        if (isIgnore(lettered.word)) ignoring(path, index);
        return lettered.role;
      }
      const keys = [...keysOf(path), ...(index === undefined ? [] : letterKeys(index, null, true))];
      const word = keys.flatMap((key) => this.#before.get(key)?.get(signature) ?? [])[0];
      return word === undefined ? undefined : (this.#meanings.named(word) ?? undefined);
    };
  }

  /** What is to be remembered of a header that was read: signature and label, and the meaning given now. */
  memoryOf(columns: Columns, sheet: string | null): [string, string][] {
    const signature = signatureOf(columns.map(({ path }) => path));
    const isTwice = twiceIn(columns);
    return columns.flatMap(({ path, index }): [string, string][] => {
      const key = keysOf(path).find((each) => this.#mapping.has(each));
      if (key !== undefined) return [[`${signature}\n${key}`, this.#mapping.get(key) ?? '']];
      const lettered = this.#lettered(index, sheet, isTwice(path));
      return lettered ? [[`${signature}\n!${columnLetters(index)}`, lettered.word]] : [];
    });
  }

  /** Labels given to `--map` that no table has, and columns that were left out because of it. */
  remarks(): Finding[] {
    const unused = [...this.#now.keys()].filter((key) => !this.#used.has(key));
    return [...unused.map(mappingNotUsed), ...this.#ignored.values()];
  }
}
