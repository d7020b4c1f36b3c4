import { codeList } from '../../graphql/code.ts';
import { DECISIONS } from './clean-up.ts';
import { EVENT_CLASSES } from './event-classes.ts';
import { GENRES } from './genres.ts';
import { SECTIONS } from './interpretation.ts';
import { RANKS } from './rank.ts';
import { TOPICS } from './topics.ts';

/** The kind's lists as the schema shows them. */
export const genres = codeList('GENRE', GENRES);
export const ranks = codeList('RANK', RANKS);
export const decisions = codeList('CLEAN_UP_DECISION', DECISIONS);
export const interpretationSections = codeList('INTERPRETATION_SECTION', SECTIONS);
export const topics = codeList(
  'TOPIC',
  TOPICS.flatMap((topic) => [topic, ...topic.subtopics]),
);
export const eventClasses = codeList('EVENT_CLASS', EVENT_CLASSES);
