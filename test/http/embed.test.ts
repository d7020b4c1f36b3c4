import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../api/http/embed/doctor/examine.ts';
import { snippetsOf } from '../../api/http/embed/snippets.ts';
import { panels } from '../../widgets/panels.ts';
import { sampleCounty } from '../support/county.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { tell } from '../support/target.ts';

const baseUrl = 'https://gk.example.gov.cn';
const embedded = {
  baseUrl,
  stem: 'budget',
  params: { organization: '县财政局', year: '2024' },
  title: '2024年县财政局部门决算',
  sentence: '支出合计 3,803.67 万元。',
};

const rules = (source: string, policies: readonly string[] = [], address: string | null = null) =>
  examine({ source, address, policies }, baseUrl).findings.map(({ rule }) => rule);

const loader = `<script src="${baseUrl}/widgets/loader.js" async></script>`;
const element = `<gk-budget organization="县财政局" year="2024"><a href="${baseUrl}/budgets">预算</a></gk-budget>`;

describe('snippets', () => {
  test('lead to one address, whatever their form', () => {
    const query = 'budget?organization=%E5%8E%BF%E8%B4%A2%E6%94%BF%E5%B1%80&amp;year=2024';
    const codes = snippetsOf(embedded);
    expect(codes.map(({ form }) => form)).toEqual(['link', 'image', 'element', 'div', 'iframe']);
    for (const { form, code } of codes) expect([form, code.includes(query)]).toEqual([form, true]);
  });

  test('keep the room of the picture as it is, and ask for no theme a picture has not', () => {
    const given = { ...embedded, height: 824 };
    expect(snippetsOf(given).find(({ form }) => form === 'image')?.code).toContain('width="720" height="824"');
    for (const [theme, isPictured] of [
      ['dark', true],
      ['host', false],
      ['auto', false],
    ] as const) {
      const [, image] = snippetsOf({ ...given, params: { ...given.params, theme } });
      const [, src = ''] = /src="([^"]+\.svg[^"]*)"/.exec(image?.code ?? '') ?? [];
      expect([theme, src.includes('theme=')]).toEqual([theme, isPictured]);
      expect(image?.code).toContain(` theme="${theme}"`);
    }
  });

  test('hold no markup but their own, whatever a title or a parameter holds', () => {
    const tags = (code: string): string[] => {
      const found: string[] = [];
      const walk = (node: { tagName?: string; attrs?: { name: string }[]; childNodes?: unknown[] }) => {
        if (node.tagName) found.push(`${node.tagName} ${node.attrs?.map(({ name }) => name).join(' ')}`);
        for (const child of node.childNodes ?? []) walk(child as never);
      };
      walk(parseFragment(code) as never);
      return found;
    };
    const plain = snippetsOf(embedded).map(({ code }) => tags(code));
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      fc.constantFrom('"><script>x()</script>', "' onload=x()", '</gk-budget><img src=x onerror=x()>', '\u202e=1'),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, sentence, year) => {
        const codes = snippetsOf({ ...embedded, title, sentence, params: { ...embedded.params, year } });
        expect(codes.map(({ code }) => tags(code))).toEqual(plain);
      }),
      { numRuns: 10_000 },
    );
    tell('T16', 'titles of which none left its place in a snippet', 10_000, '10000', 'Infogram: one was an injection');
  });

  test('of a number in a sentence hold nothing that breaks a sentence', () => {
    const codes = snippetsOf({ ...embedded, stem: 'figure', isInline: true });
    expect(codes.map(({ form }) => form)).toEqual(['element', 'span', 'script']);
    for (const { code } of codes.slice(0, 2)) {
      // A space or a line's end in it would stand before the full stop.
      expect(code).not.toMatch(/\n|<script/);
      expect(code).not.toMatch(/<(?:div|p|img|iframe)\b/);
      expect(rules(`<!doctype html><title>页</title><p>支出${code}。</p>`)).not.toContain('no-panel');
    }
    expect(codes[1]?.code).toContain('<span data-gk="figure?organization=');
  });

  test('are found to be right by the doctor', () => {
    for (const { form, code } of snippetsOf(embedded)) {
      const page =
        form === 'link' ? `<script src="${baseUrl}/widgets/loader.js" data-gk-links async></script>${code}` : code;
      expect([form, rules(`<!doctype html><title>页</title>${page}`)]).toEqual([form, []]);
    }
  });
});

describe('the doctor', () => {
  test('says that there is no loader, or no panel at all', () => {
    expect(rules(element)).toEqual(['no-loader']);
    expect(rules('<p>政务公开</p>')).toEqual(['no-panel']);
  });

  test('knows what an editor made of a snippet', () => {
    expect(rules(`<p>&lt;gk-budget year="2024"&gt;&lt;/gk-budget&gt;</p>`)).toEqual(['escaped-snippet', 'no-panel']);
    const frame = `<iframe src="${baseUrl}/w/budget?year=2024&frame=1" height="0"></iframe>`;
    expect(rules(frame)).toEqual(['iframe-untitled', 'iframe-without-height']);
    expect(rules(`<a href="${baseUrl}/w/budget?year=2024">预算</a>`)).toEqual(['no-loader']);
  });

  test('names a slip and what was meant, with its line', () => {
    const { findings, meant } = examine(
      {
        source: `<p></p>\n<gk-budgets organisation="县财政局" year="2024">x</gk-budgets>${loader}`,
        address: null,
        policies: [],
      },
      baseUrl,
    );
    expect(findings).toMatchObject([
      { rule: 'unknown-panel', row: 2, message: { zh: expect.stringContaining('budget 吗') } },
    ]);
    expect(meant).toMatchObject([{ line: 2, stem: 'budget', params: { organization: '县财政局', year: '2024' } }]);
    expect(rules(`${loader}<gk-budget organisation="x" year="2024">x</gk-budget>`)).toEqual(['unknown-attribute']);
    expect(rules(`${loader}<gk-budget organization="x" year="2024"></gk-budget>`)).toEqual(['no-fallback']);
  });

  test('knows quotes made pretty, an end that is none, a hyphen lost and a frame that may not be framed', () => {
    const curly = examine(
      { source: `${loader}<gk-budget organization=”县财政局” year=“2024”>x</gk-budget>`, address: null, policies: [] },
      baseUrl,
    );
    expect(curly.findings.map(({ rule }) => rule)).toEqual(['curly-quotes']);
    expect(curly.meant[0]?.params).toEqual({ organization: '县财政局', year: '2024' });
    expect(rules(`${loader}<gk-budget year="2024" />`)).toEqual(['self-closed', 'no-fallback']);
    expect(rules(`${loader}${element}<gkbudget year="2024">x</gkbudget>`)).toEqual(['hyphen-lost']);
    expect(rules(`<iframe title="预算" src="${baseUrl}/w/budget?year=2024"></iframe>`)).toEqual([
      'iframe-without-frame',
    ]);
  });

  test('knows the loader by each of its addresses, and says what is wrong with another', () => {
    const page = (script: string, scripts: string[] = []): string[] =>
      examine(
        { source: script + element, address: null, policies: [] },
        baseUrl,
        new Map(scripts.map((name) => [name, null])),
      ).findings.map(({ rule }) => rule);
    const pinned = `<script src="${baseUrl}/widgets/loader-AbC_-012.js" integrity="sha384-AbC/+012xyz" crossorigin async></script>`;
    expect(page(pinned, ['loader-AbC_-012.js'])).toEqual([]);
    expect(page(`<script src="${baseUrl}/v1/loader.js" async></script>`)).toEqual([]);
    expect(page(pinned, ['loader-ZZZZZZZZ.js'])).toEqual(['unknown-build']);
    expect(page(pinned.replace('sha384-A', 'sha384-B'), ['loader-AbC_-012.js'])).toEqual(['wrong-digest']);
    expect(page('<script src="/widgets/loader.js"></script>')).toEqual(['relative-loader']);
    expect(page(`<script src="${baseUrl}/static/loader.js"></script>`)).toEqual(['loader-address']);
    expect(page(`<script type="text/plain" src="${baseUrl}/widgets/loader.js"></script>`)).toEqual(['loader-type']);
  });

  test('counts a panel once, whatever stands in it', () => {
    const { found } = examine({ source: loader + element.repeat(3), address: null, policies: [] }, baseUrl);
    expect(found).toBe(3);
  });

  test.each([
    ['deep', `${'<div>'.repeat(20_000)}${'<i></i>'.repeat(20_000)}`],
    ['formatting that a tree would repeat', Array.from({ length: 30_000 }, (_, at) => `<b a${at}><p>x`).join('')],
    ['full of panels', '<gk-a><gk-b c d e>'.repeat(20_000)],
    ['full of links', `<a href="${baseUrl}/w/budget">x</a>`.repeat(10_000)],
    ['of words an object has', '<gk-constructor></gk-constructor><gk-__proto__></gk-__proto__><i data-gk=toString>'],
  ])('reads a page that is %s in no time, and says no more than can be read', (_, source) => {
    const began = performance.now();
    const { findings } = examine({ source, address: null, policies: [] }, baseUrl);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(findings.length).toBeLessThanOrEqual(50);
  });

  test('sees mixed content and a loader of another platform', () => {
    const http = `<script src="http://gk.example.gov.cn/widgets/loader.js"></script>${element}`;
    expect(rules(http, [], 'https://jyj.example.gov.cn/')).toEqual(['mixed-content']);
    expect(rules(`<script src="http://localhost:4000/widgets/loader.js"></script>${element}`)).toEqual([
      'other-platform',
    ]);
  });

  test.each([
    ["default-src 'self'", ['csp-script-src', 'csp-connect-src', 'csp-img-src']],
    [`default-src 'self'; script-src 'self' ${baseUrl}; connect-src *; img-src https:`, []],
    [
      "default-src 'none'; script-src 'self' *.example.gov.cn; connect-src gk.example.gov.cn; img-src 'none'",
      ['csp-img-src'],
    ],
    ["script-src 'nonce-abc'", ['csp-script-src']],
    ["style-src 'none'", []],
  ])('under %s', (policy, expected) => {
    expect(rules(loader + element, [policy])).toEqual(expected);
    expect(
      rules(
        `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '&quot;')}">${loader}${element}`,
      ),
    ).toEqual(expected);
  });

  test('gives the line to write', () => {
    const { findings } = examine({ source: loader + element, address: null, policies: ["script-src 'none'"] }, baseUrl);
    expect(findings[0]?.remedy?.zh).toBe(`把这一条写成：script-src ${baseUrl}`);
  });

  test('takes any text for a page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (source) => void rules(source)),
      { numRuns: 300 },
    );
  });
});

describe('the pages', () => {
  let platform: TestServer;
  let site: Server;
  let host: string;
  const asked: string[] = [];

  beforeAll(async () => {
    site = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/away') return void response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
      if (request.url === '/large') return void response.end('x'.repeat((2 << 20) + 1));
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "script-src 'self'" });
      // 预 in GBK, as old sites write.
      response.end(
        Buffer.concat([
          Buffer.from('<meta charset="gbk">'),
          Buffer.from([0xd4, 0xa4]),
          Buffer.from(element.replace('县财政局', 'x') + loader),
        ]),
      );
    });
    await new Promise<void>((resolve) => void site.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
    platform = await openServer(await sampleCounty(databases[0] as TestDatabase, 120), { embedHosts: [host] });
  }, 120_000);
  afterAll(async () => {
    site.close();
    await platform.close();
  });

  const consult = async (form: Record<string, string>) => {
    const { statusCode, body, headers } = await platform.server.inject({
      method: 'POST',
      url: '/embed/doctor',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    });
    return { status: statusCode, body, headers };
  };

  test('the builder writes out a tag that pins the scripts to what is served', async () => {
    const { body } = await platform.get('/embed', { accept: 'text/html' });
    const [, file = '', integrity] = /widgets\/(loader-[\w-]{8}\.js)[^>]*?(sha384-[\w+/]{64})/.exec(body) ?? [];
    const { statusCode, rawPayload } = await platform.server.inject({ url: `/widgets/${file}` });
    expect(statusCode).toBe(200);
    expect(`sha384-${createHash('sha384').update(rawPayload).digest('base64')}`).toBe(integrity);
  });

  test('the builder shows the live panel, five forms and every file, without a script', async () => {
    const { status, body } = await platform.get('/embed?panel=budget&organization=县财政局&year=2024&lang=en', {
      accept: 'text/html',
    });
    expect(status).toBe(200);
    expect(body).toContain('<gk-budget lang="en" organization="县财政局" year="2024" heading-level="3">');
    expect(body.match(/data-copy/g)).toHaveLength(5);
    for (const extension of ['svg', 'png', 'csv', 'xlsx', 'json', 'md'])
      expect(body).toContain(`/w/budget.${extension}?`);
    expect((await platform.get('/embed?panel=nothing', { accept: 'text/html' })).status).toBe(404);
    const hostile = await platform.get(
      `/embed?panel=budget&organization=${encodeURIComponent('"><script>x()</script>')}&year=2024`,
    );
    expect(hostile.body).not.toContain('<script>x()');
  });

  test('the builder names every field in Chinese, offers what can be chosen, and loses nothing that was typed', async () => {
    const { body } = await platform.get(
      '/embed?panel=budget&organization=县财政局&year=2024&stage=昨天&heading-level=4',
      {
        accept: 'text/html',
      },
    );
    for (const [name, { label, isOffered }] of Object.entries(panels['budget']?.descriptor.attributes ?? {})) {
      const named = new RegExp(
        `<label id="embed-${name}-label" for="embed-${name}">${label.zh} .*<code>${name}</code>`,
      );
      expect([name, named.test(body)]).toEqual([name, isOffered !== false]);
    }
    expect(body).toContain('<option value="BUDGET" >预算 Budget</option>');
    expect(body).toContain('<option value="昨天" selected>“昨天”不在选项中 not listed</option>');
    expect(body).toContain('<option value="4" selected>');
    expect(body).toMatch(/name="year"[^>]*required[^>]*inputmode="numeric"/);
    // What is refused has no code to be pasted.
    expect(body).toContain('还不能嵌入');
    expect(body).not.toContain('data-copy');
    const { body: right } = await platform.get('/embed?panel=budget&organization=县财政局&year=2024&heading-level=4', {
      accept: 'text/html',
    });
    expect(right).toMatch(/heading-level&#\w+;&#34;4&#34;/);
  });

  test('the builder takes a day for a day, and shows what is none', async () => {
    const field = async (day: string): Promise<string> => {
      const { body } = await platform.get(`/embed?panel=documents&valid-on=${day}`, { accept: 'text/html' });
      return /<input id="embed-valid-on"[^>]*>/.exec(body)?.[0] ?? '';
    };
    expect(await field('2021-07-15')).toMatch(/value="2021-07-15" type="date"/);
    expect(await field('2021-02-30')).toMatch(/value="2021-02-30"(?!.*type="date")/);
  });

  test('the builder comes back at its preview, and the doctor at its report, with a heading to focus', async () => {
    const { body } = await platform.get('/embed', { accept: 'text/html' });
    expect(body).toContain('action="/embed#preview"');
    expect(body).toContain('<h2 id="preview" tabindex="-1">');
    const { body: report } = await consult({ source: element });
    expect(report).toContain('action="/embed/doctor#report"');
    expect(report).toContain('<h2 id="report" tabindex="-1">');
  });

  test('the doctor asks for an address only where one may be fetched, else says who allows it', async () => {
    expect((await platform.get('/embed/doctor', { accept: 'text/html' })).body).toContain('name="address"');
    const shut = await openServer(await sampleCounty(databases[0] as TestDatabase, 120));
    const { body } = await shut.get('/embed/doctor', { accept: 'text/html' });
    await shut.close();
    expect(body).not.toContain('name="address"');
    expect(body).toContain('EMBED_HOSTS');
  });

  test('every panel begins with an example that shows something, in the builder and in the gallery', async () => {
    const gallery = (await platform.get('/embed/gallery', { accept: 'text/html' })).body;
    const text = (await platform.get('/llms.txt')).body;
    for (const [stem, { descriptor }] of Object.entries(panels)) {
      const query = new URLSearchParams(descriptor.example).toString();
      const document = JSON.parse((await platform.get(`/w/${stem}.json?${query}`)).body);
      expect([stem, document.state]).toEqual([stem, 'data']);
      // A name kept for pages that have it is offered to nobody new.
      const shown = gallery.split(`<gk-${stem} `).length - 1;
      expect([stem, shown > 3]).toEqual([stem, stem !== 'school-finder']);
      for (const name of Object.keys(descriptor.attributes)) expect(text).toContain(`  - ${name}: `);
    }
  });

  test('the doctor reads what is pasted, and keeps nothing', async () => {
    const { status, body, headers } = await consult({ source: element });
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toContain('没有加载脚本');
    expect((await consult({})).status).toBe(400);
  });

  test('it asks every panel of the page, and says of each that refuses why, where, in both languages', async () => {
    const right = '<gk-budget organization="县财政局" year="2024">x</gk-budget>';
    const source = `${right}\n${right}\n<gk-budget organization="县财政厅" year="2024">x</gk-budget>\n<gk-figure of="projects" value="late">x</gk-figure>`;
    const { body } = await consult({ source });
    expect(body).toMatch(/第 3 行[\s\S]*没有机构“县财政厅”[\s\S]*refuses[^<]*There is no organization/);
    expect(body).toMatch(/第 4 行[\s\S]*gk-figure refuses/);
    expect(body).not.toMatch(/第 [12] 行[^第]*拒绝|publisher There/);
  });

  test('it fetches from sites the operator allows, with their policy and their encoding, and follows nowhere else', async () => {
    const { status, body } = await consult({ address: `http://${host}/` });
    expect(status).toBe(200);
    expect(body).toContain('csp-script-src'.slice(4));
    for (const address of [
      `http://${host}/away`,
      'http://169.254.169.254/',
      'http://localhost/',
      'file:///etc/passwd',
      `http://user:pw@${host}/`,
    ]) {
      const refused = await consult({ address });
      expect([address, refused.status]).toEqual([address, 400]);
    }
    expect((await consult({ address: `http://${host}/large` })).body).toContain('超过 2 MB');
    expect(asked).toEqual(['/', '/away', '/large']);
  });
});
