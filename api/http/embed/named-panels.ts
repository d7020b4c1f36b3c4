import type { Panel } from '../../../widgets/core/panel.ts';
import { panels } from '../../../widgets/panels.ts';

/** Every panel once, under the first of its names: a tag kept for pages that embed it is offered to nobody new. */
export const namedPanels: readonly (readonly [stem: string, panel: Panel])[] = Object.entries(panels).filter(
  ([, panel], index, all) => all.findIndex(([, other]) => other === panel) === index,
);
