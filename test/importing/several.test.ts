import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../api/core/finding.ts';
import { finding } from '../../api/core/finding-list.ts';
import { type Draft, defineKind } from '../../api/disclosures/kind.ts';
import { importFile, readFile } from '../../api/importing/import.ts';
import type { Store } from '../../api/store/client.ts';
import { emptyCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { onPaper, tester } from '../support/gate.ts';

const draftOf = (line: string, findings: readonly Finding[] = []): Draft<{ readonly lines: readonly string[] }> => {
  const [title = '', publisher = ''] = line.split('，');
  return {
    metadata: {
      title,
      summary: null,
      attribute: null,
      topic: null,
      subtopic: null,
      eventClasses: [],
      formedOn: null,
      printedOn: null,
      effectiveFrom: null,
      effectiveTo: null,
      publisher,
    },
    content: { lines: line.split('，').slice(2) },
    findings: [
      ...findings,
      finding('missing-attribute', 'WARNING', {}, ['缺', 'missing'], ['补', 'add']),
      ...(title.includes('错') ? [finding('wrong', 'ERROR', { row: 2 }, ['错', 'wrong'], ['改', 'mend'])] : []),
    ],
  };
};

/** A kind whose sources hold a record a line, and whose records go on from what is live of them. */
const note = defineKind<{ readonly lines: readonly string[] }>({
  name: 'note',
  plural: 'notes',
  label: { zh: '记事', en: 'Notes' },
  read: ({ text }) => {
    const [first, ...others] = text.split('\n').map((line) => draftOf(line));
    return { ...(first ?? draftOf('')), others };
  },
  continues: async (tx, draft, organizationId) => {
    const live = await tx.edition.findFirst({
      where: {
        publishedAt: { not: null },
        publishedUntil: null,
        document: { kind: 'note', organizationId, identity: draft.metadata.title },
      },
    });
    const before = live?.summary?.split('|') ?? [];
    const lines = [...new Set([...before, ...draft.content.lines])];
    return { ...draft, metadata: { ...draft.metadata, summary: lines.join('|') }, content: { lines } };
  },
  identity: ({ metadata }) => metadata.title,
  organizations: ({ lines }) => lines.filter((line) => line.endsWith('局')),
  searchText: ({ metadata }) => ({ head: metadata.title, body: '' }),
  rows: () => [],
  exports: {
    list: { document: '', sheet: { name: { zh: '记事', en: 'Notes' }, columns: [] } },
    one: { document: '', sheets: () => [] },
  },
  sample: () => [],
});

describe.each(databases)('a source of several records on $name', (database) => {
  let store: Store;
  beforeAll(async () => {
    store = await emptyCounty(database);
  }, 120_000);
  afterAll(() => store.close());

  const given = (text: string) => ({
    name: 'notes.txt',
    bytes: new TextEncoder().encode(text),
    attribute: 'PROACTIVE' as const,
    actor: tester,
    now: new Date(),
  });
  const publishText = (text: string) => importFile(store, note, given(text), onPaper);
  const titles = async () =>
    (await store.db.edition.findMany({ where: { kind: 'note' }, orderBy: [{ title: 'asc' }, { number: 'asc' }] })).map(
      ({ title, number, summary, attribute }) => [title, number, summary, attribute],
    );

  test('every record of a source is read, with the findings of all and what the publisher said', async () => {
    const { statement, findings } = await readFile(note, given('甲，县政府\n乙错，县政府'));
    expect(findings.map(({ rule }) => rule)).toEqual(['wrong']);
    expect([statement, ...(statement?.others ?? [])].map((one) => one?.metadata.attribute)).toEqual([
      'PROACTIVE',
      'PROACTIVE',
    ]);
  });

  test('one record that must not be stored keeps all from being stored', async () => {
    expect(await publishText('甲，县政府\n乙错，县政府')).toMatchObject({ outcome: 'refused' });
    const refused = await publishText('甲，县政府\n乙，乌有局');
    expect(refused).toMatchObject({ outcome: 'refused' });
    expect(refused.findings.map(({ rule }) => rule)).toContain('unknown-publisher');
    expect(await titles()).toEqual([]);
  });

  test('all are published together, and what is wrong with several is told once', async () => {
    const imported = await publishText('甲，县政府，乌有局\n乙，县政府，乌有局');
    if (imported.outcome !== 'published') throw new Error(JSON.stringify(imported));
    expect(imported.others.map(({ outcome }) => outcome)).toEqual(['published']);
    expect(imported.findings.map(({ rule }) => rule)).toEqual(['unknown-organization']);
    expect(await titles()).toEqual(
      [
        ['甲', 1, '乌有局', 'PROACTIVE'],
        ['乙', 1, '乌有局', 'PROACTIVE'],
      ].sort(),
    );
  });

  test('a source that states only what is new continues its record, and changes nothing when staged again', async () => {
    expect(await publishText('甲，县政府，二')).toMatchObject({ outcome: 'published', others: [] });
    expect((await titles()).filter(([title]) => title === '甲')).toEqual([
      ['甲', 1, '乌有局', 'PROACTIVE'],
      ['甲', 2, '乌有局|二', 'PROACTIVE'],
    ]);
    expect(await publishText('甲，县政府，二')).toMatchObject({ outcome: 'unchanged' });
  });
});
