import { likeness } from '../core/likeness.ts';
import { organizationKey } from '../core/organization-name.ts';
import { type Sql, sql } from '../store/statements.ts';
import { type Context, loaderOf } from './context.ts';
import { readsRegister } from './division.ts';
import { type ApiError, badInput } from './errors.ts';
import { namesLike, suggestion } from './names-like.ts';

const mostLooked = 5_000;

/** The register is public and holds nothing of records, so that names from it tell of no draft. */
export async function unknownOrganization(context: Context, written: string, where: string): Promise<ApiError> {
  readsRegister(context);
  const key = organizationKey(written).slice(0, 40);
  const letters = [...new Set(key)].map((letter) => `%${letter.replace(/[\\%_]/g, '\\$&')}%`);
  const rows = await context.store.read<{ id: string; name: string }>(sql`
    select organization_id as id, name from organization_name where name like any(${letters}::text[])
    order by length(name), name limit ${mostLooked}`);
  // An organization is named once, as it is likest to what was written.
  const best = new Map<string, string>();
  for (const { id, name } of rows) {
    const known = best.get(id);
    if (known === undefined || likeness(key, name) > likeness(key, known)) best.set(id, name);
  }
  const { zh, en } = suggestion(namesLike(key, [...best.values()]));
  const given = written.slice(0, 40);
  return badInput(
    `${where}没有机构“${given}”；请给出统一社会信用代码或任一书写名称。${zh}`,
    `${where}There is no organization "${given}"; give its credit code or any written name.${en}`,
  );
}

/** That an organization is the one written: by its credit code, or by any name it bears or bore. */
export const writtenAs = (organization: Sql, written: string): Sql => sql`(${organization}.code = ${written}
  or ${organization}.id in (select organization_id from organization_name where name = ${organizationKey(written)}))`;

/** The ids of organizations by what was written of them: a credit code or any written name. Others are left out. */
export async function organizationsKnown(
  context: Context,
  written: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(written)];
  if (wanted.length === 0) return new Map();
  readsRegister(context);
  // A name that several bore is the one's whose official name it is, else the one's that still exists.
  const rows = await context.store.read<{ key: string; id: string }>(sql`
    select key, id from (
      select 1 as rank, code as key, id, null::date as ended from organization where code = any(${wanted.map((each) => each.trim())}::text[])
      union all select case when n.is_official then 2 else 3 end, n.name, n.organization_id, o.valid_to
        from organization_name n join organization o on o.id = n.organization_id where n.name = any(${wanted.map(organizationKey)}::text[])
    ) known order by rank, ended desc nulls first, id`);
  const found = new Map<string, string>();
  for (const { key, id } of rows) if (!found.has(key)) found.set(key, id);
  return new Map(
    wanted.flatMap((each): [string, string][] => {
      const id = found.get(each.trim()) ?? found.get(organizationKey(each));
      return id === undefined ? [] : [[each, id]];
    }),
  );
}

/**
 * The same, but one that nobody bears is refused with those like it: an empty answer would read as "nothing was
 * published".
 */
export async function organizationsAsked(
  context: Context,
  written: readonly string[],
  where = '',
): Promise<ReadonlyMap<string, string>> {
  const known = await organizationsKnown(context, written);
  const other = written.find((each) => !known.has(each));
  if (other !== undefined) throw await unknownOrganization(context, other, where);
  return known;
}

/** The id of one such organization. */
export const organizationAsked = async (context: Context, written: string, where = ''): Promise<string> =>
  (await organizationsAsked(context, [written], where)).get(written) ?? '';

/** Ids by what was written, looked up once for all the records of an answer. */
export const organizationIdAsked = (context: Context) =>
  loaderOf<string>(context, 'organization asked', null, (written) => organizationsAsked(context, written));
