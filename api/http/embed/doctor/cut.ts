/** A text of a page as it is repeated: whoever pasted it knows the rest. */
export const cut = (text: string, most = 40): string => (text.length > most ? `${text.slice(0, most)}…` : text);
