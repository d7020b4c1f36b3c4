import { parseDocumentNumber } from '../../core/document-number.ts';
import type { Finding } from '../../core/finding.ts';
import { finding, type Place } from '../../core/finding-list.ts';
import { parseChineseDate } from '../../core/local-date.ts';
import type { Attribute, Draft, Metadata, SourceText } from '../kind.ts';
import { type BuiltArticle, buildArticles } from './articles.ts';
import { capped } from './capped.ts';
import { cleanUpOf, withCleanUp } from './clean-up.ts';
import type { InstrumentContent, RegulatoryContent, RelationRow } from './content.ts';
import { numberSpelling, wordingDefects } from './defects.ts';
import { lapseBy, readValidity } from './effective-period.ts';
import { suggestEventClasses } from './event-classes.ts';
import { genreOfTitle } from './genres.ts';
import { bodyText, copiedText, type Layout, layOut, printLine, registrationOf } from './layout.ts';
import { type Line, MOST_LINES, splitLines } from './lines.ts';
import { rankOf } from './rank.ts';
import { findRelations } from './references.ts';
import { splitNames } from './responsibility.ts';
import { check } from './rules.ts';
import { said } from './said.ts';
import { leftOver } from './template-rule.ts';
import { healTitle, looksLikeOrgan, parseTitle, titleKey } from './title.ts';
import { suggestTopic } from './topics.ts';

const LONGEST_SUMMARY = 200;
const LONGEST_STAND_IN = 100;

const textsOf = (lines: readonly Line[]): string[] => lines.map(({ text }) => text);

/** 附注 → 公开属性. */
function attributeOf(annotation: string | null): Attribute | null {
  if (annotation === null) return null;
  if (/不予公开|不公开|不宜公开/u.test(annotation)) return 'WITHHELD';
  if (/依申请公开/u.test(annotation)) return 'ON_REQUEST';
  return /公开/u.test(annotation) ? 'PROACTIVE' : null;
}

/** The first sentences, as many as fit into 200 characters; headings are passed over. */
/** A text without the half of a character that a cut left at its end. */
const whole = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');

function summarise(articles: readonly BuiltArticle[]): string | null {
  const texts = articles.map(({ row }) => row.text);
  const source = texts.find((each) => each.includes('。')) ?? texts[0];
  if (source === undefined) return null;
  // Spaces that only set off digits (2021 年) are no part of the sentence.
  // A cut must not leave half a character: a rare one is two code units.
  const text = whole(source.slice(0, 2 * LONGEST_SUMMARY)).replace(
    /(?<=[\p{Script=Han}\d])\s+(?=[\p{Script=Han}\d])/gu,
    '',
  );
  const start = text.slice(0, LONGEST_SUMMARY);
  if (start.length === text.length) return text;
  const end = start.lastIndexOf('。');
  return end > 0 ? start.slice(0, end + 1) : `${whole(start.slice(0, LONGEST_SUMMARY - 1))}…`;
}

function issuersOf(layout: Layout, title: string): string[] {
  const inTitle = parseTitle(title).issuers;
  if (inTitle.length > 0) return [...inTitle];
  const signed = textsOf(layout.signature).flatMap((line) => line.split(/\s+/u));
  if (signed.length > 0) return signed;
  const printer = textsOf(layout.printer).map((line) => printLine(line)?.organ || line);
  return printer.map((name) => name.trim()).filter((name) => looksLikeOrgan(name));
}

function instrumentOf(layout: Layout, title: string): InstrumentContent | null {
  const { carried } = parseTitle(title);
  if (carried === null || carried.verb === '转发') return null;
  const printed = healTitle(textsOf(layout.instrumentTitle));
  const name = printed === '' ? carried.title : printed;
  return { title: name, genre: genreOfTitle(name) ?? 'OTHER' };
}

/** 桓台 of 桓台县人民政府办公室. */
const placeOf = (issuer: string | undefined): string | null =>
  /^(?:[\p{Script=Han}]{2,4}[省市])?([\p{Script=Han}]{2,4}?)[县市区]/u.exec(issuer ?? '')?.[1] ?? null;

function relationsOf(
  layout: Layout,
  title: string,
  own: string | null,
  articles: readonly BuiltArticle[],
): RelationRow[] {
  const { genre } = parseTitle(title);
  const isInterpretation = genre === 'INTERPRETATION';
  const bare = title.replace(/(?:的)?(?:政策|文字|图文|专家|部门)?解读.*$/u, '');
  const subject = isInterpretation && !title.includes('《') && genreOfTitle(bare) !== null ? `《${bare}》` : title;
  const titleText = { text: subject, article: null, ...(isInterpretation ? { presumed: 'INTERPRETS' as const } : {}) };
  const carrier = layout.instrument.length === 0 ? [] : layout.body.map(({ text }) => ({ text, article: null }));
  const articleTexts = articles.map(({ row }, article) => ({ text: row.text, article }));
  const titleKeys = [titleKey(title), titleKey(healTitle(textsOf(layout.instrumentTitle)))].filter((key) => key !== '');
  return findRelations({ titleKeys, number: own }, [titleText, ...carrier, ...articleTexts]);
}

const placeOfLine = (line: Line | undefined): Place => (line ? { row: line.row, column: String(line.column) } : {});

function* wordingFindings(layout: Layout, lines: readonly Line[], place: string | null): Generator<Finding> {
  yield* capped(leftOver(lines));
  yield* wordingDefects(lines, [...layout.body, ...layout.instrument], place);
  const parsed = layout.number === null ? null : parseDocumentNumber(layout.number.text);
  if (layout.number !== null && parsed !== null) {
    const at = { row: layout.number.row, column: String(layout.number.column) };
    yield* numberSpelling(layout.number.text, parsed.text, parsed.defects, at);
  }
  if (lines.length >= MOST_LINES) {
    yield finding(
      'too-many-lines',
      'ERROR',
      { row: lines.at(-1)?.row ?? MOST_LINES },
      [`文件超过${MOST_LINES}行，其后未读取。`, `The file has more than ${MOST_LINES} lines; the rest was not read.`],
      ['请检查文件是否为公文文本。', 'Check that this is an official document.'],
    );
  }
}

/** Findings in the order of the source; what concerns the whole document comes first. */
const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || Number(a.column ?? 0) - Number(b.column ?? 0));

/** Reads the text of an official document (公文, GB/T 9704-2012). Never throws: what is wrong with it is a finding. */
export function readRegulatoryDocument(source: SourceText): Draft<RegulatoryContent> {
  const lines = splitLines(source.text);
  const layout = layOut(lines);
  const hasTitle = layout.title.length > 0;
  const title = hasTitle ? healTitle(textsOf(layout.title)) : (lines[0]?.text.slice(0, LONGEST_STAND_IN) ?? '');
  const number = layout.number === null ? null : parseDocumentNumber(layout.number.text);
  const issuers = issuersOf(layout, title);
  const instrument = instrumentOf(layout, title);
  const main = layout.instrument.length > 0 && instrument !== null ? layout.instrument : layout.body;
  const articles = buildArticles(main);
  const printed = layout.printer.map(({ text }) => printLine(text)).find((line) => line !== null);
  const formedOn = layout.formed === null ? null : parseChineseDate(layout.formed.text);
  const printedOn = printed ? parseChineseDate(printed.day) : null;
  const annotation = layout.annotation?.text ?? null;
  const text = bodyText(layout);
  // The issuer's name (文化和旅游局) says little about the matter.
  const matter = title.slice(Math.max(0, title.indexOf('关于')));
  const topic = suggestTopic(matter);

  const metadata: Metadata = {
    title,
    summary: summarise(articles),
    attribute: attributeOf(annotation),
    topic: topic?.topic ?? null,
    subtopic: topic?.subtopic ?? null,
    eventClasses: suggestEventClasses(matter),
    formedOn,
    printedOn,
    ...readValidity(text, printedOn ?? formedOn),
    publisher: source.given?.get('发布机构')?.trim() || issuers[0] || '',
  };
  const cleanUp = cleanUpOf(title, text);
  const stated = said(source.given ?? new Map());
  const genre = parseTitle(title).genre ?? 'OTHER';
  const registration = layout.registration === null ? null : registrationOf(layout.registration.text);
  const content: RegulatoryContent = {
    rank: rankOf({
      title: instrument?.title ?? title,
      genre: instrument?.genre ?? genre,
      issuers,
      number: layout.number?.text ?? null,
      registration,
      text,
    }),
    number,
    numberWritten: layout.number?.text ?? null,
    lapsesOn: lapseBy(metadata, formedOn, stated.years),
    registration,
    genre,
    instrument,
    titleKey: titleKey(instrument?.title ?? title),
    issuers,
    addressees:
      layout.addressees.length === 0
        ? null
        : textsOf(layout.addressees)
            .join('')
            .replace(/[：:]$/u, ''),
    annotation,
    copiedTo: layout.copied.length === 0 ? [] : splitNames(copiedText(layout)),
    text,
    articles: articles.map(({ row }) => row),
    relations: withCleanUp(relationsOf(layout, title, number?.text ?? null, articles), cleanUp),
    cleanUp,
  };
  const rules = check({
    metadata,
    content,
    hasTitle,
    titlePlace: placeOfLine(layout.title[0] ?? lines[0]),
    printPlace: placeOfLine(layout.printer.at(-1)),
    numberPlace: placeOfLine(layout.number ?? undefined),
    formed: layout.formed,
    marks: layout.marks,
    articlePlaces: articles.map(({ paragraphs }) => placeOfLine(paragraphs[0]?.lines[0])),
  });
  const findings = [...stated.findings, ...rules, ...wordingFindings(layout, lines, placeOf(issuers[0]))];
  return { metadata, content, findings: inOrder(findings) };
}
