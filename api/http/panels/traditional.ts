import type { Params, Shown } from '../../../widgets/core/document.ts';
import { sameLengthSimplify, sameLengthTraditional } from '../../core/chinese.ts';
import { findDocumentNumbers } from '../../core/document-number.ts';

/** What is an address, a key or a name of a program, and no text for readers. */
const untouched = new Set([
  'href',
  'permalink',
  'catalogue',
  'src',
  'id',
  'key',
  'name',
  'type',
  'digest',
  'indexNumber',
  'go',
  'next',
  'previous',
  'value',
]);

/** Numbers of documents (发文字号) are cited as they were issued, in whatever text they stand. */
function traditionalText(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { index, written } of findDocumentNumbers(text)) {
    if (index < at) continue;
    pieces.push(sameLengthTraditional(text.slice(at, index)), written);
    at = index + written.length;
  }
  return [...pieces, sameLengthTraditional(text.slice(at))].join('');
}

function traditionalOf(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return untouched.has(key) ? value : traditionalText(value);
  if (Array.isArray(value)) return value.map((one) => traditionalOf(one, key));
  if (typeof value !== 'object' || value === null) return value;
  // What a reader typed is a text; what was chosen is a key.
  const isTyped = 'kind' in value && value.kind === 'search';
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => {
      if (isTyped && name === 'value' && typeof one === 'string') return [name, traditionalText(one)];
      return [name, untouched.has(name) ? one : traditionalOf(one, name)];
    }),
  );
}

/** Every text of a Chinese document in traditional characters; addresses, keys and numbers stay as they are. */
export const asTraditional = (shown: Shown): Shown => traditionalOf(shown) as Shown;

/** What a reader of traditional characters gave, in those that records are written in. */
export const simplifiedParams = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, sameLengthSimplify(value)]));
