import { parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { categories } from '../../api/disclosures/livelihood-project/categories.ts';
import { genres } from '../../api/disclosures/regulatory-document/code-lists.ts';
import { TOPICS } from '../../api/disclosures/regulatory-document/topics.ts';
import { validityCodes } from '../../api/disclosures/regulatory-document/validity.ts';
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

test('no attribute is called what a panel is asked for by a script: what it shows, its state, how it is drawn', () => {
  const taken =
    'state document reading failure savedAt asked answered platform updateComplete update load show draw release'.split(
      ' ',
    );
  for (const [stem, { descriptor }] of Object.entries(panels))
    expect([stem, Object.keys(descriptor.attributes).filter((name) => taken.includes(name))]).toEqual([stem, []]);
});

test('what tags may choose from is what the platform has', () => {
  const offered = (stem: string, name: string) =>
    panels[stem]?.descriptor.attributes[name]?.choices?.map(({ value, zh }) => [value, zh]);
  const listed = ({ labels }: { labels: Readonly<Record<string, { zh: string }>> }) =>
    Object.entries(labels).map(([code, { zh }]) => [code, zh]);
  expect(offered('projects', 'category')).toEqual(listed(categories));
  expect(offered('documents', 'genre')).toEqual(listed(genres));
  expect(offered('documents', 'topic')).toEqual(TOPICS.map(({ code, label }) => [code, label.zh]));
  expect(offered('documents', 'validity')).toEqual(listed(validityCodes));
});
