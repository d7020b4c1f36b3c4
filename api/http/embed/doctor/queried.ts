import type { Params } from '../../../../widgets/core/document.ts';

function decoded(written: string): string {
  const text = written.replaceAll('+', ' ');
  try {
    return decodeURIComponent(text);
  } catch {
    const lenient = new URLSearchParams(`value=${written}`).get('value') ?? text;
    // Not in UTF-8: as it is written, so that it can be told what it was.
    return lenient.includes('\ufffd') ? text : lenient;
  }
}

/** The parameters of an address. What another encoding than UTF-8 has become in it stays as it is: %CF%D8. */
export const queried = (query: string): Params =>
  Object.fromEntries(
    query
      .replace(/^\?/, '')
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=');
        return at === -1 ? [decoded(part), ''] : [decoded(part.slice(0, at)), decoded(part.slice(at + 1))];
      }),
  );
