/** What a permalink can lead to, by media type; the page is for everyone who does not say. */
const representations: readonly (readonly [type: string, extension: string])[] = [
  ['text/html', ''],
  ['application/xhtml+xml', ''],
  ['application/ld+json', '.jsonld'],
  ['application/json', '.json'],
  ['text/csv', '.csv'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.xlsx'],
];

const quality = (parameters: readonly string[]): number => {
  const given = parameters.map((parameter) => /^\s*q=(\d(?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
  return given === undefined ? 1 : Number(given);
};

/** The extension of the form a caller likes best (RFC 9110 §12.5.1); of equals the one named first. */
export function extensionFor(accept: string | undefined): string {
  const liked = (accept ?? '*/*').split(',').flatMap((part) => {
    const [type = '', ...parameters] = part.trim().toLowerCase().split(';');
    const extension = type === '*/*' ? '' : representations.find(([known]) => known === type.trim())?.[1];
    const q = quality(parameters);
    return extension === undefined || q === 0 ? [] : [{ extension, q: type === '*/*' ? q - 0.001 : q }];
  });
  return liked.sort((a, b) => b.q - a.q)[0]?.extension ?? '';
}
