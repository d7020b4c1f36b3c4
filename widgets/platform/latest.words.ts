import type { Language } from '../core/language.ts';
import { quoted } from '../core/quoted.ts';

interface LatestWords {
  readonly title: string;
  readonly titleOf: (what: string) => string;
  /** What happened, by its code in the log. */
  readonly happened: Readonly<Record<string, string>>;
  readonly withdrawnSince: (what: string) => string;
  readonly untitled: (indexNumber: string) => string;
  readonly edition: (number: number) => string;
  readonly sentence: (day: string, publisher: string, what: string, title: string) => string;
  readonly nothing: string;
  readonly all: string;
  readonly between: string;
}

const chinese: LatestWords = {
  title: '最新公开',
  titleOf: (what) => `最新公开：${what}`,
  happened: {
    FIRST: '发布',
    UPDATE: '更新',
    CORRECTION: '更正',
    REPUBLICATION: '重新发布',
    WITHDRAWN: '撤回',
    SEALED: '封存',
  },
  withdrawnSince: (what) => `${what}，后已撤回`,
  untitled: (indexNumber) => `索引号 ${indexNumber}`,
  edition: (number) => `第 ${number} 版`,
  sentence: (day, publisher, what, title) => `最近一次是${day}，${publisher}${what}${quoted(title)}。`,
  nothing: '这里还没有公开过信息；公开后会自动出现在这里。',
  all: '订阅全部变更',
  between: '、',
};

const english: LatestWords = {
  title: 'Latest publications',
  titleOf: (what) => `Latest publications: ${what}`,
  happened: {
    FIRST: 'Published',
    UPDATE: 'Updated',
    CORRECTION: 'Corrected',
    REPUBLICATION: 'Published again',
    WITHDRAWN: 'Withdrawn',
    SEALED: 'Sealed',
  },
  withdrawnSince: (what) => `${what}, withdrawn since`,
  untitled: (indexNumber) => `Index number ${indexNumber}`,
  edition: (number) => `Edition ${number}`,
  sentence: (day, publisher, what, title) =>
    `The latest, on ${day}: ${what.toLowerCase()} by ${publisher}, “${title}”.`,
  nothing: 'Nothing has been published here yet. It will appear here as soon as it is.',
  all: 'Follow all changes',
  between: ', ',
};

export const latestWords = (language: Language): LatestWords => (language === 'en' ? english : chinese);
