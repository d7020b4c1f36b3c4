import { codeList } from '../../graphql/code.ts';
import { EVENT_CLASSES } from './event-classes.ts';
import { GENRES } from './genres.ts';
import { TOPICS } from './topics.ts';

/** The kind's lists as the schema shows them. */
export const genres = codeList('GENRE', GENRES);
export const topics = codeList(
  'TOPIC',
  TOPICS.flatMap((topic) => [topic, ...topic.subtopics]),
);
export const eventClasses = codeList('EVENT_CLASS', EVENT_CLASSES);
