/** A number as it is written: 1.10 stays 1.10, and no digit is lost. */
export class Exact {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Objects are maps: keys keep their order, years among them, and `__proto__` is a word like any other. */
export type JsonValue = null | boolean | string | Exact | JsonValue[] | Map<string, JsonValue>;

/** Why a text is no JSON that can be read for certain, and where. */
export class JsonFault extends Error {
  readonly reason: 'malformed' | 'too-deep' | 'duplicate-key' | 'too-many-values';
  readonly at: number;
  readonly key: string;

  constructor(reason: JsonFault['reason'], at: number, key = '') {
    super(reason);
    this.reason = reason;
    this.at = at;
    this.key = key;
  }
}

/** A table is four deep; who goes further means no table. */
export const deepest = 32;

/** So many values are as many cells as a workbook may have. */
const mostValues = 5_000_000;

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const escaped = /[\\\p{Cc}]/u;
const words: readonly (readonly [string, null | boolean])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];

/**
 * Reads JSON strictly (RFC 8259). The engine's own parser would sort keys that look like numbers, keep the last of two equal
 * keys without a word, and hold a large file several times over; a table needs none of that.
 */
class JsonReader {
  readonly #text: string;
  #at = 0;
  #count = 0;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): JsonValue {
    const value = this.#value(0);
    if (this.#next() !== undefined) throw this.#malformed();
    return value;
  }

  #malformed(): JsonFault {
    return new JsonFault('malformed', this.#at);
  }

  /** The next character that is no white space; it is not taken. */
  #next(): string | undefined {
    for (; ; this.#at += 1) {
      const character = this.#text[this.#at];
      if (character !== ' ' && character !== '\n' && character !== '\r' && character !== '\t') return character;
    }
  }

  #take(character: string): boolean {
    if (this.#next() !== character) return false;
    this.#at += 1;
    return true;
  }

  #value(depth: number): JsonValue {
    this.#count += 1;
    if (this.#count > mostValues) throw new JsonFault('too-many-values', this.#at);
    if (depth > deepest) throw new JsonFault('too-deep', this.#at);
    const character = this.#next();
    if (character === '"') return this.#string();
    if (character === '[') return this.#array(depth);
    if (character === '{') return this.#object(depth);
    for (const [word, value] of words) {
      if (character !== word[0] || !this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return value;
    }
    number.lastIndex = this.#at;
    const found = number.exec(this.#text);
    if (!found) throw this.#malformed();
    this.#at = number.lastIndex;
    return new Exact(found[0]);
  }

  #string(): string {
    const from = this.#at + 1;
    let end = this.#text.indexOf('"', from);
    while (end >= 0 && this.#isEscaped(end, from)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) throw this.#malformed();
    const raw = this.#text.slice(from, end);
    let text = raw;
    if (escaped.test(raw)) {
      try {
        text = JSON.parse(`"${raw}"`) as string;
      } catch {
        throw this.#malformed();
      }
    }
    this.#at = end + 1;
    return text;
  }

  /** A quotation mark behind an odd number of backslashes closes nothing. */
  #isEscaped(end: number, from: number): boolean {
    let slash = end;
    while (slash > from && this.#text[slash - 1] === '\\') slash -= 1;
    return (end - slash) % 2 === 1;
  }

  #array(depth: number): JsonValue[] {
    const values: JsonValue[] = [];
    this.#at += 1;
    if (this.#take(']')) return values;
    do values.push(this.#value(depth + 1));
    while (this.#take(','));
    if (!this.#take(']')) throw this.#malformed();
    return values;
  }

  #object(depth: number): Map<string, JsonValue> {
    const entries = new Map<string, JsonValue>();
    this.#at += 1;
    if (this.#take('}')) return entries;
    do {
      if (this.#next() !== '"') throw this.#malformed();
      const at = this.#at;
      const key = this.#string();
      if (!this.#take(':')) throw this.#malformed();
      if (entries.has(key)) throw new JsonFault('duplicate-key', at, key);
      entries.set(key, this.#value(depth + 1));
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#malformed();
    return entries;
  }
}

/** The value a JSON text states. Throws `JsonFault`. */
export const parseJson = (text: string): JsonValue => new JsonReader(text).whole();
