import { formatDate } from '../core/format.ts';
import { listGiven } from '../core/given.ts';
import type { Scene } from '../core/panel.ts';
import type { DocumentsAnswer } from './documents.shape.ts';
import { documentsWords } from './documents.words.ts';

type List = DocumentsAnswer['regulatoryDocuments'];

/** How many there are of what was asked for, in the words of whoever asked. */
export function countOf({ totalCount, facets, edges }: List, { params, language }: Scene): string {
  const words = documentsWords(language);
  const namesOf = (name: string): string | undefined => {
    const buckets = facets.find(({ field }) => field.toLowerCase() === name)?.buckets ?? [];
    return listGiven(params[name])
      ?.map((code) => buckets.find(({ value }) => value === code)?.label ?? code)
      .join(words.or);
  };
  const [validity, day] = [namesOf('validity'), params['valid-on']];
  const years = listGiven(params['year']);
  const publishers = listGiven(params['publisher']);
  const publisher = publishers?.length === 1 ? edges[0]?.node.publisher.name : publishers?.join(words.or);
  const conditions = [
    validity && words.conditions.validity(validity, day ? formatDate(day, language) : ''),
    ...(['topic', 'genre'] as const).map((name) => {
      const said = namesOf(name);
      return said && words.conditions[name](said);
    }),
    years && words.conditions.year(years.join(words.or)),
    publisher && words.conditions.publisher(publisher),
    params['search']?.trim() && words.conditions.search(params['search'].trim()),
  ];
  return words.count(
    totalCount,
    conditions.flatMap((condition) => condition || []),
  );
}
