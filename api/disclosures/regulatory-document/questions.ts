import type { Question } from '../kind.ts';

/** What readers ask of documents as a whole; questions about one document need its number and are made where one is found. */
export const questions: readonly Question[] = [
  {
    name: 'RestingOnEnded',
    zh: '哪些现行文件的依据已经废止或失效？',
    en: 'Documents in force whose basis is repealed or has lapsed',
    selection: `
  restingOnEnded(first: 10) {
    title
    number { text }
    endedBases { title validity { label } }
    permalink
  }`,
  },
  {
    name: 'CleanUps',
    zh: '2016 年以来的规范性文件清理了多少，历次结果如何？',
    en: 'How many documents since 2016 were gone through, and what was decided',
    selection: `
  cleanUpCoverage(since: 2016) { decision { label } count share }
  cleanUps { document { title formedOn } total counts { decision { label } count share } }`,
  },
  {
    name: 'InterpretationsOwed',
    zh: '今年的政策文件解读了多少，哪些还没有解读？',
    en: 'How many policy documents of 2026 are interpreted, and which are not',
    selection: `
  interpretationCoverage(year: 2026) { total interpreted share missing { title permalink } }`,
  },
];
