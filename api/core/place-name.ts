import { normalise } from './chinese.ts';

/** A place as a source writes it: its name, and the town it is in where that is said. */
export interface WrittenPlace {
  readonly name: string;
  readonly town: string | null;
}

const endings = /(社区居民委员会|社区居委会|村民委员会|居民委员会|村委会|居委会|社区|村)$/;

const stemOf = (name: string): string => {
  const stem = name.replace(endings, '');
  // 村 alone, or a town called 村… keeps its name.
  return stem === '' ? name : stem;
};

/** How a place is looked up: without spaces, in simplified characters. */
export const placeKey = (written: string): string => normalise(written).replace(/\s/g, '');

/**
 * Every official name a written place may stand for (村居名称比对), the likeliest first: 东马村 is 东马村委会, and 红莲湖社区 is
 * 红莲湖社区居委会. A bare name may be either.
 */
export function officialNames(written: string): readonly string[] {
  const key = placeKey(written);
  const stem = stemOf(key);
  const village = [`${stem}村委会`, `${stem}村民委员会`, `${stem}村`];
  const community = [`${stem}社区居委会`, `${stem}居委会`, `${stem}社区居民委员会`, `${stem}社区`];
  return [
    ...new Set(
      /社区|居/.test(key.slice(stem.length)) ? [key, ...community, ...village] : [key, ...village, ...community],
    ),
  ];
}

/** 起凤镇, 起凤, 索镇街道办事处, 桓台县起凤镇 name one town. */
export const townKey = (written: string): string =>
  placeKey(written)
    .replace(/^.*[县区市](?=.)/, '')
    .replace(/(人民政府|办事处)$/, '')
    .replace(/(街道|镇|乡)$/, '');
