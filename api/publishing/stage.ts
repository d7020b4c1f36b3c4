import { randomUUID } from 'node:crypto';
import type { Bilingual, Finding } from '../core/finding.ts';
import { FindingList } from '../core/finding-list.ts';
import { isPossible, stateLabels } from '../core/lifecycle.ts';
import type { WrittenPlace } from '../core/place-name.ts';
import type { Statement } from '../disclosures/kind.ts';
import type { Transaction } from '../store/client.ts';
import { insertTables } from '../store/rows.ts';
import { type Actor, authorize } from './actor.ts';
import { canonicalStatement, editionRows, hexOf, pieceSize } from './edition-rows.ts';
import { refuse } from './errors.ts';
import { instant } from './held.ts';
import { nearestNames } from './nearest-names.ts';
import { organizationResolver } from './organizations.ts';
import { placeResolver } from './places.ts';
import type { SourceFile } from './source-file.ts';

export interface Staging {
  readonly statement: Statement;
  readonly files: readonly SourceFile[];
  readonly actor: Actor;
  readonly now: Date;
  readonly isSample?: boolean;
  readonly changeNote?: string;
  /** This edition mends an error of the one before it (更正), it is not merely newer. */
  readonly isCorrection?: boolean;
  /** The document it must be an edition of; any unless given. */
  readonly ofDocument?: string;
}

export type Staged =
  | {
      readonly outcome: 'staged' | 'unchanged';
      readonly editionId: string;
      readonly number: number;
      readonly findings: readonly Finding[];
    }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] };

const unknownPublisher = (name: string, near: Bilingual): Finding => ({
  rule: 'unknown-publisher',
  severity: 'ERROR',
  message: {
    zh: `发布机构“${name}”不在机构名录中。${near.zh}`,
    en: `The publisher "${name}" is not among the organizations.${near.en}`,
  },
  remedy: {
    zh: `请核对“发布机构”；名录中没有的机构，请平台的运维人员先登记（命令行 gongkai organization add ${name} --type … --division … --code …）。`,
    en: `Check the publisher's name; have whoever runs the platform register a new one first (in a shell: gongkai organization add ${name} --type … --division … --code …).`,
  },
});

const anotherDocument: Finding = {
  rule: 'another-document',
  severity: 'ERROR',
  message: {
    zh: '文件说的不是要更正的那一件：机构、文号或题名不同。',
    en: 'The file is not about the record that is to be corrected: its body, number or title is another.',
  },
  remedy: {
    zh: '请核对文件；如是另一件，请从“导入”另行拟稿。',
    en: 'Check the file; if it is another record, stage it from Upload.',
  },
};

const unknownOrganization = (name: string): Finding => ({
  rule: 'unknown-organization',
  severity: 'WARNING',
  message: {
    zh: `“${name}”不在机构名录中，未能关联。`,
    en: `"${name}" is not among the organizations and was not linked.`,
  },
  remedy: {
    zh: '如系别名，请补入机构别名表后重新导入。',
    en: 'If it is an alias, add it to the table of names and import again.',
  },
});

const unknownPlace = ({ name, town }: WrittenPlace): Finding => ({
  rule: 'unknown-place',
  severity: 'WARNING',
  message: {
    zh: `“${town ?? ''}${name}”不在行政区划名录中，或有几处同名，未能关联。`,
    en: `"${town ?? ''}${name}" is not among the divisions, or several have that name; it was not linked.`,
  },
  remedy: { zh: '请核对名称；同名时写明所在镇、街道。', en: 'Check the name; where several have it, say the town.' },
});

interface Displaced {
  readonly title: string;
  readonly number: number;
  readonly author: string | null;
}

/** What a new draft takes the place of: a draft of somebody's, and an edition of another title, which may be another record. */
function displaced(live: Displaced | undefined, open: Displaced | undefined, title: string): Finding[] {
  const found: Finding[] = [];
  if (live && live.title !== title) {
    found.push({
      rule: 'title-of-another',
      severity: 'WARNING',
      message: {
        zh: `按机构和标识，这是《${live.title}》的第 ${live.number + 1} 版，题名却不同；发布后它将取代现行的第 ${live.number} 版。`,
        en: `By its body and identity this is edition ${live.number + 1} of "${live.title}", yet it has another title; published, it replaces edition ${live.number}.`,
      },
      remedy: {
        zh: '如是另一件，请弃稿，并核对文件里的年度、学段、范围等。',
        en: 'If it is another record, discard it and check the year, stage and scope in the file.',
      },
    });
  }
  if (open) {
    const { author } = open;
    found.push({
      rule: 'draft-replaced',
      severity: 'NOTICE',
      message: {
        zh: `它替换了${author ? `${author}的` : ''}草稿《${open.title}》。`,
        en: `It replaces the draft "${open.title}"${author ? ` by ${author}` : ''}.`,
      },
    });
  }
  return found;
}

/** The document this statement is about, known by kind, publisher and identity, or new; held until the transaction ends. */
async function documentFor(tx: Transaction, { kind, identity }: Statement, organizationId: string): Promise<string> {
  const [document] = await tx.$queryRaw<{ id: string }[]>`
    insert into document (id, kind, identity, organization_id) values (${randomUUID()}::uuid, ${kind.name}, ${identity}, ${organizationId}::uuid)
    on conflict (kind, organization_id, identity) do update set kind = excluded.kind returning id`;
  if (!document) throw new Error('the document was neither found nor made');
  return document.id;
}

/** What is more than one piece of a large file: no statement holds it whole. */
async function addRest(tx: Transaction, editionId: string, files: readonly SourceFile[]): Promise<void> {
  for (const [position, { content }] of files.entries()) {
    for (let at = pieceSize; at < content.byteLength; at += pieceSize) {
      const piece = hexOf(content.subarray(at, at + pieceSize));
      await tx.$executeRaw`update attachment set content = content || ${piece}::text::bytea where edition_id = ${editionId}::uuid and position = ${position}`;
    }
  }
}

/**
 * Stages a statement as a draft edition, in the transaction given: all of it or nothing. A draft is never visible to a
 * reader. An older open draft of the same document is discarded; a statement equal to what is live changes nothing.
 */
export async function stage(tx: Transaction, staging: Staging): Promise<Staged> {
  const { statement: given, files, actor, now, isSample = false, changeNote = null, isCorrection = false } = staging;
  const { publisher: publisherName, formedOn } = given.metadata;
  const publisherId = (await organizationResolver(tx, [publisherName], formedOn))(publisherName);
  if (!publisherId)
    return {
      outcome: 'refused',
      findings: [...given.findings, unknownPublisher(publisherName, await nearestNames(tx, publisherName))],
    };
  authorize(actor, 'STAGE', publisherId);
  // Held before what is live of it is read: of two reports that continue it, the second waits for the first.
  const documentId = await documentFor(tx, given, publisherId);
  if (staging.ofDocument !== undefined && staging.ofDocument !== documentId)
    return { outcome: 'refused', findings: [...given.findings, anotherDocument] };
  const statement = await given.continued(tx, publisherId);
  const { kind, metadata, organizations } = statement;
  const resolve = await organizationResolver(tx, organizations, metadata.formedOn);
  const unknown = [...new Set(organizations)].filter((name) => resolve(name) === null);
  const publisher = await tx.organization.findUniqueOrThrow({ where: { id: publisherId } });
  const placeOf = await placeResolver(tx, statement.places, publisher.divisionCode.slice(0, 6));
  const nowhere = new FindingList();
  nowhere.addAll(statement.places.filter((place) => placeOf(place) === null).map(unknownPlace));
  const compared = await statement.compare(tx, publisherId, { now, placeOf });
  const findings = [...statement.findings, ...unknown.map(unknownOrganization), ...nowhere.all(), ...compared];

  const { body, digest } = canonicalStatement(statement, files);
  const editions = await tx.edition.findMany({ where: { documentId }, orderBy: { number: 'desc' } });
  const live = editions.find(({ publishedAt, publishedUntil }) => publishedAt && !publishedUntil);
  if (live?.digest === digest) return { outcome: 'unchanged', editionId: live.id, number: live.number, findings };

  const event = { at: await instant(tx), kind: kind.name, documentId, actor: actor.name };
  const open = editions.find(({ publishedAt }) => !publishedAt);
  if (open && !isPossible('STAGE', open.state)) {
    refuse(
      'WRONG_STATE',
      `《${open.title}》有一版${stateLabels[open.state].zh}，尚未发布，不能用新稿替换；请先发布，或由审核人、发布人退文。`,
      `An edition of "${open.title}" is ${stateLabels[open.state].en} and not published: publish it, or have it returned, before a new draft takes its place.`,
    );
  }
  if (open) {
    await tx.edition.delete({ where: { id: open.id } });
    await tx.event.create({ data: { ...event, type: 'DISCARDED', editionId: open.id } });
  }
  const [last] = editions.filter(({ publishedAt }) => publishedAt);
  const editionId = randomUUID();
  const number = (last?.number ?? 0) + 1;
  const reason = live ? (isCorrection ? 'CORRECTION' : 'UPDATE') : last ? 'REPUBLICATION' : 'FIRST';
  const facts = {
    editionId,
    documentId,
    number,
    reason,
    changeNote,
    publisherId,
    isSample,
    digest,
    body,
    author: actor.name,
  } as const;
  await insertTables(tx, editionRows(statement, facts, findings, files, resolve, placeOf));
  await addRest(tx, editionId, files);
  await tx.event.create({ data: { ...event, type: 'STAGED', editionId } });
  // Said to whoever stages it, not with the edition: what takes the place of what.
  return { outcome: 'staged', editionId, number, findings: [...findings, ...displaced(live, open, metadata.title)] };
}
