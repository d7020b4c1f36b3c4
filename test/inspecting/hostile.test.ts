import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspectImage } from '../../api/inspecting/image/inspect-image.ts';
import type { InspectionFinding } from '../../api/inspecting/inspect-file.ts';
import { inspectOffice } from '../../api/inspecting/office/inspect-office.ts';
import { inspectPdf } from '../../api/inspecting/pdf/inspect-pdf.ts';
import { inspectText } from '../../api/inspecting/text/inspect-text.ts';
import { bytesSource } from '../../api/reading/source.ts';
import { core, docxOf, heicOf, jpegOf, paragraph, pdfOf, pngOf } from '../support/inspected.ts';
import { xlsxOf, zipOf } from '../support/workbooks.ts';

type Inspect = (bytes: Buffer) => Promise<readonly InspectionFinding[]>;

const data = { artist: '王小明', hasPlace: true, serial: 'SN12345678' };
const formats: readonly (readonly [string, () => Promise<Buffer> | Buffer, Inspect])[] = [
  [
    'a workbook',
    () =>
      xlsxOf([
        {
          name: '一',
          rows: [
            ['姓名', '金额'],
            ['王建国', 800],
          ],
          hiddenRows: [2],
        },
      ]),
    inspectOffice,
  ],
  ['a document', () => docxOf(paragraph('手机13812345678'), [core('王小明')]), inspectOffice],
  [
    'a PDF',
    () => pdfOf({ pages: ['手机13812345678', '正文'], info: '/Author(Wang)' }),
    (bytes) => inspectPdf(new Uint8Array(bytes)),
  ],
  ['a JPEG', () => jpegOf(data), inspectImage],
  ['a PNG', () => pngOf(data), inspectImage],
  ['a HEIC', () => heicOf(data), inspectImage],
  ['a text', () => Buffer.from('姓名,手机\n王建国,13812345678\n'), (bytes) => inspectText(bytesSource('x', bytes), '')],
];

/** Bytes written over others, and where the file ends. */
const damage = fc.record({
  bytes: fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 12 }),
  end: fc.double({ min: 0.2, max: 1, noNaN: true }),
});

describe('whatever happened to a file, it is inspected or said not to be', () => {
  test.each(formats)('%s', { timeout: 60_000 }, async (_, make, inspect) => {
    const whole = await make();
    expect((await inspect(Buffer.from(whole))).length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(damage, async ({ bytes, end }) => {
        const copy = Buffer.from(whole.subarray(0, Math.ceil(whole.length * end)));
        for (const [at, byte] of bytes) copy[Math.floor(at * copy.length)] = byte;
        for (const { rule, message, remedy } of await inspect(copy))
          expect([rule, message.zh, message.en, remedy.zh, remedy.en].every((text) => text.length > 3)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('parts that say what they are not', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    ['no relationships', [['word/document.xml', '<w:document xmlns:w="w"/>']]],
    [
      'relationships that go nowhere',
      [
        ['_rels/.rels', '<Relationships><Relationship Type="officeDocument" Target="nowhere.xml"/></Relationships>'],
        ['xl/workbook.xml', '<workbook/>'],
      ],
    ],
    ['tables that never began', [['word/document.xml', '<d><tr><tc><p><t>x</t></p></tc></tr></d>']]],
    [
      'a cell beyond all columns',
      [
        ['xl/workbook.xml', '<w><sheets><sheet name="一" id="a"/></sheets></w>'],
        ['xl/_rels/workbook.xml.rels', '<R><Relationship Id="a" Type="worksheet" Target="s.xml"/></R>'],
        ['xl/s.xml', '<w><row r="1"><c r="ZZZ1"><v>1</v></c></row></w>'],
      ],
    ],
    [
      'a row that is none',
      [
        ['xl/workbook.xml', '<w><sheets><sheet name="一" id="a"/></sheets></w>'],
        ['xl/_rels/workbook.xml.rels', '<R><Relationship Id="a" Type="worksheet" Target="s.xml"/></R>'],
        ['xl/s.xml', '<w><row r="99999999"/></w>'],
      ],
    ],
  ])('%s', async (_, parts) => {
    expect(await inspectOffice(await zipOf(parts))).toBeInstanceOf(Array);
  });
});
