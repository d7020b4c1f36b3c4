import type DataLoader from 'dataloader';
import { id, type Sql, sql } from '../store/statements.ts';
import { type Context, groupBy, loaderOf } from './context.ts';

/** The rows of one table below editions, in their order, those of all editions asked about in one statement. */
export const rowsBelow =
  <Row extends { readonly editionId: string }>(table: string, selected: Sql) =>
  (context: Context): DataLoader<string, Row[] | null> =>
    loaderOf<Row[]>(context, table, null, async (ids) => {
      const rows = await context.store.read<Row>(sql`
        select edition_id as "editionId", position, ${selected} from ${id(table)}
        where edition_id = any(${ids}::uuid[]) order by edition_id, position`);
      return groupBy(rows, ({ editionId }) => editionId);
    });
