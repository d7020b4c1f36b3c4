import type { PanelSource } from '../core/document.ts';
import { groupDigits, spokenWan } from '../core/figures.ts';
import { formatInstantDay } from '../core/format.ts';
import type { Scene } from '../core/panel.ts';
import { recordSource } from '../core/record-source.ts';
import type { FigureAnswer, Report } from './figure.shape.ts';
import { figureWords } from './figure.words.ts';

/** One number, with what it is and where it comes from. */
export interface Figure {
  readonly title: string;
  /** Exact; null: nobody has published it. */
  readonly value: string | null;
  readonly unit: string;
  /** As it is said in a sentence. */
  readonly spoken: string;
  readonly note: string;
  readonly source: PanelSource;
}

/** The sum of amounts with two decimals, exact however many and however large. */
export function sumOf(amounts: readonly string[]): string {
  const cents = amounts.reduce((sum, amount) => {
    const [whole = '0', decimals = ''] = amount.split('.');
    const sign = whole.startsWith('-') ? -1n : 1n;
    return sum + BigInt(whole) * 100n + sign * BigInt(decimals.padEnd(2, '0').slice(0, 2));
  }, 0n);
  const size = cents < 0n ? -cents : cents;
  return `${cents < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`;
}

/** 万元 with two decimals as a sentence has it: in English, where nobody counts in ten thousands, in yuan. Exact either way. */
const inMoney = (wan: string | null, language: Scene['language']): Pick<Figure, 'value' | 'unit' | 'spoken'> => ({
  value: wan !== null && language === 'en' ? String(BigInt(wan.replace('.', '')) * 100n) : wan,
  unit: figureWords(language).units.money,
  spoken: wan === null ? '' : spokenWan(wan, language),
});

/** The part of a budget that a value names: all its classes, or one code with its name. */
function spending({ tables }: Report, value: string, own: 'approved' | 'final') {
  const lines = tables[0]?.lines ?? [];
  const wanted = value === 'total' ? lines : lines.filter(({ code }) => code?.code === value).slice(0, 1);
  const amounts = wanted.flatMap((line) => line[own]?.amount ?? []);
  return {
    amount: amounts.length === 0 ? null : sumOf(amounts),
    label: wanted[0]?.code?.label,
    table: tables[0]?.label.label ?? '',
  };
}

function ofBudget(report: Report | null | undefined, { params, language, platform }: Scene, name: string): Figure {
  const words = figureWords(language);
  const { value = 'total', organization = '', year = '' } = params;
  if (!report) {
    const title = words.of(organization, year, value === 'total' ? words.total : value);
    const source = { publisher: name, permalink: `${platform}/budgets` };
    return { title, ...inMoney(null, language), note: '', source };
  }
  const own = /^(BUDGET|预算)$/.test(params['stage'] ?? '') ? 'approved' : 'final';
  const { amount, label, table } = spending(report, value, own);
  return {
    title: words.spending(report.title, value === 'total' ? words.total : (label ?? value)),
    ...inMoney(amount, language),
    note: words.from(
      table,
      report.publisher.name,
      report.edition.number,
      formatInstantDay(report.modifiedAt, language),
    ),
    source: recordSource(report),
  };
}

/** A number of records, or a sum over them. */
function counted(
  what: string,
  count: number | null,
  unit: 'documents' | 'projects' | 'plans' | 'warnings',
  page: string,
  answer: FigureAnswer,
  { params, language, platform }: Scene,
): Figure {
  const words = figureWords(language);
  const { name, hasSampleData } = answer.platform;
  const who = params['organization'] ?? params['place'] ?? '';
  const value = count === null ? null : String(count);
  return {
    title: words.of(who, params['year'] ?? '', what),
    value,
    unit: words.units[unit],
    spoken: value === null ? '' : words.counted(groupDigits(value), words.units[unit]),
    note: words.listed(name),
    source: { publisher: name, permalink: `${platform}/${page}`, isSample: hasSampleData },
  };
}

/** Those of the year the tag names, or of the newest there is, as gk-projects counts them; of no year there is no number. */
function ofProjects(answer: FigureAnswer, scene: Scene, value: string): Figure {
  const words = figureWords(scene.language);
  const [total] = [...(answer.livelihoodProgress ?? [])].sort((one, other) => (other.year ?? 0) - (one.year ?? 0));
  const counts: Readonly<Record<string, number | undefined>> = {
    total: total?.items,
    done: total?.completed,
    overdue: total?.overdue,
  };
  const { type = 'LIVELIHOOD' } = scene.params;
  const what = words.projects[value]?.(words.types[type] ?? type) ?? value;
  const year = total?.year ?? scene.params['year'];
  const ofYear = year === undefined ? scene : { ...scene, params: { ...scene.params, year: String(year) } };
  const figure = counted(what, counts[value] ?? null, 'projects', 'livelihood-projects', answer, ofYear);
  if (value !== 'planned' && value !== 'invested') return figure;
  const money = value === 'planned' ? total?.plannedInvestment : total?.invested;
  const amount = money?.amount ?? null;
  return { ...figure, ...inMoney(amount, scene.language) };
}

/** The number that the parameters name, from the answer. */
export function figureOf(answer: FigureAnswer, scene: Scene): Figure {
  const words = figureWords(scene.language);
  const { of = '', value = 'total' } = scene.params;
  const { regulatoryDocuments, emergencyPlans, inForceNow, platform } = answer;
  if (of === 'budget') return ofBudget(answer.budget, scene, platform.name);
  if (of === 'projects') return ofProjects(answer, scene, value);
  if (of === 'documents') {
    const count = regulatoryDocuments?.totalCount ?? null;
    return counted(words.documents[value] ?? value, count, 'documents', 'regulatory-documents', answer, scene);
  }
  if (of === 'emergency-plan') {
    const count = emergencyPlans?.totalCount ?? null;
    return counted(words.plans[value] ?? value, count, 'plans', 'emergency-plans', answer, scene);
  }
  const count = inForceNow?.length ?? null;
  return counted(words.emergency[value] ?? value, count, 'warnings', 'emergency-events', answer, scene);
}
