import { type ExecutionResult, execute, type GraphQLError, parse } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { PanelDocument, PanelLanguage, Params, Shown } from '../../../widgets/core/document.ts';
import { isMisuse, type Scene } from '../../../widgets/core/panel.ts';
import { citeSaid } from '../../core/citation.ts';
import { type LocalDate, today } from '../../core/local-date.ts';
import { kindNamed } from '../../disclosures/registry.ts';
import type { Context } from '../../graphql/context.ts';
import { ApiError } from '../../graphql/errors.ts';
import { holdsUntil } from '../../graphql/moment.ts';
import { withdrawnIn } from '../../graphql/withdrawal.ts';
import type { Platform } from '../platform.ts';
import { type Asked, addressOf, languageIn } from './asked.ts';
import { markedTitle } from './marked.ts';
import { paperCode } from './paper-code.ts';
import { summaryOf } from './summary.ts';
import { asTraditional, simplifiedParams } from './traditional.ts';
import { inLanguage } from './words.ts';

const parsed = new LRUCache<string, ReturnType<typeof parse>>({ max: 100 });

function documentOf(query: string) {
  const known = parsed.get(query);
  if (known) return known;
  const document = parse(query);
  parsed.set(query, document);
  return document;
}

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
    blocks: [],
    source: { publisher: '', permalink: baseUrl, indexNumber: told('indexNumber'), modifiedAt: told('withdrawnAt') },
  };
}

/** What is wrong with what was asked, not with us. */
const refusals = new Set<unknown>(['BAD_USER_INPUT', 'CURSOR_MISMATCH', 'CURSOR_EXPIRED']);

/** How GraphQL begins when it cannot read a variable, and names what is filtered by; whoever wrote a tag knows neither. */
const ofVariable = /^Variable "\$\w+" got invalid value .+?; /s;
const ofFilter = /^(?:where\.)?[a-zA-Z.]+[:：]?\s*(?=没有机构|There is no organization)|^where\./;

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
const misused = ({ panel }: Asked, sentence: string, { platform, language }: Scene): Shown => ({
  title: summaryOf(panel)[language === 'en' ? 'en' : 'zh'],
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

/** What the sentence has said is not said again below it; where a notice leads somewhere, the way there stays. */
const saidOnce = (shown: Shown): Shown => ({
  ...shown,
  blocks: shown.blocks.flatMap((block) => {
    if (block.type !== 'notice' || !shown.sentence.startsWith(block.text)) return [block];
    return block.href === undefined ? [] : [{ ...block, text: '' }];
  }),
});

/**
 * A panel of no one record is found again, and cited, by its own address, which keeps the question; where all of its kind
 * are listed is told beside it. What was withdrawn or asked wrongly is cited by nothing.
 */
function withOwnAddress(shown: Shown, url: string, day: LocalDate, lang: PanelLanguage): Shown {
  const { state, title, source } = shown;
  if (source.indexNumber !== undefined || state === 'withdrawn' || state === 'misused') return shown;
  const { publisher, permalink: catalogue, isSample = false } = source;
  const named = markedTitle({ title, isSample, lang });
  const cited = publisher === '' ? {} : { citation: citeSaid({ publisher, title: named, url }, day) };
  return { ...shown, source: { ...source, permalink: url, catalogue, ...cited } };
}

/** What is hung up on paper leads back by a code. */
function forPaper({ panel }: Asked, shown: Shown): Shown {
  const code = panel.isHungUp && shown.state !== 'misused' ? paperCode(shown.source.permalink) : undefined;
  return code ? { ...shown, source: { ...shown.source, code } } : shown;
}

/** What is shown as it was leads to the edition it was, which a later one does not take the place of. */
function ofItsEdition(shown: Shown, asOf: string | undefined): Shown {
  const { state, source } = shown;
  const { permalink, indexNumber, edition } = source;
  if (asOf === undefined || state !== 'data' || indexNumber === undefined || edition === undefined) return shown;
  const page = permalink.replace(/\/id\/([a-z-]+)\//, (_, kind: string) => `/${kindNamed(kind)?.plural}/`);
  return { ...shown, source: { ...source, permalink: `${page}/editions/${edition}` } };
}

/** What a panel says now, or at the instant its parameters name. */
export async function showPanel(platform: Platform, asked: Asked, context: Context): Promise<PanelDocument> {
  const lang = languageIn(asked.params);
  const address = addressOf(asked, context.baseUrl);
  const day = today(spokenOf(asked.params, context.now));
  const said = saidOnce(await shownBy(platform, asked, sceneOf(asked, context), context));
  const shown = forPaper(asked, ofItsEdition(withOwnAddress(said, address, day, lang), asked.params['as-of']));
  return {
    panel: asked.stem,
    lang,
    address,
    asOf: asked.params['as-of'] ?? null,
    touches: [...context.touched].sort(),
    ...(lang === 'zh-TW' ? asTraditional(shown) : shown),
  };
}
