import type { Finding } from '../../core/finding.ts';
import { finding } from '../../core/finding-list.ts';
import type { Line } from './lines.ts';

/** 【…】 left over from a template: the document is not finished. */
export function* leftOver(lines: readonly Line[]): Generator<Finding> {
  for (const { text, row, column } of lines) {
    const at = text.search(/【[^】]{1,60}】/u);
    if (at < 0) continue;
    yield finding(
      'template-left-over',
      'ERROR',
      { row, column: String(column + at) },
      ['模板中的【…】还没有填写。', 'A 【…】 of the template is not filled in.'],
      ['请填写，或删去这一处。', 'Fill it in, or delete it.'],
    );
  }
}
