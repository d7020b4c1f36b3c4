import type { Block, FactsBlock, FormBlock, Shown } from '../core/document.ts';
import { formatDate, formatInstantDay } from '../core/format.ts';
import { dayGiven, givenMessages } from '../core/given.ts';
import { languageCode } from '../core/language.ts';
import { type Misuse, panelOf, type Scene, type Variables } from '../core/panel.ts';
import { recordSource } from '../core/record-source.ts';
import { descriptor } from './document.manifest.ts';
import { documentQuery } from './document.query.ts';
import { interpretations, relations, standing } from './document.relations.ts';
import { type DocumentAnswer, documentShape, type RegulatoryDocument } from './document.shape.ts';
import { body, occurrences } from './document.text.ts';
import { documentWords } from './document.words.ts';
import { validityBadge } from './validity-badge.ts';

function variables({ params, language }: Scene): Variables | Misuse {
  const { number, 'index-number': indexNumber, 'document-id': id, 'valid-on': day } = params;
  const by = id ? { id } : indexNumber ? { indexNumber } : number ? { number } : null;
  if (!by) return { misuse: documentWords(language).unnamed };
  if (dayGiven(day) === null) return { misuse: givenMessages(language).day('valid-on', day ?? '') };
  return { by, validOn: dayGiven(day) ?? null, lang: languageCode(language) };
}

/** The day in China at an instant. */
const dayOf = (instant: string): string => {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '' : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
};

/** The day on which validity is judged: the one asked for, else that of `as-of`, else today. */
const judgedOn = ({ params, today }: Scene): string =>
  dayGiven(params['valid-on']) ?? (dayOf(params['as-of'] ?? '') || today);

type Fact = readonly [label: string, text: string | null | undefined, href?: string];

const facts = (all: readonly Fact[]): FactsBlock => ({
  type: 'facts',
  items: all.flatMap(([label, text, href]) => (text ? [{ label, text, ...(href ? { href } : {}) }] : [])),
});

/** Files of a document stand beside its page: the page's address with an ending. */
function filesOf(page: string): readonly (readonly [ending: string, href: string])[] {
  if (!/^https?:\/\//.test(page)) return [];
  return ['xlsx', 'csv', 'json'].map((ending) => {
    const address = new URL(page);
    address.pathname = `${address.pathname.replace(/\/+$/, '')}.${ending}`;
    return [ending.toUpperCase(), address.href] as const;
  });
}

function about(found: RegulatoryDocument, { language }: Scene): FactsBlock {
  const { facts: name, between, attributes, presumed, noNumber } = documentWords(language);
  const day = (date: string | null) => date && formatDate(date, language);
  const joined = (all: readonly { readonly label: string }[]) => all.map(({ label }) => label).join(between);
  return facts([
    [name.number, found.number?.text ?? noNumber],
    [name.registration, found.registration],
    [name.issuer, found.issuers.map((issuer) => issuer.name).join(between)],
    [name.formedOn, day(found.formedOn)],
    [name.printedOn, day(found.printedOn)],
    [name.publishedOn, formatInstantDay(found.firstPublishedAt, language)],
    [name.effectiveFrom, day(found.effectiveFrom)],
    [name.effectiveTo, day(found.effectiveTo) ?? (found.lapsesOn && presumed(formatDate(found.lapsesOn, language)))],
    [name.instrument, found.instrument?.title],
    [name.genre, found.genre.label],
    [name.rank, found.rank.label],
    [name.topic, [found.topic, found.subtopic].flatMap((topic) => topic?.label ?? []).join(' › ')],
    [name.eventClass, joined(found.eventClasses)],
    [name.indexNumber, found.indexNumber],
    [name.attribute, attributes[found.attribute] ?? found.attribute],
    [name.addressees, found.addressees],
    [name.copiedTo, found.copiedTo.join(between)],
    [name.summary, found.summary],
  ]);
}

function files(found: RegulatoryDocument, { language }: Scene): Block {
  const { facts: name, edition, files: heading } = documentWords(language);
  return {
    type: 'group',
    heading,
    blocks: [
      facts([
        [name.citation, found.citation],
        [name.edition, edition(found.edition.number, found.edition.changeNote ?? ''), found.versionUrl],
        ...filesOf(found.url).map(([ending, href]): Fact => [name.download, ending, href]),
        ...found.attachments.map(({ name: text, url }): Fact => [name.attachment, text, url]),
      ]),
    ],
  };
}

function form(scene: Scene): FormBlock {
  const words = documentWords(scene.language);
  return {
    type: 'form',
    label: words.form,
    fields: [
      {
        name: 'valid-on',
        label: words.validOn,
        kind: 'day',
        value: scene.params['valid-on'] ?? '',
        hint: words.validOnHint,
      },
      { name: 'search', label: words.search, kind: 'search', value: scene.params['search'] ?? '' },
    ],
  };
}

function sentence(found: RegulatoryDocument, { language }: Scene, day: string): string {
  const words = documentWords(language);
  const { title, number, issuers, formedOn, validity } = found;
  const issuer = issuers.map(({ name }) => name).join(words.between);
  return [
    words.named(title, number?.text ?? words.noNumber),
    issuer && formedOn ? words.signed(issuer, formatDate(formedOn, language)) : '',
    words.stands(validity.label, formatDate(day, language)),
  ].join('');
}

function absent({ platform }: DocumentAnswer, { params, language, platform: address }: Scene): Shown {
  const words = documentWords(language);
  const name = params['document-id'] ?? params['index-number'] ?? params['number'] ?? '';
  const text = words.notFound(name);
  const permalink = `${address}/regulatory-documents`;
  return {
    title: words.panel,
    state: 'empty',
    sentence: text,
    blocks: [{ type: 'notice', tone: 'plain', text, href: permalink, hrefText: platform.name }],
    source: { publisher: platform.name, permalink },
  };
}

/** What had been issued by a day: nobody knew then of what came later. */
const by = (day: string, found: RegulatoryDocument): RegulatoryDocument => ({
  ...found,
  relations: found.relations.filter(({ document: other }) => (other?.formedOn ?? day) <= day),
});

function show(data: DocumentAnswer, scene: Scene): Shown {
  const { regulatoryDocument } = data;
  if (!regulatoryDocument) return absent(data, scene);
  const day = judgedOn(scene);
  const found = by(day, regulatoryDocument);
  const search = scene.params['search']?.trim() ?? '';
  return {
    title: found.title,
    badge: validityBadge(found.validity),
    state: 'data',
    sentence: sentence(found, scene, day),
    blocks: [
      ...standing(found, day, scene),
      form(scene),
      about(found, scene),
      ...(search === '' ? [] : [occurrences(found, search, scene)]),
      body(found, scene),
      ...interpretations(found, scene),
      ...relations(found, scene),
      files(found, scene),
    ],
    source: recordSource(found),
  };
}

/** `<gk-document>`: one policy document, whether it holds, and what it is bound to (政策文件). */
export const document = panelOf<DocumentAnswer>({
  descriptor,
  query: documentQuery,
  guard: documentShape,
  variables,
  show,
});
