import { parse as parseCsv } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesSource } from '../../api/reading/source.ts';
import { readWorkbook } from '../../api/reading/tables.ts';
import type { PanelDocument } from '../../widgets/core/document.ts';
import { groupDigits } from '../../widgets/core/figures.ts';
import { tablesOf } from '../../widgets/core/panel.ts';
import { panels } from '../../widgets/panels.ts';
import { sampleCounty } from '../support/county.ts';
import { openMemory } from '../support/databases.ts';
import { openServer, publicUrl, type TestServer } from '../support/server.ts';

interface Report {
  readonly organization: string;
  readonly year: string;
  readonly stage: string;
}

/** Markup as a browser reads its characters. */
const read = (markup: string): string =>
  markup.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replaceAll('&amp;', '&');

let server: TestServer;
let reports: readonly Report[];
let address: string;

const queryOf = (params: Readonly<Record<string, string>>): string => new URLSearchParams(params).toString();

beforeAll(async () => {
  server = await openServer(await sampleCounty({ name: 'PGlite', open: openMemory }, 12));
  const { budgets } = await server.ask<{
    budgets: { nodes: { fiscalYear: number; stage: string; organization: { code: string } | null }[] };
  }>('{ budgets(first: 100) { nodes { fiscalYear stage organization { code } } } }');
  reports = budgets.nodes.flatMap(({ fiscalYear, stage, organization }) =>
    organization && ['BUDGET', 'FINAL_ACCOUNTS'].includes(stage)
      ? [{ organization: organization.code, year: String(fiscalYear), stage }]
      : [],
  );
  expect(reports.length).toBeGreaterThan(3);
  const [first] = reports;
  address = queryOf({ ...first });
}, 120_000);
afterAll(() => server.close());

const documentAt = async (query: string): Promise<PanelDocument> => {
  const { status, body } = await server.get(`/w/budget.json?${query}`);
  expect(status, body).toBe(200);
  return JSON.parse(body);
};

/** The texts of an SVG, and proof that it is well-formed XML without anything that acts. */
function textsOf(svg: string): string[] {
  const parser = new SaxesParser({ xmlns: true });
  const texts: string[] = [];
  const names = new Set<string>();
  let within = '';
  parser.on('opentag', ({ local, attributes }) => {
    within = local;
    names.add(local);
    for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^(on|href|xlink:href|style)/i);
  });
  parser.on('text', (text) => {
    if (within === 'text') texts.push(text);
  });
  parser.on('closetag', () => {
    within = '';
  });
  parser.write(svg).close();
  for (const name of ['script', 'style', 'image', 'foreignObject', 'a', 'use']) expect([...names]).not.toContain(name);
  return texts;
}

async function sheetsOf(bytes: Buffer): Promise<Map<string, (string | null)[][]>> {
  const { grids } = await readWorkbook(bytesSource('panel.xlsx', bytes));
  const sheets = new Map<string, (string | null)[][]>();
  for await (const grid of grids) {
    const rows: (string | null)[][] = [];
    for await (const batch of grid.rows) for (const { cells } of batch) rows.push([...cells]);
    sheets.set(grid.name ?? '', rows);
  }
  return sheets;
}

const bytesAt = async (url: string): Promise<Buffer> => (await server.server.inject({ method: 'GET', url })).rawPayload;

describe('one number in all forms', () => {
  test('picture, page, files and document say what the API says, of every report of the sample', async () => {
    let compared = 0;
    for (const report of reports) {
      const query = queryOf({ ...report });
      const document = await documentAt(query);
      const [table] = tablesOf(document);
      if (!table || table.rows.length === 0) continue;
      const stated = table.rows.map(({ cells: [label, value] }) => [label, value]);

      const { budget } = await server.ask<{
        budget: { tables: { lines: { code: { label: string } | null; amount: { amount: string } | null }[] }[] };
      }>(
        `query ($report: BudgetReport!) { budget(by: { report: $report }) { tables(forms: [GENERAL_EXPENDITURE, EXPENDITURE]) {
          lines(depth: 1, side: EXPENDITURE, component: TOTAL, first: 40) {
            code { label } amount: ${table.columns[1]?.key === 'final' ? 'final' : 'approved'} { amount(unit: WAN_YUAN, scale: 2) } } } } }`,
        { report: { organization: report.organization, fiscalYear: Number(report.year), stage: report.stage } },
      );
      const asked = budget.tables[0]?.lines.map(({ code, amount }) => [code?.label ?? '合计', amount?.amount ?? null]);
      expect(new Map(stated as [string, string][])).toEqual(new Map(asked as [string, string][]));

      const csv = parseCsv((await server.get(`/w/budget.csv?${query}`)).body, { bom: true }) as string[][];
      expect(csv.slice(1, stated.length + 1).map((cells) => cells.slice(0, 2))).toEqual(stated);

      const svg = textsOf((await server.get(`/w/budget.svg?${query}&width=1280`)).body);
      const markdown = (await server.get(`/w/budget.md?${query}`)).body;
      const page = (await server.get(`/w/budget?${query}`)).body;
      const sheets = [...(await sheetsOf(await bytesAt(`/w/budget.xlsx?${query}`))).values()];
      const sheet = sheets.find((rows) => rows[1]?.[0] === stated[0]?.[0]) ?? [];
      for (const [index, [label = '', value]] of stated.entries()) {
        const shown = value === null || value === undefined ? '—' : groupDigits(value);
        expect(svg).toContain(shown);
        expect(markdown).toContain(`| ${label} | ${shown} |`);
        expect(page).toMatch(new RegExp(`${label}[^\\n]*>${shown}<`));
        expect(Number(sheet[index + 1]?.[1])).toBe(Number(value));
      }
      compared += stated.length;
    }
    expect(compared).toBeGreaterThan(30);
  });

  test('every download tells where it is from, when it held, and that it is a sample', async () => {
    const { source } = await documentAt(address);
    const { body: csv, headers } = await server.get(`/w/budget.csv?${address}`);
    const workbook = await sheetsOf(await bytesAt(`/w/budget.xlsx?${address}`));
    expect([...workbook.keys()].at(-1)).toBe('说明');
    const notes = JSON.stringify(workbook.get('说明'));
    const { body: markdown } = await server.get(`/w/budget.md?${address}`);
    for (const told of [csv, notes, markdown]) {
      for (const fact of [source.publisher, source.permalink, '截至', 'CC BY 4.0', '示例数据'])
        expect(told).toContain(fact);
    }
    const name = decodeURIComponent(/filename\*=UTF-8''(\S+)/.exec(headers['content-disposition'] ?? '')?.[1] ?? '');
    expect(name).toMatch(/_\d{4}-\d\d-\d\d\.csv$/);
    const png = await bytesAt(`/w/budget.png?${address}`);
    expect(png.toString('utf8')).toContain(source.permalink);
    const { body: svg } = await server.get(`/w/budget.svg?${address}`);
    expect(svg).toMatch(/<dc:date>\d{4}-\d\d-\d\d<\/dc:date>/);
    expect(textsOf(svg).join('')).toContain(source.permalink);
    expect(textsOf(svg)).toContain('示例');
    // Every line of the CSV has as many fields: a program reads it without care.
    expect(new Set((parseCsv(csv, { bom: true }) as string[][]).map(({ length }) => length)).size).toBe(1);
  });

  test('the same is the same bytes, of the width asked for', async () => {
    for (const [form, more] of [
      ['png', '&width=320&scale=2'],
      ['svg', '&theme=dark'],
      ['xlsx', ''],
    ] as const) {
      const first = await bytesAt(`/w/budget.${form}?${address}${more}`);
      server.platform.answers.purge('*');
      expect(first.equals(await bytesAt(`/w/budget.${form}?${address}${more}`)), form).toBe(true);
    }
    const png = await bytesAt(`/w/budget.png?${address}&width=320&scale=2`);
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 640]);
  });

  test.each([
    ['zh-TW', '預算', '來源：'],
    ['en', 'Expenditure by function', 'Source: '],
  ])('in %s as a whole', async (lang, said, source) => {
    const { body } = await server.get(`/w/budget.svg?${address}&lang=${lang}`);
    expect(body).toContain(`lang="${lang}"`);
    expect(body).toContain(said);
    expect(textsOf(body).join('\n')).toContain(source);
    const page = (await server.get(`/w/budget?${address}&lang=${lang}`)).body;
    expect(page).toContain(` lang="${lang}"`);
    expect(page).toContain(source);
  });
});

describe('the page of a panel', () => {
  test('stands without a script, around the tag that a script upgrades', async () => {
    const { status, body, headers } = await server.get(`/w/budget?${address}`, { accept: 'text/html' });
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const document = await documentAt(address);
    expect(body).toMatch(
      /<gk-budget organization="[^"]+" stage="[A-Z_]+" year="\d{4}"[^>]*>[\s\S]*<table>[\s\S]*<\/gk-budget>/,
    );
    expect(body).toContain('<script src="/widgets/loader.js" async></script>');
    expect(body).toContain(`<title>${document.title} - `);
    expect(read(body)).toContain(`<link rel="canonical" href="${document.address}" />`);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)?.[1] ?? '');
    expect(data).toMatchObject({
      '@type': 'Dataset',
      url: document.address,
      license: 'https://creativecommons.org/licenses/by/4.0/',
      isBasedOn: document.source.permalink,
      publisher: { name: document.source.publisher },
    });
    for (const { contentUrl } of data.distribution)
      expect((await server.get(contentUrl.slice(publicUrl.length))).status, contentUrl).toBe(200);
  });

  test('may be framed by anybody when it is asked for so, also from memory, and nothing else may', async () => {
    const base = await server.listen();
    for (const from of ['made', 'memory']) {
      const framed = await fetch(`${base}/w/budget?${address}&frame=1`);
      expect(framed.headers.get('content-security-policy'), from).toContain('frame-ancestors *');
      expect(framed.headers.get('x-frame-options'), from).toBeNull();
      const page = await fetch(`${base}/w/budget?${address}`);
      expect(page.headers.get('content-security-policy'), from).toContain("frame-ancestors 'self'");
      expect(page.headers.get('x-frame-options'), from).toBe('SAMEORIGIN');
      expect(page.headers.get('access-control-allow-origin')).toBe('*');
    }
    const { headers, body } = await server.get(`/w/budget?${address}&frame=0`);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
    expect(body).toContain('<header class="site">');
  });
});

describe('a wrong address is told what is wrong, in both languages', () => {
  test.each([
    [
      '/w/budget.json?colour=red',
      400,
      /面板 budget 没有参数 colour；可用的有：organization、.*has no parameter colour; it takes: organization, /,
    ],
    ['/w/budget.csv?width=700', 400, /没有参数 width.*no parameter width/],
    ['/w/budget.svg?width=100', 400, /须为 320 至 1600 的整数.*whole number from 320 to 1600/],
    ['/w/budget.svg?theme=pink', 400, /须为 light 或 dark.*give light or dark/],
    ['/w/budget.png?width=1280&scale=2', 400, /超过上限 1600 像素.*limit of 1600 pixels/],
    ['/w/budget.json?as-of=yesterday', 400, /as-of="yesterday" 不是时刻.*as-of="yesterday" is not an instant/],
    ['/w/budget.json?as-of=2024-02-30T00:00:00Z', 400, /不是时刻.*not an instant/],
    ['/w/nothing.json', 404, /没有名为 nothing 的面板.*There is no panel nothing/],
    ['/w/constructor.svg', 404, /没有名为 constructor/],
    ['/w/nothing', 404, /There is no panel nothing/],
  ])('%s', async (url, status, said) => {
    const answer = await server.get(url);
    expect([answer.status, answer.headers['content-type']]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
    expect(JSON.parse(answer.body).detail).toMatch(said);
  });

  test('a table that is not there is named with those that are', async () => {
    const answer = await server.get(`/w/budget.csv?${address}&table=x`);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatch(/没有表 x；可用的有：.*composition.*There is no table x; there are: .*composition/);
    expect((await server.get(`/w/budget.csv?${address}&table=composition`)).status).toBe(200);
  });

  test('a form that no panel is given in is told with those there are', async () => {
    for (const stem of ['budget.pdf', 'school-finder.docx', 'projects.']) {
      const { status, body } = await server.get(`/w/${stem}`);
      const [name, ending] = stem.split('.');
      expect([status, JSON.parse(body).code]).toEqual([404, 'NOT_FOUND']);
      expect(body).toContain(`面板 ${name} 没有 .${ending} 这种格式；可用的有：.json、.svg、.png、.csv、.xlsx、.md`);
      expect(body).toContain(`The panel ${name} is not given as .${ending}; there are: .json, .svg`);
    }
    expect((await server.get('/w/nothing.pdf')).body).toContain('没有名为 nothing.pdf 的面板');
  });

  test('the future cannot be asked', async () => {
    const { status, body } = await server.get(`/w/budget.json?${address}&as-of=2999-01-01T00:00:00Z`);
    expect([status, body]).toEqual([400, expect.stringMatching(/在将来.*in the future/)]);
  });

  test('a person is told on a page, and what a letter added to an address is left out', async () => {
    const page = await server.get('/w/budget?colour=red', { accept: 'text/html' });
    expect([page.status, page.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    expect(page.body).toContain('没有参数 colour');
    const tracked = await documentAt(`${address}&utm_source=mail&fbclid=1`);
    expect(tracked.address).not.toMatch(/utm|fbclid/);
    expect(tracked).toEqual(await documentAt(address));
  });
});

describe('several panels in one answer', () => {
  const batch = (keys: readonly string[], headers = {}) =>
    server.get(`/w?${keys.map((key) => `p=${encodeURIComponent(key)}`).join('&')}`, headers);

  test('each is the document it is alone; a bad key fails nobody else', async () => {
    const good = reports.slice(0, 4).map((report) => `budget?${queryOf({ ...report })}`);
    const bad = ['', 'nothing?x=1', 'budget?as-of=never', '__proto__'];
    const rest = Array.from(
      { length: 20 - good.length - bad.length },
      (_, at) => `budget?year=${1990 + at}&organization=x`,
    );
    const { status, body, headers } = await batch([...bad, ...good, ...rest]);
    expect([status, headers['access-control-allow-origin']]).toEqual([200, '*']);
    const { panels: shown } = JSON.parse(body);
    expect(shown.map(({ key }: { key: string }) => key)).toEqual([...bad, ...good, ...rest]);
    for (const { key, error } of shown.slice(0, bad.length)) {
      expect([key, error.code]).toEqual([key, expect.stringMatching(/^(NOT_FOUND|BAD_USER_INPUT)$/)]);
      expect(error.message, key).toMatch(/[\u4e00-\u9fff].* \/ .*[a-z]{3}/);
    }
    for (const [at, key] of good.entries()) {
      const alone = await documentAt(key.slice('budget?'.length));
      expect(shown[bad.length + at]).toEqual({
        key,
        document: alone,
        words: expect.objectContaining({ source: '来源：{}' }),
      });
    }
    for (const { document } of shown.slice(bad.length + good.length)) expect(document.state).toBe('misused');
  });

  test('a tag with a slip in it shows what it can, and its slip is told beside it', async () => {
    const key = `budget?${queryOf({ ...reports[0] } as Record<string, string>)}`;
    const { panels: shown } = JSON.parse((await batch([`${key}&colour=red`, `${key}&utm_source=wx`, key])).body);
    const [slip, counted, plain] = shown;
    expect([slip.unknown, counted.unknown, plain.unknown]).toEqual([['colour'], undefined, undefined]);
    expect(slip.document).toEqual(plain.document);
  });

  test('has a strong tag, and is told unchanged by it', async () => {
    const { headers } = await batch([`budget?${address}`]);
    expect(headers['etag']).toMatch(/^"/);
    const again = await batch([`budget?${address}`], { 'if-none-match': headers['etag'] });
    expect([again.status, again.body]).toEqual([304, '']);
    for (const form of ['json', 'svg', 'png', 'csv', 'xlsx', 'md']) {
      const url = `/w/budget.${form}?${address}`;
      const tag = (await server.get(url)).headers['etag'] ?? '';
      expect([form, (await server.get(url, { 'if-none-match': tag })).status]).toEqual([form, 304]);
    }
  });

  test.each([0, 21])('%i keys are refused', async (count) => {
    const { status, body } = await batch(Array.from({ length: count }, (_, at) => `budget?year=${at}`));
    expect([status, body]).toEqual([400, expect.stringMatching(/1 至 20 个面板.*Ask for 1 to 20/)]);
  });
});

describe('oEmbed', () => {
  const asked = (url: string, more = '') => server.get(`/oembed?url=${encodeURIComponent(url)}${more}`);

  test('a consumer that knows only the page finds it there, and embeds a titled frame', async () => {
    const page = (await server.get(`/w/budget?${address}`)).body;
    const found = /type="application\/json\+oembed" href="([^"]+)"/.exec(read(page))?.[1] ?? '';
    expect(found.startsWith(`${publicUrl}/oembed?`)).toBe(true);
    const { status, body } = await server.get(`${found.slice(publicUrl.length)}&maxwidth=500&maxheight=400`);
    expect(status).toBe(200);
    const told = JSON.parse(body);
    const { title } = await documentAt(address);
    expect(told).toMatchObject({
      version: '1.0',
      type: 'rich',
      title,
      width: 500,
      cache_age: expect.any(Number),
      provider_name: '政府信息公开平台',
    });
    expect(told.height).toBeLessThanOrEqual(400);
    expect(told.html).toMatch(
      /^<iframe src="https:\/\/gongkai\.example\/w\/budget\?[^"]+frame=1" title="[^"]+" width="500"/,
    );
    const png = await bytesAt(told.thumbnail_url.slice(publicUrl.length));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([told.thumbnail_width, told.thumbnail_height]);
    const { body: xml } = await asked(`${publicUrl}/w/budget?${address}`, '&format=xml');
    new SaxesParser().write(xml).close();
    expect(xml).toContain('<type>rich</type>');
  });

  test.each([
    'https://elsewhere.example/w/budget?year=2024',
    `${publicUrl}/budgets`,
    `${publicUrl}/w/nothing`,
    `${publicUrl}/w/budget?colour=red`,
    'javascript:alert(1)',
    '',
  ])('knows only panels of its own: %s', async (url) => {
    const { status, body } = await asked(url);
    expect([status, body]).toEqual([
      404,
      expect.stringMatching(/不是本平台面板的地址.*not the address of a panel here/),
    ]);
  });

  test('tells what is wrong with the rest', async () => {
    expect((await asked(`${publicUrl}/w/budget`, '&format=yaml')).body).toMatch(/json 或 xml.*json or xml/);
    expect((await asked(`${publicUrl}/w/budget`, '&maxwidth=wide')).status).toBe(400);
  });
});

test('every panel can be asked for an instant, so that what it said can be cited', () => {
  for (const [stem, { query }] of Object.entries(panels)) expect([stem, query.includes('$asOf')]).toEqual([stem, true]);
});
