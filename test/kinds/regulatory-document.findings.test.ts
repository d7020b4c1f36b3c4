import { describe, expect, test } from 'vitest';
import { readRegulatoryDocument } from '../../api/disclosures/regulatory-document/read.ts';

const TITLE = '桓台县人民政府办公室关于做好示例工作的通知';
const NUMBER = '桓政办字〔2021〕901号';
const SIGNED = '桓台县人民政府办公室\n2021年3月1日';
const OPEN = '（此件公开发布）';
const PRINTED = '桓台县人民政府办公室\n2021年3月2日印发';
const document = (
  body: string,
  head = `${TITLE}\n${NUMBER}`,
  signed = SIGNED,
  open = OPEN,
  printed = PRINTED,
): string => [head, '县政府各部门：', body, signed, open, printed].filter((part) => part !== '').join('\n\n');

const read = (text: string) => readRegulatoryDocument({ name: 'test.txt', text });
const found = (text: string, rule: string) => read(text).findings.filter((finding) => finding.rule === rule);
const sound = '请认真做好示例工作。';

const generic = '（责任单位：县政府各部门单位，各镇（街道））';
const points = (act: string, list: string): string =>
  `一、要求\n\n（一）甲事。做好甲事。${generic}\n\n（二）乙事。${act}${generic}\n\n（三）丙事。做好丙事。${list}`;

/** rule, severity, a text that breaks it, a text that keeps it, and where the breach stands. */
const RULES: readonly (readonly [string, string, string, string, (number | undefined)?, string?])[] = [
  ['hard-line-break', 'NOTICE', document('请各镇、各部门按照分工，认真做好示\n\n例工作。'), document(sound), 6, '18'],
  ['traditional-character', 'WARNING', document('请各部門做好工作。'), document('乾隆年间著作。'), 6, '4'],
  [
    'mixed-brackets',
    'WARNING',
    document('做好工作。〔责任单位：县财政局〕'),
    document('按桓政发〔2020〕1号做好工作。（责任单位：县财政局）'),
    6,
    '6',
  ],
  ['doubled-character', 'WARNING', document('做好各各类工作。'), document('各类工作人人参与，的的确确。'), 6, '3'],
  [
    'suspected-wrong-word',
    'WARNING',
    document('打造具有柜台特色的品牌。'),
    document('打造具有桓台特色、具有地方特色的品牌。'),
    6,
    '5',
  ],
  [
    'suspected-wrong-term',
    'WARNING',
    document('公布自然资源和安全生产突发公共事件预案。'),
    document('公布自然灾害突发公共事件预案，保护自然资源和环境。'),
    6,
    '3',
  ],
  ['number-with-space', 'NOTICE', document(sound, `${TITLE}\n桓政办字〔2021〕901 号`), document(sound), 2, '1'],
  [
    'number-with-space',
    'NOTICE',
    document('按桓政发〔2020〕1 号执行。'),
    document('按桓政发〔2020〕1号执行。'),
    6,
    '2',
  ],
  ['non-canonical-number', 'WARNING', document(sound, `${TITLE}\n桓政办字[2021]901号`), document(sound), 2, '1'],
  [
    'vague-deadline',
    'NOTICE',
    document('要定期召开会议。'),
    document('要定期召开会议，每季度一次。不定期抽查。'),
    6,
    '2',
  ],
  [
    'generic-responsibility',
    'NOTICE',
    document(points('县政府办公室要明确职责。', generic)),
    document(points('县政府办公室要明确职责。', '（责任单位：县财政局）')),
    10,
    '1',
  ],
  [
    'generic-responsibility',
    'NOTICE',
    document(points('县财政局负责保障经费。', generic)),
    document(points('各单位要明确职责。', generic)),
    10,
    '1',
  ],
  ['missing-attribute', 'WARNING', document(sound, undefined, undefined, ''), document(sound)],
  ['missing-number', 'NOTICE', document(sound, TITLE), document(sound), 1, '1'],
  ['missing-title', 'ERROR', document(sound, '天气很好'), document(sound), 1, '1'],
  ['missing-body', 'ERROR', `${TITLE}\n${NUMBER}`, document(sound)],
  ['missing-date', 'WARNING', document(sound, undefined, '桓台县人民政府办公室'), document(sound)],
  [
    'printed-before-formed',
    'ERROR',
    document(sound, undefined, undefined, undefined, '桓台县人民政府办公室 2021年2月27日印发'),
    document(sound, undefined, undefined, undefined, '桓台县人民政府办公室 2021年3月1日印发'),
    13,
    '1',
  ],
  [
    'impossible-date',
    'ERROR',
    document(sound, undefined, '桓台县人民政府办公室\n2021年2月30日'),
    document(sound, undefined, '桓台县人民政府办公室\n2021年2月28日'),
    9,
    '1',
  ],
  ['impossible-date', 'ERROR', document('本通知自2021年4月31日起施行。'), document('本通知自2021年4月30日起施行。')],
  [
    'in-force-before-formed',
    'WARNING',
    document('本通知自2021年2月1日起施行。'),
    document('本通知自2021年3月1日起施行。'),
  ],
  [
    'number-year-differs',
    'WARNING',
    document(sound, undefined, '桓台县人民政府办公室\n2121年3月1日', OPEN, ''),
    document(sound, undefined, '桓台县人民政府办公室\n2022年1月4日', OPEN, ''),
    2,
    '1',
  ],
  ['number-year-differs', 'WARNING', document(sound, `${TITLE}\n桓政办字〔2031〕901号`), document(sound), 2, '1'],
  [
    'validity-ends-before-start',
    'ERROR',
    document('本通知自2021年5月1日起施行，有效期至2020年4月30日。'),
    document('本通知自2021年5月1日起施行，有效期至2026年4月30日。'),
  ],
  [
    'point-out-of-sequence',
    'WARNING',
    document('（一）甲事。甲。\n（三）丙事。丙。'),
    document('（一）甲事。甲。\n（二）乙事。乙。'),
    7,
    '1',
  ],
  [
    'duplicate-point',
    'WARNING',
    document('一、甲事。甲。\n一、乙事。乙。'),
    document('一、甲事。甲。\n二、乙事。乙。'),
    7,
    '1',
  ],
  [
    'paragraph-too-long',
    'ERROR',
    document(`${'做好工作，'.repeat(7000)}完。`),
    document(`${'做好工作。'.repeat(5000)}`),
    6,
    '1',
  ],
];

const cases = RULES.map(([rule, severity, broken, kept, row, column]) => ({
  rule,
  severity,
  broken,
  kept,
  row,
  column,
}));

describe('each rule speaks when it is broken and is silent when it is kept', () => {
  test.each(cases)('$rule ($severity)', ({ rule, severity, broken, kept, row, column }) => {
    const findings = found(broken, rule);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity, ...(row ? { row } : {}), ...(column ? { column } : {}) });
    expect(findings[0]?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(findings[0]?.remedy?.en).toMatch(/[a-z]/);
    expect(found(kept, rule)).toEqual([]);
  });

  test('a sound document has no findings at all', () => {
    expect(read(document(sound)).findings).toEqual([]);
  });

  test('an interpretation needs no number', () => {
    expect(found(`《示例办法》政策解读\n\n${sound}\n\n${SIGNED}`, 'missing-number')).toEqual([]);
  });

  test('one slip made a thousand times is listed two hundred times, with a word about the rest', () => {
    const findings = found(document(`请各${'門'.repeat(1000)}做好。定期做。`), 'traditional-character');
    expect(findings).toHaveLength(201);
    expect(findings.some(({ message }) => message.en.startsWith('More than 200'))).toBe(true);
  });
});

test('an impossible date is not also missing', () => {
  const rules = read(document(sound, undefined, '桓台县人民政府办公室\n2021年2月30日', OPEN, '')).findings;
  expect(rules.map(({ rule }) => rule)).toEqual(['impossible-date']);
});

describe('the annotation is the disclosure attribute', () => {
  test.each([
    ['（此件公开发布）', 'PROACTIVE'],
    ['(此件主动公开)', 'PROACTIVE'],
    ['（此件依申请公开）', 'ON_REQUEST'],
    ['（此件不予公开）', 'WITHHELD'],
    ['（此件不公开）', 'WITHHELD'],
    ['', null],
  ])('%s is %s', (annotation, attribute) => {
    expect(read(document(sound, undefined, undefined, annotation)).metadata.attribute).toBe(attribute);
  });
});

describe('validity is read as the text states it', () => {
  test.each([
    ['自2021年5月1日起施行，有效期至2026年4月30日。', '2021-05-01', '2026-04-30'],
    ['自2021年5月1日起施行，有效期五年。', '2021-05-01', '2026-04-30'],
    ['自 2021 年 5 月 1 日起施行，有效期为2年。', '2021-05-01', '2023-04-30'],
    ['自印发之日起施行，有效期3年。', '2021-03-02', '2024-03-01'],
    ['自公布之日起施行。', null, null],
    ['有效期至2026年4月30日。', null, '2026-04-30'],
    ['做好工作。', null, null],
  ])('%s', (clause, effectiveFrom, effectiveTo) => {
    expect(read(document(`本办法${clause}`)).metadata).toMatchObject({ effectiveFrom, effectiveTo });
  });
});

describe('a text that is no official document is refused with a clear reason', () => {
  test.each([
    ['a poem', '静夜思\n李白\n\n床前明月光，疑是地上霜。\n举头望明月，低头思故乡。'],
    ['a table', '序号,名称,金额\n1,报告,20\n2,通知,30\n'],
    [
      'a web page',
      '<!DOCTYPE html>\n<html><head><title>关于做好工作的通知</title></head>\n<body><p>正文</p></body></html>',
    ],
    ['a log', '2021-07-15T08:00:00Z INFO started\n2021-07-15T08:00:01Z ERROR no report\n'],
    ['a program', 'export const x = 1;\nfunction notice() { return "通知"; }\n'],
    ['one line without end', '政'.repeat(100_000)],
    ['one character', 'x'],
    ['a title alone', '通知'],
  ])('%s', (_name, text) => {
    const errors = read(text).findings.filter(({ severity }) => severity === 'ERROR');
    expect(errors.map(({ rule }) => rule)).toContain('missing-title');
    expect(errors[0]?.remedy?.zh).toContain('文种');
  });

  test('nothing at all has neither title nor body', () => {
    const rules = read('').findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['missing-title', 'missing-body']));
  });

  test('more lines than any document has are not read to the end', () => {
    expect(found('政\n'.repeat(150_000), 'too-many-lines')).toHaveLength(1);
  });

  test('five megabytes of ordinary text are read in seconds', () => {
    const text = document('（一）甲事。各部门单位要认真做好甲事，按照《示例办法》要求抓好落实。\n'.repeat(47_000));
    expect(Buffer.byteLength(text)).toBeGreaterThan(4_800_000);
    const start = performance.now();
    expect(read(text).content.articles.length).toBe(47_000);
    expect(performance.now() - start).toBeLessThan(8000);
  }, 20_000);

  // Shapes that would make a careless pattern or a backward search take hours.
  test.each([
    '《办法》',
    '（责任单位：',
    '定期',
    '鎮門',
    '（一）政。（责任单位：县财政局）\n',
    '按照政府关于政府的',
    '（指挥部）\n',
    '”',
    '桓政办字〔2021〕29 号',
  ])('a megabyte of %j is read in seconds', (piece) => {
    const text = document(piece.repeat(Math.floor(1_000_000 / Buffer.byteLength(piece))));
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
