/** Quotes that an editor has made pretty. */
export const isCurly = /^[“”„‟″]|[“”„‟″]$/;

/** A value without the quotes that count as part of it. */
export const unquoted = (value: string): string => value.replace(/^[“”„‟″"]+|[“”„‟″"]+$/g, '');
