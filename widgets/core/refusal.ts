import type { Block, Shown } from './document.ts';

/** What a panel says where the API refuses what was asked: why, and what there is to choose instead. */
export const refusal = (title: string, reason: string, permalink: string, others: readonly Block[] = []): Shown => ({
  title,
  state: 'misused',
  sentence: reason,
  blocks: [{ type: 'notice', tone: 'plain', text: reason }, ...others],
  source: { publisher: '', permalink },
});
