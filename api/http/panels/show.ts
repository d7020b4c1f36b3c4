import { type ExecutionResult, execute, type GraphQLError, type GraphQLScalarType, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { PanelDocument, PanelLanguage, Params, Shown } from '../../../widgets/core/document.ts';
import { commonParams, isMisuse, type Panel, type Scene } from '../../../widgets/core/panel.ts';
import { panels } from '../../../widgets/panels.ts';
import { today } from '../../core/local-date.ts';
import type { Context } from '../../graphql/context.ts';
import { ApiError, badInput } from '../../graphql/errors.ts';
import { holdsUntil } from '../../graphql/moment.ts';
import { withdrawnIn } from '../../graphql/withdrawal.ts';
import type { Platform } from '../platform.ts';
import { asTraditional, simplifiedParams } from './traditional.ts';
import { inLanguage } from './words.ts';

/** A panel and its parameters, as an address names them. */
export interface Asked {
  readonly stem: string;
  readonly panel: Panel;
  readonly params: Params;
}

const parsed = new LRUCache<string, ReturnType<typeof parse>>({ max: 100 });

function documentOf(query: string) {
  const known = parsed.get(query);
  if (known) return known;
  const document = parse(query);
  parsed.set(query, document);
  return document;
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
  const panel = Object.hasOwn(panels, stem) ? panels[stem] : undefined;
  const known = panel ? paramsOf(panel) : [];
  return [...given]
    .map(([name]) => name)
    .filter((name) => panel && !known.includes(name) && !ofTheTag.has(name) && !ofTheWay.test(name));
}

/** An instant as everybody writes it, so that one past has one address; what is none is told. */
function instantIn({ schema, clock }: Pick<Platform, 'schema' | 'clock'>, text: string): string {
  const instant = (schema.getType('DateTime') as GraphQLScalarType<Date>).parseValue(text) as Date;
  if (instant <= clock()) return instant.toISOString();
  throw badInput(
    `as-of ${instant.toISOString()} 在将来，平台还没有这一时刻的内容；请给出不晚于现在的时刻。`,
    `as-of ${instant.toISOString()} is in the future: the platform has said nothing then; give an instant not later than now.`,
  );
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
  const panel = Object.hasOwn(panels, stem) ? panels[stem] : undefined;
  if (!panel) throw noPanel(stem);
  const known = paramsOf(panel);
  const others = [...given].filter(([name]) => !ofForm.includes(name) || known.includes(name));
  const unknown = unknownOf(stem, others);
  if (unknown.length > 0) throw noParameter(stem, unknown, [...known, ...ofForm]);
  const params = Object.fromEntries(
    others
      .filter(([name, value]) => known.includes(name) && value.trim() !== '')
      .map(([name, value]) => [name, name === 'as-of' ? instantIn(platform, value) : value] as const)
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

/** What is left of a record that was withdrawn (撤回): that it was, when and why. */
function gone({ message, extensions }: GraphQLError, { baseUrl }: Context, lang: PanelLanguage): Shown {
  const told = (name: string) => String(extensions[name] ?? '');
  const [title, reason] = [told('documentTitle'), told('reason')];
  const sentence =
    title === '' ? message : inLanguage(lang, `《${title}》已撤回：${reason}`, `“${title}” was withdrawn: ${reason}`);
  return {
    title: title || message,
    state: 'withdrawn',
    sentence,
    blocks: [{ type: 'notice', tone: 'void', text: sentence }],
    source: { publisher: '', permalink: baseUrl, indexNumber: told('indexNumber'), modifiedAt: told('withdrawnAt') },
  };
}

/** What is wrong with what was asked, not with us. */
const refusals = new Set<unknown>(['BAD_USER_INPUT', 'CURSOR_MISMATCH', 'CURSOR_EXPIRED']);

/** How GraphQL begins when it cannot read a variable, and names what is filtered by; whoever wrote a tag knows neither. */
const ofVariable = /^Variable "\$\w+" got invalid value .+?; /s;
const ofFilter = /^where\./;

/** Why the API refuses, in the reader's language: its own errors have both, those of GraphQL are split (中文 / English). */
function reasonIn({ message, originalError }: GraphQLError, language: Scene['language']): string {
  if (originalError instanceof ApiError)
    return originalError.words[language === 'en' ? 'en' : 'zh'].replace(ofFilter, '');
  // What a reader wrote may hold the mark between the two; it stands in both.
  const parts = message.replace(ofVariable, '').split(' / ');
  if (parts.length % 2 > 0) return parts.join(' / ');
  const half = parts.length / 2;
  const own = language === 'en' ? parts.slice(half) : parts.slice(0, half);
  return own.join(' / ').replace(ofFilter, '');
}

/** A tag that cannot be right: said for whoever wrote it. */
const misused = ({ panel }: Asked, sentence: string, { platform }: Scene): Shown => ({
  title: panel.descriptor.summary,
  state: 'misused',
  sentence,
  blocks: [],
  source: { publisher: '', permalink: platform },
});

async function shownBy({ schema }: Platform, asked: Asked, scene: Scene, context: Context): Promise<Shown> {
  const { panel } = asked;
  const variables = panel.variables(scene);
  if (isMisuse(variables)) return misused(asked, variables.misuse, scene);
  const asOf = scene.params['as-of'] ?? null;
  const { data, errors } = (await execute({
    schema,
    document: documentOf(panel.query),
    variableValues: { ...variables, asOf },
    contextValue: context,
  })) as ExecutionResult;
  const [error] = errors ?? [];
  const isGone = error && withdrawnIn(error) !== undefined;
  if (error && !isGone) {
    if (!refusals.has(error.extensions['code'])) throw error;
    const reason = reasonIn(error, scene.language);
    if (panel.refused) return panel.refused(reason, scene);
    // What the tag names is not there (a body, a town): the API says so, with names like it. An instant that is none is refused.
    if (error.path)
      return misused(
        asked,
        scene.language === 'en' ? `Please correct the tag. ${reason}` : `请改正标签：${reason}`,
        scene,
      );
    throw error;
  }
  if (isGone) return gone(error, context, languageIn(scene.params));
  if (!panel.guard(data)) throw new Error(`the answer to ${asked.stem} has another shape`);
  return panel.show(data, scene);
}

const minute = 60_000;

/** The instant a panel speaks of; one that is no instant is refused by the query. */
function spokenOf({ 'as-of': asOf = '' }: Params, now: Date): Date {
  const asked = new Date(asOf);
  return Number.isNaN(asked.getTime()) ? now : asked;
}

function sceneOf({ params }: Asked, context: Context): Scene {
  const instant = spokenOf(params, context.now);
  const lang = languageIn(params);
  return {
    language: lang === 'en' ? 'en' : 'zh-CN',
    params: lang === 'zh-TW' ? simplifiedParams(params) : params,
    platform: context.baseUrl,
    today: today(instant),
    get now() {
      if (instant === context.now) holdsUntil(context, new Date((Math.floor(instant.getTime() / minute) + 1) * minute));
      return instant.toISOString();
    },
  };
}

/** What a panel says now, or at the instant its parameters name. */
export async function showPanel(platform: Platform, asked: Asked, context: Context): Promise<PanelDocument> {
  const lang = languageIn(asked.params);
  const shown = await shownBy(platform, asked, sceneOf(asked, context), context);
  return {
    panel: asked.stem,
    lang,
    address: addressOf(asked, context.baseUrl),
    asOf: asked.params['as-of'] ?? null,
    touches: [...context.touched].sort(),
    ...(lang === 'zh-TW' ? asTraditional(shown) : shown),
  };
}
