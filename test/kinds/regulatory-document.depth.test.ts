import { describe, expect, test } from 'vitest';
import { cleanUpOf } from '../../api/disclosures/regulatory-document/clean-up.ts';
import { copiedPercent } from '../../api/disclosures/regulatory-document/interpretation.ts';
import { readRegulatoryDocument } from '../../api/disclosures/regulatory-document/read.ts';

const document = ({
  title = '桓台县人民政府关于印发《桓台县示例管理办法》的通知',
  number = '桓政发〔2021〕3号',
  registration = 'HTDR-2021-0010003',
  instrument = '桓台县示例管理办法',
  body = '第一条 为规范示例管理，制定本办法。\n\n第二条 本办法适用于全县。\n\n第三条 本办法自2021年5月1日起施行，有效期至2026年4月30日。',
  marks = '',
  signed = '桓台县人民政府',
} = {}): string =>
  [
    marks,
    `${title}\n${number}`,
    registration,
    '县政府各部门：',
    '现印发给你们，请认真执行。',
    `${signed}\n2021年3月1日`,
    '（此件公开发布）',
    instrument,
    body,
  ]
    .filter((part) => part !== '')
    .join('\n\n');

const read = (text: string) => readRegulatoryDocument({ name: 'test.txt', text });
const rules = (text: string): string[] => read(text).findings.map(({ rule }) => rule);

describe('the rank of a document', () => {
  test.each([
    [document(), 'NORMATIVE'],
    [document({ registration: '' }), 'NORMATIVE'],
    [
      document({
        title: '山东省人民政府令',
        number: '山东省人民政府令第337号',
        instrument: '山东省行政规范性文件制定和监督管理办法',
        signed: '山东省人民政府',
        registration: '',
      }),
      'RULE',
    ],
    ['中华人民共和国义务教育法\n\n第一条 为了保障适龄儿童、少年接受义务教育的权利，制定本法。', 'LAW'],
    [
      '中华人民共和国政府信息公开条例\n\n第一条 为了保障公民依法获取政府信息，制定本条例。',
      'ADMINISTRATIVE_REGULATION',
    ],
    ['山东省行政程序条例\n\n第一条 为了规范行政行为，制定本条例。', 'LOCAL_REGULATION'],
    ['桓台县人民政府办公室关于开展检查的通知\n桓政办字〔2021〕9号\n\n县政府各部门：\n\n请做好检查。', 'POLICY'],
    ['《桓台县示例管理办法》政策解读\n\n一、政策背景\n\n为了示例。', 'INTERPRETATION'],
  ])('%#: %s', (text, rank) => {
    expect(read(text).content.rank).toBe(rank);
  });
});

test('a sound normative document breaks no rule', () => {
  expect(read(document()).findings.filter(({ severity }) => severity !== 'NOTICE')).toEqual([]);
  expect(rules(document())).not.toContain('registration-missing');
});

test.each([
  [
    'beyond-powers',
    'ERROR',
    document({ title: '桓台县人民政府令', number: '桓台县人民政府令第3号', registration: '' }),
  ],
  [
    'beyond-powers',
    'ERROR',
    document({ title: '桓台县人民政府关于印发《桓台县示例条例》的通知', instrument: '桓台县示例条例' }),
  ],
  ['secrecy-mark', 'ERROR', document({ marks: '机密★1年' })],
  [
    'period-missing',
    'WARNING',
    document({ body: '第一条 为规范示例管理，制定本办法。\n\n第二条 本办法自2021年5月1日起施行。' }),
  ],
  [
    'period-too-long',
    'WARNING',
    document({ body: '第一条 为规范管理，制定本办法。\n\n第二条 本办法自2021年5月1日起施行，有效期至2026年5月1日。' }),
  ],
  [
    'period-too-long',
    'WARNING',
    document({
      instrument: '桓台县示例管理办法（试行）',
      title: '桓台县人民政府关于印发《桓台县示例管理办法（试行）》的通知',
    }),
  ],
  ['registration-missing', 'NOTICE', document({ registration: '' })],
  ['registration-year-differs', 'WARNING', document({ registration: 'HTDR-2020-0010003' })],
  [
    'interpretation-section-missing',
    'WARNING',
    '《桓台县示例管理办法》政策解读\n\n一、政策背景\n\n为了做好示例管理工作，县司法局起草了这个办法并征求了意见。\n\n二、主要内容\n\n规定谁来管、怎么管。',
  ],
  [
    'interpretation-headings-only',
    'WARNING',
    '《桓台县示例管理办法》政策解读\n\n一、政策背景\n\n二、出台目的\n\n三、重要举措',
  ],
])('%s is told', (rule, severity, text) => {
  expect(read(text).findings.filter((one) => one.rule === rule)).toMatchObject([{ severity }]);
});

test('an interpretation of substance passes', () => {
  const text = `《桓台县示例管理办法》政策解读

一、政策背景

原办法到期，各镇对收费口径理解不一，群众多次询问。

二、出台目的

把收费的对象、时间和减免说清楚，让群众少跑一趟。

三、重要举措

（一）收费对象。只对经营性用水收取，居民生活用水不收。

（二）减免办法。低保户凭证到窗口即时减免，不再逐级审批。`;
  expect(read(text).findings.filter(({ rule }) => rule.startsWith('interpretation'))).toEqual([]);
});

describe('a document that states no period lapses by the rule its publisher names', () => {
  const text = document({ body: '第一条 为规范示例管理，制定本办法。\n\n第二条 本办法自2021年5月1日起施行。' });
  const said = (value: string) => readRegulatoryDocument({ name: 'x', text, given: new Map([['有效期', value]]) });
  test.each(['5年', '五年', '5', '５年'])('%s', (value) => {
    const { content, findings, metadata } = said(value);
    expect([content.lapsesOn, metadata.effectiveTo]).toEqual(['2026-04-30', null]);
    expect(findings.map(({ rule }) => rule)).not.toContain('period-missing');
  });
  test('a period in the text goes before any rule', () => {
    const own = readRegulatoryDocument({ name: 'x', text: document(), given: new Map([['有效期', '3年']]) });
    expect([own.content.lapsesOn, own.metadata.effectiveTo]).toEqual([null, '2026-04-30']);
  });
  test.each(['很久', '0年', '99年'])('%s is no period', (value) => {
    expect(said(value).findings.map(({ rule }) => rule)).toContain('not-a-period');
  });
  test('what cannot be said is told', () => {
    const { findings } = readRegulatoryDocument({ name: 'x', text, given: new Map([['颜色', '红']]) });
    expect(findings.map(({ rule }) => rule)).toContain('unknown-fact');
  });
});

describe('copied sentences', () => {
  const source = '各镇应当建立台账，按季度向社会公布。县财政局负责资金拨付和监督检查工作。';
  test('all, none and half', () => {
    expect(copiedPercent(source, source)).toBe(100);
    expect(copiedPercent('这个办法让大家知道钱花到了哪里，谁都可以来查。', source)).toBe(0);
    const own = '这样一来大家都知道钱花到了哪里谁来管谁来查';
    expect(copiedPercent(`各镇应当建立台账，按季度向社会公布。${own}。`, source)).toBeGreaterThan(30);
    expect(copiedPercent(`各镇应当建立台账，按季度向社会公布。${own}。`, source)).toBeLessThan(50);
  });
  test('spaces, quotes and ordinals do not hide a copy; short phrases are nobody’s', () => {
    expect(copiedPercent('（一）各镇应当建立 台账，按季度向社会公布。', source)).toBe(100);
    expect(copiedPercent('好。是。', source)).toBeNull();
  });
});

describe('a clean-up decision', () => {
  const title = '桓台县人民政府关于公布行政规范性文件清理结果的决定';
  const text = `县政府对2020年底前的行政规范性文件进行了清理，现将结果公布如下：
一、继续有效的行政规范性文件目录（2件）
1.桓台县人民政府关于印发《桓台县甲管理办法》的通知（桓政发〔2018〕1号）
2.《桓台县乙管理办法》（桓政发〔2018〕2 号）
二、予以修改的行政规范性文件目录（1件）
1.桓政发〔2018〕3号 桓台县人民政府关于丙工作的意见
三、予以废止的行政规范性文件目录（1件）
1.桓台县人民政府关于印发丁管理办法的通知（桓政发〔2017〕4号）
四、宣布失效的行政规范性文件目录（1件）
1.《桓台县戊工作实施方案》`;

  test('lists what was decided of each document', () => {
    expect(
      cleanUpOf(title, text).map(({ decision, targetNumber, targetTitle }) => [decision, targetNumber, targetTitle]),
    ).toEqual([
      ['KEPT', '桓政发〔2018〕1号', '桓台县人民政府关于印发《桓台县甲管理办法》的通知'],
      ['KEPT', '桓政发〔2018〕2号', '桓台县乙管理办法'],
      ['AMENDED', '桓政发〔2018〕3号', '桓台县人民政府关于丙工作的意见'],
      ['REPEALED', '桓政发〔2017〕4号', '桓台县人民政府关于印发丁管理办法的通知'],
      ['LAPSED', null, '桓台县戊工作实施方案'],
    ]);
  });
  test('ends what it repeals and declares lapsed, and merely names what it keeps', () => {
    const { content } = read(`${title}\n桓政发〔2020〕20号\n\n${text}\n\n桓台县人民政府\n2020年12月20日`);
    expect(content.cleanUp).toHaveLength(5);
    expect(content.relations.map(({ type, targetKey }) => [type, targetKey])).toEqual([
      ['CITES', '桓政发〔2018〕1号'],
      ['CITES', '桓政发〔2018〕2号'],
      ['AMENDS', '桓政发〔2018〕3号'],
      ['REPEALS', '桓政发〔2017〕4号'],
      ['REPEALS', '桓台县戊工作实施方案'],
    ]);
  });
  test('one list without a heading is what its title says', () => {
    const items = cleanUpOf(
      '桓台县人民政府关于废止部分行政规范性文件的决定',
      '决定废止下列文件：\n1.《桓台县甲管理办法》（桓政发〔2018〕1号）',
    );
    expect(items.map(({ decision }) => decision)).toEqual(['REPEALED']);
  });
  test('a notice to begin one lists nothing', () => {
    expect(cleanUpOf('桓台县人民政府办公室关于开展行政规范性文件清理的通知', '一、清理范围\n现行有效的文件。')).toEqual(
      [],
    );
  });
});
