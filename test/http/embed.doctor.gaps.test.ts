import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../api/http/embed/doctor/examine.ts';
import { instantMeant, ungarbled } from '../../api/http/embed/doctor/near-value.ts';
import { nearest } from '../../api/http/embed/doctor/nearest.ts';
import { sampleCounty } from '../support/county.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { plain, reportSection } from '../support/doctor-report.ts';
import { openServer, type TestServer } from '../support/server.ts';
import { root } from '../support/source.ts';

const baseUrl = 'https://gk.example.gov.cn';
const loader = `<script src="${baseUrl}/widgets/loader.js" async></script>`;
const examined = (source: string) => examine({ source, address: null, policies: [] }, baseUrl);
const rules = (source: string) => examined(source).findings.map(({ rule }) => rule);

describe('a name spelt another way', () => {
  test('is that name before any other that is like it', () => {
    expect(nearest('pagesize', ['page', 'page-size'])).toBe('page-size');
    expect(nearest('page_size', ['page', 'page-size'])).toBe('page-size');
    expect(nearest('asof', ['of', 'as-of'])).toBe('as-of');
    expect(nearest('pagesise', ['page', 'page-size'])).toBe('page');
  });

  test('is told and taken in a tag, where HTML makes pagesize of pageSize', () => {
    const { findings, meant } = examined(`${loader}<gk-documents pageSize="5" asOf="2026-01-01">x</gk-documents>`);
    expect(findings.map(({ message }) => message.en)).toEqual([
      'gk-documents has no attribute pagesize; did you mean page-size?',
      'gk-documents has no attribute asof; did you mean as-of?',
    ]);
    expect(meant[0]?.params).toEqual({ 'page-size': '5', 'as-of': '2026-01-01' });
  });

  test.each([
    ['2026-01-01', '2026-01-01T00:00:00+08:00'],
    ['2026年1月1日', '2026-01-01T00:00:00+08:00'],
    ['2026-01-01 08:30', '2026-01-01T08:30:00+08:00'],
    ['2026-01-01T08:30:15', '2026-01-01T08:30:15+08:00'],
    ['2026-01-01T08:30:15Z', undefined],
    ['2026-02-30', undefined],
    ['2026-01-01 25:00', undefined],
    ['昨天', undefined],
  ])('an instant: %s', (written, instant) => {
    expect(instantMeant(written)).toBe(instant);
  });
});

describe('a panel that was not closed', () => {
  const rest = `<h2>标题</h2><p>正文，<a href="${baseUrl}/w/budget">预算</a></p>`;
  const open = `<gk-documents page-size="5"><a href="${baseUrl}/w/documents">文件</a>`;
  const whole = `<gk-projects year="2024"><a href="${baseUrl}/w/projects">实事</a></gk-projects>`;

  test.each([
    ['at the end of the page', open + rest],
    ['at the end of what is around it', `<div>${open}${rest}</div><p>x</p>`],
    ['in a page with lists whose ends are left out', `<ul><li>x<li>${open}</ul><p>x<p>y`],
    ['before another of its kind', `${open}${rest}<gk-documents><a>x</a></gk-documents>`],
  ])('%s', (_, source) => {
    const { findings } = examined(loader + source);
    expect(findings).toMatchObject([
      {
        rule: 'unclosed',
        severity: 'ERROR',
        message: { zh: expect.stringMatching(/^<gk-documents> 没有结束：.*不见了/) },
        remedy: { en: 'Write </gk-documents> after the link or the picture in it.' },
      },
    ]);
  });

  test('holds no other: each is one of its own, the second too where it was not closed', () => {
    expect(examined(loader + open + rest + whole).meant.map(({ stem, isWrong }) => [stem, isWrong])).toEqual([
      ['documents', true],
      ['projects', false],
    ]);
    expect(rules(loader + open + whole.replace('</gk-projects>', ''))).toEqual(['unclosed', 'unclosed']);
    expect(rules(`${loader}<div data-gk="documents"><a>x</a>${rest}`)).toEqual(['unclosed']);
  });

  test('is not one that holds a number, a picture, or tags whose ends may be left out', () => {
    const figure = '<gk-figure of="projects"><a>x</a></gk-figure>';
    for (const held of [
      figure,
      '<a><picture><source><img></picture></a>',
      '<p>x<p>y',
      '<p>x<div>y</div>',
      '<ul><li>x<li>y</ul>',
      'x</p>y',
      '<table><tr><td>x<td>y<tr><td>z</table>',
    ])
      expect([held, rules(`${loader}<div><gk-documents>${held}</gk-documents></div>${whole}`)]).toEqual([held, []]);
    expect(rules(`${loader}<p>共 ${figure} 件</p><gk-documents>${whole}</gk-documents>`)).toEqual([]);
    expect(examined(`${loader}<gk-documents>${whole}</gk-documents>`).found).toBe(1);
  });
});

describe('a link on a page whose links become panels', () => {
  const linking = loader.replace(' async', ' data-gk-links async');
  const link = `<a href="${baseUrl}/w/budget?year=2024"><b>预算</b> 2024</a>`;

  test.each([
    ['alone in its paragraph', `<p>\n ${link} <br></p>`, []],
    ['in paragraphs whose ends are left out', `<p>前<p>${link}<p>后`, []],
    ['alone in a cell', `<table><tr><td>名称<td>${link}<tr><td>x</table>`, []],
    ['with words before it', `<p>见 ${link}</p>`, ['link-in-text']],
    ['with words behind it', `<p>${link}<br>。</p>`, ['link-in-text']],
    ['beside another', `<p>${link}${link}</p>`, ['link-in-text']],
    ['in a sentence, where another stands alone', `<p>${link}</p><p>也可以到这里看一看：${link}。</p>`, []],
    ['below its frame', `<iframe title="x" src="${baseUrl}/w/budget?frame=1"></iframe><p>单独打开：${link}</p>`, []],
    ['inside a panel', `<gk-budget year="2024">见 ${link}</gk-budget>`, []],
  ])('%s', (_, source, expected) => {
    expect(rules(`<body>${linking}${source}</body>`)).toEqual(expected);
    expect(rules(`<body>${source}</body>`)).not.toContain('link-in-text');
  });

  test('is told once for all that stay links', () => {
    const { findings } = examined(`${linking}\n<p>见 ${link}</p><p>${link}</p><p>又见 ${link}</p>`);
    expect(findings).toMatchObject([
      { rule: 'link-in-text', severity: 'NOTICE', row: 2, message: { en: expect.stringMatching(/^2 links/) } },
    ]);
  });
});

test.each([
  ['editor.html', 'utf-8'],
  ['report.html', 'utf-8'],
  ['static-2008.html', 'gbk'],
])('nothing is wrong with the example %s', (file, encoding) => {
  const source = new TextDecoder(encoding).decode(readFileSync(join(root, 'examples/sites', file)));
  const { findings, found } = examine({ source, address: null, policies: [] }, 'http://localhost:4000');
  expect(found).toBeGreaterThan(0);
  expect(findings).toEqual([]);
});

describe('another encoding', () => {
  const gbk = '%CF%D8%B2%C6%D5%FE%BE%D6';

  test('is known by the bytes of an address', () => {
    expect(ungarbled(gbk)).toBe('县财政局');
    expect(ungarbled(encodeURIComponent('县财政局'))).toBe('县财政局');
    for (const other of ['%20', '100%', '%FF%FF', 'a%CFb'])
      expect([other, ungarbled(other)]).toEqual([other, undefined]);
  });

  test.each([
    ['a link', `<a href="${baseUrl}/w/budget?organization=${gbk}&year=2024">x</a>`],
    ['a frame', `<iframe title="x" src="${baseUrl}/w/budget?organization=${gbk}&year=2024&frame=1"></iframe>`],
    ['a box', `<div data-gk="budget?organization=${gbk}&year=2024">x</div>`],
  ])('is told of %s, with what an old system can do', (_, source) => {
    const { findings } = examined(loader.replace(' async', ' data-gk-links async') + source);
    expect(findings).toMatchObject([
      {
        rule: 'garbled-value',
        severity: 'ERROR',
        message: { zh: expect.stringContaining('原来是“县财政局”') },
        remedy: { zh: expect.stringMatching(/信用代码.*<meta charset="gbk">/) },
      },
    ]);
  });

  test('is told of a tag, also where nobody can tell what was written', () => {
    for (const value of ['ÏØ²ÆÕþ¾Ö', '\ufffd\ufffdر\ufffd']) {
      const { findings } = examined(`${loader}<gk-budget organization="${value}" year="2024">x</gk-budget>`);
      expect(findings).toMatchObject([{ rule: 'garbled-value' }]);
      expect(findings[0]?.remedy?.en).toMatch(/UTF-8.*charset="gbk".*credit code or character references/);
    }
  });

  test('leaves an address in UTF-8 as it is', () => {
    const href = `${baseUrl}/w/budget?organization=${encodeURIComponent('县财政局')}&year=2024&code=a+b%&x`;
    expect(examined(`<a href="${href}">x</a>`).meant[0]?.params).toEqual({
      organization: '县财政局',
      year: '2024',
      code: 'a b%',
    });
  });
});

describe('a tag that is none', () => {
  test('has lost its hyphen, or has a line in its place', () => {
    for (const [tag, stem] of [
      ['gk_budget', 'budget'],
      ['gkbudget', 'budget'],
      ['gk_school_finder', 'school-finder'],
    ]) {
      const { findings } = examined(`${loader}<gk-latest>x</gk-latest><${tag} year="2024">x</${tag}>`);
      expect(findings).toMatchObject([{ rule: 'hyphen-lost', remedy: { zh: `写成 <gk-${stem}>。` } }]);
    }
    expect(rules(`${loader}<gk-latest>x</gk-latest><gk_other>x</gk_other>`)).toEqual([]);
  });

  test('stands in a comment, where no other panel does', () => {
    expect(examined(`<p>\n<!-- 暂停：\n<gk-budget year="2024">x</gk-budget> -->`).findings).toMatchObject([
      { rule: 'commented-out', row: 3, severity: 'ERROR' },
    ]);
    expect(rules('<!-- <div data-gk="budget?year=2024"></div> -->')).toEqual(['commented-out']);
    expect(rules('<!-- <gk-nothing> gk-budget -->')).toEqual(['no-panel']);
    expect(rules(`${loader}<!-- <gk-budget> --><gk-latest>x</gk-latest>`)).toEqual([]);
  });

  test('is a page of the platform, framed, or linked to where there is no panel', () => {
    const page = `${baseUrl}/regulatory-documents`;
    const frame = `<iframe title="x" src="${page}"></iframe>`;
    expect(rules(frame)).toEqual(['not-a-panel']);
    expect(rules(`${loader}<gk-latest>x</gk-latest>${frame}`)).toEqual(['not-a-panel']);
    expect(examined(`<a href="${page}">文件</a>`).findings).toMatchObject([
      { rule: 'not-a-panel', remedy: { en: expect.stringContaining('begins with /w/') } },
    ]);
    expect(rules(`${loader}<gk-latest>x</gk-latest><a href="${page}">文件</a>`)).toEqual([]);
    expect(rules('<iframe src="https://other.example/regulatory-documents"></iframe>')).toEqual(['no-panel']);
  });

  test('has its parameters beside data-gk', () => {
    const { findings, meant } = examined(
      `${loader}<div data-gk="budget" class="x" lang="zh" title="预算" organization="县财政局" year="2024">x</div>`,
    );
    expect(findings).toMatchObject([
      {
        rule: 'params-outside',
        severity: 'ERROR',
        message: { en: expect.stringMatching(/^organization, year stand/) },
      },
    ]);
    expect(meant[0]?.params).toEqual({ organization: '县财政局', year: '2024' });
  });
});

describe('the code the doctor gives', () => {
  let platform: TestServer;
  beforeAll(async () => {
    platform = await openServer(await sampleCounty(databases[0] as TestDatabase, 120), { url: baseUrl });
  }, 120_000);
  afterAll(async () => platform.close());

  const report = async (source: string) => {
    const section = await reportSection(platform, source);
    return {
      section: plain(section),
      said: [...section.matchAll(/<li>(.*?)<span/g)].map(([, said = '']) => plain(said)),
      codes: [...section.matchAll(/<code>([\s\S]*?)<\/code>/g)].map(([, code = '']) => plain(code)),
    };
  };
  const panel = 'organization="县财政局" year="2024"';

  test('has no loader where the page has one, or is given one', async () => {
    const { codes } = await report(`${loader}<gk-budget ${panel} theme="blue">x</gk-budget>`);
    expect(codes).toHaveLength(5);
    expect(codes.join()).not.toContain('<script');
    expect(codes[0]).toMatch(/<\/gk-budget>$/);
    const pinned =
      '<script src="https://gk.example.gov.cn/widgets/loader-AAAAAAAA.js" integrity="sha384-x" crossorigin></script>';
    const [given, ...others] = (await report(`${pinned}<gk-budget ${panel} theme="blue">x</gk-budget>`)).codes;
    expect(given).toMatch(/loader-[\w-]{8}\.js" integrity="sha384-/);
    expect(others).toHaveLength(5);
    expect(others.join()).not.toContain('<script');
    const frame = `<iframe src="${baseUrl}/w/budget?organization=县财政局&year=2024&frame=1"></iframe>`;
    expect((await report(frame)).codes.join()).toContain('<script');
  });

  test('has no loader line of its own beside a number in a sentence', async () => {
    const { codes } = await report(`${loader}<p>共 <gk-figure of="projects" theme="blue">x</gk-figure> 件</p>`);
    expect(codes.map((code) => code.slice(0, 10))).toEqual(['<gk-figure', '<span data']);
  });

  test('is instead of what there is only where there is something', async () => {
    const element = `<gk-budget ${panel}>x</gk-budget>`;
    expect((await report(element)).section).not.toMatch(/代替原来的|instead of what there is/);
    const { section } = await report(`<script src="/widgets/loader.js"></script>${element}`);
    expect(section).toMatch(/代替原来的.*instead of what there is/);
  });

  test('says the name as it was written', async () => {
    expect((await report(`${loader}<gk-gk-budget ${panel}>x</gk-gk-budget>`)).said).toEqual([
      'gk-gk-budget 改为 gk-budget。',
    ]);
    const { said, codes } = await report(`${loader}<div data-gk="gk-budget?organization=县财政局&year=2024">x</div>`);
    expect(said).toEqual(['data-gk="gk-budget" 改为 data-gk="budget"。']);
    expect(codes[0]).toMatch(/^<div data-gk="budget\?/);
  });

  test('has in it what stood beside data-gk, and what another encoding was', async () => {
    const box = await report(`${loader}<div data-gk="budget" ${panel}>x</div>`);
    expect(box.said).toEqual(['organization="县财政局" 移进 data-gk。', 'year="2024" 移进 data-gk。']);
    const query = `organization=${encodeURIComponent('县财政局')}&year=2024`;
    expect(box.codes[0]).toContain(`<div data-gk="budget?${query}">`);
    const link = await report(
      `${loader}<a href="${baseUrl}/w/budget?organization=%CF%D8%B2%C6%D5%FE%BE%D6&year=2024">x</a>`,
    );
    expect(link.codes[0]).toContain(`href="${baseUrl}/w/budget?${query}"`);
  });

  test('is given for each of two panels of which the first was not closed', async () => {
    const { codes, section } = await report(
      `${loader}<gk-documents page-size="5"><a>x</a><gk-budget ${panel} theme="blue"><a>x</a></gk-budget>`,
    );
    expect(section).toContain('<gk-documents> 没有结束');
    expect(codes).toHaveLength(10);
    expect(codes[0]).toMatch(/^<gk-documents page-size="5">[\s\S]*<\/gk-documents>$/);
  });

  test('tells in English what a panel without rows shows', async () => {
    const { section } = await report(`${loader}<gk-budget organization="县财政局" year="2031">x</gk-budget>`);
    const [, english = ''] = /What gk-budget shows now: ([^<]*)/.exec(section) ?? [];
    expect(english).toMatch(/2031/);
    // Its name is Chinese in any language.
    expect(english.replaceAll('县财政局', '')).not.toMatch(/[。，]|没有/);
  });
});
