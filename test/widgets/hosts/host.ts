/** A page of some department, and what it does to whatever is put on it. */
export interface Host {
  readonly name: string;
  /** Markup at the end of its head. */
  readonly head?: string;
  /** What its own scripts do before ours come; with a policy that forbids scripts in the page, there are none. */
  readonly script?: string;
  /** What stands around the panel. */
  readonly around?: (panel: string) => string;
  /** Scripts of ours, in the order they stand on the page; the loader alone unless given. */
  readonly ours?: (tag: (file?: string, attributes?: string) => string) => string;
  /** Scripts of the page itself that come with ours. */
  readonly theirs?: string;
  readonly doctype?: string;
  readonly html?: string;
  readonly csp?: string;
  readonly charset?: string;
  readonly width?: number;
  /** `false`: it is drawn in another size or in other colours, as the page means it to be; the words are the same. */
  readonly looksAlike?: false;
  /** The page makes panels impossible: what stood there stays. */
  readonly keepsFallback?: true;
}

/**
 * Where the panel stands on every page: always of one width and at one place, whatever the page does to boxes. Text settings
 * come in by inheritance, and every rule of the page reaches the tag itself.
 */
const geometry =
  'display:block!important;position:absolute!important;inset:auto!important;left:0!important;top:160px!important;' +
  'width:680px!important;height:auto!important;margin:0!important;padding:0!important;border:0!important;float:none!important';

/** What the page itself shows, with names that our styles use too. */
const own =
  '<div id="own" class="panel title row keep small block" style="width:400px;height:100px;overflow:hidden">本局职责<table class="number many"><tr><th>一</th><td class="mark fresh">二</td></tr></table><details class="menu" open><summary>三</summary></details></div>';

export const place = (inside: string): string => `<div id="place" style="${geometry}">${inside}</div>`;

/** The page as it is served. */
export function pageOf(host: Host, panel: string, scripts: string): string {
  const { doctype = '<!doctype html>', html = 'lang="zh-CN"', head = '', script, around = place } = host;
  const first = script ? `<script>${script}</script>` : '';
  return `${doctype}<html ${html}><head><title>某局</title>${head}</head><body>${first}${own}${around(panel)}${scripts}</body></html>`;
}
