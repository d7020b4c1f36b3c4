import { parseDocumentNumber } from '../../core/document-number.ts';
import { namesAsked } from '../../graphql/asked.ts';
import { builder } from '../../graphql/builder.ts';
import type { Context } from '../../graphql/context.ts';
import { badInput } from '../../graphql/errors.ts';
import { type Moment, momentOf } from '../../graphql/moment.ts';
import { idOf } from '../../graphql/node-id.ts';
import { tombstoneOf, withdrawn } from '../../graphql/withdrawal.ts';
import { sql } from '../../store/statements.ts';
import { documentById, documentByIndexNumber, documentByNumber, kindName } from './reads.ts';
import { RegulatoryDocument } from './schema.ts';

const By = builder.inputType('RegulatoryDocumentBy', {
  isOneOf: true,
  description: '指明一件文件，三者择一。Names one document, in one of these ways.',
  fields: (t) => ({
    id: t.id({ description: '标识。Its id.' }),
    number: t.string({
      description: '发文字号；空格、括号写法不限。Its number, in any spelling of spaces and brackets.',
    }),
    indexNumber: t.string({ description: '索引号。Its index number.' }),
  }),
});

/** The canonical spelling of a number in any spelling. */
export function numberOf(written: string): string {
  const number = parseDocumentNumber(written);
  if (number) return number.text;
  throw badInput(
    `“${written.slice(0, 40)}”不是发文字号；请写成 桓政办字〔2021〕29号 这样。`,
    `"${written.slice(0, 40)}" is not a document number; write it like 桓政办字〔2021〕29号.`,
  );
}

/** How the one that is asked for is found, and the condition its tombstone answers to. */
function namedBy(by: typeof By.$inferInput, context: Context, moment: Moment, asked: ReadonlySet<string>) {
  if (by.number != null) {
    const number = numberOf(by.number);
    return {
      condition: sql`exists (select from regulatory_document r where r.edition_id = e.id and r.number = ${number})`,
      find: () => documentByNumber(context, moment, number, asked),
    };
  }
  if (by.indexNumber != null) {
    const indexNumber = by.indexNumber.trim();
    return {
      condition: sql`d.index_number = ${indexNumber}`,
      find: () => documentByIndexNumber(context, moment, indexNumber, asked),
    };
  }
  const id = idOf(by.id ?? '', 'RegulatoryDocument');
  return { condition: sql`d.id = ${id}::uuid`, find: () => documentById(context, moment).load(id) };
}

builder.queryField('regulatoryDocument', (t) =>
  t.field({
    type: RegulatoryDocument,
    nullable: true,
    args: {
      by: t.arg({ type: By, required: true, description: '哪一件。Which one.' }),
      asOf: t.arg({ type: 'DateTime', description: '按平台在这一时刻的内容。What the platform said at this instant.' }),
      validOn: t.arg({
        type: 'Date',
        description:
          '有效性按这一天判定；默认为 asOf 当天，未给 asOf 时为今天。Judge validity on this day; default the day of asOf, or today.',
      }),
    },
    description:
      '一件文件；从未公开时为 null，已撤回时报 WITHDRAWN 并附理由。One regulatory document; null when it never was public, WITHDRAWN with the reason when it no longer is.',
    resolve: async (_, { by, ...clocks }, context, info) => {
      const moment = momentOf(clocks, context);
      const { condition, find } = namedBy(by, context, moment, namesAsked(info));
      const found = await find();
      const tombstone = found ? null : await tombstoneOf(context.store, kindName, moment, condition);
      if (tombstone) throw withdrawn(tombstone);
      return found;
    },
  }),
);
