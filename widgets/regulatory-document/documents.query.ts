/** One page of documents with the counts its filters show. */
export const documentsQuery = `
query DocumentsPanel($where: RegulatoryDocumentWhere, $search: String, $orderBy: [RegulatoryDocumentOrder!], $first: Int,
  $last: Int, $after: Cursor, $before: Cursor, $validOn: Date, $asOf: DateTime, $lang: Language!) {
  platform { name }
  regulatoryDocuments(where: $where, search: $search, orderBy: $orderBy, first: $first, last: $last, after: $after,
    before: $before, validOn: $validOn, asOf: $asOf) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    facets(fields: [VALIDITY, TOPIC, GENRE, YEAR], first: 100) { field buckets { value label(lang: $lang) count } }
    edges {
      highlights { field text ranges }
      node {
        title permalink formedOn isSample
        number { text }
        publisher { name }
        validity { code label(lang: $lang) }
      }
    }
  }
}`;
