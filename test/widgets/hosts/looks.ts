import type { Host } from './host.ts';
import { place } from './host.ts';

const style = (css: string): string => `<style>${css}</style>`;
const all = (rule: string): string => style(`*,*::before,*::after{${rule}}`);

/** Pages whose style sheets reach for everything. */
export const looks: readonly Host[] = [
  { name: 'a reset that unsets all', head: all('all:unset!important') },
  {
    name: 'a reset of boxes and margins',
    head: all('margin:0!important;padding:0!important;box-sizing:content-box!important;border:0!important'),
  },
  { name: 'everything is inline', head: all('display:inline!important') },
  {
    name: 'everything is red and in another typeface',
    head: all(
      'color:red!important;font:italic 700 30px/1 serif!important;text-shadow:0 0 4px red!important;text-align:right!important',
    ),
  },
  { name: 'everything is placed', head: all('position:relative!important;top:auto!important;float:none!important') },
  { name: 'everything floats', head: all('float:left!important') },
  { name: 'everything is absolute', head: all('position:absolute!important') },
  { name: 'everything moves', head: all('transition:all 9s!important;animation:spin 9s infinite') },
  { name: 'everything is a flex box', head: all('display:flex!important') },
  { name: 'everything is invisible', head: style('body{font-size:0;color:transparent;visibility:hidden}') },
  { name: 'rem is scaled for a layout', head: style('html{font-size:100px!important}body{font-size:12px}') },
  {
    name: 'text is indented, spaced, centred and kept as typed',
    head: style(
      'body{text-indent:2em;letter-spacing:.5em;word-spacing:1em;text-align:center;line-height:1;white-space:pre;text-transform:uppercase;word-break:break-all;cursor:wait}',
    ),
  },
  {
    name: 'there are rules for every element',
    head: style(
      'p,a,li,button,input,header,footer,article,details,table,td,th{display:none!important}svg{position:fixed}rect{fill:red}',
    ),
  },
  { name: 'tags that are not defined are hidden', head: style(':not(:defined){visibility:hidden}') },
  { name: 'the page is read from right to left', html: 'dir="rtl" lang="zh-CN"', looksAlike: false },
  {
    name: 'the page is set in columns from top to bottom',
    head: style('html{writing-mode:vertical-rl}#place{writing-mode:horizontal-tb}'),
  },
  { name: 'the page is zoomed', head: style('body{zoom:1.25}'), looksAlike: false },
  {
    name: 'the page is dark',
    head: style(':root{color-scheme:dark}body{background:#000;color:#fff}'),
    looksAlike: false,
  },
  { name: 'a page without a doctype', doctype: '', head: style('table{font-size:30px}') },
  {
    name: 'a page of 1999',
    doctype: '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
    head: '<meta http-equiv="X-UA-Compatible" content="IE=7">',
    html: '',
    looksAlike: false,
  },
];

const wide =
  (css: string, wrap = (panel: string) => panel) =>
  (panel: string): string =>
    place(`<div style="${css}">${wrap(panel)}</div>`);

/** Places in which a box has the width of what is in it: a panel takes all there is. */
export const places: readonly Host[] = [
  { name: 'in a row of flex boxes', around: wide('display:flex') },
  { name: 'in a column of centred flex boxes', around: wide('display:flex;flex-direction:column;align-items:center') },
  { name: 'in a grid', around: wide('display:grid;grid-template-columns:auto') },
  {
    name: 'in a box that floats',
    around: wide('', (panel) => `<div style="float:left;max-width:100%">${panel}</div>`),
  },
  { name: 'in an inline block', around: wide('', (panel) => `<div style="display:inline-block">${panel}</div>`) },
  {
    name: 'in a table of a layout',
    around: wide('', (panel) => `<table cellpadding="0" cellspacing="0"><tr><td>${panel}</td></tr></table>`),
  },
  {
    name: 'in a centre of 1999',
    around: wide('', (panel) => `<center><font size="1" color="red">${panel}</font></center>`),
  },
];
