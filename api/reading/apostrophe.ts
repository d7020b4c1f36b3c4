/** What our own exports put an apostrophe before, for a spreadsheet would run it. */
const shown = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Takes exactly that apostrophe off again, so that a file that came from us reads as it was. */
export const asWritten = (text: string): string => (shown.test(text) ? text.slice(1) : text);
