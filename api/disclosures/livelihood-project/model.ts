import type { LocalDate } from '../../core/local-date.ts';
import type { Fen } from '../../core/money.ts';

/** 民生实事项目, or a task the work report is broken down into (政府工作报告任务分解). */
export type ProjectType = 'LIVELIHOOD' | 'WORK_REPORT';

/** What sort of thing is done: something is built, a service is given, a policy is put in force. */
export type Nature = 'CONSTRUCTION' | 'SERVICE' | 'POLICY';

export type Status =
  | 'NOT_STARTED'
  | 'IN_PROGRESS'
  | 'COMPLETED'
  | 'OVERFULFILLED'
  | 'SUSPENDED'
  | 'CANCELLED'
  | 'CARRIED_OVER';

/** How what is in progress goes against its plan. */
export type Pace = 'AHEAD' | 'ON' | 'BEHIND';

/** Which way a target is met. */
export type Direction = 'AT_LEAST' | 'AT_MOST' | 'EXACTLY';

/** A figure of the year's target (量化目标). Quantities are decimal text without trailing zeros. */
export interface Target {
  readonly name: string;
  readonly direction: Direction;
  readonly quantity: string;
  readonly unit: string | null;
}

export interface Unit {
  readonly role: 'LEAD' | 'SUPPORT';
  /** As written. */
  readonly name: string;
}

/** A town the project is in, or a village of that town. */
export interface Place {
  readonly written: string;
  readonly town: string;
  readonly village: string | null;
}

export interface Milestone {
  readonly name: string;
  /** As written, and the day that means; 2024年12月底 is its last day. */
  readonly dueWord: string | null;
  readonly dueOn: LocalDate | null;
  readonly doneOn: LocalDate | null;
}

export interface Fund {
  readonly source: string;
  readonly planned: Fen | null;
  readonly paid: Fen | null;
}

/** One report: everything in it is cumulative since the beginning of the year (累计). */
export interface Progress {
  /** 2024Q2 or 2024M06. */
  readonly period: string;
  /** The word of the source, and what it means. */
  readonly statusWord: string | null;
  readonly status: Status | null;
  readonly pace: Pace | null;
  readonly quantity: string | null;
  readonly unit: string | null;
  /** 完成率 as published, in percent. */
  readonly rate: string | null;
  readonly invested: Fen | null;
  /** 投资完成率 as published, in percent. */
  readonly investedRate: string | null;
  readonly text: string | null;
  readonly results: string | null;
  readonly problems: string | null;
  readonly nextSteps: string | null;
  /** Why a figure is lower than before (调整说明). */
  readonly reason: string | null;
}

export interface Photo {
  readonly name: string;
  readonly caption: string | null;
  readonly takenOn: LocalDate | null;
}

/** What one project or task states: its plan, its target, and every report so far. */
export interface Project {
  readonly type: ProjectType;
  readonly year: number;
  readonly programme: string;
  readonly number: number | null;
  readonly name: string;
  readonly category: string | null;
  readonly categoryWord: string | null;
  readonly nature: Nature | null;
  readonly content: string | null;
  readonly target: string | null;
  readonly targets: readonly Target[];
  readonly location: string | null;
  readonly places: readonly Place[];
  readonly units: readonly Unit[];
  readonly leader: string | null;
  readonly startedOn: LocalDate | null;
  readonly dueWord: string | null;
  readonly dueOn: LocalDate | null;
  readonly completedOn: LocalDate | null;
  readonly acceptance: string | null;
  readonly totalInvestment: Fen | null;
  readonly plannedInvestment: Fen | null;
  readonly fundSources: string | null;
  readonly funds: readonly Fund[];
  readonly measures: string | null;
  readonly steps: string | null;
  readonly responsibilities: string | null;
  readonly supervision: string | null;
  readonly milestones: readonly Milestone[];
  readonly progress: readonly Progress[];
  readonly photos: readonly Photo[];
  readonly satisfied: number | null;
  readonly mostlySatisfied: number | null;
  readonly dissatisfied: number | null;
}

export const typeNames: Readonly<Record<ProjectType, string>> = {
  LIVELIHOOD: '民生实事',
  WORK_REPORT: '政府工作报告任务',
};

/** What the programme of a year is called where no cover says. */
export const programmeOf = (type: ProjectType, year: number): string =>
  `${year}年${type === 'LIVELIHOOD' ? '民生实事项目' : '政府工作报告任务'}`;

export const titleOf = ({ name, programme }: Pick<Project, 'name' | 'programme'>): string => `${name}——${programme}`;
