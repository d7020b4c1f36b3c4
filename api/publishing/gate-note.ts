import type { Bilingual } from '../core/finding.ts';

/** Something in a field or a file that a person must look at before it is public. */
export interface GateNote {
  readonly rule: string;
  /** The file it stands in; null for what the record itself states, and for what stands in several. */
  readonly file: string | null;
  readonly place: Bilingual;
  /** Masked. */
  readonly shown: string | null;
  /** The very thing, where it is about a person: not stored. */
  readonly value: string | null;
  readonly message: Bilingual;
}

/** More of one rule in one file are counted, not listed. */
const mostOfARule = 50;
/** So many places of one thing are told one by one. */
const mostPlaces = 20;

/** One number is one number, however its digits are set apart. */
const keyOf = ({ rule, value }: GateNote): string => `${rule} ${value?.normalize('NFKC').replace(/[\s-]/g, '')}`;

const placeOf = ({ file, place }: GateNote): Bilingual =>
  file === null ? place : { zh: `${file} ${place.zh}`, en: `${file} ${place.en}` };

/** The same thing in several places as one note, which names them all. */
function together(notes: readonly [GateNote, ...GateNote[]]): GateNote {
  const [first] = notes;
  const isOneFile = notes.every(({ file }) => file === first.file);
  const places = [
    ...new Map(
      notes.map((note) => (isOneFile ? note.place : placeOf(note))).map((place) => [place.zh, place]),
    ).values(),
  ];
  if (places.length === 1) return first;
  const told = places.slice(0, mostPlaces);
  const isCut = told.length < places.length;
  return {
    ...first,
    file: isOneFile ? first.file : null,
    place: {
      zh: `共 ${places.length} 处：${told.map(({ zh }) => zh).join('；')}${isCut ? '……' : ''}`,
      en: `${places.length} places: ${told.map(({ en }) => en).join('; ')}${isCut ? ' …' : ''}`,
    },
  };
}

/**
 * One note for one thing about a person, wherever it stands: the record states it in its text, its articles and its
 * source, and whoever clears it decides once.
 */
export function grouped(notes: readonly GateNote[]): GateNote[] {
  const alike = Map.groupBy(notes, (note) => (note.value === null ? note : keyOf(note)));
  return [...alike.values()].flatMap(([first, ...others]) => (first ? [together([first, ...others])] : []));
}

const counted = (rule: string, file: string | null, more: number): GateNote => ({
  rule,
  file,
  place: { zh: '其余各处', en: 'elsewhere' },
  shown: null,
  value: null,
  message: { zh: `另有 ${more} 处。`, en: `${more} more.` },
});

/** Of many alike the first are listed and the others counted. */
export function bounded(notes: readonly GateNote[]): GateNote[] {
  return [...Map.groupBy(notes, ({ rule, file }) => `${rule} ${file}`).values()].flatMap((alike) => {
    const [first] = alike;
    if (!first || alike.length <= mostOfARule) return alike;
    return [...alike.slice(0, mostOfARule), counted(first.rule, first.file, alike.length - mostOfARule)];
  });
}
