import { commonAttributes } from '../../../../widgets/core/descriptor.ts';
import type { Params } from '../../../../widgets/core/document.ts';
import { panelNamed } from '../../../../widgets/panels.ts';
import type { Bilingual, Finding } from '../../../core/finding.ts';
import { suggestedIn } from '../../../graphql/names-like.ts';
import type { Platform } from '../../platform.ts';
import type { Reader } from '../../turns.ts';
import { embeddedOf } from '../embedded.ts';
import { type Snippet, snippetsOf } from '../snippets.ts';
import { type Answered, askPanel, type Shown } from './ask-panel.ts';
import { changed, left, lost } from './changes.ts';
import type { Examination, Examined } from './examine.ts';
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
export interface Report extends Pick<Examination, 'findings' | 'found' | 'loader' | 'hasLoader'> {
  readonly repaired: readonly Repaired[];
}

/** Characters of code that are given for one page; of what is left the next examination gives it. */
const mostCode = 120_000;

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
  /** The code of panels needs no loader. */
  readonly isLoaded: boolean;
}

const ask = ({ platform, baseUrl, reader }: Asking, { stem }: Meant, params: Params): Promise<Answered> =>
  askPanel(platform, baseUrl, stem, params, reader);

/**
 * Whether a wrong value may be left out: without a name (a body, a place) the panel would be about another thing, without an
 * instant it would go on with what is published.
 */
function isSpare({ stem }: Meant, name: string): boolean {
  const attribute = panelNamed(stem)?.descriptor.attributes[name];
  return attribute?.isRequired !== true && (attribute?.type !== 'string' || !!attribute.choices);
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

/** Beside a loader that was chosen, such as a pinned one, the usual one would undo it. */
const withoutLoader = (snippet: Snippet): Snippet => ({
  ...snippet,
  code: snippet.code.replace(/\n<script [^<>]{0,400}><\/script>$/, ''),
});

/** The code of a panel that is shown: with its title, its sentence and its height, in the form of the page first. */
function codeOf({ stem, form: written }: Meant, answer: Answered, kept: Params, asking: Asking): Snippet[] {
  const panel = panelNamed(stem);
  if (!panel || 'refusal' in answer) return [];
  const { document } = answer;
  // How the tag stands in its page is no parameter of what it shows; an instant stays as it is read in China.
  const asWritten = Object.entries(kept).filter(([name]) => name === 'heading-level' || name === 'as-of');
  const params = { ...answer.params, ...Object.fromEntries(asWritten) };
  const { baseUrl, platform, isLoaded } = asking;
  const every = snippetsOf(embeddedOf({ baseUrl, stem, panel, params, document, now: platform.clock() }));
  const all = isLoaded ? every.filter(({ form }) => form !== 'script').map(withoutLoader) : every;
  const own = written === 'div' && panel.descriptor.isInline ? 'span' : written;
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
async function emptyFindings(meant: Meant, { document }: Shown, asking: Asking): Promise<Finding[]> {
  const { line, stem, params } = meant;
  if (document.state !== 'empty' || params['year'] === undefined) return [];
  const sentenceIn = async (lang: string): Promise<string> => {
    const answer = await ask(asking, meant, { ...params, lang });
    return 'refusal' in answer ? document.sentence : answer.document.sentence;
  };
  return [
    finding(
      'panel-empty',
      'NOTICE',
      line,
      [`gk-${stem} 现在显示：${await sentenceIn('zh-CN')}`, `What gk-${stem} shows now: ${await sentenceIn('en')}`],
      [
        '公开以后它自己会显示；若是年份写错，改 year。',
        'It fills by itself once that is public; if the year is a slip, change year.',
      ],
    ),
  ];
}

const tooLongFinding = ({ line, stem, tooLong }: Meant): Finding => {
  const names = Object.keys(tooLong);
  return finding(
    'value-too-long',
    'ERROR',
    line,
    [
      `gk-${stem} 的 ${names.join('、')} 太长，没有这样长的值。`,
      `${names.join(', ')} of gk-${stem}: no value is as long.`,
    ],
    ['改短，或到 /embed 选。', 'Shorten it, or choose at /embed.'],
  );
};

/** What is wrong with a panel as it is asked, and how it should stand. */
interface Consulted {
  readonly findings: readonly Finding[];
  readonly repaired: Repaired | null;
}

/** Asks a panel what it shows as it stands and, where something is wrong with it, as it should stand. */
async function consulted(meant: Examined, asking: Asking): Promise<Consulted> {
  // What is too long to be an answer to anything is not asked.
  if (Object.keys(meant.tooLong).length > 0)
    return {
      findings: [tooLongFinding(meant)],
      repaired: { ...mended(meant, asking.platform.clock()), meant, snippets: [] },
    };
  const asWritten = await ask(asking, meant, meant.params);
  const findings =
    'refusal' in asWritten ? [refusedBy(meant, asWritten.refusal)] : await emptyFindings(meant, asWritten, asking);
  if (!meant.isWrong && !('refusal' in asWritten)) return { findings, repaired: null };
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

const notAsked = (asked: number, left: number): Finding =>
  finding(
    'more-panels',
    'NOTICE',
    0,
    [
      `只问了前 ${asked} 处面板，另有 ${left} 处没有问。`,
      `The first ${asked} panels were asked; ${left} more were not.`,
    ],
    ['改好前面的，再分段粘贴检查。', 'Mend those first, then paste the page part by part.'],
  );

const lengthOf = ({ snippets }: Repaired): number => snippets.reduce((sum, { code }) => sum + code.length, 0);

/** Every panel of a page is asked what it shows, one after the other; each that has a problem is repaired. */
export async function reportOf(
  { findings, found, meant, unasked, loader, hasLoader, isLoaded, baseUrl }: Examination,
  reading: Pick<Asking, 'platform' | 'reader'>,
): Promise<Report> {
  const asking = { ...reading, baseUrl, isLoaded };
  const all = [...findings];
  const repaired: Repaired[] = [];
  let [asked, written] = [0, 0];
  for (const each of meant) {
    if (written > mostCode) break;
    asked += 1;
    const told = await consulted(each, asking);
    all.push(...told.findings);
    if (!told.repaired) continue;
    repaired.push(told.repaired);
    written += lengthOf(told.repaired);
  }
  const left = meant.length - asked + unasked;
  if (left > 0) all.push(notAsked(asked, left));
  return { findings: all, found, loader, hasLoader, repaired };
}
