import type { Bilingual } from '../core/finding.ts';
import { kindNamed } from '../disclosures/registry.ts';
import type { Transaction } from '../store/client.ts';
import { GateClosed } from './errors.ts';
import type { HeldEdition } from './held.ts';

/** Something that keeps an edition from being published. */
export interface Obstacle {
  readonly rule: string;
  readonly message: Bilingual;
}

const obstacle = (rule: string, zh: string, en: string): Obstacle => ({ rule, message: { zh, en } });

const attributes = { ON_REQUEST: '依申请公开', WITHHELD: '不予公开' } as const;

export const noAttribute = obstacle(
  'missing-attribute',
  '未标明公开属性（主动公开、依申请公开、不予公开），予以退文；请在附注中写明，或导入时在发布台的“公开属性”中选定（命令行用 --attribute）。',
  'No disclosure attribute is stated, so it is returned; print it in the annotation, or choose it at the desk when importing (in a shell: --attribute).',
);

/** Where it stands on its way, in words of what comes next. */
function ofState({ state }: Pick<HeldEdition, 'state'>): Obstacle[] {
  if (state === 'APPROVED') return [];
  return [
    state === 'IN_REVIEW'
      ? obstacle('not-approved', '尚未审签，须由审核人审签。', 'It is not approved yet; a reviewer has to approve it.')
      : obstacle(
          'not-approved',
          '尚未审签：须先报送，经保密审查后由审核人审签。',
          'It is not approved: it has to be submitted, reviewed, and approved by a reviewer.',
        ),
  ];
}

function ofAttribute({ attribute }: Pick<HeldEdition, 'attribute'>): Obstacle[] {
  if (attribute === null) return [noAttribute];
  if (attribute === 'PROACTIVE') return [];
  return [
    obstacle(
      'not-proactive',
      `公开属性为${attributes[attribute]}，不得在平台公开。`,
      `Its attribute is ${attribute}; it must not be published on the platform.`,
    ),
  ];
}

async function ofFindings(tx: Transaction, { id }: Pick<HeldEdition, 'id'>): Promise<Obstacle[]> {
  const errors = await tx.finding.count({ where: { editionId: id, severity: 'ERROR' } });
  return errors === 0
    ? []
    : [
        obstacle(
          'errors',
          `有 ${errors} 个错误未改正，不能发布。`,
          `${errors} errors must be mended before it can be published.`,
        ),
      ];
}

interface Review {
  readonly at: Date;
  readonly result: 'PASSED' | 'REFUSED';
  readonly reviewer: string;
}

/**
 * Whether the last secrecy review passed it, held by somebody other than the author and of this very submission: what was
 * returned and submitted again, with other grounds perhaps, is reviewed again.
 */
export function hasPassed(
  { author, scannedAt }: Pick<HeldEdition, 'author' | 'scannedAt'>,
  reviews: readonly Review[],
): boolean {
  const last = reviews.reduce<Review | null>((latest, one) => (latest && latest.at >= one.at ? latest : one), null);
  return last?.result === 'PASSED' && last.reviewer !== author && scannedAt !== null && last.at >= scannedAt;
}

type Reviewable = Pick<HeldEdition, 'id' | 'author' | 'scannedAt'>;

export const isReviewed = async (tx: Transaction, edition: Reviewable): Promise<boolean> =>
  hasPassed(edition, await tx.review.findMany({ where: { editionId: edition.id } }));

async function ofReview(tx: Transaction, edition: Reviewable): Promise<Obstacle[]> {
  if (await isReviewed(tx, edition)) return [];
  return [
    obstacle(
      'secrecy-review-missing',
      '未经拟稿人以外的人保密审查，或审查未通过，不能发布。',
      'No secrecy review by somebody other than the author has passed it.',
    ),
  ];
}

/** The findings of the search for personal information that nobody has cleared, each with where it is and what it says. */
export async function openFindings(tx: Transaction, editionId: string) {
  const open = await tx.gateFinding.findMany({ where: { editionId, clearedAt: null }, orderBy: { position: 'asc' } });
  return open.map(({ rule, file, placeZh, placeEn, messageZh, messageEn }) => {
    const where = file === null ? '' : `${file} `;
    return {
      rule,
      message: { zh: messageZh, en: messageEn },
      placed: { zh: `${where}${placeZh}：${messageZh}`, en: `${where}${placeEn}: ${messageEn}` },
    };
  });
}

async function ofScan(tx: Transaction, { id, scannedAt }: Pick<HeldEdition, 'id' | 'scannedAt'>): Promise<Obstacle[]> {
  if (!scannedAt) {
    return [
      obstacle(
        'not-scanned',
        '未检查个人信息；请先报送。',
        'It was not searched for personal information; submit it first.',
      ),
    ];
  }
  return (await openFindings(tx, id)).map(({ rule, placed: { zh, en } }) =>
    obstacle(
      rule,
      `${zh}请改正后重新导入，或由审核人说明理由后核准保留。`,
      `${en} Mend it and import again, or let a reviewer clear it with a reason.`,
    ),
  );
}

async function ofSignOffs(tx: Transaction, { id }: Pick<HeldEdition, 'id'>): Promise<Obstacle[]> {
  const open = await tx.$queryRaw<{ name: string }[]>`
    select o.name from sign_off s join organization o on o.id = s.organization_id
    where s.edition_id = ${id}::uuid and s.signed_at is null order by o.name`;
  return open.map(({ name }) => obstacle('sign-off-missing', `${name}尚未会签。`, `${name} has not signed off.`));
}

function ofUpstream({ upstreamOrgan, upstreamUrl, upstreamAt }: HeldEdition, at: Date): Obstacle[] {
  if (upstreamOrgan === null) return [];
  if (upstreamUrl && upstreamAt && upstreamAt <= at) return [];
  return [
    obstacle(
      'upstream-not-released',
      `须待${upstreamOrgan}发布之后跟进发布，并注明来源地址。`,
      `It follows the release of ${upstreamOrgan}: publish it only after that, with the address of the source.`,
    ),
  ];
}

/**
 * Everything that keeps an edition from being published now (发布关口), together with the others of its release. Empty:
 * the gate is open.
 */
export async function obstaclesOf(
  tx: Transaction,
  edition: HeldEdition,
  { at, together }: { readonly at: Date; readonly together: readonly string[] },
): Promise<Obstacle[]> {
  const accompanied = await kindNamed(edition.kind)?.lacks(tx, edition.id, together);
  const exempted = await tx.gateFinding.count({ where: { editionId: edition.id, rule: exemption } });
  return [
    ...(await ofFindings(tx, edition)),
    ...ofAttribute(edition),
    ...(await ofReview(tx, edition)),
    ...(await ofScan(tx, edition)),
    ...(exempted > 0 ? [] : (accompanied ?? [])),
    ...(await ofSignOffs(tx, edition)),
    ...ofUpstream(edition, at),
    ...ofState(edition),
  ];
}

/** Refuses, with everything that keeps an edition from being published, when the gate is closed. */
export async function demandOpen(
  tx: Transaction,
  edition: HeldEdition,
  at: Parameters<typeof obstaclesOf>[2],
): Promise<void> {
  const obstacles = await obstaclesOf(tx, edition, at);
  const [first] = obstacles;
  if (!first) return;
  const findings = obstacles.map(({ rule, message }) => ({ rule, message, severity: 'ERROR' as const }));
  throw new GateClosed(first.message, findings);
}

/** The rule under which somebody says why a document needs no interpretation; a reviewer must agree. */
export const exemption = 'interpretation-exempted';
