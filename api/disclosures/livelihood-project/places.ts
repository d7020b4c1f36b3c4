import type { Place } from './model.ts';

const notTowns = /^(乡镇|城镇|各镇|全镇|村镇|集镇|各街道|全县|重点镇|建制镇)/;

const isVillage = (text: string): boolean => /^\p{Script=Han}{1,8}(村|社区|村委会|居委会)$/u.test(text);

/** The towns and villages a location names: 起凤镇付庙村 is a village of a town; 全县 is none. */
export function placesIn(location: string | null): Place[] {
  if (location === null) return [];
  let last: string | null = null;
  const found = location.split(/[、，,;；\n和及]+/).flatMap((piece): Place[] => {
    const written = piece.trim().replace(/^\p{Script=Han}{2,3}县(?=.)/u, '');
    if (notTowns.test(written)) return [];
    const [, town, rest = ''] = /^(\p{Script=Han}{1,4}?(?:镇街道|街道|镇|乡)(?:办事处)?)(.*)$/u.exec(written) ?? [];
    // 索镇街道西镇社区、新民社区: what only ends a name is no village of its own town.
    if (town !== undefined && !(last !== null && /^(村|社区)$/.test(rest))) {
      last = town;
      return [{ written, town, village: isVillage(rest) ? rest : null }];
    }
    return last !== null && isVillage(written) ? [{ written, town: last, village: written }] : [];
  });
  return found.filter(
    ({ town, village }, index) => found.findIndex((one) => one.town === town && one.village === village) === index,
  );
}
