import { type Action, type Role, roleLabels, stepOf } from '../core/lifecycle.ts';
import { refuse } from './errors.ts';

/** Who acts. Two tokens of one holder are one person: whoever drafted does not review. */
export interface Actor {
  /** The person, or the operator of this machine. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Whose records he may act on; `ALL`: every organization's. */
  readonly organizationIds: readonly string[] | 'ALL';
  readonly tokenId?: string;
  /** Where the request came from; absent: this machine's shell. */
  readonly remote?: string;
}

/** Whoever has the machine and its database holds every role, and is recorded by name. */
export const operator = (name: string): Actor => ({
  name,
  roles: ['EDITOR', 'REVIEWER', 'PUBLISHER', 'ADMINISTRATOR', 'AUDITOR'],
  organizationIds: 'ALL',
});

/** Who returns what is incomplete at once: no person decided it. The audit keeps who submitted. */
export const automaticReturn: Actor = { name: '系统（自动退文）', roles: [], organizationIds: [] };

const named = (roles: readonly Role[], language: 'zh' | 'en'): string =>
  roles.map((role) => roleLabels[role][language]).join(language === 'zh' ? '或' : ' or ');

export function demandRole({ roles }: Actor, allowed: readonly Role[], what: { zh: string; en: string }): void {
  if (allowed.some((role) => roles.includes(role))) return;
  refuse(
    'FORBIDDEN',
    `${what.zh}须由${named(allowed, 'zh')}进行；你的角色是${named(roles, 'zh') || '无'}。`,
    `To ${what.en} takes the role ${named(allowed, 'en')}; yours is ${named(roles, 'en') || 'none'}.`,
  );
}

export const mayActFor = ({ organizationIds }: Actor, organizationId: string): boolean =>
  organizationIds === 'ALL' || organizationIds.includes(organizationId);

/** Refuses who has not the role for a step, or not for this organization. */
export function authorize(actor: Actor, action: Action, organizationId: string): void {
  const { label, roles } = stepOf(action);
  demandRole(actor, roles, label);
  if (!mayActFor(actor, organizationId)) {
    refuse(
      'FORBIDDEN',
      `你的令牌不能${label.zh}这个机构的信息。`,
      `Your token does not cover this organization: you cannot ${label.en} what is its.`,
    );
  }
}
