import type { Action, EditionState, Role } from '../../api/core/lifecycle.ts';

/** What a paper of the model holds. */
export type Variant = 'plain' | 'personal' | 'policy' | 'silent' | 'withheld';

export interface Person {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Of the publishing organization, of another, or of every one. */
  readonly scope: 'own' | 'other' | 'all';
}

/** The people of the model: one for each role, a second editor, one who is everything, and one of another organization. */
export const people: readonly Person[] = [
  { name: '甲编', roles: ['EDITOR'], scope: 'own' },
  { name: '乙编', roles: ['EDITOR'], scope: 'own' },
  { name: '丙审', roles: ['REVIEWER'], scope: 'own' },
  { name: '丁发', roles: ['PUBLISHER'], scope: 'own' },
  { name: '戊全', roles: ['EDITOR', 'REVIEWER', 'PUBLISHER'], scope: 'own' },
  { name: '己管', roles: ['ADMINISTRATOR'], scope: 'all' },
  { name: '庚计', roles: ['AUDITOR'], scope: 'all' },
  { name: '辛外', roles: ['EDITOR', 'REVIEWER', 'PUBLISHER', 'ADMINISTRATOR'], scope: 'other' },
];

interface Open {
  readonly variant: Variant;
  readonly author: string;
  state: EditionState;
  reviewer: string | null;
  openFindings: boolean;
}

/** One document as it should be: what is being prepared, and what was public. */
export class ModelDocument {
  open: Open | null = null;
  live: Variant | null = null;
  /** Numbers that were public, and which of them are sealed. */
  published = 0;
  readonly sealed = new Set<number>();

  /** Whether a person may take a step now; the model knows nothing of how the platform decides it. */
  allows(action: Action, { name, roles, scope }: Person): boolean {
    const may = (...allowed: Role[]): boolean => allowed.some((role) => roles.includes(role)) && scope !== 'other';
    const { open } = this;
    const isOther = open?.author !== name;
    switch (action) {
      case 'STAGE':
        return may('EDITOR') && open?.state !== 'APPROVED';
      case 'DISCARD':
        return may('EDITOR') && (open?.state === 'DRAFT' || open?.state === 'RETURNED');
      case 'SUBMIT':
        return may('EDITOR') && (open?.state === 'DRAFT' || open?.state === 'RETURNED');
      case 'REVIEW':
        return may('REVIEWER') && open?.state === 'IN_REVIEW' && isOther;
      case 'CLEAR':
        return may('REVIEWER') && open?.state === 'IN_REVIEW' && isOther && open.openFindings;
      case 'RETURN':
        return may('REVIEWER', 'PUBLISHER') && (open?.state === 'IN_REVIEW' || open?.state === 'APPROVED');
      case 'APPROVE':
        return (
          may('REVIEWER') && open?.state === 'IN_REVIEW' && isOther && open.reviewer !== null && !open.openFindings
        );
      case 'PUBLISH':
        return may('PUBLISHER') && open?.state === 'APPROVED' && open.variant !== 'withheld';
      case 'WITHDRAW':
        return may('PUBLISHER') && this.live !== null;
      case 'SEAL':
        return may('ADMINISTRATOR') && this.published > (this.live === null ? 0 : 1);
      default:
        return false;
    }
  }

  /** What a step that was allowed makes of it. */
  take(action: Action, { name }: Person, variant: Variant): void {
    const { open } = this;
    if (action === 'STAGE') this.open = { variant, author: name, state: 'DRAFT', reviewer: null, openFindings: false };
    if (action === 'DISCARD') this.open = null;
    if (action === 'WITHDRAW') this.live = null;
    if (action === 'SEAL') this.sealed.add(this.published - (this.live === null ? 0 : 1));
    if (!open) return;
    if (action === 'SUBMIT') {
      const isIncomplete = ['silent', 'policy', 'withheld'].includes(open.variant);
      open.state = isIncomplete ? 'RETURNED' : 'IN_REVIEW';
      open.reviewer = null;
      open.openFindings = !isIncomplete && open.variant === 'personal';
    }
    if (action === 'REVIEW') open.reviewer = name;
    if (action === 'CLEAR') open.openFindings = false;
    if (action === 'RETURN') open.state = 'RETURNED';
    if (action === 'APPROVE') open.state = 'APPROVED';
    if (action === 'PUBLISH') {
      this.live = open.variant;
      this.published += 1;
      this.open = null;
    }
  }
}
