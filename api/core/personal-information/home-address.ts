import type { Sighting } from './datum.ts';
import { masked } from './masked.ts';

const lead =
  '(?:家庭住址|家庭地址|现住址|现居住地|居住地址?|居住地|户籍地址|户籍所在地|户籍地|户口所在地|住址)(?:[:：为是在]|\\s){1,3}|(?:家住|现住(?:在|于)?(?![建房宅院户所宿])|(?<!居)住(?:在|于))|(?<=[男女汉族生岁号Xx\\d]，|[男女汉族生岁号Xx\\d],)住(?![建房宅院户所宿])';

/** Down to the door: what comes last has its number. Names of units and spaces of a row may stand between. */
const address = new RegExp(
  `(?:${lead})\\s{0,2}([^。；;！？\\n\\t]{2,40}?[\\dA-Z一二三四五六七八九十]{1,5}(?:号楼|号|室|单元|栋|幢|户|组)(?:[\\dA-Z-]{1,6}(?:号楼|号|室|单元|栋|幢|户)?)*)`,
  'g',
);

/** Home addresses (家庭住址), by the words before them; the address of an office has others. */
export function* homeAddresses(plain: string): Generator<Sighting> {
  if (!plain.includes('住') && !plain.includes('户')) return;
  for (const { 0: written, 1: place = '', index } of plain.matchAll(address)) {
    const end = index + written.length;
    // 2024年3月1号 is a day, not a door.
    if (/月\d{1,2}号$/.test(place)) continue;
    yield { type: 'home-address', start: end - place.length, end, shown: masked(place, 2, 1) };
  }
}
