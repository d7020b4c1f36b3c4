import { commonAttributes } from '../../../../widgets/core/descriptor.ts';
import type { PanelDocument, Params } from '../../../../widgets/core/document.ts';
import { panelNamed } from '../../../../widgets/panels.ts';
import type { Bilingual, Finding } from '../../../core/finding.ts';
import { suggestedIn } from '../../../graphql/names-like.ts';
import type { Platform } from '../../platform.ts';
import type { Reader } from '../../turns.ts';
import { embeddedOf } from '../embedded.ts';
import { type Snippet, snippetsOf } from '../snippets.ts';
import { type Answered, askPanel } from './ask-panel.ts';
import { changed, left, lost } from './changes.ts';
import type { Examination } from './examine.ts';
import { finding } from './findings.ts';
import type { Meant } from './meant.ts';
import { type Mended, mended } from './mend.ts';
import { likest } from './near-value.ts';

/** A panel with a problem, as it should stand in its page. */
export interface Repaired extends Pick<Mended, 'changes' | 'wanted'> {
  readonly meant: Meant;
  /** The form it has in its page first; none while something has to be filled in. */
  readonly snippets: readonly Snippet[];
}

/** What the doctor says of a page, and the code its panels should have. */
export interface Report extends Pick<Examination, 'findings' | 'found' | 'loader'> {
  readonly repaired: readonly Repaired[];
}

/** Panels of one page that are asked at most. */
const mostAsked = 20;

/** Mistakes of one panel that only the platform knows: each is asked about again. */
const mostAskedAgain = 3;

const isSame = (left: Params, right: Params): boolean =>
  JSON.stringify(Object.entries(left).sort()) === JSON.stringify(Object.entries(right).sort());

/** One who asks for panels of one page. */
interface Asking {
  readonly platform: Platform;
  /** Its address, as the page should write it. */
  readonly baseUrl: string;
  readonly reader: Reader;
}

const ask = ({ platform, baseUrl, reader }: Asking, { stem }: Meant, params: Params): Promise<Answered> =>
  askPanel(platform, baseUrl, stem, params, reader);

/** Whether a wrong value may be left out: without a name (a body, a place) the panel would be about another thing. */
function isSpare({ stem }: Meant, name: string): boolean {
  const attribute = panelNamed(stem)?.descriptor.attributes[name];
  return attribute?.isRequired !== true && (attribute?.type !== 'string' || !!attribute.choices || name === 'as-of');
}

/** The attribute a refusal is about: the one whose value it repeats, the longest of several. */
const namedBy = ({ zh }: Bilingual, params: Params): readonly [name: string, value: string] | undefined =>
  Object.entries(params)
    .filter(([name, value]) =>
      name === 'as-of'
        ? zh.startsWith(name)
        : !Object.hasOwn(commonAttributes, name) && zh.includes(value.slice(0, 40)),
    )
    .sort(([, one], [, other]) => other.length - one.length)[0];

/** Mends what only the platform can tell: a body or a place that it does not know. */
async function mendedByAsking(
  meant: Meant,
  asking: Asking,
  first: Mended,
): Promise<{ mended: Mended; answer: Answered }> {
  let { params } = first;
  const changes = [...first.changes];
  const wanted: Bilingual[] = [];
  let answer = await ask(asking, meant, params);
  for (let asked = 0; 'refusal' in answer && asked < mostAskedAgain; asked += 1) {
    const { refusal } = answer;
    const [name, value = ''] = namedBy(refusal, params) ?? [];
    const near = likest(value, suggestedIn(refusal.zh));
    if (name === undefined || (near === undefined && !isSpare(meant, name))) {
      wanted.push(name === undefined ? refusal : lost(name, value, refusal));
      break;
    }
    changes.push(near === undefined ? left(name, value) : changed(name, value, near));
    params = Object.fromEntries(
      Object.entries(params).flatMap(([one, given]) =>
        one !== name ? [[one, given]] : near === undefined ? [] : [[one, near]],
      ),
    );
    answer = await ask(asking, meant, params);
  }
  if ('refusal' in answer && wanted.length === 0) wanted.push(answer.refusal);
  return { mended: { params, changes, wanted }, answer };
}

/** The code of a panel that is shown: with its title, its sentence and its height, in the form of the page first. */
function codeOf({ stem, embedding }: Meant, answer: Answered, kept: Params, asking: Asking): Snippet[] {
  const panel = panelNamed(stem);
  if (!panel || 'refusal' in answer) return [];
  const { document } = answer;
  // How the tag stands in its page is no parameter of what it shows.
  const level = kept['heading-level'];
  const params = level === undefined ? answer.params : { ...answer.params, 'heading-level': level };
  const { baseUrl, platform } = asking;
  const all = snippetsOf(embeddedOf({ baseUrl, stem, panel, params, document, now: platform.clock() }));
  const own = embedding.form === 'div' && panel.descriptor.isInline ? 'span' : embedding.form;
  return [...all.filter(({ form }) => form === own), ...all.filter(({ form }) => form !== own)];
}

const refusedBy = ({ line, stem }: Meant, { zh, en }: Bilingual): Finding =>
  finding(
    'panel-refuses',
    'ERROR',
    line,
    [zh, `The panel gk-${stem} refuses what it is asked. ${en}`],
    ['按提示改属性，或到 /embed 选。', 'Change the attributes as it says, or choose at /embed.'],
  );

/** A year of which nothing is public: it may come, or be a slip. */
const emptyFindings = ({ line, stem, params }: Meant, { state, sentence }: PanelDocument): Finding[] =>
  state !== 'empty' || params['year'] === undefined
    ? []
    : [
        finding(
          'panel-empty',
          'NOTICE',
          line,
          [`gk-${stem} 现在显示：${sentence}`, `What gk-${stem} shows now: ${sentence}`],
          [
            '公开以后它自己会显示；若是年份写错，改 year。',
            'It fills by itself once that is public; if the year is a slip, change year.',
          ],
        ),
      ];

/** Asks a panel what it shows as it stands and, where something is wrong with it, as it should stand. */
async function consulted(
  meant: Meant,
  asking: Asking,
  isWrong: boolean,
): Promise<{ findings: readonly Finding[]; repaired: Repaired | null }> {
  const asWritten = await ask(asking, meant, meant.params);
  const findings =
    'refusal' in asWritten ? [refusedBy(meant, asWritten.refusal)] : emptyFindings(meant, asWritten.document);
  if (!isWrong && !('refusal' in asWritten)) return { findings, repaired: null };
  const first = mended(meant, asking.platform.clock());
  if (first.wanted.length > 0) return { findings, repaired: { ...first, meant, snippets: [] } };
  const { mended: last, answer } =
    isSame(first.params, meant.params) && !('refusal' in asWritten)
      ? { mended: first, answer: asWritten }
      : await mendedByAsking(meant, asking, first);
  const { changes, wanted } = last;
  const snippets = wanted.length > 0 ? [] : codeOf(meant, answer, last.params, asking);
  return { findings, repaired: { meant, changes, wanted, snippets } };
}

const notAsked = (left: number): Finding =>
  finding(
    'more-panels',
    'NOTICE',
    0,
    [
      `只问了前 ${mostAsked} 处面板，另有 ${left} 处没有问。`,
      `The first ${mostAsked} panels were asked; ${left} more were not.`,
    ],
    ['改好前面的，再分段粘贴检查。', 'Mend those first, then paste the page part by part.'],
  );

/** Every panel of a page is asked what it shows, one after the other; each that has a problem is repaired. */
export async function reportOf(
  { findings, found, meant, isWrong, loader, baseUrl }: Examination,
  reading: Pick<Asking, 'platform' | 'reader'>,
): Promise<Report> {
  const asking = { ...reading, baseUrl };
  const all = [...findings];
  const repaired: Repaired[] = [];
  for (const each of meant.slice(0, mostAsked)) {
    const told = await consulted(each, asking, isWrong(each));
    all.push(...told.findings);
    if (told.repaired) repaired.push(told.repaired);
  }
  if (meant.length > mostAsked) all.push(notAsked(meant.length - mostAsked));
  return { findings: all, found, loader, repaired };
}
