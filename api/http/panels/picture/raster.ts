import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { renderAsync } from '@resvg/resvg-js';
import { ApiError } from '../../../graphql/errors.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
/** One font for every machine, so that a picture is the same bytes wherever it is made. */
const font = {
  loadSystemFonts: false,
  fontFiles: [join(folder, 'NotoSansHans-Regular.otf'), join(folder, 'NotoSansHans-Bold.otf')],
  defaultFontFamily: 'Noto Sans Hans',
  sansSerifFamily: 'Noto Sans Hans',
};

/** Pictures that may wait; whoever comes then is told at once. */
const mostWaiting = 20;
let waiting = 0;
let turn: Promise<unknown> = Promise.resolve();

/** One picture at a time, beside the thread that answers: everything else goes on while one is made. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting >= mostWaiting) {
    throw new ApiError('TIMEOUT', {
      zh: '现在要画的图片太多，请稍后再取，或取同一地址的 .svg。',
      en: 'Too many pictures are being made now; ask again later, or take the .svg at the same address.',
    });
  }
  waiting += 1;
  const mine = turn.then(work, work);
  turn = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    waiting -= 1;
  }
}

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

/** A picture as dots, `scale` of them for each unit. */
export const raster = (svg: string, scale: number, texts: Readonly<Record<string, string>>): Promise<Buffer> =>
  inTurn(async () => {
    const image = await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: scale }, logLevel: 'off' });
    return told(image.asPng(), texts);
  });
