import type DataLoader from 'dataloader';
import { literal, type Sql, sql } from '../store/statements.ts';
import { type Context, loaderOf } from './context.ts';
import { type Moment, momentOf, visible } from './moment.ts';
import type { ListSource } from './page.ts';
import { Published, type PublishedRow } from './published.ts';

/** Where the records of one kind come from. */
export interface RecordSource<Row> extends ListSource<Row> {
  /** All columns, or those behind the fields asked for. */
  readonly columns: (moment: Moment, asked?: ReadonlySet<string>) => Sql;
}

/** What a kind says of itself to have its records read: its names, its tables, its columns. */
export const recordSource = <Row extends PublishedRow>({
  kind,
  plural,
  ...source
}: Pick<RecordSource<Row>, 'from' | 'columns'> & {
  readonly kind: string;
  readonly plural: string;
}): RecordSource<Row> => ({
  ...source,
  collection: kind,
  read: (row, moment) => ({ ...row, kind, plural, moment }) as unknown as Row,
});

interface Order {
  readonly by: (moment: Moment) => Sql;
  readonly most: number;
}

/** Visible records that meet a condition, in the kind's own order. */
export const recordsOf =
  <Row extends PublishedRow>({ collection, from, columns, read }: RecordSource<Row>, { by, most }: Order) =>
  async (context: Context, moment: Moment, condition: Sql, asked?: ReadonlySet<string>): Promise<Row[]> => {
    context.touched.add(collection);
    const rows = await context.store.read<Record<string, unknown>>(sql`
      select ${columns(moment, asked)} from ${from(moment, 'rows')}
      where e.kind = ${collection} and ${visible(sql`e`, moment)} and ${condition}
      order by ${by(moment)}, e.document_id limit ${literal(most)}`);
    return rows.map((row) => read(row, moment));
  };

/** Such records by the ids of their documents. */
export const recordById =
  <Row extends PublishedRow>(kind: string, read: ReturnType<typeof recordsOf<Row>>) =>
  (context: Context, moment: Moment): DataLoader<string, Row | null> =>
    loaderOf<Row>(context, kind, moment, async (ids) => {
      const rows = await read(context, moment, sql`e.document_id = any(${ids}::uuid[])`);
      return new Map(rows.map((row) => [row.documentId, row]));
    });

/** What the node of every kind has: its id, how it is told from others, and how it is found again by that id. */
export const recordNode = <Row extends PublishedRow>(kind: string, byId: ReturnType<typeof recordById<Row>>) => ({
  id: { resolve: ({ documentId }: Row) => documentId, description: '标识。Its id.' },
  interfaces: [Published],
  isTypeOf: (value: unknown) => typeof value === 'object' && value !== null && 'kind' in value && value.kind === kind,
  loadWithoutCache: (key: string, context: Context) => byId(context, momentOf({}, context)).load(key),
});
