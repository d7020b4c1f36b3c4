import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../api/schema.ts';
import { panels } from '../../widgets/panels.ts';

describe.each(Object.entries(panels))('%s', (_, { query, descriptor }) => {
  test('asks only what the schema has', () => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });

  test('is described in Chinese and in English, each attribute too', () => {
    const described = [descriptor.summary, descriptor.description];
    for (const { description } of Object.values(descriptor.attributes)) described.push(description);
    for (const text of described) expect(text).toMatch(/\p{Script=Han}.*[A-Za-z]{2,}/su);
  });
});
