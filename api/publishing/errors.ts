import type { Bilingual, Finding } from '../core/finding.ts';

/** Why a state change was refused: a sentence for the publisher, and the findings behind it. */
export abstract class NotAllowed extends Error {
  readonly reason: Bilingual;
  readonly findings: readonly Finding[];

  constructor(reason: Bilingual, findings: readonly Finding[] = []) {
    super(`${reason.zh} / ${reason.en}`);
    this.name = new.target.name;
    this.reason = reason;
    this.findings = findings;
  }
}

/** The role or the organization is not one's own. */
export class Forbidden extends NotAllowed {}

/** There is no such draft, document or token. */
export class NotFound extends NotAllowed {}

/** Its state does not allow it: somebody else may have been first. */
export class WrongState extends NotAllowed {}

/** Something the law or the platform demands is missing. */
export class GateClosed extends NotAllowed {}

/** What was given cannot be right. */
export class BadInput extends NotAllowed {}

export const refusals = {
  FORBIDDEN: Forbidden,
  NOT_FOUND: NotFound,
  WRONG_STATE: WrongState,
  GATE_CLOSED: GateClosed,
  BAD_INPUT: BadInput,
} as const;

export const refuse = (
  code: keyof typeof refusals,
  zh: string,
  en: string,
  findings: readonly Finding[] = [],
): never => {
  throw new refusals[code]({ zh, en }, findings);
};
