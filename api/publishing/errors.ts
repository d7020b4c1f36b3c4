import type { Bilingual, Finding } from '../core/finding.ts';

/** Why a state change was refused: a sentence for the publisher, and the findings behind it. */
export class NotAllowed extends Error {
  readonly reason: Bilingual;
  readonly findings: readonly Finding[];

  constructor(reason: Bilingual, findings: readonly Finding[] = []) {
    super(`${reason.zh} / ${reason.en}`);
    this.name = 'NotAllowed';
    this.reason = reason;
    this.findings = findings;
  }
}
