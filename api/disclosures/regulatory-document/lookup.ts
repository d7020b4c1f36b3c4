import { parseDocumentNumber } from '../../core/document-number.ts';
import { badInput } from '../../graphql/errors.ts';
import { publishedOne } from '../../graphql/lookup.ts';
import { sql } from '../../store/statements.ts';
import { kindName, read } from './reads.ts';
import { RegulatoryDocument } from './schema.ts';

/** The canonical spelling of a number in any spelling. */
function numberOf(written: string): string {
  const number = parseDocumentNumber(written);
  if (number) return number.text;
  throw badInput(
    `“${written.slice(0, 40)}”不是发文字号；请写成 桓政办字〔2021〕29号 这样。`,
    `"${written.slice(0, 40)}" is not a document number; write it like 桓政办字〔2021〕29号.`,
  );
}

publishedOne({
  name: 'RegulatoryDocument',
  field: 'regulatoryDocument',
  kind: kindName,
  node: RegulatoryDocument,
  one: { zh: '一件文件', en: 'One regulatory document' },
  naming: '指明一件文件，三者择一。Names one document, in one of these ways.',
  which: '哪一件。Which one.',
  validOn:
    '有效性按这一天判定；默认为 asOf 当天，未给 asOf 时为今天。Judge validity on this day; default the day of asOf, or today.',
  names: (t) => ({
    number: t.string({
      description: '发文字号；空格、括号写法不限。Its number, in any spelling of spaces and brackets.',
    }),
  }),
  condition: ({ number }) =>
    number == null
      ? null
      : sql`exists (select from regulatory_document named where named.edition_id = e.id and named.number = ${numberOf(number)})`,
  // A number is unique per issuer, not per record: of several, the first formed is the issuer's own.
  read: async (...asked) => (await read(...asked)).reverse(),
});
