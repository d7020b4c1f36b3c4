import { fen } from '../../core/money.ts';
import { builder } from '../../graphql/builder.ts';
import { Code, chosen, coded } from '../../graphql/code.ts';
import type { Context } from '../../graphql/context.ts';
import { badInput } from '../../graphql/errors.ts';
import { Money, moneyField, yuanOf } from '../../graphql/money.ts';
import { sql } from '../../store/statements.ts';
import { componentCodes, formCodes, subjectOf } from './code-lists.ts';
import { BudgetMeasure } from './enums.ts';
import { type BudgetRow, kindName } from './reads.ts';

interface ChangeRow {
  readonly form: string;
  readonly scheme: string;
  readonly code: string | null;
  readonly name: string;
  readonly component: string;
  readonly body: string | null;
  readonly measure: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly wasThere: boolean;
  readonly isThere: boolean;
  readonly fiscalYear: number;
}

const ChangeType = builder.enumType('BudgetChangeType', {
  description: '增、删或改。Added, removed or changed.',
  values: {
    ADDED: { description: '新增的行。A line that was not there.' },
    REMOVED: { description: '删去的行。A line that is gone.' },
    CHANGED: { description: '数字改了。A figure that changed.' },
  },
});

const typeOf = ({ wasThere, isThere }: ChangeRow) => (!wasThere ? 'ADDED' : isThere ? 'CHANGED' : 'REMOVED');

export const BudgetChange = builder.objectRef<ChangeRow>('BudgetChange').implement({
  description: '两版之间一个数的变化。One figure that differs between two editions.',
  fields: (t) => ({
    type: t.field({ type: ChangeType, description: '增、删或改。Added, removed or changed.', resolve: typeOf }),
    table: coded(t, formCodes, 'form', '哪一张表。Which table.'),
    code: t.field({
      type: Code,
      nullable: true,
      description: '科目。Its code.',
      resolve: ({ scheme, code, fiscalYear, name }) =>
        code === null ? null : subjectOf(scheme, code, fiscalYear, name),
    }),
    name: t.exposeString('name', { description: '行名。Name of the line.' }),
    component: coded(t, componentCodes, 'component', '分项。Component.'),
    body: t.exposeString('body', { nullable: true, description: '所列单位或地区。The unit or region of the row.' }),
    measure: chosen(t, BudgetMeasure, 'measure', '哪种口径的数。Which number kind.'),
    before: moneyField(t, 'before', '原来的数。What it was.'),
    after: moneyField(t, 'after', '现在的数。What it is.'),
    difference: t.field({
      type: Money,
      description: '增减额；没有的一方按零计。By how much; an absent figure counts as zero.',
      resolve: ({ before, after }) => yuanOf(fen(BigInt(after ?? 0) - BigInt(before ?? 0))),
    }),
  }),
});

/** Lines are the same when table, code, name (where there is no code), component and body are, in order of appearance. */
export async function changesOf(
  row: BudgetRow,
  from: number,
  to: number,
  first: number,
  context: Context,
): Promise<ChangeRow[]> {
  if (first < 1 || first > 1_000)
    throw badInput(`first 为 ${first}，须在 1 到 1000 之间。`, `first is ${first}; it must be 1 to 1000.`);
  context.touched.add(kindName);
  const editions = await context.store.read<{ id: string; number: number }>(sql`
    select id, number from edition e where document_id = ${row.documentId}::uuid and number = any(${[from, to]}::int[])
      and published_at is not null and attribute = 'PROACTIVE' and ${row.moment.asOf ? sql`published_at <= ${row.moment.asOf}` : sql`true`}`);
  const idOf = (number: number): string => {
    const found = editions.find((edition) => edition.number === number);
    if (found) return found.id;
    throw badInput(`没有公开过第 ${number} 版。`, `There is no published edition ${number}.`);
  };
  const side = (edition: string) => sql`select l.form, l.scheme, l.code, l.name, l.component, l.body, l.position,
      row_number() over (partition by l.form, l.level, l.side, l.scheme, coalesce(l.code, l.name), l.component, l.body order by l.position) as turn,
      l.level, l.side, v.measure, v.amount
    from budget_line l cross join lateral (values ('prior', l.prior), ('approved', l.approved), ('adjusted', l.adjusted), ('executed', l.executed), ('final', l.final)) v(measure, amount)
    where l.edition_id = ${edition}::uuid and v.amount is not null`;
  const rows = await context.store.read<ChangeRow>(sql`
    with was as materialized (${side(idOf(from))}), now as materialized (${side(idOf(to))})
    select coalesce(now.form, was.form) as form, coalesce(now.scheme, was.scheme) as scheme, coalesce(now.code, was.code) as code,
      coalesce(now.name, was.name) as name, coalesce(now.component, was.component) as component, coalesce(now.body, was.body) as body,
      coalesce(now.measure, was.measure) as measure, was.amount::text as before, now.amount::text as after,
      was.form is not null as "wasThere", now.form is not null as "isThere"
    from was full join now on coalesce(was.code, was.name) = coalesce(now.code, now.name) and was.form = now.form and was.level = now.level and was.side = now.side
      and was.scheme = now.scheme and was.component = now.component and coalesce(was.body, '') = coalesce(now.body, '') and was.turn = now.turn and was.measure = now.measure
    where was.amount is distinct from now.amount
    order by coalesce(now.position, was.position), measure limit ${first}`);
  return rows.map((change) => ({ ...change, fiscalYear: row.fiscalYear }));
}
