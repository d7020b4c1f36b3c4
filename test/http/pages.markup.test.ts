import { expect, test } from 'vitest';
import { kinds } from '../../api/disclosures/registry.ts';
import { examplesFor } from '../../api/http/pages/examples.ts';
import { layout } from '../../api/http/pages/layout.ts';
import { extensionFor } from '../../api/http/pages/permalink.ts';
import { excerpt, fileSize, marked, publicationDate, typeset } from '../../api/http/pages/typography.ts';

const hostile = '</script><script>alert("x")</script>&<b>';

test.each([
  [undefined, ''],
  ['*/*', ''],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', ''],
  ['application/json', '.json'],
  ['application/ld+json', '.jsonld'],
  ['text/csv', '.csv'],
  ['text/csv;q=0.5, application/json', '.json'],
  ['application/json;q=0, text/csv;q=0.1', '.csv'],
  ['application/json, */*;q=0.1', '.json'],
  ['image/png', ''],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.xlsx'],
])('a caller who accepts %s is led to %j', (accept, extension) => {
  expect(extensionFor(accept)).toBe(extension);
});

test('hostile words of a title, an attribute and a data block stay where they belong', () => {
  const platform = { name: '平台', hasSampleData: false };
  const whole = layout({
    title: hostile,
    platform,
    baseUrl: 'https://gongkai.example',
    meta: { A: '"><i>' },
    data: { name: hostile },
    main: '',
  });
  expect(whole).not.toMatch(/<script>|<b>|<i>/);
  expect(JSON.parse(/json">(.*?)<\/script>/.exec(whole)?.[1] ?? '')).toEqual({ name: hostile });
});

test('numbers, articles and dates are not broken across lines', () => {
  expect(typeset('按桓政办字〔2021〕29号第三条，自2021年7月15日起')).toBe(
    '按桓政办字<span class="keep">〔2021〕29号</span><span class="keep">第三条</span>，自<span class="keep">2021年7月15日</span>起',
  );
  expect(typeset('桓政办字〔2021〕29号')).toBe('<span class="keep">桓政办字〔2021〕29号</span>');
});

test('what was searched for is marked, and only that', () => {
  expect(marked('义务教育<入学>', [[0, 4]])).toBe('<mark>义务教育</mark>&#60;入学&#62;');
  expect(marked('义务教育', [[0, 9]])).toBe('义务教育');
  const long = `${'前'.repeat(50)}教育${'后'.repeat(200)}`;
  expect(excerpt(long, [[50, 52]])).toMatch(/^…前{20}<mark>教育<\/mark>后{78}…$/);
});

test('sizes and instants are told as people write them', () => {
  expect([fileSize(999), fileSize(20_940), fileSize(3_145_728)]).toEqual(['999 B', '20.4 KB', '3.0 MB']);
  expect(publicationDate('2021-07-19T16:30:00.000Z')).toBe('2021-07-20 00:30');
});

test('the explorer opens with questions of every kind, each in Chinese first', () => {
  const examples = examplesFor(null, new Date('2026-05-01T00:00:00Z'));
  const names = examples.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { questions } of kinds) for (const { name } of questions) expect(names).toContain(name);
  for (const { query, question } of examples) expect(query.startsWith(`# ${question}\n`)).toBe(true);
  expect(examples.find(({ name }) => name === 'Expiring')?.query).toContain('"2026-12-31"');
});
