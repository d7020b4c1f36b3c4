import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { expect, test } from 'vitest';
import { stems, useCounty } from './access/county.ts';
import { expectedOf, numbersOf } from './access/expected.ts';
import { panelsReady, panelTags } from './access/panel-page.ts';
import { scriptTag, useBrowser } from './browser.ts';

const visit = useBrowser();
const county = useCounty();

/** A number in a sentence is printed with the sentence. */
const printed = stems.filter((stem) => stem !== 'figure');

interface Sheets {
  readonly pages: number;
  readonly text: string;
  /** Texts that begin or end beyond their sheet. */
  readonly clipped: readonly string[];
  /** Pictures of pixels, of which a drawing is none. */
  readonly pixels: number;
}

async function read(bytes: Uint8Array): Promise<Sheets> {
  const reading = getDocument({ data: bytes, verbosity: 0 });
  const paper = await reading.promise;
  const texts: string[] = [];
  const clipped: string[] = [];
  let pixels = 0;
  for (let number = 1; number <= paper.numPages; number++) {
    const page = await paper.getPage(number);
    const [, , width = 0] = page.view;
    const { items } = await page.getTextContent();
    for (const item of items as TextItem[]) {
      texts.push(item.str, item.hasEOL ? '\n' : '');
      const [, , , , left = 0] = item.transform as number[];
      if (item.str.trim() !== '' && (left < -1 || left + item.width > width + 1))
        clipped.push(`${number}: ${item.str}`);
    }
    const { fnArray } = await page.getOperatorList();
    pixels += fnArray.filter((operation) => operation === OPS.paintImageXObject).length;
  }
  await reading.destroy();
  return { pages: paper.numPages, text: texts.join(''), clipped, pixels };
}

test.each([
  ['upright', false],
  ['across', true],
] as const)(
  'T18: on A4 %s every panel has all its values, drawn and not photographed, and nothing is cut off',
  async (name, landscape) => {
    const { page } = await visit(panelTags(county, printed) + scriptTag());
    await panelsReady(page, printed.length);
    const { pages, text, clipped, pixels } = await read(new Uint8Array(await page.pdf({ format: 'A4', landscape })));
    const documents = await Promise.all(printed.map((stem) => county.document(stem, county.example(stem))));
    const photos = documents.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'photos' ? block.items : [])),
    );
    const known = numbersOf(text.replace(/\s+/g, ' '));
    const missing = documents.flatMap((document) =>
      expectedOf(document)
        .numbers.filter((number) => !known.has(number))
        .map((number) => `${document.panel}: ${number}`),
    );
    const together = text.replace(/\s+/g, '');
    const addresses = documents.map(({ source }) => source.permalink).filter((address) => !together.includes(address));
    console.info(
      `T18 A4 ${name}: ${printed.length} panels on ${pages} pages, ${clipped.length} texts cut off (0), ${missing.length} values missing (0), ${addresses.length} addresses missing (0), ${pixels - photos.length} drawings of pixels (0)`,
    );
    expect(pages).toBeGreaterThanOrEqual(20);
    expect(clipped).toEqual([]);
    expect(missing).toEqual([]);
    expect(addresses).toEqual([]);
    expect(pixels).toBe(photos.length);
  },
  120_000,
);
