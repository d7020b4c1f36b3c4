import { personalInformationIn } from '../../core/personal-information/index.ts';
import { masked, maskedName } from '../../core/personal-information/masked.ts';
import type { Collector } from '../collector.ts';
import { type FilePlace, personal, told } from '../finding.ts';

export interface WrittenComment {
  readonly author: string;
  readonly text: string;
}

/** A comment is said among those who write a file; nobody expects it to be published with it. */
export function addComment(collector: Collector, { author, text }: WrittenComment, at: FilePlace): void {
  const said = text.trim().replace(/\s+/g, ' ').slice(0, 12);
  const by = author.trim() === '' ? '' : `${maskedName(author.trim())}：`;
  collector.add(
    told(
      'comment',
      at,
      said === '' ? by : by + masked(said, 4, 0),
      ['文件中有批注。', 'The file holds a comment.'],
      ['请删除批注后再公开。', 'Delete comments before it is published.'],
    ),
  );
  for (const datum of personalInformationIn(text)) collector.add(personal(datum, at));
}
