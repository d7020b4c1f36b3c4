import type { Bilingual } from '../core/finding.ts';
import { likeness } from '../core/likeness.ts';

const mostSuggestions = 5;
/** Less is chance: two bureaus have the character 局 in common. */
const leastLikeness = 0.25;

/** Of known names those that one who mistyped may have meant, the likest first. */
export const namesLike = (written: string, known: readonly string[]): readonly string[] =>
  [...new Set(known)]
    .map((name) => ({ name, like: likeness(written, name) }))
    .filter(({ like }) => like >= leastLikeness)
    .sort((one, other) => other.like - one.like || (one.name < other.name ? -1 : 1))
    .slice(0, mostSuggestions)
    .map(({ name }) => name);

/** The sentence that goes on from a refusal; empty where no name is like it. */
export const suggestion = (names: readonly string[]): Bilingual =>
  names.length === 0
    ? { zh: '', en: '' }
    : { zh: `相近的有：${names.join('、')}。`, en: ` Similar: ${names.join(', ')}.` };

/** The names such a sentence suggests; none where it suggests nothing. */
export const suggestedIn = (zh: string): readonly string[] => /相近的有：(.+?)。/.exec(zh)?.[1]?.split('、') ?? [];
