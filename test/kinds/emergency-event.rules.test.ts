import { describe, expect, test } from 'vitest';
import { farAhead } from '../../api/disclosures/emergency-event/compare.ts';
import type { Step } from '../../api/disclosures/emergency-event/model.ts';
import { periodsOf } from '../../api/disclosures/emergency-event/periods.ts';
import { readEpisode } from '../../api/disclosures/emergency-event/read.ts';
import { placeOfStep } from '../../api/disclosures/emergency-event/rows.ts';
import { type Rows, sourceOf } from '../support/grids.ts';

const given: Readonly<Record<string, string>> = {
  事件名称: '2021年7月强降雨',
  预警类别: '暴雨',
  发布机构: '桓台县应急管理局',
  公开属性: '主动公开',
};

const header = ['步骤', '级别', '起始时间', '影响范围', '警示事项', '应采取的措施', '发布单位', '发布时间', '预计期限'];
type Cells = Rows[number];
const warned: Cells = [
  '发布预警',
  '蓝色',
  '2021-07-27 20:00',
  '全县',
  '暴雨',
  '减少外出',
  '县气象局',
  '2021-07-27 19:50',
  null,
];
const activated: Cells = [
  '启动响应',
  'Ⅳ级',
  '2021年7月28日8时',
  '全县',
  '防汛',
  '加强巡查',
  '县防指',
  '2021-07-28 08:00',
  '2021-07-30 12:00',
];
const raised: Cells = ['提升', 'Ⅲ级', '2021-07-28 14:00', null, null, null, '县防指', null, null];
const ended: Cells = ['结束', null, '2021-07-30 09:00', null, null, null, '县防指', null, null];
const whole: Rows = [warned, activated, raised, ended];

const sheet = '预警与响应过程';
const read = (rows: Rows, more: Readonly<Record<string, string>> = {}) =>
  readEpisode(sourceOf({ [sheet]: [header, ...rows] }, { ...given, ...more }));
const told = async (rows: Rows, more: Readonly<Record<string, string>> = {}) =>
  (await read(rows, more)).findings.map(({ rule, severity, row, column }) => [rule, severity, row, column]);
const without = (cells: Cells, index: number, value: string | null = null): Cells =>
  cells.map((cell, at) => (at === index ? value : cell));

describe('reading', () => {
  test('an episode in the shape it is published is read without a word', async () => {
    const { content, findings, metadata } = await read(whole);
    expect(findings).toEqual([]);
    expect(metadata.formedOn).toBe('2021-07-27');
    expect(content).toMatchObject({ hazard: 'METEOROLOGICAL', eventClass: 'NATURAL_DISASTER', county: '桓台县' });
    expect(
      content.steps.map(({ type, scale, warningLevel, responseLevel, at }) => [
        type,
        scale,
        warningLevel ?? responseLevel,
        at,
      ]),
    ).toEqual([
      ['WARNED', 'WARNING', 'BLUE', '2021-07-27T20:00'],
      ['ACTIVATED', 'RESPONSE', 'IV', '2021-07-28T08:00'],
      ['RAISED', 'RESPONSE', 'III', '2021-07-28T14:00'],
      ['ENDED', null, null, '2021-07-30T09:00'],
    ]);
  });
  test('a level that is no word of its scale is told with its place, and so is an unknown hazard', async () => {
    expect(await told([without(warned, 1, '特别重大'), ended])).toEqual([['unknown-level', 'ERROR', 2, '级别']]);
    expect(await told([warned, without(activated, 1, '黄色'), ended])).toEqual([['unknown-level', 'ERROR', 3, '级别']]);
    expect(await told([warned, ended], { 预警类别: '甲乙丙' })).toEqual([
      ['unknown-hazard', 'WARNING', undefined, '预警类别'],
    ]);
  });
  test('全县 is the county of its publisher, and a village is looked for in its town', () => {
    const county = { county: '桓台县' };
    expect(placeOfStep('全县', county)).toEqual({ name: '桓台县', town: null });
    expect(placeOfStep('桓台县起凤镇', county)).toEqual({ name: '起凤镇', town: null });
    expect(placeOfStep('起凤镇付庙村', county)).toEqual({ name: '付庙村', town: '起凤镇' });
    expect(placeOfStep('索镇街道东镇村', county)).toEqual({ name: '东镇村', town: '索镇街道' });
    expect(placeOfStep('东镇村委会', county)).toEqual({ name: '东镇村委会', town: null });
  });
});

describe('completeness', () => {
  test.each([
    [1, '级别', 'ERROR'],
    [3, '影响范围', 'ERROR'],
    [5, '应采取的措施', 'ERROR'],
    [4, '警示或响应事项', 'WARNING'],
    [6, '签发单位', 'WARNING'],
    [7, '发布时间', 'WARNING'],
  ])('a warning states what article 64 wants: %#', async (column, label, severity) => {
    expect(await told([without(warned, column), ended])).toEqual([['incomplete-warning', severity, 2, label]]);
  });
  test.each([
    [1, '级别', 'ERROR'],
    [5, '应采取的措施', 'ERROR'],
    [4, '警示或响应事项', 'WARNING'],
    [8, '预计期限', 'WARNING'],
  ])('an activation states what article 72 wants: %#', async (column, label, severity) => {
    expect(await told([warned, without(activated, column), ended])).toEqual([
      ['incomplete-activation', severity, 3, label],
    ]);
  });
});

describe('the time line', () => {
  test('is in order', async () => {
    expect(await told([warned, without(activated, 2, '2021-07-28 15:00'), raised, ended])).toEqual([
      ['steps-out-of-order', 'ERROR', 4, '起始时间'],
    ]);
  });
  test('ends after it began', async () => {
    expect(await told([warned, without(ended, 2, '2021-07-27 19:00')])).toEqual([
      ['ended-before-start', 'ERROR', 3, '起始时间'],
    ]);
    expect(await told([warned, without(ended, 2, '2021-07-27 20:00')])).toEqual([]);
  });
  test('begins with a warning or an activation', async () => {
    expect(await told([activated, raised, ended])).toEqual([]);
    expect(await told([raised, ended])).toEqual([['no-beginning', 'ERROR', 2, '步骤']]);
  });
  test('is silent after the end', async () => {
    expect(await told([...whole, without(warned, 2, '2021-07-31 08:00')])).toEqual([
      ['step-after-end', 'ERROR', 6, '步骤'],
    ]);
  });
  test('goes up when raised and down when lowered, on its own scale', async () => {
    expect(await told([warned, activated, without(raised, 1, 'Ⅳ级'), ended])).toEqual([
      ['level-not-raised', 'ERROR', 4, '级别'],
    ]);
    expect(await told([warned, activated, without(raised, 0, '降低'), ended])).toEqual([
      ['level-not-raised', 'ERROR', 4, '级别'],
    ]);
    expect(await told([warned, without(activated, 1, 'Ⅱ级'), without(raised, 0, '降低'), ended])).toEqual([]);
    expect(await told([warned, activated, without(raised, 1), ended])).toEqual([
      ['level-not-raised', 'ERROR', 4, '级别'],
    ]);
    expect(await told([warned, without(raised, 1, '红色'), ended])).toEqual([]);
    expect(await told([warned, raised, ended])).toEqual([['nothing-to-change', 'ERROR', 3, '步骤']]);
  });
  test('holds no mobile number', async () => {
    expect(await told([without(warned, 5, '请致电13900001111'), ended])).toEqual([
      ['personal-contact', 'ERROR', 2, '应采取的措施'],
    ]);
    expect(await told([warned, ended], { 咨询电话: '13900001111' })).toEqual([
      ['personal-contact', 'ERROR', undefined, '咨询电话'],
    ]);
  });
});

describe('what is in force when', () => {
  const step = (
    type: Step['type'],
    at: string,
    level: 'BLUE' | 'YELLOW' | 'IV' | 'III' | null,
    more: Partial<Step> = {},
  ): Step => ({
    type,
    scale: level === null ? null : level === 'BLUE' || level === 'YELLOW' ? 'WARNING' : 'RESPONSE',
    warningLevel: level === 'BLUE' || level === 'YELLOW' ? level : null,
    responseLevel: level === 'IV' || level === 'III' ? level : null,
    at,
    places: [],
    matter: null,
    measures: [],
    issuer: null,
    issuedAt: null,
    until: null,
    ...more,
  });

  test('warnings and responses run beside each other; what a change leaves unsaid stays', () => {
    const periods = periodsOf([
      step('WARNED', '2021-07-27T20:00', 'BLUE', { places: ['全县'], measures: ['减少外出'] }),
      step('ACTIVATED', '2021-07-28T08:00', 'IV', { places: ['起凤镇'], measures: ['转移'] }),
      step('RAISED', '2021-07-28T14:00', 'III'),
      step('ENDED', '2021-07-30T09:00', null),
    ]);
    expect(periods).toMatchObject([
      { warningLevel: 'BLUE', since: '2021-07-27T20:00', endsAt: '2021-07-30T09:00', places: ['全县'] },
      { responseLevel: 'IV', since: '2021-07-28T08:00', endsAt: '2021-07-28T14:00' },
      {
        responseLevel: 'III',
        since: '2021-07-28T14:00',
        endsAt: '2021-07-30T09:00',
        begunAt: '2021-07-28T08:00',
        places: ['起凤镇'],
        measures: ['转移'],
      },
    ]);
  });
  test('the end of one leaves the other', () => {
    const periods = periodsOf([
      step('WARNED', '2021-07-27T20:00', 'BLUE'),
      step('ACTIVATED', '2021-07-28T08:00', 'IV'),
      step('ENDED', '2021-07-29T09:00', null, { scale: 'RESPONSE' }),
    ]);
    expect(periods.map(({ scale, endsAt }) => [scale, endsAt])).toEqual([
      ['WARNING', null],
      ['RESPONSE', '2021-07-29T09:00'],
    ]);
  });
});

describe('when steps are issued', () => {
  test('a day late is told, after the end of everything refused', async () => {
    expect(await told([without(warned, 7, '2021-07-28 19:50'), ended])).toEqual([]);
    expect(await told([without(warned, 7, '2021-07-28 21:50'), ended])).toEqual([
      ['issued-late', 'WARNING', 2, '发布时间'],
    ]);
    expect(await told([without(warned, 7, '2021-08-29 09:50'), ended])).toEqual([
      ['issued-after-end', 'ERROR', 2, '发布时间'],
    ]);
  });

  test('what is far ahead of now is told by how far', async () => {
    const { content } = await read(whole);
    const at = (now: string) => farAhead(content, new Date(now)).map(({ severity, column }) => [severity, column]);
    expect(at('2021-07-27T12:00:00Z')).toEqual([]);
    expect(at('2021-06-01T00:00:00Z')).toContainEqual(['WARNING', '起始时间']);
    expect(at('1951-07-27T12:00:00Z')).toContainEqual(['ERROR', '起始时间']);
    expect(at('1951-07-27T12:00:00Z')).toContainEqual(['WARNING', '预计期限']);
  });
});
