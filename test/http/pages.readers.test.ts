import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishPaper, sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

let server: TestServer;

const page = (url: string) => server.get(url, html);
const textOf = (markup: string): string =>
  markup
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');
const linksIn = (markup: string): string[] =>
  [...markup.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href]) =>
    (href ?? '').replace(/&#38;|&amp;/g, '&').replace(/&#61;/g, '='),
  );

beforeAll(async () => {
  const [database] = databases;
  if (!database) throw new Error('no database');
  server = await openServer(await sampleCounty(database, 20));
});
afterAll(() => server.close());

test('names each panel once, and leads to lists as lists and to figures as figures', async () => {
  const { body } = await page('/');
  const [, table = ''] = /<section class="kinds"([\s\S]*?)<\/section>/.exec(body) ?? [];
  const tags = [...textOf(table).matchAll(/&lt;(gk-[a-z-]+)&gt;/g)].map(([, tag]) => tag);
  expect(tags).toContain('gk-emergency');
  expect(new Set(tags).size).toBe(tags.length);
  expect(linksIn(table)).toEqual(
    expect.arrayContaining(['xlsx', 'csv', 'parquet'].map((format) => `/api/v1/budget-lines.${format}`)),
  );
  expect(textOf(table)).toMatch(/目录 XLSX CSV JSON 预决算明细 XLSX CSV PARQUET/);
});

test('says what is wrong with it, and no advice that is for whoever publishes', async () => {
  const { indexNumber } = await publishPaper(server.store, {
    subject: '检验校核发现',
    number: '桓政办字〔2024〕77号',
    body: ['一、总体要求', '认真做好工作。', '三、重点任务', '按期完成工作。'],
  });
  const { regulatoryDocument } = await server.ask<{
    regulatoryDocument: { url: string; findings: { message: string; remedy: string | null }[] };
  }>(`{ regulatoryDocument(by: { indexNumber: "${indexNumber}" }) { url findings { message remedy } } }`);
  const one = regulatoryDocument.findings.find(({ remedy }) => remedy !== null);
  expect(one?.remedy).toMatch(/./);
  const { body } = await page(new URL(regulatoryDocument.url).pathname);
  const plain = (text: string): string => textOf(text).replace(/&#\d+;|\s|[“”《》]/g, '');
  expect(plain(body)).toContain(plain(one?.message ?? ''));
  expect(plain(body)).not.toContain(plain(one?.remedy ?? ''));
});
