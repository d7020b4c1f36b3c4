import type { Transaction } from '../../store/client.ts';
import type { Draft } from '../kind.ts';
import { type Project, titleOf } from './model.ts';
import { comparePeriods } from './period.ts';
import { liveProject } from './previous.ts';
import { sequenceRules } from './rules/sequence.ts';

/** What is said now, and what was said before where nothing is. */
const completed = <Item extends object>(before: Item, after: Item): Item =>
  Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, value ?? before[key as keyof Item]]),
  ) as unknown as Item;

/** What is new, over what was there, by name. */
const over = <Item extends object>(
  before: readonly Item[],
  after: readonly Item[],
  key: (item: Item) => string,
): Item[] => {
  const known = new Map(before.map((item) => [key(item), item]));
  for (const item of after) {
    const old = known.get(key(item));
    known.set(key(item), old ? completed(old, item) : item);
  }
  return [...known.values()];
};

/** A project as it stands after a report: the plan where the report does not give it, and every period so far (累计). */
export function merged(live: Project, report: Project): Project {
  const plan = completed(live, report);
  const said = new Set(report.progress.map(({ period }) => period));
  const has = <Item>(own: readonly Item[], before: readonly Item[]): readonly Item[] => (own.length > 0 ? own : before);
  return {
    ...plan,
    programme: live.programme,
    name: live.name,
    targets: report.target === null ? has(report.targets, live.targets) : report.targets,
    places: report.location === null ? live.places : report.places,
    units: has(report.units, live.units),
    funds: over(live.funds, report.funds, ({ source }) => source),
    milestones: over(live.milestones, report.milestones, ({ name }) => name),
    // A report of a period stands as it is now given, whole.
    progress: [...live.progress.filter(({ period }) => !said.has(period)), ...report.progress].sort((left, right) =>
      comparePeriods(left.period, right.period),
    ),
    photos: over(live.photos, report.photos, ({ name }) => name),
  };
}

/** A quarter’s table continues the records of its programme; what is wrong between reports is told once. */
export async function continues(
  tx: Transaction,
  draft: Draft<Project>,
  organizationId: string,
): Promise<Draft<Project>> {
  const live = await liveProject(tx, draft.content, organizationId);
  if (!live) return draft;
  const content = merged(live, draft.content);
  const told = new Set(draft.findings.map(({ message }) => message.zh));
  const more = sequenceRules({ project: content, row: null, reports: new Map() }).filter(
    ({ message }) => !told.has(message.zh),
  );
  return {
    ...draft,
    metadata: { ...draft.metadata, title: titleOf(content) },
    content,
    findings: [...draft.findings, ...more],
  };
}
