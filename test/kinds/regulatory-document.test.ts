import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../api/disclosures/regulatory-document/layout.ts';
import { healParagraphs, splitLines } from '../../api/disclosures/regulatory-document/lines.ts';
import { readRegulatoryDocument } from '../../api/disclosures/regulatory-document/read.ts';
import { splitNames } from '../../api/disclosures/regulatory-document/responsibility.ts';
import { titleKey } from '../../api/disclosures/regulatory-document/title.ts';
import { decodeText } from '../../api/reading/text.ts';

const folder = new URL('../../examples/documents/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

function textOf(name: string): string {
  const decoded = decodeText(readFileSync(new URL(name, folder)));
  if (!decoded.ok) throw new Error(`${name} is not readable`);
  return decoded.text;
}
const readExample = (name: string) => readRegulatoryDocument({ name, text: textOf(name) });

/** A document in official form around the given instrument, with each part open to change. */
function official(parts: {
  title?: string;
  number?: string;
  body?: string;
  date?: string;
  annotation?: string;
  tail?: string;
}) {
  const title = parts.title ?? '桓台县人民政府办公室关于做好示例工作的通知';
  const text = [
    title,
    parts.number ?? '桓政办字〔2021〕901号',
    '',
    '各镇人民政府，县政府各部门：',
    '',
    parts.body ?? '请认真做好示例工作。',
    '',
    '桓台县人民政府办公室',
    parts.date ?? '2021年3月1日',
    '',
    parts.annotation ?? '（此件公开发布）',
    '',
    parts.tail ?? '桓台县人民政府办公室 2021年3月1日印发',
  ].join('\n');
  return readRegulatoryDocument({ name: 'official.txt', text });
}
const rules = (draft: { findings: readonly { rule: string }[] }): string[] => draft.findings.map(({ rule }) => rule);

describe.each(files)('the example %s', (name) => {
  test('reads without an error', () => {
    const draft = readExample(name);
    expect(draft.findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    expect(draft.metadata.title).toContain('示例');
    expect(draft.metadata.publisher).toMatch(/^桓台县/);
    expect(draft.metadata.formedOn).not.toBeNull();
    expect(draft.metadata.attribute).toBe('PROACTIVE');
    expect(draft.content.articles.length).toBeGreaterThan(3);
    expect(draft.content.relations.length).toBeGreaterThan(0);
  });

  test('gives every article an address of its own', () => {
    const paths = readExample(name).content.articles.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('a notice and the instrument it carries', () => {
  const { metadata, content } = readExample('parking-measures-2023.txt');

  test('are told apart', () => {
    expect(metadata.title).toBe('桓台县人民政府办公室关于印发桓台县公共停车泊位信息公开办法（示例）的通知');
    expect(content.genre).toBe('NOTICE');
    expect(content.instrument).toEqual({ title: '桓台县公共停车泊位信息公开办法（示例）', genre: 'MEASURES' });
  });

  test('its number, registration, addressees and copies are read', () => {
    expect(content.number).toMatchObject({ issuerCode: '桓政办发', year: 2023, sequence: 901 });
    expect(content.registration).toBe('HTDR-2023-0020901');
    expect(content.addressees).toBe('各镇人民政府，各街道办事处，县政府各部门，各有关单位');
    expect(content.copiedTo).toEqual(['县委各部门', '县人大常委会办公室', '县政协办公室']);
  });

  test('its validity is read from its last article', () => {
    expect(metadata).toMatchObject({ effectiveFrom: '2023-05-01', effectiveTo: '2028-04-30' });
  });

  test('chapters are parts, and an article keeps its items and paragraphs', () => {
    const { articles } = content;
    expect(articles.filter(({ level }) => level === 'PART').map(({ marker }) => marker)).toEqual([
      '第一章',
      '第二章',
      '第三章',
      '第四章',
    ]);
    expect(articles.filter(({ level }) => level === 'ARTICLE').map(({ path }) => path)).toEqual([...'12345678']);
    expect(articles.find(({ path }) => path === '4')?.text.split('\n')).toHaveLength(5);
    expect(articles.find(({ path }) => path === '6')?.text).toContain('\n县市场监督管理局依法');
  });
});

describe('relations', () => {
  const relations = (name: string) =>
    readExample(name).content.relations.map(({ type, targetKey }) => `${type} ${targetKey}`);

  test('an interpretation points to what it interprets, by number where the text gives it', () => {
    expect(relations('parking-measures-interpretation.txt')).toEqual(['INTERPRETS 桓政办发〔2023〕901号']);
  });

  test('a document that repeals its own namesake supersedes it', () => {
    expect(relations('parking-measures-2025.txt')).toContain('SUPERSEDES 桓政办发〔2023〕901号');
  });

  test('every item of a list is repealed, and what is amended is amended', () => {
    expect(relations('repeal-decision-2024.txt')).toEqual([
      'BASED_ON 桓台县文件清理工作方案(示例)',
      'REPEALS 桓政发〔2016〕902号',
      'REPEALS 桓政办发〔2017〕905号',
      'AMENDS 桓政发〔2019〕907号',
    ]);
  });

  const inBody = (body: string) =>
    official({ body }).content.relations.map(({ type, targetKey }) => `${type} ${targetKey}`);
  test.each([
    ['根据《档案法》，制定本通知。', ['BASED_ON 档案法']],
    [
      '根据《示例甲办法》《示例乙规定》和《示例丙条例》，制定本通知。',
      ['BASED_ON 示例甲办法', 'BASED_ON 示例乙规定', 'BASED_ON 示例丙条例'],
    ],
    ['认真贯彻落实《示例甲办法》要求。', ['IMPLEMENTS 示例甲办法']],
    ['现将省政府《示例甲方案》抄录于后。', ['CITES 示例甲方案']],
    ['现转发市政府《示例甲方案》。', ['FORWARDS 示例甲方案']],
    ['自发布之日起，《示例甲办法》同时废止。', ['REPEALS 示例甲办法']],
    ['根据《示例甲办法》，原《示例乙办法》同时废止。', ['BASED_ON 示例甲办法', 'REPEALS 示例乙办法']],
    ['按照《示例甲办法》执行。认真落实《示例甲办法》。', ['IMPLEMENTS 示例甲办法']],
    ['《示例甲办法》（桓政发〔2016〕902号）好。见《示例甲办法》。', ['CITES 桓政发〔2016〕902号']],
    ['按照国家、省、市重大行政决策程序规定，公开有关信息。', ['BASED_ON 国家、省、市重大行政决策程序规定']],
    ['公开建设高标准市场体系行动方案的落实举措。', ['CITES 建设高标准市场体系行动方案']],
    [
      '根据桓台县人民政府办公室关于做好示例试点工作的通知分工，抓好落实。',
      ['BASED_ON 桓台县人民政府办公室关于做好示例试点工作的通知'],
    ],
    ['按照有关规定办理，按照国家法律法规规定执行。', []],
    ['阅读《人民日报》，填写《申请表》。', []],
    ['见桓政办字〔2021〕901号。', []],
  ])('%s', (body, expected) => {
    expect(inBody(body)).toEqual(expected);
  });

  test('a relation states the article that makes it', () => {
    const { articles, relations: rows } = readExample('repeal-decision-2024.txt').content;
    const repeal = rows.find(({ targetKey }) => targetKey === '桓政发〔2016〕902号');
    expect(articles[repeal?.article ?? -1]?.marker).toBe('一、');
  });

  test.each([
    ['《桓台县示例办法》', '桓台县示例办法'],
    ['桓台县人民政府办公室关于印发《桓台县示例办法》的通知', '桓台县示例办法'],
    ['国务院办公厅关于印发〈公共企事业单位信息公开规定制定办法〉的通知', '公共企事业单位信息公开规定制定办法'],
    ['桓台县人民政府办公室关于印发 2021 年桓臺縣示例要点的通知', '2021年桓台县示例要点'],
    ['桓台县教育局转发《示例方案》的通知', '桓台县教育局转发示例方案的通知'],
  ])('%s is found as %s', (title, key) => {
    expect(titleKey(title)).toBe(key);
  });
});

describe('responsible organs', () => {
  test.each([
    ['县政府各部门单位，各镇（街道）', ['县政府各部门单位', '各镇（街道）']],
    ['县行政审批服务局等县政府有关部门单位，各镇（街道）', ['县行政审批服务局', '县政府有关部门单位', '各镇（街道）']],
    ['县应急局及县政府有关部门单位', ['县应急局', '县政府有关部门单位']],
    ['县教育和体育局、县发展和改革委员会', ['县教育和体育局', '县发展和改革委员会']],
    ['县委统筹领导小组（指挥部）办公室等相关部门单位', ['县委统筹领导小组（指挥部）办公室', '相关部门单位']],
    ['县财政局，各镇〔街道〕', ['县财政局', '各镇〔街道〕']],
    ['县民政局、县财政局等按职责分工负责', ['县民政局', '县财政局']],
    ['县财政局；配合单位：县审计局。', ['县财政局', '县审计局']],
    ['', []],
  ])('%s', (list, names) => {
    expect(splitNames(list)).toEqual(names);
  });

  test('a list on a line of its own, in whatever brackets, belongs to the point above', () => {
    const body = '一、工作\n（一）甲。做好甲。\n\n〔责任单位：县财政局，各镇（街道）〕\n\n另一段与甲无关。';
    const { articles } = official({ body }).content;
    expect(articles.map(({ path }) => path)).toEqual(['part-1', '1', 'p1']);
    expect(articles[1]?.responsibilities).toEqual(['县财政局', '各镇（街道）']);
    expect(articles[1]?.text).toBe('甲。做好甲。\n〔责任单位：县财政局，各镇（街道）〕');
  });
});

describe('points', () => {
  test('numbered anew in each part, they are addressed by part and number', () => {
    const body = '一、甲\n（一）子。丑。\n（二）寅。卯。\n二、乙\n（一）辰。巳。';
    const draft = official({ body });
    expect(draft.content.articles.map(({ path }) => path)).toEqual(['part-1', '1.1', '1.2', 'part-2', '2.1']);
    expect(rules(draft)).not.toContain('point-out-of-sequence');
  });

  test('a number given twice keeps two addresses', () => {
    const draft = official({ body: '（一）甲乙。丙丁。\n（一）戊己。庚辛。' });
    expect(draft.content.articles.map(({ path }) => path)).toEqual(['1', '1-2']);
    expect(rules(draft)).toContain('duplicate-point');
  });
});

describe('broken lines are healed', () => {
  const heal = (text: string): string[] => healParagraphs(splitLines(text)).map((paragraph) => paragraph.text);

  test.each([
    [
      'a sentence cut by a blank line',
      '同时加大对各部门的指导督导力度，切实抓好各\n\n单位的工作。',
      ['同时加大对各部门的指导督导力度，切实抓好各单位的工作。'],
    ],
    ['a cut behind a comma', '加强领导，\n\n落实责任。', ['加强领导，落实责任。']],
    [
      'a cut behind brackets inside a sentence',
      '有关信息由县委统筹疫情防控工作领导小组（指挥部）\n\n依据授权发布。',
      ['有关信息由县委统筹疫情防控工作领导小组（指挥部）依据授权发布。'],
    ],
    [
      'a cut inside a responsibility list',
      '做好工作。（责任单位：县财\n\n政局）\n\n其他。',
      ['做好工作。（责任单位：县财政局）', '其他。'],
    ],
    ['whole paragraphs', '第一句。\n\n第二句。', ['第一句。', '第二句。']],
    ['a heading above a paragraph', '一、总体要求\n\n以人民为中心。', ['一、总体要求', '以人民为中心。']],
    ['a loose heading', '总体要求\n\n以人民为中心，做好工作。', ['总体要求', '以人民为中心，做好工作。']],
    [
      'a numeral in a sentence that is no marker',
      '充分发挥职能部门优势，大力推进第\n\n一、二、三产业融合发展。',
      ['充分发挥职能部门优势，大力推进第一、二、三产业融合发展。'],
    ],
    ['a quotation that ends a paragraph', '他说：“好。”\n\n大家同意。', ['他说：“好。”', '大家同意。']],
    ['English words', 'open\ndata', ['open data']],
    ['Windows line ends', '加强\r\n领导。\r\n', ['加强领导。']],
  ])('%s', (_name, text, expected) => {
    expect(heal(text)).toEqual(expected);
  });

  test('a file wrapped at a fixed width is read as its paragraphs', () => {
    const { articles } = readExample('parking-measures-2025.txt').content;
    expect(articles).toHaveLength(6);
    expect(articles[3]?.text).toBe('信息发生变化的，管理单位应当自变化之日起三个工作日内更新。');
  });

  test.each(files)('no character of %s is lost or moved', (name) => {
    const text = textOf(name);
    const layout = layOut(splitLines(text));
    const { body, instrument, number, registration, formed, annotation, ...groups } = layout;
    const paragraphs = [...body, ...instrument].flatMap((paragraph) => {
      const joined = paragraph.lines.map((line) => line.text).join('');
      expect(paragraph.text.replace(/\s/gu, '')).toBe(joined.replace(/\s/gu, ''));
      return paragraph.lines;
    });
    const single = [number, registration, formed, annotation].filter((line) => line !== null);
    const lines = [...Object.values(groups).flat(), ...single, ...paragraphs].sort((a, b) => a.row - b.row);
    const read = lines.map((line) => line.text).join('');
    expect(read.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
  });
});
