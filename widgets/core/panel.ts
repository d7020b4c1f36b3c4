import type { PanelDescriptor } from './descriptor.ts';
import type { PanelDocument, Params, Shown } from './document.ts';
import type { Language } from './language.ts';
import type { Guard } from './shape.ts';

/** Around a panel while it is made. */
export interface Scene {
  /** The language of its words. Traditional characters are made of the Chinese document as a whole. */
  readonly language: Language;
  readonly params: Params;
  /** Address of the platform, without a slash at the end. */
  readonly platform: string;
  /** The day in China it speaks of, 2026-03-01: today, or that of `as-of`. */
  readonly today: string;
  /** The instant it speaks of: now, or `as-of`. What says the time is made anew every minute. */
  readonly now: string;
}

/** What is wrong with a tag, in the reader's language, for whoever wrote it. */
export interface Misuse {
  readonly misuse: string;
}

export type Variables = Readonly<Record<string, unknown>>;

/** A panel: what it asks of the API, and what it says of the answer. It runs on the platform; browsers only draw. */
export interface Panel<Data = unknown> {
  readonly descriptor: PanelDescriptor;
  /** One GraphQL operation, named. A variable `$asOf: DateTime` is given the instant asked for; null is now. */
  readonly query: string;
  readonly guard: Guard<Data>;
  /** What to ask. Throws nothing: a tag that cannot be right is a misuse. */
  variables(scene: Scene): Variables | Misuse;
  show(data: Data, scene: Scene): Shown;
  /** What to say where the API refuses what was asked, given its reason in the scene's language; left out: the refusal is the answer. */
  refused?(reason: string, scene: Scene): Shown;
  /** It is printed and hung up where no link can be followed: its address is printed as a QR code too. */
  readonly isHungUp?: boolean;
}

/** Parameters every panel takes: they are the platform's, not the view's. */
export const commonParams = ['lang', 'as-of'] as const;

export const isMisuse = (given: Variables | Misuse): given is Misuse => 'misuse' in given;

/** Keeps the types of one panel, gives what all have in common. */
export const panelOf = <Data>(panel: Panel<Data>): Panel => panel as unknown as Panel;

/** The part of a document that a reader may take to a spreadsheet, table by table. */
export const tablesOf = (document: Pick<PanelDocument, 'blocks'>) => {
  const tables: Extract<PanelDocument['blocks'][number], { type: 'table' }>[] = [];
  const walk = (blocks: PanelDocument['blocks']): void => {
    for (const block of blocks) {
      if (block.type === 'table') tables.push(block);
      if (block.type === 'group') walk(block.blocks);
    }
  };
  walk(document.blocks);
  return tables;
};
