import { execute, parse } from 'graphql';
import type { PanelDocument } from '../../../widgets/core/document.ts';
import { formatInstantDay } from '../../../widgets/core/format.ts';
import { kinds } from '../../disclosures/registry.ts';
import type { Context } from '../../graphql/context.ts';
import { withdrawnIn } from '../../graphql/withdrawal.ts';
import type { Platform } from '../platform.ts';
import { inLanguage, spelling } from './words.ts';

/** What became of a record after the instant it is shown at. It stands beside the document, which stays what it was. */
export interface Correction {
  readonly edition: number;
  readonly at: string;
  readonly reason: 'CORRECTION' | 'UPDATE' | 'REPUBLICATION' | 'WITHDRAWN';
  readonly text: string;
  readonly href: string;
}

interface Edition {
  readonly number: number;
  readonly publishedAt: string;
  readonly changeNote: string | null;
  readonly reason: 'FIRST' | 'CORRECTION' | 'UPDATE' | 'REPUBLICATION';
  readonly url: string;
}

const said = {
  CORRECTION: ['此后已更正', 'Corrected since'],
  UPDATE: ['此后已更新', 'Updated since'],
  REPUBLICATION: ['此后已重新发布', 'Published again since'],
} as const;

/** The field of a record is its kind in camel case. */
const fieldOf = (name: string): string => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const questions = new Map(
  kinds.map(({ name }) => [
    name,
    parse(`query Since($indexNumber: String!) {
      one: ${fieldOf(name)}(by: { indexNumber: $indexNumber }) { editions { number publishedAt changeNote reason url } }
    }`),
  ]),
);

/** Of a document of the past that shows one record: what has been said in its place since; null when it still holds. */
export async function correctionOf(
  { schema }: Platform,
  { asOf, source, lang }: PanelDocument,
  context: Context,
): Promise<Correction | null> {
  const { indexNumber, edition: shown, permalink } = source;
  const [, listed] = /\/([a-z-]+)\/[^/]+\/[^/]+\/editions\/\d+$/.exec(permalink) ?? [];
  const question = questions.get(kinds.find(({ plural }) => plural === listed)?.name ?? '');
  if (asOf === null || !indexNumber || shown === undefined || !question) return null;
  const { data, errors } = await execute({
    schema,
    document: question,
    variableValues: { indexNumber },
    contextValue: context,
  });
  const [error] = errors ?? [];
  if (error && withdrawnIn(error) !== undefined) {
    const { withdrawnAt, reason } = error.extensions as Readonly<Record<string, string>>;
    const day = formatInstantDay(withdrawnAt ?? '', spelling(lang));
    const text = inLanguage(lang, `此后已撤回：${day}，${reason}`, `Withdrawn since: ${day}, ${reason}`);
    const href = permalink.replace(/\/editions\/\d+$/, '');
    return { edition: shown, at: withdrawnAt ?? '', reason: 'WITHDRAWN', text, href };
  }
  if (error) throw error;
  const { editions = [] } = (data?.['one'] ?? {}) as { editions?: readonly Edition[] };
  const since = editions.filter(({ number }) => number > shown);
  // A correction matters more than an update that came after it.
  const told = since.findLast(({ reason }) => reason === 'CORRECTION') ?? since.at(-1);
  if (!told || told.reason === 'FIRST') return null;
  const { number, publishedAt, changeNote, reason, url } = told;
  const day = formatInstantDay(publishedAt, spelling(lang));
  const [zh, en] = said[reason];
  const note = changeNote ? inLanguage(lang, `。${changeNote}`, `. ${changeNote}`) : '';
  const text = inLanguage(lang, `${zh}：第${number}版，${day}`, `${en}: edition ${number}, ${day}`) + note;
  return { edition: number, at: publishedAt, reason, text, href: url };
}
