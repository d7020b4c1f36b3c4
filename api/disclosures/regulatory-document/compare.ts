import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import { daysBetween, type LocalDate, today } from '../../core/local-date.ts';
import { type Moment, visible } from '../../graphql/moment.ts';
import type { Transaction } from '../../store/client.ts';
import { sql } from '../../store/statements.ts';
import type { Comparison } from '../kind.ts';
import type { RegulatoryContent } from './content.ts';
import { copiedPercent } from './interpretation.ts';
import { tooMuchCopied } from './interpretation-rules.ts';
import { effects, validity } from './validity.ts';

interface Target {
  readonly number: string | null;
  readonly titleKey: string;
  readonly title: string;
  readonly text: string;
  readonly validity: string;
  readonly effectiveFrom: string | null;
  readonly supersedes: boolean;
  /** The publisher is the one who ends it, its office or superior, or its successor. */
  readonly isOwn: boolean;
}

/** Published documents this one names, as they stand today. */
async function targetsOf(
  tx: Transaction,
  { relations, number, titleKey }: RegulatoryContent,
  organizationId: string,
  moment: Moment,
) {
  const keys = relations.map(({ targetKey }) => targetKey);
  if (keys.length === 0) return [];
  const own = [number?.text, titleKey].filter((key) => key != null);
  return tx.$queryRaw<Target[]>(sql`
    select r.number, r.title_key as "titleKey", e.title, r.text, ${validity(moment)} as validity,
      coalesce(e.effective_from, e.formed_on)::text as "effectiveFrom",
      exists (select from relation x where x.edition_id = e.id and x.type = 'SUPERSEDES' and x.target_key = any(${own}::text[])) as supersedes,
      (e.publisher_id = ${organizationId}::uuid or own.type in ('GOVERNMENT', 'OFFICE') or publisher.successor_id = own.id) as "isOwn"
    from edition e join organization publisher on publisher.id = e.publisher_id join organization own on own.id = ${organizationId}::uuid
      join regulatory_document r on r.edition_id = e.id ${effects(moment, 'rows')}
    where (r.number = any(${keys}::text[]) or r.title_key = any(${keys}::text[])) and ${visible(sql`e`, moment)} limit 500`);
}

const named = ({ number, title }: Target): string => (number === null ? `《${title}》` : `《${title}》（${number}）`);

const basisGone = (target: Target): Finding => {
  const [zh, en] = target.validity === 'LAPSED' ? ['已失效', 'has lapsed'] : ['已废止', 'was repealed'];
  return finding(
    'basis-repealed',
    'WARNING',
    {},
    [`所依据的${named(target)}${zh}。`, `It rests on ${target.title}, which ${en}.`],
    ['请改用现行有效的依据。', 'Name a basis that is in force.'],
  );
};

const endsBeforeStart = (target: Target, from: string): Finding =>
  finding(
    'repealed-before-in-force',
    'WARNING',
    {},
    [
      `${named(target)}自${target.effectiveFrom ?? ''}起施行，本文件自${from}起就废止它。`,
      `${target.title} is in force from ${target.effectiveFrom ?? ''}, yet this document ends it from ${from}.`,
    ],
    ['请核对施行日期和所废止的文件。', 'Check the dates and which document is repealed.'],
  );

const circle = (target: Target): Finding =>
  finding(
    'supersedes-circle',
    'ERROR',
    {},
    [
      `${named(target)}已代替本文件，不能又被它代替。`,
      `${target.title} has superseded this document; it cannot be superseded by it.`,
    ],
    ['请核对哪一件在后。', 'Check which of them is the later one.'],
  );

const notOwn = (target: Target): Finding =>
  finding(
    'repeals-anothers',
    'ERROR',
    {},
    [
      `${named(target)}由其他机构制定，本机构无权废止、代替。`,
      `${target.title} was made by another organization; this one has no power to end it.`,
    ],
    ['请由制定机关或其上级机关办理。', 'Let its maker, or who stands above it, do so.'],
  );

const twoVersions = (title: string, number: string | null): Finding =>
  finding(
    'two-effective-versions',
    'WARNING',
    {},
    [
      `同名文件《${title}》${number === null ? '' : `（${number}）`}现行有效，本文件没有写明废止或代替它。`,
      `A document of the same name, ${number ?? title}, is in force, and this one does not say that it ends it.`,
    ],
    [
      '一个文件同时只能有一个有效版本：请写明原文件同时废止。',
      'Only one version may be in force: say that the earlier one is repealed.',
    ],
  );

/** Other published documents of the same name that are in force and that this one does not end. */
async function twins(tx: Transaction, content: RegulatoryContent, organizationId: string, moment: Moment) {
  if (content.rank === 'INTERPRETATION' || content.instrument === null) return [];
  const { number, titleKey, relations } = content;
  const ended = relations.flatMap(({ type, targetKey }) =>
    type === 'REPEALS' || type === 'SUPERSEDES' ? [targetKey] : [],
  );
  if (ended.includes(titleKey)) return [];
  const rows = await tx.$queryRaw<{ title: string; number: string | null; validity: string }[]>(sql`
    select e.title, r.number, ${validity(moment)} as validity
    from edition e join regulatory_document r on r.edition_id = e.id ${effects(moment, 'rows')}
    where r.title_key = ${titleKey} and r.number is distinct from ${number?.text ?? null} and e.publisher_id = ${organizationId}::uuid
      and ${visible(sql`e`, moment)} limit 20`);
  return rows.filter((row) => row.validity === 'IN_FORCE' && !ended.includes(row.number ?? ''));
}

/** Days ahead for which a text may be prepared. */
const mostAhead = 31;

/** What is signed was signed; only a text that is being prepared bears a day to come. */
function formedInFuture(formedOn: LocalDate, today: LocalDate): Finding[] {
  const days = daysBetween(today, formedOn);
  if (days <= 0) return [];
  return [
    finding(
      'formed-in-future',
      days > mostAhead ? 'ERROR' : 'WARNING',
      {},
      [
        `成文日期${formedOn}还没有到（今天是${today}）。`,
        `It bears ${formedOn} as the day of its signing, which is still to come (today is ${today}).`,
      ],
      ['请核对成文日期。', 'Check the date of signing.'],
    ),
  ];
}

/** What is wrong with a document in the light of those that are published: its bases, what it ends, what it copies. */
export async function compareWithPublished(
  tx: Transaction,
  content: RegulatoryContent,
  organizationId: string,
  { metadata, now }: Comparison,
): Promise<readonly Finding[]> {
  const day = today(now);
  const moment: Moment = { asOf: null, validOn: day, readOn: day };
  const targets = await targetsOf(tx, content, organizationId, moment);
  const from = metadata.effectiveFrom ?? metadata.formedOn;
  const same = await twins(tx, content, organizationId, moment);
  const ofRelations = content.relations.flatMap(({ type, targetKey }) => {
    const target = targets.find((one) => one.number === targetKey || one.titleKey === targetKey);
    if (!target) return [];
    if (type === 'BASED_ON' || type === 'IMPLEMENTS')
      return target.validity === 'REPEALED' || target.validity === 'LAPSED' ? [basisGone(target)] : [];
    if (type === 'INTERPRETS') {
      const percent = content.rank === 'INTERPRETATION' ? copiedPercent(content.text, target.text) : null;
      return percent === null ? [] : tooMuchCopied(percent);
    }
    if (type !== 'REPEALS' && type !== 'SUPERSEDES') return [];
    if (target.supersedes) return [circle(target)];
    if (!target.isOwn) return [notOwn(target)];
    return from !== null && target.effectiveFrom !== null && from < target.effectiveFrom
      ? [endsBeforeStart(target, from)]
      : [];
  });
  const early = metadata.formedOn === null ? [] : formedInFuture(metadata.formedOn, today(now));
  return [...early, ...ofRelations, ...same.map(({ title, number }) => twoVersions(title, number))];
}
