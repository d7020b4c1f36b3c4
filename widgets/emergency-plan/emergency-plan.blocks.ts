import type { Block, FactsBlock, Row, SectionsBlock, Tone } from '../core/document.ts';
import { formatDate } from '../core/format.ts';
import type { Scene } from '../core/panel.ts';
import { phoneFact } from '../core/telephone.ts';
import type { Other, Plan, Response, Shelter, Warning } from './emergency-plan.shape.ts';
import { emergencyPlanWords } from './emergency-plan.words.ts';

type Section = SectionsBlock['items'][number];

/** As many shelters as a reader looks through, or a printed page holds. */
const mostShelters = 40;

const joined = (texts: readonly string[], { language }: Scene): string => texts.join(language === 'en' ? '; ' : '；');

/** One thing to do each, numbered. */
const numbered = (id: string, things: readonly string[]): Section[] =>
  things.map((thing, index) => ({ id: `${id}-${index + 1}`, level: 4, marker: `${index + 1}.`, paragraphs: [thing] }));

/** What must be known before the plan is read: that it holds no more, not yet, or not whole. */
export function notices(plan: Plan, { language }: Scene): Block[] {
  const words = emergencyPlanWords(language);
  const { standing, repealedBy, effectiveFrom, overdue, assessmentDueOn, isAbridged } = plan;
  const day = (date: string): string => formatDate(date, language);
  const said: Block[] = [];
  if (standing.code === 'REPEALED')
    said.push({
      type: 'notice',
      tone: 'void',
      text: repealedBy ? words.repealedBy(repealedBy.title) : words.repealed,
      ...(repealedBy ? { href: repealedBy.permalink, hrefText: repealedBy.title } : {}),
    });
  if (standing.code === 'NOT_YET_IN_FORCE' && effectiveFrom)
    said.push({ type: 'notice', tone: 'plain', text: words.notYet(day(effectiveFrom)) });
  if (overdue && assessmentDueOn)
    said.push({ type: 'notice', tone: 'late', text: words.overdue(day(assessmentDueOn)) });
  if (isAbridged) said.push({ type: 'notice', tone: 'plain', text: words.abridged });
  return said;
}

/** Each level in a row, then what is done at each; of one level alone it stands open. */
export function responses(shown: readonly Response[], scene: Scene): Block[] {
  const words = emergencyPlanWords(scene.language);
  if (shown.length === 0) return [];
  const table: Block = {
    type: 'table',
    id: 'responses',
    caption: words.responses,
    columns: [
      { key: 'level', label: words.level, type: 'text' },
      { key: 'conditions', label: words.conditions, type: 'text' },
      { key: 'approver', label: words.approver, type: 'text' },
    ],
    rows: shown.map(
      ({ levelLabel, conditions, approver }): Row => ({
        cells: [levelLabel.label, conditions.length === 0 ? null : joined(conditions, scene), approver],
      }),
    ),
  };
  const actions = shown.flatMap(({ level, levelLabel, actions: done, members }): Block[] => {
    if (done.length === 0) return [];
    const units: Block[] =
      members.length === 0
        ? []
        : [
            {
              type: 'facts',
              items: [{ label: words.members, text: members.join(scene.language === 'en' ? ', ' : '、') }],
            },
          ];
    return [
      {
        type: 'group',
        heading: words.actions(levelLabel.label, done.length),
        ...(shown.length > 1 ? { isFolded: true } : {}),
        blocks: [{ type: 'sections', items: numbered(`response-${level}`, done) }, ...units],
      },
    ];
  });
  return [table, ...actions];
}

const tones: Readonly<Record<string, Tone>> = { RED: 'red', ORANGE: 'orange', YELLOW: 'yellow', BLUE: 'blue' };

/** What each colour of warning means and asks for. */
export function signals(warnings: readonly Warning[], scene: Scene): Block[] {
  const words = emergencyPlanWords(scene.language);
  if (warnings.length === 0) return [];
  const blocks = warnings.flatMap(({ level, levelLabel, criteria, measures }): Block[] => {
    const text = criteria.length === 0 ? levelLabel.label : words.signal(levelLabel.label, joined(criteria, scene));
    const items = numbered(`warning-${level}`, measures);
    return [
      { type: 'notice', tone: tones[level] ?? 'plain', text },
      ...(items.length > 0
        ? [
            {
              type: 'group',
              heading: words.measures(levelLabel.label),
              blocks: [{ type: 'sections', items }],
            } as const satisfies Block,
          ]
        : []),
    ];
  });
  return [{ type: 'group', heading: words.signals, blocks }];
}

/** How grave what happened is: a scale of its own. */
export function grades({ grades: all }: Plan, { language }: Scene): Block[] {
  const words = emergencyPlanWords(language);
  if (all.length === 0) return [];
  const items = all.map(({ gradeLabel, criteria }, index) => ({
    id: `grade-${index + 1}`,
    level: 4,
    heading: gradeLabel.label,
    paragraphs: criteria,
  }));
  return [{ type: 'group', heading: words.grades, isFolded: true, blocks: [{ type: 'sections', items }] }];
}

export function phones({ contacts }: Plan, { language }: Scene): Block[] {
  const words = emergencyPlanWords(language);
  if (contacts.length === 0) return [];
  const items = contacts.map(({ unit, phone, hours }) =>
    phoneFact(unit, phone, hours === null ? '' : words.hours(hours)),
  );
  return [{ type: 'group', heading: words.phones, blocks: [{ type: 'facts', items }] }];
}

/** Where to go; of a place nobody lists a shelter for, that is said. */
export function shelters(all: readonly Shelter[], place: string, { language }: Scene): Block[] {
  const words = emergencyPlanWords(language);
  if (all.length === 0)
    return place === ''
      ? []
      : [
          {
            type: 'notice',
            tone: 'plain',
            text: `${words.shelters(place)}${language === 'en' ? '. ' : '：'}${words.noShelters}`,
          },
        ];
  const left = all.length - mostShelters;
  return [
    {
      type: 'table',
      id: 'shelters',
      caption: words.shelters(place),
      columns: [
        { key: 'shelter', label: words.shelter, type: 'text' },
        { key: 'address', label: words.address, type: 'text' },
        {
          key: 'holds',
          label: `${words.holds}${language === 'en' ? ` (${words.people})` : `（${words.people}）`}`,
          type: 'number',
        },
        { key: 'phone', label: words.phone, type: 'text' },
      ],
      rows: all.slice(0, mostShelters).map(({ name, address, town, village, capacity, phone }) => ({
        cells: [
          name,
          address ?? (town === null && village === null ? null : `${town ?? ''}${village ?? ''}`),
          capacity === null ? null : String(capacity),
          phone,
        ],
      })),
      ...(left > 0 ? { note: words.more(left) } : {}),
    },
  ];
}

/** The text itself, chapter by chapter. */
export function chapters({ chapters: all }: Plan, { language }: Scene): Block[] {
  const words = emergencyPlanWords(language);
  if (all.length === 0) return [];
  const items = all.map(({ number, heading, text }, index) => ({
    id: `chapter-${index + 1}`,
    level: 3 + Math.min(2, (number?.match(/\./g) ?? []).length),
    ...(number === null ? {} : { marker: number }),
    heading,
    paragraphs: text.split(/\n+/).filter((paragraph) => paragraph.trim() !== ''),
  }));
  return [{ type: 'group', heading: words.chapters, isFolded: true, blocks: [{ type: 'sections', items }] }];
}

/** Numbers, days and offices. */
export function facts(plan: Plan, { language }: Scene): Block {
  const words = emergencyPlanWords(language);
  const day = (date: string | null): string | null => (date === null ? null : formatDate(date, language));
  const filed = plan.filedWith ?? plan.filedOn;
  const pairs: readonly (readonly [string, string | null])[] = [
    [words.number, plan.number],
    [words.type, [plan.levelLabel.label, plan.typeLabel.label].join(language === 'en' ? ', ' : ' ')],
    [words.hazard, plan.hazardLabel?.label ?? null],
    [words.lead, plan.leadUnit],
    [words.area, plan.area],
    [words.formedOn, day(plan.formedOn)],
    [words.effectiveFrom, day(plan.effectiveFrom)],
    [words.filed, filed === null ? null : words.filedText(plan.filedWith ?? '', day(plan.filedOn) ?? '')],
    [words.assessed, day(plan.lastAssessedOn)],
    [words.due, plan.standing.code === 'REPEALED' ? null : day(plan.assessmentDueOn)],
    [words.revision, plan.revisionReason],
    [words.upper, plan.upperPlanTitle],
    ...plan.repeals.map(
      ({ title, number, issuedOn }) =>
        [words.repeals, [title, number, day(issuedOn)].filter((part) => part !== null).join(' ')] as const,
    ),
  ];
  const items: FactsBlock['items'] = pairs.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]));
  return { type: 'group', heading: words.facts, blocks: [{ type: 'facts', items }] };
}

/** Whether it holds, with the mark that goes with it. */
export const standingBadge = ({ standing: { code, label } }: Pick<Other, 'standing'>) =>
  ({
    text: label,
    tone: code === 'IN_FORCE' ? 'good' : code === 'REPEALED' ? 'void' : 'plain',
  }) as const;

/** Plans to choose from, each leading to itself. */
export function plansToChoose(caption: string, others: readonly Other[], { params, language }: Scene): Block[] {
  const words = emergencyPlanWords(language);
  if (others.length === 0) return [];
  const { hazard: _, ...kept } = params;
  return [
    {
      type: 'table',
      id: 'plans',
      caption,
      columns: [
        { key: 'plan', label: words.title, type: 'text' },
        { key: 'number', label: words.number, type: 'text' },
      ],
      rows: others.map((other) => ({
        cells: [other.title, other.number],
        href: other.permalink,
        go: { ...kept, plan: other.name },
        badge: standingBadge(other),
      })),
    },
  ];
}
