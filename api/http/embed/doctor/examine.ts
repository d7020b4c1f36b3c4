import type { Bilingual, Finding } from '../../../core/finding.ts';
import { markOf } from '../../scripts.ts';
import { forLinks, loaderTag, pinnedTag } from '../snippets.ts';
import { cspFindings } from './content-policy.ts';
import { commentedFinding, damageFindings } from './damage-findings.ts';
import { elementsOf } from './elements.ts';
import { elsewhereFindings } from './elsewhere-findings.ts';
import { type Embedding, embeddingIn } from './embedding.ts';
import { tagFindings } from './findings.ts';
import { frameFindings } from './frame-findings.ts';
import { hiddenFindings, shownIn } from './hidden-findings.ts';
import type { KnownScripts } from './integrity.ts';
import { type Loading, loaderFindings, loadersIn } from './loader-findings.ts';
import { type Meant, meantBy } from './meant.ts';
import { mixedContentFindings } from './mixed-content.ts';
import { inPage, standingOf } from './standing.ts';
import { valueFindings } from './value-findings.ts';

/** A page as it reached its readers. */
export interface ExaminedPage {
  readonly source: string;
  /** Where it came from; null when it was pasted. */
  readonly address: string | null;
  /** Its `Content-Security-Policy` headers. */
  readonly policies: readonly string[];
}

/** A panel of a page, and whether it has a problem of its own. */
export interface Examined extends Meant {
  readonly isWrong: boolean;
}

/** What is wrong with how panels stand in a page, and how they should: nothing but data, since it comes from another thread. */
export interface Examination {
  readonly findings: readonly Finding[];
  /** Panels that were found, in the order of the page. */
  readonly found: number;
  /** The first of those that can be made out, as they were meant, in the same order. */
  readonly meant: readonly Examined[];
  /** How many more there may be. */
  readonly unasked: number;
  /** The script to write instead of what there is; null where nothing is wrong with it. */
  readonly loader: string | null;
  /** There is one in the page, right or wrong. */
  readonly hasLoader: boolean;
  /** The page has, or is given here, what brings panels: their code need not. */
  readonly isLoaded: boolean;
  /** The platform's address as this page should write it. */
  readonly baseUrl: string;
}

/** What is said of one page at most: whoever reads it mends some and asks again. */
const mostFindings = 50;

/** Panels of one page that are asked at most. */
export const mostAsked = 20;

/** All that is wrong with one panel, by itself. */
function* problemsOf(embedding: Embedding, shown: ReadonlySet<string>): Generator<Finding> {
  yield* tagFindings(embedding);
  yield* valueFindings(embedding);
  yield* frameFindings(embedding.element);
  yield* hiddenFindings(embedding, shown);
}

const nothingFound: Bilingual = {
  zh: '页面里没有找到面板：没有 gk- 标签、data-gk、面板链接或 iframe；可能被编辑器删去了。',
  en: 'No panel was found: no gk- tag, no data-gk, no link to a panel, no iframe; the editor may have removed them.',
};

const noPanel: Finding = {
  rule: 'no-panel',
  severity: 'ERROR',
  message: nothingFound,
  remedy: {
    zh: '到 /embed 复制代码；编辑器删去标签的，用链接的写法。',
    en: 'Copy the code at /embed; where the editor removes tags, take the plain link.',
  },
};

/** The line that brings panels, where something is wrong with the one there is. */
function loaderFor({ elements, embeddings, baseUrl, scripts }: Loading, findings: readonly Finding[]): string | null {
  if (findings.every(({ rule, severity }) => severity !== 'ERROR' && rule !== 'no-loader')) return null;
  const loaders = loadersIn(elements);
  const hasLinks = loaders.some(({ attributes }) => attributes.has('data-gk-links'));
  const attributes = hasLinks || embeddings.every(({ form }) => form === 'link') ? forLinks : '';
  const digest = scripts.get('loader.js')?.sha384;
  const isPinned = loaders.some((loader) => loader.attributes.get('integrity')?.trim());
  // Who pinned a script wants it pinned.
  if (!isPinned || digest === undefined) return loaderTag(baseUrl, attributes);
  return pinnedTag(baseUrl, { file: `loader-${markOf(digest)}.js`, integrity: `sha384-${digest}` }, attributes);
}

/** The panels that are asked. Of the rest nobody needs to know what they were meant to be. */
function firstMeant(
  embeddings: readonly Embedding[],
  shown: ReadonlySet<string>,
): Pick<Examination, 'meant' | 'unasked'> {
  const meant: Examined[] = [];
  for (const [at, embedding] of embeddings.entries()) {
    if (meant.length === mostAsked) return { meant, unasked: embeddings.length - at };
    const one = meantBy(embedding, at + 1);
    if (one) meant.push({ ...one, isWrong: problemsOf(embedding, shown).next().done !== true });
  }
  return { meant, unasked: 0 };
}

/**
 * Looks at a page tag by tag, and says what keeps panels from being seen (嵌入检查). `scripts` are those that the platform knows;
 * without them their names and digests are not looked at.
 */
export function examine(
  { source, address, policies }: ExaminedPage,
  platformUrl: string,
  scripts: KnownScripts = new Map(),
): Examination {
  const { elements, commented } = elementsOf(source);
  const standing = standingOf(source, elements, address);
  const baseUrl = inPage(platformUrl, standing);
  const embeddings = elements.flatMap((element) => embeddingIn(element, baseUrl, standing) ?? []);
  const embedded = new Set(embeddings.map(({ element }) => element));
  const shown = shownIn(embeddings);
  const metaPolicies = elements
    .filter(
      ({ tagName, attributes }) =>
        tagName === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy',
    )
    .map(({ attributes }) => attributes.get('content') ?? '');
  const rules = [...policies, ...metaPolicies];
  const loading: Loading = { elements, embeddings, baseUrl, standing, scripts };
  const ofLoader = [...loaderFindings(loading)];
  const said = function* (): Generator<Finding> {
    yield* damageFindings(source, elements);
    const elsewhere = [...elsewhereFindings(elements, { baseUrl, standing, hasPanels: embeddings.length > 0 })];
    yield* elsewhere;
    if (embeddings.length === 0 && elsewhere.length === 0) yield commented ? commentedFinding(commented) : noPanel;
    // What concerns the whole page comes first: it is the same for every panel.
    yield* ofLoader;
    for (const embedding of embeddings) yield* problemsOf(embedding, shown);
    // A frame of an address that is none of ours, by its path, is looked at as one that was meant to be.
    for (const element of elements) if (!embedded.has(element)) yield* frameFindings(element);
    yield* mixedContentFindings(loading, rules);
    yield* cspFindings(
      rules,
      embeddings.map(({ form }) => form),
      baseUrl,
      address,
    );
  };
  const findings: Finding[] = [];
  for (const each of said()) {
    if (findings.length === mostFindings) break;
    findings.push(each);
  }
  const loader = loaderFor(loading, ofLoader);
  const isOfAnother = ofLoader.some(({ rule }) => rule === 'other-platform');
  return {
    findings,
    found: embeddings.length,
    ...firstMeant(embeddings, shown),
    loader,
    hasLoader: loadersIn(elements).length > 0 || ofLoader.some(({ rule }) => rule === 'loader-address'),
    isLoaded: loader !== null || (loadersIn(elements).length > 0 && !isOfAnother),
    baseUrl,
  };
}
