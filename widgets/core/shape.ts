/**
 * Checks that an answer has the shape its query asked for. A saved copy comes from the host page's storage and an answer may
 * come from a captive portal, so neither is believed before it has been looked at.
 */
export type Guard<T> = (value: unknown) => value is T;
export type Guarded<G> = G extends Guard<infer T> ? T : never;

export const text: Guard<string> = (value): value is string => typeof value === 'string';
export const whole: Guard<number> = (value): value is number => Number.isSafeInteger(value);
export const truth: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';

export const nullable =
  <T>(guard: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || guard(value);

export const list =
  <T>(guard: Guard<T>): Guard<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every((item) => guard(item));

export const record =
  <S extends Readonly<Record<string, Guard<unknown>>>>(fields: S): Guard<{ readonly [K in keyof S]: Guarded<S[K]> }> =>
  (value): value is { readonly [K in keyof S]: Guarded<S[K]> } => {
    if (typeof value !== 'object' || value === null) return false;
    const given = value as Readonly<Record<string, unknown>>;
    return Object.entries(fields).every(([name, guard]) => guard(given[name]));
  };

/** A field that a query leaves out when it is not wanted (`@include`): null and absent are the same then. */
export const optional =
  <T>(guard: Guard<T>): Guard<T | null | undefined> =>
  (value): value is T | null | undefined =>
    value === null || value === undefined || guard(value);
