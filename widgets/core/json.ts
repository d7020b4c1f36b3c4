/** JSON as the language has it, whatever the page has made of it: Prototype.js up to 1.6 gives arrays and objects a `toJSON`. */
export const plainJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${Array.from(value, plainJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${plainJson(field)}`).join(',')}}`;
};
