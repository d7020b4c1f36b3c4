import type { Block, FormBlock, ListBlock, Params, Shown } from '../core/document.ts';
import { formatInstantDay } from '../core/format.ts';
import { givenMessages, listGiven, paramsWith, wholeGiven } from '../core/given.ts';
import { markedBy } from '../core/hits.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { kindLabel, kindNames, kinds } from './kinds.ts';
import { type MergedPage, mergedPage, placeIn } from './merge.ts';
import { descriptor } from './search.manifest.ts';
import { searchQuery } from './search.query.ts';
import { type Found, partOf, searchShape } from './search.shape.ts';
import { searchWords } from './search.words.ts';

const longestPage = 20;
const sizeOf = ({ 'page-size': size }: Params): number => wholeGiven(size, 1, longestPage) ?? 10;
const wantedIn = ({ kind }: Params): readonly string[] => listGiven(kind) ?? kindNames;

function wrong({ params, language }: Scene): string | null {
  const say = givenMessages(language);
  const { 'page-size': size, after, before } = params;
  if (wholeGiven(size, 1, longestPage) === null) return say.whole('page-size', size ?? '', 1, longestPage);
  const unknown = wantedIn(params).find((name) => !kindNames.includes(name));
  if (unknown !== undefined) return say.choice('kind', unknown, kindNames);
  const words = searchWords(language);
  if (after !== undefined && (before !== undefined || !placeIn(after, kindNames))) return words.place('after');
  return before !== undefined && !placeIn(before, kindNames) ? words.place('before') : null;
}

const placeOf = ({ after, before }: Params) => placeIn(before ?? after ?? '', kindNames) ?? {};

function variables(scene: Scene): Variables | Misuse {
  const misuse = wrong(scene);
  if (misuse !== null) return { misuse };
  const { params } = scene;
  const { q = '', organization, before } = params;
  const size = sizeOf(params);
  const wanted = wantedIn(params);
  const place = placeOf(params);
  const isBackward = before !== undefined;
  const order = [{ field: q.trim() === '' ? 'PUBLISHED_AT' : 'RELEVANCE', direction: 'DESC' }];
  const ofKinds = kinds.map(
    ({ name, list }): Variables => ({
      [`${list}Order`]: order,
      [`${list}Wanted`]: wanted.includes(name),
      [`${list}${isBackward ? 'Before' : 'After'}`]: place[name] ?? null,
    }),
  );
  return {
    q: q.trim() || null,
    ...(organization === undefined ? {} : { publisher: { eq: organization } }),
    ...(isBackward ? { last: size } : { first: size }),
    ...Object.assign({}, ...ofKinds),
  };
}

const countsOf = (found: Found): ReadonlyMap<string, number> =>
  new Map(kinds.map(({ name, list }) => [name, partOf(found, list).totalCount]));

function form(found: Found, { params, language }: Scene): FormBlock {
  const words = searchWords(language);
  const value = params['kind'] ?? '';
  const options = [...countsOf(found)].map(([name, count]) => ({
    value: name,
    text: words.option(kindLabel(name, language), count),
  }));
  const several = (listGiven(value) ?? []).map((name) => kindLabel(name, language)).join(words.between);
  const own = value === '' || kindNames.includes(value) ? [] : [{ value, text: several }];
  return {
    type: 'form',
    label: words.form,
    fields: [
      { name: 'q', label: words.q, kind: 'search', value: params['q'] ?? '', hint: words.hint },
      {
        name: 'kind',
        label: words.kind,
        kind: 'choice',
        value,
        options: [{ value: '', text: words.all }, ...own, ...options],
      },
    ],
  };
}

function list({ rows, next, previous }: MergedPage, total: number, { params, language, platform }: Scene): ListBlock {
  const words = searchWords(language);
  const isSearch = (params['q'] ?? '').trim() !== '';
  return {
    type: 'list',
    items: rows.map(({ kind, node, highlights }) => ({
      title: node.title,
      href: node.permalink,
      badge: { text: kindLabel(kind, language), tone: 'plain' },
      meta: [
        node.publisher.name,
        formatInstantDay(node.modifiedAt, language),
        // Some kinds tell of matches in their titles alone.
        ...(isSearch && highlights.length === 0 ? [words.inText] : []),
      ],
      ...markedBy(node.title, highlights),
    })),
    total,
    more: { text: words.platform, href: `${platform}/` },
    ...(next ? { next: paramsWith(params, { ...next, before: '' }) } : {}),
    ...(previous ? { previous: paramsWith(params, { ...previous, after: '' }) } : {}),
  };
}

function sentence(found: Found, page: MergedPage, total: number, { params, language }: Scene): string {
  const words = searchWords(language);
  const q = params['q']?.trim() ?? '';
  const [first] = page.rows;
  if (!first) return q === '' ? words.nothingYet : words.nothing(q);
  if (q === '') return words.newest(total, first.node.title, formatInstantDay(first.node.modifiedAt, language));
  const parts = [...countsOf(found)]
    .filter(([name, count]) => count > 0 && wantedIn(params).includes(name))
    .map(([name, count]) => words.part(kindLabel(name, language), count));
  return words.found(q, total, parts.join(words.between));
}

function show(found: Found, scene: Scene): Shown {
  const { params, language, platform } = scene;
  const words = searchWords(language);
  const wanted = wantedIn(params);
  const reads = kinds
    .filter(({ name }) => wanted.includes(name))
    .map(({ name, list: root }) => ({ kind: name, part: partOf(found, root) }));
  const total = reads.reduce((sum, { part }) => sum + part.totalCount, 0);
  const page = mergedPage(reads, placeOf(params), sizeOf(params), params['before'] !== undefined);
  const said = sentence(found, page, total, scene);
  const content: Block =
    page.rows.length > 0
      ? list(page, total, scene)
      : { type: 'notice', tone: 'plain', text: said, href: `${platform}/`, hrefText: words.platform };
  return {
    title: words.title,
    state: page.rows.length > 0 ? 'data' : 'empty',
    sentence: said,
    blocks: [form(found, scene), content],
    source: {
      publisher: found.platform.name,
      permalink: `${platform}/`,
      isSample: page.rows.some(({ node }) => node.isSample),
    },
  };
}

/** `<gk-search>`: every kind searched at once; without a word, what is newest. */
export const search = panelOf<Found>({ descriptor, query: searchQuery, guard: searchShape, variables, show });
