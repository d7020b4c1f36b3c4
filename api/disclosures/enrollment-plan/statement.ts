import type { Found } from './finder.ts';
import type { SchoolRow } from './reads.ts';

const stageOf = { PRIMARY: ['小学', 'primary school'], JUNIOR: ['初中', 'junior middle school'] } as const;

/** The answer in a sentence, in Chinese or in English: honest where there is no school to name. */
export function statementOf(found: Found, schools: readonly SchoolRow[], isEnglish: boolean): string {
  const { status, wanted, plan, areas, divisions, suggestions } = found;
  const place = `${wanted.place}`;
  const [stage, stageEn] = stageOf[wanted.stage];
  const positions = new Set(areas.flatMap((area) => area.schools));
  const names = schools.filter(({ position }) => positions.has(position)).map(({ name }) => name);
  const year = plan?.year ?? wanted.year ?? '';
  const hotline = plan?.hotline ?? null;
  const phone = hotline === null ? '' : isEnglish ? ` Telephone: ${hotline}.` : `咨询电话：${hotline}。`;
  switch (status) {
    case 'SINGLE_SCHOOL':
      return isEnglish
        ? `${year}: the ${stageEn} for ${place} is ${names.join(', ')}.`
        : `${year}年，“${place}”的对口${stage}是${names.join('、')}。`;
    case 'MULTI_SCHOOL':
      return isEnglish
        ? `${year}: ${place} is in an area shared by ${names.join(', ')}; which of them is decided as the plan says.`
        : `${year}年，“${place}”属多校划片：${names.join('、')}，去哪一所按方案的办法确定。`;
    case 'UNASSIGNED':
      return isEnglish
        ? `${year}: ${place} is in no catchment area of the published plan. Every place must be in one: please tell the education bureau.${phone}`
        : `${year}年公开的方案没有把“${place}”划入任何招生范围。每个村、社区都应划片，请向教育主管部门反映。${phone}`;
    case 'AMBIGUOUS': {
      const towns = [...new Set([...areas.flatMap(({ town }) => town ?? []), ...divisions.map(({ name }) => name)])];
      return isEnglish
        ? `There are several places called ${place} (${towns.join(', ')}); say the town.`
        : `有几处叫“${place}”（${towns.join('、')}），请写明镇、街道。`;
    }
    case 'UNKNOWN_PLACE':
      return isEnglish
        ? `No place called ${place} is in the plan.${suggestions.length > 0 ? ` Do you mean ${suggestions.join(', ')}?` : ''}${phone}`
        : `方案里没有“${place}”。${suggestions.length > 0 ? `是不是：${suggestions.join('、')}？` : '请核对名称，或写村、社区、小区、路名加门牌。'}${phone}`;
    case 'NO_PLAN':
      return isEnglish
        ? `No plan for the ${stageEn}s${wanted.year === null ? '' : ` of ${wanted.year}`} is published yet.`
        : `${wanted.year === null ? '' : `${wanted.year}年`}${stage}招生方案还没有公开。`;
  }
}
