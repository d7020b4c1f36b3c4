import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleCounty } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await openServer(await sampleCounty({ name: 'PGlite', open: openMemory }, 40));
});
afterAll(() => server.close());

/** A heading on a line of its own needs no full stop. */
const bare = (text: string): string => text.replace(/[\s。：:]/gu, '');

/** What a reader sees of the text of a document, without the lists of full names that a page adds. */
function shown(page: string): string {
  const [, section = ''] = /<section class="text"[^>]*>([\s\S]*?)<\/section>/.exec(page) ?? [];
  return bare(
    section
      .replace(/<details class="responsible">[\s\S]*?<\/details>/g, '')
      .replace(/<[^>]+>/g, '')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&'),
  );
}

test('the page of a document has its text from the first character to the last, in order, and once', async () => {
  const { list } = await server.ask<{ list: { nodes: { indexNumber: string; text: string }[] } }>(
    '{ list: regulatoryDocuments(first: 50) { nodes { indexNumber text } } }',
  );
  expect(list.nodes.some(({ text }) => text.includes('第一条'))).toBe(true);
  for (const { indexNumber, text } of list.nodes) {
    const { body } = await server.get(`/regulatory-documents/${indexNumber}`, { accept: 'text/html' });
    const whole = shown(body);
    expect(whole).toContain(bare(text));
    for (const part of [bare(text).slice(0, 60), bare(text).slice(-60)]) expect(whole.split(part)).toHaveLength(2);
  }
});
