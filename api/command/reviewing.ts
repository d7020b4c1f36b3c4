import { Command, Option } from 'commander';
import { localDate } from '../core/local-date.ts';
import { approve, clear, returnDraft, review, type SecrecyReview, signOff } from '../publishing/review.ts';
import { type Ground, grounds, type Submission, submit } from '../publishing/submit.ts';
import { instantOf } from './instant.ts';
import { CommandError, editionArgument, run, step, withStore } from './session.ts';

interface SubmitOptions {
  readonly as?: string;
  readonly withhold?: Ground;
  readonly reason?: string;
  readonly decider?: string;
  readonly reassessOn?: string;
  readonly upstream?: string;
  readonly upstreamUrl?: string;
  readonly upstreamAt?: string;
  readonly signOff?: readonly string[];
  readonly withoutInterpretation?: string;
}

function withholdingOf({ withhold, reason = '', decider = '', reassessOn = '' }: SubmitOptions): Submission {
  if (withhold === undefined) return {};
  const day = localDate(reassessOn);
  if (!day) {
    throw new CommandError(
      '不予公开的须用 --reassess-on 写明重新评估的日期，如 2027-12-31。',
      'What is withheld needs --reassess-on, a day such as 2027-12-31.',
    );
  }
  return { withholding: { ground: withhold, reason, decider, reassessOn: day } };
}

function upstreamOf({ upstream, upstreamUrl = '', upstreamAt }: SubmitOptions): Submission {
  if (upstream === undefined) return {};
  return {
    upstream: { organ: upstream, url: upstreamUrl, at: upstreamAt === undefined ? null : instantOf(upstreamAt) },
  };
}

const submissionOf = (options: SubmitOptions): Submission => ({
  ...withholdingOf(options),
  ...upstreamOf(options),
  signOffs: options.signOff ?? [],
  ...(options.withoutInterpretation === undefined ? {} : { withoutInterpretation: options.withoutInterpretation }),
});

export const submitCommand = step<SubmitOptions>(
  new Command('submit')
    .description(
      '报送审核：检查个人信息；材料不齐全的当即退文 / submit a draft; what is incomplete is returned at once',
    )
    .addArgument(editionArgument())
    .addOption(new Option('--withhold <ground>', '不予公开的依据 / the ground for withholding').choices([...grounds]))
    .option('--reason <text>', '不予公开的理由 / why it is withheld')
    .option('--decider <name>', '决定人 / who decided')
    .option('--reassess-on <day>', '重新评估的日期 / when it is looked at again')
    .option('--upstream <organ>', '跟进发布的上级机关 / the authority whose release is followed')
    .option('--upstream-url <url>', '上级发布的网址 / where it released')
    .option('--upstream-at <instant>', '上级发布的时刻 / when it released')
    .option('--sign-off <organization...>', '须会签的机构 / who must sign off')
    .option('--without-interpretation <reason>', '为何无需解读，须审核人同意 / why it needs no interpretation'),
  'SUBMIT',
  async (tx, edition, actor, options) => {
    const { state, returned } = await submit(tx, edition, actor, submissionOf(options));
    if (state === 'IN_REVIEW') return '已报送 submitted';
    return `已退文 returned: ${returned.map(({ zh, en }) => `${zh} / ${en}`).join(' ')}`;
  },
  '已报送 submitted',
);

export const reviewCommand = step<{ as?: string; refuse?: boolean; basis: string; note?: string }>(
  new Command('review')
    .description('记录保密审查；不通过的退文 / record a secrecy review; a refusal returns the draft')
    .addArgument(editionArgument())
    .requiredOption('--basis <rule>', '依据 / the rule it rests on')
    .option('--refuse', '不通过 / it does not pass')
    .option('--note <text>', '意见 / a note'),
  'REVIEW',
  (tx, edition, actor, { refuse = false, basis, note }) => {
    const result: SecrecyReview['result'] = refuse ? 'REFUSED' : 'PASSED';
    return review(tx, edition, actor, { result, basis, note });
  },
  '已记录 recorded',
);

export const clearCommand = step<{ as?: string; rule: string; reason: string }>(
  new Command('clear')
    .description('核准保留一类发现（如公开的办公手机），说明理由 / let findings of a rule stay, with a reason')
    .addArgument(editionArgument())
    .requiredOption('--rule <rule>', '规则，见 gongkai findings / the rule, see gongkai findings')
    .requiredOption('--reason <text>', '理由 / the reason'),
  'CLEAR',
  (tx, edition, actor, { rule, reason }) => clear(tx, edition, actor, { rule, reason }),
  '已核准 cleared',
);

export const approveCommand = step(
  new Command('approve')
    .description('审签：此后可发布 / approve, so that it can be published')
    .addArgument(editionArgument()),
  'APPROVE',
  (tx, edition, actor) => approve(tx, edition, actor),
  '已审签 approved',
);

export const signOffCommand = step(
  new Command('sign-off').description('会签 / sign off for one’s organization').addArgument(editionArgument()),
  'SIGN_OFF',
  (tx, edition, actor) => signOff(tx, edition, actor),
  '已会签 signed',
);

export const returnCommand = step<{ as?: string; reason: string }>(
  new Command('return')
    .description('退文 / send a draft back')
    .addArgument(editionArgument())
    .requiredOption('--reason <text>', '理由 / the reason'),
  'RETURN',
  (tx, edition, actor, { reason }) => returnDraft(tx, edition, actor, reason),
  '已退文 returned',
);

/** What the search for personal information found in a draft. */
export const findingsCommand = new Command('findings')
  .description('列出报送时发现的、发布前须核的各处 / list what must be settled before publication')
  .addArgument(editionArgument())
  .action((edition: string) =>
    run((config) =>
      withStore(config, async ({ db }) => {
        const found = await db.gateFinding.findMany({ where: { editionId: edition }, orderBy: { position: 'asc' } });
        for (const { rule, file, placeZh, shown, messageZh, clearedReason } of found) {
          const where = [file, placeZh, shown].filter((part) => part !== null).join(' ');
          const settled = clearedReason === null ? '' : `（已核准：${clearedReason}）`;
          process.stdout.write(`${rule}  ${where}  ${messageZh}${settled}\n`);
        }
        if (found.length === 0) process.stdout.write('没有发现 / nothing was found\n');
      }),
    ),
  );
