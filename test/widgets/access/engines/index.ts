import type { Page } from 'playwright';
import { alfa } from './alfa.ts';
import { axe } from './axe.ts';
import { codesniffer } from './codesniffer.ts';
import type { Engine, Outcome, Violation } from './engine.ts';
import { falseAlarms } from './false-alarms.ts';
import { ibm } from './ibm.ts';

/** Four engines of four makers, each with rules of its own. */
export const engines: readonly Engine[] = [axe, alfa, ibm, codesniffer];

/** Without what the renderer leaves in the tree, and no longer than one can read. */
const short = (text: string, most: number): string =>
  text
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+/g, ' ')
    .slice(0, most);

const isFalse = (engine: Engine, { rule, place }: Violation): boolean =>
  falseAlarms.some((alarm) => alarm.engine === engine.name && alarm.rule === rule && alarm.place.test(place));

/** What one engine has to say against a page, and what it looked at. */
export const inspect = async (page: Page, engine: Engine): Promise<Outcome> => {
  const { checks, violations } = await engine.inspect(page);
  if (checks === 0) throw new Error(`${engine.name} looked at nothing`);
  const real = violations.map(({ rule, place, message }) => ({
    rule,
    place: short(place, 300),
    message: short(message, 240),
  }));
  return { checks, violations: real.filter((violation) => !isFalse(engine, violation)) };
};

/** What is wrong with a page, one line for each finding. */
export const violationsOf = async (page: Page, tools: readonly Engine[] = engines): Promise<readonly string[]> => {
  const lines: string[] = [];
  for (const engine of tools) {
    const { violations } = await inspect(page, engine);
    lines.push(...violations.map(({ rule, place, message }) => `${engine.name} ${rule}: ${place} (${message})`));
  }
  return lines;
};
