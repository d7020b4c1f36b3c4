/** What every script of the platform on one page shares, whatever its version. */
export interface Shared {
  /** Where the panels of this page read from, unless a tag names another place. */
  endpoint: string;
  /** Tags whose file has been asked for. */
  readonly tags: Record<string, true>;
  /** The webmaster wants plain links to panels to become panels (`data-gk-links` on the script). */
  links?: boolean;
}

const key = Symbol.for('gongkai');

export const shared = (): Shared => {
  const page = globalThis as typeof globalThis & { [key]?: Shared };
  page[key] ??= { endpoint: location.origin, tags: {} };
  return page[key];
};
