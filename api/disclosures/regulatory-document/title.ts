import { normalise } from '../../core/chinese.ts';
import { genreOfTitle } from './genres.ts';

/** What a carrying title does with the instrument it names. */
export type CarryVerb = '印发' | '转发' | '公布';

/** A title taken apart: 发文机关 + 关于 + 事由 + 文种. */
export interface TitleParts {
  /** Organ names before 关于, in order; empty when the title gives none. */
  readonly issuers: readonly string[];
  /** Code of the genre list; null when it is no official title. */
  readonly genre: string | null;
  /** The instrument of 关于印发《X》的通知, without brackets. */
  readonly carried: { readonly verb: CarryVerb; readonly title: string } | null;
}

const ORGAN_END =
  '(?:人民政府|政府|办公室|办公厅|委员会|委|局|厅|部|院|会|中心|街道办事处|办事处|公司|集团|站|所|队|大队|支队)';
const ORGAN = new RegExp(`^\\p{Script=Han}{0,30}?${ORGAN_END}(?:（[^（）]{1,20}）)?$`, 'u');
const CARRIER = /关于(印发|转发|批转|公布|发布)(.{2,150}?)的?(?:通知|决定|公告|函)$/u;
const SENTENCE = /[。；！？!?;<>=\t,{}|]/u;

/** Whether a name ends as names of organs do. */
export const looksLikeOrgan = (text: string): boolean => text.length <= 40 && ORGAN.test(text);

/** A title as it is shown: spaces that only set off digits or Chinese characters removed, one kept between two organs. */
export function healTitle(lines: readonly string[]): string {
  let title = '';
  for (const line of lines) {
    const groups = line.split(/\s+/u).filter((group) => group !== '');
    for (const group of groups) {
      const organBefore = looksLikeOrgan(title.split(' ').at(-1) ?? '') && !title.includes('关于');
      const organNext = looksLikeOrgan(group.split('关于')[0] ?? '') && !group.startsWith('关于');
      const latin = /[A-Za-z0-9]$/.test(title) && /^[A-Za-z]/.test(group);
      title += (organBefore && organNext) || latin ? ` ${group}` : group;
    }
  }
  return title;
}

/** Whether a title reads like one of an official document: it ends in a genre and is no sentence. */
export function isOfficialTitle(title: string): boolean {
  const genre = genreOfTitle(title);
  // 看法 and 办法 end like a law; a law of the state says so.
  const isLaw = genre === 'LAW' && !title.startsWith('中华人民共和国');
  return genre !== null && !isLaw && title.length >= 6 && title.length <= 200 && !SENTENCE.test(title);
}

/** 《X》 or 〈X〉 as a whole in brackets becomes X. */
export const stripTitleMarks = (title: string): string =>
  /^[《〈].*[》〉]$/u.test(title) && !/[》〉].*[《〈]/u.test(title) ? title.slice(1, -1) : title;

/** Takes a healed title apart. */
export function parseTitle(title: string): TitleParts {
  const about = title.indexOf('关于');
  const front = about > 0 ? title.slice(0, about) : '';
  const issuers = front.split(/[\s、]+/u).filter((name) => looksLikeOrgan(name));
  const genre = /解读(?:$|[（(])/u.test(title) ? 'INTERPRETATION' : genreOfTitle(title);
  const match = CARRIER.exec(title);
  const verb = match?.[1];
  const carried =
    match?.[2] === undefined || genreOfTitle(match[2]) === null
      ? null
      : {
          verb:
            verb === '转发' || verb === '批转'
              ? ('转发' as const)
              : verb === '印发'
                ? ('印发' as const)
                : ('公布' as const),
          title: stripTitleMarks(match[2]),
        };
  return { issuers, genre, carried };
}

/**
 * The key by which a title is matched, wherever it is written: simplified, no spaces, no 《》, and for a notice that
 * carries an instrument the instrument's own title, since both are cited for the same text.
 */
export function titleKey(title: string): string {
  const { carried } = parseTitle(
    title
      .replace(/[〈<]/gu, '《')
      .replace(/[〉>]/gu, '》')
      .replace(/^《(.*)》$/u, '$1'),
  );
  const instrument = carried !== null && carried.verb !== '转发' ? carried.title : title;
  return normalise(instrument)
    .replace(/[《》〈〉<>“”"]/gu, '')
    .replace(/\s+/gu, '');
}
