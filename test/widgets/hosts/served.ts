import { build } from 'esbuild';
import { type Host, place } from './host.ts';

/** Lit as a page brings it, with a panel of its own. */
const { outputFiles } = await build({
  stdin: {
    contents:
      "import {LitElement,html} from 'lit';customElements.define('x-own',class extends LitElement{render(){return html`<p>own</p>`}})",
    resolveDir: import.meta.dirname,
  },
  bundle: true,
  format: 'iife',
  minify: true,
  write: false,
});
/** As an address: markup in a script would end it. */
const lit = `<script src="data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? '').toString('base64')}"></script>`;

const strict = (platform: string, more: string): string =>
  `default-src 'none'; script-src ${platform}; connect-src ${platform}; img-src ${platform}; ${more}`;

/** Pages that are served, embedded or written in a way of their own. */
export const served = (platform: string): readonly Host[] => [
  {
    name: "style-src 'self'",
    csp: strict(platform, "style-src 'self'"),
    head: '<link rel="icon" href="data:,">',
    looksAlike: false,
  },
  { name: "style-src 'none'", csp: strict(platform, "style-src 'none'"), looksAlike: false },
  {
    name: "trusted-types 'none'",
    csp: strict(platform, "style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'"),
  },
  {
    name: 'a second Lit, whose policy alone is allowed',
    csp: "require-trusted-types-for 'script'; trusted-types lit-html",
    head: lit,
    around: (panel) => place(`<x-own style="display:none"></x-own>${panel}`),
  },
  { name: 'a second Lit that comes after', ours: (tag) => `${tag()}${lit}`, theirs: lit },
  { name: 'a base elsewhere', head: '<base href="https://elsewhere.example/path/" target="_top">' },
  { name: 'GBK', charset: 'gbk', ours: (tag) => tag('gongkai.classic.js') },
  { name: 'the loader twice, as script and as module', ours: (tag) => tag() + tag('loader.js', 'type="module"') },
  { name: 'the classic bundle beside the loader', ours: (tag) => tag('gongkai.classic.js') + tag() },
  {
    name: 'the loader in the head',
    head: `<script async src="${platform}/widgets/loader.js"></script>`,
    ours: () => '',
  },
  {
    name: 'all is written by document.write',
    around: (panel) => `<script>document.write(${JSON.stringify(place(panel)).replaceAll('</', '<\\/')})</script>`,
    ours: (tag) => `<script>document.write(${JSON.stringify(tag('loader.js', '')).replaceAll('</', '<\\/')})</script>`,
  },
  {
    name: 'the panel is put in later by innerHTML',
    around: (panel) =>
      `${place('')}<script>setTimeout(function(){document.getElementById('place').innerHTML=${JSON.stringify(panel).replaceAll('</', '<\\/')}},200)</script>`,
  },
  {
    name: 'the panel is in a tab that is opened later',
    around: (panel) =>
      `${place(`<div id="tab" style="display:none">${panel}</div>`)}<script>setTimeout(function(){document.getElementById('tab').style.display=''},200)</script>`,
  },
  {
    name: 'the panel is made by script, attributes after it stands',
    around: () =>
      `${place('')}<script>setTimeout(function(){var panel=document.createElement('gk-budget');document.getElementById('place').appendChild(panel);panel.year=2023;panel.setAttribute('endpoint','${platform}/ok')},200)</script>`,
  },
];
