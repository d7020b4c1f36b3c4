// What a first drawing can do without: it is fetched beside the first data, so that a bar chart never waits for a treemap.
import { badgeOf } from './badge.ts';
import { choice } from './blocks/choice.ts';
import { isBlock } from './blocks/guard.ts';
import { draw } from './blocks/index.ts';
import { blocksLook } from './blocks.styles.ts';
import { controlsLook } from './controls.styles.ts';
import { failed } from './failed.ts';
import { enliven } from './life.ts';
import { menu, paperCode, wayBack } from './menu.ts';
import { moreWords } from './more-words.ts';
import { upgradePage } from './upgrade.ts';

export const more = {
  draw,
  choice,
  isBlock,
  badgeOf,
  menu,
  paperCode,
  wayBack,
  enliven,
  failed,
  upgradePage,
  look: controlsLook + blocksLook,
  words: moreWords,
};
export type More = typeof more;
