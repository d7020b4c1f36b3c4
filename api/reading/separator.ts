import type { Finding } from '../core/finding.ts';
import { refusal } from './refusal.ts';

const separators = [
  [',', '逗号', 'commas'],
  ['\t', '制表符', 'tabs'],
  [';', '分号', 'semicolons'],
] as const;

/** As many lines as are looked at. */
const mostLines = 200;

/** How many of these lines hold a separator equally often, taking the number of times most of them agree on. */
function agreement(lines: readonly string[], separator: string): number {
  const seen = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(separator).length - 1;
    if (count > 0) seen.set(count, (seen.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...seen.values());
}

export type Separator = { readonly separator: string } | { readonly finding: Finding };

/**
 * What separates the cells of a text: what its first lines hold equally often. A comma in amounts does not outweigh the
 * semicolons of every line; where two separators fit as well as each other, the file has to say it better.
 */
export function separatorOf(head: string, { name, isWhole }: { name: string; isWhole: boolean }): Separator {
  if (/\.(tsv|tab)$/i.test(name)) return { separator: '\t' };
  const lines = head
    .replace(/"[^"]*"/g, '')
    .replace(/"[^"]*$/, '')
    .split(/\r\n|\n|\r/);
  if (!isWhole && lines.length > 1) lines.pop();
  const written = lines.filter((line) => line.trim() !== '').slice(0, mostLines);
  const counted = separators
    .map(([separator, zh, en]) => ({ separator, zh, en, lines: agreement(written, separator) }))
    .sort((left, right) => right.lines - left.lines);
  const [first, second] = counted;
  if (!first || !second || first.lines === 0) return { separator: ',' };
  if (first.lines > second.lines) return { separator: first.separator };
  return {
    finding: refusal(
      'separator-unclear',
      [
        `看不出单元格是用${first.zh}还是用${second.zh}分隔的：两者在各行中同样多见。`,
        `It is not clear whether ${first.en} or ${second.en} separate the cells: lines hold both alike.`,
      ],
      [
        '请给含有分隔符的单元格加上引号，或另存为 .xlsx；制表符分隔的文件请以 .tsv 命名。',
        'Put quotation marks around cells that hold a separator, or save the file as .xlsx; name a file with tabs .tsv.',
      ],
    ),
  };
}
