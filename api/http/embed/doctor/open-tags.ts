/** A tag that was opened, and how it ended. */
export interface Opened {
  readonly tagName: string;
  isOpen: boolean;
  /** Something else ended it, or nothing. */
  isUnclosed: boolean;
  /** Characters that stand beside it in what it stands in; known of links. */
  beside: number;
}

interface Entry<Tag> {
  readonly tag: Tag;
  /** How much text stands in it. */
  text: number;
  /** The links that stand in it, each with how much text is in the link. */
  readonly links: (readonly [link: Tag, text: number])[];
}

const blocks =
  /^(?:address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|main|menu|nav|ol|p|pre|section|table|ul)$/;

/** The tags that end one whose end was not written, as browsers read it. */
const endedBy: Readonly<Record<string, RegExp>> = {
  p: blocks,
  li: /^li$/,
  dt: /^d[dt]$/,
  dd: /^d[dt]$/,
  td: /^t[dhr]$/,
  th: /^t[dhr]$/,
  tr: /^tr$/,
  option: /^option$/,
};

const mayEnd = (tagName: string): boolean => Object.hasOwn(endedBy, tagName);

/** The tags that are open at a place of a page, the last opened last. Every tag enters and leaves once. */
export class OpenTags<Tag extends Opened> {
  readonly #entries: Entry<Tag>[] = [];
  readonly #names = new Map<string, number>();

  /** Before a tag begins: ends what it ends. */
  makeWayFor(tagName: string): void {
    for (let last = this.#entries.at(-1); last && mayEnd(last.tag.tagName); last = this.#entries.at(-1)) {
      if (!endedBy[last.tag.tagName]?.test(tagName)) return;
      this.#leave(true);
    }
  }

  enter(tag: Tag): void {
    tag.isOpen = true;
    this.#entries.push({ tag, text: 0, links: [] });
    this.#names.set(tag.tagName, (this.#names.get(tag.tagName) ?? 0) + 1);
  }

  write(length: number): void {
    const last = this.#entries.at(-1);
    if (last) last.text += length;
  }

  /** At the end of a tag, which ends all that was left open in it too. The end of what is not open ends nothing. */
  end(tagName: string): void {
    if (!this.#names.get(tagName)) return;
    for (let last = this.#entries.at(-1); last; last = this.#entries.at(-1)) {
      const isIt = last.tag.tagName === tagName;
      this.#leave(isIt);
      if (isIt) return;
    }
  }

  endAll(): void {
    while (this.#entries.length > 0) this.#leave(false);
  }

  #leave(isEnded: boolean): void {
    const entry = this.#entries.pop();
    if (!entry) return;
    const { tag, text, links } = entry;
    this.#names.set(tag.tagName, (this.#names.get(tag.tagName) ?? 0) - 1);
    tag.isOpen = false;
    tag.isUnclosed = !isEnded;
    for (const [link, own] of links) link.beside = text - own;
    const around = this.#entries.at(-1);
    if (!around) return;
    around.text += text;
    if (tag.tagName === 'a') around.links.push([tag, text]);
  }
}
