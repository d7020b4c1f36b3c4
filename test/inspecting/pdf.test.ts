import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { brief, inspect, pdfOf, rulesOf } from '../support/inspected.ts';

describe('PDF', () => {
  test('text by page, in fonts that are not embedded', async () => {
    const bytes = pdfOf({ pages: ['关于公示的通知', '患者姓名：王建国\n手机 13812345678', '电话 0533-8181234'] });
    expect(brief(await inspect(bytes))).toEqual([
      ['personal-named-patient', '第 2 页', '王**'],
      ['personal-mobile-number', '第 2 页', '138******78'],
    ]);
  });
  test('tables by their columns, also on the pages that follow', async () => {
    const bytes = pdfOf({
      pages: ['特困供养人员花名册\n序号\t姓名\t村\t备注\n1\t王建国\t前诸村\t无\n2\t朱**\t前诸村', '3\t李秀英\t后诸村'],
    });
    expect(brief(await inspect(bytes))).toEqual([
      ['personal-named-recipient', '第 1 页', '王**'],
      ['personal-named-recipient', '第 2 页', '李**'],
    ]);
  });
  test('its author, unless that is a program or an office', async () => {
    const named = (author: string) =>
      inspect(
        pdfOf({ pages: ['正文'], info: `/Author<feff${Buffer.from(author, 'utf16le').swap16().toString('hex')}>` }),
      );
    expect(brief(await named('王小明'))).toEqual([['document-author', '文档属性 Author', '王**']]);
    expect(await named('桓台县财政局')).toEqual([]);
  });
  test('comments on a page', async () => {
    const annotations = '<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T(Wang)/Contents(13812345678)>>';
    expect(rulesOf(await inspect(pdfOf({ pages: ['正文'], annotations })))).toEqual([
      'comment',
      'personal-mobile-number',
    ]);
  });
  test('pages without text are named: nobody has read them', async () => {
    const [finding, ...others] = await inspect(pdfOf({ pages: ['', '正文', ''] }));
    expect([finding?.rule, finding?.place.zh, others]).toEqual(['not-inspected', '第 1、3 页', []]);
  });
  test('what is encrypted', async () => {
    const trailer =
      '/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(01234567890123456789012345678901)/U(01234567890123456789012345678901)>>/ID[(0123456789abcdef)(0123456789abcdef)]';
    const [finding, ...others] = await inspect(pdfOf({ pages: ['正文'], trailer }));
    expect([finding?.rule, others]).toEqual(['not-inspected', []]);
    expect(finding?.message.en).toContain('password');
  });
  test('what is damaged', async () => {
    for (const bytes of [
      Buffer.from('%PDF-1.4\nnothing'),
      Buffer.from('%PDF-'),
      pdfOf({ pages: ['正文'] }).subarray(0, 200),
    ])
      expect(rulesOf(await inspect(bytes))).toEqual(['not-inspected']);
  });
  test('a page that unpacks to gigabytes harms nobody', { timeout: 150_000 }, async () => {
    const packed = deflateSync(Buffer.alloc(600 << 20, ' '));
    const stream = Buffer.concat([
      Buffer.from(`<</Length ${packed.length}/Filter/FlateDecode>>stream\n`),
      packed,
      Buffer.from('\nendstream'),
    ]);
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 20);
    const found = await inspect(pdfOf({ pages: ['正文'], stream }));
    clearInterval(timer);
    expect(rulesOf(found)).toEqual(['not-inspected']);
    expect(longest).toBeLessThan(5_000);
  });
});
