import type { DeskContext } from '../../../desk/builder.ts';
import type { NotAllowed } from '../../../publishing/errors.ts';
import type { Said } from './said.ts';

/** One request of somebody who is signed in. */
export interface Visit extends DeskContext {
  /** What every form of the answer carries. */
  readonly mark: string;
  /** Address of the public door, empty when it is this one; undefined when it is not known. */
  readonly readersAt: string | undefined;
  /** The step that was just taken, as the address says it. */
  readonly done: string;
}

/** A form that comes back: which, what was typed, and why it was refused; null where it only stays filled in. */
export interface Attempt {
  readonly form: string;
  readonly said: Said;
  readonly refused: NotAllowed | null;
}
