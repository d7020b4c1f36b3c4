import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { renderAsync } from '@resvg/resvg-js';
import { ApiError } from '../../../graphql/errors.ts';
import { type Reader, Turns } from '../../turns.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
/** One font for every machine, so that a picture is the same bytes wherever it is made. */
const font = {
  loadSystemFonts: false,
  fontFiles: [join(folder, 'NotoSansHans-Regular.otf'), join(folder, 'NotoSansHans-Bold.otf')],
  defaultFontFamily: 'Noto Sans Hans',
  sansSerifFamily: 'Noto Sans Hans',
};

/** Pictures that may wait, and when whoever finds no place may come again (seconds): by then most of those who wait are done. */
const places = 20;
const retryAfter = 15;

/** One picture at a time, beside the thread that answers: everything else goes on while one is made. */
export const pictureTurns = new Turns(1, places, () => {
  const words = {
    zh: `现在要画的图片太多，请 ${retryAfter} 秒后再取，或取同一地址的 .svg。`,
    en: `Too many pictures are being made now; ask again in ${retryAfter} seconds, or take the .svg at the same address.`,
  };
  return new ApiError('TIMEOUT', words, { retryAfter });
});

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** After the signature and the header of a PNG. */
const afterHeader = 33;

/** A PNG that tells of itself, in the texts the format has for that (iTXt, UTF-8). */
function told(png: Buffer, texts: Readonly<Record<string, string>>): Buffer {
  const chunks = Object.entries(texts)
    .filter(([, text]) => text !== '')
    .map(([keyword, text]) => chunk('iTXt', Buffer.from(`${keyword}\0\0\0\0\0${text}`, 'utf8')));
  return Buffer.concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)]);
}

/** A picture as dots, `scale` of them for each unit, in the reader's turn. */
export const raster = (
  svg: string,
  scale: number,
  texts: Readonly<Record<string, string>>,
  reader: Reader,
): Promise<Buffer> =>
  pictureTurns.take(reader, async () => {
    const image = await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: scale }, logLevel: 'off' });
    return told(image.asPng(), texts);
  });
