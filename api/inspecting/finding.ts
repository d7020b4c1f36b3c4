import type { Bilingual } from '../core/finding.ts';
import type { PersonalDatum } from '../core/personal-information/index.ts';

/** Something in a file that should be looked at before the file is published. What is told of it is masked. */
export interface InspectionFinding {
  /** Kebab-case, e.g. `personal-identity-number`, `hidden-rows`, `document-author`, `not-inspected`. */
  readonly rule: string;
  readonly sheet?: string;
  /** The cell, page, paragraph or property. */
  readonly place: Bilingual;
  /** Enough to find it again, masked. */
  readonly shown: string;
  /** The very thing about a person: never stored, logged or shown unasked. */
  readonly value?: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** Where in a file something is. */
export interface FilePlace {
  readonly place: Bilingual;
  readonly sheet?: string;
}

export const placed = (zh: string, en: string = zh): FilePlace => ({ place: { zh, en } });

export const wholeFile: FilePlace = placed('整个文件', 'the whole file');

type Sentence = readonly [zh: string, en: string];

export const told = (
  rule: string,
  at: FilePlace,
  shown: string,
  message: Sentence,
  remedy: Sentence,
): InspectionFinding => ({
  rule,
  ...at,
  shown,
  message: { zh: message[0], en: message[1] },
  remedy: { zh: remedy[0], en: remedy[1] },
});

/** What is found of a person, at its place in a file. */
export const personal = ({ type, shown, value, message }: PersonalDatum, at: FilePlace): InspectionFinding => ({
  rule: `personal-${type}`,
  ...at,
  shown,
  value,
  message,
  remedy: {
    zh: '依法不应公开的，请删除或作去标识化处理（如只留姓氏、遮去号码中间各位）。',
    en: 'Unless the law asks for it, remove it or mask it (a surname alone, the middle of a number starred out).',
  },
});

/** What could not be looked into, and why: a person has to. */
export const notInspected = (zh: string, en: string, at: FilePlace = wholeFile): InspectionFinding =>
  told(
    'not-inspected',
    at,
    '',
    [zh, en],
    [
      '请人工检查，或另存为可以检查的格式（.xlsx、.docx、.pdf、.csv、.txt）。',
      'Have somebody look through it, or save it in a format that can be inspected (.xlsx, .docx, .pdf, .csv, .txt).',
    ],
  );
