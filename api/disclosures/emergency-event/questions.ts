import type { Question } from '../kind.ts';

/** What readers ask of warnings and responses. */
export const questions: readonly Question[] = [
  {
    name: 'WhatIsInForceNow',
    zh: '起凤镇现在有什么预警和应急响应，我该怎么做？',
    en: 'What is in force in a town now, and what should I do?',
    selection: `
  inForceNow(at: "起凤镇") {
    scaleLabel { label }
    levelLabel { label }
    hazardLabel { label }
    since
    places
    whatToDo
    issuer
    hotline
    plan { title permalink }
    permalink
  }`,
  },
  {
    name: 'WhatWasInForceThen',
    zh: '2021年7月28日15时，县里生效的是几级响应？',
    en: 'What was in force on 28 July 2021 at 15:00?',
    selection: `
  inForceNow(at: "桓台县", instant: "2021-07-28T15:00:00+08:00") {
    scaleLabel { label }
    levelLabel { label }
    since
    endsAt
    whatToDo
  }`,
  },
  {
    name: 'WarningsOfTheYear',
    zh: '各年发布过哪些预警、启动过哪些响应？',
    en: 'Warnings and responses of all years, step by step',
    selection: `
  emergencyEvents(first: 10) {
    totalCount
    nodes { title state { label } steps { at typeLabel { label } levelLabel { label } } }
  }`,
  },
];
