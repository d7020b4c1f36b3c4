import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyCounty, importText, publishPaper, textOf, regulatoryDocument, sampleCounty } from '../support/county.ts';
import { databases } from '../support/databases.ts';
import { openServer, type TestServer } from '../support/server.ts';

describe.each(databases)('$name', (database) => {
  let s: TestServer;
  beforeAll(async () => { console.time('seed'); s = await openServer(await sampleCounty(database, 120)); console.timeEnd('seed'); });
  afterAll(() => s.close());
  test('explore', async () => {
    console.log(textOf({ subject: '做好测试工作', number: '桓政办字〔2024〕951号' }));
    const p = await publishPaper(s.store, { subject: '做好测试工作', number: '桓政办字〔2024〕951号' });
    console.log(p);
    const show = async (q: string, v?: any) => { const a = await s.request(q, v); console.log(q.slice(0, 100), JSON.stringify(v)?.slice(0,80), a.status, a.body.slice(0, 400)); };
    await show('{ regulatoryDocument(by:{number:"桓政办字〔2024〕951 号"}) { title number{text written} edition {number} publisher{name} firstPublishedAt attachments{url size} findings {rule message} validity{code}} platform {lastChangedAt} }');
    await show('{ regulatoryDocuments(search: "!!!") { totalCount nodes {title} } }');
    await show('{ regulatoryDocuments(search: "29号", first: 2) { totalCount nodes {title number{text}} edges {highlights {field text ranges} score} facets(fields:[TOPIC,YEAR], first: 1) {field missing buckets{value count}} } }');
    const enc = (t: string) => Buffer.from(t).toString('base64url');
    for (const id of ['RegulatoryDocument:12', 'Query:00000000-0000-4000-8000-000000000000', 'PageInfo:12', 'Foo:12', 'Published:12', 'Edition:12', 'Division:00000000-0000-4000-8000-000000000000', 'Division:370321', 'RegulatoryDocument:00000000-0000-4000-8000-000000000000', 'Article:12', 'String:12', 'Finding:00000000-0000-4000-8000-000000000000'])
      await show('query($id: ID!){node(id:$id){__typename id}}', { id: enc(id) });
    await show('query($id: [ID!]!){nodes(ids:$id){__typename id}}', { id: Array.from({length: 101}, () => enc('Division:370321')) });
    await show('{ regulatoryDocument(by:{indexNumber:"\\u0000"}) { title } }');
    await show('query($s:String!){ regulatoryDocument(by:{indexNumber:$s}) { title } }', { s: '\ud800' });
    await show('{ regulatoryDocuments(where:{number:{startsWith:"\\u0000"}}) { totalCount } }');
    await show('{ regulatoryDocuments(search:"a\\u0000b") { totalCount } }');
    await show('{ organization(by:{code:"\\u0000"}) { name } }');
    await show('{ organization(by:{code:""}) { name } }');
    await show('{ organization(by:{name:"各镇〔街道〕"}) { name } }');
    await show('{ regulatoryDocuments(asOf:"0000-01-01T00:00:00Z") { totalCount } }');
    await show('{ regulatoryDocuments(asOf:"2021-02-30T00:00:00Z") { totalCount } }');
    await show('{ regulatoryDocuments(where:{publishedAt:{gt:"9999-12-31T23:59:59-12:00"}}) { totalCount } }');
    await show('{ regulatoryDocuments(where:{publishedAt:{gt:"0000-12-31T23:59:59+12:00"}}) { totalCount } }');
    await show('{ regulatoryDocuments(where:{formedOn:{gt:"0001-01-01"}}, validOn: "9999-12-31") { totalCount } }');
    await show('{ regulatoryDocuments(after: 12) { totalCount } }');
    await show('{ regulatoryDocuments(after: "x.y") { totalCount } }');
    await show('{ regulatoryDocuments(where:{year:{eq: 99999999999}}) { totalCount } }');
    await show('query($f: Int = 20){ regulatoryDocuments { facets(fields:[TOPIC], first: $f) {field} } }', { f: null });
    await show('query($f: Int = 20){ regulatoryDocuments(first: 2) { nodes { citation(style: null) } } }');
    await show('subscription { x }');
    await show('mutation { x }');
    await show('query A { __typename } query B { __typename }');
    await show('{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }');
    await show('{');
    await show('{ nope }');
    await show('{ regulatoryDocuments(first: 100) { nodes { articles { responsibilities { organization { names { name } } } } } } }');
    await show('{ regulatoryDocuments(first: 2, where: {OR: []}) { totalCount } }');
    await show('{ regulatoryDocuments(first: 2, where: {number: {in: []}}) { totalCount } }');
    await show('{ regulatoryDocuments(orderBy: {field: RELEVANCE}) { totalCount } }');
    await show('{ regulatoryDocuments(orderBy: [{field: FORMED_ON},{field: FORMED_ON},{field: FORMED_ON},{field: FORMED_ON},{field: FORMED_ON}]) { totalCount } }');
    await show('query($q: String) { regulatoryDocuments(search: $q) { totalCount } }', { q: '字'.repeat(201) });
    await show('{ errors: platform { name } }');
    for (const [m, u, h, b] of [
      ['GET', '/graphql?query={__typename}', {}, undefined], ['HEAD', '/graphql?query={__typename}', {}, undefined], ['GET', '/graphql/?query={__typename}', {}, undefined],
      ['PUT', '/graphql', {}, undefined], ['TRACE', '/graphql', {}, undefined], ['OPTIONS', '/graphql', {}, undefined], ['POST', '/graphql', {'content-type':'text/plain'}, '{}'],
      ['POST', '/graphql', {'content-type':'application/json'}, '[{"query":"{__typename}"}]'], ['POST', '/graphql', {'content-type':'application/json'}, '{broken'], ['POST', '/graphql', {'content-type':'application/json'}, ''], ['POST', '/graphql', {}, undefined],
      ['GET', '/%', {}, undefined], ['GET', '/nothing', {}, undefined], ['POST', '/', {}, undefined], ['GET', '/regulatory-documents/%00/x.json', {}, undefined], ['GET', '/regulatory-documents/%00/x/editions/1/attachments/0', {}, undefined],
      ['GET', '/api/v1/regulatory-documents.csv?search=%00a&number=%00', {}, undefined], ['GET', '/api/v1/regulatory-documents.csv?asOf=junk', {}, undefined], ['GET', '/api/v1/regulatory-documents.csv?foo=1', {}, undefined],
      ['GET', `/regulatory-documents/${p.indexNumber}.json`, {}, undefined], ['GET', `/regulatory-documents/${p.indexNumber}.csv`, {}, undefined], ['GET', `/regulatory-documents/${p.indexNumber}.xlsx`, {}, undefined],
      ['GET', `/regulatory-documents/${p.indexNumber}/editions/1/attachments/0`, {}, undefined],
      ['POST', '/graphql', {'content-type':'application/json'}, JSON.stringify({query:'query($a:String){__typename}', variables: {a: 1}})],
      ['POST', '/graphql', {'content-type':'application/json'}, `{"query":"query($a:[String]){__typename}","variables":{"a":${'['.repeat(50000)}${']'.repeat(50000)}}}`],
      ['POST', '/graphql', {'content-type':'application/json'}, `{"query":"query($a:String){__typename}","variables":{"a":${'['.repeat(50000)}${']'.repeat(50000)}}}`],
      ['POST', '/graphql', {'content-type':'application/json'}, `{"query":"{__typename}","__proto__":{"x":1},"variables":{"__proto__":{"a":1}}}`],
      ['POST', '/graphql', {'content-type':'application/json'}, JSON.stringify({query: '{__typename}' + ' '.repeat(10000)})],
    ] as any) {
      const r = await s.server.inject({ method: m, url: u, headers: h, payload: b });
      console.log(m, u.slice(0,80), JSON.stringify(h), (b ?? '').slice(0,80), r.statusCode, JSON.stringify({ ct: r.headers['content-type'], al: r.headers.allow, cc: r.headers['cache-control'], etag: r.headers.etag }), r.body.slice(0, 300).replaceAll('\r\n', '|'));
    }
    console.log(s.log.join('').slice(0, 3000));
  });
});
