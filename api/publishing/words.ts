import { personalInformationIn } from '../core/personal-information/index.ts';
import { refuse } from './errors.ts';

const longest = 2_000;

/**
 * What a publisher says in his own words and is shown or logged for good (理由、说明): something, not too long, and nothing
 * about a person. It cannot be taken back from the log.
 */
export function publicWords(text: string, zh: string, en: string): string {
  const said = text.trim();
  if (said === '') refuse('BAD_INPUT', `${zh}须说明理由。`, `${en} needs a reason.`);
  if (said.length > longest)
    refuse('BAD_INPUT', `理由不超过 ${longest} 字。`, `A reason has at most ${longest} characters.`);
  const [datum] = personalInformationIn(said);
  if (datum) {
    refuse(
      'BAD_INPUT',
      `理由将公开并永久留存，不能含个人信息：${datum.message.zh}（${datum.shown}）`,
      `The reason is public and kept for good, it must hold no personal information: ${datum.message.en} (${datum.shown})`,
    );
  }
  return said;
}
