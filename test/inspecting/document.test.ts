import { describe, expect, test } from 'vitest';
import { brief, core, docxOf, inspect, jpegOf, paragraph, rulesOf } from '../support/inspected.ts';

const run = (text: string, properties = '') => `<w:r>${properties}<w:t>${text}</w:t></w:r>`;
const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;

describe('documents', () => {
  test('paragraphs, however a number is cut into runs', async () => {
    const body = `${paragraph('关于公示的通知')}<w:p>${run('手机 138')}${run('1234')}${run('5678')}</w:p>`;
    expect(brief(await inspect(await docxOf(body)))).toEqual([
      ['personal-mobile-number', '正文第 2 段', '138******78'],
    ]);
  });
  test('nothing to find is nothing', async () => {
    expect(await inspect(await docxOf(paragraph('桓台县人民政府，电话 0533-8181234，桓政发〔2024〕12号。')))).toEqual(
      [],
    );
  });
  test('tables are read by their columns, under the line above', async () => {
    const body =
      paragraph('2024年低保人员名单') +
      `<w:tbl>${row('姓名', '村')}${row('王建国', '前诸村')}${row('朱**', '前诸村')}</w:tbl>`;
    expect(brief(await inspect(await docxOf(body)))).toEqual([
      ['personal-named-recipient', '正文第 1 个表第 2 行第 1 格', '王**'],
    ]);
  });
  test('headers, footers, notes', async () => {
    const part = (tag: string) => `<w:${tag} xmlns:w="w">${paragraph('手机13812345678')}</w:${tag}>`;
    const found = await inspect(
      await docxOf(paragraph('正文'), [
        ['word/header1.xml', part('hdr')],
        ['word/footer2.xml', part('ftr')],
        ['word/footnotes.xml', part('footnotes')],
        ['word/endnotes.xml', part('endnotes')],
      ]),
    );
    expect(brief(found).map(([, place]) => place)).toEqual([
      '页眉第 1 段',
      '页脚第 1 段',
      '脚注第 1 段',
      '尾注第 1 段',
    ]);
  });
  test('comments with their authors', async () => {
    const comments = `<w:comments xmlns:w="w"><w:comment w:author="王小明">${paragraph('请删去13812345678')}</w:comment></w:comments>`;
    expect(brief(await inspect(await docxOf(paragraph('正文'), [['word/comments.xml', comments]])))).toEqual([
      ['comment', '批注第 1 段', '王**：请删去1********'],
      ['personal-mobile-number', '批注第 1 段', '138******78'],
    ]);
  });
  test('tracked changes, and what was deleted', async () => {
    const body = `<w:p><w:ins w:author="王小明">${run('新')}</w:ins><w:del w:author="李红"><w:r><w:delText>身份证11010519491231002X</w:delText></w:r></w:del></w:p>`;
    expect(brief(await inspect(await docxOf(body)))).toEqual([
      ['tracked-changes', '正文第 1 段', '插入：王**'],
      ['tracked-changes', '正文第 1 段', '删除：李*'],
      ['personal-identity-number', '正文第 1 段', '1101************2X'],
    ]);
  });
  test('hidden text; what is said not to be hidden is not', async () => {
    const hidden = `<w:p>${run('隐藏的话', '<w:rPr><w:vanish/></w:rPr>')}</w:p>`;
    const shown = `<w:p>${run('显示的话', '<w:rPr><w:vanish w:val="0"/></w:rPr>')}</w:p>`;
    expect(brief(await inspect(await docxOf(shown + hidden)))).toEqual([['hidden-text', '正文第 2 段', '']]);
  });
  test('a text box is read once, though it is written twice', async () => {
    const box = paragraph('手机13812345678');
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${box}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${box}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(rulesOf(await inspect(await docxOf(body)))).toEqual(['personal-mobile-number']);
  });
  test('properties, pictures, embedded files', async () => {
    const found = await inspect(
      await docxOf(paragraph('正文'), [
        core('王小明', '桓台县教育和体育局'),
        [
          'docProps/custom.xml',
          '<Properties><property name="联系"><lpwstr>13812345678</lpwstr></property></Properties>',
        ],
        ['word/media/image1.jpg', jpegOf({ artist: '李红' })],
        ['word/embeddings/book.xlsx', 'x'],
      ]),
    );
    expect(rulesOf(found)).toEqual(['document-author', 'personal-mobile-number', 'image-author', 'not-inspected']);
  });
});
