import { shared } from './shared.ts';

// A classic bundle has no import.meta: only now, while it runs, does the page know which script this is.
const script = document.currentScript;

// A form or an image named "currentScript" hides the real one; neither can pretend to be a SCRIPT.
if (script?.tagName === 'SCRIPT') {
  const { src } = script as HTMLScriptElement;
  shared().endpoint = script.getAttribute('data-endpoint') || (src ? new URL(src).origin : location.origin);
  shared().links = script.hasAttribute('data-gk-links');
}
