/** So many characters before a place. */
export const before = (plain: string, at: number, count: number): string => plain.slice(Math.max(0, at - count), at);

export const after = (plain: string, at: number, count: number): string => plain.slice(at, at + count);

const addressBefore = /(?:[a-z][a-z\d+.-]*:\/\/|www\.)[^\s"'<>，。；、（）\u4e00-\u9fff]*$/i;

/** Whether a place is inside a web address: numbers there are names of pages. */
export const isInUrl = (plain: string, at: number): boolean => addressBefore.test(before(plain, at, 300));

/** Whether a number is only a part of a longer one (an index number, a project's code): joined on either side. */
export const isJoined = (plain: string, start: number, end: number): boolean =>
  /[0-9A-Za-z][-/_.]$/.test(before(plain, start, 2)) || /^[-/_.][0-9A-Za-z]/.test(after(plain, end, 2));
