/**
 * lit-html as panels need it, made of the file that is installed. Its version is pinned: where a place is not found any more,
 * the build ends, and somebody looks at what has changed.
 */

/**
 * It makes a Trusted Types policy when it loads. A page that allows none, or whose own Lit has taken the name, would lose its
 * panels; here setHTML is used where there is one, which needs no policy.
 */
const trustedTypes = [
  [
    /s\?s\.createPolicy\("lit-html",(\{.*?\})\):void 0/,
    '(()=>{try{return"setHTML"in Element.prototype||!s?void 0:s.createPolicy("lit-html",$1)}catch{}})()',
  ],
  [
    /return s\.innerHTML=t,s/,
    'if(s.setHTML)s.setHTML(t,{sanitizer:{removeElements:[],comments:true}});else s.innerHTML=t;return s',
  ],
];

/**
 * A form named `importNode` takes the place of that method of the page. An empty copy of the page has no such names; what is made
 * by it moves over when it is put in.
 */
const ownDocument = [[/l=document,/, 'l=Node.prototype.cloneNode.call(document),']];

/** Templates of panels are HTML without directives: what lit-html can do besides is not sent to every reader of every page. */
const unused = [
  // Directives: a value is what it is.
  [/function M\(t,i,s=t,e\)\{.*?(?=class R\{)/, ''],
  [/\bM\(\w+,(\w+(?:\[\w+\+\w+\])?)(?:,\w+)*\)/g, '$1'],
  [/get _\$AU\(\)\{[^}]*\}/g, ''],
  // Expressions in the place of an attribute.
  [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\)/, ''],
  [/:6===r\.type&&\(i=new Z\(h,this,t\)\)/, ':0'],
  [/class Z\{.*?(?=const j=)/, ''],
  // Templates that are SVG or MathML from their root.
  [/l=2===i\?"<svg>":3===i\?"<math>":""/, 'l=""'],
  [/\+\(2===i\?"<\/svg>":3===i\?"<\/math>":""\)/, ''],
  [/,2===i\|\|3===i\)\{.*?\}for/, ');for'],
  // Comments, and expressions in them.
  [/"!--"===u\[1\]\?c=_:/, ''],
  [/c===_\|\|(?=c===m)/, ''],
  [/_=\/-->\/g,/, ''],
  [/else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf\(o,t\+1\)\);\)d\.push\(\{type:7,index:l\}\),t\+=o\.length-1\}/, ''],
  // Parts that are told when their host comes and goes, and what parts tell of themselves.
  [/this\._\$AP\?\.\(!1,!0,s\)/, ''],
  [/setConnected\(t\)\{.*?\}(?=\}class H)/, ''],
  [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
  [/get (?:startNode|endNode|tagName|parentNode)\(\)\{[^}]*\}/g, ''],
  [/this\._\$AN=void 0,/g, ''],
  [/void 0!==s&&\((void 0!==s\.strings\?.*?:s\._\$AI\(t\[i\]\))\)/, '$1'],
  [/,e\)(?=\{const h=this\.strings)/, ')'],
  [/o&&!e&&/, 'o&&'],
  // A value that stands for no change, and options of rendering.
  [/,E=Symbol\.for\("lit-noChange"\)/, ''],
  [/&&t!==E(?=[&,])/g, ''],
  [/,r===E&&\(r=this\._\$AH\[n\]\)/, ''],
  [/if\(\(t=(t\?\?A)\)===E\)return;/, 't=$1;'],
  [/E as noChange,/, ''],
  [/\(t\?\.creationScope\?\?l\)/, 'l'],
  [/s\?\.renderBefore\?\?(?=i|null)/g, ''],
  // Values that are nodes of the page, or that can only be gone through.
  [/:void 0!==t\.nodeType\?this\.T\(t\)/, ''],
  [/\|\|"function"==typeof t\?\.\[Symbol\.iterator\]/, ''],
  // Listeners that are objects, or that have options.
  [/\|\|t\.capture!==s\.capture\|\|t\.once!==s\.once\|\|t\.passive!==s\.passive/, ''],
  [
    /"function"==typeof this\._\$AH\?(this\._\$AH\.call\()this\.options\?\.host\?\?(this\.element,t\)):.*?\.handleEvent\(t\)/,
    '$1$2',
  ],
  // Templates compiled before.
  [/"number"==typeof s\?(this\._\$AC\(t\)):\(.*?\),s\)/, '$1'],
  // Expressions inside scripts, styles, text areas and titles.
  [/if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=\}else if\(8)/, ''],
  [/\(y\.test\(u\[2\]\)&&\(n=RegExp\("<\/"\+u\[2\],"g"\)\),c=p\)/, 'c=p'],
  // What other packages of Lit take from here, polyfills, and the version in a global, which is not wanted on a foreign page.
  [/const j=\{.*?\},B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),\(.*?\)\.push\("[\d.]+"\);/, ''],
  [/j as _\$LH,/, ''],
  // What is no template is refused all the same; the words are for whoever writes one.
  [/(?<=throw Error\()"invalid template strings array"(?=\))/, ''],
];

export const lit = {
  name: 'lit',
  transform(code, id) {
    if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
    const changed = [...trustedTypes, ...ownDocument, ...unused].reduce((before, [place, instead]) => {
      const after = before.replace(place, instead);
      if (after === before) this.error(`lit-html has changed: ${place} is not there any more`);
      return after;
    }, code);
    return { code: changed, map: null };
  },
};
