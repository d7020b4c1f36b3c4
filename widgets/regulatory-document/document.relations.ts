import type { Block, FactsBlock, GroupBlock, ListBlock, NoticeBlock } from '../core/document.ts';
import { formatDate } from '../core/format.ts';
import type { Scene } from '../core/panel.ts';
import type { Other, RegulatoryDocument, Relation } from './document.shape.ts';
import { sections } from './document.text.ts';
import { documentWords } from './document.words.ts';
import { validityBadge } from './validity-badge.ts';

type Item = ListBlock['items'][number];

/** Another document of the platform, as it stands on the day in question. */
function item({ title, permalink, formedOn, number, publisher, validity }: Other, { language }: Scene): Item {
  return {
    title,
    href: permalink,
    badge: validityBadge(validity),
    meta: [
      number?.text ?? documentWords(language).noNumber,
      publisher.name,
      ...(formedOn === null ? [] : [formatDate(formedOn, language)]),
    ],
  };
}

const listOf = (items: readonly Item[]): readonly Block[] =>
  items.length === 0 ? [] : [{ type: 'list', items, total: items.length }];

/** Documents that are named and not published here, each once: no link can lead to them. */
function elsewhere(relations: readonly Relation[], { language }: Scene): readonly Block[] {
  const words = documentWords(language);
  const items = relations.map(({ targetNumber, targetTitle }): FactsBlock['items'][number] => ({
    label: targetNumber ?? words.noNumber,
    text: words.notHere(targetTitle ?? targetNumber ?? ''),
  }));
  const once = items.filter(
    ({ label, text }, index) => items.findIndex((one) => one.label === label && one.text === text) === index,
  );
  return once.length === 0 ? [] : [{ type: 'facts', items: once }];
}

/** One sort of relation, seen from this document: 依据, 被废止于. Several articles may state the same. */
function group(label: string, members: readonly Relation[], scene: Scene): GroupBlock {
  const words = documentWords(scene.language);
  const markers = new Map<string, string[]>();
  const documents = new Map<string, Other>();
  for (const { document, article } of members) {
    if (!document) continue;
    documents.set(document.permalink, document);
    const known = markers.get(document.permalink) ?? [];
    if (article?.marker && !known.includes(article.marker)) known.push(article.marker);
    markers.set(document.permalink, known);
  }
  const items = [...documents.values()].map((document): Item => {
    const stated = markers.get(document.permalink) ?? [];
    const one = item(document, scene);
    return stated.length === 0 ? one : { ...one, meta: [...one.meta, words.statedIn(stated.join(words.between))] };
  });
  const others = elsewhere(
    members.filter(({ document }) => document === null),
    scene,
  );
  const [facts] = others;
  const count = items.length + (facts?.type === 'facts' ? facts.items.length : 0);
  return { type: 'group', heading: words.counted(label, count), blocks: [...listOf(items), ...others] };
}

/** Everything this document is bound to, either way. */
export function relations({ relations: all }: RegulatoryDocument, scene: Scene): readonly Block[] {
  const groups = new Map<string, Relation[]>();
  for (const relation of all) groups.set(relation.label, [...(groups.get(relation.label) ?? []), relation]);
  if (groups.size === 0) return [];
  const blocks = [...groups].map(([label, members]) => group(label, members, scene));
  return [{ type: 'group', heading: documentWords(scene.language).relations, blocks }];
}

/** What explains this document, to be read beside it. */
export function interpretations({ interpretations: all }: RegulatoryDocument, scene: Scene): readonly Block[] {
  if (all.length === 0) return [];
  const texts = all
    .filter(({ articles }) => articles.length > 0)
    .map(
      ({ title, articles }, at): GroupBlock => ({
        type: 'group',
        heading: title,
        isFolded: true,
        blocks: [sections(articles, `explained-${at + 1}`)],
      }),
    );
  const items = all.map((one) => item(one, scene));
  return [
    { type: 'group', heading: documentWords(scene.language).interpretations, blocks: [...listOf(items), ...texts] },
  ];
}

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const soon = 180;

/** The documents that did this to it: repealed, replaced or amended it. */
const doers = ({ relations: all }: RegulatoryDocument, types: readonly string[]): readonly Other[] => {
  const found = new Map<string, Other>();
  for (const { type, direction, document } of all)
    if (document && direction === 'INCOMING' && types.includes(type)) found.set(document.permalink, document);
  return [...found.values()];
};

/** Whether it may be relied on, on the day in question, and until when. */
export function standing(document: RegulatoryDocument, day: string, { language }: Scene): readonly NoticeBlock[] {
  const words = documentWords(language);
  const { validity, effectiveFrom, formedOn, endedBases } = document;
  const spoken = (date: string | null): string => formatDate(date ?? '', language);
  const end = document.effectiveTo ?? document.lapsesOn;
  const notices: NoticeBlock[] = [];
  const add = (tone: NoticeBlock['tone'], text: string, other?: Other): void => {
    const link = other ? { href: other.permalink, hrefText: other.number?.text ?? other.title } : {};
    notices.push({ type: 'notice', tone, text, ...link });
  };
  if (validity.code === 'REPEALED') {
    const by = doers(document, ['REPEALS', 'SUPERSEDES']);
    for (const other of by) add('void', words.repealed(other.title), other);
    if (by.length === 0) add('void', words.repealedUnknown);
  }
  if (validity.code === 'AMENDED')
    for (const other of doers(document, ['AMENDS'])) add('plain', words.amended(other.title), other);
  if (validity.code === 'LAPSED') add('ended', words.lapsed(spoken(end)));
  if (validity.code === 'NOT_YET_IN_FORCE') add('plain', words.notYet(spoken(effectiveFrom ?? formedOn)));
  if (end !== null && (validity.code === 'IN_FORCE' || validity.code === 'AMENDED')) {
    const left = daysBetween(day, end);
    add(
      left <= soon ? 'late' : 'plain',
      left <= soon ? words.lapsesSoon(spoken(end), left) : words.lapses(spoken(end)),
    );
  }
  for (const basis of endedBases) add('late', words.basisGone(basis.title, basis.validity.label), basis);
  return notices;
}
