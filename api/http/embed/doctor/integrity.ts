/** Digests of a script, as `integrity` may give them; null where only its name is known. */
export type Digests = Readonly<Record<Algorithm, string>> | null;

/** The scripts a page may name, with their digests. */
export type KnownScripts = ReadonlyMap<string, Digests>;

export const algorithms = ['sha256', 'sha384', 'sha512'] as const;
type Algorithm = (typeof algorithms)[number];

const expression = /^(sha256|sha384|sha512)-([\w+/-]+={0,2})(?:\?[!-~]*)?$/;

/** The digests that `integrity` gives of the strongest kind in it: those a browser compares (Subresource Integrity). */
export function digestsIn(
  integrity: string,
): { readonly algorithm: Algorithm; readonly digests: readonly string[] } | null {
  const given = integrity
    .trim()
    .split(/\s+/)
    .flatMap((each) => {
      const [, name, digest = ''] = expression.exec(each) ?? [];
      const algorithm = algorithms.find((one) => one === name);
      return algorithm === undefined ? [] : [{ algorithm, digest: digest.replaceAll('-', '+').replaceAll('_', '/') }];
    });
  const strongest = algorithms.findLast((one) => given.some(({ algorithm }) => algorithm === one));
  return strongest === undefined
    ? null
    : {
        algorithm: strongest,
        digests: given.filter(({ algorithm }) => algorithm === strongest).map(({ digest }) => digest),
      };
}
