import { type LocalDate, localDate } from '../../../core/local-date.ts';
import { BadInput } from '../../../publishing/errors.ts';

const minute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** What a form says. */
export class Said {
  readonly #values: URLSearchParams;

  constructor(values: URLSearchParams = new URLSearchParams()) {
    this.#values = values;
  }

  /** Empty when it was not said. */
  text(name: string): string {
    return this.#values.get(name)?.trim() ?? '';
  }

  has(name: string): boolean {
    return this.text(name) !== '';
  }

  all(name: string): string[] {
    return this.#values.getAll(name);
  }

  lines(name: string): string[] {
    return this.text(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  /** Lines of `name=value`. */
  pairs(name: string, label: string): Map<string, string> {
    return new Map(
      this.lines(name).map((line) => {
        const at = line.search(/[=＝]/);
        if (at > 0) return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
        throw new BadInput({
          zh: `“${label}”的每一行须写作 名称=值；“${line.slice(0, 40)}”不是。`,
          en: `Each line must read name=value; "${line.slice(0, 40)}" does not.`,
        });
      }),
    );
  }

  /** A moment as clocks in China show it, whatever clock the browser's machine has. */
  moment(name: string): Date | null {
    const said = this.text(name);
    if (said === '') return null;
    const at = minute.test(said) ? new Date(`${said}:00+08:00`) : null;
    if (at && !Number.isNaN(at.getTime())) return at;
    throw new BadInput({
      zh: '时刻须写作 2026-12-01T09:00（北京时间）。',
      en: 'A moment must read 2026-12-01T09:00 (Beijing time).',
    });
  }

  day(name: string): LocalDate {
    const day = localDate(this.text(name));
    if (day) return day;
    throw new BadInput({ zh: '日期须写作 2026-12-01。', en: 'A day must read 2026-12-01.' });
  }
}
