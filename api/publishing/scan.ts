import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Bilingual } from '../core/finding.ts';
import type { Source } from '../core/grid.ts';
import { personalInformationIn } from '../core/personal-information/index.ts';
import type { FieldPath } from '../disclosures/kind.ts';
import { type InspectionFinding, inspectFile } from '../inspecting/inspect-file.ts';
import type { Transaction } from '../store/client.ts';
import { fieldPlace } from './field-place.ts';
import { bounded, type GateNote, grouped } from './gate-note.ts';

/** Every text in a value, with the path to it. */
function* textsIn(value: unknown, path: FieldPath = []): Generator<readonly [path: FieldPath, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) for (const [index, each] of value.entries()) yield* textsIn(each, [...path, index]);
  else if (value !== null && typeof value === 'object')
    for (const [key, each] of Object.entries(value)) yield* textsIn(each, [...path, key]);
}

/** What the record itself states: every text of it. */
function* inFields(statement: unknown): Generator<GateNote> {
  for (const [path, text] of textsIn(statement))
    for (const { type, shown, value, message } of personalInformationIn(text))
      yield { rule: `personal-${type}`, file: null, place: fieldPlace(statement, path), shown, value, message };
}

/** A worksheet is part of the place: one cell B3 is not another. */
const inSheet = ({ place, sheet }: Pick<InspectionFinding, 'place' | 'sheet'>): Bilingual =>
  sheet === undefined ? place : { zh: `“${sheet}” ${place.zh}`, en: `"${sheet}" ${place.en}` };

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
        ({ rule, shown, value = '', message, ...at }): GateNote => ({
          rule,
          file: name,
          place: inSheet(at),
          shown,
          value: value === '' ? null : value,
          message,
        }),
      ),
    );
  }
  return notes;
}

/**
 * Searches a draft for personal information (个人信息检查): every text it states, and every part of its files. What stands in
 * several places is found once.
 */
export async function scanEdition(tx: Transaction, { id }: { readonly id: string }): Promise<GateNote[]> {
  const { changeNote, statement } = await tx.edition.findUniqueOrThrow({
    where: { id },
    select: { changeNote: true, statement: true },
  });
  // The change note is no part of the statement, and public all the same.
  const fields = [...inFields({ changeNote, ...JSON.parse(statement?.body ?? '{}') })];
  return bounded(grouped([...fields, ...(await inFiles(tx, id))]));
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
