import type { Block, ListBlock } from '../core/document.ts';
import { formatDate } from '../core/format.ts';
import type { Scene } from '../core/panel.ts';
import type { Completeness, DepartmentAnswer, Owed } from './department.shape.ts';
import { departmentWords } from './department.words.ts';

type Item = ListBlock['items'][number];

/** What is missing or overdue: how many things there are, and those that can be listed. */
export interface Debts {
  readonly count: number;
  /** The API tells of so many documents at most: there may be more. */
  readonly isCut: boolean;
  readonly items: readonly Item[];
}

/** A report whose day has passed and which lacks tables, or is not there at all. */
function report(one: Completeness, answer: DepartmentAnswer, { language, platform }: Scene): Item {
  const words = departmentWords(language);
  const { fiscalYear, stage, missing, requiredCount, dueOn } = one;
  const known = answer.reports.nodes.find((node) => node.fiscalYear === fiscalYear && node.stage === stage);
  return {
    title: words.report(fiscalYear, words.stages[stage] ?? stage),
    href: known?.permalink ?? `${platform}/budgets`,
    badge: { text: words.unpublished, tone: 'late' },
    meta: [words.tables(missing.length, requiredCount), ...(dueOn ? [words.due(formatDate(dueOn, language))] : [])],
    text: missing.map(({ label }) => label).join(words.between),
  };
}

/** A policy document of this organization that lacks something. */
function paper({ title, permalink, number, formedOn }: Owed, why: string, { language }: Scene): Item {
  const meta = [
    number?.text ?? departmentWords(language).noNumber,
    ...(formedOn ? [formatDate(formedOn, language)] : []),
  ];
  return { title, href: permalink, badge: { text: why, tone: 'late' }, meta };
}

/** As many documents as the API names in one answer. */
const mostTold = 100;

export function debts(answer: DepartmentAnswer, scene: Scene): Debts {
  const { language } = scene;
  const words = departmentWords(language);
  const { budgetCompleteness, plans, progress, projects, thisYear, yearBefore, baseless, organization } = answer;
  const isOwn = ({ publisher }: Owed): boolean => publisher.code !== null && publisher.code === organization?.code;
  const reports = budgetCompleteness.filter(({ missing }) => missing.length > 0);
  const papers = [
    ...[...thisYear.missing, ...yearBefore.missing].filter(isOwn).map((one) => paper(one, words.uninterpreted, scene)),
    ...baseless.filter(isOwn).map((one) => paper(one, words.baseless, scene)),
  ];
  const overdue = projects.nodes.filter(({ isOverdue }) => isOverdue);
  const items: readonly Item[] = [
    ...reports.map((one) => report(one, answer, scene)),
    ...plans.nodes.map(
      ({ title, permalink, assessmentDueOn, overdueDays }): Item => ({
        title,
        href: permalink,
        badge: { text: words.assessment, tone: 'late' },
        meta: [...(assessmentDueOn ? [formatDate(assessmentDueOn, language)] : []), words.overdueDays(overdueDays)],
      }),
    ),
    ...overdue.map(
      ({ title, permalink, dueOn }): Item => ({
        title,
        href: permalink,
        badge: { text: words.project, tone: 'late' },
        meta: dueOn ? [formatDate(dueOn, language)] : [],
      }),
    ),
    ...papers,
  ];
  // Plans and projects are counted whole by the platform, though not all of them may be listed.
  const count = reports.length + plans.totalCount + (progress[0]?.overdue ?? 0) + papers.length;
  const isCut = [thisYear.missing, yearBefore.missing, baseless].some((all) => all.length >= mostTold);
  return { count, isCut, items };
}

/** The list of it; or that nothing was found, with what was looked at. */
export function debtBlocks({ count, isCut, items }: Debts, day: string, { language }: Scene): Block {
  const words = departmentWords(language);
  const judged: Block = { type: 'notice', tone: 'plain', text: words.judged };
  const list: Block =
    items.length === 0
      ? { type: 'notice', tone: 'good', text: words.nothingMissing(formatDate(day, language)) }
      : { type: 'list', items, total: count };
  const shortened: readonly Block[] =
    items.length < count ? [{ type: 'notice', tone: 'plain', text: words.upTo(items.length) }] : [];
  const more: readonly Block[] = isCut ? [{ type: 'notice', tone: 'plain', text: words.atLeast }] : [];
  return { type: 'group', heading: words.missing, blocks: [list, ...shortened, ...more, judged] };
}
