import type { Panel } from '../../../widgets/core/panel.ts';
import { panels } from '../../../widgets/panels.ts';
import type { Bilingual } from '../../core/finding.ts';

/** Every panel once, under the first of its names: a tag kept for pages that embed it is offered to nobody new. */
export const namedPanels: readonly (readonly [stem: string, panel: Panel])[] = Object.entries(panels).filter(
  ([, panel], index, all) => all.findIndex(([, other]) => other === panel) === index,
);

/** What a panel is called, from `预算与决算 Budget and final accounts`. */
export function summaryOf({ descriptor: { summary } }: Panel): Bilingual {
  const at = summary.indexOf(' ');
  return { zh: summary.slice(0, at), en: summary.slice(at + 1) };
}
