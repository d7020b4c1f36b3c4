import type { Finding as FindingValue } from '../core/finding.ts';
import { hasErrors } from '../core/finding.ts';
import type { Attribute } from '../disclosures/kind.ts';
import { kindNamed, kinds } from '../disclosures/registry.ts';
import { checkReading } from '../importing/check.ts';
import { type ImportOptions, importReading, readFile } from '../importing/import.ts';
import { recordRefusal } from '../publishing/audit.ts';
import { BadInput } from '../publishing/errors.ts';
import { bytesSource } from '../reading/source.ts';
import { builder, type DeskContext } from './builder.ts';
import { Draft, type DraftRow, draftById } from './draft.ts';
import { Finding, refusable } from './vocabulary.ts';

/** What became of a file. */
export interface Staged {
  /** A dry run stores nothing, so that what has no errors is `UNCHANGED` too. */
  readonly outcome: 'STAGED' | 'UNCHANGED' | 'REFUSED';
  readonly findings: readonly FindingValue[];
  readonly drafts: readonly DraftRow[];
}

const Outcome = builder.enumType('StageOutcome', {
  description: '导入的结果。What became of the file.',
  values: {
    STAGED: { description: '存为草稿。Stored as a draft.' },
    UNCHANGED: { description: '与现行版本相同，未作改动。The same as what is live.' },
    REFUSED: { description: '有错误，未存任何内容。It has errors; nothing was stored.' },
  },
});

const StageResult = builder.objectRef<Staged>('StageResult').implement({
  description: '一个文件读入后的结果。What became of a file.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: Outcome, description: '结果。The outcome.' }),
    findings: t.field({
      type: [Finding],
      description: '逐行逐列的发现。What was found, by row and column.',
      resolve: ({ findings }) => [...findings],
    }),
    drafts: t.field({
      type: [Draft],
      description: '存下的草稿；一表可有多件。The drafts; one table may hold many.',
      resolve: ({ drafts }) => [...drafts],
    }),
  }),
});

const AttributeEnum = builder.enumType('DisclosureAttribute', {
  description: '公开属性。The disclosure attribute.',
  values: {
    PROACTIVE: { description: '主动公开。Disclosed proactively.' },
    ON_REQUEST: { description: '依申请公开。Disclosed on request.' },
    WITHHELD: { description: '不予公开。Withheld.' },
  },
});

const Said = builder.inputType('SaidInput', {
  description: '文件没有写明的一项。Something the file does not say.',
  fields: (t) => ({
    name: t.string({ required: true, description: '名称，如 年度、单位，或列名。Its name, or a column’s.' }),
    value: t.string({ required: true, description: '值，或列的含义。Its value, or what the column means.' }),
  }),
});

const AttachmentInput = builder.inputType('AttachmentInput', {
  description: '附件。A file that goes with it.',
  fields: (t) => ({
    fileName: t.string({ required: true, description: '文件名。Its name.' }),
    contentBase64: t.string({ required: true, description: '内容，Base64。Its bytes in Base64.' }),
  }),
});

const StageInput = builder.inputType('StageInput', {
  description: '要读入的文件。The file to be read.',
  fields: (t) => ({
    kind: t.string({ required: true, description: '种类，如 budget。The kind.' }),
    fileName: t.string({ required: true, description: '文件名。Its name.' }),
    contentBase64: t.string({ required: true, description: '内容，Base64。Its bytes in Base64.' }),
    attachments: t.field({
      type: [AttachmentInput],
      description: '附件，发布前一并检查。Files that go with it; inspected too.',
    }),
    encoding: t.string({ description: '文本编码，如 gbk。Encoding of a text.' }),
    attribute: t.field({ type: AttributeEnum, description: '公开属性，原文未标明时。Where the source prints none.' }),
    set: t.field({ type: [Said], description: '文件没有写明的。What the file does not say.' }),
    map: t.field({ type: [Said], description: '列的含义。What columns mean.' }),
    changeNote: t.string({ description: '变更说明。What changed.' }),
    isCorrection: t.boolean({
      required: true,
      defaultValue: false,
      description: '是否更正。Whether it mends an error.',
    }),
    isDryRun: t.boolean({
      required: true,
      defaultValue: false,
      description:
        '只校核，不存：权限、机构名录、与现行版本的比较、个人信息都查。Only check, and store nothing: permission, register, what is live, personal information.',
    }),
  }),
});

type Given = typeof StageInput.$inferInput;

const pairs = (said: readonly { readonly name: string; readonly value: string }[] | null | undefined) =>
  new Map((said ?? []).map(({ name, value }) => [name, value]));

const longestName = 200;

function demandName(name: string): void {
  if (name.trim() === '' || name.length > longestName || /[/\\\0]/.test(name)) {
    throw new BadInput({ zh: '文件名不可用。', en: 'The file’s name cannot be used.' });
  }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  if (/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return new Uint8Array(Buffer.from(text, 'base64'));
  throw new BadInput({ zh: 'contentBase64 不是 Base64。', en: 'contentBase64 is not Base64.' });
}

function optionsOf({ actor, now }: DeskContext, given: Given): ImportOptions {
  const { fileName, contentBase64, attachments, encoding, attribute, set, map, changeNote, isCorrection } = given;
  return {
    name: fileName,
    bytes: bytesOf(contentBase64),
    attachments: (attachments ?? []).map((each) => bytesSource(each.fileName, bytesOf(each.contentBase64))),
    encoding: encoding ?? undefined,
    attribute: (attribute as Attribute | null | undefined) ?? undefined,
    given: pairs(set),
    mapping: pairs(map),
    changeNote: changeNote ?? undefined,
    isCorrection: isCorrection ?? false,
    actor,
    now,
  };
}

/** Reads a file of a kind, and stores it as drafts unless it is only to be checked. */
export async function stageFile(
  context: DeskContext,
  kindName: string,
  options: ImportOptions,
  { isDryRun }: { readonly isDryRun: boolean },
): Promise<Staged> {
  const kind = kindNamed(kindName);
  if (!kind) {
    const names = kinds.map(({ name }) => name).join('、');
    throw new BadInput({
      zh: `没有“${kindName}”这个种类；有：${names}。`,
      en: `There is no kind "${kindName}"; there are: ${names}.`,
    });
  }
  for (const { name } of [options, ...(options.attachments ?? [])]) demandName(name);
  const reading = await readFile(kind, options);
  if (hasErrors(reading.findings)) {
    const attempt = { action: isDryRun ? 'CHECK' : 'STAGE', subject: options.name };
    await recordRefusal(context.store, context.actor, attempt, '有错误 has errors');
    return { outcome: 'REFUSED', findings: reading.findings, drafts: [] };
  }
  if (isDryRun) {
    const findings = await checkReading(context.store, reading, options, null);
    return { outcome: hasErrors(findings) ? 'REFUSED' : 'UNCHANGED', findings, drafts: [] };
  }
  const imported = await importReading(context.store, reading, options, null);
  if (imported.outcome === 'refused') return { outcome: 'REFUSED', findings: imported.findings, drafts: [] };
  const stored = [imported, ...imported.others].flatMap((one) => (one.outcome === 'staged' ? [one.editionId] : []));
  const drafts = await Promise.all(stored.map((id) => draftById(context, id)));
  return {
    outcome: stored.length > 0 ? 'STAGED' : 'UNCHANGED',
    findings: imported.findings,
    drafts: drafts.filter((row) => row !== null),
  };
}

builder.mutationField('stage', (t) =>
  t.field({
    type: StageResult,
    errors: refusable,
    args: { input: t.arg({ type: StageInput, required: true, description: '文件。The file.' }) },
    description:
      '拟稿：读入文件，校核，存为草稿；读者看不到。Reads a file, checks it, stores it as a draft no reader can see.',
    resolve: (_, { input }, context) =>
      stageFile(context, input.kind, optionsOf(context, input), { isDryRun: input.isDryRun ?? false }),
  }),
);
