import type { Bilingual } from './finding.ts';

/** The states of an edition (信息生命周期). Only the last four have ever been public. */
export type EditionState =
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'RETURNED'
  | 'APPROVED'
  | 'PUBLISHED'
  | 'SUPERSEDED'
  | 'CORRECTED'
  | 'WITHDRAWN';

export const stateLabels: Readonly<Record<EditionState, Bilingual>> = {
  DRAFT: { zh: '草稿', en: 'draft' },
  IN_REVIEW: { zh: '审核中', en: 'in review' },
  RETURNED: { zh: '已退文', en: 'returned' },
  APPROVED: { zh: '已审签', en: 'approved' },
  PUBLISHED: { zh: '已发布', en: 'published' },
  SUPERSEDED: { zh: '已更新', en: 'superseded' },
  CORRECTED: { zh: '已更正', en: 'corrected' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
};

/** What a person may be trusted with (角色). */
export type Role = 'EDITOR' | 'REVIEWER' | 'PUBLISHER' | 'ADMINISTRATOR' | 'AUDITOR';

export const roleLabels: Readonly<Record<Role, Bilingual>> = {
  EDITOR: { zh: '拟稿人', en: 'editor' },
  REVIEWER: { zh: '审核人', en: 'reviewer' },
  PUBLISHER: { zh: '发布人', en: 'publisher' },
  ADMINISTRATOR: { zh: '管理员', en: 'administrator' },
  AUDITOR: { zh: '审计人', en: 'auditor' },
};

/** One thing that may be done to an edition: by whom, from where, to where. */
export interface Step {
  readonly label: Bilingual;
  readonly roles: readonly Role[];
  readonly from: readonly EditionState[];
  /** The state it leads to; null: it stays where it is, or is gone. */
  readonly to: EditionState | null;
  /** Somebody other than the author must do it. */
  readonly isForAnother?: boolean;
}

/**
 * The whole life of an edition (状态机). What is not listed is forbidden: what was public never becomes a draft again, and
 * nothing becomes public but by way of a review by somebody else.
 */
export const lifecycle = {
  STAGE: {
    label: { zh: '拟稿', en: 'stage' },
    roles: ['EDITOR'],
    from: ['DRAFT', 'IN_REVIEW', 'RETURNED'],
    to: 'DRAFT',
  },
  DISCARD: { label: { zh: '弃稿', en: 'discard' }, roles: ['EDITOR'], from: ['DRAFT', 'RETURNED'], to: null },
  SUBMIT: { label: { zh: '报送', en: 'submit' }, roles: ['EDITOR'], from: ['DRAFT', 'RETURNED'], to: 'IN_REVIEW' },
  REVIEW: {
    label: { zh: '保密审查', en: 'secrecy review' },
    roles: ['REVIEWER'],
    from: ['IN_REVIEW'],
    to: null,
    isForAnother: true,
  },
  CLEAR: {
    label: { zh: '核准保留', en: 'clear a finding' },
    roles: ['REVIEWER'],
    from: ['IN_REVIEW'],
    to: null,
    isForAnother: true,
  },
  SIGN_OFF: {
    label: { zh: '会签', en: 'sign off' },
    roles: ['REVIEWER', 'PUBLISHER'],
    from: ['IN_REVIEW', 'APPROVED'],
    to: null,
  },
  RETURN: {
    label: { zh: '退文', en: 'return' },
    roles: ['REVIEWER', 'PUBLISHER'],
    from: ['IN_REVIEW', 'APPROVED'],
    to: 'RETURNED',
  },
  APPROVE: {
    label: { zh: '审签', en: 'approve' },
    roles: ['REVIEWER'],
    from: ['IN_REVIEW'],
    to: 'APPROVED',
    isForAnother: true,
  },
  SCHEDULE: { label: { zh: '定时发布', en: 'schedule' }, roles: ['PUBLISHER'], from: ['APPROVED'], to: null },
  UNSCHEDULE: { label: { zh: '取消定时', en: 'unschedule' }, roles: ['PUBLISHER'], from: ['APPROVED'], to: null },
  PUBLISH: { label: { zh: '发布', en: 'publish' }, roles: ['PUBLISHER'], from: ['APPROVED'], to: 'PUBLISHED' },
  WITHDRAW: { label: { zh: '撤回', en: 'withdraw' }, roles: ['PUBLISHER'], from: ['PUBLISHED'], to: 'WITHDRAWN' },
  SEAL: {
    label: { zh: '封存', en: 'seal' },
    roles: ['ADMINISTRATOR'],
    from: ['SUPERSEDED', 'CORRECTED', 'WITHDRAWN'],
    to: null,
  },
} as const satisfies Record<string, Step>;

export type Action = keyof typeof lifecycle;

export const stepOf = (action: Action): Step => lifecycle[action];

export const isPossible = (action: Action, from: EditionState): boolean => stepOf(action).from.includes(from);
