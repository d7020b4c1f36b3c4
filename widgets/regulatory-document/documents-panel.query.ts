/** One page of documents with the counts its filters show. */
export const documentsQuery = `
query Documents($where: RegulatoryDocumentWhere, $search: String, $orderBy: [RegulatoryDocumentOrder!], $first: Int!, $after: Cursor, $lang: Language!) {
  platform { name }
  regulatoryDocuments(where: $where, search: $search, orderBy: $orderBy, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    facets(fields: [TOPIC, VALIDITY]) { field buckets { value label(lang: $lang) count } }
    edges {
      highlights { field text ranges }
      node {
        id title permalink formedOn isSample
        number { text }
        publisher { name }
        genre { label(lang: $lang) }
        validity { code label(lang: $lang) }
      }
    }
  }
}`;
