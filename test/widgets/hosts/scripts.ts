import { type Host, place } from './host.ts';

/** What old libraries do to the language, in their own manner. */
const prototypeJs = `
  Object.prototype.toJSON = Array.prototype.toJSON = String.prototype.toJSON = function () { return '"x"'; };
  Object.defineProperty(Object.prototype, 'toJSON', { enumerable: false });
  var extend = function (to, from) { for (var name in from) to[name] = from[name]; };
  extend(Array.prototype, {
    each: function (act) { for (var i = 0; i < this.length; i++) act(this[i], i); return this; },
    first: function () { return this[0]; }, last: function () { return this[this.length - 1]; },
    clear: function () { this.length = 0; return this; },
    reduce: function () { return this.length > 1 ? this : this[0]; },
    find: function (act) { for (var i = 0; i < this.length; i++) if (act(this[i], i)) return this[i]; },
    entries: function () { return this.slice(); }, size: function () { return this.length; },
    flatten: function () { return [].concat.apply([], this); }, include: function (one) { return this.indexOf(one) >= 0; },
  });
  Array.from = window.$A = function (from) { var to = []; for (var i = 0; i < (from || '').length; i++) to.push(from[i]); return to; };
  Function.prototype.bind = function (self) { var act = this, given = [].slice.call(arguments, 1); return function () { return act.apply(self, given.concat([].slice.call(arguments))); }; };
  extend(HTMLElement.prototype, {
    update: function (html) { this.innerHTML = html; return this; }, show: function () { this.style.display = ''; },
    hide: function () { this.style.display = 'none'; }, visible: function () { return this.style.display != 'none'; },
    insert: function () { return this; }, select: function (css) { return [].slice.call(this.querySelectorAll(css)); },
    remove: function () { this.parentNode.removeChild(this); return this; }, identify: function () { return this.id; },
  });
  document.getElementsByClassName = function (name) { return [].slice.call(document.querySelectorAll('.' + name)); };
  window.$ = function (id) { return document.getElementById(id); };`;

const jquery = `
  window.jQuery = window.$ = function (what) { if (typeof what == 'function') document.addEventListener('DOMContentLoaded', what); return { ready: function () {} }; };
  jQuery.noConflict = function () { delete window.$; return jQuery; };
  jQuery.noConflict();
  window.$ = function () { throw Error('not the $ you know'); };
  jQuery(function () { document.body.appendChild(document.createElement('i')); });`;

const requireJs = `
  window.define = function (name) { if (typeof name != 'string') throw Error('Mismatched anonymous define() module'); };
  define.amd = {}; window.require = window.requirejs = function () {}; window.module = { exports: {} }; window.exports = module.exports;`;

const fetchPolyfill = `
  window.fetch = function (url, options) {
    return new Promise(function (resolve, reject) {
      var request = new XMLHttpRequest();
      request.open((options || {}).method || 'GET', url);
      request.onload = function () {
        resolve({
          ok: request.status < 300, status: request.status, url: request.responseURL,
          text: function () { return Promise.resolve(request.responseText); },
          json: function () { return Promise.resolve(request.responseText).then(JSON.parse); },
        });
      };
      request.onerror = function () { reject(TypeError('Network request failed')); };
      request.send();
    });
  }; fetch.polyfill = true; delete window.AbortSignal;`;

const promises = `
  var Native = Promise;
  window.Promise = function ZoneAwarePromise(act) { var own = this; own.inner = new Native(act); };
  Promise.prototype.then = function (good, bad) { var inner = this.inner; return new Promise(function (resolve, reject) { inner.then(good, bad).then(resolve, reject); }); };
  Promise.prototype.catch = function (bad) { return this.then(undefined, bad); };
  ['resolve', 'reject'].forEach(function (name) { Promise[name] = function (value) { return new Promise(function (good, bad) { (name == 'resolve' ? good : bad)(value); }); }; });
  ['all', 'race'].forEach(function (name) { Promise[name] = function (list) { return new Promise(function (good, bad) { Native[name](list).then(good, bad); }); }; });`;

const moments = `
  ['setTimeout', 'requestAnimationFrame', 'addEventListener'].forEach(function (name) {
    var native = window[name];
    window[name] = function () { return native.apply(window, arguments); };
  });
  var create = document.createElement;
  document.createElement = function (tag) { return create.call(document, String(tag).toUpperCase()); };`;

/** Pages whose scripts were there first. */
export const scripted: readonly Host[] = [
  { name: 'Prototype.js', script: prototypeJs },
  { name: 'jQuery of 2010 with another $', script: jquery },
  { name: 'RequireJS', script: requireJs, ours: (tag) => tag() + tag('gongkai.classic.js') },
  {
    name: 'MooTools',
    script: `Function.prototype.extend=function(){return this};Array.prototype.append=Array.prototype.empty=function(){};String.prototype.contains=function(){return true};var Dom=window.Element;window.Element=function(tag){return document.createElement(tag)};window.Element.prototype=Dom.prototype;window.Event=Object.assign(function(){}, {Keys:{}}, {prototype:Event.prototype})`,
    looksAlike: false,
  },
  {
    name: 'frozen builtins',
    script:
      'for(const one of [Object,Array,String,Function,Promise,RegExp,Map,Set,Number,JSON,Math,Symbol]){Object.freeze(one);one.prototype&&Object.freeze(one.prototype)}',
  },
  {
    name: 'names on Object.prototype that for…in finds',
    script: 'Object.prototype.extra=function(){};Object.prototype.own="x"',
  },
  { name: 'fetch by XMLHttpRequest', script: fetchPolyfill },
  { name: 'promises of another kind', script: promises },
  { name: 'patched timers, listeners and createElement', script: moments },
  { name: 'a browser without constructed style sheets', script: 'delete ShadowRoot.prototype.adoptedStyleSheets' },
  { name: 'no console', script: 'window.console=undefined' },
  { name: 'a console that throws', script: 'console.warn=console.error=function(){throw Error("x")}' },
  {
    name: 'no storage',
    script:
      'for(const name of ["localStorage","sessionStorage"])Object.defineProperty(window,name,{get(){throw new DOMException("no","SecurityError")}})',
  },
  {
    name: 'full storage',
    script: 'Storage.prototype.setItem=function(){throw new DOMException("no","QuotaExceededError")}',
  },
  {
    name: 'no EventSource, no BroadcastChannel, no locks',
    script:
      'delete window.EventSource;delete window.BroadcastChannel;Object.defineProperty(navigator,"locks",{value:undefined})',
  },
  { name: 'a registry that refuses', script: 'customElements.define=()=>{throw Error("no")}', keepsFallback: true },
  {
    name: 'global names that ours have too',
    script: 'var page=1,look=2,load=3,own=4,near=5,key=6,base=7,html=8,render=9,current=10,script=11,e=12,t=13,n=14',
  },
  {
    name: 'images and forms with the names the loader looks for',
    around: (panel) =>
      `<img name="currentScript" src="https://evil.example/loader.js"><form name="currentScript" src="x"></form><form id="customElements"></form><form name="head"></form><img name="createElement1">${place(panel)}`,
  },
];
