import type { PanelDocument } from '../../../widgets/core/document.ts';
import { badInput } from '../../graphql/errors.ts';
import type { Reader } from '../turns.ts';
import { csvOf, workbookOf } from './files.ts';
import { markdownOf } from './markdown.ts';
import { titleOf } from './marked.ts';
import { dateOf } from './picture/metadata.ts';
import type { Theme } from './picture/paper.ts';
import { picture } from './picture/picture.ts';
import { raster } from './picture/raster.ts';
import { licence, plain } from './words.ts';

/** A document in one of its forms, with the parameters that are of the form. */
export interface Form {
  readonly contentType: string;
  readonly params: readonly string[];
  /** True: kept as a file, under a name that tells what it is and when it held. */
  readonly isFile: boolean;
  /** Throws when a parameter of the form is wrong, before anything is read. */
  check?(given: URLSearchParams): void;
  make(
    document: PanelDocument,
    given: URLSearchParams,
    now: Date,
    reader: Reader,
  ): Promise<Buffer | string> | Buffer | string;
}

const least = 320;
const most = 1600;

function wholeIn(given: URLSearchParams, name: string, otherwise: number, from: number, to: number): number {
  const text = given.get(name) ?? '';
  if (text === '') return otherwise;
  const value = Number(text);
  if (/^\d{1,5}$/.test(text) && value >= from && value <= to) return value;
  throw badInput(
    `${name}=${text.slice(0, 20)} 不可用：须为 ${from} 至 ${to} 的整数。`,
    `${name}=${text.slice(0, 20)} cannot be: give a whole number from ${from} to ${to}.`,
  );
}

function themeIn(given: URLSearchParams): Theme {
  const theme = given.get('theme') || 'light';
  if (theme === 'light' || theme === 'dark') return theme;
  throw badInput(
    `theme=${theme.slice(0, 20)} 不可用：须为 light 或 dark。`,
    `theme=${theme.slice(0, 20)} cannot be: give light or dark.`,
  );
}

const lookIn = (given: URLSearchParams) => ({
  width: wholeIn(given, 'width', 720, least, most),
  theme: themeIn(given),
});

/** Dots of a picture for each of its units, within the widest that is made. */
function scaleIn(given: URLSearchParams): number {
  const scale = wholeIn(given, 'scale', 1, 1, 2);
  const { width } = lookIn(given);
  if (width * scale <= most) return scale;
  throw badInput(
    `图片宽 ${width} × ${scale} 超过上限 ${most} 像素；请减小 width 或 scale。`,
    `A picture of ${width} × ${scale} is over the limit of ${most} pixels; give a smaller width or scale.`,
  );
}

/** What a PNG tells of itself. */
function textsOf(document: PanelDocument, now: Date): Record<string, string> {
  const { sentence, source, address } = document;
  return {
    Title: plain(titleOf(document)),
    Description: plain(sentence),
    Author: plain(source.publisher),
    Source: source.permalink,
    Copyright: `${licence.name} ${licence.url}`,
    'Creation Time': dateOf(document, now),
    Comment: address,
  };
}

/** Every form a panel is given in besides its page, by the ending of its address. */
export const forms: Readonly<Record<string, Form>> = {
  json: {
    contentType: 'application/json; charset=utf-8',
    params: [],
    isFile: false,
    make: (document) => `${JSON.stringify(document, null, 2)}\n`,
  },
  svg: {
    contentType: 'image/svg+xml; charset=utf-8',
    params: ['width', 'theme'],
    isFile: false,
    check: lookIn,
    make: (document, given, now) => picture(document, { ...lookIn(given), now }).markup,
  },
  png: {
    contentType: 'image/png',
    params: ['width', 'theme', 'scale'],
    isFile: false,
    check: scaleIn,
    make: (document, given, now, reader) =>
      raster(picture(document, { ...lookIn(given), now }).markup, scaleIn(given), textsOf(document, now), reader),
  },
  csv: {
    contentType: 'text/csv; charset=utf-8; header=present',
    params: ['table'],
    isFile: true,
    make: (document, given, now) => csvOf(document, given.get('table') || undefined, now),
  },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    params: [],
    isFile: true,
    make: (document, _, now) => workbookOf(document, now),
  },
  md: {
    contentType: 'text/markdown; charset=utf-8',
    params: [],
    isFile: false,
    make: (document, _, now) => markdownOf(document, now),
  },
};

/** The name a file is kept under: what it is, whose, and when it held. */
export function fileName(document: PanelDocument, now: Date): string {
  const [title, publisher] = [plain(titleOf(document)), plain(document.source.publisher)];
  return [title, title.includes(publisher) ? '' : publisher, dateOf(document, now)]
    .filter((part) => part !== '')
    .join('_')
    .replace(/[\\/:*?"<>|]/g, ' ')
    .slice(-120);
}
