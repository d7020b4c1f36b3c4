/** What a page in GBK can hold beside ASCII: every character its two-byte codes stand for. */
function readGbk(): ReadonlySet<string> {
  const decoder = new TextDecoder('gbk');
  const known = new Set<string>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      for (const character of decoder.decode(Uint8Array.of(first, second))) known.add(character);
  known.delete('\ufffd');
  return known;
}

let gbk: ReadonlySet<string> | undefined;

/** Characters a page in GBK has no code for (¥), as references: the same code is right in a page of any encoding. */
export const forOldPages = (text: string): string =>
  text.replace(/[^\0-\x7f]/gu, (character) => {
    gbk ??= readGbk();
    return gbk.has(character) ? character : `&#${character.codePointAt(0)};`;
  });
