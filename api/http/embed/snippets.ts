import type { Params } from '../../../widgets/core/document.ts';
import type { Bilingual } from '../../core/finding.ts';
import { usualWidth } from '../panels/frame-height.ts';
import { forOldPages } from './old-encoding.ts';

/** One way to put a panel on a page, and who keeps it. */
export interface Snippet {
  readonly form: 'link' | 'image' | 'element' | 'div' | 'span' | 'iframe' | 'script';
  readonly label: Bilingual;
  readonly code: string;
  /** Which editors keep it, and what else it needs. */
  readonly keptBy: Bilingual;
}

export interface Embedded {
  readonly baseUrl: string;
  readonly stem: string;
  readonly params: Params;
  readonly title: string;
  /** What it shows in one sentence: the alternative text of its picture. */
  readonly sentence: string;
  /** Height of its picture (px); where it is not known, that of a usual one. */
  readonly height?: number;
  /** The same on a telephone. */
  readonly narrowHeight?: number;
  /** Height of a frame around it (px). */
  readonly frameHeight?: number;
  /** It stands inside a sentence. */
  readonly isInline?: boolean | undefined;
  /** The number it says today, with its unit, and what it is of and when. */
  readonly number?: { readonly text: string; readonly about: string } | undefined;
}

const usualHeight = 480;
/** Width of its picture on a telephone (px). */
export const narrowWidth = 320;

/** Escaped as a webmaster would write it: ghtml's way is as right, and not to be read. */
const escaped = (text: string): string =>
  forOldPages(
    text.replace(/[&"<>]/g, (mark) => ({ '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' })[mark] ?? mark),
  );

/** Code whose holes hold any text. */
const code = (parts: TemplateStringsArray, ...holes: readonly string[]): string =>
  parts.map((part, at) => part + escaped(holes[at] ?? '')).join('');

const addressOf = ({ baseUrl, stem, params }: Embedded, extension = '', more: Params = {}): string => {
  const query = new URLSearchParams({ ...params, ...more }).toString();
  return `${baseUrl}/w/${stem}${extension}${query === '' ? '' : `?${query}`}`;
};

/** Names are the panel's own; values may hold anything. */
const attributesOf = ({ params }: Embedded): string =>
  Object.entries(params)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

export const loaderTag = (baseUrl: string, attributes = ''): string =>
  `<script src="${escaped(baseUrl)}/widgets/loader.js"${attributes} async></script>`;

const link = (embedded: Embedded): string => code`<a href="${addressOf(embedded)}">${embedded.title}</a>`;

/** A picture is light or dark: it knows neither its reader nor the page around it. */
function pictureOf(embedded: Embedded, more: Params = {}): string {
  const { theme = '', ...others } = embedded.params;
  const params = theme === 'light' || theme === 'dark' ? embedded.params : others;
  return addressOf({ ...embedded, params }, '.svg', more);
}

/** On a telephone one as wide as that: what is set for a desk would reach beyond the screen, or be too small to be read. */
const narrow = (embedded: Embedded): string =>
  embedded.narrowHeight === undefined
    ? ''
    : code`<source media="(max-width: ${`${usualWidth + 40}`}px)" srcset="${pictureOf(embedded, { width: `${narrowWidth}` })}" width="${`${narrowWidth}`}" height="${`${embedded.narrowHeight}`}">`;

/** With its size: the page keeps the room from the first moment on. Without a style, which strict pages refuse and report. */
function picture(embedded: Embedded): string {
  const { sentence, height = usualHeight } = embedded;
  const image = code`<img src="${pictureOf(embedded)}" alt="${sentence}" width="${`${usualWidth}`}" height="${`${height}`}" loading="lazy">`;
  const source = narrow(embedded);
  return `<a href="${escaped(addressOf(embedded))}">${source === '' ? image : `<picture>${source}${image}</picture>`}</a>`;
}

/** What stands before the link beside a frame, where the panel is not in zh-CN. */
const beside: Readonly<Record<string, string>> = { en: 'By itself: ', 'zh-TW': '單獨打開：' };

const queryOf = (embedded: Embedded): string => addressOf(embedded).slice(`${embedded.baseUrl}/w/`.length);

/** The sentence around it reads on, whatever becomes of the tag: what stands there is the number, and its title says of which day. */
const numberLink = (embedded: Embedded): string =>
  embedded.number
    ? code`<a href="${addressOf(embedded)}" title="${embedded.number.about}">${embedded.number.text}</a>`
    : link(embedded);

/** Forms of a number in a sentence. A box or a picture would break the sentence, a link alone is never the number. */
const inlineSnippets = (embedded: Embedded): readonly Snippet[] => [
  {
    form: 'element',
    label: { zh: '句中的标签', en: 'Element in a sentence' },
    code: `<gk-${embedded.stem}${attributesOf(embedded)}>${numberLink(embedded)}</gk-${embedded.stem}>`,
    keptBy: {
      zh: '直接编辑网页源代码、模板时用；放进句子里，前后不留空格。脚本没来时，句中是今天的数。',
      en: 'For templates and pages edited as source; it goes into the sentence as it is. Where the script does not come, the number of today stands there.',
    },
  },
  {
    form: 'span',
    label: { zh: 'span 标签', en: 'A span' },
    code: `<span data-gk="${escaped(queryOf(embedded))}">${numberLink(embedded)}</span>`,
    keptBy: {
      zh: '保留 data- 属性的编辑器（WordPress 编辑者、Drupal 完整 HTML）；放进句子里，不断行。',
      en: 'For editors that keep data- attributes (WordPress editors, Drupal full HTML); it stays in the line of the sentence.',
    },
  },
  {
    form: 'script',
    label: { zh: '加载脚本', en: 'The loader' },
    code: loaderTag(embedded.baseUrl),
    keptBy: {
      zh: '全页放一次，不放进句子里。',
      en: 'Once into the page, not into the sentence.',
    },
  },
];

/** Every form of one panel (嵌入代码), the most surely kept first. Each leads to the same address. */
export function snippetsOf(embedded: Embedded): readonly Snippet[] {
  if (embedded.isInline) return inlineSnippets(embedded);
  const { baseUrl, stem, title, frameHeight = usualHeight } = embedded;
  const attributes = attributesOf(embedded);
  return [
    {
      form: 'link',
      label: { zh: '一个链接', en: 'A plain link' },
      code: link(embedded),
      keptBy: {
        zh: '所有编辑器都保留。网站模板里放一次带 data-gk-links 的加载脚本，链接就变成面板；没有脚本时仍是链接。',
        en: 'Kept by every editor. With the loader once in the site’s template (data-gk-links) it becomes the panel; without, it stays a link.',
      },
    },
    {
      form: 'image',
      label: { zh: '图片在先', en: 'Picture first' },
      // On a line of its own, not in a paragraph: the space below that is lost with it, and what follows would move.
      code: `<gk-${stem}${attributes}>\n  ${picture(embedded)}<br>\n  ${link(embedded)}\n</gk-${stem}>\n${loaderTag(baseUrl)}`,
      keptBy: {
        zh: `脚本没来、没开脚本也有图和一句话，位置事先留好。栏宽须有 ${usualWidth} px；栏窄请用“标签”，或在网站样式里写 img { max-width: 100%; height: auto }。须是保留自定义标签的源代码编辑；编辑器若删去标签，图片和链接还在。`,
        en: `A picture and its sentence without any script, in the room kept for the panel. For a column of ${usualWidth} px or more: in a narrower one take the element, or have img { max-width: 100%; height: auto } in the site’s styles. Needs an editor that keeps custom tags; where it drops them, picture and link remain.`,
      },
    },
    {
      form: 'element',
      label: { zh: '标签', en: 'Element' },
      code: `<gk-${stem}${attributes}>\n  ${link(embedded)}\n</gk-${stem}>\n${loaderTag(baseUrl)}`,
      keptBy: {
        zh: '直接编辑网页源代码、模板时用。WordPress 作者、CKEditor、TinyMCE 默认删去自定义标签，请用链接、div 或 iframe。',
        en: 'For templates and pages edited as source. WordPress authors, CKEditor and TinyMCE drop custom tags by default: take the link, the div or the iframe.',
      },
    },
    {
      form: 'div',
      label: { zh: 'div 标签', en: 'A div' },
      code: `<div data-gk="${escaped(queryOf(embedded))}">${link(embedded)}</div>\n${loaderTag(baseUrl)}`,
      keptBy: {
        zh: '保留 data- 属性的编辑器（WordPress 编辑者、Drupal 完整 HTML）。',
        en: 'For editors that keep data- attributes (WordPress editors, Drupal full HTML).',
      },
    },
    {
      form: 'iframe',
      label: { zh: 'iframe', en: 'iframe' },
      // Where frames are shut out, or what is in them cannot be reached, the link beside is what there is. Without a line around
      // it by an old attribute: editors drop styles, and strict pages forbid them.
      code: `${code`<iframe src="${addressOf(embedded, '', { frame: '1' })}" title="${title}" width="100%" height="${`${frameHeight}`}" frameborder="0" loading="lazy"></iframe>`}<p>${beside[embedded.params['lang'] ?? ''] ?? '单独打开：'}${link(embedded)}</p>`,
      keptBy: {
        zh: '不能放脚本的网站用；在支持 oEmbed 的系统里贴上面的链接即可自动得到它。高度固定，内容长时框内滚动。框是浅色的；深色网页请把主题选为“深色”。',
        en: 'For sites that allow no scripts; where oEmbed is supported, pasting the address gives it by itself. Its height is fixed. It is light; for a dark page choose the dark theme.',
      },
    },
  ];
}

/** A page that runs exactly these bytes and no others, also after the platform is updated. */
export const pinnedTag = (
  baseUrl: string,
  pin: { readonly file: string; readonly integrity: string },
  attributes = '',
): string =>
  code`<script src="${baseUrl}/widgets/${pin.file}" integrity="${pin.integrity}" crossorigin${attributes} async></script>`;

/** What a loader says of itself to turn links into panels. */
export const forLinks = ' data-gk-links';

export const linksLoader = (baseUrl: string): string => loaderTag(baseUrl, forLinks);
