import type { Panel } from '../../../widgets/core/panel.ts';
import type { Bilingual } from '../../core/finding.ts';

/** What a panel is called, from `预算与决算 Budget and final accounts`. */
export function summaryOf({ descriptor: { summary } }: Panel): Bilingual {
  const at = summary.indexOf(' ');
  return { zh: summary.slice(0, at), en: summary.slice(at + 1) };
}
