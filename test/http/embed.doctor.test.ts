import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../api/http/embed/doctor/examine.ts';
import type { KnownScripts } from '../../api/http/embed/doctor/integrity.ts';
import { ungarbled } from '../../api/http/embed/doctor/near-value.ts';
import { sampleCounty } from '../support/county.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { plain, reportSection } from '../support/doctor-report.ts';
import { openServer, type TestServer } from '../support/server.ts';

const baseUrl = 'https://gk.example.gov.cn';
const loader = `<script src="${baseUrl}/widgets/loader.js" async></script>`;
const element = `<gk-budget organization="县财政局" year="2024"><a href="${baseUrl}/budgets">预算</a></gk-budget>`;

const examined = (source: string, scripts?: KnownScripts, address: string | null = null, policies: string[] = []) =>
  examine({ source, address, policies }, baseUrl, scripts);
const rules = (...page: Parameters<typeof examined>) => examined(...page).findings.map(({ rule }) => rule);

describe('the script of a page', () => {
  const digest = (kind: string) => createHash(kind).update('the loader').digest('base64');
  const digests = { sha256: digest('sha256'), sha384: digest('sha384'), sha512: digest('sha512') };
  const pinned = `loader-${digests.sha384.slice(0, 8).replaceAll('+', '-').replaceAll('/', '_')}.js`;
  const scripts: KnownScripts = new Map([
    [pinned, digests],
    ['loader.js', digests],
  ]);
  const wrong = `sha384-${'A'.repeat(64)}`;
  const page = (file: string, attributes: string): string =>
    `<script src="${baseUrl}/widgets/${file}" ${attributes}></script>${element}`;

  test.each([
    [pinned, `integrity="sha384-${digests.sha384}" crossorigin`, []],
    [pinned, `integrity="${wrong} sha512-${digests.sha512}" crossorigin="anonymous"`, []],
    [pinned, `integrity="${wrong}" crossorigin`, ['wrong-digest']],
    [pinned, `integrity="sha256-${digests.sha256} ${wrong}" crossorigin`, ['wrong-digest']],
    [pinned, `integrity="sha384-${digests.sha384}"`, ['integrity-without-crossorigin']],
    [pinned, `type="module" integrity="sha384-${digests.sha384}"`, []],
    [pinned, `integrity="sha384-${digests.sha384}" crossorigin="use-credentials"`, ['crossorigin-credentials']],
    ['loader.js', `integrity="${wrong}" crossorigin`, ['wrong-digest']],
    ['loader.js', 'integrity="md5-abc" crossorigin', ['no-digest']],
    ['loader.js', `integrity="sha384-${digests.sha384}" crossorigin`, ['digest-of-latest']],
    ['loader.js', 'integrity="" crossorigin', []],
  ])('%s %s', (file, attributes, expected) => {
    expect(rules(page(file, attributes), scripts)).toEqual(expected);
  });

  test('is read across origins only where it comes from another one', () => {
    const script = page(pinned, `integrity="sha384-${digests.sha384}"`);
    expect(rules(script, scripts, `${baseUrl}/page`)).toEqual([]);
    expect(rules(script, scripts, 'https://jyj.example.gov.cn/')).toEqual(['integrity-without-crossorigin']);
  });

  test('may be named without its scheme, and by the base of the page', () => {
    const host = new URL(baseUrl).host;
    const script = `<script src="//${host}/widgets/loader.js"></script>`;
    expect(rules(script + element)).toEqual([]);
    expect(rules(script + element, undefined, 'https://jyj.example.gov.cn/')).toEqual([]);
    expect(rules(`<script src="//other.example/widgets/loader.js"></script>${element}`)).toEqual(['other-platform']);
    expect(examined(`${loader}<a href="//${host}/w/budget?year=2024">x</a>`).found).toBe(1);
    const own = `<script src="/widgets/loader.js"></script>${element}`;
    expect(rules(`<base href="${baseUrl}/">${own}`)).toEqual([]);
    expect(rules(`<base href="https://jyj.example.gov.cn/">${own}`)).toEqual(['relative-loader']);
  });

  test('is missing from a page of links, which is told with the line to add', () => {
    const link = `<a href="${baseUrl}/w/budget?year=2024">预算</a>`;
    const { findings, loader: line } = examined(link);
    expect(findings).toMatchObject([{ rule: 'no-loader', severity: 'NOTICE', row: 1 }]);
    expect(findings[0]?.remedy?.en).toContain(
      `<script src="${baseUrl}/widgets/loader.js" data-gk-links async></script>`,
    );
    expect(line).toContain('data-gk-links');
    expect(rules(`<script src="/js/loader.js"></script>${link}`)).toEqual(['no-loader']);
    expect(rules(`<script src="${baseUrl}/js/loader.js"></script>${link}`)).toEqual(['loader-address']);
    expect(rules(loader + link)).toEqual(['links-stay-links']);
    expect(rules(`${loader}<noscript>${link}</noscript>`)).toEqual([]);
  });

  test('does not run where browsers pass it over, nor ends in “/>”', () => {
    expect(rules(`<noscript>${loader}</noscript>${element}`)).toEqual(['loader-not-run']);
    expect(rules(`<template>${loader}</template>${element}`)).toEqual(['loader-not-run']);
    expect(rules(`<noscript>${loader}</noscript>${loader}${element}`)).toEqual([]);
    expect(rules(`${element}<script src="${baseUrl}/widgets/loader.js" /></script>`)).toEqual(['loader-self-closed']);
  });
});

describe('a panel', () => {
  test('in a template or in noscript is not shown', () => {
    expect(rules(`${loader}<template><template></template>${element}</template>`)).toEqual(['panel-not-shown']);
    expect(rules(`${loader}<noscript>${element}</noscript>`)).toEqual(['panel-not-shown']);
    expect(rules(`${loader}<template>${element}</template>${element}`)).toEqual([]);
    expect(rules(`${loader}<x-y><template shadowrootmode="open">${element}</template></x-y>`)).toEqual([]);
  });

  test('that closes itself is one, and the next another', () => {
    const { findings, found, meant } = examined(
      `${loader}<gk-budget organization="县财政局" year="2024"/><gk-documents year="2023" />文<div data-gk="latest" />`,
    );
    expect(found).toBe(3);
    expect(meant.map(({ stem, nth }) => [stem, nth])).toEqual([
      ['budget', 1],
      ['documents', 2],
      ['latest', 3],
    ]);
    expect(
      findings.filter(({ rule }) => rule === 'self-closed').map(({ message }) => message.zh.split(' ')[0]),
    ).toEqual(['<gk-budget', '<gk-documents', '<div']);
  });

  test('ends with its own end, whatever was left open in it', () => {
    const open = `<gk-budget year="2024"><ul><li>x<li>y</ul><svg><path d="M0"/></svg></gk-budget>`;
    expect(examined(loader + open + open).found).toBe(2);
  });

  test('has attributes of a closed set, and languages as they are written elsewhere', () => {
    const of = (attributes: string) => rules(`${loader}<gk-budget ${attributes}>x</gk-budget>`);
    for (const wrong of [
      'theme="blue"',
      'theme="Dark"',
      'lang="cn"',
      'lang="zh_TW"',
      'heading-level="9"',
      'size="big"',
    ])
      expect([wrong, of(wrong)]).toEqual([wrong, ['wrong-value']]);
    expect(of('live="false" theme="x"')).toEqual(['wrong-value', 'wrong-value']);
    expect(of('theme="host" lang="zh-Hant-HK" heading-level="6" size="large" live="off"')).toEqual([]);
    expect(of('theme="" lang="EN"')).toEqual([]);
    const { findings } = examined(`${loader}<div data-gk="budget?theme=blue">x</div>`);
    expect(findings[0]?.remedy?.en).toContain('auto, light, dark, host');
  });

  test('has an attribute meant that begins like the one written, if its value can be that', () => {
    const meant = (attributes: string) => examined(`${loader}<gk-budget ${attributes}>x</gk-budget>`).meant[0];
    expect(meant('org="县财政局" year="2024"')?.params).toEqual({ organization: '县财政局', year: '2024' });
    expect(rules(`${loader}<gk-budget org="x">x</gk-budget>`)).toEqual(['unknown-attribute']);
    expect(examined(`${loader}<gk-budget org="x">x</gk-budget>`).findings[0]?.message.en).toContain('organization?');
    expect(meant('years="县财政局"')).toMatchObject({ params: {}, misspelt: [{ written: 'years', name: undefined }] });
    expect(meant('views="all"')?.params).toEqual({});
    expect(meant('views="bars" view="years"')?.params).toEqual({ view: 'years' });
    expect(meant('foo="1"')?.params).toEqual({});
  });

  test('may hold Chinese that was read as Western letters', () => {
    const garbled = (bytes: Buffer) => new TextDecoder('latin1').decode(bytes);
    expect(ungarbled('ÏØ²ÆÕþ¾Ö')).toBe('县财政局');
    expect(ungarbled(garbled(Buffer.from('县财政局')))).toBe('县财政局');
    for (const other of ['县财政局', 'Café', 'naïve', '', '\ufffd\ufffd']) expect(ungarbled(other)).toBeUndefined();
    expect(rules(`${loader}<gk-budget organization="ÏØ²ÆÕþ¾Ö" year="2024">x</gk-budget>`)).toEqual(['garbled-value']);
  });
});

describe('mixed content of a page that was pasted', () => {
  const http = baseUrl.replace('https', 'http');
  const insecure = `<script src="${http}/widgets/loader.js"></script>${element}`;

  test.each([
    '<base href="https://jyj.example.gov.cn/">',
    '<link rel="canonical" href="https://jyj.example.gov.cn/a">',
    '<meta property="og:url" content="https://jyj.example.gov.cn/a">',
    '<!-- saved from url=(0030)https://jyj.example.gov.cn/a -->',
  ])('%s', (head) => {
    expect(rules(head + insecure)).toEqual(['mixed-content']);
    expect(rules(head.replace('https', 'http') + insecure)).toEqual([]);
    expect(
      rules(`${head}<meta http-equiv="Content-Security-Policy" content="upgrade-insecure-requests">${insecure}`),
    ).toEqual([]);
  });

  test('is found of pictures, frames and data of the platform, not of others', () => {
    const page = (body: string) =>
      examined(`<base href="https://jyj.example.gov.cn/">${loader}${element}${body}`).findings.map(
        ({ rule, severity }) => `${rule} ${severity}`,
      );
    expect(page(`<img src="${http}/w/budget.svg">`)).toEqual(['mixed-content WARNING']);
    expect(page(`<iframe title="x" src="${http}/w/budget?frame=1"></iframe>`)).toEqual(['mixed-content ERROR']);
    expect(page(`<gk-latest endpoint="${http}">x</gk-latest>`)).toEqual(['mixed-content ERROR']);
    expect(page('<img src="http://other.example/x.png">')).toEqual([]);
  });

  test('goes by where the page was fetched, or saved, before what its head names', () => {
    const head = '<link rel="canonical" href="https://jyj.example.gov.cn/a">';
    expect(rules(head + insecure, undefined, 'http://jyj.example.gov.cn/')).toEqual([]);
    expect(rules(`<!-- saved from url=(0029)http://jyj.example.gov.cn/a -->${head}${insecure}`)).toEqual([]);
  });
});

describe('the code the doctor gives', () => {
  let platform: TestServer;
  beforeAll(async () => {
    platform = await openServer(await sampleCounty(databases[0] as TestDatabase, 120));
  }, 120_000);
  afterAll(async () => platform.close());

  /** Its report, part by part: the heading of each panel, what is said below it, its codes. */
  const report = async (source: string) => {
    const section = await reportSection(platform, source);
    const parts = section
      .split('<h4>')
      .slice(1)
      .map((part) => ({
        place: part.split('<')[0]?.trim(),
        said: [...part.matchAll(/<li>(.*?)<span/g)].map(([, said = '']) => plain(said)),
        codes: [...part.matchAll(/<code>([\s\S]*?)<\/code>/g)].map(([, code = '']) => plain(code)),
      }));
    return { section: plain(section), parts };
  };
  const tag = (attributes: string, name = 'gk-budget') => `${loader}<${name} ${attributes}>x</${name}>`;
  const right = 'organization="县财政局" year="2024"';

  test.each([
    [`${right} theme="blue"`, right, '去掉 theme="blue"，按默认 auto。'],
    [`${right} lang="cn"`, right, '去掉 lang="cn"。'],
    [`${right} lang="zh_TW"`, `lang="zh-TW" ${right}`, 'lang="zh_TW" 改为 lang="zh-TW"。'],
    [
      `${right} stage="final"`,
      'organization="县财政局" stage="FINAL_ACCOUNTS" year="2024"',
      '改为 stage="FINAL_ACCOUNTS"',
    ],
    [`${right} stage="昨天" view="x"`, right, '去掉 stage="昨天"，按默认 FINAL_ACCOUNTS。'],
    [`${right} heading-level="9"`, right, '去掉 heading-level="9"，按默认 2。'],
    [`${right} heading-level="4" code="x"`, `${right} heading-level="4"`, '去掉 code="x"。'],
    [
      `${right} as-of="2026-01-01"`,
      `as-of="2026-01-01T00:00:00+08:00" ${right}`,
      '改为 as-of="2026-01-01T00:00:00+08:00"。',
    ],
    [`${right} asof="2025年7月1日"`, `as-of="2025-07-01T00:00:00+08:00" ${right}`, 'asof 改为 as-of。'],
    ['organization="县财政局" year="二〇二四年"', right, 'year="二〇二四年" 改为 year="2024"。'],
    ['organization="县财证局" year="2024"', right, 'organization="县财证局" 改为 organization="县财政局"。'],
    ['organization="ÏØ²ÆÕþ¾Ö" year="2024"', right, '改为 organization="县财政局"。'],
    ['org="县财政局" year="2024"', right, 'org 改为 organization。'],
    [`${right} views="all" foo="1"`, right, '去掉 views="all"。'],
  ])('%s', async (given, expected, change) => {
    const { parts } = await report(tag(given));
    expect(parts).toHaveLength(1);
    expect(parts[0]?.codes[0]).toContain(`<gk-budget ${expected}>`);
    expect(parts[0]?.said.join('')).toContain(change);
    expect(parts[0]?.codes).toHaveLength(5);
  });

  test('has the greatest number there is for a greater one, none for what is no number, and the form of the page first', async () => {
    const { parts } = await report(
      `${loader}<div data-gk="documents?page-size=500">x</div><div data-gk="documents?page-size=many">x</div>`,
    );
    expect(parts[0]?.codes[0]).toMatch(/^<div data-gk="documents\?page-size=20">/);
    expect(parts[0]?.said).toEqual(['page-size="500" 改为 page-size="20"。']);
    expect(parts[1]?.codes[0]).toMatch(/^<div data-gk="documents">/);
    expect(parts[1]?.said).toEqual(['去掉 page-size="many"，按默认 10。']);
  });

  test.each([
    ['year="2024"', '写上 organization（'],
    ['organization="县财政局" year="昨天" theme="blue"', '把 year="昨天" 改对'],
    ['organization="县财政局" year="2024" as-of="昨天"', '把 as-of="昨天" 改对'],
    ['organization="县财政局" year="2024" as-of="2199-01-01"', '把 as-of="2199-01-01T00:00:00+08:00" 改对'],
    ['organization="一二三四五六七" year="2024"', '把 organization="一二三四五六七" 改对'],
    ['organization="\ufffd\ufffd\ufffd" year="2024"', '改对'],
  ])('is none while something has to be filled in: %s', async (given, said) => {
    const { section, parts } = await report(tag(given));
    expect(section).not.toMatch(/改好的代码 <|<code>/);
    expect(section).toContain('To fill in first');
    expect(parts[0]?.said[0]).toContain(said);
  });

  test('is given for each panel that has a problem, with its place', async () => {
    const source = `${loader}\n<gk-budget ${right}/><gk-documents year="2023"/>\n${element}\n<gk-latest first="abc">x</gk-latest>`;
    const { section, parts } = await report(source);
    expect(parts.map(({ place }) => place)).toEqual([
      '第 1 处 gk-budget，第 2 行',
      '第 2 处 gk-documents，第 2 行',
      '第 4 处 gk-latest，第 4 行',
    ]);
    expect(parts[1]?.codes[0]).toMatch(/^<gk-documents year="2023">[\s\S]*<\/gk-documents>/);
    expect(section.match(/标签不能自己结束/g)).toHaveLength(2);
  });

  test('is the script alone where only that is wrong, and says which panels were not asked', async () => {
    const { parts } = await report(element);
    expect(parts.map(({ place, codes }) => [place, codes.length])).toEqual([['加载脚本', 1]]);
    const many = await report(loader + '<gk-budget/>'.repeat(22));
    expect(many.parts).toHaveLength(20);
    expect(many.section).toContain('另有 2 处没有问');
  });

  test('writes the platform as a page may load it: by https where the page is', () => {
    const own = 'http://gk.example.gov.cn';
    const on = (address: string) => examine({ source: element, address, policies: [] }, own);
    expect(on('https://jyj.example.gov.cn/a')).toMatchObject({ baseUrl, loader });
    expect(on('http://jyj.example.gov.cn/a')).toMatchObject({
      baseUrl: own,
      loader: loader.replace('https:', 'http:'),
    });
  });

  test('is not needed for a year of which nothing is public, which is told', async () => {
    const { section, parts } = await report(tag('organization="县财政局" year="2031"'));
    expect(section).toContain('若是年份写错');
    expect(section).toMatch(/gk-budget 现在显示：.*2031/);
    expect(parts).toEqual([]);
  });

  test('compares a digest with that of the script that is served', async () => {
    const pin = /<script[^>]*integrity[^>]*><\/script>/.exec(
      plain((await platform.get('/embed', { accept: 'text/html' })).body),
    )?.[0];
    const { section } = await report(`${pin}${element}`);
    expect(section).toContain('没有发现问题');
    const { section: wrong, parts } = await report(`${pin?.replace(/sha384-..../, 'sha384-AAAA')}${element}`);
    expect(wrong).toContain('浏览器不运行它');
    // Who had pinned it is given it pinned.
    expect(parts[0]?.codes).toEqual([pin]);
  });
});
