import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Bilingual } from '../core/finding.ts';
import type { Source } from '../core/grid.ts';
import { personalInformationIn } from '../core/personal-information/index.ts';
import { inspectFile } from '../inspecting/inspect-file.ts';
import type { Transaction } from '../store/client.ts';

/** Something in a field or a file that a person must look at before it is public. */
export interface GateNote {
  readonly rule: string;
  /** The file it stands in; null for what the record itself states. */
  readonly file: string | null;
  readonly place: Bilingual;
  /** Masked. */
  readonly shown: string | null;
  /** The very thing, where it is about a person: not stored. */
  readonly value: string | null;
  readonly message: Bilingual;
}

/** More of one rule in one file are counted, not listed. */
const mostOfARule = 50;

/** Every text in a value, with the path to it. */
function* textsIn(value: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value))
    for (const [index, each] of value.entries()) yield* textsIn(each, `${path}[${index + 1}]`);
  else if (value !== null && typeof value === 'object')
    for (const [key, each] of Object.entries(value)) yield* textsIn(each, path === '' ? key : `${path}.${key}`);
}

/** What the record itself states: every text of it. */
function* inFields(statement: unknown): Generator<GateNote> {
  for (const [path, text] of textsIn(statement, ''))
    for (const { type, shown, value, message } of personalInformationIn(text))
      yield {
        rule: `personal-${type}`,
        file: null,
        place: { zh: `字段 ${path}`, en: `field ${path}` },
        shown,
        value,
        message,
      };
}

const sourceOf = (name: string, content: Uint8Array): Source => ({
  name,
  size: content.byteLength,
  open: async function* () {
    yield content;
  },
});

async function inFiles(tx: Transaction, editionId: string): Promise<GateNote[]> {
  const notes: GateNote[] = [];
  const positions = await tx.attachment.findMany({
    where: { editionId },
    select: { id: true },
    orderBy: { position: 'asc' },
  });
  // One at a time: a file may be large.
  for (const { id } of positions) {
    const { name, mediaType, isPacked, content } = await tx.attachment.findUniqueOrThrow({ where: { id } });
    const found = await inspectFile(sourceOf(name, isPacked ? gunzipSync(content) : content), mediaType);
    notes.push(
      ...found.map(
        ({ rule, place, shown, value = '', message }): GateNote => ({
          rule,
          file: name,
          place,
          shown,
          value: value === '' ? null : value,
          message,
        }),
      ),
    );
  }
  return notes;
}

const counted = (rule: string, file: string | null, more: number): GateNote => ({
  rule,
  file,
  place: { zh: '其余各处', en: 'elsewhere' },
  shown: null,
  value: null,
  message: { zh: `另有 ${more} 处。`, en: `${more} more.` },
});

/** Of many alike the first are listed and the others counted. */
function bounded(notes: readonly GateNote[]): GateNote[] {
  return [...Map.groupBy(notes, ({ rule, file }) => `${rule} ${file}`).values()].flatMap((alike) => {
    const [first] = alike;
    if (!first || alike.length <= mostOfARule) return alike;
    return [...alike.slice(0, mostOfARule), counted(first.rule, first.file, alike.length - mostOfARule)];
  });
}

/** Searches a draft for personal information (个人信息检查): every text it states, and every part of its files. */
export async function scanEdition(tx: Transaction, { id }: { readonly id: string }): Promise<GateNote[]> {
  const { changeNote, statement } = await tx.edition.findUniqueOrThrow({
    where: { id },
    select: { changeNote: true, statement: true },
  });
  // The change note is no part of the statement, and public all the same.
  const fields = [...inFields({ changeNote, ...JSON.parse(statement?.body ?? '{}') })];
  return bounded([...fields, ...(await inFiles(tx, id))]);
}

export async function storeNotes(tx: Transaction, editionId: string, notes: readonly GateNote[]): Promise<void> {
  await tx.gateFinding.deleteMany({ where: { editionId } });
  await tx.gateFinding.createMany({
    data: notes.map(({ rule, file, place, shown, message }, position) => ({
      id: randomUUID(),
      editionId,
      position,
      rule,
      file,
      placeZh: place.zh,
      placeEn: place.en,
      shown,
      messageZh: message.zh,
      messageEn: message.en,
    })),
  });
}
