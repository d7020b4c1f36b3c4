import type { Finding } from '../core/finding.ts';
import { hasErrors } from '../core/finding.ts';
import { rehearse } from '../publishing/audit.ts';
import type { PaperReview } from '../publishing/express.ts';
import type { GateNote } from '../publishing/gate-note.ts';
import { scanEdition } from '../publishing/scan.ts';
import type { Store, Transaction } from '../store/client.ts';
import { allOf, filesOf, type ImportOptions, importInto, once, type Reading, RecordRefused } from './import.ts';

const sameAsLive: Finding = {
  rule: 'same-as-live',
  severity: 'NOTICE',
  message: {
    zh: '与现行版本相同，导入不会有任何改动。',
    en: 'It is the same as what is live; importing it changes nothing.',
  },
};

/** What a reviewer would have to settle, said while the file is still at hand. */
const toSettle = ({ rule, file, place, shown, message }: GateNote): Finding => {
  const where = (said: string): string => [file, said, shown].filter((part) => part !== null && part !== '').join(' ');
  return {
    rule,
    severity: 'WARNING',
    message: { zh: `${where(place.zh)}：${message.zh}`, en: `${where(place.en)}: ${message.en}` },
    remedy: {
      zh: '依法不应公开的，请删除或遮盖后再导入；确需公开的，报送后须由审核人说明理由、核准保留。',
      en: 'Remove or mask it before importing; what must be public a reviewer has to clear with a reason.',
    },
  };
};

/** What the drafts would be searched for when they are submitted. */
async function searched(tx: Transaction, editionIds: readonly string[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const id of editionIds) found.push(...(await scanEdition(tx, { id })).map(toSettle));
  return found;
}

/**
 * All that an import would find, and nothing of it stored (只校核): who may, the register, what is live, personal information
 * in the record and its files. With a review on paper, the gate too.
 */
export async function checkReading(
  store: Store,
  { statement, findings }: Reading,
  options: ImportOptions,
  paper: PaperReview | null,
): Promise<readonly Finding[]> {
  if (!statement || hasErrors(findings)) return findings;
  const files = await filesOf(options);
  try {
    return await rehearse(store, options.actor, { action: 'CHECK', subject: options.name }, async (tx) => {
      const stored = await importInto(tx, allOf(statement), files, options, paper);
      const staged = stored.flatMap((one) => (one.outcome === 'staged' ? [one.editionId] : []));
      return once([
        ...stored.flatMap((one) => one.findings),
        ...(await searched(tx, staged)),
        ...(stored.every(({ outcome }) => outcome === 'unchanged') ? [sameAsLive] : []),
      ]);
    });
  } catch (error) {
    if (error instanceof RecordRefused) return once(error.findings);
    throw error;
  }
}
