import type { AttributeDescriptor } from '../../../../widgets/core/descriptor.ts';
import { dayGiven } from '../../../../widgets/core/given.ts';
import { distance } from './nearest.ts';

/** What stands for one of a closed set: how it is told from another spelling of it. */
const keyOf = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, '-');

const chineseDigits = '〇一二三四五六七八九';

/** A number in other digits, with what is counted behind it: 二〇二四年, ２０２４. */
const inDigits = (written: string): string =>
  written
    .trim()
    .normalize('NFKC')
    .replace(/[零○]/g, '〇')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(chineseDigits.indexOf(digit)))
    .replace(/(?:年度?|条|级|岁)$/, '');

/** A day as it is spoken of: 2021年7月15日, 2021/7/15. */
function dayIn(written: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})日?$/.exec(inDigits(written)) ?? [];
  return dayGiven(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? undefined;
}

/** What Windows-1252, which browsers take for Latin-1, has from byte 128 on. */
const western = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function byteOf(letter: string): number | undefined {
  const code = letter.codePointAt(0) ?? 0;
  const at = western.indexOf(letter);
  if (at >= 0) return at + 128;
  return code < 256 ? code : undefined;
}

/** Bytes as an address writes them: %CF%D8. */
export const isPercent = (written: string): boolean =>
  /%[89a-f]/i.test(written) && /^(?:%[\da-f]{2}|[\w.~()-])+$/i.test(written);

const percentBytes = (written: string): number[] =>
  (written.match(/%[\da-f]{2}|[^%]/gi) ?? []).map((each) =>
    each.length === 3 ? Number.parseInt(each.slice(1), 16) : each.charCodeAt(0),
  );

/** What no name is longer than. */
const longestName = 500;

/** Chinese that was read as Western letters (ÏØ²ÆÕþ¾Ö), or is bytes of an address, as it was meant; undefined for other text. */
export function ungarbled(written: string): string | undefined {
  if (written.length > longestName) return undefined;
  if (!isPercent(written) && !/[\u0080-\u00ff]/.test(written)) return undefined;
  const bytes = isPercent(written) ? percentBytes(written) : [...written].map(byteOf);
  if (bytes.includes(undefined)) return undefined;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(new Uint8Array(bytes.map(Number)));
      // One Chinese character may be chance: a name in French has two bytes that are one.
      if (/\p{Script=Han}{2}/u.test(text) && /^[\p{Script=Han}\w\s〔〕（）()、·]+$/u.test(text)) return text;
    } catch {
      // It is not in this encoding.
    }
  }
  return undefined;
}

/** A day, or a time without its zone, as the instant it is in China (2026-01-01 is its beginning); undefined for other text. */
export function instantMeant(written: string): string | undefined {
  const said = written.slice(0, 40).trim().normalize('NFKC');
  const day = dayGiven(said) ?? dayIn(said);
  if (day !== undefined) return `${day}T00:00:00+08:00`;
  const [, date, time = '', seconds = ':00'] = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?$/.exec(said) ?? [];
  const instant = `${date}T${time}${seconds}+08:00`;
  return dayGiven(date) && !Number.isNaN(Date.parse(instant)) ? instant : undefined;
}

/** The one of some names that is likest, if none other is as like. */
export function likest(written: string, names: readonly string[]): string | undefined {
  // No name is as long, and comparing takes time.
  if (written.length > 60) return undefined;
  const [first, second] = names
    .map((name) => ({ name, far: distance(written, name) }))
    .sort((one, other) => one.far - other.far);
  return first && first.far <= written.length / 2 && first.far < (second?.far ?? Number.POSITIVE_INFINITY)
    ? first.name
    : undefined;
}

const isLanguage = (value: string): boolean => /^(?:zh|en)(?:-[a-z0-9]+)*$/i.test(value);

/** Whether a value can be told to be wrong without asking: it is no choice where nothing else is taken. */
export const isStray = (name: string, { choices, takesOthers }: AttributeDescriptor, value: string): boolean => {
  const said = value.trim();
  if (said === '' || !choices) return false;
  if (name === 'lang') return !isLanguage(said);
  return !takesOthers && choices.every((choice) => choice.value !== said);
};

/** The one right value that a wrong one comes near to. */
export function nearValue({ choices, type }: AttributeDescriptor, value: string): string | undefined {
  const digits = inDigits(value);
  if (choices) {
    const keys = [keyOf(value), digits];
    const same = choices.filter((choice) =>
      [choice.value, choice.zh, choice.en].some((word) => keys.includes(keyOf(word))),
    );
    const [key = ''] = keys;
    const begun = key.length < 3 ? [] : choices.filter((choice) => keyOf(choice.value).startsWith(key));
    const near = same.length > 0 ? same : begun;
    return near.length === 1 ? near[0]?.value : undefined;
  }
  if (type === 'number') return /^\d{1,6}$/.test(digits) && digits !== value ? digits : undefined;
  if (type === 'date') return dayIn(value);
  return undefined;
}
