import { parse } from 'graphql';
import { today } from '../../core/local-date.ts';
import { kinds } from '../../disclosures/registry.ts';
import type { View } from './view.ts';

/** A question to begin with, as a query that carries it as a comment. */
export interface Example {
  readonly name: string;
  readonly question: string;
  readonly query: string;
}

/** A published document to show things with. */
export interface Exemplar {
  readonly title: string;
  readonly number: string;
  readonly publishedAt: string;
  readonly url: string;
  readonly publisher: string;
  readonly formedOn: string | null;
  readonly validity: { readonly code: string; readonly label: string };
  readonly summary: string | null;
}

interface Row extends Omit<Exemplar, 'number' | 'publisher' | 'publishedAt'> {
  readonly number: { readonly text: string } | null;
  readonly publisher: { readonly name: string };
  readonly modifiedAt: string;
}

const fields =
  'nodes { title url summary formedOn modifiedAt number { text } publisher { name } validity { code label } }';

const exemplarQuery = parse(`{
  plans: regulatoryDocuments(search: "工作要点", where: { number: { isNull: false }, genre: { eq: "NOTICE" } }, orderBy: [{ field: FORMED_ON }], first: 1) { ${fields} }
  any: regulatoryDocuments(where: { number: { isNull: false } }, first: 1) { ${fields} }
}`);

/** A work plan where there is one, because it has parts, points and responsible units; else the newest numbered document. */
export async function exemplar(view: View): Promise<Exemplar | null> {
  const { plans, any } = await view.ask<Record<'plans' | 'any', { readonly nodes: readonly Row[] }>>(exemplarQuery);
  const row = plans.nodes[0] ?? any.nodes[0];
  if (!row?.number) return null;
  return { ...row, number: row.number.text, publisher: row.publisher.name, publishedAt: row.modifiedAt };
}

const example = (name: string, question: string, english: string, selection: string): Example => ({
  name,
  question,
  query: `# ${question}\n# ${english}\nquery ${name} {\n${selection.replace(/^\n|\s+$/g, '')}\n}\n`,
});

/** Where nothing is published yet the questions still stand, with a number that may come. */
const unpublished = { number: '桓政办字〔2021〕29号', publishedAt: '2021-07-20T01:00:00.000Z' };

/** The questions readers ask most. The explorer opens with them, the plain page lists them. */
export function examplesFor(found: Exemplar | null, now: Date): readonly Example[] {
  const { number, publishedAt } = found ?? unpublished;
  const year = today(now).slice(0, 4);
  const aboutOne: readonly Example[] = [
    example(
      'ByNumber',
      '按文号查：这份文件是什么，还有效吗？',
      'One document by its number, in any spelling',
      `
  regulatoryDocument(by: { number: "${number}" }) {
    title
    publisher { name }
    formedOn
    validity { label }
    articles(level: PART) { marker heading permalink }
  }`,
    ),
    example(
      'Search',
      '检索“义务教育”：哪些文件写到它，写在哪一句？',
      'Full-text search with the matching passages',
      `
  regulatoryDocuments(search: "义务教育", first: 5) {
    totalCount
    edges {
      node { title number { text } permalink }
      highlights { field text ranges }
    }
  }`,
    ),
    example(
      'InForce',
      '科技、教育类的文件，现在有效的有哪些？',
      'What is in force on science and education',
      `
  regulatoryDocuments(
    where: { topic: { eq: "11" }, validity: { eq: "IN_FORCE" } }
    orderBy: [{ field: FORMED_ON, direction: DESC }]
    first: 10
  ) {
    totalCount
    nodes { title number { text } formedOn effectiveTo publisher { name } }
  }`,
    ),
    example(
      'Responsibilities',
      '这份文件把哪些事交给了哪些单位？',
      'Who is made responsible for what',
      `
  regulatoryDocument(by: { number: "${number}" }) {
    title
    articles(level: POINT) {
      marker
      heading
      responsibilities { writtenName organization { name code } }
    }
  }`,
    ),
    example(
      'AsOf',
      '那一天平台上写的是什么？',
      'What the platform said at an instant, and what held on that day',
      `
  regulatoryDocument(by: { number: "${number}" }, asOf: "${publishedAt}") {
    title
    validity { label }
    edition { number publishedAt supersededAt digest }
    citation
  }`,
    ),
    example(
      'Relations',
      '它依据、引用了哪些文件，又被哪些文件引用？',
      'Relations both ways',
      `
  regulatoryDocument(by: { number: "${number}" }) {
    title
    relations {
      label
      direction
      targetNumber
      targetTitle
      article { marker }
      document { permalink }
    }
    interpretations { title permalink }
  }`,
    ),
    example(
      'ValidAndDependents',
      '这份文件现在还有效吗，有哪些文件以它为依据？',
      'Is this document still valid, and what rests on it',
      `
  regulatoryDocument(by: { number: "${number}" }) {
    title
    validity { label }
    endedBases { title validity { label } }
    dependents(depth: 2) { label depth document { title validity { label } permalink } }
  }`,
    ),
    example(
      'Counts',
      '各主题、各年、各种有效性，各有多少件？',
      'Counts by group',
      `
  regulatoryDocuments(first: 1) {
    totalCount
    facets(fields: [TOPIC, VALIDITY, YEAR], first: 10) {
      field
      buckets { label count }
    }
  }`,
    ),
    example(
      'Expiring',
      `有效期在 ${year} 年内届满的有哪些？`,
      'Documents that expire this year',
      `
  regulatoryDocuments(where: { effectiveTo: { gte: "${year}-01-01", lte: "${year}-12-31" } }, first: 20) {
    totalCount
    nodes { title number { text } effectiveTo validity { label } permalink }
  }`,
    ),
  ];
  const ofKinds = kinds.map(({ questions }) =>
    questions.map(({ name, zh, en, selection }) => example(name, zh, en, selection)),
  );
  const [first, ...others] = aboutOne;
  // What is asked most of each kind stands in sight; the rest follows.
  return [
    ...(first ? [first] : []),
    ...ofKinds.flatMap((questions) => questions.slice(0, 1)),
    ...others,
    ...ofKinds.flatMap((questions) => questions.slice(1)),
  ];
}
