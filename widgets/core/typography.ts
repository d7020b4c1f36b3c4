import { html, type TemplateResult } from 'lit/html.js';
import { unbroken } from './unbroken.ts';

/** Half-open range of UTF-16 units, as the platform reports a match. */
export type Span = readonly [number, number];

/** Ranges as they may be trusted: inside the text, in order, without overlap. */
export const orderly = (ranges: readonly (readonly number[])[], length: number): readonly Span[] => {
  const spans: Span[] = [];
  let last = 0;
  for (const [start = -1, end = -1] of [...ranges].sort((left, right) => (left[0] ?? 0) - (right[0] ?? 0))) {
    if (start < last || end <= start || end > length) continue;
    spans.push([start, end]);
    last = end;
  }
  return spans;
};

const marked = (text: string, from: number, to: number, spans: readonly Span[]): readonly unknown[] => {
  const pieces: unknown[] = [];
  let position = from;
  for (const [start, end] of spans) {
    const first = Math.max(start, from);
    const last = Math.min(end, to);
    if (first >= last) continue;
    if (first > position) pieces.push(text.slice(position, first));
    pieces.push(html`<mark>${text.slice(first, last)}</mark>`);
    position = last;
  }
  if (position < to) pieces.push(text.slice(position, to));
  return pieces;
};

/** Text with its matches marked and its numbers kept whole. Built from text nodes only. */
export const typeset = (text: string, ranges: readonly (readonly number[])[] = []): readonly unknown[] => {
  const spans = orderly(ranges, text.length);
  const pieces: unknown[] = [];
  let position = 0;
  for (const found of text.matchAll(unbroken)) {
    const end = found.index + found[0].length;
    pieces.push(...marked(text, position, found.index, spans));
    pieces.push(html`<span class="keep">${marked(text, found.index, end, spans)}</span>`);
    position = end;
  }
  pieces.push(...marked(text, position, text.length, spans));
  return pieces;
};

/** The surroundings of the first match: the reader sees why the record was found. */
export const excerpt = (
  text: string,
  ranges: readonly (readonly number[])[],
  before = 24,
  after = 72,
): readonly unknown[] => {
  const [first] = orderly(ranges, text.length);
  const from = Math.max(0, (first?.[0] ?? 0) - before);
  const to = Math.min(text.length, from + before + after);
  const part = text.slice(from, to).replace(/\n/g, ' ');
  const shifted = ranges.map((range) => range.map((unit) => unit - from));
  return [from > 0 ? '…' : '', ...typeset(part, shifted), to < text.length ? '…' : ''];
};

export const paragraphs = (text: string): readonly TemplateResult[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${typeset(line.trim())}</p>`);
