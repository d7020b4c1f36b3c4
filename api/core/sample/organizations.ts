import { creditCode } from '../credit-code.ts';
import type { LocalDate } from '../local-date.ts';

/** As in the database's enum `organization_type`. */
export type OrganizationType =
  | 'GOVERNMENT'
  | 'OFFICE'
  | 'DEPARTMENT'
  | 'PARTY_ORGAN'
  | 'INSTITUTION'
  | 'BRANCH'
  | 'TOWN'
  | 'OTHER_STATE_ORGAN'
  | 'COLLECTIVE';

/** A written name of an organization beside its official one (别名). */
export interface SampleAlias {
  readonly name: string;
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
}

/** An organization to start with: the real names of a real county, with made-up credit codes. */
export interface SampleOrganization {
  /** Names it inside the sample only. */
  readonly key: string;
  /** Made up, with right check characters; null for a collective, which is nobody in law. */
  readonly code: string | null;
  readonly name: string;
  readonly type: OrganizationType;
  readonly divisionCode: string;
  readonly parentKey: string | null;
  /** The organ one level up that directs a branch (垂直管理). */
  readonly verticalParentKey: string | null;
  readonly aliases: readonly SampleAlias[];
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly isSample: true;
}

type Row = readonly [key: string, name: string, ...aliases: string[]];

const COUNTY = '370321';
const CITY = '3703';

/** Government organs are category 1, public institutions 2; organ codes from 99990001 up are nobody's. */
function madeUpCode(type: OrganizationType, division6: string, serial: number): string {
  return creditCode('1', type === 'INSTITUTION' ? '2' : '1', division6, String(99_990_000 + serial));
}

const city: readonly Row[] = [
  ['city-government', '淄博市人民政府', '市政府', '市人民政府'],
  ['city-office', '淄博市人民政府办公室', '市政府办公室'],
  ['city-ecology', '淄博市生态环境局', '市生态环境局'],
  ['city-medical-security', '淄博市医疗保障局', '市医疗保障局'],
];

const government: readonly Row[] = [['government', '桓台县人民政府', '县政府', '县人民政府']];
const office: readonly Row[] = [
  ['office', '桓台县人民政府办公室', '县政府办公室', '县人民政府办公室', '桓台县政府办公室', '县政府办'],
];

/** 县政府工作部门. The first alias is the county's own short way of writing it. */
const departments: readonly Row[] = [
  [
    'development',
    '桓台县发展和改革局',
    '县发展和改革局',
    '县发展和改革委员会',
    '桓台县发展和改革委员会',
    '县发展改革局',
  ],
  ['education', '桓台县教育和体育局', '县教育和体育局', '县教体局'],
  ['science', '桓台县科学技术局', '县科学技术局', '县科技局'],
  ['industry', '桓台县工业和信息化局', '县工业和信息化局', '县工信局'],
  ['police', '桓台县公安局', '县公安局'],
  ['civil-affairs', '桓台县民政局', '县民政局'],
  ['justice', '桓台县司法局', '县司法局'],
  ['finance', '桓台县财政局', '县财政局'],
  ['labour', '桓台县人力资源和社会保障局', '县人力资源社会保障局', '县人力资源和社会保障局', '县人社局'],
  ['natural-resources', '桓台县自然资源局', '县自然资源局'],
  ['housing', '桓台县住房和城乡建设局', '县住房和城乡建设局', '县住房城乡建设局', '桓台县住房城乡建设局', '县住建局'],
  ['transport', '桓台县交通运输局', '县交通运输局'],
  ['water', '桓台县水利局', '县水利局'],
  ['agriculture', '桓台县农业农村局', '县农业农村局'],
  ['commerce', '桓台县商务局', '县商务局'],
  ['culture', '桓台县文化和旅游局', '县文化和旅游局'],
  ['health', '桓台县卫生健康局', '县卫生健康局', '县卫健局'],
  ['veterans', '桓台县退役军人事务局', '县退役军人事务局'],
  ['emergency', '桓台县应急管理局', '县应急管理局', '县应急局'],
  ['audit', '桓台县审计局', '县审计局'],
  ['market', '桓台县市场监督管理局', '县市场监督管理局', '县市场监管局'],
  ['statistics', '桓台县统计局', '县统计局'],
  ['approval', '桓台县行政审批服务局', '县行政审批服务局', '县审批服务局'],
  ['petitions', '桓台县信访局', '县信访局'],
  ['enforcement', '桓台县综合行政执法局', '县综合行政执法局'],
];

const institutions: readonly Row[] = [
  ['big-data', '桓台县大数据发展中心', '县大数据发展中心', '县大数据中心'],
  ['media', '桓台县融媒体中心', '县融媒体中心'],
];

/** 垂直管理单位 and 派出机构: at home in the county, directed by the city or above. */
const branches: readonly (readonly [verticalParentKey: string | null, row: Row])[] = [
  ['city-ecology', ['ecology', '淄博市生态环境局桓台分局', '市生态环境局桓台分局', '县生态环境分局']],
  ['city-medical-security', ['medical-security', '淄博市医疗保障局桓台分局', '市医疗保障局桓台分局', '县医保分局']],
  [null, ['tax', '国家税务总局桓台县税务局', '县税务局', '桓台县税务局']],
  [null, ['fire', '桓台县消防救援大队', '县消防救援大队', '县消防大队']],
  [null, ['weather', '桓台县气象局', '县气象局']],
];

const partyOrgans: readonly Row[] = [
  ['staffing', '中共桓台县委机构编制委员会办公室', '县委编办', '县委机构编制委员会办公室'],
  [
    'epidemic-headquarters',
    '中共桓台县委统筹疫情防控和经济运行工作领导小组（指挥部）办公室',
    '县委统筹疫情防控和经济运行工作领导小组（指挥部）办公室',
    '县委统筹疫情防控和经济运行工作领导小组（指挥部）',
  ],
];

const otherStateOrgans: readonly Row[] = [
  [
    'people-congress-office',
    '桓台县人民代表大会常务委员会办公室',
    '人大常委会办公室',
    '县人大常委会办公室',
    '桓台县人大常委会办公室',
  ],
  ['consultative-office', '中国人民政治协商会议桓台县委员会办公室', '县政协办公室', '政协桓台县委员会办公室'],
  ['supervision', '桓台县监察委员会', '县监委', '县监察委员会'],
  ['court', '桓台县人民法院', '县法院', '县人民法院'],
  ['procuratorate', '桓台县人民检察院', '县检察院', '县人民检察院'],
];

/** Towns (镇) have a government, sub-districts (街道) an office of the county's. */
const towns: readonly (readonly [divisionCode: string, row: Row])[] = [
  ['370321001', ['suozhen', '桓台县人民政府索镇街道办事处', '索镇街道办事处', '索镇街道', '桓台县索镇街道办事处']],
  ['370321002', ['shaohai', '桓台县人民政府少海街道办事处', '少海街道办事处', '少海街道', '桓台县少海街道办事处']],
  ['370321101', ['qifeng', '桓台县起凤镇人民政府', '起凤镇人民政府', '起凤镇']],
  ['370321103', ['tianzhuang', '桓台县田庄镇人民政府', '田庄镇人民政府', '田庄镇']],
  ['370321104', ['jingjia', '桓台县荆家镇人民政府', '荆家镇人民政府', '荆家镇']],
  ['370321105', ['maqiao', '桓台县马桥镇人民政府', '马桥镇人民政府', '马桥镇']],
  ['370321107', ['xincheng', '桓台县新城镇人民政府', '新城镇人民政府', '新城镇']],
  ['370321109', ['tangshan', '桓台县唐山镇人民政府', '唐山镇人民政府', '唐山镇']],
  ['370321110', ['guoli', '桓台县果里镇人民政府', '果里镇人民政府', '果里镇']],
];

/**
 * Addressed by the county's 2021 work points (桓政办字〔2021〕29号) and absent from today's divisions, so it hangs on
 * the county. The day it ended is not known here and is left open rather than invented.
 */
const formerTowns: readonly Row[] = [
  ['chengqu', '桓台县人民政府城区街道办事处', '城区街道办事处', '城区街道', '桓台县城区街道办事处'],
];

/** 集合称谓: duties and addresses name whole groups. They hold no code and publish nothing. */
const collectives: readonly Row[] = [
  ['all-departments', '县政府各部门单位', '县政府各部门', '各部门', '各部门单位', '县政府各部门、单位'],
  [
    'all-towns',
    '各镇（街道）',
    '各镇〔街道〕',
    '各镇人民政府',
    '各镇（街道）人民政府（办事处）',
    '各镇人民政府、街道办事处',
    '各镇街道',
    '各镇',
  ],
  [
    'concerned-departments',
    '县政府有关部门单位',
    '县政府有关部门',
    '县政府部门单位',
    '县政府相关部门单位',
    '县政府相关部门',
    '相关部门单位',
    '有关部门单位',
  ],
  ['party-departments', '县委各部门', '县委各部门单位'],
  ['all-units', '各有关单位', '有关单位', '各单位'],
];

function* build(): Generator<SampleOrganization> {
  let serial = 0;
  const make = (
    [key, name, ...aliases]: Row,
    type: OrganizationType,
    divisionCode: string,
    parentKey: string | null,
    verticalParentKey: string | null = null,
  ): SampleOrganization => {
    serial += 1;
    const division6 = divisionCode.slice(0, 6).padEnd(6, '0');
    return {
      key,
      code: type === 'COLLECTIVE' ? null : madeUpCode(type, division6, serial),
      name,
      type,
      divisionCode,
      parentKey,
      verticalParentKey,
      aliases: aliases.map((alias) => ({ name: alias })),
      validFrom: null,
      validTo: null,
      isSample: true,
    };
  };

  for (const row of city) {
    const [key] = row;
    const type = key === 'city-government' ? 'GOVERNMENT' : key === 'city-office' ? 'OFFICE' : 'DEPARTMENT';
    yield make(row, type, CITY, type === 'GOVERNMENT' ? null : 'city-government');
  }
  for (const row of government) yield make(row, 'GOVERNMENT', COUNTY, 'city-government');
  for (const row of office) yield make(row, 'OFFICE', COUNTY, 'government');
  for (const row of departments) yield make(row, 'DEPARTMENT', COUNTY, 'government');
  for (const row of institutions) yield make(row, 'INSTITUTION', COUNTY, 'government');
  for (const [vertical, row] of branches) yield make(row, 'BRANCH', COUNTY, 'government', vertical);
  for (const row of partyOrgans) yield make(row, 'PARTY_ORGAN', COUNTY, null);
  for (const row of otherStateOrgans) yield make(row, 'OTHER_STATE_ORGAN', COUNTY, null);
  for (const [division, row] of towns) yield make(row, 'TOWN', division, 'government');
  for (const row of formerTowns) yield make(row, 'TOWN', COUNTY, 'government');
  for (const row of collectives) yield make(row, 'COLLECTIVE', COUNTY, 'government');
}

/** The organizations of 桓台县 (370321) that its documents name, parents before children. */
export const sampleOrganizations: readonly SampleOrganization[] = [...build()];
