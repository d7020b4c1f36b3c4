/** Words of this kind's closed lists, in the order people know them. */
export const stages = { PRIMARY: '小学', JUNIOR: '初中' } as const;
export type Stage = keyof typeof stages;

export const natures = { PUBLIC: '公办', PRIVATE: '民办' } as const;

export const schoolTypes = {
  PRIMARY: '小学',
  JUNIOR: '初级中学',
  NINE_YEAR: '九年一贯制学校',
  COMPLETE: '完全中学',
  TWELVE_YEAR: '十二年一贯制学校',
} as const;

/** How a child comes into a school. */
export const methods = {
  CATCHMENT: '划片入学',
  FEEDER: '对口直升',
  LOTTERY: '电脑随机录取',
  REGISTRATION: '登记入学',
} as const;

/** What a catchment item names. */
export const areaKinds = {
  VILLAGE: '村',
  COMMUNITY: '社区',
  COMPOUND: '小区',
  ROAD: '路段',
  BOUNDARY: '四至',
  POLICE: '户籍派出所',
  FEEDER: '对口学校',
  POLYGON: '坐标范围',
} as const;
export type AreaKind = keyof typeof areaKinds;

/** Which side of a road. */
export const parities = { ALL: '全部', ODD: '单号', EVEN: '双号' } as const;
export type Parity = keyof typeof parities;

export const categories = {
  HUKOU_HOUSE: '本地户籍有房',
  HUKOU_ONLY: '本地户籍无房',
  MIGRANT: '随迁子女',
  PREFERENTIAL: '政策照顾对象',
  DISABLED: '残疾儿童',
} as const;

/** Steps in the order they come. */
export const steps = {
  ANNOUNCEMENT: '公告',
  REGISTRATION: '网上报名',
  REVIEW: '材料审核',
  LOTTERY: '摇号派位',
  RESULT: '录取结果',
  SUPPLEMENT: '补录',
  ENROLMENT: '报到',
} as const;
export type Step = keyof typeof steps;

export const audiences = { ALL: '全部', PUBLIC: '公办', PRIVATE: '民办' } as const;

/** 人数/班: the standard, 大班额 and 超大班额 (教基一厅〔2014〕1号 and later notices). */
export const standardClass: Readonly<Record<Stage, number>> = { PRIMARY: 45, JUNIOR: 50 };
export const largeClass = 55;
export const veryLargeClass = 65;

/** The age at which children begin: six for primary school (义务教育法第十一条), six years later for junior school. */
export const ageOf: Readonly<Record<Stage, number>> = { PRIMARY: 6, JUNIOR: 12 };
