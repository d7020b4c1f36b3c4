import { parse as parseCsv } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kinds } from '../../api/disclosures/registry.ts';
import { markedTitle } from '../../api/http/panels/marked.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { readWorkbook } from '../../api/reading/tables.ts';
import type { PanelDocument } from '../../widgets/core/document.ts';
import { sampleCounty } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { blocksOf } from '../support/panel-documents.ts';
import { openServer, publicUrl, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await openServer(await sampleCounty({ name: 'PGlite', open: openMemory }, 60));
}, 120_000);
afterAll(() => server.close());

const textOf = async (bytes: Buffer): Promise<string> => {
  const { grids } = await readWorkbook(bytesSource('panel.xlsx', bytes));
  const cells: (string | null)[] = [];
  for await (const grid of grids)
    for await (const batch of grid.rows) for (const row of batch) cells.push(...row.cells);
  return cells.join('\n');
};

const bytesAt = async (url: string) => (await server.server.inject({ url })).rawPayload;

test('the files of a list that is shown in part say how much of it they hold and where all of it is', async () => {
  for (const [lang, said] of [
    ['zh-CN', /^列出 (\d+) \/ (\d+) 条，全部见 (http\S+)$/],
    ['en', /^(\d+) \/ (\d+) listed; for all of them see (http\S+)$/],
  ] as const) {
    const query = `page-size=2&lang=${lang}`;
    const document = JSON.parse((await server.get(`/w/projects.json?${query}`)).body) as PanelDocument;
    const [list] = blocksOf(document, 'list');
    expect(list?.items.length).toBe(2);
    const rows = parseCsv((await server.get(`/w/projects.csv?${query}`)).body, { bom: true }) as string[][];
    const [line, ...others] = rows.flatMap(([, value = '']) => (said.test(value) ? [value] : []));
    expect(others).toEqual([]);
    const [, shown, total, address = ''] = said.exec(line ?? '') ?? [];
    expect([Number(shown), Number(total)]).toEqual([2, list?.total]);
    expect((await server.get(new URL(address).pathname)).status).toBe(200);
    expect(await textOf(await bytesAt(`/w/projects.xlsx?${query}`))).toContain(line);
    const markdown = (await server.get(`/w/projects.md?${query}`)).body;
    // There the address is one that can be followed.
    expect(markdown.replaceAll('\\', '')).toContain(`${line?.slice(0, -address.length)}<${address}>`);
  }
});

test('the files of a list that is shown whole say nothing of parts', async () => {
  const { body } = await server.get('/w/projects.csv?table=list&page-size=50');
  expect(body).toContain('民生实事');
  expect(body).not.toContain('全部见');
});

test('what is made up says so wherever its title goes without the panel', async () => {
  for (const [lang, mark] of [
    ['zh-CN', '（示例）'],
    ['zh-TW', '（示例）'],
    ['en', ' (sample)'],
  ] as const) {
    const query = `year=2024&lang=${lang}`;
    const { title, source } = JSON.parse((await server.get(`/w/projects.json?${query}`)).body) as PanelDocument;
    expect([source.isSample, title.includes('示例')]).toEqual([true, false]);
    const marked = `${title}${mark}`;
    const page = (await server.get(`/w/projects?${query}`)).body;
    expect(page).toContain(`<title>${marked} - `);
    expect(page).toContain(`<meta property="og:title" content="${marked}" />`);
    expect((await server.get(`/w/projects?frame=1&${query}`)).body).toContain(`<title>${marked}</title>`);
    const url = encodeURIComponent(`${publicUrl}/w/projects?${query}`);
    expect(JSON.parse((await server.get(`/oembed?url=${url}`)).body).title).toBe(marked);
    const svg = (await server.get(`/w/projects.svg?${query}`)).body;
    expect(svg).toContain(`<title id="title">${marked}</title>`);
    expect(svg).toContain(`<dc:title>${marked}</dc:title>`);
    expect((await bytesAt(`/w/projects.png?${query}`)).toString('utf8')).toContain(`Title\0\0\0\0\0${marked}`);
    expect(source.citation).toContain(`${marked}[EB/OL]`);
    const kept = (await server.get(`/w/projects.csv?${query}`)).headers['content-disposition'] ?? '';
    expect(decodeURIComponent(kept)).toContain(marked);
  }
});

test.each([
  ['2024年预算', true, 'zh-CN', '2024年预算（示例）'],
  ['桓台县测试管理办法（示例）', true, 'zh-CN', '桓台县测试管理办法（示例）'],
  ['Budget (sample)', true, 'en', 'Budget (sample)'],
  ['2024年预算', false, 'zh-CN', '2024年预算'],
] as const)('a title is marked once, and only of what is made up: %s, %s', (title, isSample, lang, marked) => {
  expect(markedTitle({ title, isSample, lang })).toBe(marked);
});

test.each(kinds.map(({ plural }) => plural))('the file of a made-up record says so in its name: %s', async (plural) => {
  const records = JSON.parse((await server.get(`/api/v1/${plural}.json`)).body);
  const [{ title, indexNumber, isSample }] = records;
  expect(isSample).toBe(true);
  for (const format of ['csv', 'xlsx', 'json']) {
    const { headers } = await server.get(`/${plural}/${indexNumber}.${format}`);
    const name = decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(headers['content-disposition'] ?? '')?.[1] ?? '');
    expect(name).toBe(`${title.includes('示例') ? title : `${title}（示例）`}.${format}`);
  }
});

test('Markdown names the groups its lists are of, and a citation in it is copied as it is', async () => {
  const { list } = await server.ask<{ list: { nodes: { indexNumber: string; relations: { type: string }[] }[] } }>(
    '{ list: regulatoryDocuments(first: 60) { nodes { indexNumber relations { type } } } }',
  );
  const found = list.nodes.find(({ relations }) => new Set(relations.map(({ type }) => type)).size > 1);
  const query = `index-number=${found?.indexNumber}`;
  const document = JSON.parse((await server.get(`/w/document.json?${query}`)).body) as PanelDocument;
  const markdown = (await server.get(`/w/document.md?${query}`)).body;
  const headings = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, text]) => text);
  const groups = blocksOf(document, 'group').map(({ heading }) => heading);
  expect(groups.length).toBeGreaterThan(3);
  for (const group of groups) expect(headings).toContain(group);
  expect(headings).not.toContain('列表');
  expect(document.source.citation).toContain('[EB/OL]');
  expect(markdown).toContain(`\`${document.source.citation}\``);
  const projects = JSON.parse((await server.get('/w/projects.json')).body) as PanelDocument;
  expect((await server.get('/w/projects.md')).body).toContain(`- 引用：\`${projects.source.citation}\``);
});

test.each(['json', 'csv', 'xlsx', 'md'])(
  'a tag with a mistake is refused as .%s, with the sentence in it, and kept nowhere',
  async (ending) => {
    for (const _ of [1, 2]) {
      const { status, headers } = await server.get(`/w/budget.${ending}?organization=x&year=abc`);
      expect([status, headers['cache-control']]).toEqual([400, 'no-store']);
    }
    if (ending === 'xlsx') return;
    expect((await server.get(`/w/budget.${ending}?year=abc`)).body).toContain('没有写明要显示哪一份预算或决算');
  },
);

test('what is looked at shows the mistake, and a right question without an answer is answered', async () => {
  for (const ending of ['', '.svg', '.png'])
    expect([ending, (await server.get(`/w/budget${ending}?year=abc`)).status]).toEqual([ending, 200]);
  for (const ending of ['json', 'csv', 'xlsx', 'md']) {
    const { status, body } = await server.get(`/w/projects.${ending}?year=1999`);
    expect([ending, status]).toEqual([ending, 200]);
    if (ending === 'json') expect(JSON.parse(body).state).toBe('empty');
  }
});
