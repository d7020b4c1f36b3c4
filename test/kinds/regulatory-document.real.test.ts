import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../api/disclosures/regulatory-document/layout.ts';
import { splitLines } from '../../api/disclosures/regulatory-document/lines.ts';
import { readRegulatoryDocument } from '../../api/disclosures/regulatory-document/read.ts';
import { decodeText } from '../../api/reading/text.ts';

// 桓政办字〔2021〕29号 itself stays outside the project; where its path is not given, an example of the same form stands in.
const given = process.env['GONGKAI_REAL_INPUT'];
const path = given || new URL('../../examples/documents/library-work-points-2024.txt', import.meta.url);
const decoded = decodeText(readFileSync(path));
const source = decoded.ok ? decoded.text : '';
const { metadata, content, findings } = readRegulatoryDocument({ name: 'work-points.txt', text: source });
const bare = (text: string): string => text.replace(/\s/gu, '');
const points = content.articles.filter(({ level }) => level === 'POINT');
const count = (rule: string): number => findings.filter((finding) => finding.rule === rule).length;

/** What is known of the document that was read: exact where it is the real one. */
const expected = given
  ? { parts: 5, points: 26, paragraphs: 2, number: '桓政办字〔2021〕29号', formedOn: '2021-07-15', breaks: 11 }
  : { parts: 3, points: 5, paragraphs: 1, number: '桓文旅字〔2024〕903号', formedOn: '2024-02-26', breaks: 1 };

describe('annual work points', () => {
  test('number, dates and attribute are read', () => {
    expect(content.number?.text).toBe(expected.number);
    expect(metadata).toMatchObject({
      formedOn: expected.formedOn,
      printedOn: expected.formedOn,
      attribute: 'PROACTIVE',
      effectiveFrom: null,
      effectiveTo: null,
    });
    expect(content).toMatchObject({
      genre: 'NOTICE',
      annotation: '（此件公开发布）',
      instrument: { genre: 'WORK_POINTS' },
    });
  });

  test('every part and point is there, in order, and every point names who is responsible', () => {
    const levels = content.articles.map(({ level }) => level);
    expect(levels.filter((level) => level === 'PART')).toHaveLength(expected.parts);
    expect(levels.filter((level) => level === 'PARAGRAPH')).toHaveLength(expected.paragraphs);
    expect(points.map(({ number }) => number)).toEqual(Array.from({ length: expected.points }, (_, at) => at + 1));
    expect(points.map((point) => point.path)).toEqual(points.map(({ number }) => String(number)));
    expect(points.filter(({ responsibilities }) => responsibilities.length === 0)).toEqual([]);
    expect(points.filter(({ heading }) => heading === null)).toEqual([]);
    for (const { parent } of points) expect(content.articles[parent ?? -1]?.level).toBe('PART');
  });

  test('the text of the articles is the source, line breaks apart', () => {
    const whole = content.articles.map(({ marker, text }) => marker + text).join('');
    const from = bare(source).indexOf(bare(whole.slice(0, 30)));
    expect(from).toBeGreaterThan(0);
    expect(bare(source).slice(from, from + bare(whole).length)).toBe(bare(whole));
    expect(bare(source).slice(from + bare(whole).length)).toMatch(/^抄送：/);
    for (const { text } of points) expect(source).toContain(text.split('\n')[0]?.slice(0, 25));
  });

  test('no character of the document is lost or moved', () => {
    const { body, instrument, number, registration, formed, annotation, ...groups } = layOut(splitLines(source));
    const single = [number, registration, formed, annotation].filter((line) => line !== null);
    const inner = [...body, ...instrument].flatMap(({ lines }) => lines);
    const lines = [...Object.values(groups).flat(), ...single, ...inner].sort((a, b) => a.row - b.row);
    expect(bare(lines.map(({ text }) => text).join(''))).toBe(bare(source));
  });

  test('every break inside a sentence is healed and reported, and nothing keeps it from being published', () => {
    expect(count('hard-line-break')).toBe(expected.breaks);
    expect(findings.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
    for (const { text } of content.articles.filter(({ level }) => level !== 'PART')) {
      for (const line of text.split('\n')) expect(line).toMatch(/[。）〕]$/u);
    }
  });

  test('the facts of 桓政办字〔2021〕29号, where it was given', () => {
    const relations = content.relations.map(({ type, targetKey }) => `${type} ${targetKey}`);
    if (!given) {
      expect(relations).toEqual(['BASED_ON 桓政办发〔2023〕901号']);
      return;
    }
    expect(metadata.title).toBe('桓台县人民政府办公室关于印发2021年桓台县政务公开工作要点的通知');
    expect(metadata).toMatchObject({ publisher: '桓台县人民政府办公室', topic: '02', subtopic: '02-01' });
    expect(content.numberWritten).toBe('桓政办字〔2021〕29 号');
    expect(content.titleKey).toBe('2021年桓台县政务公开工作要点');
    expect(content.addressees).toBe('各镇人民政府，城区街道办事处，县政府各部门，各有关单位');
    expect(content.copiedTo).toEqual([
      '县委各部门',
      '人大常委会办公室',
      '县政协办公室',
      '县监委',
      '县法院',
      '县检察院',
    ]);
    expect(relations).toEqual([
      'IMPLEMENTS 政府信息公开条例',
      'IMPLEMENTS 国办发〔2020〕50号',
      'BASED_ON 桓台县人民政府办公室关于对2021年县政府工作报告确定任务进行分解落实的通知',
      'CITES 2021年县政府工作报告',
      'BASED_ON 桓政办字〔2021〕14号',
      'CITES 建设高标准市场体系行动方案',
      'BASED_ON 淄政发〔2021〕5号',
      'BASED_ON 淄政办发明电〔2021〕9号',
      'BASED_ON 桓政办字〔2017〕59号',
      'BASED_ON 国家、省、市重大行政决策程序规定',
    ]);
    expect(content.relations.filter(({ targetNumber, targetTitle }) => targetNumber && !targetTitle)).toEqual([]);
  });

  test('who is responsible for what in 桓政办字〔2021〕29号, where it was given', () => {
    const names = (number: number): readonly string[] => points[number - 1]?.responsibilities ?? [];
    if (!given) {
      expect(names(3)).toEqual(['县图书馆', '局属有关单位', '各镇（街道）综合文化站']);
      return;
    }
    expect(names(4)).toEqual(['县行政审批服务局', '县政府有关部门单位', '各镇（街道）']);
    expect(names(6)).toHaveLength(7);
    expect(names(8)).toHaveLength(9);
    expect(names(10).slice(3)).toEqual(['县市场监督管理局', '县政府部门单位', '各镇〔街道〕']);
    expect(names(11)[1]).toBe('县委统筹疫情防控和经济运行工作领导小组（指挥部）办公室');
    expect(names(12)).toEqual(['县应急局', '县政府有关部门单位', '各镇（街道）']);
    expect(names(14)).toEqual(['县政府各部门单位', '各镇（街道）']);
  });

  test('every slip of 桓政办字〔2021〕29号 is reported, where it was given', () => {
    if (!given) {
      expect(findings.map(({ rule }) => rule)).toEqual(['hard-line-break']);
      return;
    }
    const rows = (rule: string): (number | undefined)[] =>
      findings.filter((finding) => finding.rule === rule).map(({ row }) => row);
    expect(rows('hard-line-break')).toEqual([20, 28, 34, 44, 52, 56, 68, 76, 86, 96, 106]);
    expect(rows('traditional-character')).toEqual([30, 30, 32, 32, 78, 78, 82, 84, 84, 106]);
    expect(rows('mixed-brackets')).toEqual([54, 72, 74]);
    expect(rows('doubled-character')).toEqual([62]);
    expect(rows('suspected-wrong-word')).toEqual([104]);
    expect(rows('suspected-wrong-term')).toEqual([60]);
    expect(rows('number-with-space')).toEqual([6]);
    expect(rows('vague-deadline')).toEqual([38, 100]);
    expect(rows('generic-responsibility')).toEqual([96]);
    expect(findings).toHaveLength(31);
  });
});
