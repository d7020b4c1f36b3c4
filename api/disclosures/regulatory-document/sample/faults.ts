import type { Draft, SampleFile, SampleOptions } from '../../kind.ts';
import { type Expected, type Fault, filesOf } from '../../sample-files.ts';
import type { RegulatoryContent } from '../content.ts';
import { printDocument } from '../print.ts';
import { sampleDocuments } from './documents.ts';

type Text = { readonly text: string };
type DocumentDraft = Draft<RegulatoryContent>;

/** A fault that changes the first line it fits; what it leads to stands in that line unless said otherwise. */
const inLine = (
  name: string,
  fits: (draft: DocumentDraft) => boolean,
  pattern: RegExp,
  replacement: string,
  expected: (row: number) => Expected = (row) => [{ rule: name, row }],
): Fault<RegulatoryContent, Text> => ({
  name,
  plant: (draft) => {
    if (!fits(draft)) return null;
    const lines = printDocument(draft).split('\n');
    const at = lines.findIndex((line) => pattern.test(line));
    if (at < 0) return null;
    lines[at] = (lines[at] ?? '').replace(pattern, replacement);
    return { text: lines.join('\n'), expected: expected(at + 1) };
  },
});

const any = (): boolean => true;
const isRule = ({ content }: DocumentDraft): boolean => content.rank === 'NORMATIVE' && content.registration !== null;
const isInterpretation = ({ content }: DocumentDraft): boolean => content.rank === 'INTERPRETATION';
const ofGovernment = (draft: DocumentDraft): boolean => isRule(draft) && draft.content.issuers[0] === '桓台县人民政府';
/** Of the whole document: the place is its title. */
const atTitle = (rule: string) => (): Expected => [{ rule, row: 1 }];

const faults: readonly Fault<RegulatoryContent, Text>[] = [
  inLine('missing-attribute', any, /^（此件公开发布）$/, '', () => [{ rule: 'missing-attribute' }]),
  inLine('non-canonical-number', any, /^(桓.{1,8})〔(\d{4})〕(\d+号)$/u, '$1[$2]$3'),
  inLine('number-with-space', any, /^(桓.{1,8}〔\d{4}〕\d+)号$/u, '$1 号'),
  inLine('traditional-character', isRule, /监督/u, '監督'),
  inLine('mixed-brackets', any, /（(责任单位：[^）]+)）/u, '〔$1）'),
  inLine('printed-before-formed', any, /\d{4}年(\d{1,2}月\d{1,2}日印发)$/u, '2015年$1'),
  inLine('beyond-powers', ofGovernment, /^桓政发〔\d{4}〕\d+号$/u, '桓台县人民政府令第3号', atTitle('beyond-powers')),
  inLine('period-missing', isRule, /，有效期至[^。]+/u, '', atTitle('period-missing')),
  inLine('period-too-long', isRule, /有效期至\d{4}年/u, '有效期至2066年', atTitle('period-too-long')),
  inLine('validity-ends-before-start', isRule, /有效期至\d{4}年/u, '有效期至2001年', () => [
    { rule: 'validity-ends-before-start' },
  ]),
  inLine('registration-year-differs', isRule, /^HTDR-\d{4}-/u, 'HTDR-1999-', atTitle('registration-year-differs')),
  inLine(
    'interpretation-section-missing',
    isInterpretation,
    /^二、出台目的/u,
    '二、有关情况',
    atTitle('interpretation-section-missing'),
  ),
  {
    name: 'secrecy-mark',
    plant: (draft) => ({ text: `机密★1年\n\n${printDocument(draft)}`, expected: [{ rule: 'secrecy-mark', row: 1 }] }),
  },
];

/** Words a rule takes for a vague deadline, and announcements without a number, are told in sound documents too. */
const isSilent = ({ content }: DocumentDraft): boolean =>
  ((content.number !== null && content.numberWritten === content.number.text) || content.rank === 'INTERPRETATION') &&
  !/定期/u.test(content.text);

/** Sample documents as texts, and a ledger of the errors planted in some. */
export function* sampleTexts({
  faults: withFaults,
  seed,
  count,
}: SampleOptions & { readonly faults: boolean }): Generator<SampleFile> {
  const drafts = function* (): Generator<DocumentDraft> {
    for (const draft of sampleDocuments({ seed, count })) if (isSilent(draft)) yield draft;
  };
  yield* filesOf(drafts(), (draft) => ({ text: printDocument(draft) }), withFaults ? faults : []);
}
