/** The newest public changes, as the log has them. */
export const latestQuery = `
query LatestPanel($last: Int!, $kinds: [String!], $organization: String, $asOf: DateTime) {
  platform { name hasSampleData }
  changes(last: $last, kinds: $kinds, organization: $organization, asOf: $asOf) {
    nodes { at type reason kind indexNumber title publisher edition changeNote withdrawalReason permalink }
  }
}`;
