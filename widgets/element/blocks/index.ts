import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Block, GroupBlock } from '../../core/document.ts';
import type { Pen } from '../pen.ts';
import { drawing } from './choice.ts';
import { form } from './form.ts';
import { records } from './records.ts';
import { sections } from './sections.ts';
import { facts, figures, notice, photos, steps } from './small.ts';

const group = ({ heading, isFolded, blocks }: GroupBlock, pen: Pen): TemplateResult => {
  const inside = { ...pen, level: pen.level + 1 };
  // What unfolds is no heading: those in it stand where it stands.
  return isFolded
    ? html`<details class="group"><summary>${heading}</summary>${pen.drawn(blocks, pen)}</details>`
    : html`<section><p class="part" role="heading" aria-level=${inside.level}>${heading}</p>${pen.drawn(blocks, inside)}</section>`;
};

/** Every block but the plainest, and the drawing of a table that is not one of bars. */
export const draw = (block: Block, pen: Pen): unknown => {
  switch (block.type) {
    case 'table':
      return drawing(block, pen);
    case 'list':
      return records(block, pen);
    case 'notice':
      return notice(block, pen);
    case 'figures':
      return figures(block, pen);
    case 'facts':
      return facts(block, pen);
    case 'sections':
      return sections(block, pen);
    case 'steps':
      return steps(block, pen);
    case 'form':
      return form(block, pen);
    case 'photos':
      return photos(block, pen);
    case 'group':
      return group(block, pen);
    default:
      return nothing;
  }
};
