import { organizationKey } from '../../core/organization-name.ts';
import { townKey } from '../../core/place-name.ts';
import type { Context } from '../../graphql/context.ts';
import { readsRegister } from '../../graphql/division.ts';
import { badInput } from '../../graphql/errors.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import { namesLike, suggestion } from '../../graphql/names-like.ts';
import { organizationsKnown, unknownOrganization } from '../../graphql/organization-asked.ts';
import { sql } from '../../store/statements.ts';
import { kindName } from './reads.ts';

type Asked = Promise<ReadonlyMap<string, string>>;

/**
 * Towns as projects are looked up by them: a code, or the key of a name. A name that is neither in the register nor in
 * a published project is refused; what only a draft says is as unknown as what nobody says.
 */
export async function townsAsked(context: Context, written: readonly string[], moment: Moment, where = ''): Asked {
  readsRegister(context);
  const keys = new Map(written.map((each) => [each, townKey(each)]));
  const towns = await context.store.read<{ code: string; name: string }>(
    sql`select code, name from division where level = 'TOWN'`,
  );
  const known = new Set(towns.flatMap(({ code, name }) => [code, townKey(name)]));
  const others = [...keys.values()].filter((key) => !known.has(key));
  if (others.length > 0) {
    const rows = await context.store.read<{ key: string }>(sql`
      select distinct named.key from edition e join livelihood_project p on p.edition_id = e.id
        cross join unnest(p.town_keys || p.town_codes) as named(key)
      where e.kind = ${kindName} and ${visible(sql`e`, moment)} and named.key = any(${others}::text[])`);
    for (const { key } of rows) known.add(key);
  }
  for (const [each, key] of keys) {
    if (known.has(key)) continue;
    const { zh, en } = suggestion(
      namesLike(
        each.slice(0, 40),
        towns.map(({ name }) => name),
      ),
    );
    throw badInput(
      `${where}没有镇（街道）“${each.slice(0, 40)}”；请给出名称或区划代码。${zh}`,
      `${where}There is no town "${each.slice(0, 40)}"; give its name or its code.${en}`,
    );
  }
  return keys;
}

/** Units that lead, in the same way: a credit code, or the key of a name in the register or in a published project. */
export async function leadUnitsAsked(context: Context, written: readonly string[], moment: Moment, where = ''): Asked {
  const registered = await organizationsKnown(context, written);
  const keys = new Map(written.map((each) => [each, organizationKey(each)]));
  const others = [...keys].filter(([each]) => !registered.has(each));
  if (others.length > 0) {
    const rows = await context.store.read<{ key: string }>(sql`
      select distinct u.key from livelihood_unit u join edition e on e.id = u.edition_id
      where e.kind = ${kindName} and ${visible(sql`e`, moment)} and u.role = 'LEAD' and u.key = any(${others.map(([, key]) => key)}::text[])`);
    const published = new Set(rows.map(({ key }) => key));
    for (const [each, key] of others) if (!published.has(key)) throw await unknownOrganization(context, each, where);
  }
  return keys;
}
