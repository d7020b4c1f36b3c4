// What the loader loads: all panels of the platform.
import { shared } from '../core/shared.ts';
import { fetchMore, later } from './later.ts';
import { definePanels } from './panel.ts';

/** "budget documents …;organization year …": stems, and the attributes of all, written in by the build from panels.ts. */
declare const __PANELS__: string;
const all = __PANELS__;

// Where boxes or links become panels, that is known first: all panels of the page ask in one request.
const isMixed = shared().links || document.querySelector('[data-gk]');
if (!isMixed) definePanels(all);
void fetchMore().then(() => {
  definePanels(all);
  later.more?.upgradePage();
});
