/** A title in a Chinese sentence: one that holds another title in 《》 is set in quotation marks. */
export const quoted = (title: string): string => (title.includes('《') ? `“${title}”` : `《${title}》`);
