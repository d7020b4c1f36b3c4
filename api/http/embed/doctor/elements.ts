import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** A tag of a page, as it is written. */
export interface Element {
  readonly tagName: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
  readonly isSelfClosed: boolean;
  /** It stands in a panel, as what is shown until the panel is there. */
  readonly isInsidePanel: boolean;
  /** It stands in what browsers do not run: `<noscript>` where scripts run, `<template>` anywhere. */
  readonly inert: 'noscript' | 'template' | null;
  /** Something stands in it. */
  hasContent: boolean;
}

/** What follows such a tag is text until its end. */
const textAfter: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
};

const isVoid = (tagName: string): boolean =>
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/.test(tagName);

/**
 * Every tag of a page in its order. Tags are read one by one and no tree is built of them: a tree can be made many times larger
 * and slower than the page it is of.
 */
export function elementsOf(source: string): readonly Element[] {
  const elements: Element[] = [];
  /** The tag opened last, until something is known to stand in it, or nothing. */
  let open: Element | undefined;
  /** How many tags are open inside the panel that is open; -1 outside panels. */
  let depth = -1;
  /** The tag of that panel. */
  let panel = '';
  let isNoscript = false;
  /** For each template that is open whether what it holds is inert: one of a shadow root is not. */
  const templates: boolean[] = [];
  let inertTemplates = 0;
  const filled = (): void => {
    if (open) open.hasContent = true;
    open = undefined;
  };
  const start = ({ tagName, attrs, selfClosing, location }: Token.TagToken): void => {
    filled();
    const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
    const isPanel = tagName.startsWith('gk-') || attributes.has('data-gk');
    const element: Element = {
      tagName,
      attributes,
      line: location?.startLine ?? 0,
      isSelfClosed: selfClosing,
      isInsidePanel: depth >= 0,
      inert: inertTemplates > 0 ? 'template' : isNoscript ? 'noscript' : null,
      hasContent: false,
    };
    elements.push(element);
    tokenizer.state = textAfter[tagName] ?? tokenizer.state;
    if (tagName === 'noscript') isNoscript = true;
    if (tagName === 'template') {
      const isInert = !attributes.has('shadowrootmode');
      templates.push(isInert);
      inertTemplates += isInert ? 1 : 0;
    }
    // A browser reads on inside of what ends in “/>”; whoever wrote it meant it to be over, and the next panel to be another.
    const isOver = selfClosing && !Object.hasOwn(textAfter, tagName);
    open = isOver && isPanel ? undefined : element;
    if (isOver) return;
    if (depth >= 0) depth += isVoid(tagName) ? 0 : 1;
    else if (isPanel) {
      depth = 0;
      panel = tagName;
    }
  };
  const end = ({ tagName }: Token.TagToken): void => {
    open = undefined;
    if (tagName === 'noscript') isNoscript = false;
    if (tagName === 'template') inertTemplates -= templates.pop() ? 1 : 0;
    // Its own end ends a panel, whatever was left open in it.
    depth = tagName === panel && panel.startsWith('gk-') ? -1 : Math.max(-1, depth - 1);
  };
  const ignored = (): void => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: start,
      onEndTag: end,
      onCharacter: filled,
      onNullCharacter: ignored,
      onWhitespaceCharacter: ignored,
      onComment: ignored,
      onDoctype: ignored,
      onEof: ignored,
    },
  );
  tokenizer.write(source, true);
  return elements;
}
