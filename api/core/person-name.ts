/** What prints nothing and could make one name two: format characters, variation selectors, fillers. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

const mostCharacters = 60;

/**
 * The name of a person in one spelling, so that one person is one: 张　三 and 张\u200b三 are 张三. Null for what names nobody:
 * nothing, too much, or a name the platform gives itself.
 */
export function personName(written: string): string | null {
  const plain = written.normalize('NFKC').replace(unseen, '').replace(/\s+/g, ' ').trim();
  // Between Chinese characters a space is typography.
  const name = plain.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  return name === '' || [...name].length > mostCharacters || /[:：]|^unknown$|^系统[（(]/i.test(name) ? null : name;
}
