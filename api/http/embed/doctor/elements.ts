import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { panelNamed } from '../../../../widgets/panels.ts';
import { type Opened, OpenTags } from './open-tags.ts';

/** A tag of a page, as it is written. */
export interface Element extends Opened {
  readonly attributes: ReadonlyMap<string, string>;
  readonly line: number;
  readonly isSelfClosed: boolean;
  /** The panel around it, whose content it is; null outside panels. */
  readonly around: Element | null;
  /** It stands in a panel, as what is shown until the panel is there. What an unclosed panel swallows was not meant to. */
  isInsidePanel: boolean;
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

/** A panel that stands in a comment. */
export interface Commented {
  readonly stem: string;
  readonly line: number;
}

/** The tags of a page in their order, and the first panel among its comments. */
export interface Tags {
  readonly elements: readonly Element[];
  readonly commented: Commented | null;
}

const isPanelTag = ({ tagName, attributes }: Pick<Element, 'tagName' | 'attributes'>): boolean =>
  tagName.startsWith('gk-') || attributes.has('data-gk');

function commentedIn({ data, location }: Token.CommentToken): Commented | null {
  for (const { 1: stem = '', index } of data.matchAll(/(?:<gk-|\bdata-gk=["']?)([a-z-]{1,40})/g))
    if (panelNamed(stem))
      return { stem, line: (location?.startLine ?? 0) + data.slice(0, index).split('\n').length - 1 };
  return null;
}

/**
 * Every tag of a page in its order. Tags are read one by one and no tree is built of them: a tree can be made many times larger
 * and slower than the page it is of.
 */
export function elementsOf(source: string): Tags {
  const elements: Element[] = [];
  let commented: Commented | null = null;
  /** The tag opened last, until something is known to stand in it, or nothing. */
  let latest: Element | undefined;
  const open = new OpenTags<Element>();
  /** Panels that are open, the last opened last. */
  const panels: Element[] = [];
  let isNoscript = false;
  /** For each template that is open whether what it holds is inert: one of a shadow root is not. */
  const templates: boolean[] = [];
  let inertTemplates = 0;
  const filled = (): void => {
    if (latest) latest.hasContent = true;
    latest = undefined;
  };
  const start = ({ tagName, attrs, selfClosing, location }: Token.TagToken): void => {
    filled();
    open.makeWayFor(tagName);
    while (panels.at(-1)?.isOpen === false) panels.pop();
    const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
    const isPanel = isPanelTag({ tagName, attributes });
    const element: Element = {
      tagName,
      attributes,
      line: location?.startLine ?? 0,
      isSelfClosed: selfClosing,
      around: panels.at(-1) ?? null,
      isInsidePanel: false,
      inert: inertTemplates > 0 ? 'template' : isNoscript ? 'noscript' : null,
      hasContent: false,
      isOpen: false,
      isUnclosed: false,
      beside: 0,
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
    latest = isOver && isPanel ? undefined : element;
    if (isOver || isVoid(tagName)) return;
    open.enter(element);
    if (isPanel) panels.push(element);
  };
  const end = ({ tagName }: Token.TagToken): void => {
    latest = undefined;
    if (tagName === 'noscript') isNoscript = false;
    if (tagName === 'template') inertTemplates -= templates.pop() ? 1 : 0;
    open.end(tagName);
  };
  const ignored = (): void => undefined;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag: start,
      onEndTag: end,
      onCharacter: ({ chars }) => {
        filled();
        open.write(chars.length);
      },
      onNullCharacter: ignored,
      onWhitespaceCharacter: ignored,
      onComment: (comment) => {
        commented ??= commentedIn(comment);
      },
      onDoctype: ignored,
      onEof: () => open.endAll(),
    },
  );
  tokenizer.write(source, true);
  // What is around stands before what is inside.
  for (const element of elements)
    element.isInsidePanel = element.around !== null && (!element.around.isUnclosed || element.around.isInsidePanel);
  return { elements, commented };
}
