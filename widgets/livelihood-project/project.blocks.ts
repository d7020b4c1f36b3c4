import type { Block, FactsBlock, FiguresBlock, Row, StepsBlock } from '../core/document.ts';
import { formatDate } from '../core/format.ts';
import type { Language } from '../core/language.ts';
import type { Project } from './project.shape.ts';
import { progressOf, whenDone } from './project.standing.ts';
import { unitIn } from './project.standing.words.ts';
import { projectWords } from './project.words.ts';

/** Per cent as the API writes it, as a share of one: 105.56 → 1.055600. */
const shareOf = (rate: string | null): string | null => {
  if (rate === null) return null;
  const [whole = '0', decimals = ''] = rate.split('.');
  const digits = `${whole.padStart(3, '0')}${decimals.padEnd(4, '0').slice(0, 4)}`;
  return `${Number(digits.slice(0, -6))}.${digits.slice(-6)}`;
};

export function projectFigures(project: Project, language: Language): FiguresBlock {
  const words = projectWords(language);
  const { plannedInvestment, totalInvestment, invested } = project;
  const progress = progressOf(project, language);
  const money = (label: string, amount: Project['invested']) =>
    amount === null ? [] : [{ label, value: amount.amount, unit: words.wan }];
  return {
    type: 'figures',
    items: [
      ...(progress === null ? [] : [{ label: words.rate, value: progress.rate, unit: '%', note: progress.text }]),
      ...money(words.totalInvestment, totalInvestment),
      ...money(words.plannedInvestment, plannedInvestment),
      ...money(words.invested, invested),
    ],
  };
}

export function projectFacts(project: Project, language: Language): FactsBlock {
  const words = projectWords(language);
  const ofRole = (role: string) => project.allUnits.flatMap((unit) => (unit.role === role ? [unit.name] : []));
  const named = (written: string, division: string | null): string =>
    division === null || written.includes(division) ? written : `${written}（${division}）`;
  const facts: readonly (readonly [string, string | null])[] = [
    [words.target, project.target],
    [words.when, whenDone(project, language)],
    [words.content, project.content],
    [words.place, project.location],
    [
      words.places,
      project.places.map(({ written, division }) => named(written, division?.name ?? null)).join(words.separator),
    ],
    [words.category, project.category?.label ?? null],
    [words.lead, ofRole('LEAD').join(words.separator)],
    [words.support, ofRole('SUPPORT').join(words.separator)],
    [words.leader, project.leader],
    [words.started, project.startedOn && formatDate(project.startedOn, language)],
    [words.fundSources, project.fundSources],
    [words.acceptance, project.acceptance],
    [words.supervision, project.supervision],
    [words.programme, project.programme],
  ];
  return {
    type: 'facts',
    items: facts.flatMap(([label, text]) => (text === null || text === '' ? [] : [{ label, text }])),
  };
}

/** The first that is neither reached nor past its day is what is being done, once anything has begun. */
export function milestoneSteps({ milestones, status }: Project, day: string, language: Language): readonly Block[] {
  if (milestones.length === 0) return [];
  const words = projectWords(language);
  const isRunning = status === 'IN_PROGRESS' || milestones.some(({ doneOn }) => doneOn !== null);
  const isOpen = ({ doneOn, dueOn }: Project['milestones'][number]): boolean =>
    doneOn === null && (dueOn === null || dueOn >= day);
  const current = isRunning ? milestones.find(isOpen) : undefined;
  const items = milestones.map((milestone): StepsBlock['items'][number] => {
    const { name, doneOn, dueOn, dueWord } = milestone;
    const state = doneOn !== null ? 'done' : !isOpen(milestone) ? 'late' : milestone === current ? 'now' : 'todo';
    const due = dueOn === null ? dueWord : formatDate(dueOn, language);
    const time = doneOn === null ? due && words.dueBy(due) : words.doneOn(formatDate(doneOn, language));
    return {
      title: name,
      state,
      stateText: words[state],
      ...(time === null ? {} : { time }),
      ...(doneOn !== null && due !== null ? { text: words.dueBy(due) } : {}),
    };
  });
  return [{ type: 'steps', caption: words.milestones, items }];
}

export function reportTable({ reports }: Project, language: Language): readonly Block[] {
  if (reports.length === 0) return [];
  const words = projectWords(language);
  const longest = Math.max(1, ...reports.map(({ publishedRate }) => Number(publishedRate ?? 0) / 100));
  const texts = [
    ['progress', words.reported],
    ['results', words.results],
    ['problems', words.problems],
    ['nextSteps', words.next],
    ['reason', words.reason],
  ] as const;
  const said = texts.filter(([key]) => reports.some((report) => report[key] !== null));
  const unit = unitIn(reports.find((report) => report.unit !== null)?.unit ?? '', language);
  return [
    {
      type: 'table',
      id: 'reports',
      caption: words.reports,
      ...(unit === '' ? {} : { unit }),
      chart: 'columns',
      columns: [
        { key: 'period', label: words.period, type: 'text' },
        { key: 'quantity', label: words.quantity(unit), type: 'number' },
        { key: 'rate', label: words.share, type: 'share' },
        { key: 'invested', label: words.investedIn, type: 'number' },
        { key: 'status', label: words.state, type: 'text' },
        ...said.map(([key, label]) => ({ key, label, type: 'text' as const })),
      ],
      rows: reports.map((report): Row => {
        const { periodLabel, quantity, publishedRate, invested, statusWord } = report;
        return {
          cells: [
            periodLabel,
            quantity,
            shareOf(publishedRate),
            invested?.amount ?? null,
            statusWord,
            ...said.map(([key]) => report[key]),
          ],
          level: 1,
          ...(publishedRate === null
            ? {}
            : { mark: Math.round((Number(publishedRate) / 100 / longest) * 10_000) / 10_000 }),
        };
      }),
    },
  ];
}

export function fundTable({ funds }: Project, language: Language): readonly Block[] {
  if (funds.length === 0) return [];
  const words = projectWords(language);
  const amounts = funds.flatMap(({ planned, paid }) => [Number(planned?.amount ?? 0), Number(paid?.amount ?? 0)]);
  const longest = Math.max(1, ...amounts);
  const length = (amount: string): number => Math.round((Number(amount) / longest) * 10_000) / 10_000;
  return [
    {
      type: 'table',
      id: 'funds',
      caption: words.funds,
      unit: words.wan,
      chart: 'bars',
      compared: words.planned,
      columns: [
        { key: 'source', label: words.source, type: 'text' },
        { key: 'planned', label: words.planned, type: 'number' },
        { key: 'paid', label: words.paid, type: 'number' },
      ],
      rows: funds.map(
        ({ source, planned, paid }): Row => ({
          cells: [source, planned?.amount ?? null, paid?.amount ?? null],
          level: 1,
          ...(paid ? { mark: length(paid.amount) } : {}),
          ...(planned ? { before: length(planned.amount) } : {}),
        }),
      ),
    },
  ];
}

export function voteTable({ satisfaction }: Project, language: Language): readonly Block[] {
  if (satisfaction === null) return [];
  const words = projectWords(language);
  const { total, satisfied, mostlySatisfied, dissatisfied } = satisfaction;
  const row = (label: string, count: number): Row => ({
    cells: [label, String(count)],
    level: 1,
    mark: total === 0 ? 0 : Math.round((count / total) * 10_000) / 10_000,
  });
  return [
    {
      type: 'table',
      id: 'votes',
      caption: words.votes,
      unit: words.vote,
      chart: 'bars',
      columns: [
        { key: 'option', label: words.option, type: 'text' },
        { key: 'count', label: words.count, type: 'number' },
      ],
      rows: [
        row(words.satisfied, satisfied),
        row(words.mostly, mostlySatisfied),
        row(words.dissatisfied, dissatisfied),
      ],
    },
  ];
}

/** Photos whose files were published with the project; of others it is said that there are some. */
export function photoBlocks({ photos, attachments }: Project, language: Language): readonly Block[] {
  const words = projectWords(language);
  const captionOf = ({ caption, takenOn }: Project['photos'][number]): string =>
    takenOn === null ? (caption ?? words.photo) : words.photoOn(caption ?? words.photo, formatDate(takenOn, language));
  const fileOf = (name: string) =>
    attachments.find((file) => file.name === name && file.mediaType.startsWith('image/'));
  const shown = photos.flatMap((photo) => {
    const file = fileOf(photo.name);
    return file ? [{ src: file.url, alt: photo.caption ?? words.photo, caption: captionOf(photo) }] : [];
  });
  const others = photos.filter(({ name }) => !fileOf(name)).map(captionOf);
  return [
    ...(shown.length === 0 ? [] : [{ type: 'photos' as const, items: shown }]),
    ...(others.length === 0
      ? []
      : [{ type: 'notice' as const, tone: 'plain' as const, text: words.photosWithout(others.join(words.separator)) }]),
  ];
}
