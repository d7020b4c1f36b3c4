import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { documentQuery } from '../../widgets/regulatory-document/document-panel.query.ts';
import { documentsQuery } from '../../widgets/regulatory-document/documents-panel.query.ts';

test.each([
  ['documentQuery', documentQuery],
  ['documentsQuery', documentsQuery],
])('%s asks only for what the public schema has', (_, query) => {
  const schema = buildSchema(readFileSync(new URL('../../api/schema.graphql', import.meta.url), 'utf8'));
  expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
});
