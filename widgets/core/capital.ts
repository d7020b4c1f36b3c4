/** A word that stands alone, as in a choice; Chinese is as it is. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
