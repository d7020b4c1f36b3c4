import { budget } from './budget/budget.panel.ts';
import type { Panel } from './core/panel.ts';

/** Every panel: one line each, by the stem of its tag: `<gk-budget>` is `budget`, its address `/w/budget`. */
export const panels: Readonly<Record<string, Panel>> = {
  budget,
};
