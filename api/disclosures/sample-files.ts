import type { PrintedSheet } from '../core/printed-sheet.ts';
import type { Draft, SampleFile } from './kind.ts';

/** What a planted error must lead to, and nothing else may be found. */
export type Expected = SampleFile['expected'];

/** A kind of error to be planted in a sample record (埋错). */
export interface Fault<Content> {
  readonly name: string;
  /** Spoils a record; null for one it cannot be planted in. Drafts are values: a spoilt one is a new one. */
  plant(draft: Draft<Content>): { readonly sheets: readonly PrintedSheet[]; readonly expected: Expected } | null;
}

/** Faults are looked for a place among the first records only. */
const mostKept = 200;

const fileName = (title: string): string => title.replace(/[（(]示例[）)]/g, '').replace(/[\\/:*?"<>|\s]/g, '-');

/** Sample records as their departments' files, then one file for each fault, in the first record it can be planted in. */
export function* sampleFilesOf<Content>(
  drafts: Iterable<Draft<Content>>,
  print: (draft: Draft<Content>) => readonly PrintedSheet[],
  faults: readonly Fault<Content>[],
): Generator<SampleFile> {
  const kept: Draft<Content>[] = [];
  for (const draft of drafts) {
    if (kept.length < mostKept) kept.push(draft);
    yield { name: fileName(draft.metadata.title), sheets: print(draft), expected: [] };
  }
  for (const [index, { name, plant }] of faults.entries()) {
    for (const draft of kept) {
      const planted = plant(draft);
      if (!planted) continue;
      yield { name: `fault-${String(index + 1).padStart(2, '0')}-${name}`, ...planted };
      break;
    }
  }
}
