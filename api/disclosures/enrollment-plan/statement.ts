import type { Found } from './finder.ts';
import type { SchoolRow } from './reads.ts';

const stages = { PRIMARY: ['小学', 'primary school'], JUNIOR: ['初中', 'junior middle school'] } as const;

type Lines = readonly [zh: string, en: string];

const unassigned = (place: string, year: string, { plan }: Found): Lines => {
  const [hotline, complaints] = [plan?.hotline ?? null, plan?.complaints ?? null];
  const zh = [hotline && `咨询电话：${hotline}`, complaints && `监督电话：${complaints}`].filter(Boolean).join('，');
  const en = [hotline && `Telephone: ${hotline}`, complaints && `complaints: ${complaints}`].filter(Boolean).join(', ');
  return [
    `${year}年公开的方案没有把“${place}”划入任何招生范围。每个村、社区都必须划片，没有划的不合规定，请向教育主管部门反映。${zh && `${zh}。`}`,
    `${year}: ${place} is in no catchment area of the published plan. Every village and community must be in one; this is against the rules and should be reported to the education bureau.${en && ` ${en}.`}`,
  ];
};

const ambiguous = (place: string, { road, towns, areas }: Found): Lines => {
  if (road && road.from === null && towns.length < 2)
    return [
      `“${place}”按门牌分属不同学校，请写上门牌号，如“${road.road}12号”。`,
      `Which school it is on ${place} depends on the door: write the number, such as ${road.road}12号.`,
    ];
  if (towns.length < 2) {
    const names = [...new Set(areas.map((area) => area.place))];
    return [
      `有几处叫“${place}”${names.length > 1 ? `（${names.join('、')}）` : ''}，请写得具体些。`,
      `There are several places called ${place}${names.length > 1 ? ` (${names.join(', ')})` : ''}; write it in full.`,
    ];
  }
  return [
    `${towns.join('、')}都有“${place}”，请写明镇、街道，如“${towns[0]}${place}”。`,
    `${towns.join(', ')} each have a ${place}; say the town, as in ${towns[0]}${place}.`,
  ];
};

const unknown = (place: string, { road, suggestions, plan }: Found): Lines => {
  const meant: Lines =
    suggestions.length > 0
      ? [`是不是：${suggestions.join('、')}？`, `Do you mean ${suggestions.join(', ')}?`]
      : [
          '请核对名称，或写村、社区、小区、路名加门牌。',
          'Check the name, or write a village, compound, or road and number.',
        ];
  const hotline: Lines = plan?.hotline ? [`咨询电话：${plan.hotline}。`, ` Telephone: ${plan.hotline}.`] : ['', ''];
  const what = road?.from == null ? place : `${road.road}${road.from}号`;
  return [
    `已公开的方案里没有“${what}”。${meant[0]}${hotline[0]}`,
    `No ${what} is in the published plan. ${meant[1]}${hotline[1]}`,
  ];
};

function linesOf(found: Found, names: readonly string[]): Lines {
  const { status, wanted, plan } = found;
  const { place } = wanted;
  const [stage, stageEn] = stages[wanted.stage];
  const year = String(plan?.year ?? wanted.year ?? '');
  switch (status) {
    case 'SINGLE_SCHOOL':
      return [
        `${year}年，“${place}”的对口${stage}是${names.join('、')}。`,
        `${year}: the ${stageEn} for ${place} is ${names.join(', ')}.`,
      ];
    case 'MULTI_SCHOOL':
      return [
        `${year}年，“${place}”属多校划片：${names.join('、')}，去哪一所按方案的办法确定。`,
        `${year}: ${place} is in an area shared by ${names.join(', ')}; which of them is decided as the plan says.`,
      ];
    case 'UNASSIGNED':
      return unassigned(place, year, found);
    case 'AMBIGUOUS':
      return ambiguous(place, found);
    case 'UNKNOWN_PLACE':
      return unknown(place, found);
    case 'NO_PLAN':
      return [
        `${wanted.year === null ? '' : `${wanted.year}年`}${stage}招生方案还没有公开。`,
        `No plan for the ${stageEn}s${wanted.year === null ? '' : ` of ${wanted.year}`} is published yet.`,
      ];
  }
}

/** The answer in a sentence, in Chinese or in English: honest where there is no school to name. */
export const statementOf = (found: Found, schools: readonly SchoolRow[], isEnglish: boolean): string =>
  linesOf(
    found,
    schools.map(({ name }) => name),
  )[isEnglish ? 1 : 0];
