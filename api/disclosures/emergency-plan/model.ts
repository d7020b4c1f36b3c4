import type { EmergencyClass, Hazard } from '../../core/emergency-hazards.ts';
import type { EventGrade, ResponseLevel, WarningLevel } from '../../core/emergency-scales.ts';
import type { LocalDate } from '../../core/local-date.ts';

/** Whose plan it is (预案层级). */
export type PlanLevel = 'NATION' | 'PROVINCE' | 'CITY' | 'COUNTY' | 'TOWN' | 'VILLAGE' | 'UNIT';

/** What sort of plan (预案类别), 突发事件应急预案管理办法 art. 7–15. */
export type PlanType = 'GENERAL' | 'SPECIAL' | 'DEPARTMENT' | 'JOINT' | 'GRASSROOTS';

/** One response level (应急响应分级) and what it means. */
export interface Response {
  readonly level: ResponseLevel;
  /** 启动条件: any of them sets it in motion unless the text says otherwise. */
  readonly conditions: readonly string[];
  /** 启动批准人, by post. */
  readonly approver: string | null;
  readonly actions: readonly string[];
  readonly members: readonly string[];
}

export interface Grade {
  readonly grade: EventGrade;
  readonly criteria: readonly string[];
}

export interface Warning {
  readonly level: WarningLevel;
  readonly criteria: readonly string[];
  readonly measures: readonly string[];
}

export interface Chapter {
  /** As printed: 1, 一, 第一章; null where it has none. */
  readonly number: string | null;
  readonly heading: string;
  readonly text: string;
}

/** A duty phone (值班电话); never a person. */
export interface DutyPhone {
  readonly unit: string;
  readonly phone: string;
  readonly hours: string | null;
}

export interface Shelter {
  readonly name: string;
  readonly town: string | null;
  readonly village: string | null;
  readonly address: string | null;
  /** 可容纳人数. */
  readonly capacity: number | null;
  readonly phone: string | null;
}

export interface Drill {
  readonly on: LocalDate;
  readonly name: string;
  readonly participants: number | null;
}

/** A plan this one puts an end to (同时废止): by title and day, for old plans seldom have a number. */
export interface Repeal {
  readonly title: string;
  readonly issuedOn: LocalDate | null;
  readonly number: string | null;
}

/** What an edition of this kind states. */
export interface Plan {
  /** The plan itself, without the notice that carries it. */
  readonly name: string;
  readonly level: PlanLevel;
  readonly type: PlanType;
  readonly eventClass: EmergencyClass | null;
  readonly hazard: Hazard | null;
  /** 适用区域 as written: 桓台县, 起凤镇. */
  readonly area: string | null;
  readonly number: string | null;
  /** As on the cover: what is due is counted from them. */
  readonly formedOn: LocalDate | null;
  readonly effectiveFrom: LocalDate | null;
  readonly leadUnit: string | null;
  /** 简本: parts are withheld. */
  readonly isAbridged: boolean;
  /** The plan of the level above that it rests on. */
  readonly upperPlan: string | null;
  readonly filedWith: string | null;
  readonly filedOn: LocalDate | null;
  readonly lastAssessedOn: LocalDate | null;
  /** 评估周期（年）: 3 unless the plan says less. */
  readonly reviewYears: number;
  readonly revisionReason: string | null;
  readonly repeals: readonly Repeal[];
  readonly responses: readonly Response[];
  readonly grades: readonly Grade[];
  readonly warnings: readonly Warning[];
  readonly chapters: readonly Chapter[];
  readonly phones: readonly DutyPhone[];
  readonly shelters: readonly Shelter[];
  readonly drills: readonly Drill[];
}
