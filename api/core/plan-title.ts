/** Titles compare without marks, brackets and 示例. */
export const planKey = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\((示例|试行|简本|修订)\)/g, '')
    .replace(/[《》\s]/g, '')
    .replace(/^.*关于印发(?=.*预案)/, '')
    .replace(/的通知$/, '');
