import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOut } from '../../api/disclosures/regulatory-document/layout.ts';
import { splitLines } from '../../api/disclosures/regulatory-document/lines.ts';
import { readRegulatoryDocument } from '../../api/disclosures/regulatory-document/read.ts';

// Pieces that steer the reader into every branch, in any order, with arbitrary characters between them.
const piece = fc.oneof(
  fc.constantFrom(
    '桓台县人民政府办公室',
    '关于印发《示例办法》的通知',
    '关于做好示例工作的通知',
    '桓政办字〔2021〕29 号',
    '各镇人民政府：',
    '2021年3月1日',
    '（此件公开发布）',
    '示例办法',
    '一、要求',
    '（一）甲事。做好甲事。',
    '第一条　为了做好工作，',
    '（责任单位：县财政局，各镇〔街道〕）',
    '抄送：县委各部门。',
    '2021年3月2日印发',
    '根据《示例办法》（桓政发〔2020〕1号）',
    '同时废止。',
    '《〈〔（',
    '》〉〕）',
    '附件',
    '\n',
    '\n\n',
    '\r\n',
    '\f',
    '\u3000\u3000',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('whatever the text', () => {
  test('reading it ends in a draft, each article has its own address and each relation one target', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { content, findings } = readRegulatoryDocument({ name: 'any.txt', text: source });
        const paths = content.articles.map(({ path }) => path);
        expect(new Set(paths).size).toBe(paths.length);
        const targets = content.relations.map(({ targetKey }) => targetKey);
        expect(new Set(targets).size).toBe(targets.length);
        for (const { parent } of content.articles)
          expect(parent === null || content.articles[parent]?.level === 'PART').toBe(true);
        for (const { row, column } of findings)
          expect(row === undefined || (row > 0 && Number(column ?? 1) > 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('every character but white space is in one part of the layout, in its place', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { body, instrument, number, registration, formed, annotation, ...groups } = layOut(splitLines(source));
        const single = [number, registration, formed, annotation].filter((line) => line !== null);
        const inner = [...body, ...instrument].flatMap(({ lines }) => lines);
        const lines = [...Object.values(groups).flat(), ...single, ...inner].sort((a, b) => a.row - b.row);
        expect(
          lines
            .map((line) => line.text)
            .join('')
            .replace(/\s/gu, ''),
        ).toBe(source.replace(/\s/gu, ''));
      }),
      { numRuns: 1000 },
    );
  });
});
