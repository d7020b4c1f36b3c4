import type { WrittenPlace } from './place-name.ts';

const county = /^[\p{Script=Han}]{1,6}?[县区市](?=[\p{Script=Han}]{1,8}?(镇|街道|乡))/u;

/** 起凤镇付庙村 is 付庙村 in 起凤镇; 起凤镇, 桓台县 and a village without its town are places of their own. */
export function placeInTown(written: string): WrittenPlace {
  const text = written.trim().replace(county, '');
  const [, town, village] =
    /^(.{1,8}?(?:镇(?!街道)|街道|乡))(?:办事处|人民政府)?(?!村|社区|居)(.{2,})$/.exec(text) ?? [];
  return town && village ? { name: village, town } : { name: text.replace(/(办事处|人民政府)$/, ''), town: null };
}

/** Whether a place is the whole of a county: 全县, 县域, 全县范围内. */
export const isWholeCounty = (written: string): boolean =>
  /^(全县|全区|全市|县域|本县)(范围)?(内)?$/.test(written.trim());

/** The county an organ's written name begins with: 桓台县气象局 → 桓台县, 淄博市生态环境局桓台分局 → 淄博市. */
export const countyNamed = (organ: string): string | null =>
  /^[\p{Script=Han}]{1,6}?[县区市]/u.exec(organ.trim())?.[0] ?? null;
