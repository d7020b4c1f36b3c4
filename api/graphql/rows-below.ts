import { id, type Sql, sql } from '../store/statements.ts';
import { type Context, groupBy, loaderOf } from './context.ts';

/** Reads the rows of one table below an edition, in their order; those of all editions asked about in one statement. */
export const rowsBelow =
  <Row extends { readonly editionId: string }>(table: string, selected: Sql) =>
  async (context: Context, edition: string): Promise<Row[]> => {
    const loader = loaderOf<Row[]>(context, table, null, async (ids) => {
      const rows = await context.store.read<Row>(sql`
        select edition_id as "editionId", position, ${selected} from ${id(table)}
        where edition_id = any(${ids}::uuid[]) order by edition_id, position`);
      return groupBy(rows, ({ editionId }) => editionId);
    });
    return (await loader.load(edition)) ?? [];
  };
