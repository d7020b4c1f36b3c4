import { kinds } from './kinds.ts';

const declared = kinds
  .map(
    ({ list, type }) =>
      `$${list}Order: [${type}Order!], $${list}After: Cursor, $${list}Before: Cursor, $${list}Wanted: Boolean!`,
  )
  .join('\n  ');

const asked = kinds
  .map(
    ({
      list,
    }) => `${list}(search: $q, where: { publisher: $publisher }, orderBy: $${list}Order, first: $first, last: $last,
    after: $${list}After, before: $${list}Before, asOf: $asOf) {
    totalCount
    pageInfo @include(if: $${list}Wanted) { hasNextPage hasPreviousPage }
    edges @include(if: $${list}Wanted) { cursor score highlights { field text ranges } node { ...record } }
  }`,
  )
  .join('\n  ');

/** A page of every kind, of which the view makes one; how many there are of each. */
export const searchQuery = `
query SearchPanel($q: String, $publisher: TextFilter, $first: Int, $last: Int, $asOf: DateTime,
  ${declared}) {
  platform { name }
  ${asked}
}
fragment record on Published { title permalink modifiedAt isSample publisher { name } }`;
