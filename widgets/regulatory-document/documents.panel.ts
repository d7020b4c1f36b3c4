import type { Block, Field, FormBlock, ListBlock, Params, Shown } from '../core/document.ts';
import { formatDate } from '../core/format.ts';
import { dayGiven, givenMessages, listGiven, paramsWith, wholeGiven } from '../core/given.ts';
import { markedBy } from '../core/hits.ts';
import { languageCode } from '../core/language.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { descriptor } from './documents.manifest.ts';
import { documentsQuery } from './documents.query.ts';
import { countOf } from './documents.sentence.ts';
import { type DocumentEdge, type DocumentsAnswer, documentsShape } from './documents.shape.ts';
import { documentsWords } from './documents.words.ts';
import { validities, validityBadge } from './validity-badge.ts';

const longestPage = 20;
const sizeOf = ({ 'page-size': size }: Params) => wholeGiven(size, 1, longestPage) ?? 10;
const among = (written: string | undefined) => {
  const values = listGiven(written);
  return values && { in: values };
};

/** The first thing that cannot be right, in words. */
function wrong({ params, language }: Scene): string | null {
  const say = givenMessages(language);
  const { 'page-size': size, page, year, validity, 'valid-on': day, after, before } = params;
  if (wholeGiven(size, 1, longestPage) === null) return say.whole('page-size', size ?? '', 1, longestPage);
  if (wholeGiven(page, 1, 999_999) === null) return say.whole('page', page ?? '', 1, 999_999);
  if (dayGiven(day) === null) return say.day('valid-on', day ?? '');
  const other = listGiven(year)?.find((one) => wholeGiven(one, 1900, 2999) === null);
  if (other !== undefined) return say.whole('year', other, 1900, 2999);
  const unknown = listGiven(validity)?.find((code) => !validities.includes(code));
  if (unknown !== undefined) return say.choice('validity', unknown, validities);
  return after !== undefined && before !== undefined ? documentsWords(language).bothWays : null;
}

function variables(scene: Scene): Variables | Misuse {
  const misuse = wrong(scene);
  if (misuse !== null) return { misuse };
  const { topic, genre, publisher, validity, year, search = '', 'valid-on': day, after, before } = scene.params;
  const size = sizeOf(scene.params);
  const years = listGiven(year)?.map(Number);
  return {
    where: {
      topic: among(topic),
      genre: among(genre),
      publisher: among(publisher),
      validity: among(validity),
      year: years && { in: years },
    },
    search: search.trim() || null,
    orderBy: [{ field: search.trim() ? 'RELEVANCE' : 'FORMED_ON', direction: 'DESC' }],
    ...(before === undefined ? { first: size, after: after ?? null } : { last: size, before }),
    validOn: dayGiven(day) ?? null,
    lang: languageCode(scene.language),
  };
}

type List = DocumentsAnswer['regulatoryDocuments'];

function choice(name: string, label: string, list: List, { params, language }: Scene): Field {
  const words = documentsWords(language);
  const value = params[name] ?? '';
  const counted = list.facets.find(({ field }) => field.toLowerCase() === name)?.buckets ?? [];
  // Years are looked for in their order, other choices by how many there are.
  const buckets =
    name === 'year' ? [...counted].sort((left, right) => Number(right.value) - Number(left.value)) : counted;
  const options = buckets.map(({ value: code, label: text, count }) => ({
    value: code,
    text: words.option(text, count),
  }));
  // What the tag presets stays a choice, even where it counts nothing or is several.
  const own = value === '' || options.some((option) => option.value === value) ? [] : [{ value, text: value }];
  return { name, label, kind: 'choice', value, options: [{ value: '', text: words.all }, ...own, ...options] };
}

function form(list: List, scene: Scene): FormBlock {
  const words = documentsWords(scene.language);
  const { search = '' } = scene.params;
  return {
    type: 'form',
    label: words.form,
    fields: [
      { name: 'search', label: words.search, kind: 'search', value: search, hint: words.searchHint },
      choice('validity', words.validity, list, scene),
      choice('topic', words.topic, list, scene),
      choice('year', words.year, list, scene),
    ],
  };
}

function item({ node, highlights }: DocumentEdge, { language }: Scene): ListBlock['items'][number] {
  const { title, permalink, number, publisher, formedOn, validity } = node;
  return {
    title,
    href: permalink,
    badge: validityBadge(validity),
    meta: [
      number?.text ?? documentsWords(language).noNumber,
      publisher.name,
      ...(formedOn === null ? [] : [formatDate(formedOn, language)]),
    ],
    ...markedBy(title, highlights),
  };
}

/** The pages before and after this one, with every condition kept. */
function pages({ pageInfo }: List, { params }: Scene): Pick<ListBlock, 'next' | 'previous'> {
  const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
  const page = wholeGiven(params['page'], 1, 999_999) ?? 1;
  const isNumbered = page > 1 || !hasPreviousPage;
  const numbered = (other: number): string => (isNumbered && other > 1 ? String(other) : '');
  const next = { after: endCursor ?? '', before: '', page: numbered(page + 1) };
  const previous = { after: '', before: startCursor ?? '', page: numbered(page - 1) };
  return {
    ...(hasNextPage && endCursor ? { next: paramsWith(params, next) } : {}),
    ...(hasPreviousPage && startCursor ? { previous: paramsWith(params, previous) } : {}),
  };
}

/** Which of all these are; only said where the page's number and what is before and after it agree. */
function place({ totalCount, edges, pageInfo }: List, { params, language }: Scene): string {
  const { hasNextPage, hasPreviousPage } = pageInfo;
  const page = wholeGiven(params['page'], 1, 999_999) ?? 1;
  const first = (page - 1) * sizeOf(params) + 1;
  const last = first + edges.length - 1;
  const agrees = page > 1 === hasPreviousPage && (hasNextPage ? last < totalCount : last === totalCount);
  return agrees && edges.length < totalCount ? documentsWords(language).place(first, last) : '';
}

function show({ platform, regulatoryDocuments: list }: DocumentsAnswer, scene: Scene): Shown {
  const { params, language } = scene;
  const words = documentsWords(language);
  const { edges, totalCount } = list;
  const isNarrowed = ['search', 'topic', 'genre', 'validity', 'year'].some((name) => params[name] !== undefined);
  const day = params['valid-on'];
  const isEmpty = edges.length === 0;
  const nothing = isNarrowed ? words.nothingMatches : words.nothingYet;
  const href = `${scene.platform}/regulatory-documents`;
  const content: Block = isEmpty
    ? { type: 'notice', tone: 'plain', text: nothing, href, hrefText: words.allOnPlatform }
    : {
        type: 'list',
        items: edges.map((edge) => item(edge, scene)),
        total: totalCount,
        more: { text: words.allOnPlatform, href },
        ...pages(list, scene),
      };
  const onDay: readonly Block[] = day
    ? [{ type: 'notice', tone: 'plain', text: words.onDay(formatDate(day, language)) }]
    : [];
  return {
    title: words.title,
    state: isEmpty ? 'empty' : 'data',
    sentence: isEmpty ? nothing : `${countOf(list, scene)}${place(list, scene)}${words.stop}`,
    blocks: [...(isEmpty && !isNarrowed ? [] : [form(list, scene)]), ...onDay, content],
    source: { publisher: platform.name, permalink: href, isSample: edges.some(({ node }) => node.isSample) },
  };
}

/** `<gk-documents>`: policy documents to search, filter and page through (政策文件). */
export const documents = panelOf<DocumentsAnswer>({
  descriptor,
  query: documentsQuery,
  guard: documentsShape,
  variables,
  show,
});
