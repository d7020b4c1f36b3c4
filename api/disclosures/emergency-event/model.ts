import type { EmergencyClass, Hazard } from '../../core/emergency-hazards.ts';
import type { EventGrade, ResponseLevel, WarningLevel } from '../../core/emergency-scales.ts';

export type StepType = 'WARNED' | 'ACTIVATED' | 'RAISED' | 'LOWERED' | 'ENDED' | 'CANCELLED';

/** Which of two things is in force: a warning of what may come, or a response to what is there. */
export type StepScale = 'WARNING' | 'RESPONSE';

/** One step of an episode, as it was announced. Times are `YYYY-MM-DDTHH:MM` in Asia/Shanghai (北京时间). */
export interface Step {
  readonly type: StepType;
  /** Null: the end of everything that is in force. */
  readonly scale: StepScale | null;
  readonly warningLevel: WarningLevel | null;
  readonly responseLevel: ResponseLevel | null;
  /** 起始时间. */
  readonly at: string;
  /** 可能影响的范围, place by place. */
  readonly places: readonly string[];
  /** 警示事项 of a warning, 响应事项 of a response. */
  readonly matter: string | null;
  /** 应采取的措施: what the public is to do. */
  readonly measures: readonly string[];
  readonly issuer: string | null;
  readonly issuedAt: string | null;
  /** 预计期限. */
  readonly until: string | null;
}

/** What an edition of this kind states: one episode of one hazard. */
export interface Episode {
  readonly name: string;
  readonly hazard: Hazard | null;
  readonly eventClass: EmergencyClass | null;
  readonly grade: EventGrade | null;
  /** What 全县 means. */
  readonly county: string | null;
  readonly plan: string | null;
  readonly planNumber: string | null;
  readonly hotline: string | null;
  readonly steps: readonly Step[];
}

export const isEnd = ({ type }: Pick<Step, 'type'>): boolean => type === 'ENDED' || type === 'CANCELLED';

/** The instant of a time in China, as a database and the wire have it. */
export const instantOf = (local: string): Date => new Date(`${local}:00+08:00`);
