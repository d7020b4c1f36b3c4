import type { PanelDocument } from '../../../widgets/core/document.ts';
import { formatInstantDay } from '../../../widgets/core/format.ts';
import { newestChanges } from '../../changes/entries.ts';
import { kinds } from '../../disclosures/registry.ts';
import type { Context } from '../../graphql/context.ts';
import type { Platform } from '../platform.ts';
import { type Correction, correctionOf } from './correction.ts';
import { inLanguage, spelling } from './words.ts';

const named = new Set(kinds.map(({ name }) => name));

/**
 * Of a document of the past that was made from many records of one kind: that some of that kind were corrected or withdrawn
 * since, and where the result of now is. Of several kinds something is corrected every day, which says nothing.
 */
async function amendedSince(
  { asOf, touches, lang, address, source }: PanelDocument,
  context: Context,
): Promise<Correction | null> {
  const of = touches.filter((name) => named.has(name));
  if (asOf === null || source.indexNumber !== undefined || of.length !== 1) return null;
  // Every publication may be one.
  context.touched.add('*');
  const since = new Date(Date.parse(asOf) + 1);
  const [last] = await newestChanges(context.store, 1, { kinds: of, since, isAmending: true });
  if (!last) return null;
  const at = last.at.toISOString();
  const what = [formatInstantDay(at, spelling(lang)), last.title].filter(Boolean);
  const text = inLanguage(
    lang,
    `此后同类公开信息有更正或撤回（最近：${what.join('，')}）；现在的结果可能不同`,
    `Records of this kind were corrected or withdrawn since (the latest: ${what.join(', ')}); the result of now may be another`,
  );
  const now = new URL(address);
  now.searchParams.delete('as-of');
  const reason = last.type === 'WITHDRAWN' ? 'WITHDRAWN' : 'CORRECTION';
  return { edition: last.edition, at, reason, text, href: now.href };
}

/** What has become of a document of the past: of its one record, else of records of its kind; null where it still holds. */
export const amendmentOf = async (
  platform: Platform,
  document: PanelDocument,
  context: Context,
): Promise<Correction | null> =>
  (await correctionOf(platform, document, context)) ?? (await amendedSince(document, context));
