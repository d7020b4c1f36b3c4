/** A clock that a test sets: the platform asks it and nothing else for the time. */
export interface TestClock {
  (): Date;
  /** From now on it is this instant, until it is set again. */
  set(instant: string | Date): void;
  /** From now on it is the time of the machine. */
  run(): void;
}

export const testClock = (): TestClock => {
  let fixed: Date | null = null;
  const clock = () => new Date(fixed ?? Date.now());
  return Object.assign(clock, {
    set: (instant: string | Date) => {
      fixed = new Date(instant);
    },
    run: () => {
      fixed = null;
    },
  });
};
