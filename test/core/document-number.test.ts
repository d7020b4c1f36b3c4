import { describe, expect, test } from 'vitest';
import { findDocumentNumbers, parseDocumentNumber } from '../../api/core/document-number.ts';

// The spellings, and how often each occurs, follow a count of 43,316 records of eleven provincial sites and the State
// Council: 82 % canonical, 15 % with spaces, 1.3 % square brackets, then orders, announcements and single oddities.
const SPELLINGS: readonly (readonly [written: string, canonical: string, defects: readonly string[]])[] = [
  ['桓政办字〔2021〕29号', '桓政办字〔2021〕29号', []],
  ['淄政办发明电〔2021〕9号', '淄政办发明电〔2021〕9号', []],
  ['国办公开办函〔2021〕33号', '国办公开办函〔2021〕33号', []],
  ['桓政办字〔2021〕29 号', '桓政办字〔2021〕29号', ['space']],
  ['渝府发〔2022〕32\u3000号', '渝府发〔2022〕32号', ['space']],
  ['桓政办字 〔 2021 〕 29 号', '桓政办字〔2021〕29号', ['space']],
  ['桓政办字[2021]29号', '桓政办字〔2021〕29号', ['bracket']],
  ['桓政办字［2021］29号', '桓政办字〔2021〕29号', ['bracket']],
  ['桓政办字【2021】29号', '桓政办字〔2021〕29号', ['bracket']],
  ['桓政办字(2021)29号', '桓政办字〔2021〕29号', ['bracket']],
  ['桓政办字（2021）29号', '桓政办字〔2021〕29号', ['bracket']],
  ['桓政办字﹝2021﹞29号', '桓政办字〔2021〕29号', ['bracket']],
  ['桓政办字(2021〕29号', '桓政办字〔2021〕29号', ['bracket']],
  ['桓政办字〔〔2021〕〕29号', '桓政办字〔2021〕29号', ['doubled-bracket']],
  ['发文字号：桓政办字〔2021〕29号', '桓政办字〔2021〕29号', ['label']],
  ['文号: 桓政办字〔2021〕29号', '桓政办字〔2021〕29号', ['label']],
  ['\u200b桓政办字〔2021〕29号\u200d', '桓政办字〔2021〕29号', ['zero-width']],
  ['桓政办字〔２０２１〕２９号', '桓政办字〔2021〕29号', ['full-width']],
  ['桓政办字〔2021〕第29号', '桓政办字〔2021〕29号', ['ordinal-mark']],
  ['桓政办字〔2021〕29', '桓政办字〔2021〕29号', ['missing-mark']],
  ['晋政发〔2014〕号16', '晋政发〔2014〕16号', ['misplaced-mark']],
  ['桓政办字〔2021〕029号', '桓政办字〔2021〕29号', ['leading-zero']],
  ['国务院令第711号', '国务院令第711号', []],
  ['山西省人民政府令第182号', '山西省人民政府令第182号', []],
  ['山西省人民政府令（第182号）', '山西省人民政府令第182号', ['bracket']],
  ['财政部公告2015年第3号', '财政部公告2015年第3号', []],
  ['财政部 税务总局公告2019年第13号', '财政部税务总局公告2019年第13号', ['space']],
  ['国务院令 711号', '国务院令第711号', ['space', 'missing-mark']],
];

describe('a document number is read in every spelling that occurs', () => {
  test.each(SPELLINGS)('%j is %s', (written, canonical, defects) => {
    const number = parseDocumentNumber(written);
    expect(number?.text).toBe(canonical);
    expect(number?.defects).toEqual(defects);
  });

  test.each(SPELLINGS)('the canonical form of %j is canonical itself', (_written, canonical) => {
    expect(parseDocumentNumber(canonical)).toMatchObject({ text: canonical, defects: [] });
  });

  test('it is taken apart', () => {
    expect(parseDocumentNumber('桓政办字〔2021〕29号')).toEqual({
      text: '桓政办字〔2021〕29号',
      form: 'NUMBER',
      issuerCode: '桓政办字',
      year: 2021,
      sequence: 29,
      defects: [],
    });
    expect(parseDocumentNumber('国务院令第711号')).toMatchObject({ form: 'ORDER', issuerCode: '国务院令', year: null });
    expect(parseDocumentNumber('财政部公告2015年第3号')).toMatchObject({
      form: 'ANNOUNCEMENT',
      year: 2015,
      sequence: 3,
    });
  });

  test.each([
    '',
    '无文号',
    '〔〕号',
    '〔2021〕29号',
    '桓政办字〔2021〕0号',
    '桓政办字〔1821〕29号',
    '桓政办字〔2021〕号29号',
    '桓政办字2021年29号',
    '令第3号',
    '公告',
    '2021年7月15日',
    `${'政'.repeat(21)}〔2021〕1号`,
  ])('%j is no document number', (written) => {
    expect(parseDocumentNumber(written)).toBeNull();
  });
});

describe('numbers are found in running text', () => {
  test.each([
    ['按照国办发〔2020〕50号要求', ['国办发〔2020〕50号']],
    ['的通知》（桓政办字〔2021〕14号）要求，', ['桓政办字〔2021〕14号']],
    ['根据桓政办字〔2021〕29 号和淄政发[2021]5号', ['桓政办字〔2021〕29号', '淄政发〔2021〕5号']],
    ['和政发〔2020〕1号', ['和政发〔2020〕1号']],
    ['依据国务院令第711号修订', ['国务院令第711号']],
    ['（财政部公告2015年第3号）', ['财政部公告2015年第3号']],
    ['见晋政发〔2014〕号16', ['晋政发〔2014〕16号']],
    ['会议于（2021）年召开，〔2021〕29号', []],
    ['各单位要认真研究并且深入体会精神实质桓政办字〔2021〕29号', []],
    ['下达命令第3号阀门', []],
  ])('%s', (text, numbers) => {
    expect(findDocumentNumbers(text).map(({ number }) => number.text)).toEqual(numbers);
  });

  test('each comes with its place and spelling', () => {
    const text = '执行桓政办字〔2021〕29 号文件';
    const [found] = findDocumentNumbers(text);
    expect(found?.written).toBe('桓政办字〔2021〕29 号');
    expect(text.slice(found?.index)).toMatch(/^桓政/);
  });

  test.each(['〔', '政', '〔2021〕', '国务院令第', '桓政办字〔2021〕29 ', '按照', ' ', '公告'])(
    'a line of five million characters of %j takes no longer than two seconds',
    (piece) => {
      const line = piece.repeat(Math.floor(5_000_000 / piece.length));
      const start = performance.now();
      findDocumentNumbers(line);
      parseDocumentNumber(line);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
