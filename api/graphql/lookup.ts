import type { InputFieldMap, InputRef, InputShapeFromFields, ObjectRef } from '@pothos/core';
import type { Bilingual } from '../core/finding.ts';
import { type Sql, sql } from '../store/statements.ts';
import { namesAsked } from './asked.ts';
import { builder, type Types } from './builder.ts';
import type { Context } from './context.ts';
import { type Moment, momentOf } from './moment.ts';
import { idOf } from './node-id.ts';
import type { PublishedRow } from './published.ts';
import { tombstoneOf, withdrawn } from './withdrawal.ts';

/** What a kind says to have one of its records looked up, by id, by index number, and by names of its own. */
export interface LookUpDefinition<Row extends PublishedRow, Fields extends InputFieldMap> {
  /** GraphQL stem, e.g. RegulatoryDocument. */
  readonly name: string;
  /** Root field, e.g. regulatoryDocument. */
  readonly field: string;
  readonly kind: string;
  readonly node: ObjectRef<Types, Row, Row>;
  /** One record, as the field is described: 一份预算或决算, One report. */
  readonly one: Bilingual;
  /** What naming one means, and which one: descriptions of the input and of its argument. */
  readonly naming: string;
  readonly which: string;
  /** What `validOn` decides for this kind. */
  readonly validOn: string;
  /** The other ways to name one, and their condition: null where none of them was taken. */
  readonly names: (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => Fields;
  readonly condition: (names: InputShapeFromFields<Fields>) => Sql | null;
  /** Visible records that meet a condition, the one that is meant first. */
  readonly read: (
    context: Context,
    moment: Moment,
    condition: Sql,
    asked: ReadonlySet<string>,
  ) => Promise<readonly Row[]>;
}

interface ByNumber {
  readonly id?: string | null;
  readonly indexNumber?: string | null;
}

/** Declares the root field that looks up one record of a kind. What was withdrawn is told as such, never as absent. */
export function publishedOne<Row extends PublishedRow, Fields extends InputFieldMap>(
  definition: LookUpDefinition<Row, Fields>,
): void {
  const { name, field, kind, node, one, naming, which, validOn, names, condition, read } = definition;

  const By: InputRef<ByNumber> = builder.inputType(`${name}By`, {
    isOneOf: true,
    description: naming,
    fields: (t): InputFieldMap => ({
      id: t.id({ description: '标识。Its id.' }),
      indexNumber: t.string({ description: '索引号。Its index number.' }),
      ...names(t),
    }),
  });

  builder.queryField(field, (t) =>
    t.field({
      type: node as ObjectRef<Types, PublishedRow>,
      nullable: true,
      args: {
        by: t.arg({ type: By, required: true, description: which }),
        asOf: t.arg({
          type: 'DateTime',
          description: '按平台在这一时刻的内容。What the platform said at this instant.',
        }),
        validOn: t.arg({ type: 'Date', description: validOn }),
      },
      description: `${one.zh}；从未公开时为 null，已撤回时报 WITHDRAWN 并附理由。${one.en}; null when it never was public, WITHDRAWN with the reason when it no longer is.`,
      resolve: async (_, { by, ...clocks }, context, info) => {
        const moment = momentOf(clocks, context);
        const named =
          by.indexNumber == null
            ? (condition(by as InputShapeFromFields<Fields>) ?? sql`d.id = ${idOf(by.id ?? '', name)}::uuid`)
            : sql`d.index_number = ${by.indexNumber.trim()}`;
        const [found] = await read(context, moment, named, namesAsked(info));
        if (found) return found;
        const tombstone = await tombstoneOf(context.store, kind, moment, named);
        if (tombstone) throw withdrawn(tombstone);
        return null;
      },
    }),
  );
}
