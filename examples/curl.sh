#!/usr/bin/env sh
# Questions a newcomer pastes. GONGKAI is the platform's address.
set -eu
GONGKAI="${GONGKAI:-http://localhost:4000}"

# 检索“义务教育”，要件数、标题和有效性
curl -fsSg "$GONGKAI/graphql" --get \
  --data-urlencode 'query={regulatoryDocuments(search:"义务教育",first:3){totalCount nodes{title number{text} validity{label}}}}'
echo

# 现行有效的、主题为“科技、教育”的文件，CSV
curl -fsSg "$GONGKAI/api/v1/regulatory-documents.csv?topic=11&validity=IN_FORCE" | head -n 3

# 同一问题，JSON
curl -fsSg "$GONGKAI/api/v1/regulatory-documents.json?topic=11&validity=IN_FORCE" | head -c 300
echo
