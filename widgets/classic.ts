// Every panel in one classic script, for a CMS that cannot place a module.
import './core/origin.ts';
import { panels } from './registry.ts';

for (const load of Object.values(panels)) void load();
