import fc from 'fast-check';
import { applyPatch } from 'rfc6902';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../api/core/canonical.ts';
import { jsonDifferences, jsonPatch } from '../../api/core/json-difference.ts';

/** What is stated has names of ours: none of them reaches into a prototype. */
const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !JSON.stringify(value).includes('__proto__'));

test('a patch makes the one value of the other, whatever they are', () => {
  fc.assert(
    fc.property(json, json, (left, right) => {
      const before = { value: structuredClone(left) };
      const after = { value: right };
      const patch = jsonPatch(before, after);
      const copy = structuredClone(before);
      expect(applyPatch(copy, patch ?? []).every((error) => error === null)).toBe(true);
      expect(canonicalJson(copy)).toBe(canonicalJson(after));
    }),
  );
});

test('differences tell what stood and what stands, also after something was put before it', () => {
  const before = { title: '甲', articles: ['一', '二', '三'] };
  const after = { title: '甲', articles: ['零', '一', '二', '叁'] };
  const found = jsonDifferences(before, after) ?? [];
  expect(found).toContainEqual({ path: 'articles.0', before: null, after: '零' });
  expect(found.some(({ before: stood, after: stands }) => stood === '三' && stands === '叁')).toBe(true);
  expect(jsonDifferences(before, before)).toEqual([]);
});

test('lists that are too long are not compared', () => {
  const long = Array.from({ length: 600 }, (_, index) => index);
  expect(jsonDifferences({ long }, { long: [...long].reverse() })).toBeNull();
});
