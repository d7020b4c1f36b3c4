import { placeInTown } from '../core/place-in-town.ts';
import { officialNames, townKey } from '../core/place-name.ts';
import { type Sql, sql } from '../store/statements.ts';
import type { Context } from './context.ts';
import { type DivisionRow, readsRegister } from './division.ts';
import { badInput } from './errors.ts';

interface Found extends DivisionRow {
  readonly parentName: string | null;
}

const mostNamed = 8;

/** The division a reader means by a code or by any written name (起凤镇, 起凤, 起凤镇付庙村); a refusal says what to write. */
export async function placeAsked(context: Context, written: string): Promise<DivisionRow> {
  const text = written.trim().slice(0, 60);
  readsRegister(context);
  const { name, town } = placeInTown(text);
  const rows = await context.store.read<Found>(sql`
    select d.code, d.name, d.level, d.parent_code as "parentCode", p.name as "parentName"
    from division d left join division p on p.code = d.parent_code
    where d.code = ${text} or d.name = any(${[...officialNames(name), `${name}镇`, `${name}街道`, `${name}县`]}::text[]) order by d.code limit 50`);
  const inTown = rows.filter(({ code, parentName }) =>
    town === null ? true : code === text || (parentName !== null && townKey(parentName) === townKey(town)),
  );
  // 起凤 is the town before it is a village of that name.
  const best = inTown.filter(({ level }) => level !== 'VILLAGE');
  const found = best.length === 1 ? best : inTown;
  const [only] = found;
  if (found.length === 1 && only) return only;
  if (found.length === 0)
    throw badInput(
      `没有找到“${text}”；请写区划代码，或镇（街道）、村（社区）的名称，如“起凤镇”“起凤镇付庙村”。`,
      `There is no place "${text}"; give a division code or the name of a town or village.`,
    );
  const choices = found
    .slice(0, mostNamed)
    .map(({ parentName, name: own, code }) => `${parentName ?? ''}${own}（${code}）`);
  throw badInput(
    `“${text}”有 ${found.length} 处，请写明所在镇（街道）：${choices.join('、')}。`,
    `There are ${found.length} places "${text}"; say the town, or give the code: ${choices.join(', ')}.`,
  );
}

/** Divisions that are the place, lie in it, or have it within: `code` is a column. */
export const touches = (code: Sql, place: string): Sql =>
  sql`(starts_with(${code}, ${place}) or starts_with(${place}, ${code}))`;
