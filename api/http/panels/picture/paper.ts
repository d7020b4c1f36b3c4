import type { Badge, PanelLanguage, Tone } from '../../../../widgets/core/document.ts';
import { toneShapes } from '../../../../widgets/core/tone-shapes.ts';
import { xml } from '../words.ts';
import { linesOf, textWidth } from './text-width.ts';

// Only attributes, no style sheet: a strict policy of content would take that away.

export type Theme = 'light' | 'dark';

interface Colours {
  readonly ink: string;
  readonly muted: string;
  readonly paper: string;
  readonly rule: string;
  readonly accent: string;
  /** The accent among much of it. */
  readonly soft: string;
  readonly pale: string;
}

/** The colours of pages and panels; `soft` still stands out from the paper by 3:1. */
const colours: Readonly<Record<Theme, Colours>> = {
  light: {
    ink: '#1a1a1a',
    muted: '#595959',
    paper: '#ffffff',
    rule: '#d4d4d0',
    accent: '#0b4f8a',
    soft: '#7295b5',
    pale: '#e3ebf2',
  },
  dark: {
    ink: '#e9e7e3',
    muted: '#aeaba5',
    paper: '#17191c',
    rule: '#3b3e43',
    accent: '#8ec5f5',
    soft: '#567896',
    pale: '#26333f',
  },
};

/** The system's own fonts, those for Chinese first named as systems name them. */
export const fonts =
  "system-ui, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

/** What is drawn on: how wide, in what size, in which colours. */
export interface Paper extends Colours {
  readonly width: number;
  /** Size of the text, from which everything else follows. */
  readonly size: number;
  readonly isNarrow: boolean;
  readonly lang: PanelLanguage;
}

/** Something drawn, from (0, 0) down to its height. */
export interface Drawn {
  readonly markup: string;
  readonly height: number;
}

/** Type grows with the picture, more slowly than it. */
export function paperOf(width: number, theme: Theme, lang: PanelLanguage): Paper & { readonly margin: number } {
  const isNarrow = width < 480;
  const margin = isNarrow ? 16 : Math.round((width * 0.033) / 4) * 4;
  const size = isNarrow ? 14 : Math.max(15, Math.round(16 * Math.sqrt(width / 720)));
  return { ...colours[theme], width: width - 2 * margin, margin, size, isNarrow, lang };
}

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

interface TextLook {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One line of text; `y` is its base line. */
export const lineAt = (x: number, y: number, text: string, { size, fill, bold, anchor }: TextLook): string =>
  `<text x="${rounded(x)}" y="${rounded(y)}" font-size="${rounded(size)}" fill="${fill}"${bold ? ' font-weight="700"' : ''}${
    anchor && anchor !== 'start' ? ` text-anchor="${anchor}"` : ''
  }>${xml(text)}</text>`;

export const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${rounded(x)}" y="${rounded(y)}" width="${rounded(Math.max(0, width))}" height="${rounded(Math.max(0, height))}" fill="${fill}"/>`;

/** A hair line. */
export const ruleAt = (y: number, { width, rule }: Paper): string => rect(0, y, width, 1, rule);

export const group = (x: number, y: number, markup: string): string =>
  `<g transform="translate(${rounded(x)} ${rounded(y)})">${markup}</g>`;

/** A text in as many lines as it needs, from the top of its first line. */
export function paragraph(
  x: number,
  width: number,
  text: string,
  look: TextLook & { readonly leading: number; readonly most?: number },
): Drawn {
  const { size, leading, most } = look;
  const lines = linesOf(text.replace(/\s+/g, ' '), width / size, most);
  const step = size * leading;
  const markup = lines.map((line, at) => lineAt(x, at * step + step / 2 + size * 0.36, line, look)).join('');
  return { markup, height: lines.length * step };
}

/** Things under one another. */
export function stacked(parts: readonly (Drawn | null)[], gap: number): Drawn {
  let markup = '';
  let height = 0;
  for (const part of parts) {
    if (!part || part.height === 0) continue;
    if (height > 0) height += gap;
    markup += group(0, height, part.markup);
    height += part.height;
  }
  return { markup, height };
}

/** Things under one another with a hair line between them. */
export const ruled = (parts: readonly Drawn[], gap: number, paper: Paper): Drawn =>
  stacked(
    parts.map(({ markup, height }, at) =>
      at === parts.length - 1
        ? { markup, height }
        : { markup: markup + ruleAt(height + gap - 1, paper), height: height + gap },
    ),
    gap,
  );

/** Every tone has a shape, so that it is seen without colour: in a box of 10 by 10. */
/** Colours of warnings, and of nothing else. */
const warnings: Partial<Record<Tone, string>> = {
  red: '#c62828',
  orange: '#d9730d',
  yellow: '#b58900',
  blue: '#1769c2',
};

/** A word on a state with its shape, its base line at 0. */
export function badgeAt(x: number, y: number, { text, tone }: Badge, size: number, paper: Paper): string {
  const fill = warnings[tone] ?? (tone === 'good' ? paper.accent : paper.muted);
  const path = toneShapes[tone];
  const shape =
    path &&
    `<path transform="translate(${rounded(x)} ${rounded(y - size * 0.72)}) scale(${rounded((size * 0.7) / 12)})" fill="${fill}" d="${path}"/>`;
  return shape + lineAt(x + (path === '' ? 0 : size * 0.95), y, text, { size, fill: paper.ink });
}

export const badgeWidth = ({ text, tone }: Badge, size: number): number =>
  (textWidth(text) + (toneShapes[tone] === '' ? 0 : 0.95)) * size;
