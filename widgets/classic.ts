// Every panel in one classic script, for a CMS that cannot place a module.
import './core/origin.ts';
import './element/panels.ts';
