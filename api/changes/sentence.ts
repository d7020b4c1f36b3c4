import type { Bilingual } from '../core/finding.ts';
import { kindNamed } from '../disclosures/registry.ts';
import type { ChangeRow } from './entries.ts';

const verbs = {
  FIRST: { zh: '发布了', en: 'published' },
  UPDATE: { zh: '更新了', en: 'updated' },
  CORRECTION: { zh: '更正了', en: 'corrected' },
  REPUBLICATION: { zh: '重新发布了', en: 'published again' },
} as const;

/** What happened, in one sentence a citizen understands. */
export function changeSentenceOf(change: ChangeRow): Bilingual {
  const { type, kind, indexNumber, title, publisher, edition, reason, withdrawalReason, changeNote } = change;
  const label = kindNamed(kind)?.label ?? { zh: kind, en: kind };
  const named = title ?? indexNumber;
  if (type === 'SEALED')
    return {
      zh: `${publisher.name}封存了${label.zh} ${indexNumber} 的第 ${edition} 版：${withdrawalReason ?? ''}`,
      en: `${publisher.name} sealed edition ${edition} of ${indexNumber}: ${withdrawalReason ?? ''}`,
    };
  if (type === 'WITHDRAWN')
    return {
      zh: `${publisher.name}撤回了《${named}》：${withdrawalReason ?? ''}`,
      en: `${publisher.name} withdrew "${named}": ${withdrawalReason ?? ''}`,
    };
  const { zh, en } = verbs[reason ?? 'FIRST'];
  const note = changeNote === null ? '' : changeNote;
  return {
    zh: `${publisher.name}${zh}《${named}》（第 ${edition} 版）${note === '' ? '' : `：${note}`}`,
    en: `${publisher.name} ${en} "${named}" (edition ${edition})${note === '' ? '' : `: ${note}`}`,
  };
}
