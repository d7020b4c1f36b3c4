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

/** Where each state can go. What is not listed is forbidden; what was public never becomes a draft again. */
export const transitions: Readonly<Record<EditionState, readonly EditionState[]>> = {
  DRAFT: ['IN_REVIEW', 'PUBLISHED'],
  IN_REVIEW: ['RETURNED', 'APPROVED'],
  RETURNED: ['IN_REVIEW'],
  APPROVED: ['PUBLISHED', 'RETURNED'],
  PUBLISHED: ['SUPERSEDED', 'CORRECTED', 'WITHDRAWN'],
  SUPERSEDED: [],
  CORRECTED: [],
  WITHDRAWN: [],
};

export const canBecome = (from: EditionState, to: EditionState): boolean => transitions[from].includes(to);
