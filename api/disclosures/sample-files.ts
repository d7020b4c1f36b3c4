import type { PrintedSheet } from '../core/printed-sheet.ts';
import type { Draft, SampleBody, SampleFile } from './kind.ts';

/** What a planted error must lead to, and nothing else may be found. */
export type Expected = SampleFile['expected'];

/** A kind of error to be planted in a sample record (埋错). */
export interface Fault<Content, Body extends SampleBody = { readonly sheets: readonly PrintedSheet[] }> {
  readonly name: string;
  /** Spoils a record; null for one it cannot be planted in. Drafts are values: a spoilt one is a new one. */
  plant(draft: Draft<Content>): (Body & { readonly expected: Expected }) | null;
}

/** Faults are looked for a place among the first records only. */
const mostKept = 200;

const fileName = (title: string): string => title.replace(/[（(]示例[）)]/g, '').replace(/[\\/:*?"<>|\s]/g, '-');

/** Sample records as their departments' files, then one file for each fault, in the first record it can be planted in. */
export function* filesOf<Content, Body extends SampleBody>(
  drafts: Iterable<Draft<Content>>,
  print: (draft: Draft<Content>) => Body,
  faults: readonly Fault<Content, Body>[],
): Generator<SampleFile> {
  const kept: Draft<Content>[] = [];
  for (const draft of drafts) {
    if (kept.length < mostKept) kept.push(draft);
    const body: SampleBody = print(draft);
    yield { ...body, name: fileName(draft.metadata.title), expected: [] };
  }
  for (const [index, { name, plant }] of faults.entries()) {
    for (const draft of kept) {
      const planted = plant(draft);
      if (!planted) continue;
      const { expected } = planted;
      const body: SampleBody = planted;
      yield { ...body, expected, name: `fault-${String(index + 1).padStart(2, '0')}-${name}` };
      break;
    }
  }
}

/** The same, of records that are workbooks. */
export const sampleFilesOf = <Content>(
  drafts: Iterable<Draft<Content>>,
  print: (draft: Draft<Content>) => readonly PrintedSheet[],
  faults: readonly Fault<Content>[],
): Generator<SampleFile> => filesOf(drafts, (draft) => ({ sheets: print(draft) }), faults);
