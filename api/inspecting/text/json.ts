import type { Source } from '../../core/grid.ts';
import { personalInformationIn } from '../../core/personal-information/index.ts';
import { TableScan } from '../../core/personal-information/table.ts';
import { decode, encodingOf, Undecodable } from '../../reading/decode.ts';
import { Exact, JsonFault, type JsonValue, parseJson } from '../../reading/json-text.ts';
import type { Collector } from '../collector.ts';
import { personal, placed } from '../finding.ts';
import { limits } from '../limits.ts';

const textOf = (value: JsonValue | undefined): string | null =>
  typeof value === 'string' ? value : value instanceof Exact ? value.text : null;

/** Looks at every value under its key; a list of objects is a table whose columns are their keys. */
class JsonScan {
  readonly #collector: Collector;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  see(value: JsonValue, label: string, path: string): void {
    const text = textOf(value);
    if (text !== null) {
      for (const datum of personalInformationIn(text, label)) this.#collector.add(personal(datum, placed(path)));
    } else if (value instanceof Map) {
      for (const [key, each] of value) this.see(each, key, `${path}.${key.slice(0, 40)}`);
    } else if (Array.isArray(value)) this.#list(value, label, path);
  }

  #list(values: readonly JsonValue[], label: string, path: string): void {
    const [first] = values;
    if (!(first instanceof Map)) {
      for (const [index, each] of values.entries()) this.see(each, label, `${path}[${index}]`);
      return;
    }
    const keys = [...first.keys()];
    const known = new Set(keys);
    const scan = new TableScan(label);
    for (const _ of scan.see({ row: 0, cells: keys }));
    for (const [index, each] of values.entries()) {
      const at = `${path}[${index}]`;
      if (!(each instanceof Map)) {
        this.see(each, label, at);
        continue;
      }
      const cells = keys.map((key) => textOf(each.get(key)));
      for (const datum of scan.see({ row: index + 2, cells }))
        this.#collector.add(personal(datum, placed(`${at}.${keys[datum.column]?.slice(0, 40)}`)));
      for (const [key, inner] of each)
        if (!known.has(key) || textOf(inner) === null) this.see(inner, key, `${at}.${key.slice(0, 40)}`);
    }
  }
}

/** Looks through a JSON document by its keys. False when it is none, so that its lines have to be looked through. */
export async function inspectJson(source: Source, collector: Collector): Promise<boolean> {
  if (source.size > limits.json) return false;
  const decoding = await encodingOf(source, undefined);
  if (!decoding.ok) return false;
  let text = '';
  try {
    for await (const piece of decode(source, decoding.encoding)) text += piece;
    new JsonScan(collector).see(parseJson(text), '', '$');
    return true;
  } catch (error) {
    if (error instanceof JsonFault || error instanceof Undecodable) return false;
    throw error;
  }
}
