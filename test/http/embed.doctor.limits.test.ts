import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cspFindings } from '../../api/http/embed/doctor/content-policy.ts';
import { examine } from '../../api/http/embed/doctor/examine.ts';
import { unquoted } from '../../api/http/embed/doctor/unquoted.ts';
import { sampleCounty } from '../support/county.ts';
import { databases, type TestDatabase } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

const baseUrl = 'https://gk.example.gov.cn';
const loader = `<script src="${baseUrl}/widgets/loader.js" async></script>`;
const many = (count: number, each: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => each(at)).join('');
const examined = (source: string) => examine({ source, address: null, policies: [] }, baseUrl);

/** The reader of tags compares each attribute of a tag with all before it. */
const endless = (count: number): string => `<gk-latest ${many(count, (at) => ` ${at.toString(36)}`)}>x</gk-latest>`;

describe('what is said of a page', () => {
  test('is the same when it comes from another thread', () => {
    const examination = examined(
      `${loader}<gk-budget pagesize="5" theme="blue"/><div data-gk="latest" first="3">x</div>`,
    );
    expect(structuredClone(examination)).toEqual(examination);
    expect(examination.meant.map(({ isWrong }) => isWrong)).toEqual([true, true]);
  });

  test('names twenty unknown attributes of a panel, and how many more there are', () => {
    const attributes = many(70, (at) => ` zz${'y'.repeat(100)}${at}="${'v'.repeat(1_000)}"`);
    const { findings, meant } = examined(`${loader}<gk-latest${attributes}>x</gk-latest>`);
    expect(findings).toHaveLength(21);
    expect(findings.at(-1)?.message).toEqual({
      zh: 'gk-latest 另有 50 个属性也没有。',
      en: '50 more attributes of gk-latest are not known.',
    });
    expect(meant[0]).toMatchObject({ moreMisspelt: 50 });
    expect(JSON.stringify([findings[0]?.message, meant[0]?.misspelt]).length).toBeLessThan(5_000);
  });

  test('repeats no policy that is long, and says what to add to it', () => {
    const sources = many(100, (at) => `https://cdn${at}.example.com `);
    const [finding] = cspFindings([`script-src ${sources}`], ['element'], baseUrl, null);
    expect(finding?.message.zh.length).toBeLessThan(420);
    expect(finding?.remedy).toEqual({
      zh: `在 script-src 这一条的末尾加上：${baseUrl}`,
      en: `Add at the end of the directive script-src: ${baseUrl}`,
    });
    const [short] = cspFindings([`script-src https://cdn.example.com`], ['element'], baseUrl, null);
    expect(short?.remedy?.en).toBe(`Write this directive as: script-src https://cdn.example.com ${baseUrl}`);
  });

  test('takes quotes from both ends of a value, however many, and none from within', () => {
    expect(unquoted('“县财政局”')).toBe('县财政局');
    expect(unquoted('a"b')).toBe('a"b');
    expect(unquoted('"”“')).toBe('');
    const within = `x${'"'.repeat(400_000)}x`;
    const began = performance.now();
    expect(unquoted(within)).toBe(within);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('a page made to be slow', () => {
  let platform: TestServer;
  let site: Server;
  let host: string;
  beforeAll(async () => {
    // Twice what may be pasted: four times as long to be read.
    site = createServer((_, response) => void response.end(endless(400_000)));
    await new Promise<void>((resolve) => void site.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
    const store = await sampleCounty(databases[0] as TestDatabase, 120);
    platform = await openServer(store, { url: baseUrl, embedHosts: [host] });
    // What is read and compiled once is not measured.
    await post(pasted('<gk-latest>x</gk-latest>'));
  }, 120_000);
  afterAll(async () => {
    site.close();
    await platform.close();
  });

  const post = (payload: string, remoteAddress = '192.0.2.1') =>
    platform.server.inject({
      method: 'POST',
      url: '/embed/doctor',
      remoteAddress,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    });
  const pasted = (source: string): string => new URLSearchParams({ source }).toString();

  /** The longest time in which nothing else was done while something was waited for (ms). */
  async function longestPause<Result>(work: Promise<Result>): Promise<{ result: Result; pause: number }> {
    let [last, pause] = [performance.now(), 0];
    const look = () => {
      const now = performance.now();
      pause = Math.max(pause, now - last);
      last = now;
    };
    const watch = setInterval(look, 20);
    const result = await work.finally(() => clearInterval(watch));
    look();
    return { result, pause };
  }

  const words = '县财政局预算公开'.repeat(60);
  const slow: readonly (readonly [string, string])[] = [
    ['quotes in a value', pasted(`${loader}<gk-budget organization='x${'"'.repeat(300_000)}x'>x</gk-budget>`)],
    ['curly quotes', pasted(`${loader}<gk-budget organization=“${'“'.repeat(300_000)}x>x</gk-budget>`)],
    ['a loader of many words', pasted(`<gk-latest>x</gk-latest><script src="${'loader-'.repeat(140_000)}"></script>`)],
    ['attributes without end', pasted(endless(200_000))],
    [
      'panels of unknown attributes',
      pasted(many(20, () => `<gk-latest ${many(3_000, (at) => ` zzzzzzz${at}="v"`)}>x</gk-latest>`)),
    ],
    ['panels', pasted('<gk-budget>'.repeat(90_000))],
    ['tags', pasted('<a>'.repeat(340_000))],
    ['ends', pasted(`${many(60_000, (at) => `<x${at % 9}>`)}${'</p></x8>'.repeat(60_000)}`)],
    ['comments', pasted('<!--<gk-x><gk-y>-->'.repeat(50_000))],
    ['code shown as text', pasted('&lt;script loader.'.repeat(55_000))],
    [
      'policies',
      pasted(
        `${'<meta http-equiv=content-security-policy content="script-src a.b">'.repeat(12_000)}<gk-latest>x</gk-latest>`,
      ),
    ],
    [
      'one long policy',
      pasted(
        `<meta http-equiv=content-security-policy content="script-src ${'a.b '.repeat(240_000)}"><gk-latest>x</gk-latest>`,
      ),
    ],
    [
      'a value of every panel that is long',
      pasted(many(25, () => `<gk-documents theme=blue search="${words}">x</gk-documents>`)),
    ],
    ['a value that is too long', pasted(many(25, () => `<gk-documents search="${words.repeat(20)}">x</gk-documents>`))],
    ['a name that is long', pasted(`<gk-${'b'.repeat(900_000)}>x`)],
    ['fields', `source=x${'&a'.repeat(1_000_000)}`],
    ['a policy of the field', `source=x&policy=${'a'.repeat(2_000_000)}`],
    ['an address', `address=${'a'.repeat(2_000_000)}`],
  ];

  test.each(slow)('%s', async (_, payload) => {
    const { result, pause } = await longestPause(post(payload));
    expect([200, 400]).toContain(result.statusCode);
    expect(pause).toBeLessThan(5_000);
    expect(Buffer.byteLength(result.body)).toBeLessThan(500_000);
  });

  test('is refused after eight seconds, and leaves room meanwhile for who asks from elsewhere', async () => {
    let done = 0;
    const attack = [1, 2].map(async () => {
      const refused = await post(new URLSearchParams({ address: `http://${host}/` }).toString());
      done += 1;
      return refused;
    });
    const other = await post(pasted('<gk-latest>x</gk-latest>'), '198.51.100.7');
    expect(other.statusCode).toBe(200);
    expect((await platform.get('/w/latest.json')).status).toBe(200);
    // Of one address one page is examined at a time.
    expect(done).toBeLessThan(2);
    for (const { statusCode, body } of await Promise.all(attack)) {
      expect(statusCode).toBe(400);
      expect(body).toContain('页面在 8 秒内没有检查完；请只粘贴面板前后的一段。');
      expect(body).toContain('could not be examined within 8 seconds; paste only the part around the panel.');
    }
  });

  test('is written back only where it is short', async () => {
    const short = await post(pasted('<gk-latest>“短”</gk-latest>'));
    expect(short.body).toMatch(/<textarea[^>]*>[^<]*“短”/);
    expect(short.body).not.toContain('没有写回这里');
    const long = await post(pasted(`<p>${'长'.repeat(60_000)}</p>`));
    expect(long.body).toMatch(/176 KB，没有写回这里.*too long to be written back[\s\S]*<textarea[^>]*><\/textarea>/);
  });
});
