/** The document that exports a list: `name` is the stem of its types, `field` its root field, `fields` what a record has. */
export const listDocument = (name: string, field: string, fields: string): string =>
  `query ${name}s($where: ${name}Where, $search: String, $first: Int, $after: Cursor, $asOf: DateTime, $validOn: Date) {
    list: ${field}(where: $where, search: $search, first: $first, after: $after, asOf: $asOf, validOn: $validOn) {
      pageInfo { hasNextPage endCursor } nodes { ${fields} } } }`;

/** The document that exports one record. */
export const oneDocument = (name: string, field: string, fields: string): string =>
  `query ${name}($indexNumber: String!, $asOf: DateTime, $validOn: Date) {
    one: ${field}(by: { indexNumber: $indexNumber }, asOf: $asOf, validOn: $validOn) { ${fields} } }`;

/** What the export of one record says of its edition, whatever its kind. */
export const editionFields =
  'firstPublishedAt edition { number publishedAt reason changeNote digest } license { uri title attribution } citation';

/** What was found in it, and its files. */
export const findingsAndFiles =
  'findings { rule severity sheet row column message remedy } attachments { name role mediaType size sha256 url }';
