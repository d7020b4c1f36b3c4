import type { GraphQLScalarType } from 'graphql';
import type { PanelLanguage, Params } from '../../../widgets/core/document.ts';
import { commonParams, type Panel } from '../../../widgets/core/panel.ts';
import { panelNamed, panels } from '../../../widgets/panels.ts';
import { ApiError, badInput } from '../../graphql/errors.ts';
import type { Platform } from '../platform.ts';

/** A panel and its parameters, as an address names them. */
export interface Asked {
  readonly stem: string;
  readonly panel: Panel;
  readonly params: Params;
}

export const languageIn = ({ lang = '' }: Params): PanelLanguage => {
  if (/^en\b/i.test(lang)) return 'en';
  return /^zh-(tw|hk|mo|hant)/i.test(lang) ? 'zh-TW' : 'zh-CN';
};

/** Attributes of a tag that say how it stands on its page, not what it shows. */
const ofTheTag = new Set(['endpoint', 'heading-level']);

/** What others add to an address on its way: whence a reader came, not what is asked. */
const ofTheWay = /^(utm_\w+|fbclid|gclid|msclkid|yclid|spm|share_\w+|from|isappinstalled|_)$/i;

/** The parameters a panel takes. It takes an instant only when its question can be asked of one. */
export const paramsOf = ({ descriptor, query }: Panel): readonly string[] => {
  const common = commonParams.filter((name) => name !== 'as-of' || query.includes('$asOf'));
  const own = Object.keys(descriptor.attributes).filter((name) => !ofTheTag.has(name));
  return [...new Set([...own, ...common])];
};

/** Names among the given that are no parameters of this panel. */
export function unknownOf(stem: string, given: Iterable<readonly [string, string]>): string[] {
  const panel = panelNamed(stem);
  const known = panel ? paramsOf(panel) : [];
  return [...given]
    .map(([name]) => name)
    .filter((name) => panel && !known.includes(name) && !ofTheTag.has(name) && !ofTheWay.test(name));
}

/** An instant as everybody writes it, so that one past has one address; what is none is told. */
function instantIn({ schema, clock }: Pick<Platform, 'schema' | 'clock'>, text: string): string {
  const { parseValue } = schema.getType('DateTime') as GraphQLScalarType<Date>;
  let instant: Date;
  try {
    instant = parseValue(text) as Date;
  } catch {
    const said = text.slice(0, 40);
    throw badInput(
      `as-of="${said}" 不是时刻；请写成 as-of="2021-07-15T00:00:00Z" 这样，或去掉 as-of。`,
      `as-of="${said}" is not an instant; write it like as-of="2021-07-15T00:00:00Z", or leave as-of out.`,
    );
  }
  if (instant <= clock()) return instant.toISOString();
  throw badInput(
    `as-of ${instant.toISOString()} 在将来，平台还没有这一时刻的内容；请给出不晚于现在的时刻。`,
    `as-of ${instant.toISOString()} is in the future: the platform has said nothing then; give an instant not later than now.`,
  );
}

/** A language one reads here has one name; any other is none, as in a tag on a page of another language. */
const languageNamed = (lang: string): string => (/^(en|zh)(?![a-z])/i.test(lang) ? languageIn({ lang }) : '');

function spelledAlike(platform: Pick<Platform, 'schema' | 'clock'>, name: string, value: string): string {
  if (name === 'lang') return languageNamed(value.trim());
  return name === 'as-of' && value.trim() !== '' ? instantIn(platform, value) : value.replaceAll('\0', '');
}

const noPanel = (stem: string): ApiError => {
  const name = stem.slice(0, 60);
  return new ApiError('NOT_FOUND', {
    zh: `没有名为 ${name} 的面板；全部面板：${Object.keys(panels).join('、')}`,
    en: `There is no panel ${name}; there are: ${Object.keys(panels).join(', ')}`,
  });
};

const noParameter = (stem: string, unknown: readonly string[], known: readonly string[]): ApiError => {
  const named = unknown.map((name) => name.slice(0, 40)).slice(0, 5);
  return badInput(
    `面板 ${stem} 没有参数 ${named.join('、')}；可用的有：${known.join('、')}。`,
    `The panel ${stem} has no parameter ${named.join(', ')}; it takes: ${known.join(', ')}.`,
  );
};

/**
 * A panel with the one spelling of its parameters: by name, none empty. What it does not know is refused by name; `ofForm` are
 * parameters of the form it is asked in.
 */
export function askedFor(
  platform: Pick<Platform, 'schema' | 'clock'>,
  stem: string,
  given: Iterable<readonly [string, string]>,
  ofForm: readonly string[] = [],
): Asked {
  const panel = panelNamed(stem);
  if (!panel) throw noPanel(stem);
  const known = paramsOf(panel);
  const others = [...given].filter(([name]) => !ofForm.includes(name) || known.includes(name));
  const unknown = unknownOf(stem, others);
  if (unknown.length > 0) throw noParameter(stem, unknown, [...known, ...ofForm]);
  const params = Object.fromEntries(
    others
      .filter(([name]) => known.includes(name))
      .map(([name, value]) => [name, spelledAlike(platform, name, value)] as const)
      .filter(([, value]) => value.trim() !== '')
      .sort(([left], [right]) => (left < right ? -1 : 1)),
  );
  return { stem, panel, params };
}

/** Where a panel is, in one of its forms: `''` is the page. */
export const addressOf = (
  { stem, params }: Asked,
  baseUrl: string,
  form = '',
  more: Readonly<Record<string, string>> = {},
): string => {
  const query = new URLSearchParams({ ...params, ...more }).toString();
  return `${baseUrl}/w/${stem}${form}${query === '' ? '' : `?${query}`}`;
};
